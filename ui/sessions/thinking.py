"""Questions of an agenda to ask oneself beforehand, and room for what one thinks of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.content.sessions import SessionTemplate
from app.domain.ids import Id
from app.domain.sessions import Session
from ui.context import Context
from ui.sessions.written_field import WrittenField
from ui.widgets.section import Section
from ui.widgets.text import Label


class Thinking(Section):
    """The questions of the template, where there is one, over a text of one's own."""

    def __init__(self, context: Context, write: Callable[[Id, str], object]) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Think it through"))
        self._template: SessionTemplate | None = None
        self._questions = QVBoxLayout()
        self._questions.setSpacing(2)
        name = self.tr("Preparation")
        self.field = WrittenField(context, write, role="body", lines=4, name=name)
        self.field.setPlaceholderText(self.tr("For you: what you want to say, and how."))
        self.column.addLayout(self._questions)
        self.column.addWidget(self.field)

    def show_questions(self, template: SessionTemplate | None, session: Session) -> None:
        """Show the questions, and what was written."""
        self.field.show_text(session.id, session.prep)
        if template == self._template:
            return
        self._template = template
        while item := self._questions.takeAt(0):
            if label := item.widget():
                label.hide()
                label.deleteLater()
        for question in template.prep_questions if template else ():
            label = Label(question, "body", "text-2", wrap=True)
            self._questions.addWidget(label)
