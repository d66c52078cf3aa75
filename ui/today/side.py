"""The side of the page of the day: what to keep in mind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import Moment
from app.queries.today import Today
from ui import labels
from ui.context import Destination
from ui.today.cycle import CycleSection
from ui.today.lamp_card import LampCard, heading
from ui.today.plan_card import PlanCard
from ui.today.week import ThisWeek
from ui.widgets.button import Button
from ui.widgets.styling import Rule
from ui.widgets.tab_order import stops_of
from ui.widgets.text import Label


class Side(QWidget):
    """If-then, cycle, week, and what has left this room."""

    went = Signal(object)
    hint_done = Signal()
    plan_used = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Today | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(28)

    def show_day(self, shown: Today) -> None:
        """Show what concerns this day; the focus stays where it was among the stops."""
        aside = replace(shown, review=None, steps=(), open_steps=0, rating=None, coming=None)
        if self._shown == aside:
            return
        self._shown = aside
        stops = stops_of(self)
        focus = self.window().focusWidget()
        at = stops.index(focus) if focus in stops else -1
        self._clear()
        self._fill(shown)
        stops = stops_of(self)
        if at >= 0 and stops:
            stops[min(at, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, shown: Today) -> None:
        if shown.nothing_yet and shown.show_recovery_hint:
            self._column.addWidget(self._recovery_hint())
        if shown.plan is not None:
            plan = PlanCard(shown.plan, shown.day)
            plan.went.connect(self.went)
            plan.used.connect(self.plan_used)
            self._column.addWidget(plan)
        cycle = CycleSection(shown.cycle, shown.points, shown.day)
        week = ThisWeek(shown.week, shown.day)
        for section in (cycle, week):
            section.went.connect(self.went)
            self._column.addWidget(section)
        self._column.addWidget(Rule())
        self._column.addWidget(self._left(shown))

    def _recovery_hint(self) -> QWidget:
        card = LampCard("key-round", self.tr("Your recovery key"))
        text = self.tr(
            "It is the only help if you forget the passphrase. Keep it away from this computer."
        )
        card.column.addWidget(Label(text, wrap=True))
        done = Button(self.tr("Done, hide this"), "link")
        done.clicked.connect(self.hint_done)
        card.column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _left(self, shown: Today) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        title = Label(self.tr("What has left this room"), "section")
        column.addLayout(heading("send", "curtain-text", title))
        column.addWidget(Label(self._left_words(shown), "body", "text-2", wrap=True))
        if shown.last_shared is not None:
            ledger = Button(self.tr("Open sharing ledger"), "link")
            ledger.clicked.connect(lambda: self.went.emit(Destination("share", act="ledger")))
            column.addWidget(ledger, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _left_words(self, shown: Today) -> str:
        last = shown.last_shared
        if last is None:
            return self.tr("Nothing has left this room.")
        items = labels.counted(len(last.items), self.tr("{n} item"), self.tr("{n} items"))
        day = Moment(last.at, last.offset).day
        this_week = self.tr("Last: {items} to {name} on {day}.")
        earlier = self.tr("Nothing this week. Last: {items} to {name} on {day}.")
        words = this_week if day >= shown.week.monday else earlier
        return words.format(items=items, name=last.recipient, day=labels.short_day(day, shown.day))

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
