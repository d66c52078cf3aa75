"""The rows of step 2, as they are painted and spoken: sections, items, and their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import more, offered
from app.queries.packs import Candidate
from app.sharing.source import fields_of
from app.sharing.texts import says
from ui.share.draft import DraftPack
from ui.share.item_sections import Shown, sections, unlisted
from ui.share.item_words import about_words, title_words, value_words
from ui.share.words import (
    counted,
    field_words,
    first_name,
    items_words,
    passage_words,
    quoted,
    translate,
    withheld_words,
)


class RowKind(Enum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    FIELD = "field"
    READS = "reads"
    LOOK = "look"
    PASSAGE = "passage"
    WITHHOLD = "withhold"
    MORE = "more"
    REST = "rest"


class State(Enum):
    """What is said at the end of an item's row."""

    PRIVATE = "private"
    GOT = "got"
    GOT_OTHER = "got_other"
    WHOLE = "whole"
    PART = "part"
    PASSAGES = "passages"
    EVIDENCE = "evidence"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is painted and spoken.

    `ends` says whether it is the last of an open item; `words` stand at its end. `field` is the
    name of a field, or a passage as it is withheld; `note` stands below a passage.
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
    note: str = ""

    @property
    def opens(self) -> bool:
        """Whether there is more of it to open."""
        return self.kind is RowKind.ITEM and (self.ticked or self.state is State.CHANGED)

    @property
    def key(self) -> tuple[RowKind, str, str]:
        """What makes it the same row after a change."""
        return self.kind, self.item or self.title, self.field


class ItemRows:
    """Lists the candidates of a pack in sections; those in the pack that are open show more.

    `shown` says what of them is looked at.
    """

    def __init__(self, draft: DraftPack, today: date) -> None:
        self._draft = draft
        self._today = today
        self._open: set[Id] = set()
        self._more: set[Id] = set()
        self.shown = Shown()

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

    def show_everything(self) -> None:
        """List also what the kind of pack does not list by itself."""
        self.shown.everything = True

    def listed(self) -> Iterator[Row]:
        """Every row as the draft reads now."""
        for section in sections(self._draft, self.shown):
            yield Row(RowKind.SECTION, section.title, words=section.words)
            for candidate in section.items:
                yield from self._item(candidate)
        if rest := unlisted(self._draft, self.shown):
            words = items_words(len(rest))
            yield Row(RowKind.REST, translate("Share", "List everything else"), words=words)

    # Private

    def _item(self, candidate: Candidate) -> Iterator[Row]:
        ticked = self._draft.is_ticked(candidate)
        opened = self._draft.has(candidate) and candidate.id in self._open
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
            inside = list(
                self._inside(candidate) if ticked else changed_rows(self._draft, candidate)
            )
            inside[-1:] = [replace(row, ends=True) for row in inside[-1:]]
            yield from inside

    def _state(self, candidate: Candidate, *, ticked: bool) -> tuple[State, str]:
        if not ticked:
            return self._unticked(candidate)
        if withheld := len(candidate.whole.passages):
            return State.PASSAGES, withheld_words(withheld)
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

    def _unticked(self, candidate: Candidate) -> tuple[State, str]:
        """What is said of an item that stays: whether it changed, and whether they got it."""
        got = self._draft.earlier.find(candidate)
        if got is None:
            if self._draft.has(candidate):
                return State.CHANGED, translate("Share", "Changed, look again")
            return State.PRIVATE, translate("Share", "Private")
        name = first_name(self._draft.recipient)
        changed = got.is_changed(candidate)
        form = translate("Share", "{name} got it")
        if changed:
            form = translate("Share", "Changed since {name} got it")
        if self._draft.has(candidate):
            return State.CHANGED, form.format(name=name) if changed else translate(
                "Share", "Changed, look again"
            )
        return State.GOT_OTHER if changed else State.GOT, form.format(name=name)

    def _inside(self, candidate: Candidate) -> Iterator[Row]:
        """What an open item shows: its fields, what of it stays, and what is never offered."""
        fields = self._draft.fields(candidate)
        pack, kind = self._draft.pack.type, candidate.kind
        rest = [name for name in more(pack, kind) if candidate.says(name)]
        for name in offered(pack, kind):
            if candidate.says(name):
                yield self._field(candidate, name, ticked=name in fields)
        yield from _passages(candidate)
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
        )
        for name in rest if opened else ():
            yield self._field(candidate, name, ticked=name in fields)

    def _field(self, candidate: Candidate, name: str, *, ticked: bool) -> Row:
        value = value_words(candidate, name)
        return Row(RowKind.FIELD, field_words(name), value, "", candidate.id, name, ticked=ticked)


def changed_rows(draft: DraftPack, candidate: Candidate) -> Iterator[Row]:
    """What an item that changed since it was ticked says now, and the row that ticks it again."""
    differs, withheld = draft.differs(candidate), len(candidate.whole.passages)
    for name in differs:
        if name not in draft.fields(candidate):
            value = candidate.title if name == "title" else withheld_words(withheld)
            yield _reading(candidate, name, value, differs)
    for name in draft.fields(candidate):
        value = value_words(candidate, name) if candidate.says(name) else ""
        yield _reading(candidate, name, value, differs)
    words = translate("Share", "Tick it as it reads now")
    yield Row(RowKind.LOOK, words, item=candidate.id)


def _reading(candidate: Candidate, name: str, value: str, differs: tuple[str, ...]) -> Row:
    changed = translate("Share", "Changed") if name in differs else ""
    return Row(RowKind.READS, field_words(name), value, changed, candidate.id, name)


def _passages(candidate: Candidate) -> Iterator[Row]:
    """The passages of an item that stay, and the way to withhold another."""
    if candidate.kind is Kind.CHART:
        return
    for passage in candidate.whole.passages:
        changed = translate("Share", "These words have changed since; look again")
        yield Row(
            RowKind.PASSAGE,
            passage_words(passage),
            quoted(passage.text),
            translate("Share", "Show again"),
            candidate.id,
            passage.text,
            note="" if says(candidate.whole, passage.text) else changed,
        )
    words = translate("Share", "Withhold a passage")
    if candidate.whole.passages:
        words = translate("Share", "Withhold another passage")
    yield Row(RowKind.WITHHOLD, words, item=candidate.id)
