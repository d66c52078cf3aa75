"""Small timelines: the milestones of a cycle and the days of a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.check import paint_tick

State = Literal["done", "current", "ahead"]
_DOT, _PITCH, _WORDS = 15, 46, 27


@dataclass(frozen=True)
class Milestone:
    """One point of a timeline: its words, when it is, and whether it is past."""

    words: str
    when: str
    state: State
    soon: bool = False


class Timeline(QWidget):
    """Milestones below each other on one line, the way behind them drawn strong."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._milestones: tuple[Milestone, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_milestones(self, milestones: Sequence[Milestone]) -> None:
        """Show these milestones, first to last."""
        self._milestones = tuple(milestones)
        words = (f"{milestone.words}, {milestone.when}" for milestone in milestones)
        self.setAccessibleDescription("; ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every milestone."""
        theme = current_theme()
        height = theme.px(_PITCH) * max(0, len(self._milestones) - 1) + theme.px(20)
        return QSize(theme.px(220), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height at a narrow width."""
        return QSize(current_theme().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(len(self._milestones) - 1):
            self._paint_way(painter, place)
        for place, milestone in enumerate(self._milestones):
            self._paint_milestone(painter, place, milestone)
        painter.end()

    def _middle(self, place: int) -> QPointF:
        theme = current_theme()
        x = theme.px(_DOT) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        return QPointF(x, theme.px(10) + place * theme.px(_PITCH))

    def _paint_way(self, painter: QPainter, place: int) -> None:
        colours, reach = current_theme().colours, current_theme().px(_DOT) / 2
        done = self._milestones[place].state == "done"
        painter.setPen(QPen(colours.accent if done else colours.border_strong, 2))
        start, end = self._middle(place), self._middle(place + 1)
        painter.drawLine(start + QPointF(0, reach), end - QPointF(0, reach))

    def _paint_milestone(self, painter: QPainter, place: int, milestone: Milestone) -> None:
        theme = current_theme()
        middle, side = self._middle(place), theme.px(_DOT)
        dot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_dot(painter, dot, milestone.state, ticked=True)
        current = milestone.state == "current"
        lead = theme.px(_WORDS)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = QRectF(
            0 if rtl else lead, middle.y() - theme.px(10), self.width() - lead, theme.px(20)
        )
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if rtl:
            near, far = far, near
        when = theme.sized("caption", 12, 500 if milestone.soon else 400)
        painter.setFont(when)
        painter.setPen(theme.colours.lamp_text if milestone.soon else theme.colours.text_2)
        painter.drawText(row, far | Qt.AlignmentFlag.AlignVCenter, milestone.when)
        taken = painter.fontMetrics().horizontalAdvance(milestone.when) + theme.px(8)
        painter.setFont(theme.sized("body", 13, 600 if current else 400))
        ahead = milestone.state == "ahead"
        painter.setPen(theme.colours.text_2 if ahead else theme.colours.text)
        words = painter.fontMetrics().elidedText(
            milestone.words, Qt.TextElideMode.ElideRight, int(row.width() - taken)
        )
        painter.drawText(row, near | Qt.AlignmentFlag.AlignVCenter, words)


class WeekDots(QWidget):
    """The seven days of a week, filled where something was written; today has a strong ring."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[str, ...] = ()
        self._written: frozenset[int] = frozenset()
        self._today = -1
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_week(
        self, days: Sequence[str], written: Sequence[int], today: int, spoken: str
    ) -> None:
        """Show the days' letters, the numbers of those written on, and today's number."""
        self._days = tuple(days)
        self._written = frozenset(written)
        self._today = today
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for dots and letters."""
        return QSize(current_theme().px(220), current_theme().px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dots and letters, evenly from edge to edge."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot, cell = theme.px(14), theme.px(28)
        step = (self.width() - cell) / max(1, len(self._days) - 1)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, letter in enumerate(self._days):
            x = step * (len(self._days) - 1 - place if rtl else place)
            box = QRectF(x + (cell - dot) / 2, 0, dot, dot)
            done, today = place in self._written, place == self._today
            paint_dot(painter, box, "done" if done else "current" if today else "ahead")
            painter.setFont(theme.sized("caption", 12, 600 if today else 400))
            painter.setPen(theme.colours.text if today else theme.colours.text_2)
            words = QRectF(x, theme.px(20), cell, theme.px(16))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, letter)
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
