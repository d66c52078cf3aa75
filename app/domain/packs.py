"""Share packs, and the ledger of what has left the vault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from app.domain.cycles import Relation
from app.domain.document import PaperSize
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_title

OFFERED: dict[Kind, tuple[str, ...]] = {
    Kind.CYCLE: ("dates", "agreement"),
    Kind.ENTRY: ("body",),
    Kind.GOAL: ("why", "measure", "milestones"),
    Kind.STRETCH: ("why", "targets", "measure", "milestones"),
    Kind.EXPERIENCE: ("did", "outcome"),
    Kind.CHART: ("chart",),
}
"""The fields that ticking an item ticks with it. None of them is a rating, a tag or a link."""

MORE: dict[Kind, tuple[str, ...]] = {
    Kind.CYCLE: ("purpose", "outcome"),
    Kind.ENTRY: ("energy", "confidence", "tags"),
    Kind.GOAL: (
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
        "obstacle",
        "plan",
        "if_badly",
        "support",
        "competencies",
        "check_ins",
        "confidence",
        "learned",
    ),
    Kind.EXPERIENCE: ("dates", "hours", "learned", "competencies", "people"),
    Kind.CHART: (),
}
"""The fields that are never offered: each is ticked by itself, one by one."""

OWNER_NAME: Final = "owner_name"
"""The preference that names the mentee on the PDFs they share."""

SAMPLE: Final = "sample"
"""The fact about a vault that its story is made up: the day it was filled, by ISO 8601."""


@dataclass(frozen=True, slots=True)
class PackItem:
    """One chosen item and the fields of it that may leave.

    `seen` is the item's stamp (sharing.source.stamp) when it was last looked at: once that is
    another one, because the item was edited or an edit was taken back, it does not go out before
    the mentee has looked again.
    """

    kind: Kind
    id: Id
    fields: tuple[str, ...]
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Record):
    """A share pack: who it is for, why, and what the mentee chose for them.

    Nothing is in it that was not chosen item by item and field by field.
    """

    kind: ClassVar[Kind] = Kind.PACK

    title: str = ""
    recipient: Id = NO_ID
    purpose: str = ""
    note: str = ""
    items: tuple[PackItem, ...] = ()
    paper: PaperSize = PaperSize.A4

    def item(self, kind: Kind, item_id: Id) -> PackItem | None:
        """The chosen item with this id, if it is chosen."""
        return next((i for i in self.items if (i.kind, i.id) == (kind, item_id)), None)

    def with_item(self, item: PackItem) -> Pack:
        """The pack with this item chosen, in its old place if it already was."""
        if self.item(item.kind, item.id) is None:
            return replace(self, items=(*self.items, item))
        items = (item if (i.kind, i.id) == (item.kind, item.id) else i for i in self.items)
        return replace(self, items=tuple(items))

    def without_item(self, kind: Kind, item_id: Id) -> Pack:
        """The pack with this item not chosen."""
        items = (i for i in self.items if (i.kind, i.id) != (kind, item_id))
        return replace(self, items=tuple(items))

    def check(self) -> None:
        """Raise RuleBrokenError where a text is too long."""
        check_title(self.title, required=False)
        check_length("purpose", self.purpose, TITLE_LIMIT)
        check_length("note", self.note)


@dataclass(frozen=True, slots=True)
class SharedItem:
    """What left: an item, its fields, and for each field a digest of exactly what it said.

    `versions` are SHA-256 in hexadecimal: they tell later which fields have changed since,
    without keeping a second copy of the words.
    """

    kind: Kind
    id: Id
    title: str
    fields: tuple[str, ...]
    versions: tuple[str, ...]


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
