"""The view of assessments: one under way, or a finished one to read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import NO_ID, Kind
from ui.context import Context, Destination
from ui.plan.assessment_finished import FinishedView
from ui.plan.assessment_flow import AssessmentFlow
from ui.widgets.stack import Stack

OWN, OTHER = "new", "view"
"""The acts that begin an assessment of one's own, or note how somebody else sees one."""


class AssessmentView(Stack):
    """With an id a finished assessment; else one of one's own, or with the act `view` another's."""

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.finished = FinishedView(context)
        self.flows = {
            act: AssessmentFlow(context, own=act == OWN, parent=self) for act in (OWN, OTHER)
        }
        views: tuple[FinishedView | AssessmentFlow, ...] = (self.finished, *self.flows.values())
        for view in views:
            self.addWidget(view)
            view.head.back.clicked.connect(self.left)
            view.navigate.connect(self.navigate)

    @property
    def flow(self) -> AssessmentFlow | None:
        """The assessment under way that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, AssessmentFlow) else None

    def open(self, destination: Destination) -> bool:
        """Show a finished assessment, or one under way as it was left; False where it is gone."""
        self.keep()
        if destination.id:
            self.setCurrentWidget(self.finished)
            return self.finished.show_assessment(destination.id)
        flow = self.flows[OTHER if destination.act == OTHER else OWN]
        flow.begin()
        self.setCurrentWidget(flow)
        return True

    def refresh(self) -> bool:
        """Show the vault as it is now; False where the assessment that was read is gone."""
        if self.flow is None:
            return self.finished.show_assessment(self.finished.assessment_id)
        self.flow.refresh()
        return True

    def where(self) -> Destination:
        """The assessment that is read or under way."""
        if self.flow is None:
            return Destination("plan", self.finished.assessment_id, Kind.ASSESSMENT)
        act = next(act for act, flow in self.flows.items() if flow is self.flow)
        return Destination("plan", NO_ID, Kind.ASSESSMENT, act=act)

    def keep(self) -> None:
        """Keep what was answered so far; raises AppError where that fails."""
        if self.flow is not None:
            self.flow.keep()

    def leave(self) -> None:
        """Keep the draft, and show nothing any more."""
        self.keep()
        for flow in self.flows.values():
            flow.let_go()
        self.setCurrentWidget(self.finished)

    def first_focus(self) -> QWidget:
        """The first thing to do."""
        return self.flow.first() if self.flow else self.finished.head.back
