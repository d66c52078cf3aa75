"""Coaching cycles: what was agreed, how they end, and what is written at their three points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.changes import Op
from app.clock import Moment
from app.domain.cycles import Agreed, Cycle, Person, Point
from app.domain.entries import Entry
from app.domain.goals import Goal
from app.domain.ids import NO_ID, Id, Kind
from app.operations.journal import EntryDraft, put_entry
from app.storage.writing import Write
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Reflection:
    """What an entry is written for: a point of a cycle."""

    cycle: Id
    point: Point


def add_cycle(
    vault: Vault, cycle: Cycle, goals: Sequence[Id] = (), person: Person | None = None
) -> Cycle:
    """A new coaching cycle, the goals carried over to it, and somebody new that it is with."""
    with vault.transact(Op.ADD_CYCLE) as write:
        stored = write.put(_with(write, cycle, person))
        _move(write, stored.id, goals)
        return stored


def revise_cycle(vault: Vault, cycle: Cycle, person: Person | None = None) -> Cycle:
    """The cycle as it reads now, and somebody new that it is with."""
    with vault.transact(Op.REVISE_CYCLE) as write:
        write.get(Cycle, cycle.id)
        return write.put(_with(write, cycle, person))


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


def agree(vault: Vault, cycle_id: Id, agreement: tuple[Agreed, ...]) -> Cycle:
    """What was agreed for the cycle, as it reads now."""
    with vault.transact(Op.AGREE) as write:
        return write.put(replace(write.get(Cycle, cycle_id), agreement=agreement))


def write_reflection(
    vault: Vault,
    reflection: Reflection,
    draft: EntryDraft,
    written: Moment | None = None,
    evidence: Iterable[tuple[Kind, Id]] = (),
) -> Entry:
    """A new entry at a point of a cycle; where the cycle is gone, an entry like any other."""
    with vault.transact(Op.WRITE_REFLECTION) as write:
        entry = put_entry(write, draft, written or write.now, evidence)
        cycle = write.find(Cycle, reflection.cycle)
        if cycle is not None and cycle.deleted is None:
            write.put(cycle.with_entry(reflection.point, entry.id))
        return entry


def choose_reflection(vault: Vault, reflection: Reflection, entry_id: Id) -> Cycle:
    """An entry that was written already, at a point of a cycle; NO_ID takes one away."""
    with vault.transact(Op.CHOOSE_REFLECTION) as write:
        if entry_id != NO_ID:
            write.get(Entry, entry_id)
        cycle = write.get(Cycle, reflection.cycle)
        return write.put(cycle.with_entry(reflection.point, entry_id))


def move_goals(vault: Vault, goals: Sequence[Id], cycle_id: Id) -> None:
    """Goals to a cycle; NO_ID leaves them without one."""
    with vault.transact(Op.MOVE_TO_CYCLE) as write:
        if cycle_id != NO_ID:
            write.get(Cycle, cycle_id)
        _move(write, cycle_id, goals)


def _with(write: Write, cycle: Cycle, person: Person | None) -> Cycle:
    return replace(cycle, person=write.put(person).id) if person else cycle


def _move(write: Write, cycle_id: Id, goals: Sequence[Id]) -> None:
    for goal_id in goals:
        write.put(replace(write.get(Goal, goal_id), cycle=cycle_id))
