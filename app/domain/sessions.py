"""Sessions with a mentor or somebody else: what is planned, talked about, and owed afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from app.clock import Moment
from app.domain.entries import NO_DAY
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_rating, check_title
from app.errors import RuleBrokenError

LONGEST: Final = 24 * 60
"""Minutes that a session, or one item of its agenda, lasts at most."""

LONGEST_CADENCE: Final = 52
"""Weeks between two sessions at most."""


class SessionState(StrEnum):
    """Whether a session is still to come, was held, or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class ActionState(StrEnum):
    """What became of an action; an open one is carried over from session to session."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class MinutesError(RuleBrokenError):
    """A length is no number of minutes that a day has."""

    message = "A length runs from 1 minute to 24 hours."


class CadenceError(RuleBrokenError):
    """Sessions cannot come round that seldom."""

    message = "Sessions come round every 1 to 52 weeks, or are planned one by one."


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic and how long it may take; without `minutes` it has no share of the time.

    `kind` and `record` name what it was pulled from, such as an entry or a goal. `spent` counts
    the seconds it has taken so far.
    """

    title: str
    minutes: int = 0
    prompt: str = ""
    kind: Kind | None = None
    record: Id = NO_ID
    spent: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A talk with one person.

    Attributes:
        title: Its own name; a numbered one, such as "Session 6", has none.
        at: With `offset`, when it is planned for: UTC milliseconds and the zone's minutes then.
        day: The local day of that, stored so that it never moves.
        question: The one real question to bring.
        prep: Further preparation, Markdown.
        moved: The day it was first planned for, once it was moved.
        sequence: How often what others see of it changed; calendars need it.
        started: When it began, UTC milliseconds; `ended` likewise.
        topic: The place of the item that is talked about; -1 for none.
        ticking: Since when that item's clock runs, UTC milliseconds; None where it stands.
        every: Weeks until the one after it; 0 where there is no cadence.
        reviewed: Whether the open actions were gone through for it.
    """

    kind: ClassVar[Kind] = Kind.SESSION

    title: str = ""
    person: Id = NO_ID
    at: int = 0
    offset: int = 0
    day: date = NO_DAY
    minutes: int = 50
    place: str = ""
    link: str = ""
    template: str = ""
    cycle: Id = NO_ID
    goals: tuple[Id, ...] = ()
    question: str = ""
    prep: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    notes: str = ""
    state: SessionState = SessionState.PLANNED
    moved: date | None = None
    sequence: int = 0
    started: int | None = None
    ended: int | None = None
    topic: int = -1
    ticking: int | None = None
    every: int = 0
    reviewed: bool = False

    @property
    def start(self) -> Moment:
        """When it is planned for, in the zone it was planned in."""
        return Moment(self.at, self.offset)

    @property
    def end(self) -> Moment:
        """When it is planned to end, in the same zone."""
        return Moment(self.at + self.minutes * 60_000, self.offset)

    @property
    def under_way(self) -> bool:
        """Whether it was begun and has not ended."""
        return self.started is not None and self.ended is None

    @property
    def topics(self) -> str:
        """The titles of the agenda, a line each."""
        return "\n".join(item.title for item in self.agenda)

    @property
    def planned_minutes(self) -> int:
        """How long the agenda takes."""
        return sum(item.minutes for item in self.agenda)

    def dated(self, moment: Moment) -> Session:
        """The session planned for another time; its local day follows."""
        return replace(self, at=moment.at, offset=moment.offset, day=moment.day)

    def holds(self, record: Id) -> bool:
        """Whether something was pulled onto the agenda."""
        return any(item.record == record for item in self.agenda)

    def with_item(self, item: AgendaItem) -> Session:
        """The session with one more item at the end of its agenda."""
        return replace(self, agenda=(*self.agenda, item))

    def without(self, record: Id) -> Session:
        """The session without what was pulled onto the agenda from a record."""
        places = [n for n, item in enumerate(self.agenda) if item.record != record]
        return self.arranged(places)

    def arranged(self, places: Sequence[int]) -> Session:
        """The session with those items of its agenda, in that order; the clock stays with its item.

        Raises IndexError for a place that the agenda does not have.
        """
        kept = list(places)
        topic = kept.index(self.topic) if self.topic in kept else -1
        ticking = self.ticking if topic >= 0 else None
        agenda = tuple(self.agenda[place] for place in kept)
        return replace(self, agenda=agenda, topic=topic, ticking=ticking)

    def spent(self, place: int, now: int) -> int:
        """The seconds that an item has taken by now (UTC milliseconds); never fewer than before.

        A clock that was set back adds nothing.
        """
        banked = self.agenda[place].spent
        if place != self.topic or self.ticking is None:
            return banked
        return banked + max(0, (now - self.ticking) // 1000)

    def at_topic(self, place: int, now: int, *, done: bool = True) -> Session:
        """The session going on with another item, -1 for none; the one before is banked.

        `done` says that the one before is through.
        """
        agenda = list(self.agenda)
        if 0 <= self.topic < len(agenda) and self.topic != place:
            spent = self.spent(self.topic, now)
            agenda[self.topic] = replace(agenda[self.topic], spent=spent, done=done)
        known = place if 0 <= place < len(agenda) else -1
        ticking = None if known < 0 else now
        if known == self.topic:
            ticking = self.ticking
        if known >= 0 and agenda[known].done:
            agenda[known] = replace(agenda[known], done=False)
        return replace(self, agenda=tuple(agenda), topic=known, ticking=ticking)

    def check(self) -> None:
        """Raise RuleBrokenError where a text is too long or a length or cadence cannot be."""
        check_title(self.title, required=False)
        for name in ("place", "link"):
            check_length(name, getattr(self, name), TITLE_LIMIT)
        for name in ("question", "prep", "notes"):
            check_length(name, getattr(self, name))
        if not 1 <= self.minutes <= LONGEST:
            raise MinutesError(field="minutes")
        if not 0 <= self.every <= LONGEST_CADENCE:
            raise CadenceError(field="every")
        for item in self.agenda:
            check_length("agenda", item.title, TITLE_LIMIT)
            check_length("agenda", item.prompt)
            if not 0 <= item.minutes <= LONGEST:
                raise MinutesError(field="agenda")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """Who owes what to whom, by when.

    `person` is the other side: whom the mentee owes it, or who owes it (`mine` is False).
    `session` is where it was agreed, if in one. `state_day` is when it was done or dropped.
    """

    kind: ClassVar[Kind] = Kind.ACTION

    title: str = ""
    session: Id = NO_ID
    person: Id = NO_ID
    mine: bool = True
    due: date | None = None
    state: ActionState = ActionState.OPEN
    state_day: date | None = None

    def check(self) -> None:
        """Raise RuleBrokenError where it does not say what is owed."""
        check_title(self.title)


@dataclass(frozen=True, slots=True)
class Score:
    """One line of a debrief, 1 to 5, by the id of its statement."""

    item: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief(Record):
    """What the mentee thought of a session. It is for them alone and is in no pack, ever."""

    kind: ClassVar[Kind] = Kind.DEBRIEF

    session: Id = NO_ID
    scores: tuple[Score, ...] = ()
    answers: str = ""
    next_step: str = ""

    def score(self, item: str) -> int | None:
        """The level given to a statement; None where it was left out."""
        return next((each.level for each in self.scores if each.item == item), None)

    @property
    def empty(self) -> bool:
        """Whether nothing was put into it."""
        return not (self.scores or self.answers.strip() or self.next_step.strip())

    def check(self) -> None:
        """Raise RuleBrokenError for a level outside 1 to 5 or a text that is too long."""
        check_length("answers", self.answers)
        check_length("next_step", self.next_step)
        for each in self.scores:
            check_rating("scores", each.level)
