"""The one real question of a session, with what the mentee wrote as an offer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.ids import Id
from app.domain.sessions import Session
from app.queries.since_last_time import Flagged
from ui import labels
from ui.context import Context
from ui.sessions.words import invitation
from ui.sessions.written_field import WrittenField
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.section import Section
from ui.widgets.text import Label


class Question(Section):
    """The field, and below it what a flagged entry says while the field is empty."""

    def __init__(self, context: Context, write: Callable[[Id, str], object]) -> None:
        super().__init__("")
        self.heading.setText(self.tr("One real question"))
        self._offered = ""
        name = self.heading.text()
        self.field = WrittenField(context, write, role="writing", lines=2, name=name)
        self.use = Button(self.tr("Use this"), "link")
        self._words = Label("", "caption", "text-2", wrap=True)
        self._offer = QWidget()
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Picture("notebook-pen", "text-2", 14), 0, middle)
        row.addWidget(self._words, 1, middle)
        row.addWidget(self.use, 0, middle)
        self.column.addWidget(self.field)
        self.column.addWidget(self._offer)
        self.use.clicked.connect(self._take)
        self.field.textChanged.connect(self._show_offer)

    def show_question(self, session: Session, offer: Flagged | None, today: date) -> None:
        """Show the question, what the empty field asks, and what an entry says."""
        self.field.setPlaceholderText(invitation(session.day, today))
        self.field.show_text(session.id, session.question)
        self._offered = offer.asks if offer else ""
        if offer is not None:
            form = self.tr("You wrote on {day}: \u201c{words}\u201d")
            day = labels.short_day(offer.day, today)
            # What somebody said in it stands in the inner quotation marks.
            said = offer.asks.replace("\u201c", "\u2018").replace("\u201d", "\u2019")
            self._words.setText(form.format(day=day, words=said))
            self.use.setAccessibleName(self.tr("Use this: {words}").format(words=offer.asks))
        self._show_offer()

    def _show_offer(self) -> None:
        self._offer.setVisible(bool(self._offered) and not self.field.toPlainText().strip())

    def _take(self) -> None:
        self.field.setPlainText(self._offered)
        self.field.typed.keep()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
