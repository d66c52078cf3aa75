"""A popover that asks: questions to write about, by theme, by competency or by goal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.queries import questions
from app.queries.questions import By
from ui.context import Context
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.popover import Popover
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

_WIDTH, _LINES = 400, 3


class Asking(Popover):
    """One question at a time; `asked` carries the one to write about."""

    asked = Signal(str)

    def __init__(self, context: Context, anchor: QWidget) -> None:
        super().__init__(self.tr("Begin with a question"), anchor)
        self._reader, self._library = context.vault.read, context.library
        self._turn = context.today().toordinal()
        ways = questions.ways(self._reader)
        words = {
            By.THEME: self.tr("Theme"),
            By.COMPETENCY: self.tr("Competency"),
            By.GOAL: self.tr("Goal"),
            By.MINE: self.tr("Mine"),
        }
        options = [(way.value, words[way]) for way in ways]
        self._by = Segmented(options, name=self.tr("Choose questions by"), fill=True)
        self._subject = Choice(name=self.tr("About"))
        self._question = Label("", "quote-lg", wrap=True)
        self._another = Button(self.tr("Another question"), "quiet", icon="refresh-cw")
        self._take = Button(self.tr("Write about this"), "primary")
        self._lay_out()
        self._by.chosen.connect(self._show_subjects)
        self._subject.picked.connect(self._show_question)
        self._another.clicked.connect(self._step)
        self._take.clicked.connect(self._ask)
        self._show_subjects()

    # Private

    def _lay_out(self) -> None:
        theme = current_theme()
        room = self.screen().availableGeometry().width() - theme.px(48)
        self.setFixedWidth(min(theme.px(_WIDTH), room))
        self.body.setSpacing(theme.space(3))
        self.body.addWidget(self._by)
        self._subject.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._subject)
        self._question.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The buttons stay where they are while the questions have more or fewer lines.
        self._question.setMinimumHeight(theme.line("quote-lg") * _LINES)
        self.body.addWidget(self._question)
        foot = QHBoxLayout()
        foot.addWidget(self._another)
        foot.addStretch()
        foot.addWidget(self._take)
        self.body.addLayout(foot)

    def _show_subjects(self) -> None:
        found = questions.subjects(self._reader, self._library, By(self._by.view()))
        self._subject.set_options([(subject.name, subject.id) for subject in found])
        self._subject.setVisible(bool(found))
        self._show_question()

    def _show_question(self) -> None:
        by, subject = By(self._by.view()), str(self._subject.value() or "")
        self._found = questions.about(self._reader, self._library, by, subject)
        self._another.setEnabled(len(self._found) > 1)
        self._question.setText(self._present())

    def _present(self) -> str:
        return self._found[self._turn % len(self._found)]

    def _step(self) -> None:
        self._turn += 1
        self._question.setText(self._present())

    def _ask(self) -> None:
        question = self._present()
        self.close()
        self.asked.emit(question)
