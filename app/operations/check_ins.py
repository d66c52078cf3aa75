"""Check-ins that are not made one by one: the weekly review, and that a plan was used today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.changes import Op
from app.domain.cycles import Preference
from app.domain.goals import CheckIn, PlanUse
from app.domain.ids import Id
from app.storage.writing import Write
from app.vault import Vault


def review_week(vault: Vault, notes: Sequence[CheckIn], reviewed: str) -> int:
    """The check-ins of a weekly review, and its day under the name of a preference; how many.

    What was said of the plan alone on the same day becomes part of the check-in.
    """
    with vault.transact(Op.REVIEW_WEEK) as write:
        for note in notes:
            write.put(_joined(write, note))
        found = write.find(Preference, Id(reviewed))
        day, created = write.now.day.isoformat(), found.created if found else 0
        write.put(Preference(id=Id(reviewed), value=day, created=created))
    return len(notes)


def use_plan(vault: Vault, aim: Id, day: date, *, used: bool) -> None:
    """Say on the last check-in of a day that the plan was used, or that it was not after all.

    Without one, this is a check-in of its own; taken back, it goes again.
    """
    with vault.transact(Op.USE_PLAN) as write:
        noted = _of_day(write, aim, day)
        if used:
            note = noted[-1] if noted else CheckIn(goal=aim, day=day)
            write.put(replace(note, plan_used=PlanUse.YES))
            return
        for note in noted:
            if note.plan_used is not PlanUse.YES:
                continue
            if _says_only_use(note):
                write.delete(note)
            else:
                write.put(replace(note, plan_used=None))


def _joined(write: Write, note: CheckIn) -> CheckIn:
    for said in _of_day(write, note.goal, note.day):
        if _says_only_use(said):
            used = note.plan_used or said.plan_used
            return replace(note, id=said.id, created=said.created, plan_used=used)
    return note


def _of_day(write: Write, aim: Id, day: date) -> list[CheckIn]:
    return write.all(CheckIn, goal=aim, day=day.isoformat())


def _says_only_use(note: CheckIn) -> bool:
    return note.value is None and note.confidence is None and not note.note.strip()
