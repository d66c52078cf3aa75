"""What somebody has seen: each item that left for them, as it last did."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.cycles import Person
from app.domain.ids import Id
from app.queries.seen import SeenItem, seen_by
from ui import labels
from ui.context import Context
from ui.shared_words import now_words, withheld_words
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.row_button import RowButton
from ui.widgets.section import Section
from ui.widgets.text import Elided, Label

_SHOWN = 6


class SeenSection(Section):
    """Vanishes where nothing left. `opened` carries a line of the ledger; `all` leads to theirs."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("", gap=2)
        self._context = context
        self._seen: tuple[SeenItem, ...] | None = None
        self._unfolded = False
        self._person: Id | None = None
        self.rows: list[SeenRow] = []
        self.more = Button("", "link")
        self.all = Button(self.tr("Show in the ledger"), "link", icon="send")
        for button in (self.more, self.all):
            button.setProperty("flush", "true")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._unfold)

    def show_person(self, person: Person, short: str) -> None:
        """Show what somebody has seen; `short` is what they are called."""
        self.heading.setText(self.tr("What {name} has seen").format(name=short))
        if person.id != self._person:
            self._person, self._unfolded = person.id, False
        seen = seen_by(self._context.vault, person, self._context.library)
        if seen != self._seen:
            self._seen = seen
            self._fill(seen)
        self.setVisible(bool(seen))

    # Private

    def _unfold(self) -> None:
        self._unfolded = True
        self._fill(self._seen or ())
        if len(self.rows) > _SHOWN:
            self.rows[_SHOWN].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, seen: Sequence[SeenItem]) -> None:
        focused = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = seen if self._unfolded else seen[:_SHOWN]
        self.rows = [SeenRow(each, self._day(each)) for each in shown]
        for row, each in zip(self.rows, shown, strict=True):
            row.clicked.connect(partial(self.opened.emit, each.line))
            self._rows.addWidget(row)
        self.more.setVisible(len(shown) < len(seen))
        self.more.setText(self.tr("All {n} of them").format(n=labels.number(len(seen))))
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()

    def _day(self, seen: SeenItem) -> str:
        return labels.short_day(seen.when.day, self._context.today())


class SeenRow(RowButton):
    """An item: when it left last, how often, what of it was withheld, and how it is now."""

    def __init__(self, seen: SeenItem, day: str) -> None:
        item = seen.item
        title = item.title.strip() or self.tr("An entry without a title")
        now = now_words(item)
        about = [withheld_words(item.passages, item.evidence)]
        if seen.times > 1:
            form = self.tr("Left {n} times")
            about.insert(0, form.format(n=labels.number(seen.times)))
        below = ". ".join(part for part in about if part)
        left = self.tr("last on {day}").format(day=day)
        super().__init__(", ".join(part for part in (title, left, below, now) if part))
        line, words = QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(0, 5, 0, 5)
        line.setSpacing(8)
        words.setSpacing(0)
        words.addWidget(Elided(title, "label"))
        if below:
            words.addWidget(Label(below, "caption", "text-2", wrap=True))
        line.addLayout(words, 1)
        top = Qt.AlignmentFlag.AlignTop
        if item.changed:
            line.addWidget(Picture("git-compare", "lamp-text", 14), 0, top)
        if now:
            colour = "lamp-text" if item.changed else "text-2"
            line.addWidget(Label(now, "caption", colour), 0, top)
        line.addWidget(Label(day, "caption", "text-2", numbers=True), 0, top)
        self.settle()
