"""What a search found as a Qt model: hits under headings, or one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.domain.ids import Kind
from app.domain.query import Query, parse
from app.queries.search import Hit
from ui.labels import number
from ui.search.words import (
    GROUPS,
    Group,
    count_words,
    group_count,
    group_of,
    group_words,
    sentence_of,
    title_of,
)
from ui.widgets.rows import Index, RowRole

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group of hits, and how many there are in all."""

    group: Group
    count: str


@dataclass(frozen=True, slots=True)
class Rest:
    """A row that leads to the other hits of a group."""

    group: Group
    count: int


Item: TypeAlias = Heading | Hit | Rest


class ResultRole(IntEnum):
    """What a row holds for its delegate."""

    ITEM = Qt.ItemDataRole.UserRole + 1


class ResultModel(QAbstractListModel):
    """Hits as they were found; the next ones are put below, so that none ever moves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._query = parse("")
        self._today = date.min
        self._grouped = False

    # Properties

    @property
    def query(self) -> Query:
        """The search whose hits these are."""
        return self._query

    @property
    def today(self) -> date:
        """The day that words for days are reckoned from."""
        return self._today

    def item(self, index: Index) -> Item | None:
        """What stands in a row."""
        return self._items[index.row()] if index.isValid() else None

    def hits(self) -> list[Hit]:
        """Every hit, from the top."""
        return [item for item in self._items if isinstance(item, Hit)]

    def shows(self, query: Query, hits: Sequence[Hit], *, grouped: bool) -> bool:
        """Whether these are the hits that are shown, in this way."""
        same = (self._query, self._grouped) == (query, grouped)
        return same and (_in_order(hits) if grouped else list(hits)) == self.hits()

    def place(self, wanted: Hit | None) -> QModelIndex:
        """Where a record stands; invalid where it was not found."""
        for row, item in enumerate(self._items):
            if wanted and isinstance(item, Hit) and item.id == wanted.id:
                return self.index(row)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """The first row that can be opened."""
        rows = (row for row, item in enumerate(self._items) if not isinstance(item, Heading))
        return self.index(next(rows, -1))

    # Methods

    def show(self, query: Query, hits: Sequence[Hit], today: date, *, grouped: bool) -> None:
        """Show other hits: best ones by group, or in the order they come in."""
        self.beginResetModel()
        self._query, self._today, self._grouped = query, today, grouped
        self._items = list(_in_groups(hits)) if grouped else list(hits)
        self.endResetModel()

    def add(self, hits: Sequence[Hit]) -> None:
        """Put the next hits below."""
        if hits:
            start = len(self._items)
            self.beginInsertRows(_ROOT, start, start + len(hits) - 1)
            self._items += hits
            self.endInsertRows()

    def count(self, by_kind: Mapping[Kind, int]) -> None:
        """Say at each heading how much there is, and below its hits how to reach the rest."""
        for row in reversed(range(len(self._items))):
            item = self._items[row]
            if isinstance(item, Heading):
                total = group_count(item.group, by_kind)
                self._items[row] = Heading(item.group, count_words(item.group, total))
                self.dataChanged.emit(self.index(row), self.index(row))
                self._add_rest(row, item.group, total)

    def _add_rest(self, row: int, group: Group, total: int) -> None:
        end = row + 1
        while end < len(self._items) and isinstance(self._items[end], Hit):
            end += 1
        known = end < len(self._items) and isinstance(self._items[end], Rest)
        if total > end - row - 1 and not known:
            self.beginInsertRows(_ROOT, end, end)
            self._items.insert(end, Rest(group, total))
            self.endInsertRows()

    # Qt's own

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown and said of a row."""
        item = self.item(index)
        if role == ResultRole.ITEM:
            return item
        if role == RowRole.SECTION:
            return isinstance(item, Heading) or None
        said = role == Qt.ItemDataRole.AccessibleTextRole
        if item is None or (role != Qt.ItemDataRole.DisplayRole and not said):
            return None
        if isinstance(item, Heading):
            words = group_words(item.group)
            return f"{words}, {item.count}" if said and item.count else words
        if isinstance(item, Rest):
            return self._rest_words(item)
        return sentence_of(item, self._query, self._today) if said else title_of(item).text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, so the arrows skip them."""
        if self.item(index) is None or isinstance(self.item(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def _rest_words(self, rest: Rest) -> str:
        words = self.tr("Show all {count} in {group}")
        return words.format(count=number(rest.count), group=group_words(rest.group))


def _in_order(hits: Sequence[Hit]) -> list[Hit]:
    return [item for item in _in_groups(hits) if isinstance(item, Hit)]


def _in_groups(hits: Sequence[Hit]) -> list[Item]:
    """The groups in the order of their best hit, their hits below them."""
    items: list[Item] = []
    for group in dict.fromkeys(group_of(hit.kind) for hit in hits):
        items.append(Heading(group, ""))
        items += [hit for hit in hits if hit.kind in group.kinds]
    return items


def groups_found(by_kind: Mapping[Kind, int]) -> list[Group]:
    """The groups in which something was found, in the order of the tabs."""
    return [group for group in GROUPS if group_count(group, by_kind)]
