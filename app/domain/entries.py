"""Journal entries, and the evidence that ties them to a goal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from app.clock import Moment
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import Record, check_length, check_rating, check_title, clean_tags

NO_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """One journal entry.

    `at` is UTC milliseconds, `offset` the zone's minutes then, `day` the local date, stored so
    that it never moves. `source` names the record of another journal that it came from.
    """

    kind: ClassVar[Kind] = Kind.ENTRY

    at: int = 0
    offset: int = 0
    day: date = NO_DAY
    title: str = ""
    body: str = ""
    template: str = ""
    tags: tuple[str, ...] = ()
    energy: int | None = None
    confidence: int | None = None
    bring: bool = False
    pinned: bool = False
    source: str = ""

    @property
    def written(self) -> Moment:
        """When it was written, in the zone it was written in."""
        return Moment(self.at, self.offset)

    @property
    def empty(self) -> bool:
        """Whether nothing was put into it."""
        ratings = self.energy is not None or self.confidence is not None
        return not (self.title.strip() or self.body.strip() or self.tags or ratings)

    def dated(self, moment: Moment) -> Entry:
        """The entry moved to another time; its local date follows."""
        return replace(self, at=moment.at, offset=moment.offset, day=moment.day)

    def tagged(self, tags: tuple[str, ...]) -> Entry:
        """The entry with these tags, cleaned."""
        return replace(self, tags=clean_tags(tags))

    def check(self) -> None:
        """Raise RuleBrokenError for a rating outside 1 to 5 or a text that is too long."""
        check_title(self.title, required=False)
        check_length("body", self.body)
        check_rating("energy", self.energy)
        check_rating("confidence", self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A link that says: this entry is evidence for that goal, milestone or competency.

    With a `quote` it is that passage of the entry, kept as it read on the day `quoted`, whatever
    becomes of the text later.
    """

    kind: ClassVar[Kind] = Kind.EVIDENCE

    entry: Id = NO_ID
    target_kind: Kind = Kind.GOAL
    target: Id = NO_ID
    quote: str = ""
    quoted: date | None = None

    def check(self) -> None:
        """Raise RuleBrokenError where the passage is too long."""
        check_length("quote", self.quote)
