"""The experiences that name a goal, as a section of its page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import Id, Kind
from app.queries import experiences
from ui.context import Context, Destination
from ui.plan.experience_aside import AsideDelegate, AsideModel
from ui.widgets.tall_list import TallList
from ui.widgets.text import Label


class GoalExperiences(QWidget):
    """Heading and rows; `navigate` carries the Destination of the one that was opened."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._model = AsideModel(context.today)
        self.rows = TallList(self.tr("Experiences"), self._model, AsideDelegate(context.today))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(self.tr("Experiences"), "section"))
        column.addWidget(self.rows)
        self.rows.opened.connect(self._go)

    def show_goal(self, goal_id: Id) -> bool:
        """Show what names this goal; return whether anything does."""
        today = self._context.today()
        rows = experiences.naming(self._context.vault.read, goal_id, today)
        self._model.show_rows(rows)
        return bool(rows)

    def _go(self, index: QModelIndex) -> None:
        found = self.rows.id_at(index)
        if found is not None:
            self.navigate.emit(Destination("plan", found, Kind.EXPERIENCE))
