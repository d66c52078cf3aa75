"""The steps of a task: those done can be reopened."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.check import paint_tick
from ui.widgets.ring import Ringed

Kind = Literal["plain", "share"]
_DISC, _GAP, _REST, _SHORTEST = 20, 8, 14, 24


class Stepper(Ringed, QTabBar):
    """Steps in a row, or "Step 2 of 4: Items" where there is no room for them.

    `reopened` carries the number of a done step, from 0, that the user goes back to.
    """

    reopened = Signal(int)

    def __init__(
        self,
        steps: Sequence[str],
        kind: Kind = "plain",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._step = 0
        self.setProperty("kind", kind)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for step in steps:
            self.addTab(step)
        self.currentChanged.connect(self._go)
        follow_theme(self._apply_theme)
        self.set_step(0)

    @property
    def step(self) -> int:
        """The number of the current step, from 0."""
        return self._step

    def set_step(self, step: int) -> None:
        """Make a step the current one: those before it are done, those after it closed."""
        self._step = step
        self.blockSignals(True)
        for place in range(self.count()):
            self.setTabEnabled(place, place <= step)
            self.setAccessibleTabName(place, self._spoken(place))
        self.setCurrentIndex(step)
        self.blockSignals(False)
        self._fold()

    def is_folded(self) -> bool:
        """Return whether only the current step is named for want of room."""
        return self.width() < self._needed()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a step and its share of the line after it."""
        height = current_theme().size("hit-min")
        if self.is_folded():
            width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self._folded_words())
            return QSize(width, height)
        line = 0
        if index < self.count() - 1:
            contents = sum(self._content_width(place) for place in range(self.count()))
            line = (self.width() - contents) // max(1, self.count() - 1)
        return QSize(self._content_width(index) + line, height)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the same room: words are not cut."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """Return room for every step with the shortest lines."""
        return QSize(self._needed(), current_theme().size("hit-min"))

    def minimumSizeHint(self) -> QSize:
        """Return room for the folded form."""
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self._folded_words())
        return QSize(width, current_theme().size("hit-min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)

    def ring_box(self) -> QRect:
        """Frame the current step."""
        box = self.tabRect(self.currentIndex())
        if not self.is_folded():
            width = self._content_width(self.currentIndex())
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            box = QRect(box.right() - width + 1 if rtl else box.x(), box.y(), width, box.height())
        return box.adjusted(0, 2, 0, -2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps and the lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_folded():
            painter.setFont(self._font(bold=True))
            painter.setPen(current_theme().colours.text)
            start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(self.rect(), start, self._folded_words())
        else:
            for place in range(self.count()):
                self._paint_step(painter, place)
        painter.end()

    # Private

    def _paint_step(self, painter: QPainter, place: int) -> None:
        theme = current_theme()
        box, disc = self.tabRect(place), theme.px(_DISC)
        y = (box.height() - disc) / 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.right() + 1 - disc if rtl else box.x()
        self._paint_disc(painter, QRectF(x, y, disc, disc), place)
        font = self._font(bold=place == self._step)
        painter.setFont(font)
        colours = theme.colours
        painter.setPen(colours.text if place == self._step else colours.text_2)
        gap, width = theme.px(_GAP), QFontMetrics(font).horizontalAdvance(self._steps[place])
        x = x - gap - width if rtl else x + disc + gap
        words = QRectF(x, 0, width + 1, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._steps[place])
        if place < self.count() - 1:
            rest = theme.px(_REST)
            painter.setPen(QPen(colours.border_strong, 1))
            middle = int(self.height() / 2) + 0.5
            ends = (box.x() + rest, x - rest) if rtl else (x + width + rest, box.right() - rest)
            painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))

    def _paint_disc(self, painter: QPainter, box: QRectF, place: int) -> None:
        theme = current_theme()
        colours, fill = theme.colours, self._fill()
        done, current = place < self._step, place == self._step
        pen = 2 if current else 1
        painter.setPen(QPen(fill if done or current else colours.border_control, pen))
        painter.setBrush(fill if done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))
        if done:
            share = self.property("kind") == "share"
            paint_tick(painter, box, colours.on_curtain if share else colours.on_accent)
            return
        painter.setFont(theme.sized("axis", 11, 600))
        painter.setPen(colours.text if current and not self._is_share() else colours.text_2)
        if current and self._is_share():
            painter.setPen(colours.curtain_text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _is_share(self) -> bool:
        return bool(self.property("kind") == "share")

    def _fill(self) -> QColor:
        colours = current_theme().colours
        return colours.curtain if self._is_share() else colours.accent

    def _spoken(self, place: int) -> str:
        words = self.tr("Step {0} of {1}, {2}, to come")
        if place == self._step:
            words = self.tr("Step {0} of {1}, {2}, current")
        elif place < self._step:
            words = self.tr("Step {0} of {1}, {2}, done")
        return words.format(place + 1, self.count(), self._steps[place])

    def _folded_words(self) -> str:
        words = self.tr("Step {0} of {1}: {2}")
        return words.format(self._step + 1, len(self._steps), self._steps[self._step])

    def _content_width(self, place: int) -> int:
        theme = current_theme()
        words = QFontMetrics(self._font(bold=True)).horizontalAdvance(self._steps[place])
        return theme.px(_DISC) + theme.px(_GAP) + words

    def _needed(self) -> int:
        contents = sum(self._content_width(place) for place in range(len(self._steps)))
        line = current_theme().px(2 * _REST + _SHORTEST)
        return contents + line * (len(self._steps) - 1)

    def _font(self, *, bold: bool) -> QFont:
        return current_theme().sized("body", 13, 600 if bold else 400)

    def _go(self, place: int) -> None:
        if place < self._step:
            self.reopened.emit(place)

    def _fold(self) -> None:
        folded = self.is_folded()
        for place in range(self.count()):
            self.setTabVisible(place, not folded or place == self._step)
            self.setTabText(place, self._steps[place])
        self.updateGeometry()
        self.update()

    def _apply_theme(self) -> None:
        self.setFont(self._font(bold=True))
        self._fold()
