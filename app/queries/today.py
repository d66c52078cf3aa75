"""What the page of the day shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.cycles import Cycle
from app.domain.entries import Entry, Evidence
from app.domain.goals import CheckIn, PlanUse, check_in_due
from app.domain.ids import Id, Kind
from app.domain.packs import Shared
from app.storage import step_rows
from app.storage.connection import Row
from app.storage.rows import Reader
from app.vault import Vault

RECOVERY_HINT_HIDDEN: Final = "recovery_hint_hidden"
DAYS_IN_WEEK: Final = 7
SHOWN: Final = 5
"""How many of the next steps the page shows."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """A milestone to tick, or a stretch goal to check in on; `aim` is the goal it serves."""

    kind: Kind
    id: Id
    title: str
    aim_kind: Kind
    aim: Id
    aim_title: str
    due: date | None


@dataclass(frozen=True, slots=True)
class PlanForToday:
    """An if-then plan to keep in mind, and how often it was used since when."""

    aim_kind: Kind
    aim: Id
    if_when: str
    then_do: str
    used: int
    since: date | None


@dataclass(frozen=True, slots=True)
class Week:
    """The days of this week, from Monday, on which something was written (0 to 6)."""

    monday: date
    written: tuple[int, ...]
    entries: int
    evidence: int


@dataclass(frozen=True, slots=True)
class Today:
    """Everything on the page of one day."""

    day: date
    nothing_yet: bool
    cycle: Cycle | None
    steps: tuple[NextStep, ...]
    """The next few of them."""
    open_steps: int
    """How many there are."""
    plan: PlanForToday | None
    week: Week
    last_shared: Shared | None
    rating: Entry | None
    """Today's entry that holds ratings and nothing else, if there is one."""
    show_recovery_hint: bool


def today(vault: Vault) -> Today:
    """The page of the present day."""
    read, day = vault.read, vault.now().day
    steps, open_steps = _steps(read, day)
    written = read.all(Entry, day=day.isoformat())
    counts = (read.count(Kind.ENTRY), read.count(Kind.GOAL), read.count(Kind.STRETCH))
    shared = read.all(Shared)
    return Today(
        day=day,
        nothing_yet=not any(counts),
        cycle=_cycle(read.all(Cycle), day),
        steps=steps,
        open_steps=open_steps,
        plan=_plan(read, day),
        week=_week(vault, day),
        last_shared=max(shared, key=lambda line: line.at, default=None),
        rating=next((e for e in written if _only_rated(e)), None),
        show_recovery_hint=not read.preference(RECOVERY_HINT_HIDDEN),
    )


def _cycle(cycles: Iterable[Cycle], day: date) -> Cycle | None:
    """The cycle that the day lies in; of several, the one begun last."""
    current = [cycle for cycle in cycles if cycle.runs(day)]
    return max(current, key=lambda cycle: cycle.start, default=None)


def _steps(read: Reader, day: date) -> tuple[tuple[NextStep, ...], int]:
    """The next steps that are shown, and how many there are."""
    found = step_rows.open_milestones(read, SHOWN)
    open_ones = [
        NextStep(Kind.MILESTONE, Id(row[0]), row[1], Kind(row[2]), Id(row[3]), row[4], _day(row[5]))
        for row in found
    ]
    due = [step for row in step_rows.last_check_ins(read) if (step := _check_in_due(row, day))]
    steps = sorted((*open_ones, *due), key=lambda step: (step.due or date.max, step.title))
    return tuple(steps[:SHOWN]), step_rows.count_open(read) + len(due)


def _check_in_due(row: Row, day: date) -> NextStep | None:
    """A check-in a week after the last one; a stretch goal without one is due from its start."""
    stretch_id, title, start, noted = Id(row[0]), row[1], _day(row[2]), _day(row[3])
    due = check_in_due(start, noted, day)
    if due > day:
        return None
    return NextStep(Kind.CHECK_IN, stretch_id, title, Kind.STRETCH, stretch_id, title, due)


def _plan(read: Reader, day: date) -> PlanForToday | None:
    """One if-then plan, another one each day."""
    planned = step_rows.planned(read)
    if not planned:
        return None
    kind, aim, if_when, then_do = planned[day.toordinal() % len(planned)]
    notes = read.all(CheckIn, goal=aim)
    used = [note.day for note in notes if note.plan_used is PlanUse.YES]
    since = min(used, default=None)
    return PlanForToday(Kind(kind), Id(aim), if_when, then_do, len(used), since)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _week(vault: Vault, day: date) -> Week:
    monday = day - timedelta(days=day.weekday())
    days = [(monday + timedelta(days=number)).isoformat() for number in range(DAYS_IN_WEEK)]
    entries = vault.read.among(Entry, "day", days)
    linked = {link.entry for link in vault.read.among(Evidence, "entry", [e.id for e in entries])}
    written = tuple(sorted({(entry.day - monday).days for entry in entries}))
    return Week(monday, written, len(entries), len(linked))


def _only_rated(entry: Entry) -> bool:
    rated = entry.energy is not None or entry.confidence is not None
    return rated and not (entry.title.strip() or entry.body.strip() or entry.tags)
