"""The side of the page of the day: what to keep in mind."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.cycles import Cycle
from app.domain.ids import Kind
from app.domain.packs import Shared
from app.queries.today import DAYS_IN_WEEK, PlanForToday, Today, Week
from ui import labels
from ui.context import Destination
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label
from ui.widgets.timeline import Milestone, State, Timeline, WeekDots


class Side(QWidget):
    """If-then, cycle, week, and what has left this room."""

    went = Signal(object)
    hint_done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(28)

    def show_day(self, shown: Today) -> None:
        """Show what concerns this day."""
        _clear(self._column)
        if shown.nothing_yet and shown.show_recovery_hint:
            self._column.addWidget(self._recovery_hint())
        if shown.plan is not None:
            self._column.addWidget(self._plan(shown.plan, shown.day))
        self._column.addWidget(self._cycle(shown.cycle, shown.day))
        self._column.addWidget(self._week(shown.week, shown.day))
        self._column.addWidget(Rule())
        self._column.addWidget(self._left(shown.last_shared, shown.day))

    def _recovery_hint(self) -> QWidget:
        card, column = self._lamp("key-round", self.tr("Your recovery key"))
        text = self.tr(
            "It is the only help if you forget the passphrase. Keep it away from this computer."
        )
        column.addWidget(Label(text, wrap=True))
        done = Button(self.tr("Done, hide this"), "link")
        done.clicked.connect(self.hint_done)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _plan(self, plan: PlanForToday, today: date) -> QWidget:
        card, column = self._lamp("lightbulb", self.tr("If\u2013then for today"))
        words = self.tr("If {when}, then {then}.").format(
            when=plan.if_when.strip().rstrip(".,"), then=plan.then_do.strip().rstrip(".")
        )
        text = Label(words, wrap=True)
        text.emphasise([self.tr("If"), self.tr("then")])
        column.addWidget(text)
        if plan.since is not None:
            used = labels.counted(
                plan.used,
                self.tr("Used once since {day}"),
                self.tr("Used {n} times since {day}"),
                day=labels.short_day(plan.since, today),
            )
            column.addWidget(Label(used, "caption", "text-2"))
        return card

    def _lamp(self, icon: str, words: str) -> tuple[Card, QVBoxLayout]:
        card = Card("lamp")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        column.addLayout(_heading(icon, "lamp-text", Label(words, "section", "lamp-text")))
        return card, column

    def _cycle(self, cycle: Cycle | None, today: date) -> QWidget:
        holder, column = _block()
        column.addWidget(Label(self.tr("Cycle"), "section"))
        if cycle is None:
            text = self.tr("A cycle gives your goals a start, a middle and an end. It can wait.")
            column.addWidget(Label(text, "body", "text-2", wrap=True))
            start = Button(self.tr("Start a cycle"), "link", icon="plus")
            new = Destination("plan", kind=Kind.CYCLE, act="new")
            start.clicked.connect(lambda: self.went.emit(new))
            column.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
            return holder
        timeline = Timeline(self.tr("Cycle"))
        timeline.show_milestones(self._milestones(cycle, today))
        column.addSpacing(4)
        column.addWidget(timeline)
        return holder

    def _milestones(self, cycle: Cycle, today: date) -> list[Milestone]:
        points = (
            (self.tr("Start reflection"), cycle.start),
            (self.tr("Mid check-in"), cycle.middle),
            (self.tr("Exit reflection"), cycle.end),
        )
        ahead = [day for _, day in points if day >= today]
        found = []
        for words, day in points:
            near = labels.in_days(day, today)
            when = labels.short_day(day, today)
            state: State = "ahead"
            if day < today:
                state = "done"
            elif day == ahead[0]:
                state = "current"
            found.append(
                Milestone(words, f"{when}, {near}" if near else when, state, soon=bool(near))
            )
        return found

    def _week(self, week: Week, today: date) -> QWidget:
        holder, column = _block()
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("This week"), "section"))
        head.addStretch()
        entries = labels.counted(week.entries, self.tr("{n} entry"), self.tr("{n} entries"))
        evidence = self.tr("{entries}, {count} as evidence").format(
            entries=entries, count=week.evidence
        )
        words = (evidence if week.evidence else entries) if week.entries else ""
        head.addWidget(Label(words, "caption", "text-2"))
        column.addLayout(head)
        locale = QLocale()
        names = [locale.dayName(d, QLocale.FormatType.NarrowFormat) for d in range(1, 8)]
        dots = WeekDots(self.tr("This week"))
        written = len(week.written)
        spoken = labels.counted(
            written, self.tr("You wrote on one day"), self.tr("You wrote on {n} days")
        )
        dots.show_week(
            names[:DAYS_IN_WEEK],
            written=list(week.written),
            today=(today - week.monday).days,
            spoken=spoken,
        )
        column.addWidget(dots)
        return holder

    def _left(self, last: Shared | None, today: date) -> QWidget:
        holder, column = _block()
        title = Label(self.tr("What has left this room"), "section")
        column.addLayout(_heading("send", "curtain-text", title))
        if last is None:
            words = self.tr("Nothing has left this room.")
            column.addWidget(Label(words, "body", "text-2", wrap=True))
            return holder
        items = labels.counted(len(last.items), self.tr("{n} item"), self.tr("{n} items"))
        words = self.tr("Last: {items} to {name} on {day}.").format(
            items=items,
            name=last.recipient,
            day=labels.short_day(Moment(last.at, last.offset).day, today),
        )
        column.addWidget(Label(words, "body", "text-2", wrap=True))
        ledger = Button(self.tr("Open sharing ledger"), "link")
        ledger.clicked.connect(lambda: self.went.emit(Destination("share", act="ledger")))
        column.addWidget(ledger, 0, Qt.AlignmentFlag.AlignLeft)
        return holder


def _block() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return holder, column


def _heading(icon: str, colour: str, words: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Picture(icon, colour, 16))
    row.addWidget(words)
    row.addStretch()
    return row


def _clear(layout: QLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
