"""The three points of a cycle on a line, each with what is written for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cycles import Point
from app.domain.ids import NO_ID
from app.queries.cycles import CyclePoint
from ui import labels
from ui.plan import cycle_words
from ui.plan.words import translate
from ui.reflections import point_words
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.fact_row import FactRow
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label
from ui.widgets.timeline import State, paint_dot

_DOT, _LEAD, _LINE = 15, 29, 20


class PointRow(QWidget):
    """One point: its day, and its entry or the ways to one."""

    write_asked = Signal()
    choose_asked = Signal()
    opened = Signal()
    removed = Signal()

    def __init__(self, point: CyclePoint, state: State, today: date) -> None:
        super().__init__()
        self.state = state
        self._words = point_words(point.point)
        soon = state != "done" and bool(labels.in_days(point.day, today))
        when = cycle_words.when_words(point.day, today)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 18)
        column.setSpacing(4)
        head.setSpacing(12)
        role = "body" if state == "ahead" else "section"
        head.addWidget(Label(self._words, role, wrap=True), 1)
        colour = "lamp-text" if soon else "text-2"
        head.addWidget(Label(when, "caption", colour, numbers=True))
        column.addLayout(head)
        if point.entry != NO_ID:
            self._add_entry(point, column)
        else:
            self._add_ways(column)

    def _add_entry(self, point: CyclePoint, column: QVBoxLayout) -> None:
        title = point.title or translate("Plan", "Untitled entry")
        self.entry = FactRow(title, icon="notebook-pen", removable=True)
        self.entry.setAccessibleName(f"{title}, {self._words}")
        self.entry.setAccessibleDescription(self.tr("Delete takes it away from this point"))
        self.entry.clicked.connect(self.opened)
        self.entry.removed.connect(self.removed)
        column.addWidget(self.entry)

    def _add_ways(self, column: QVBoxLayout) -> None:
        now = self.state == "current"
        self.write = Button(self.tr("Write"), "plain" if now else "link", icon="notebook-pen")
        self.choose = Button(self.tr("Choose an entry"), "link")
        flow = FlowLayout(gap=12, row_gap=4)
        for button in (self.write, self.choose):
            button.setAccessibleName(f"{button.text()}, {self._words}")
            flow.addWidget(button)
        self.write.setProperty("flush", not now)
        self.write.clicked.connect(self.write_asked)
        self.choose.clicked.connect(self.choose_asked)
        column.addLayout(flow)


class Points(QWidget):
    """The points below each other; the signals carry one of them."""

    write_asked = Signal(object)
    choose_asked = Signal(object, object)
    """A CyclePoint, and the button that asks."""
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[Point, PointRow] = {}
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        follow_theme(self._fit)

    def show_points(self, points: Sequence[CyclePoint], today: date) -> None:
        """Show the points as they are now; the focus stays at its point."""
        if self._shown == (points, today):
            return
        self._shown = (points, today)
        focused = next((p for p, row in self.rows.items() if _holds_focus(row)), None)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        states = _states(points, today)
        self.rows = {point.point: self._add(point, states[point.point], today) for point in points}
        if focused is not None:
            _first_stop(self.rows[focused]).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line and its dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rows = current_theme(), list(self.rows.values())
        side = theme.px(_DOT)
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            middle = self._middle(row)
            if following is not None:
                colours = theme.colours
                done = row.state == "done"
                painter.setPen(QPen(colours.accent if done else colours.border_strong, 2))
                reach = QPointF(0, side / 2)
                painter.drawLine(middle + reach, self._middle(following) - reach)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            paint_dot(painter, box, row.state, ticked=True)
        painter.end()

    def _add(self, point: CyclePoint, state: State, today: date) -> PointRow:
        row = PointRow(point, state, today)
        row.write_asked.connect(partial(self.write_asked.emit, point))
        row.choose_asked.connect(lambda: self.choose_asked.emit(point, row.choose))
        row.opened.connect(partial(self.opened.emit, point))
        row.removed.connect(partial(self.removed.emit, point))
        self._column.addWidget(row)
        row.show()
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room for the dots where reading begins."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    def _fit(self) -> None:
        lead = current_theme().px(_LEAD)
        # Layouts do not mirror their margins.
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column.setContentsMargins(0 if rtl else lead, 0, lead if rtl else 0, 0)

    def _middle(self, row: QWidget) -> QPointF:
        theme = current_theme()
        x = theme.px(_DOT) / 2 + 1
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        return QPointF(x, row.y() + theme.px(_LINE) / 2)


def _states(points: Sequence[CyclePoint], today: date) -> dict[Point, State]:
    """What is written is done; of the rest the next one to come, or else the last, is current."""
    states: dict[Point, State] = {p.point: "done" if p.entry else "ahead" for p in points}
    left = [point for point in points if not point.entry]
    coming = [point for point in left if point.day >= today]
    if left:
        states[(coming or left[-1:])[0].point] = "current"
    return states


def _holds_focus(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and row.isAncestorOf(focus)


def _first_stop(row: PointRow) -> QWidget:
    stops = [w for w in row.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return stops[0]
