"""Share packs, and the ledger of what has left the vault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from app.domain.cycles import Relation
from app.domain.document import PaperSize
from app.domain.goals import DatesReversedError
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_title


class PackType(StrEnum):
    """What a share pack is for: it orders, filters and suggests, and ticks nothing."""

    BRIEF = "brief"
    PROGRESS = "progress"
    SPONSOR = "sponsor"
    CYCLE = "cycle"
    HANDOVER = "handover"
    AGREEMENT = "agreement"
    OWN = "own"


FIELDS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.CYCLE: ("purpose", "dates", "agreement", "outcome"),
    Kind.ENTRY: ("body", "images", "energy", "confidence", "tags"),
    Kind.GOAL: (
        "why",
        "measure",
        "milestones",
        "alignment",
        "obstacle",
        "plan",
        "support",
        "competencies",
        "check_ins",
        "confidence",
        "learned",
    ),
    Kind.STRETCH: (
        "why",
        "targets",
        "measure",
        "milestones",
        "obstacle",
        "plan",
        "if_badly",
        "support",
        "competencies",
        "check_ins",
        "confidence",
        "learned",
    ),
    Kind.EXPERIENCE: (
        "did",
        "outcome",
        "dates",
        "hours",
        "learned",
        "competencies",
        "people",
    ),
    Kind.SESSION: ("when", "question", "agenda", "place", "prep", "notes"),
    Kind.ACTION: ("who", "due", "state"),
    Kind.FEEDBACK: ("about", "answers", "rating", "giver", "remark"),
    Kind.CHART: ("chart",),
}
"""Every field of a kind that can leave, in the order they are shown."""

OFFERED: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.CYCLE: ("dates", "agreement"),
    Kind.ENTRY: ("body", "images"),
    Kind.GOAL: ("why", "measure", "milestones"),
    Kind.STRETCH: ("why", "targets", "measure", "milestones"),
    Kind.EXPERIENCE: ("did", "outcome"),
    Kind.SESSION: ("when", "question", "agenda"),
    Kind.ACTION: ("who", "due", "state"),
    Kind.FEEDBACK: ("about", "answers"),
    Kind.CHART: ("chart",),
}
"""The fields that ticking an item ticks with it, in a pack of no special type."""

_OF_TYPE: Final[dict[PackType, dict[Kind, tuple[str, ...]]]] = {
    # A brief is one page: of what to talk about, the title is enough.
    PackType.BRIEF: {
        Kind.ENTRY: (),
        Kind.GOAL: ("measure", "milestones"),
        Kind.STRETCH: ("targets", "measure"),
    },
    PackType.SPONSOR: {
        Kind.CYCLE: ("dates", "outcome"),
        Kind.GOAL: ("measure", "milestones", "support"),
        Kind.STRETCH: ("targets", "measure", "support"),
    },
    PackType.CYCLE: {Kind.CYCLE: ("purpose", "dates", "outcome")},
    PackType.HANDOVER: {
        Kind.CYCLE: ("dates", "agreement", "outcome"),
        Kind.GOAL: ("why", "measure", "milestones", "support"),
        Kind.STRETCH: ("why", "targets", "measure", "support"),
    },
}
"""Where a type of pack offers other fields than usual."""


NEVER_OFFERED: Final = frozenset({"energy", "confidence", "tags", "rating", "giver"})
"""The fields that no button ticks, whoever it is for and whatever they got before."""


def offered(pack: PackType, kind: Kind) -> tuple[str, ...]:
    """The fields that ticking an item ticks with it; none is a rating, a tag or who said it."""
    return _OF_TYPE.get(pack, {}).get(kind, OFFERED[kind])


def more(pack: PackType, kind: Kind) -> tuple[str, ...]:
    """The fields that are not offered in a type of pack: each is ticked by itself."""
    usual = offered(pack, kind)
    return tuple(name for name in FIELDS[kind] if name not in usual)


OWNER_NAME: Final = "owner_name"
"""The preference that names the mentee on the PDFs they share."""

SAMPLE: Final = "sample"
"""The fact about a vault that its story is made up: the day it was filled, by ISO 8601."""


@dataclass(frozen=True, slots=True)
class PackItem:
    """One chosen item and the fields of it that may leave.

    `seen` is the item's stamp (sharing.source.stamp) when it was last looked at: once that is
    another one, because the item was edited or an edit was taken back, it does not go out before
    the mentee has looked again. `versions` are digests of what it said then
    (sharing.fields.versions), which tell what of it has changed.
    """

    kind: Kind
    id: Id
    fields: tuple[str, ...]
    seen: int = 0
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stay; `marked` leaves a mark where they stood, else they go without a trace."""

    text: str
    marked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding(Record):
    """What of an item is withheld from a recipient, in this pack and in every other."""

    kind: ClassVar[Kind] = Kind.WITHHOLDING

    recipient: Id = NO_ID
    item: Id = NO_ID
    passages: tuple[Passage, ...] = ()

    def check(self) -> None:
        """Raise RuleBrokenError where a passage is too long."""
        for passage in self.passages:
            check_length("passages", passage.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Record):
    """A share pack: who it is for, why, and what the mentee chose for them.

    Nothing is in it that was not chosen item by item and field by field. The items stand on paper
    in their order here.

    Attributes:
        first: With `last`, the days that the items to choose from lie between.
        until: The day after which the reader is asked to delete it.
        unnamed: The people who are called by what they are to the mentee, not by their names.
    """

    kind: ClassVar[Kind] = Kind.PACK

    title: str = ""
    recipient: Id = NO_ID
    purpose: str = ""
    note: str = ""
    items: tuple[PackItem, ...] = ()
    paper: PaperSize = PaperSize.A4
    type: PackType = PackType.OWN
    first: date | None = None
    last: date | None = None
    until: date | None = None
    unnamed: tuple[Id, ...] = ()

    def item(self, kind: Kind, item_id: Id) -> PackItem | None:
        """The chosen item with this id, if it is chosen."""
        return next((i for i in self.items if (i.kind, i.id) == (kind, item_id)), None)

    def with_item(self, item: PackItem, place: int | None = None) -> Pack:
        """The pack with this item chosen, in its old place if it already was, else in this one."""
        if self.item(item.kind, item.id) is None:
            place = len(self.items) if place is None else place
            return replace(self, items=(*self.items[:place], item, *self.items[place:]))
        items = (item if (i.kind, i.id) == (item.kind, item.id) else i for i in self.items)
        return replace(self, items=tuple(items))

    def place_of(self, item_id: Id, order: Sequence[Id]) -> int:
        """Where an item that is not chosen yet belongs, if the items stand in this order."""
        ranks = {each: rank for rank, each in enumerate(order)}
        mine = ranks.get(item_id, len(ranks))
        after = (n for n, each in enumerate(self.items) if ranks.get(each.id, -1) > mine)
        return next(after, len(self.items))

    def with_moved(self, kind: Kind, item_id: Id, place: int) -> Pack:
        """The pack with a chosen item in another place, counted without it."""
        item = self.item(kind, item_id)
        return self if item is None else self.without_item(kind, item_id).with_item(item, place)

    def without_item(self, kind: Kind, item_id: Id) -> Pack:
        """The pack with this item not chosen."""
        items = (i for i in self.items if (i.kind, i.id) != (kind, item_id))
        return replace(self, items=tuple(items))

    def check(self) -> None:
        """Raise RuleBrokenError where a text is too long."""
        check_title(self.title, required=False)
        check_length("purpose", self.purpose, TITLE_LIMIT)
        check_length("note", self.note)
        if self.first and self.last and self.last < self.first:
            raise DatesReversedError(field="last")


