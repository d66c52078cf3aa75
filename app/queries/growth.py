"""What the page of growth shows: the days it covers, and what was written and rated on them."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from app.charts.confidence import Held
from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.cycles import Cycle
from app.domain.goals import Attempt, CheckIn, GoalState, Stretch
from app.domain.ids import NO_ID, Id
from app.domain.progress import Listed, ThenNow, Trend, then_now, trend
from app.domain.progress.confidence import Confidence, Rated, confidence
from app.domain.progress.goal_states import GoalStates, StateRow, goal_states
from app.domain.progress.kept import Kept, KeptRow, kept
from app.domain.progress.themes import Tagged, Themes, themes
from app.domain.progress.writing import Writing, Written, writing
from app.domain.sessions import ActionState
from app.prose.plain import words
from app.queries import people
from app.queries.competencies import catalogue
from app.queries.plan import cycle_of
from app.storage import assessment_rows, growth_rows, session_rows
from app.storage.connection import Row
from app.storage.rows import Reader
from app.storage.turns import InterruptedLookupError
from app.vault import Vault

STRETCHES: Final = 3
"""How many stretch goals are shown; all of them are on their own page."""

_DAY: Final = timedelta(days=1)
_STATES: Final = {state.value: state for state in GoalState}


class Covered(StrEnum):
    """How far back the page looks."""

    CYCLE = "cycle"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both ends included; it may reach beyond today."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class StretchTrend:
    """A stretch goal with its check-ins and attempts within the days."""

    stretch: Stretch
    trend: Trend
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Assessments within the days, and the one before them, the first and the last compared.

    `own` are those that can be chosen for then and for now, the oldest first.
    """

    own: tuple[Assessment, ...]
    compared: ThenNow


