"""Parts of somebody's page: facts to open, when one last spoke, and how safe it feels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Id
from ui.people.words import safety_anchors
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.fact_row import FactRow
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.line_edit import MultiLine
from ui.widgets.section import Section
from ui.widgets.styling import Card
from ui.widgets.text import Label

_PAUSE = 2000


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that belongs to somebody: what it is called, and what stands at its end."""

    id: Id
    words: str
    aside: str = ""
    icon: str = ""


class FactList(Section):
    """A heading over facts that open; it vanishes without any. `opened` carries a fact's id."""

    opened = Signal(str)

    def __init__(self, heading: str) -> None:
        super().__init__(heading, gap=2)
        self._facts: tuple[Fact, ...] | None = None
        self._rows: list[FactRow] = []

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; the focus stays on the same one."""
        self.setVisible(bool(facts))
        if tuple(facts) == self._facts:
            return
        focused = next((at for at, row in enumerate(self._rows) if row.hasFocus()), None)
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._facts, self._rows = tuple(facts), []
        for fact in facts:
            row = FactRow(fact.words, fact.aside, icon=fact.icon)
            row.clicked.connect(partial(self.opened.emit, fact.id))
            self.column.addWidget(row)
            self._rows.append(row)
        if focused is not None and self._rows:
            self._rows[min(focused, len(self._rows) - 1)].setFocus()

    def rows(self) -> Sequence[FactRow]:
        """Return the rows, from the top."""
        return self._rows


class Knows(Section):
    """What somebody can help with, as chips that open the competency."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Can help with"))
        self.chips: list[Chip] = []
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=8, row_gap=0)
        self.column.addWidget(self._holder)

    def show_knows(self, knows: Sequence[tuple[str, str]]) -> None:
        """Show competencies, each an id and a name; the same again leaves the chips alone."""
        if tuple(knows) == self._shown:
            return
        self._shown = tuple(knows)
        while item := self._flow.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        self.chips = []
        for competency, name in knows:
            chip = Chip(name, "tag", name=self.tr("Can help with {0}").format(name))
            chip.clicked.connect(partial(self.opened.emit, competency))
            self._flow.addWidget(chip)
            self.chips.append(chip)
            chip.show()
        self.setVisible(bool(knows))


class Spoken(Section):
    """When one last spoke with somebody, and a button that says it was today."""

    def __init__(self) -> None:
        super().__init__("", gap=2)
        self.heading.setText(self.tr("Last spoke on"))
        self.words = Label("", "body", "text-2", numbers=True)
        self.today = Button(self.tr("Today"), "link")
        self.today.setToolTip(self.tr("Say that you spoke today"))
        self.today.setAccessibleName(self.tr("Say that you spoke today"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.today)
        row.addStretch()
        self.column.addLayout(row)

    def show_day(self, words: str, *, is_today: bool) -> None:
        """Show the day; today need not be said again."""
        self.words.setText(words)
        self.today.setVisible(not is_today)


class Safety(Card):
    """How safe it feels to be honest with somebody: bulbs and a note that stay here.

    `rated` carries the new rating, None where it was cleared; `noted` the note once typing
    pauses, the field is left or `flush` is called.
    """

    rated = Signal(object)
    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__("quiet-card")
        heading = self.tr("How safe it feels to be honest")
        self.bulbs = Bulbs(heading, safety_anchors())
        self.note = MultiLine(lines=2)
        self._anchor = Label("", "caption", "text-2", wrap=True)
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._lay_out(heading)
        self.bulbs.rated.connect(self._rate)
        self.note.textChanged.connect(self._touch)
        self.note.installEventFilter(self)

    def show_safety(self, rating: int | None, note: str) -> None:
        """Show a rating and a note; what is being typed stays."""
        self.bulbs.setValue(rating or 0)
        self._anchor.setText(self.bulbs.value_words())
        if note != self._shown and not self._pause.isActive():
            self._shown = note
            self.note.setPlainText(note)
            self._pause.stop()

    def flush(self) -> None:
        """Say what is written where that was not said yet."""
        self._pause.stop()
        written = self.note.toPlainText().strip()
        if written != self._shown:
            self._shown = written
            self.noted.emit(written)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when its field is left."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _lay_out(self, heading: str) -> None:
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        head.setSpacing(12)
        head.addWidget(self.bulbs)
        head.addWidget(self._anchor, 1)
        foot.setSpacing(6)
        foot.addWidget(Picture("lock", "text-3", 14))
        foot.addWidget(Label(self.tr("Only you ever see this."), "caption", "text-3", wrap=True), 1)
        column.addWidget(Label(heading, "section", wrap=True))
        column.addLayout(head)
        column.addWidget(Field(self.tr("Private note"), self.note))
        column.addLayout(foot)

    def _touch(self) -> None:
        if self.note.toPlainText().strip() != self._shown:
            self._pause.start()

    def _rate(self, value: int) -> None:
        self._anchor.setText(self.bulbs.value_words())
        self.rated.emit(value or None)
