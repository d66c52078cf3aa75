"""The journal's list as a Qt model: headings and entries, read a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.ids import Id
from app.queries.calendar import DayPage
from app.queries.journal import EntryRow, Listing, Section, Span, section_of
from ui.journal.words import (
    entries_words,
    goals_words,
    row_day,
    section_words,
    weekday_words,
)
from ui.labels import clock, long_day, short_day
from ui.widgets.rows import RowRole

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DayHeading:
    """A heading of the calendar's list: the day, or On this day, and how much stands below it."""

    words: str
    entries: int


Item: TypeAlias = Section | DayHeading | EntryRow

_ROOT = QModelIndex()


class EntryRole(IntEnum):
    """What a row holds for its delegate."""

    ROW = Qt.ItemDataRole.UserRole + 1
    DAY = Qt.ItemDataRole.UserRole + 2


class Shape(IntEnum):
    """What decides how high a row is."""

    FIRST_HEADING = 0
    HEADING = 1
    TITLE_ONLY = 2
    WITH_TEXT = 3


class EntryModel(QAbstractListModel):
    """Entries under their headings; `read_older` brings what follows the last one."""

    def __init__(self, read_older: Callable[[EntryRow], Listing]) -> None:
        super().__init__()
        self._read_older = read_older
        self._today = date.min
        self._items: list[Item] = []
        self._more = False
        self._day: date | None = None
        self._where: dict[Id, int] | None = None

    # Properties

    def entry(self, index: Index) -> EntryRow | None:
        """The entry in a row; None for a heading."""
        item = self._items[index.row()] if index.isValid() else None
        return item if isinstance(item, EntryRow) else None

    def shape(self, row: int) -> Shape:
        """How a row is built; without a title the text stands in its place."""
        item = self._items[row]
        if isinstance(item, EntryRow):
            return Shape.WITH_TEXT if item.title and item.opening else Shape.TITLE_ONLY
        return Shape.HEADING if row else Shape.FIRST_HEADING

    def index_of(self, entry_id: Id) -> QModelIndex:
        """Where an entry stands; invalid where it has not been read or is left out."""
        place = self._places().get(entry_id)
        return QModelIndex() if place is None else self.index(place)

    def neighbour(self, entry_id: Id) -> EntryRow | None:
        """The entry below another one, or above it where it is the last."""
        place = self._places().get(entry_id)
        if place is None:
            return None
        # At most one heading stands between two entries.
        near = (*self._items[place + 1 : place + 3], *self._items[max(place - 2, 0) : place][::-1])
        return next((item for item in near if isinstance(item, EntryRow)), None)

    def read_rows(self) -> int:
        """How many entries have been read."""
        return len(self._places())

    def is_over(self, row: EntryRow) -> bool:
        """Whether an entry is newer than the last one that was read."""
        last = self._items[-1] if self._items else None
        if not isinstance(last, EntryRow) or (row.pinned and not last.pinned):
            return True
        if last.pinned and not row.pinned:
            return not self._more
        return (row.day, row.at) >= (last.day, last.at)

    # Methods

    def show(self, listing: Listing, today: date) -> None:
        """Show another reading of the list; what stays the same keeps its place."""
        self._more, self._day = listing.more, None
        redated = today != self._today
        self._today = today
        self._replace(list(self._under_headings(listing.rows, None)))
        if redated and self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def show_day(self, page: DayPage, today: date) -> None:
        """Show a day of the calendar, and the same day of other years below it."""
        self._more, self._day, self._today = False, page.day, today
        items: list[Item] = []
        if page.entries:
            items += [DayHeading(weekday_words(page.day, today), len(page.entries)), *page.entries]
        if page.other_years:
            items += [DayHeading(self.tr("On this day"), len(page.other_years)), *page.other_years]
        self._replace(items)

    def renew(self, row: EntryRow) -> bool:
        """Show an entry's new content in its place; False where it belongs elsewhere now."""
        index = self.index_of(row.id)
        old = self.entry(index)
        if old is None or (old.day, old.at, old.pinned) != (row.day, row.at, row.pinned):
            return False
        if row != old:
            self._items[index.row()] = row
            self.dataChanged.emit(index, index)
        return True

    # Qt's own

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many headings and entries have been read."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A heading's words, or what is shown and said of an entry."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        return self._cell(item, role) if isinstance(item, EntryRow) else self._heading(item, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, so the arrows skip them."""
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        """Whether older entries have not been read yet."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = _ROOT) -> None:
        """Read the next page."""
        last = self._items[-1] if self._items else None
        if not self.canFetchMore(parent) or not isinstance(last, EntryRow):
            return
        listing = self._read_older(last)
        self._more = listing.more
        fresh = list(self._under_headings(listing.rows, section_of(last, self._today)))
        if fresh:
            start = len(self._items)
            self.beginInsertRows(_ROOT, start, start + len(fresh) - 1)
            self._items += fresh
            self._where = None
            self.endInsertRows()

    # Private

    def _under_headings(self, rows: Iterable[EntryRow], heading: Section | None) -> Iterable[Item]:
        for row in rows:
            section = section_of(row, self._today)
            if section != heading:
                heading = section
                yield section
            yield row

    def _places(self) -> dict[Id, int]:
        """Where each entry stands, worked out once after each change of the list."""
        if self._where is None:
            entries = ((at, item) for at, item in enumerate(self._items))
            self._where = {item.id: at for at, item in entries if isinstance(item, EntryRow)}
        return self._where

    def _replace(self, items: list[Item]) -> None:
        old, new = [_key(item) for item in self._items], [_key(item) for item in items]
        start = _shared_start(old, new)
        end = _shared_start(old[start:][::-1], new[start:][::-1])
        if start < len(old) - end:
            self.beginRemoveRows(_ROOT, start, len(old) - end - 1)
            del self._items[start : len(old) - end]
            self._where = None
            self.endRemoveRows()
        if start < len(new) - end:
            self.beginInsertRows(_ROOT, start, len(new) - end - 1)
            self._items[start:start] = items[start : len(new) - end]
            self._where = None
            self.endInsertRows()
        for place, item in enumerate(items):
            if item != self._items[place]:
                self._items[place] = item
                self.dataChanged.emit(self.index(place), self.index(place))

    def _cell(self, item: EntryRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title or item.snippet
        if role == EntryRole.ROW:
            return item
        if role == EntryRole.DAY and self._day is not None:
            now = item.day == self._day
            return clock(item.written.local) if now else short_day(item.day, self._today)
        if role == EntryRole.DAY:
            return row_day(item.day, self._today, dated=item.pinned)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(item)
        return None

    def _heading(self, section: Section | DayHeading, role: int) -> object:
        if role == RowRole.SECTION:
            return True
        if isinstance(section, DayHeading):
            return self._day_heading(section, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return section_words(section, self._today)
        return None

    def _day_heading(self, heading: DayHeading, role: int) -> object:
        count = entries_words(heading.entries)
        cells: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: heading.words,
            Qt.ItemDataRole.AccessibleTextRole: f"{heading.words}, {count}",
            RowRole.ASIDE: count,
        }
        return cells.get(role)

    def _sentence(self, row: EntryRow) -> str:
        parts = [row.title or row.snippet, long_day(row.day, self._today)]
        parts.append(self.tr("in a share pack") if row.shared else self.tr("private"))
        if row.bring:
            parts.append(self.tr("to bring"))
        if row.goals:
            parts.append(goals_words(row.goals))
        if row.confidence is None:
            parts.append(self.tr("confidence not rated"))
        else:
            parts.append(self.tr("confidence {0} of 5").format(row.confidence))
        if section_of(row, self._today).span is Span.PINNED:
            parts.append(self.tr("pinned"))
        return ", ".join(part for part in parts if part)


def _key(item: Item) -> object:
    return item.id if isinstance(item, EntryRow) else item


def _shared_start(left: list[object], right: list[object]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
