"""The plan's view of experiences: the portfolio, and one experience in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.ids import Id, Kind
from ui.context import Context, Destination
from ui.plan.experience_actions import ExperienceActions
from ui.plan.experience_detail import ExperienceDetail
from ui.plan.portfolio import Portfolio
from ui.widgets.stack import Stack


class ExperiencesView(Stack):
    """A PlanView: without an id it shows the portfolio; the act `new` begins an experience."""

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.actions_on = ExperienceActions(context, self)
        self.portfolio = Portfolio(context, self.actions_on)
        self.detail = ExperienceDetail(context, self.actions_on)
        self.addWidget(self.portfolio)
        self.addWidget(self.detail)
        self.portfolio.left.connect(self.left)
        self.portfolio.opened.connect(lambda found: self._show_one(Id(found)))
        self.detail.left.connect(self.close_one)
        self.detail.navigate.connect(self.navigate)
        self.actions_on.navigate.connect(self.navigate)
        self.actions_on.added.connect(lambda found: self._show_one(Id(found)))
        self._bind("F2", self.detail, self.detail.edit.click)

    # A PlanView

    def open(self, destination: Destination) -> bool:
        """Show an experience or the portfolio; False where the experience is gone."""
        if destination.id:
            if not self.detail.show_experience(destination.id):
                return False
            self.setCurrentWidget(self.detail)
        else:
            self._show_all()
        if destination.act == "new":
            self.begin()
        return True

    def refresh(self) -> bool:
        """Show what is there now; the portfolio in place of an experience that is gone."""
        shown = self.detail.experience_id
        if self._one and not self.detail.show_experience(shown):
            self._show_all()
            self.portfolio.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.portfolio.refresh()
        return True

    def where(self) -> Destination:
        """The experience that is shown, or the portfolio."""
        found = self.detail.experience_id if self._one else Id("")
        return Destination("plan", found, Kind.EXPERIENCE)

    def keep(self) -> None:
        """Nothing is written in place: sheets keep their own drafts."""

    def leave(self) -> None:
        """Show no experience any more."""
        self.detail.leave()
        self.setCurrentWidget(self.portfolio)

    def first_focus(self) -> QWidget:
        """The way back of an experience, or the table."""
        return self.detail.back if self._one else self.portfolio.first_focus()

    # Of several things, one at a time

    def begin(self) -> None:
        """Begin another experience."""
        self.actions_on.new()

    def close_one(self) -> bool:
        """Show the portfolio in place of the open experience; False where none is open."""
        if not self._one:
            return False
        before = self.detail.experience_id
        self._show_all()
        self.portfolio.select(before)
        self.portfolio.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def share(self) -> None:
        """Go and make a PDF of the open experience, or of the current one of the table."""
        found = self.detail.experience_id if self._one else self.portfolio.table.current_id()
        if found:
            self.actions_on.share(found)

    # Private

    @property
    def _one(self) -> bool:
        return self.currentWidget() is self.detail

    def _show_one(self, experience_id: Id) -> None:
        if self.detail.show_experience(experience_id):
            self.setCurrentWidget(self.detail)
            self.detail.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self.detail.leave()
        self.portfolio.refresh()
        self.setCurrentWidget(self.portfolio)

    def _bind(self, keys: str, over: QWidget, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), over)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
