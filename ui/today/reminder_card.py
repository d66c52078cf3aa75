"""The one reminder that waits: what it is about, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.clock import Moment
from app.domain.reminders import Nudge, Thing
from ui.reminder_words import action_words, nudge_words, thing_words
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label


class ReminderCard(Card):
    """A quiet line above everything else of the day; it is hidden while nothing waits."""

    opened = Signal(object)
    """The Thing that somebody goes to."""
    put_off = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__("lamp")
        self._nudge: Nudge | None = None
        self._words = Label("", "body", wrap=True)
        self.open = Button("", "link")
        self.later = Button(self.tr("Later today"), "link")
        self.dismiss = Button(self.tr("Not this one"), "link")
        self._lay_out()
        self.open.clicked.connect(self._open)
        self.later.clicked.connect(self.put_off)
        self.dismiss.clicked.connect(self.dismissed)
        self.hide()

    # Properties

    @property
    def nudge(self) -> Nudge | None:
        """What is shown."""
        return self._nudge

    # Methods

    def show_nudge(self, nudge: Nudge | None, now: Moment, *, later: bool) -> None:
        """Show what waits, or nothing; `later` says that there is still a later today."""
        new = nudge is not None and nudge != self._nudge
        self._nudge = nudge
        if nudge is not None:
            self._now = now
            words = nudge_words(nudge, now)
            self._words.setText(words)
            self.setAccessibleName(words)
            one = len(nudge.things) == 1
            self.open.setText(action_words(nudge.things[0]) if one else self.tr("Show them"))
            self.later.setVisible(later)
            several = self.tr("Not these")
            self.dismiss.setText(self.tr("Not this one") if one else several)
        self.setVisible(nudge is not None)
        if new and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def menu(self) -> QMenu:
        """One line for each of several things; each leads to where it is done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for thing in self._nudge.things if self._nudge else ():
            # An ampersand of somebody's title is none of a menu.
            words = thing_words(thing, self._now).replace("&", "&&")
            menu.addAction(words, partial(self._go, thing))
        return menu

    # Private

    def _lay_out(self) -> None:
        column, line, acts = QVBoxLayout(), QHBoxLayout(self), FlowLayout(gap=20, row_gap=2)
        for button in (self.open, self.later, self.dismiss):
            button.setProperty("flush", "true")
            acts.addWidget(button)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(acts)
        line.setContentsMargins(17, 12, 17, 8)
        line.setSpacing(12)
        line.addWidget(Picture("bell", "lamp-text", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)

    def _open(self) -> None:
        if self._nudge is None:
            return
        if len(self._nudge.things) == 1:
            self._go(self._nudge.things[0])
        else:
            self.menu().popup(self.open.mapToGlobal(QPoint(0, self.open.height())))

    def _go(self, thing: Thing) -> None:
        self.opened.emit(thing)
