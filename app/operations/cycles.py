"""Coaching cycles: what was agreed, how they end, and what is written at their three points."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.changes import Op
from app.domain.cycles import Cycle
from app.domain.ids import Id
from app.vault import Vault


def add_cycle(vault: Vault, cycle: Cycle) -> Cycle:
    """A new coaching cycle."""
    with vault.transact(Op.ADD_CYCLE) as write:
        return write.put(cycle)


def revise_cycle(vault: Vault, cycle: Cycle) -> Cycle:
    """The cycle as it reads now."""
    with vault.transact(Op.REVISE_CYCLE) as write:
        write.get(Cycle, cycle.id)
        return write.put(cycle)


def end_cycle(vault: Vault, cycle_id: Id, day: date, outcome: str) -> Cycle:
    """The cycle ended on a day, with what came of it."""
    with vault.transact(Op.END_CYCLE) as write:
        return write.put(replace(write.get(Cycle, cycle_id), ended=day, outcome=outcome))


def reopen_cycle(vault: Vault, cycle_id: Id) -> Cycle:
    """The cycle running again, until its end; what came of it so far stays."""
    with vault.transact(Op.REOPEN_CYCLE) as write:
        return write.put(replace(write.get(Cycle, cycle_id), ended=None))


def delete_cycle(vault: Vault, cycle_id: Id) -> None:
    """The cycle to the trash; its goals, entries and assessments stay."""
    with vault.transact(Op.DELETE_CYCLE) as write:
        write.delete(write.get(Cycle, cycle_id))
