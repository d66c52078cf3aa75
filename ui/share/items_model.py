"""The model of step 2: the rows of the items, kept where they still are after a change."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.ids import Id
from app.queries.packs import Candidate
from ui.share.draft import DraftPack
from ui.share.items_rows import ItemRows, Row, RowKind

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole + 1


class ItemsModel(QAbstractListModel):
    """Candidates in sections; those that are ticked and open show their fields below."""

    def __init__(self, draft: DraftPack, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.listing = ItemRows(draft, today)
        self._rows: list[Row] = []

    # Properties

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def candidate(self, row: Row) -> Candidate:
        """The item that a row belongs to."""
        return self.listing.candidate(row)

    # Methods

    def refresh(self) -> None:
        """Show the draft as it reads now, keeping the rows that are still there."""
        rows = list(self.listing.listed())
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

    def set_open(self, item: Id, *, opened: bool) -> None:
        """Show the fields of an item, or hide them."""
        self.listing.set_open(item, opened=opened)
        self.refresh()

    def toggle_more(self, item: Id) -> None:
        """Show the fields that are never offered, or hide them again."""
        self.listing.toggle_more(item)
        self.refresh()

    def show_everything(self) -> None:
        """List also what the kind of pack does not list by itself."""
        self.listing.show_everything()
        self.refresh()

    def find(self, item: Id) -> QModelIndex:
        """The row of an item; an invalid index where it is not listed."""
        rows = enumerate(self._rows)
        found = (at for at, row in rows if row.kind is RowKind.ITEM and row.item == item)
        at = next(found, None)
        return QModelIndex() if at is None else self.index(at)

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
            return ", ".join(part for part in (row.title, row.about, row.note, row.words) if part)
        if role == Qt.ItemDataRole.CheckStateRole and row.kind in {RowKind.ITEM, RowKind.FIELD}:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return row if role == ROW else None


def _common(left: list[tuple[RowKind, str, str]], right: list[tuple[RowKind, str, str]]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
