"""What the page of the day shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.cycles import Cycle
from app.domain.entries import Entry, Evidence
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, PlanUse, Stretch, StretchState
from app.domain.ids import Id, Kind
from app.domain.packs import Shared
from app.vault import Vault

CHECK_IN_EVERY: Final = timedelta(days=7)
RECOVERY_HINT_HIDDEN: Final = "recovery_hint_hidden"
DAYS_IN_WEEK: Final = 7


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
    plan: PlanForToday | None
    week: Week
    last_shared: Shared | None
    rating: Entry | None
    """Today's entry that holds ratings and nothing else, if there is one."""
    show_recovery_hint: bool


def today(vault: Vault) -> Today:
    """The page of the present day."""
    read, day = vault.read, vault.now().day
    goals = [goal for goal in read.all(Goal) if goal.state is GoalState.ACTIVE]
    stretches = [s for s in read.all(Stretch) if s.state is StretchState.ACTIVE]
    written = read.all(Entry, day=day.isoformat())
    counts = (read.count(Kind.ENTRY), read.count(Kind.GOAL), read.count(Kind.STRETCH))
    shared = read.all(Shared)
    return Today(
        day=day,
        nothing_yet=not any(counts),
        cycle=_cycle(read.all(Cycle), day),
        steps=_steps(vault, goals, stretches, day),
        plan=_plan(vault, [*goals, *stretches], day),
        week=_week(vault, day),
        last_shared=max(shared, key=lambda line: line.at, default=None),
        rating=next((e for e in written if _only_rated(e)), None),
        show_recovery_hint=not read.preference(RECOVERY_HINT_HIDDEN),
    )


def _cycle(cycles: Iterable[Cycle], day: date) -> Cycle | None:
    """The cycle that the day lies in; of several, the one begun last."""
    current = [cycle for cycle in cycles if cycle.runs(day)]
    return max(current, key=lambda cycle: cycle.start, default=None)


def _steps(
    vault: Vault, goals: list[Goal], stretches: list[Stretch], day: date
) -> tuple[NextStep, ...]:
    aims = {aim.id: aim for aim in (*goals, *stretches)}
    open_ones = [
        NextStep(Kind.MILESTONE, m.id, m.title, aim.kind, aim.id, aim.title, m.due)
        for m in vault.read.among(Milestone, "goal", list(aims))
        if m.done is None and (aim := aims[m.goal])
    ]
    due = [step for stretch in stretches if (step := _check_in_due(vault, stretch, day))]
    return tuple(sorted((*open_ones, *due), key=lambda s: (s.due or date.max, s.title)))


def _check_in_due(vault: Vault, stretch: Stretch, day: date) -> NextStep | None:
    """A check-in a week after the last one; a stretch goal without one is due from its start."""
    notes = vault.read.all(CheckIn, goal=stretch.id)
    last = max((note.day for note in notes), default=None)
    due = last + CHECK_IN_EVERY if last else stretch.start or day
    if due > day:
        return None
    return NextStep(
        Kind.CHECK_IN, stretch.id, stretch.title, Kind.STRETCH, stretch.id, stretch.title, due
    )


def _plan(vault: Vault, aims: list[Goal | Stretch], day: date) -> PlanForToday | None:
    """One if-then plan, another one each day."""
    planned = [aim for aim in aims if aim.has_plan]
    if not planned:
        return None
    aim = planned[day.toordinal() % len(planned)]
    notes = vault.read.all(CheckIn, goal=aim.id)
    used = [note.day for note in notes if note.plan_used is PlanUse.YES]
    return PlanForToday(
        aim.kind, aim.id, aim.if_when, aim.then_do, len(used), min(used, default=None)
    )


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
