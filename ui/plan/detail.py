"""One goal: why, measure, milestones and plan, with its trail beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.feedback import Linked
from app.domain.goals import GoalState
from app.domain.ids import NO_ID, Id, Kind
from app.operations import feedback, goals, journal
from app.queries import plan
from app.queries.competencies import catalogue
from app.queries.plan import GoalPage
from app.queries.trail import TrailItem
from ui.context import Context, Destination
from ui.plan import words
from ui.plan.actions import GoalActions
from ui.plan.detail_parts import Facts, PlanCard, SharingPopover, Taught
from ui.plan.evidence import EvidencePopover
from ui.plan.goal_experiences import GoalExperiences
from ui.plan.measure_card import MeasureCard
from ui.plan.milestones import Milestones
from ui.plan.review import ReviewCard
from ui.plan.trail import Trail, TrailDelegate
from ui.support.section import SupportSection
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.plain import tooltip
from ui.widgets.side_pane import SidePane
from ui.widgets.spaced import show_spaced, spaced
from ui.widgets.text import Label


class GoalDetail(SidePane):
    """The page of a goal; `left` asks for the list of goals."""

    side_inset = TrailDelegate.inset

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context, actions: GoalActions) -> None:
        self._context = context
        self._actions = actions
        self._page: GoalPage | None = None
        super().__init__()
        self.back = Button(self.tr("Plan"), "link", icon="chevron-left")
        self.title = Label("", "title-detail", wrap=True)
        self.chip = Chip("")
        self.edit = Button("", "ghost", icon="pencil")
        self.more = Button("", "ghost", icon="ellipsis")
        self._facts = Facts()
        self._why = Label("", "heading", size=17, weight=400, wrap=True)
        self._serves = Label("", "caption", "text-2", wrap=True)
        self.taught = Taught()
        self.measure = MeasureCard(context)
        self.milestones = Milestones(context)
        self._plan = PlanCard()
        self.review = ReviewCard()
        self.support = SupportSection(context)
        self.experiences = GoalExperiences(context)
        self.trail = Trail(context.today)
        self._lay_out()
        self._connect()

    # Properties

    @property
    def goal_id(self) -> Id:
        """The id of the goal that is shown, NO_ID where none is."""
        return self._page.goal.id if self._page else NO_ID

    # Methods

    def show_goal(self, goal_id: Id) -> bool:
        """Show a goal as it is now; False where it is gone."""
        if goal_id != self.goal_id:
            self.keep()
            self.verticalScrollBar().setValue(0)
        self._page = plan.goal_page(self._context.vault.read, goal_id)
        if self._page is None:
            return False
        self._show(self._page)
        return True

    def open(self, destination: Destination) -> bool:
        """Show a goal, and `log` a value or `review` it if asked to; False where it is gone."""
        found = self.show_goal(destination.id)
        if found and destination.act == "log":
            self._actions.log_value(self.goal_id)
        elif found and destination.act == "review":
            self._actions.review(self.goal_id)
        return found

    def refresh(self) -> bool:
        """Show the goal as it is now; False where it is gone."""
        return self.show_goal(self.goal_id)

    def where(self) -> Destination:
        """The goal that is shown."""
        return Destination("plan", self.goal_id, Kind.GOAL)

    def leave(self) -> None:
        """Show no goal any more."""
        self.keep()
        self._page = None

    def first_focus(self) -> QWidget:
        """The way back."""
        return self.back

    def keep(self) -> None:
        """Save what is being written in place; raises AppError where that fails."""
        if self._page is not None:
            self.milestones.keep()

    # Building

    def _lay_out(self) -> None:
        self.back.setProperty("flush", True)
        self.edit.setToolTip(self.tr("Edit goal (F2)"))
        self.more.setToolTip(self.tr("More about this goal"))
        start = Qt.AlignmentFlag.AlignLeft
        self.main.setSpacing(0)
        self.main.addWidget(self.back, 0, start)
        self.main.addSpacing(8)
        self.main.addLayout(self.head_of(self.title, (self.chip, self.edit, self.more)))
        self.main.addWidget(self._facts)
        self.main.addWidget(self._words())
        for widget, gap in (
            (self.taught, 22),
            (self.review, 22),
            (self.measure, 22),
            (self.milestones, 22),
            (self._plan, 16),
            (self.support, 22),
            (self.experiences, 22),
        ):
            self.main.addWidget(spaced(widget, gap))
        self.main.addStretch(1)
        self.side.addWidget(self.trail)

    def _words(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._why)
        column.addWidget(self._serves)
        return holder

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(lambda: self._actions.edit(self.goal_id))
        self.more.clicked.connect(self._offer)
        self.chip.clicked.connect(self._explain_sharing)
        self.measure.log_asked.connect(lambda: self._actions.log_value(self.goal_id))
        values = self.measure.history
        values.opened.connect(lambda check_in: self._actions.log_value(self.goal_id, Id(check_in)))
        values.trash_asked.connect(lambda check_in: self._trash_check_in(Id(check_in)))
        self._facts.asked.connect(self._open_competency)
        self.review.review.clicked.connect(lambda: self._actions.review(self.goal_id))
        self.experiences.navigate.connect(self.navigate)
        self.taught.reopen.clicked.connect(self._reopen)
        self.trail.add.clicked.connect(self._choose_evidence)
        self.trail.opened.connect(self._open_item)
        self.trail.removed.connect(self._remove_item)

    # Showing

    def _show(self, page: GoalPage) -> None:
        goal, today = page.goal, self._context.today()
        self.title.setText(goal.title)
        known = catalogue(self._context.vault.read, self._context.library)
        self._facts.show_goal(goal, today, known)
        self._why.setText(goal.why)
        self._why.setVisible(bool(goal.why.strip()))
        self._serves.setText(self.tr("Serves {what}").format(what=goal.alignment))
        self._serves.setVisible(bool(goal.alignment.strip()))
        self.chip.show_state(words.shared_words(page.packs), "shared" if page.packs else "private")
        self.chip.setToolTip(tooltip("\n".join(words.pack_sentence(pack) for pack in page.packs)))
        self.measure.show_page(page)
        show_spaced(self.measure, shown=page.measure.named)
        self.milestones.show_goal(goal.id, page.milestones, page.step_evidence)
        show_spaced(self._plan, shown=self._plan.show_goal(goal))
        self.support.show_goal(goal.id, goal.support)
        show_spaced(self.experiences, shown=self.experiences.show_goal(goal.id))
        show_spaced(self.review, shown=self.review.show_goal(goal, today))
        show_spaced(self.taught, shown=self.taught.show_goal(goal, today))
        self.trail.show_page(page)

    # Acting

    def _offer(self) -> None:
        menu = self._actions.menu(self.goal_id, self)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _open_competency(self, competency: str) -> None:
        self.navigate.emit(Destination("plan", Id(competency), Kind.COMPETENCY))

    def _explain_sharing(self) -> None:
        if self._page is None:
            return
        popover = SharingPopover(self._page.packs, self.chip)
        popover.opened.connect(lambda pack: self.navigate.emit(Destination("share", id=Id(pack))))
        goal_id = self._page.goal.id
        popover.share_asked.connect(lambda: self._actions.share(goal_id))
        popover.open_below()

    def _reopen(self) -> None:
        self._actions.set_state(self.goal_id, GoalState.ACTIVE)

    def _choose_evidence(self) -> None:
        popover = EvidencePopover(self._context, self.goal_id, self.trail.add)
        popover.chosen.connect(lambda entry: self._link(Id(entry)))
        popover.open_below()

    def _link(self, entry_id: Id) -> None:
        vault, goal_id = self._context.vault, self.goal_id
        self._context.perform(lambda: journal.link(vault, entry_id, Kind.GOAL, goal_id))
        self._context.messages.say(self.tr("Evidence linked"), undo=True)

    def _open_item(self, item: TrailItem) -> None:
        if item.kind is Kind.ENTRY:
            act = "passage" if item.passage else ""
            self.navigate.emit(Destination("journal", id=item.id, act=act, detail=item.passage))
        elif item.kind in {Kind.SESSION, Kind.FEEDBACK}:
            self.navigate.emit(words.between_destination(item))
        elif item.check_in:
            self._actions.log_value(self.goal_id, item.check_in)

    def _remove_item(self, item: TrailItem) -> None:
        vault, goal_id = self._context.vault, self.goal_id
        if item.kind is Kind.ENTRY:
            self._context.perform(lambda: journal.unlink(vault, item.id, goal_id))
            self._context.messages.say(self.tr("No longer evidence"), undo=True)
        elif item.kind is Kind.FEEDBACK:
            target = Linked(Kind.GOAL, goal_id)
            self._context.perform(lambda: feedback.unlink(vault, item.id, target))
            self._context.messages.say(self.tr("No longer evidence"), undo=True)
        else:
            self._trash_check_in(item.id)

    def _trash_check_in(self, check_in: Id) -> None:
        self._context.perform(lambda: goals.delete_check_in(self._context.vault, check_in))
        self._context.messages.say(self.tr("Check-in moved to trash"), undo=True)
