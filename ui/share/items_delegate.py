"""Paints the rows of step 2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.share.items_model import ROW, Index
from ui.share.items_rows import Row, RowKind, State
from ui.share.passage_paint import paint_passage, paint_withhold, passage_height, show_again_box
from ui.share.sides import after, at_end, at_start, before_end, is_mirrored
from ui.theme import Theme, current_theme
from ui.widgets.check import paint_check
from ui.widgets.icons import paint_icon
from ui.widgets.list_pane import RowList
from ui.widgets.rows import RowDelegate, draw_fact, draw_line, shows_focus

_EDGE, _CARD_EDGE, _BOX, _LEAD, _END = 36, 23, 18, 30, 27
_HEIGHTS: Final = {
    RowKind.SECTION: 34,
    RowKind.ITEM: 45,
    RowKind.FIELD: 32,
    RowKind.READS: 32,
    RowKind.LOOK: 34,
    RowKind.WITHHOLD: 34,
    RowKind.MORE: 34,
    RowKind.REST: 44,
}
_CARD_PADDING = 8
_STATES: Final = {
    State.PRIVATE: ("lock", "text-3"),
    State.GOT: ("send", "text-3"),
    State.GOT_OTHER: ("git-compare", "text-3"),
    State.WHOLE: ("eye", "text-3"),
    State.PART: ("eye", "text-3"),
    State.PASSAGES: ("eye-off", "curtain-text"),
    State.EVIDENCE: ("eye-off", "curtain-text"),
    State.CHANGED: ("git-compare", "lamp-text"),
}


class ItemsDelegate(RowDelegate):
    """Items with their check, and the fields of the open one inside a frame."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row by its kind, and by its words for a passage."""
        row: Row = index.data(ROW)
        theme = current_theme()
        if row.kind is RowKind.PASSAGE:
            view = option.widget
            wide = view.viewport().width() if isinstance(view, RowList) else option.rect.width()
            height = passage_height(row, wide - 2 * _EDGE - theme.px(_LEAD))
        else:
            height = theme.px(_HEIGHTS[row.kind])
        return QSize(1, height + (theme.px(_CARD_PADDING) if row.ends else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        theme = current_theme()
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, row, option.state)
        inner = box.adjusted(_EDGE, 0, -_EDGE, 0)
        if row.ends:
            inner.setHeight(inner.height() - theme.px(_CARD_PADDING))
        if row.kind is RowKind.SECTION:
            _paint_section(painter, inner, row)
        elif row.kind is RowKind.ITEM:
            _paint_item(painter, inner, row)
        else:
            _PAINTERS[row.kind](painter, after(painter, inner, theme.px(_LEAD)), row)
        self._paint_focus(painter, option, box)
        painter.restore()

    def check_width(self) -> int:
        """How far from the start of an item's row a press ticks it, in pixels."""
        return _EDGE + current_theme().px(_LEAD)

    def acts_at(self, row: Row, box: QRect, spot: QPoint) -> bool:
        """Whether a press at a spot of a row's box does what the row is for."""
        if row.kind is not RowKind.PASSAGE:
            return row.kind is not RowKind.SECTION
        inner = box.adjusted(_EDGE + current_theme().px(_LEAD), 0, -_EDGE, 0)
        return show_again_box(inner, row).contains(spot)

    def _paint_ground(
        self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag
    ) -> None:
        colours = current_theme().colours
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if over and row.kind is RowKind.ITEM and not row.opened:
            edge = _CARD_EDGE
            painter.fillRect(box.adjusted(edge, 1, -edge, -1), colours.hover)
        in_card = row.opened or (row.kind in _PAINTERS and row.kind is not RowKind.REST)
        if in_card:
            _paint_card(painter, box, first=row.kind is RowKind.ITEM, last=row.ends)
        elif row.kind is RowKind.ITEM:
            edge = _EDGE
            painter.setPen(QPen(colours.border, 1))
            y = box.bottom() + 0.5
            painter.drawLine(QRectF(box).left() + edge, y, QRectF(box).right() - edge, y)  # type: ignore[call-overload] # the stubs miss the floats

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus and shows_focus(option.widget):
            theme = current_theme()
            painter.setPen(QPen(theme.colours.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = _CARD_EDGE + 2
            painter.drawRoundedRect(box.adjusted(edge, 2, -edge, -2), 6, 6)


def _paint_card(painter: QPainter, box: QRect, *, first: bool, last: bool) -> None:
    """A slice of the frame around an open item; what lies beyond the row is clipped away."""
    theme = current_theme()
    edge, radius = _CARD_EDGE, theme.radius("card")
    frame = QRectF(box).adjusted(edge + 0.5, 0.5, -edge - 0.5, -0.5)
    frame.setTop(frame.top() if first else frame.top() - 2 * radius)
    frame.setBottom(frame.bottom() if last else frame.bottom() + 2 * radius)
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(theme.colours.border_strong, 1))
    painter.setBrush(theme.colours.raised)
    painter.drawRoundedRect(frame, radius, radius)
    painter.restore()


def _paint_section(painter: QPainter, box: QRect, row: Row) -> None:
    theme = current_theme()
    line = QRect(box.x(), box.bottom() - theme.px(26), box.width(), theme.px(24))
    draw_line(painter, line, row.title, font=theme.sized("caption", 12.5, 600), colour="text-2")
    draw_line(painter, line, row.words, font=theme.numbers("caption"), colour="text-2", end=True)


def _paint_item(painter: QPainter, box: QRect, row: Row) -> None:
    theme = current_theme()
    _paint_box(painter, box, row, theme)
    words = after(painter, box, theme.px(_LEAD))
    end = _paint_end(painter, words, row, theme)
    words = before_end(painter, words, end + theme.px(12))
    line = theme.px(19)
    top = QRect(words.x(), words.y() + theme.px(4), words.width(), line)
    weight = 500 if row.ticked else 400
    colour = "text" if row.ticked else "text-2"
    draw_line(painter, top, row.title, font=theme.sized("body", 13, weight), colour=colour)
    below = top.translated(0, theme.px(17))
    draw_line(painter, below, row.about, font=theme.font("caption"), colour="text-2")


def _paint_end(painter: QPainter, box: QRect, row: Row, theme: Theme) -> int:
    """The state at the end, and a chevron if there are fields to open; returns their width."""
    chevron = theme.px(_END)
    icon, colour = _STATES[row.state]
    width = painter.fontMetrics().horizontalAdvance(row.words)
    font = theme.sized("caption", 12, 400 if colour == "text-3" else 500)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(row.words)
    width += theme.size("icon-chip") + theme.px(4) + 2
    place = at_end(painter, before_end(painter, box, chevron), width)
    draw_fact(painter, place, icon, row.words, colour=colour)
    if row.opens:
        side = theme.px(16)
        name = "chevron-down" if row.opened else "chevron-right"
        if not row.opened and is_mirrored(painter):
            name = "chevron-left"
        spot = at_end(painter, box, side)
        paint_icon(painter, spot, name, "text-2")
    return width + chevron


def _paint_field(painter: QPainter, box: QRect, row: Row) -> None:
    theme = current_theme()
    _paint_box(painter, box, row, theme)
    words = after(painter, box, theme.px(_LEAD - 2))
    name = theme.font("body")
    painter.setFont(name)
    taken = painter.fontMetrics().horizontalAdvance(row.title) + theme.px(12)
    draw_line(painter, words, row.title, font=name, colour="text" if row.ticked else "text-2")
    rest = after(painter, words, taken)
    draw_line(painter, rest, row.about, font=theme.font("caption"), colour="text-3", end=True)


def _paint_more(painter: QPainter, box: QRect, row: Row) -> None:
    theme = current_theme()
    side = theme.px(14)
    mark = at_start(painter, box, side)
    paint_icon(painter, mark, "chevron-up" if row.opened else "chevron-down", "accent-text")
    words = after(painter, box, theme.px(_LEAD - 2))
    font = theme.sized("body", 13, 500)
    taken = draw_line(painter, words, row.title, font=font, colour="accent-text")
    rest = after(painter, words, taken + theme.px(8))
    draw_line(painter, rest, row.words, font=theme.font("body"), colour="text-2")


def _paint_box(painter: QPainter, box: QRect, row: Row, theme: Theme) -> None:
    side = theme.px(_BOX if row.kind is RowKind.ITEM else _BOX - 2)
    place = at_start(painter, box, side)
    square = QRect(QPoint(place.x(), box.y() + (box.height() - side) // 2), QSize(side, side))
    colours = theme.colours
    fill = colours.curtain if row.ticked else None
    paint_check(painter, QRectF(square), fill=fill, on_fill=colours.on_curtain)


def _paint_reading(painter: QPainter, box: QRect, row: Row) -> None:
    """A field that cannot be ticked by itself: what it says now, and whether that has changed."""
    theme = current_theme()
    name = theme.font("body")
    taken = draw_line(painter, box, row.title, font=name, colour="text-2") + theme.px(12)
    rest = after(painter, box, taken)
    if row.words:
        caption = theme.sized("caption", 12, 500)
        width = QFontMetrics(caption).horizontalAdvance(row.words)
        width += theme.size("icon-chip") + theme.px(4) + 2
        draw_fact(
            painter, at_end(painter, rest, width), "git-compare", row.words, colour="lamp-text"
        )
        rest = before_end(painter, rest, width + theme.px(12))
    draw_line(painter, rest, row.about, font=theme.font("caption"), colour="text", end=True)


def _paint_link(painter: QPainter, box: QRect, row: Row) -> None:
    """Something to do, and what stands beside it."""
    theme = current_theme()
    icon = "chevron-down" if row.kind is RowKind.REST else "check"
    paint_icon(painter, at_start(painter, box, theme.px(14)), icon, "accent-text")
    words = after(painter, box, theme.px(_LEAD - 8))
    font = theme.sized("body", 13, 500)
    taken = draw_line(painter, words, row.title, font=font, colour="accent-text")
    rest = after(painter, words, taken + theme.px(8))
    draw_line(painter, rest, row.words, font=theme.font("body"), colour="text-2")


_PAINTERS: Final[dict[RowKind, Callable[[QPainter, QRect, Row], None]]] = {
    RowKind.FIELD: _paint_field,
    RowKind.READS: _paint_reading,
    RowKind.LOOK: _paint_link,
    RowKind.PASSAGE: paint_passage,
    RowKind.WITHHOLD: paint_withhold,
    RowKind.MORE: _paint_more,
    RowKind.REST: _paint_link,
}
"""How the rows below an item are painted."""
