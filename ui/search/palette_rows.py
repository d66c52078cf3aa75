"""The rows of the palette: a model that keeps its place, and how a row looks."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.search.offers import Offer
from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import key_width, paint_key
from ui.widgets.marked import draw_marked
from ui.widgets.rows import Index, RowDelegate, RowRole

_ROOT = QModelIndex()
_HEADING, _ROW, _EDGE, _TEXT, _GAP = 32, 40, 7, 49, 12
_STATE = QStyle.StateFlag
Group = tuple[str, Sequence[Offer]]


class OfferRole(IntEnum):
    """What a row holds for its delegate."""

    OFFER = Qt.ItemDataRole.UserRole + 1


class PaletteModel(QAbstractListModel):
    """Offers under their headings; what stays the same keeps its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[str | Offer] = []

    def offer(self, index: Index) -> Offer | None:
        """What a row offers; None for a heading."""
        item = self._items[index.row()] if index.isValid() else None
        return item if isinstance(item, Offer) else None

    def offers(self) -> list[Offer]:
        """Everything that is offered, from the top."""
        return [item for item in self._items if isinstance(item, Offer)]

    def place(self, key: str) -> QModelIndex:
        """Where an offer stands; invalid where it does not."""
        for row, item in enumerate(self._items):
            if isinstance(item, Offer) and item.key == key:
                return self.index(row)
        return QModelIndex()

    def show(self, groups: Sequence[Group]) -> None:
        """Become these groups; one without offers is left out."""
        items: list[str | Offer] = []
        for heading, offers in groups:
            items += [heading, *offers] if offers and heading else offers
        old, new = [_key(item) for item in self._items], [_key(item) for item in items]
        start = _same(old, new)
        end = _same(old[start:][::-1], new[start:][::-1])
        if start < len(old) - end:
            self.beginRemoveRows(_ROOT, start, len(old) - end - 1)
            del self._items[start : len(old) - end]
            self.endRemoveRows()
        if start < len(new) - end:
            self.beginInsertRows(_ROOT, start, len(new) - end - 1)
            self._items[start:start] = items[start : len(new) - end]
            self.endInsertRows()
        self._items = items
        if items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    # Qt's own

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many headings and offers there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown and said of a row."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if isinstance(item, str):
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return item if role in said else role == RowRole.SECTION or None
        sentence = ", ".join(part for part in (item.title, item.aside, item.hint) if part)
        cells: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: item.title,
            Qt.ItemDataRole.AccessibleTextRole: sentence,
            OfferRole.OFFER: item,
        }
        return cells.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen, so the arrows skip them."""
        if self.offer(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never


class PaletteDelegate(RowDelegate):
    """Paints an offer: icon, title, what there is to say of it, and its keys."""

    def __init__(self, enter: str) -> None:
        super().__init__()
        self._enter = enter
        self._chosen = False
        self.padding = self.end_padding = 20

    def row_height(self, index: Index) -> int:
        """Return the height of a row, or of a heading."""
        return current_theme().px(_HEADING if index.data(RowRole.SECTION) else _ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(1, self.row_height(index))

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one offer."""
        theme, offer = current_theme(), index.data(OfferRole.OFFER)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, lead = theme.size("icon-rail"), theme.px(_TEXT - 20)
        x = box.right() + 1 - side if rtl else box.x()
        paint_icon(painter, QRect(x, box.y(), side, box.height()), offer.icon, "text-2")
        room = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
        if hint := offer.hint or (self._enter if self._chosen else ""):
            room = self._paint_key(painter, room, hint)
        strong = theme.sized("body", 13, 600)
        taken = draw_marked(painter, room, offer.title, offer.title_hits, font=strong)
        taken += theme.px(_GAP)
        rest = room.adjusted(0, 0, -taken, 0) if rtl else room.adjusted(taken, 0, 0, 0)
        if offer.aside and rest.width() > taken // 8:
            hits, small = offer.aside_hits, theme.font("caption")
            draw_marked(painter, rest, offer.aside, hits, font=small, colour="text-2")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the state and the content; the chosen row says which key opens it."""
        self._chosen = bool(option.state & _STATE.State_Selected)
        super().paint(painter, option, index)

    def _paint_key(self, painter: QPainter, box: QRect, words: str) -> QRect:
        """Paint a key at the end of a box; return the room that is left."""
        width, gap = key_width(words), current_theme().px(_GAP)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.x() if rtl else box.right() + 1 - width
        paint_key(painter, QPoint(x, box.center().y() + 1), words)
        taken = width + gap
        return box.adjusted(taken, 0, 0, 0) if rtl else box.adjusted(0, 0, -taken, 0)

    def _paint_section(self, painter: QPainter, box: QRect, words: str) -> None:
        theme = current_theme()
        painter.setFont(theme.sized("caption", 12, 600))
        painter.setPen(theme.colours.text_2)
        inner = box.adjusted(self.padding, theme.px(6), -self.end_padding, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        theme, state = current_theme(), option.state
        selected = bool(state & _STATE.State_Selected)
        inner = QRectF(box.adjusted(_EDGE, 0, -_EDGE, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & _STATE.State_MouseOver:
            painter.setBrush(theme.colours.selected if selected else theme.colours.hover)
            painter.drawRoundedRect(inner, theme.radius("control"), theme.radius("control"))
        if selected:
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            height = theme.px(18)
            x = inner.right() - 3 if rtl else inner.left()
            painter.setBrush(theme.colours.accent)
            bar = QRectF(x, inner.center().y() - height / 2, 3, height)
            painter.drawRoundedRect(bar, 1.5, 1.5)


def _key(item: str | Offer) -> str:
    return item.key if isinstance(item, Offer) else f"\n{item}"


def _same(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
