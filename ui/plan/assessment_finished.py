"""A finished assessment, as it read when it was made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.competencies import Assessment
from app.domain.ids import NO_ID, Id, Kind
from app.operations import competencies
from app.queries import assessments
from ui.context import Context, Destination
from ui.plan import assessment_words as words
from ui.plan.assessment_frame import Head
from ui.plan.assessment_reading import RatingsView, kept


class FinishedView(QWidget):
    """An assessment to read; it can go to the trash as a whole, and never changes."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.assessment_id: Id = NO_ID
        self.head = Head()
        self.reading = RatingsView(changes=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.reading, 1)
        self.head.more.clicked.connect(self._offer)

    def show_assessment(self, assessment_id: Id) -> bool:
        """Show an assessment; False where it is gone."""
        found = assessments.find(self._context.vault.read, assessment_id)
        self.assessment_id = assessment_id if found else NO_ID
        if found is not None:
            self._show(found)
        return found is not None

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Assess again"), self._assess_again)
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), self._trash)
        return menu

    def _show(self, found: Assessment) -> None:
        made = words.made_words(found, self._context.today())
        self.head.show_words(words.title_of(found), made)
        self.head.show_progress(0, 0)
        line = self.tr("As it read then. A finished assessment does not change.")
        self.reading.show_ratings(line, kept(found))

    def _offer(self) -> None:
        self.menu().popup(self.head.more.mapToGlobal(self.head.more.rect().bottomLeft()))

    def _assess_again(self) -> None:
        self.navigate.emit(Destination("plan", kind=Kind.ASSESSMENT, act="new"))

    def _trash(self) -> None:
        vault, gone = self._context.vault, self.assessment_id
        self._context.perform(lambda: competencies.delete_assessment(vault, gone))
        self._context.messages.say(self.tr("Assessment moved to trash"), undo=True)
