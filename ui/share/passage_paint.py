"""Paints what of an open item stays: its withheld passages, and the link to withhold another."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.share.items_rows import Row
from ui.share.sides import after, at_start, before_end
from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.rows import draw_fact, draw_line
from ui.widgets.tall_list import wrapped_lines

_PADDING, _ABOVE, _BELOW, _LEAD = 12, 2, 4, 28
_HEAD, _QUOTE, _NOTE = 26, 24, 20
_MOST_LINES: Final = 4


def passage_height(row: Row, width: int) -> int:
    """How high a withheld passage is, at the width of its card."""
    theme = current_theme()
    lines = len(_lines(row, width)) * _QUOTE
    note = _NOTE if row.note else 0
    return theme.px(_ABOVE + 4 + _HEAD + lines + note + 8 + _BELOW)


def show_again_box(box: QRect, row: Row) -> QRect:
    """Where a press shows a passage again, in its row that runs from left to right."""
    theme = current_theme()
    width = QFontMetrics(_link_font()).horizontalAdvance(row.words) + 2 * theme.px(_PADDING)
    height = theme.px(_ABOVE + 4 + _HEAD)
    return QRect(box.right() + 1 - width, box.y(), width, height)


def paint_passage(painter: QPainter, box: QRect, row: Row) -> None:
    """A plum card: what it is and what shows it again in the first line, then the words."""
    theme = current_theme()
    ground = box.adjusted(0, theme.px(_ABOVE), 0, -theme.px(_BELOW))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours.curtain_soft)
    radius = theme.radius("control")
    painter.drawRoundedRect(QRectF(ground), radius, radius)
    padding = theme.px(_PADDING)
    inner = ground.adjusted(padding, theme.px(4), -padding, 0)
    line = QRect(inner.topLeft(), QSize(inner.width(), theme.px(_HEAD)))
    taken = draw_line(painter, line, row.words, font=_link_font(), colour="curtain-text", end=True)
    head = before_end(painter, line, taken + padding)
    draw_fact(painter, head, "eye-off", row.title, colour="curtain-text")
    line = QRect(line.x(), line.bottom() + 1, line.width(), theme.px(_QUOTE))
    for words in _lines(row, box.width()):
        draw_line(painter, line, words, font=_quote_font())
        line.translate(0, theme.px(_QUOTE))
    if row.note:
        line.setHeight(theme.px(_NOTE))
        draw_fact(painter, line, "git-compare", row.note, colour="lamp-text")


def paint_withhold(painter: QPainter, box: QRect, row: Row) -> None:
    """The link that leads to selecting what is to stay."""
    theme = current_theme()
    side = theme.px(14)
    paint_icon(painter, at_start(painter, box, side), "eraser", "accent-text")
    words = after(painter, box, theme.px(_LEAD))
    draw_line(painter, words, row.title, font=theme.sized("body", 13, 500), colour="accent-text")


def _lines(row: Row, width: int) -> list[str]:
    inner = width - 2 * current_theme().px(_PADDING)
    return wrapped_lines(QFontMetrics(_quote_font()), row.about, inner, _MOST_LINES)


def _quote_font() -> QFont:
    return current_theme().sized("quote", 14.5)


def _link_font() -> QFont:
    return current_theme().sized("caption", 12, 500)
