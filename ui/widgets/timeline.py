"""Small timelines: the points of a cycle and the days of a week, each of which opens something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.check import paint_tick
from ui.widgets.plain import PlainButton
from ui.widgets.ring import Ringed

State = Literal["done", "current", "ahead"]
_DOT, _PITCH, _HEIGHT, _WORDS = 15, 46, 28, 27
_CELL, _DAY_HEIGHT, _DAY_DOT, _LETTER = 28, 42, 14, 22
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Milestone:
    """One point of a timeline: its words, when it is, and whether it is past."""

    words: str
    when: str
    state: State
    soon: bool = False


class _Spot(PlainButton, Ringed, QAbstractButton):
    """A point in time that opens on a click, Enter and Space; arrows go to its neighbours."""

    stepped = Signal(int)
    ahead, back = (Qt.Key.Key_Down,), (Qt.Key.Key_Up,)

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_theme(self.updateGeometry)

    def ring_gap(self) -> int:
        """Frame the point itself."""
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or go on."""
        key = Qt.Key(event.key())
        if key in _OPENS and not event.modifiers():
            self.click()
        elif key in self.ahead:
            self.stepped.emit(1)
        elif key in self.back:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """Stand out under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            theme = current_theme()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colours.hover)
            radius = theme.radius("control")
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)


class _Line(QWidget):
    """Points in time in a row, one Tab stop among them; `opened` carries the place of one."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spots: list[_Spot] = []
        self.setAccessibleName(name)

    def take_spots(self, spots: Sequence[_Spot], stop: int) -> None:
        """Let Tab stop at one of these, and arrows go on from there."""
        self.spots = list(spots)
        for place, spot in enumerate(self.spots):
            spot.clicked.connect(partial(self.opened.emit, place))
            spot.stepped.connect(partial(self._step, place))
        self._rove(stop)

    def _step(self, place: int, by: int) -> None:
        target = place + by
        if 0 <= target < len(self.spots):
            self._rove(target)
            self.spots[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, stop: int) -> None:
        for place, spot in enumerate(self.spots):
            strong = Qt.FocusPolicy.StrongFocus
            spot.setFocusPolicy(strong if place == stop else Qt.FocusPolicy.ClickFocus)


class Timeline(_Line):
    """Milestones below each other on one line, the way behind them drawn strong."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._states: tuple[State, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._space)

    def show_milestones(self, milestones: Sequence[Milestone]) -> None:
        """Show these milestones, first to last."""
        self._states = tuple(milestone.state for milestone in milestones)
        said = (f"{milestone.words}, {milestone.when}" for milestone in milestones)
        self.setAccessibleDescription("; ".join(said))
        for spot in self.spots:
            spot.hide()
            spot.deleteLater()
        spots = [_Point(milestone) for milestone in milestones]
        for spot in spots:
            self._column.addWidget(spot)
        current = self._states.index("current") if "current" in self._states else 0
        self.take_spots(spots, current)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line from point to point."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, reach = current_theme().colours, current_theme().px(_DOT) / 2
        for place in range(len(self.spots) - 1):
            done = self._states[place] == "done"
            painter.setPen(QPen(colours.accent if done else colours.border_strong, 2))
            start, end = self._middle(place), self._middle(place + 1)
            painter.drawLine(start + QPointF(0, reach), end - QPointF(0, reach))
        painter.end()

    def _middle(self, place: int) -> QPointF:
        x = current_theme().px(_DOT) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        spot = self.spots[place]
        return QPointF(x, spot.y() + spot.height() / 2)

    def _space(self) -> None:
        theme = current_theme()
        self._column.setSpacing(theme.px(_PITCH) - theme.px(_HEIGHT))


class _Point(_Spot):
    """A milestone: its dot, its words, and when it is."""

    def __init__(self, milestone: Milestone) -> None:
        super().__init__(f"{milestone.words}, {milestone.when}")
        self._milestone = milestone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(current_theme().px(220), current_theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at a narrow width."""
        return QSize(current_theme().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dot and words."""
        theme, milestone = current_theme(), self._milestone
        painter = QPainter(self)
        self.paint_ground(painter)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, lead = theme.px(_DOT), theme.px(_WORDS)
        x = self.width() - side if rtl else 0
        dot = QRectF(x, (self.height() - side) / 2, side, side)
        paint_dot(painter, dot, milestone.state, ticked=True)
        row = QRectF(0 if rtl else lead, 0, self.width() - lead, self.height())
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if rtl:
            near, far = far, near
        painter.setFont(theme.sized("caption", 12, 500 if milestone.soon else 400))
        painter.setPen(theme.colours.lamp_text if milestone.soon else theme.colours.text_2)
        painter.drawText(row, far | Qt.AlignmentFlag.AlignVCenter, milestone.when)
        taken = painter.fontMetrics().horizontalAdvance(milestone.when) + theme.px(8)
        painter.setFont(theme.sized("body", 13, 600 if milestone.state == "current" else 400))
        ahead = milestone.state == "ahead"
        painter.setPen(theme.colours.text_2 if ahead else theme.colours.text)
        words = painter.fontMetrics().elidedText(
            milestone.words, Qt.TextElideMode.ElideRight, int(row.width() - taken)
        )
        painter.drawText(row, near | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class WeekDots(_Line):
    """The seven days of a week, filled where something was written; today has a strong ring."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_week(
        self,
        days: Sequence[str],
        written: Sequence[int],
        today: int,
        spoken: str,
        names: Sequence[str],
    ) -> None:
        """Show the days' letters, the numbers of those written on, and today's number.

        `spoken` says it of the whole week, `names` of each day.
        """
        self.setAccessibleDescription(spoken)
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        spots = [
            _Day(letter, names[place], done=place in written, today=place == today)
            for place, letter in enumerate(days)
        ]
        for place, spot in enumerate(spots):
            if place:
                self._row.addStretch()
            self._row.addWidget(spot)
        self.take_spots(spots, max(today, 0))


class _Day(_Spot):
    """A day: its dot and its letter."""

    def __init__(self, letter: str, name: str, *, done: bool, today: bool) -> None:
        super().__init__(name)
        self._letter, self._done, self._today = letter, done, today
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for dot and letter."""
        return QSize(current_theme().px(_CELL), current_theme().px(_DAY_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the days beside it."""
        ahead, back = (Qt.Key.Key_Right,), (Qt.Key.Key_Left,)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        self.ahead, self.back = ahead, back
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dot and letter."""
        theme = current_theme()
        painter = QPainter(self)
        self.paint_ground(painter)
        dot = theme.px(_DAY_DOT)
        box = QRectF((self.width() - dot) / 2, theme.px(3), dot, dot)
        state: State = "done" if self._done else "current" if self._today else "ahead"
        paint_dot(painter, box, state)
        painter.setFont(theme.sized("caption", 12, 600 if self._today else 400))
        painter.setPen(theme.colours.text if self._today else theme.colours.text_2)
        words = QRectF(0, theme.px(_LETTER), self.width(), theme.px(16))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


def paint_dot(painter: QPainter, box: QRectF, state: State, *, ticked: bool = False) -> None:
    """Paint the dot of a point in time: filled behind us, ringed now, thin ahead."""
    colours = current_theme().colours
    width = 2 if state == "current" else 1
    painter.setPen(QPen(colours.border_control if state == "ahead" else colours.accent, width))
    painter.setBrush(colours.accent if state == "done" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    if ticked and state == "done":
        paint_tick(painter, box, colours.on_accent)
