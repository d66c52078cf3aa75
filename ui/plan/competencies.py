"""The view of competencies: all of them, or one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.ids import NO_ID, Id, Kind
from ui.context import Context, Destination
from ui.plan.competency_actions import CompetencyActions
from ui.plan.competency_detail import CompetencyDetail
from ui.plan.competency_home import CompetencyHome
from ui.widgets.stack import Stack


class CompetenciesView(Stack):
    """With an id one competency; the act `new` begins one, `import` chooses a file of them."""

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.actions_on_competencies = CompetencyActions(context, self)
        self.home = CompetencyHome(context, self.actions_on_competencies)
        self.detail = CompetencyDetail(context, self.actions_on_competencies)
        for view in (self.home, self.detail):
            self.addWidget(view)
            view.navigate.connect(self.navigate)
        self.home.left.connect(self.left)
        self.home.opened.connect(self._show_one)
        self.detail.left.connect(self._show_all)
        self.actions_on_competencies.added.connect(self._show_one)
        shortcut = QShortcut(QKeySequence("F2"), self.detail)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.detail.edit.click)

    @property
    def _shows_one(self) -> bool:
        return self.currentWidget() is self.detail

    def open(self, destination: Destination) -> bool:
        """Show all or one, and begin an act; False where it is gone."""
        if destination.id:
            self.setCurrentWidget(self.detail)
            return self.detail.show_competency(destination.id)
        self.setCurrentWidget(self.home)
        self.home.refresh()
        begin = {
            "new": self.actions_on_competencies.new,
            "import": self.actions_on_competencies.bring_in,
        }.get(destination.act)
        if begin is not None:
            begin()
        return True

    def refresh(self) -> bool:
        """Show the vault as it is now; one that is gone gives way to the others."""
        if self._shows_one and not self.detail.show_competency(self.detail.competency):
            self.setCurrentWidget(self.home)
        self.home.refresh()
        return True

    def where(self) -> Destination:
        """What is shown."""
        shown = Id(self.detail.competency) if self._shows_one else NO_ID
        return Destination("plan", shown, Kind.COMPETENCY)

    def keep(self) -> None:
        """Nothing is written in place here; the page keeps what sheets hold."""

    def leave(self) -> None:
        """Show the whole list the next time."""
        self.setCurrentWidget(self.home)

    def first_focus(self) -> QWidget:
        """The way back from one, or the list."""
        return self.detail.back if self._shows_one else self.home.first_focus()

    def _show_one(self, competency: str) -> None:
        if self.detail.show_competency(competency):
            self.setCurrentWidget(self.detail)
            self.detail.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self.home.refresh()
        self.setCurrentWidget(self.home)
        self.home.select(self.detail.competency)
        self.home.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
