"""The rows of step 2: sections, items, and the fields of an item that is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

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
    value_words,
)

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole + 1


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


class ItemsModel(QAbstractListModel):
    """Candidates in sections; those that are ticked and open show their fields below."""

    def __init__(self, draft: DraftPack, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self._rows: list[Row] = []
        self._open: set[Id] = set()
        self._more: set[Id] = set()
        self.words = ""
        self.only_chosen = False

    # Properties

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def candidate(self, row: Row) -> Candidate:
        """The item that a row belongs to."""
        return next(each for each in self._draft.candidates if each.id == row.item)

    # Methods

    def refresh(self) -> None:
        """Show the draft as it reads now, keeping the rows that are still there."""
        rows = list(self._listed())
        old, self_keys = [row.key for row in self._rows], [row.key for row in rows]
        start = _common(old, self_keys)
        end = _common(old[start:][::-1], self_keys[start:][::-1])
        if len(old) > start + end:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            del self._rows[start : len(old) - end]
            self.endRemoveRows()
        if len(rows) > start + end:
            self.beginInsertRows(QModelIndex(), start, len(rows) - end - 1)
            self._rows[start:start] = rows[start : len(rows) - end]
            self.endInsertRows()
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def forget_open(self) -> None:
        """Close every item."""
        self._open.clear()
        self._more.clear()

    def set_open(self, item: Id, *, opened: bool) -> None:
        """Show the fields of an item, or hide them."""
        (self._open.add if opened else self._open.discard)(item)
        self.refresh()

    def toggle_more(self, item: Id) -> None:
        """Show the fields that are never offered, or hide them again."""
        self._more.symmetric_difference_update({item})
        self.refresh()

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sections are passed over."""
        if not index.isValid() or self.row(index).kind is RowKind.SECTION:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        checkable = self.row(index).kind in {RowKind.ITEM, RowKind.FIELD}
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checkable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says."""
        if not index.isValid():
            return None
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.about, row.words) if part)
        if role == Qt.ItemDataRole.CheckStateRole and row.kind in {RowKind.ITEM, RowKind.FIELD}:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return row if role == ROW else None

    # Private

    def _listed(self) -> Iterator[Row]:
        shown = [each for each in self._draft.candidates if self._is_shown(each)]
        asked = [each for each in shown if each.id == self._draft.asked]
        if asked and not self.only_chosen:
            yield Row(RowKind.SECTION, _translate("Where you came from"))
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
        return _translate("{ticked} of {all}").format(ticked=ticked, all=len(every))

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
                return State.CHANGED, _translate("Changed, look again")
            return State.PRIVATE, _translate("Private")
        staying = {each.id for each in candidate.whole.evidence}
        if staying - {each.id for each in self._draft.chosen}:
            return State.EVIDENCE, _translate("Evidence withheld")
        fields = self._draft.fields(candidate)
        others = (name for name in fields_of(candidate.kind) if name not in fields)
        left = sum(map(candidate.says, others))
        if not left:
            return State.WHOLE, _translate("Nothing left out")
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
            _translate("More fields"),
            words=words if added else _translate("none added"),
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


def _translate(words: str) -> str:
    return QCoreApplication.translate("Share", words)


def _common(left: list[tuple[RowKind, str, str]], right: list[tuple[RowKind, str, str]]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
