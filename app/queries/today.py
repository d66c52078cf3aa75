"""What the page of the day shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.cycles import Cycle
from app.domain.entries import Entry, Evidence
from app.domain.ids import Id, Kind
from app.domain.packs import Shared
from app.queries.coming import Coming, coming
from app.queries.cycles import CyclePoint, points
from app.queries.reviews import Review, due_review
from app.queries.steps import NextStep, next_steps
from app.storage import step_rows
from app.storage.rows import Reader
from app.vault import Vault

RECOVERY_HINT_HIDDEN: Final = "recovery_hint_hidden"
DAYS_IN_WEEK: Final = 7
SHOWN: Final = 5
"""How many of the next steps the page shows."""


@dataclass(frozen=True, slots=True)
class PlanForToday:
    """An if-then plan to keep in mind, and how often it was used since when."""

    aim_kind: Kind
    aim: Id
    aim_title: str
    if_when: str
    then_do: str
    used: int
    since: date | None
    used_today: bool


@dataclass(frozen=True, slots=True)
class Week:
    """How much was written on each day of this week, from Monday, and how much is evidence."""

    monday: date
    counts: tuple[int, ...]
    evidence: int

    @property
    def written(self) -> tuple[int, ...]:
        """The days on which something was written, 0 to 6."""
        return tuple(number for number, count in enumerate(self.counts) if count)

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Today:
    """Everything on the page of one day."""

    day: date
    nothing_yet: bool
    cycle: Cycle | None
    points: tuple[CyclePoint, ...]
    """The points of the cycle."""
    review: Review | None
    """The weekly review, on check-in day."""
    steps: tuple[NextStep, ...]
    """The next few of them."""
    open_steps: int
    """How many there are."""
    coming: Coming | None
    """The next session, if it is near."""
    plan: PlanForToday | None
    week: Week
    last_shared: Shared | None
    rating: Entry | None
    """Today's entry that holds ratings and nothing else, if there is one."""
    show_recovery_hint: bool


def today(vault: Vault, limit: int = SHOWN) -> Today:
    """The page of the present day, with so many of the next steps."""
    read, day = vault.read, vault.now().day
    review = due_review(read, day)
    steps, open_steps = next_steps(read, day, limit, check_ins=review is None)
    written = read.all(Entry, day=day.isoformat())
    counts = (read.count(Kind.ENTRY), read.count(Kind.GOAL), read.count(Kind.STRETCH))
    shared = read.all(Shared)
    cycle = _cycle(read.all(Cycle), day)
    return Today(
        day=day,
        nothing_yet=not any(counts),
        cycle=cycle,
        points=points(read, cycle) if cycle else (),
        review=review,
        steps=steps,
        open_steps=open_steps,
        coming=coming(read, day),
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


def _plan(read: Reader, day: date) -> PlanForToday | None:
    """One if-then plan, another one each day."""
    planned = step_rows.planned(read, day.toordinal())
    if planned is None:
        return None
    kind, aim, if_when, then_do, title = planned
    used, first, last = step_rows.plan_uses(read, aim)
    since = date.fromisoformat(first) if first else None
    used_today = last == day.isoformat()
    return PlanForToday(Kind(kind), Id(aim), title, if_when, then_do, used, since, used_today)


def _week(vault: Vault, day: date) -> Week:
    monday = day - timedelta(days=day.weekday())
    days = [(monday + timedelta(days=number)).isoformat() for number in range(DAYS_IN_WEEK)]
    entries = vault.read.among(Entry, "day", days)
    linked = {link.entry for link in vault.read.among(Evidence, "entry", [e.id for e in entries])}
    written = Counter((entry.day - monday).days for entry in entries)
    return Week(monday, tuple(written[number] for number in range(DAYS_IN_WEEK)), len(linked))


def _only_rated(entry: Entry) -> bool:
    rated = entry.energy is not None or entry.confidence is not None
    return rated and not (entry.title.strip() or entry.body.strip() or entry.tags)
