"""The rows of step 2, as they are painted and spoken: sections, items, and their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import more, offered
from app.queries.packs import Candidate
from app.sharing.source import KINDS, fields_of
from ui.share.draft import DraftPack
from ui.share.words import (
    about_words,
    counted,
    field_words,
    section_words,
    title_words,
    translate,
    value_words,
)


class RowKind(Enum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    FIELD = "field"
    MORE = "more"


class State(Enum):
    """What is said at the end of an item's row."""

    PRIVATE = "private"
    WHOLE = "whole"
    PART = "part"
    EVIDENCE = "evidence"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is painted and spoken.

    `ends` says whether it is the last of an open item; `words` stand at its end.
    """

    kind: RowKind
    title: str
    about: str = ""
    words: str = ""
    item: Id = NO_ID
    field: str = ""
    state: State = State.PRIVATE
    ticked: bool = False
    opened: bool = False
    ends: bool = False

    @property
    def key(self) -> tuple[RowKind, str, str]:
        """What makes it the same row after a change."""
        return self.kind, self.item or self.title, self.field


class ItemRows:
    """Lists the candidates of a pack in sections; ticked ones that are open show their fields.

    `words` filter by title and tag; `only_chosen` lists what is chosen, and nothing else.
    """

    def __init__(self, draft: DraftPack, today: date) -> None:
        self._draft = draft
        self._today = today
        self._open: set[Id] = set()
        self._more: set[Id] = set()
        self.words = ""
        self.only_chosen = False

    # Methods

    def candidate(self, row: Row) -> Candidate:
        """The item that a row belongs to."""
        return next(each for each in self._draft.candidates if each.id == row.item)

    def forget_open(self) -> None:
        """Close every item."""
        self._open.clear()
        self._more.clear()

    def set_open(self, item: Id, *, opened: bool) -> None:
        """Show the fields of an item, or hide them."""
        (self._open.add if opened else self._open.discard)(item)

    def toggle_more(self, item: Id) -> None:
        """Show the fields that are never offered, or hide them again."""
        self._more.symmetric_difference_update({item})

    def listed(self) -> Iterator[Row]:
        """Every row as the draft reads now."""
        shown = [each for each in self._draft.candidates if self._is_shown(each)]
        asked = [each for each in shown if each.id == self._draft.asked]
        if asked and not self.only_chosen:
            yield Row(RowKind.SECTION, translate("Share", "Where you came from"))
            for candidate in asked:
                yield from self._item(candidate)
        for kind in KINDS:
            group = [each for each in shown if each.kind is kind]
            if not self.only_chosen:
                group = [each for each in group if each not in asked]
            if group:
                yield Row(RowKind.SECTION, section_words(kind), words=self._share_of(kind))
            for candidate in group:
                yield from self._item(candidate)

    # Private

    def _is_shown(self, candidate: Candidate) -> bool:
        if self.only_chosen and not self._draft.pack.item(candidate.kind, candidate.id):
            return False
        words = self.words.casefold().split()
        if not words:
            return True
        record = candidate.whole.record
        text = " ".join((record.title, *getattr(record, "tags", ()))).casefold()
        return all(word in text for word in words)

    def _share_of(self, kind: Kind) -> str:
        every = [each for each in self._draft.candidates if each.kind is kind]
        ticked = sum(1 for each in every if self._draft.is_ticked(each))
        return translate("Share", "{ticked} of {all}").format(ticked=ticked, all=len(every))

    def _item(self, candidate: Candidate) -> Iterator[Row]:
        ticked = self._draft.is_ticked(candidate)
        opened = ticked and candidate.id in self._open
        state, words = self._state(candidate, ticked=ticked)
        yield Row(
            RowKind.ITEM,
            title_words(candidate, self._today),
            about_words(candidate, self._today),
            words,
            candidate.id,
            state=state,
            ticked=ticked,
            opened=opened,
        )
        if opened:
            yield from self._fields(candidate)

    def _state(self, candidate: Candidate, *, ticked: bool) -> tuple[State, str]:
        if not ticked:
            if self._draft.pack.item(candidate.kind, candidate.id):
                return State.CHANGED, translate("Share", "Changed, look again")
            return State.PRIVATE, translate("Share", "Private")
        staying = {each.id for each in candidate.whole.evidence}
        if staying - {each.id for each in self._draft.chosen}:
            return State.EVIDENCE, translate("Share", "Evidence withheld")
        fields = self._draft.fields(candidate)
        others = (name for name in fields_of(candidate.kind) if name not in fields)
        left = sum(map(candidate.says, others))
        if not left:
            return State.WHOLE, translate("Share", "Nothing left out")
        one = QT_TRANSLATE_NOOP("Share", "1 field left out")
        return State.PART, counted(one, QT_TRANSLATE_NOOP("Share", "%n fields left out"), left)

    def _fields(self, candidate: Candidate) -> Iterator[Row]:
        fields = self._draft.fields(candidate)
        pack, kind = self._draft.pack.type, candidate.kind
        rest = [name for name in more(pack, kind) if candidate.says(name)]
        names = [name for name in offered(pack, kind) if candidate.says(name)]
        for name in names:
            last = name == names[-1] and not rest
            yield self._field(candidate, name, ticked=name in fields, ends=last)
        if not rest:
            return
        added = sum(1 for name in rest if name in fields)
        one = QT_TRANSLATE_NOOP("Share", "1 added")
        words = counted(one, QT_TRANSLATE_NOOP("Share", "%n added"), added)
        opened = candidate.id in self._more
        yield Row(
            RowKind.MORE,
            translate("Share", "More fields"),
            words=words if added else translate("Share", "none added"),
            item=candidate.id,
            opened=opened,
            ends=not opened,
        )
        for name in rest if opened else ():
            yield self._field(candidate, name, ticked=name in fields, ends=name == rest[-1])

    def _field(self, candidate: Candidate, name: str, *, ticked: bool, ends: bool) -> Row:
        value = value_words(candidate, name)
        title = field_words(name)
        return Row(RowKind.FIELD, title, value, "", candidate.id, name, ticked=ticked, ends=ends)