@dataclass(frozen=True, slots=True)
class Journal:
    """What the entries of the days say by their day, confidence, tags and length.

    `held` are the sessions of the days. What is made for a share pack has none of them.
    """

    confidence: Confidence
    writing: Writing
    themes: Themes
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed with one person."""

    person: Id
    name: str
    kept: Kept


def current_cycle(reader: Reader, today: date) -> Cycle | None:
    """The cycle that "this cycle" means: one that has begun."""
    cycle = cycle_of(reader, today)
    return cycle if cycle is not None and cycle.start <= today else None


def days(reader: Reader, covered: Covered, today: date) -> Days:
    """The days a choice covers; without a cycle, "this cycle" is the last 12 months."""
    cycle = current_cycle(reader, today) if covered is Covered.CYCLE else None
    if cycle is not None:
        return Days(cycle.start, cycle.last_day)
    if covered is Covered.ALL:
        begun = (date.fromisoformat(day) for day in growth_rows.first_days(reader))
        return Days(min(begun, default=today), today)
    return Days(_a_year_before(today), today)


def view(
    reader: Reader, library: Library, covered: Days, then: Id = NO_ID, now: Id = NO_ID
) -> View:
    """The assessments of the days; `then` and `now` name two of them to compare instead."""
    # How one saw oneself on the first of the days is what was said last before them.
    before = assessment_rows.last_own(reader, covered.first)
    within = assessment_rows.on_days(reader, covered.first, covered.last)
    found = sorted(reader.among(Assessment, "id", (*before, *within)), key=_order)
    own = [each for each in found if each.own]
    chosen = _between(own, then, now)
    others = [each for each in found if not each.own]
    return View(tuple(own), then_now([*chosen, *others], listed(reader, library)))


def listed(reader: Reader, library: Library) -> list[Listed]:
    """The competencies in the order they are listed now."""
    return [Listed(row.id, row.name, row.group) for row in catalogue(reader, library).rows]


def goals_of(reader: Reader, covered: Days) -> GoalStates:
    """Where the goals stand that were open on one of the days, or came to their end then."""
    found = growth_rows.goals(reader, covered.first, covered.last)
    return goal_states(_state(row) for row in found)


def stretches(reader: Reader, covered: Days) -> tuple[StretchTrend, ...]:
    """The stretch goals with a rated check-in in the days, active ones first, then the newest."""
    named = growth_rows.rated_stretches(reader, covered.first, covered.last, STRETCHES)
    return tuple(_trend(reader, reader.get(Stretch, stretch), covered) for stretch in named)


def journal(vault: Vault, covered: Days, first_weekday: int = 0) -> Journal | None:
    """What the entries of the days say; any thread may ask.

    None where the look-up was called off or the vault was written to meanwhile: ask again then.
    """
    try:
        with vault.look_up():
            found = journal_of(vault.read, covered, first_weekday)
            return replace(found, held=held(vault.read, covered))
    except InterruptedLookupError:
        return None


def journal_of(reader: Reader, covered: Days, first_weekday: int = 0) -> Journal:
    """What the entries of the days say, read at once."""
    rated, tagged, written = list[Rated](), list[Tagged](), list[Written]()
    # A cycle whose end was mistyped may last for thousands of years.
    found = growth_rows.written_days(reader, covered.first, covered.last)
    for month in _months(Days(*found)) if found else ():
        for day, value, tags, body in _entries(reader, month):
            if value is not None:
                rated.append(Rated(day, value))
            tagged.append(Tagged(day, tags))
            written.append(Written(day, words(body)))
    return Journal(
        confidence(rated, first_weekday),
        writing(written),
        themes(tagged, covered.first, covered.last),
    )


def held(reader: Reader, covered: Days) -> tuple[Held, ...]:
    """The sessions that were held on the days, by their day."""
    return tuple(
        Held(str(own), date.fromisoformat(day), number, name or "", title)
        for own, day, number, name, title in session_rows.held(reader, covered.first, covered.last)
    )


def agreed(reader: Reader, covered: Days) -> tuple[Agreed, ...]:
    """What was agreed on the days with each person: with whom most was agreed comes first."""
    found: dict[tuple[str, str], list[KeptRow]] = {}
    for person, name, *row in growth_rows.agreed(reader, covered.first, covered.last):
        found.setdefault((person, name), []).append(_kept(row))
    shorts = {row.id: row.short for row in people.listed(reader)} if found else {}
    with_each = [
        Agreed(Id(person), name, kept(shorts.get(Id(person), name), rows))
        for (person, name), rows in found.items()
    ]
    return tuple(sorted(with_each, key=lambda each: (-len(each.kept.rows), each.name, each.person)))


def _kept(row: Sequence[Any]) -> KeptRow:
    own, title, mine, day, due, state = row
    due_day = date.fromisoformat(due) if due else None
    return KeptRow(Id(own), title, bool(mine), date.fromisoformat(day), due_day, ActionState(state))


def _state(row: Row) -> StateRow:
    goal, title, state, since, learned = row
    day = date.fromisoformat(since) if since else None
    return StateRow(Id(goal), title, _STATES[state], day, learned)


def _order(assessment: Assessment) -> tuple[date, int, Id]:
    return assessment.day, assessment.created, assessment.id


def _between(own: list[Assessment], then: Id, now: Id) -> list[Assessment]:
    """Own assessments from one to another; all of them where either is not there."""
    ids = [each.id for each in own]
    first = ids.index(then) if then in ids else 0
    last = ids.index(now) if now in ids else len(ids) - 1
    return own[min(first, last) : max(first, last) + 1]


def _trend(reader: Reader, stretch: Stretch, covered: Days) -> StretchTrend:
    notes = reader.all(CheckIn, goal=stretch.id)
    tried = reader.all(Attempt, goal=stretch.id)
    return StretchTrend(
        stretch,
        trend(note for note in notes if covered.holds(note.day)),
        tuple(attempt for attempt in tried if covered.holds(attempt.day)),
    )


def _entries(
    reader: Reader, covered: Days
) -> Iterator[tuple[date, int | None, tuple[str, ...], str]]:
    for row in growth_rows.written(reader, covered.first, covered.last):
        yield _entry(row)


def _entry(row: Row) -> tuple[date, int | None, tuple[str, ...], str]:
    day, value, tags, body = row
    read = tuple(json.loads(tags)) if tags != "[]" else ()
    return date.fromisoformat(str(day)), value, read, str(body)


def _months(covered: Days) -> Iterator[Days]:
    """A range in parts of a month, so that the window's thread never waits for more than one."""
    first = covered.first
    while True:
        last = min(covered.last, first.replace(day=monthrange(first.year, first.month)[1]))
        yield Days(first, last)
        if last == covered.last:
            return
        first = last + _DAY


def _a_year_before(day: date) -> date:
    """The day after the same one a year ago."""
    try:
        return day.replace(year=day.year - 1) + _DAY
    except ValueError:  # 29 February
        return date(day.year - 1, 3, 1)
