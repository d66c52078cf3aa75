"""One stretch goal: its targets, its plan, its check-ins, its zone and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.charts.stretch import Flag
from app.domain.goals import Milestone, StretchState, Zone
from app.domain.ids import Id, Kind
from app.drawing.shapes import Opens
from app.queries.competencies import catalogue
from app.queries.stretch import AttemptRow, EvidenceRow, StretchView
from ui.context import Context, Destination
from ui.labels import short_day
from ui.stretch.actions import StretchActions
from ui.stretch.attempts import AttemptSection
from ui.stretch.cards import FeedbackCard, PlanCard, Targets
from ui.stretch.confidence import Confidence
from ui.stretch.evidence import EvidenceList
from ui.stretch.header import StretchHeader
from ui.stretch.sections import EndSection, FactSection, MeasureSection, ZoneSection
from ui.support.section import SupportSection
from ui.theme import current_theme, follow_theme
from ui.widgets.milestone_list import MilestoneList, Step
from ui.widgets.section import Section, TextSection
from ui.widgets.text import Label

_EDGE, _NARROW_EDGE, _TOP = 40, 24, 24
_SIDE, _SIDE_NARROW, _STACKED = 244, 208, 580


class StretchDetail(QScrollArea):
    """The right pane; `navigate` carries a Destination, `left` asks for the list."""

    navigate = Signal(object)
    left = Signal()

    def __init__(self, context: Context, actions: StretchActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._view: StretchView | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.header = StretchHeader()
        self.title = Label("", "title-detail", wrap=True)
        self.why = Label("", "writing", "text-2", wrap=True)
        self.end = EndSection("")
        self.targets = Targets()
        self.plan = PlanCard()
        self.feedback = FeedbackCard()
        self.confidence = Confidence(context)
        self.zone = ZoneSection()
        self.measure = MeasureSection()
        self.steps = MilestoneList()
        self.evidence = EvidenceList(context.today)
        self._evidence = Section(self.tr("Evidence"))
        self.support = SupportSection(context)
        self.attempts = AttemptSection(context.today)
        self._experiences = FactSection(self.tr("Experiences"), "layers")
        self._if_badly = TextSection(self.tr("If it goes badly"))
        self._obstacle = TextSection(self.tr("What could get in the way"))
        self._competencies = TextSection(self.tr("Competencies"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget()
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._lay_out()
        self._connect()
        self.setWidget(self._inside)
        follow_theme(self._fit)

    # Methods

    def show_view(self, view: StretchView) -> None:
        """Show a stretch goal; another one is shown from its top."""
        moved = self._view is None or self._view.stretch.id != view.stretch.id
        self._view = view
        stretch, today = view.stretch, self._context.today()
        self.header.show_view(view)
        self.title.setText(stretch.title)
        self.why.setText(stretch.why)
        self.why.setVisible(bool(stretch.why.strip()))
        self.end.show_end(stretch)
        self.targets.show_stretch(stretch, today)
        self.plan.show_plan(stretch, view.trend.plans_used)
        flags = tuple(_flag(attempt) for attempt in view.attempts)
        is_open = stretch.state is StretchState.ACTIVE
        self.confidence.show_trend(view.trend, flags, is_open=is_open)
        self.feedback.setVisible(view.lacks_feedback)
        self.support.show_goal(stretch.id, stretch.support)
        self.attempts.show_rows(view.attempts)
        self._experiences.show_facts([(each.id, each.title) for each in view.experiences])
        self.zone.show_stretch(stretch)
        self.measure.show_measure(view.measure)
        self.steps.show_steps([self._step(step) for step in view.milestones])
        self.evidence.show_rows(view.evidence)
        self._evidence.setVisible(bool(view.evidence))
        self._show_texts(view)
        if moved:
            self.verticalScrollBar().setValue(0)

    def press_primary(self) -> None:
        """Check in, or take a stretch goal up that is not active."""
        view = self._view
        if view is not None and view.stretch.state is StretchState.ACTIVE:
            self._actions.check_in(view.stretch.id)
        elif view is not None:
            self._actions.set_state(view.stretch.id, StretchState.ACTIVE)

    def menu(self) -> QMenu | None:
        """What else one can do with the stretch goal; None where none is shown."""
        view = self._view
        return self._actions.menu(view.stretch, self) if view is not None else None

    def add_attempt(self) -> None:
        """Write down an attempt at the stretch goal."""
        if self._view is not None:
            self._actions.add_attempt(self._view.stretch)

    def ask_pdf(self) -> None:
        """Go to Share with this stretch goal."""
        if self._view is not None:
            self._actions.share(self._view.stretch.id)

    # Events

    def event(self, event: QEvent) -> bool:
        """Fit the columns to the width."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    # Building

    def _lay_out(self) -> None:
        main, side = QVBoxLayout(), QVBoxLayout(self._side)
        self._evidence.column.addWidget(self.evidence)
        steps = Section(self.tr("Milestones"))
        steps.column.addWidget(self.steps)
        texts = (self._if_badly, self._obstacle, self._competencies)
        _fill(main, (self.confidence, self.support, self.measure, steps, self._evidence))
        _fill(side, (self.zone, self.attempts, *texts, self._experiences))
        side.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(main, 1)
        self._columns.addWidget(self._side)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.why)
        self._column.setSpacing(12)
        self._column.addWidget(self.header)
        self._column.addLayout(words)
        for widget in (self.end, self.targets, self.plan, self.feedback):
            self._column.addWidget(widget)
        self._column.addSpacing(8)
        self._column.addLayout(self._columns, 1)

    def _connect(self) -> None:
        header, actions = self.header, self._actions
        header.back.clicked.connect(self.left)
        header.goal.clicked.connect(self._show_goal)
        header.chip.clicked.connect(lambda: self.navigate.emit(Destination("share")))
        header.more.clicked.connect(self._open_menu)
        header.primary.clicked.connect(self.press_primary)
        self.confidence.asked.connect(self.press_primary)
        self.confidence.opened.connect(self._open_check_in)
        self.confidence.trash_asked.connect(actions.trash_check_in)
        self.confidence.attempt_opened.connect(self._open_attempt)
        self.feedback.asked.connect(self.support.ask_for_feedback)
        self.attempts.add_asked.connect(self.add_attempt)
        self.attempts.edit_asked.connect(self._edit_attempt)
        self.attempts.debrief_asked.connect(actions.debrief)
        self.attempts.trash_asked.connect(actions.trash_attempt)
        self._experiences.opened.connect(self._show_experience)
        self.zone.arch.picked.connect(self._choose_zone)
        self.steps.ticked.connect(lambda step, done: actions.tick_milestone(step, done=done))
        self.steps.edit_asked.connect(actions.edit_milestone)
        self.steps.trash_asked.connect(actions.trash_milestone)
        self.steps.added.connect(self._add_milestone)
        self.evidence.asked.connect(self._show_entry)

    # Private

    def _show_texts(self, view: StretchView) -> None:
        stretch = view.stretch
        known = catalogue(self._context.vault.read, self._context.library)
        self._if_badly.show_text(stretch.if_badly)
        self._obstacle.show_text(stretch.obstacle)
        self._competencies.show_text("\n".join(map(known.name, stretch.competencies)))

    def _step(self, milestone: Milestone) -> Step:
        today = self._context.today()
        if milestone.done is not None:
            when = self.tr("Done {0}").format(short_day(milestone.done, today))
        else:
            when = short_day(milestone.due, today) if milestone.due else ""
        return Step(milestone.id, milestone.title, milestone.done is not None, when)

    def _open_menu(self) -> None:
        menu = self.menu()
        if menu is not None:
            more = self.header.more
            menu.popup(more.mapToGlobal(more.rect().bottomLeft()))

    def _show_goal(self) -> None:
        if self._view is not None and self._view.goal is not None:
            self.navigate.emit(Destination("plan", id=self._view.goal.id, kind=Kind.GOAL))

    def _show_entry(self, row: EvidenceRow) -> None:
        if row.kind is Kind.FEEDBACK:
            self.navigate.emit(Destination("feedback", row.id, Kind.FEEDBACK))
            return
        act = "passage" if row.passage else ""
        target = Destination("journal", row.id, Kind.ENTRY, act=act, detail=row.passage)
        self.navigate.emit(target)

    def _open_attempt(self, attempt_id: str) -> None:
        """Open the debrief of an attempt, or the attempt itself where there is none."""
        view = self._view
        found = [row for row in view.attempts if row.id == attempt_id] if view else []
        if found and found[0].entry:
            self._actions.debrief(found[0].id)
        elif found:
            self._edit_attempt(attempt_id)

    def _edit_attempt(self, attempt_id: str) -> None:
        if self._view is not None:
            self._actions.edit_attempt(self._view.stretch, Id(attempt_id))

    def _show_experience(self, experience_id: str) -> None:
        self.navigate.emit(Destination("plan", Id(experience_id), Kind.EXPERIENCE))

    def _open_check_in(self, check_in: str) -> None:
        if self._view is not None:
            self._actions.check_in(self._view.stretch.id, Id(check_in))

    def _choose_zone(self, zone: str | None) -> None:
        if self._view is not None:
            self._actions.choose_zone(self._view.stretch.id, Zone(zone) if zone else None)

    def _add_milestone(self, title: str) -> None:
        if self._view is not None:
            self._actions.add_milestone(self._view.stretch.id, title)

    def _fit(self) -> None:
        theme, width = current_theme(), theme_width(self)
        narrow = width < theme.breakpoint("rail-collapse-below")
        edge = _NARROW_EDGE if narrow else _EDGE
        self._column.setContentsMargins(edge, _TOP, edge, _TOP)
        inner = self.viewport().width() - 2 * edge
        stacked = theme.effective_width(inner) < _STACKED
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._columns.setSpacing(24 if narrow else 32)
        side = theme.px(_SIDE_NARROW if narrow else _SIDE)
        self._side.setMinimumWidth(0 if stacked else side)
        self._side.setMaximumWidth(1 << 20 if stacked else side)
        # Its heading stands level with the heading of the chart, which has a button beside it.
        level = (theme.size("hit-min") - theme.line("section")) // 2
        self._side.setContentsMargins(0, 0 if stacked else level, 0, 0)
        self.targets.fit(inner)


def _fill(column: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    column.setSpacing(24)
    for part in parts:
        column.addWidget(part)
    column.addStretch()


def _flag(attempt: AttemptRow) -> Flag:
    opens = Opens(Kind.ATTEMPT, attempt.id)
    return Flag(attempt.id, attempt.day, attempt.title, opens)


def theme_width(widget: QWidget) -> float:
    """The width of a widget's window as the breakpoints count it."""
    return current_theme().effective_width(widget.window().width())
