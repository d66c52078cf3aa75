"""The list of stretch goals: its rows by shelf, and how they look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.domain.ids import Id
from app.queries.stretch import Shelf, Shelves, StretchRow
from ui.stretch.words import days_words, nobody_words, state_fact, zone_fact
from ui.theme import current_theme
from ui.widgets.bulbs import paint_row, row_boxes
from ui.widgets.plain import tooltip
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_fact, draw_line

_TOP, _TITLE, _LINE, _FACTS, _BOTTOM, _GAP, _NOTE = 14, 20, 18, 18, 13, 6, 23
_BULB, _PITCH, _QUIET = 9, 12, 62
PLENTY: Final = 3
"""From this many active ones on, the list says that it is enough."""

_ROOT = QModelIndex()

Item = StretchRow | Shelf


class StretchRole(IntEnum):
    """What a row hands out beside its words."""

    ROW = Qt.ItemDataRole.UserRole + 1


class StretchModel(QAbstractListModel):
    """Stretch goals, active ones first; headings stand above the other shelves.

    Below the active ones a quiet line says when there are enough: it stands for their shelf.
    """

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._items: list[Item] = []

    # Methods

    def row(self, index: Index) -> StretchRow | None:
        """The stretch goal in a row; None for a heading."""
        item = self._items[index.row()] if index.isValid() else None
        return item if isinstance(item, StretchRow) else None

    def index_of(self, stretch_id: Id) -> QModelIndex:
        """Where a stretch goal stands; invalid where it does not."""
        for place, item in enumerate(self._items):
            if isinstance(item, StretchRow) and item.id == stretch_id:
                return self.index(place)
        return QModelIndex()

    def first(self) -> Id | None:
        """The id of the first stretch goal, None where there is none."""
        return next((item.id for item in self._items if isinstance(item, StretchRow)), None)

    def neighbour(self, stretch_id: Id) -> Id | None:
        """The id of the one below, or of the one above where there is none below."""
        ids = [item.id for item in self._items if isinstance(item, StretchRow)]
        if stretch_id not in ids or len(ids) == 1:
            return None
        place = ids.index(stretch_id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    def show(self, shelves: Shelves) -> None:
        """Show these; what stays keeps its place, its selection and its scroll."""
        items: list[Item] = [*shelves[Shelf.ACTIVE]]
        if len(items) >= PLENTY:
            items.append(Shelf.ACTIVE)
        for shelf in (Shelf.SOMEDAY, Shelf.CLOSED):
            if shelves[shelf]:
                items += [shelf, *shelves[shelf]]
        self._remove_missing({_key(item) for item in items})
        for place, item in enumerate(items):
            self._put(place, item)

    # Qt's own

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows and headings there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A heading's words, or what is shown and said of a stretch goal."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if isinstance(item, Shelf):
            return self._heading(item, role)
        return self._goal(item, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, so the arrows skip them."""
        if self.row(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    # Private

    def _remove_missing(self, wanted: set[object]) -> None:
        for place in reversed(range(len(self._items))):
            if _key(self._items[place]) not in wanted:
                self.beginRemoveRows(_ROOT, place, place)
                del self._items[place]
                self.endRemoveRows()

    def _put(self, place: int, item: Item) -> None:
        keys = [_key(known) for known in self._items]
        found = keys.index(_key(item)) if _key(item) in keys else -1
        if found < 0:
            self.beginInsertRows(_ROOT, place, place)
            self._items.insert(place, item)
            self.endInsertRows()
            return
        if found != place:
            self.beginMoveRows(_ROOT, found, found, _ROOT, place)
            self._items.insert(place, self._items.pop(found))
            self.endMoveRows()
        if self._items[place] != item:
            self._items[place] = item
            self.dataChanged.emit(self.index(place), self.index(place))

    def _heading(self, shelf: Shelf, role: int) -> object:
        if role == RowRole.SECTION:
            return shelf is not Shelf.ACTIVE
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return {
                Shelf.ACTIVE: self.tr("Three at once is plenty. A fourth can wait in Someday."),
                Shelf.SOMEDAY: self.tr("Someday"),
                Shelf.CLOSED: self.tr("Closed"),
            }[shelf]
        return None

    def _goal(self, row: StretchRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == StretchRole.ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            # In a narrow list either may be cut.
            return tooltip(f"{row.title}\n{nobody_words()}" if row.lacks_feedback else row.title)
        return self._sentence(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _sentence(self, row: StretchRow) -> str:
        parts = [row.title, days_words(row.commit_day, row.reach_day, self._today())]
        parts.append(_fact(row)[1])
        if row.confidence is None:
            parts.append(self.tr("confidence not rated"))
        else:
            parts.append(self.tr("confidence {0} of 5").format(row.confidence))
        if row.lacks_feedback:
            parts.append(nobody_words())
        return ", ".join(part for part in parts if part)


class StretchDelegate(RowDelegate):
    """Paints a stretch goal: title, days, zone and the last confidence."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def row_height(self, index: Index) -> int:
        """Return room for a title, the days if there are any, and the facts."""
        row: StretchRow | None = index.data(StretchRole.ROW)
        if row is None:
            return current_theme().px(_QUIET)
        line = _LINE if row.commit_day or row.reach_day else 0
        note = _NOTE if row.lacks_feedback else 0
        return current_theme().px(_TOP + _TITLE + line + _GAP + _FACTS + note + _BOTTOM) + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, a heading or the quiet line."""
        if index.data(StretchRole.ROW) or index.data(RowRole.SECTION):
            super().paint(painter, option, index)
            return
        theme = current_theme()
        box = option.rect.adjusted(self.padding, theme.px(_TOP), -self.end_padding, 0)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colours.text_2)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, str(index.data()))

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one stretch goal."""
        theme, row = current_theme(), index.data(StretchRole.ROW)
        head = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_TITLE))
        draw_line(painter, head, row.title, font=theme.font("section"))
        days = days_words(row.commit_day, row.reach_day, self._today())
        below = QRect(box.x(), head.bottom() + 1, box.width(), theme.px(_LINE))
        draw_line(painter, below, days, font=theme.font("caption"), colour="text-2")
        height = theme.px(_FACTS)
        top = box.bottom() - theme.px(_BOTTOM) - height
        facts = QRect(box.x(), top, box.width(), height)
        if row.lacks_feedback:
            draw_fact(painter, facts, "lightbulb", nobody_words(), colour="lamp-text")
            facts.translate(0, -theme.px(_NOTE))
        self._paint_facts(painter, facts, row)

    def _paint_facts(self, painter: QPainter, box: QRect, row: StretchRow) -> None:
        theme = current_theme()
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        diameter, pitch = theme.px(_BULB), theme.px(_PITCH)
        bulbs = pitch * 4 + diameter
        right = box.x() + bulbs if rtl else box.right() + 1
        boxes = row_boxes(QPointF(right, box.y() + box.height() / 2), diameter, pitch)
        paint_row(painter, boxes[::-1] if rtl else boxes, row.confidence or 0)
        lead = bulbs + theme.px(8)
        words = box.adjusted(lead, 0, 0, 0) if rtl else box.adjusted(0, 0, -lead, 0)
        icon, said = _fact(row)
        if said:
            draw_fact(painter, words, icon, said, colour="text-3")


def _fact(row: StretchRow) -> tuple[str, str]:
    """How it ended, or the zone of one that is open."""
    if row.state.closed:
        return state_fact(row.state)
    return zone_fact(row.zone) if row.zone else ("", "")


def _key(item: Item) -> object:
    return item.id if isinstance(item, StretchRow) else item
