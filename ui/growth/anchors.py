"""What two ratings of a competency meant, in the words their anchors had then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.progress import ThenNowRow
from ui.labels import short_day
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.popover import Popover
from ui.widgets.text import Label

_WIDTH = 340


class AnchorsPopover(Popover):
    """Both anchors of a competency; `asked` leads on to it."""

    asked = Signal()

    def __init__(self, row: ThenNowRow, today: date, anchor: QWidget) -> None:
        super().__init__(row.name, anchor)
        self.setFixedWidth(current_theme().px(_WIDTH))
        self.body.setSpacing(4)
        self.body.addWidget(Label(row.name, "section", wrap=True))
        then, now = self.tr("Then, {day}: {level}"), self.tr("Now, {day}: {level}")
        self._add(then, row.then, row.then_day, row.then_anchor, today)
        self._add(now, row.now, row.now_day, row.now_anchor, today)
        if row.recalibrated and row.then != row.now:
            said = self.tr("You see it differently now; nothing changed.")
            self.body.addWidget(Label(said, "caption", "text-2", wrap=True))
        more = Button(self.tr("Open competency"), "link")
        more.clicked.connect(self._go_on)
        self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(
        self, words: str, level: int | None, day: date | None, anchor: str, today: date
    ) -> None:
        if level is None or day is None:
            return
        told = words.format(day=short_day(day, today), level=self.locale().toString(level))
        self.body.addWidget(Label(told, "caption", "text-2"))
        if anchor:
            self.body.addWidget(Label(anchor, "body", wrap=True))

    def _go_on(self) -> None:
        self.close()
        self.asked.emit()
