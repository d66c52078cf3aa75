"""One line of text with what was looked for lit up in it."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui.theme import current_theme
from ui.widgets.prose_positions import Positions

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Starts and ends in characters."""


def draw_marked(
    painter: QPainter,
    box: QRect,
    text: str,
    spans: Spans,
    *,
    font: QFont,
    colour: str = "text",
    underlined: bool = False,
) -> int:
    """Draw an elided line at the start of a box; return the width it took.

    Spans that the ellipsis cuts off are left out. With `underlined` the marks can be told
    without their colour.
    """
    theme = current_theme()
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    kept = len(shown) if shown == text else len(shown) - 1
    layout = QTextLayout(shown, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    # Somebody's words run the way of their own first letter.
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(_formats(shown, kept, spans, underlined=underlined))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1 << 20)
    layout.endLayout()
    width = min(round(line.naturalTextWidth() + 0.5), box.width())
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = box.right() + 1 - width if rtl else box.x()
    painter.setPen(theme.colours.named(colour))
    layout.draw(painter, QPointF(x, box.y() + (box.height() - line.height()) / 2))
    return width


def _formats(
    shown: str, kept: int, spans: Spans, *, underlined: bool
) -> list[QTextLayout.FormatRange]:
    theme, positions = current_theme(), Positions(shown)
    found = []
    for start, end in spans:
        if start >= min(end, kept):
            continue
        mark = QTextLayout.FormatRange()
        mark.start = positions.unit(start)
        mark.length = positions.unit(min(end, kept)) - mark.start
        mark.format = QTextCharFormat()
        mark.format.setBackground(theme.colours.lamp_soft)
        mark.format.setForeground(theme.colours.lamp_text)
        if underlined or theme.high_contrast:
            mark.format.setFontUnderline(True)
            mark.format.setUnderlineColor(theme.colours.lamp_edge)
        found.append(mark)
    return found
