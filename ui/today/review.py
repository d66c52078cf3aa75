"""The weekly review: what moved, a row for each stretch goal, and the entry of the week."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import CheckIn
from app.queries.reviews import Review
from ui.context import Context, Destination
from ui.today.moved import MovedLines
from ui.today.review_row import ReviewRow
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.styling import Card, Rule
from ui.widgets.tab_order import put_after, stops_of
from ui.widgets.text import Label

_PADDING = 24
DRAFT = "weekly-review"


class ReviewCard(Card):
    """Stands in the place of the question; what is given is kept as a draft until it is saved."""

    saved = Signal()
    put_off = Signal()
    went = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("card")
        self._context = context
        self._shown: tuple[object, ...] = ()
        self._kept = "{}"
        self._finished = False
        self.rows: list[ReviewRow] = []
        self.lines: MovedLines | None = None
        self._inside = QVBoxLayout()
        self.later = Button(self.tr("Not today"), "quiet")
        self.write = Button(self.tr("Write the weekly review"), "link", icon="notebook-pen")
        self.save = Button(self.tr("Save check-ins"), "primary")
        self._assemble()
        self.later.clicked.connect(self.put_off)
        self.save.clicked.connect(self.saved)
        self.write.clicked.connect(self._go_to_entry)
        primary = QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)
        primary.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Methods

    def show_review(self, review: Review) -> None:
        """Show a review; what was given stays, and the focus at its place."""
        today = self._context.today()
        was_finished, self._finished = self._finished, False
        if self._shown == (review, today):
            return
        kept = "{}" if was_finished else self._given()
        focus, stops = self.window().focusWidget(), stops_of(self)
        at = stops.index(focus) if focus in stops else -1
        self._shown = (review, today)
        self._clear()
        self._fill(review)
        self._restore(kept)
        self._show_ready()
        stops = stops_of(self)
        put_after(stops[0], *stops[1:])
        if at >= 0:
            stops[min(at, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """What the first stretch goal asks first."""
        return self.rows[0].first() if self.rows else self.save

    def check_ins(self) -> list[CheckIn]:
        """The check-ins as they were given; goals of which nothing was said are left out."""
        found = (row.check_in() for row in self.rows)
        return [note for note in found if note is not None]

    def content(self) -> str:
        """What was given, to be kept."""
        given = {row.due.stretch.id: row.content() for row in self.rows}
        return json.dumps({goal: said for goal, said in given.items() if said})

    def keep(self) -> None:
        """Keep what was given and not saved as a draft in the vault; raises AppError."""
        content = self.content()
        if self.rows and not self._finished and content != self._kept:
            self._context.vault.keep_draft(DRAFT, None if content == "{}" else content)
            self._kept = content

    def finish(self) -> None:
        """Forget the draft of what was saved; an undo finds it here again."""
        self._finished = True
        self._context.vault.keep_draft(DRAFT, None)
        self._kept = "{}"

    # Private

    def _given(self) -> str:
        """What was given until now: here, or in the draft of an earlier time."""
        if not self.rows:
            self._kept = self._context.vault.read.draft(DRAFT) or "{}"
            return self._kept
        return self.content()

    def _assemble(self) -> None:
        head, foot, column = QHBoxLayout(), FlowLayout(gap=16, row_gap=8), QVBoxLayout(self)
        head.addWidget(Label(self.tr("Your weekly review"), "heading"))
        head.addStretch()
        head.addWidget(self.later)
        foot.addWidget(self.save)
        foot.addWidget(self.write)
        column.setContentsMargins(_PADDING, 20, _PADDING, 20)
        column.setSpacing(8)
        self._inside.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._inside)
        column.addSpacing(4)
        column.addLayout(foot)

    def _fill(self, review: Review) -> None:
        today = self._context.today()
        lines = MovedLines(review, today)
        lines.went.connect(self.went)
        self._inside.addWidget(lines)
        self.lines = lines
        for due in review.due:
            row = ReviewRow(due, today)
            target = Destination("stretch", id=due.stretch.id)
            row.opened.connect(partial(self.went.emit, target))
            row.changed.connect(self._show_ready)
            self._inside.addSpacing(4)
            self._inside.addWidget(Rule())
            self._inside.addWidget(row)
            self.rows.append(row)

    def _restore(self, kept: str) -> None:
        given: dict[str, dict[str, str]] = json.loads(kept)
        for row in self.rows:
            row.restore(given.get(row.due.stretch.id, {}))

    def _show_ready(self) -> None:
        self.save.setEnabled(bool(self.check_ins()))

    def _go_to_entry(self) -> None:
        self.went.emit(Destination("journal", act="new", detail="template:weekly-review"))

    def _clear(self) -> None:
        self.rows, self.lines = [], None
        while item := self._inside.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
