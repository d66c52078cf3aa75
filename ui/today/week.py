"""This week: on which days something was written, each of which opens in the journal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.today import DAYS_IN_WEEK, Week
from ui import labels
from ui.context import Destination
from ui.widgets.text import Label
from ui.widgets.timeline import WeekDots

_CONTEXT: Final = "ThisWeek"


class ThisWeek(QWidget):
    """Seven days, and how much was written."""

    went = Signal(object)

    def __init__(self, week: Week, today: date) -> None:
        super().__init__()
        self._week = week
        self.dots = WeekDots(self.tr("This week"))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(Label(self.tr("This week"), "section"))
        head.addStretch()
        words = written_words(week.entries, week.evidence) if week.entries else ""
        head.addWidget(Label(words, "caption", "text-2", numbers=True))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.dots)
        self._show(today)
        self.dots.opened.connect(self._open)

    def _show(self, today: date) -> None:
        locale = QLocale()
        letters = [locale.dayName(d, QLocale.FormatType.NarrowFormat) for d in range(1, 8)]
        one, many = self.tr("You wrote on one day"), self.tr("You wrote on {n} days")
        self.dots.show_week(
            letters[:DAYS_IN_WEEK],
            written=self._week.written,
            today=(today - self._week.monday).days,
            spoken=labels.counted(len(self._week.written), one, many),
            names=[self._name(place, today) for place in range(DAYS_IN_WEEK)],
        )

    def _name(self, place: int, today: date) -> str:
        count = self._week.counts[place]
        written = written_words(count, 0) if count else self.tr("nothing written")
        return f"{labels.long_day(self._day(place), today)}: {written}"

    def _day(self, place: int) -> date:
        return self._week.monday + timedelta(days=place)

    def _open(self, place: int) -> None:
        day = self._day(place).isoformat()
        self.went.emit(Destination("journal", act="day", detail=day))


def written_words(entries: int, evidence: int) -> str:
    """How many entries there are, and how many of them are evidence."""
    translate = QCoreApplication.translate
    one, many = translate(_CONTEXT, "{n} entry"), translate(_CONTEXT, "{n} entries")
    words = labels.counted(entries, one, many)
    if not evidence:
        return words
    both = translate(_CONTEXT, "{entries}, {count} as evidence")
    return both.format(entries=words, count=labels.number(evidence))