@dataclass(frozen=True, slots=True)
class SharedItem:
    """What left: an item, its fields, and for each field a digest of exactly what it said.

    `versions` are SHA-256 in hexadecimal: they tell later which fields have changed since,
    without keeping a second copy of the words. `passages` and `evidence` count what of the item
    was withheld; its words are not kept.
    """

    kind: Kind
    id: Id
    title: str
    fields: tuple[str, ...]
    versions: tuple[str, ...]
    passages: int = 0
    evidence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Record):
    """A line of the ledger: a PDF that was saved. It is written once and never changed."""

    kind: ClassVar[Kind] = Kind.SHARED
    fixed: ClassVar[bool] = True

    pack: Id = NO_ID
    title: str = ""
    recipient: str = ""
    relation: Relation = Relation.OTHER
    purpose: str = ""
    at: int = 0
    offset: int = 0
    items: tuple[SharedItem, ...] = ()
    pages: int = 0
    size: int = 0
    sha256: str = ""
    passphrase: bool = False
    file_name: str = ""
    person: Id = NO_ID
    type: PackType = PackType.OWN
    unnamed: int = 0
    until: date | None = None


class Mark(StrEnum):
    """What became of a copy that left, as far as the mentee knows."""

    REVOKED = "revoked"
    """The reader was asked to delete it."""
    DELETED = "deleted"
    """The reader said that it is deleted."""
    EXPIRED = "expired"
    """It has served its purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedMark(Record):
    """A later note beside a line of the ledger, which itself never changes."""

    kind: ClassVar[Kind] = Kind.SHARED_MARK
    fixed: ClassVar[bool] = True

    shared: Id = NO_ID
    mark: Mark = Mark.REVOKED
    day: date = date(1970, 1, 1)
