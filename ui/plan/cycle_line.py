"""The cycle in a line under the title of the plan, which leads to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.cycles import Cycle
from app.domain.ids import Kind
from app.queries import cycles
from app.storage.rows import Reader
from ui import labels
from ui.context import Destination
from ui.plan import words
from ui.theme import follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.ring import Ringed
from ui.widgets.text import Label

_MOSTLY = 100


class LineButton(Ringed, QAbstractButton):
    """A line of words that may break, which opens what it tells of."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "body", "text-2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        row.addWidget(self._words, _MOSTLY)
        row.addWidget(Picture("chevron-right", "text-2", 14))
        row.addStretch(1)
        for widget in self.findChildren(QWidget):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(self.tr("Open the cycle"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A button would keep the width of its words, and the page could not become narrow.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._fit)

    def show_words(self, said: str) -> None:
        """Show other words."""
        self.setAccessibleName(said)
        self._words.setText(said)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out under the pointer."""
        super().enterEvent(event)
        self._words.set_colour("text")

    def leaveEvent(self, event: QEvent) -> None:
        """Stand back again."""
        super().leaveEvent(event)
        self._words.set_colour("text-2")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to the words."""

    def _fit(self) -> None:
        """End the line where its words do, so that the chevron follows them."""
        words = self._words
        words.setMaximumWidth(words.fontMetrics().horizontalAdvance(words.text()) + 2)


class CycleLine(QWidget):
    """Tells of the cycle that runs, comes next or was the last; without any it offers one."""

    asked = Signal(object)
    """A Destination within the plan."""

    def __init__(self) -> None:
        super().__init__()
        self.line = LineButton()
        self.start = Button(self.tr("Start a cycle"), "link", icon="calendar-days")
        self.start.setProperty("flush", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        here = Destination("plan", kind=Kind.CYCLE)
        self.line.clicked.connect(lambda: self.asked.emit(here))
        self.start.clicked.connect(lambda: self.asked.emit(replace(here, act="new")))

    def show_cycle(self, cycle: Cycle | None, reader: Reader, today: date) -> None:
        """Show the cycle of the plan, or the last one where that is over."""
        before = None if cycle else cycles.last(reader)
        self.line.setVisible(bool(cycle or before))
        self.start.setVisible(not cycle)
        if cycle is not None:
            self.line.show_words(words.cycle_words(cycle, today))
        elif before is not None:
            said = self.tr("No cycle runs now. {title} ended on {day}.")
            day = labels.short_day(before.last_day, today)
            self.line.show_words(said.format(title=before.title.strip(), day=day))
