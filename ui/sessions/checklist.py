"""What makes a session ready, as four bulbs with words that lead to their part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.bulbs import paint_bulb
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import PlainButton
from ui.widgets.ring import Ringed
from ui.widgets.rows import draw_line
from ui.widgets.styling import Rule

_BULB, _GAP, _APART, _HEIGHT = 12, 9, 24, 28
AGENDA: Final = 0
BRING: Final = 1
ACTIONS: Final = 2
QUESTION: Final = 3


class ReadyMark(PlainButton, Ringed, QAbstractButton):
    """One of the things: a bulb that is lit once it is there, and what it is."""

    def __init__(self) -> None:
        super().__init__()
        self._lit = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_ready(self, words: str, *, ready: bool) -> None:
        """Show what it is, and whether it is there."""
        self._lit = ready
        self.setText(words)
        form = self.tr("{words}, ready") if ready else self.tr("{words}, to do")
        self.setAccessibleName(form.format(words=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bulb and the words."""
        theme = current_theme()
        words = QFontMetrics(theme.font("section")).horizontalAdvance(self.text())
        return QSize(theme.px(_BULB + _GAP) + words + 1, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return room for the bulb and a word; the rest is cut."""
        theme = current_theme()
        return QSize(min(self.sizeHint().width(), theme.px(160)), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bulb and the words; what is not there yet stands out."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, lead = theme.px(_BULB), theme.px(_BULB + _GAP)
        inner: QRect = self.rect()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = inner.right() + 1 - side if rtl else inner.x()
        box = QRectF(x, (self.height() - side) / 2, side, side)
        paint_bulb(painter, box, lit=self._lit)
        words = inner.adjusted(0, 0, -lead, 0) if rtl else inner.adjusted(lead, 0, 0, 0)
        font = theme.font("body" if self._lit else "section")
        draw_line(painter, words, self.text(), font=font)
        painter.end()


class Checklist(QWidget):
    """The four of them between two lines; `asked` carries the place of one that was pressed."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.marks = [ReadyMark() for _ in range(4)]
        holder = QWidget()
        flow = FlowLayout(holder, gap=_APART, row_gap=0)
        for place, mark in enumerate(self.marks):
            flow.addWidget(mark)
            mark.clicked.connect(lambda _checked=False, at=place: self.asked.emit(at))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(holder)
        column.addWidget(Rule())

    def show_readiness(self, things: Sequence[tuple[str, bool]]) -> None:
        """Show what is there."""
        for mark, (words, ready) in zip(self.marks, things, strict=True):
            mark.show_ready(words, ready=ready)
