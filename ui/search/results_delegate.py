"""How a hit looks in the list: title and what it is, the passage, and whether it is private."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.queries.search import Hit
from ui.search.results import Heading, Rest, ResultModel, ResultRole
from ui.search.words import about_words, group_words, passage_of, shared_words, title_of
from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.marked import draw_marked
from ui.widgets.rows import Index, RowDelegate, draw_fact, draw_line, shows_focus

INSET = 14
"""Pixels by which the ground of a row reaches beyond the column."""

_HEADING, _ROW, _REST = 41, 66, 36
_HEAD_MIDDLE, _RULE, _TITLE_MIDDLE, _TEXT_MIDDLE = 23, 38, 21, 44
_LINE, _GAP = 20, 12
_STATE = QStyle.StateFlag


class ResultDelegate(RowDelegate):
    """Paints headings, hits and the rows that lead to the rest of a group."""

    def __init__(self, model: ResultModel) -> None:
        super().__init__()
        self._model = model
        self.padding = self.end_padding = INSET

    def height_of(self, row: int) -> int:
        """Return the height of a row in pixels."""
        item = self._model.item(self._model.index(row))
        theme = current_theme()
        if isinstance(item, Heading):
            return theme.px(_HEADING)
        return theme.px(_REST if isinstance(item, Rest) else _ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(1, self.height_of(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, or a heading over its rule."""
        item = index.data(ResultRole.ITEM)
        if isinstance(item, Heading):
            inner = option.rect.adjusted(self.padding, 0, -self.end_padding, 0)
            painter.save()
            _paint_heading(painter, inner, item)
            painter.restore()
        else:
            super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a hit, or what leads to the others."""
        theme, item = current_theme(), index.data(ResultRole.ITEM)
        if isinstance(item, Hit):
            self._paint_hit(painter, box, item)
        else:
            font = theme.sized("body", 13, 500)
            draw_line(painter, box, str(index.data()), font=font, colour="accent-text")

    def _paint_hit(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        theme = current_theme()
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = theme.px(_LINE)
        head = QRect(box.x(), box.y() + theme.px(_TITLE_MIDDLE) - line // 2, box.width(), line)
        taken = _paint_shared(painter, head, hit) + theme.px(_GAP)
        room = head.adjusted(taken, 0, 0, 0) if rtl else head.adjusted(0, 0, -taken, 0)
        title, strong = title_of(hit), theme.sized("body", 13, 600)
        used = draw_marked(painter, room, title.text, title.hits, font=strong, underlined=True)
        used += theme.px(_GAP)
        rest = room.adjusted(0, 0, -used, 0) if rtl else room.adjusted(used, 0, 0, 0)
        if rest.width() > theme.px(_GAP):
            about = about_words(hit, self._model.today)
            draw_line(painter, rest, about, font=theme.font("caption"), colour="text-2")
        passage = passage_of(hit, self._model.query)
        below = QRect(box.x(), box.y() + theme.px(_TEXT_MIDDLE) - line // 2, box.width(), line)
        body = theme.font("body")
        draw_marked(
            painter, below, passage.text, passage.hits, font=body, colour="text-2", underlined=True
        )

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        theme, state = current_theme(), option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & _STATE.State_Selected)
        framed = bool(state & _STATE.State_HasFocus) and shows_focus(option.widget)
        if not (selected or framed or state & _STATE.State_MouseOver):
            return
        inner, radius = QRectF(box), theme.radius("control")
        painter.setPen(QPen(theme.colours.focus, 2) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.selected if selected else theme.colours.hover)
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1) if framed else inner, radius, radius)
        if selected:
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            x = inner.right() - 3 if rtl else inner.left()
            middle, height = inner.center().y(), inner.height() - 2 * theme.px(12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colours.accent)
            painter.drawRect(QRectF(x, middle - height / 2, 3, height))


def _paint_heading(painter: QPainter, box: QRect, heading: Heading) -> None:
    theme = current_theme()
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    line, side = theme.px(_LINE), theme.px(14)
    row = QRect(box.x(), box.y() + theme.px(_HEAD_MIDDLE) - line // 2, box.width(), line)
    x = row.right() + 1 - side if rtl else row.x()
    paint_icon(painter, QRect(x, row.y(), side, line), heading.group.icon, "text-2")
    lead = side + theme.px(8)
    words = row.adjusted(0, 0, -lead, 0) if rtl else row.adjusted(lead, 0, 0, 0)
    name = group_words(heading.group)
    draw_line(painter, words, name, font=theme.sized("caption", 12, 600), colour="text-2")
    numbers = theme.numbers("caption")
    draw_line(painter, row, heading.count, font=numbers, colour="text-2", end=True)
    y = box.y() + theme.px(_RULE)
    painter.fillRect(QRect(box.x(), y, box.width(), 1), theme.colours.border_strong)


def _paint_shared(painter: QPainter, head: QRect, hit: Hit) -> int:
    """Paint whether a hit is private at the end of its head; return the width it took."""
    theme = current_theme()
    icon, colour = ("send", "curtain-text") if hit.shared else ("lock", "text-2")
    words = shared_words(hit)
    metrics = QFontMetrics(theme.sized("caption", 12, 500))
    width = theme.size("icon-chip") + theme.px(4) + metrics.horizontalAdvance(words) + 1
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = head.x() if rtl else head.right() + 1 - width
    draw_fact(painter, QRect(x, head.y(), width, head.height()), icon, words, colour=colour)
    return width
