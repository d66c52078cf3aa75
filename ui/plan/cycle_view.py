"""One cycle: what for, its three points, what was agreed, its goals, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.queries import cycles
from app.queries.cycles import CyclePage
from ui.closing import Closing
from ui.context import Context, Destination
from ui.plan import words
from ui.plan.agreement import AgreementCard
from ui.plan.cycle_actions import CycleActions
from ui.plan.cycle_end import Ended
from ui.plan.cycle_facts import CycleFacts
from ui.plan.cycle_points import Points
from ui.plan.cycle_side import CycleGoals, OtherCycles
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.notices import EmptyState
from ui.widgets.plain import tooltip
from ui.widgets.side_pane import SidePane
from ui.widgets.spaced import show_spaced, spaced
from ui.widgets.tab_order import put_after, stops_of
from ui.widgets.text import Label

_GAP = 22


class CycleView(SidePane):
    """The page of a cycle; without any it offers to start one.

    A destination without an id shows the cycle that runs, the next or the last. Acts on arrival:
    `new` starts a cycle, `edit`, `agreement` and `end` open the sheet of the one that is shown.
    """

    side_widths = (344, 304)

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        self._context = context
        self._page: CyclePage | None = None
        # The columns are fitted as soon as they are made.
        self.closing = Closing()
        super().__init__()
        self._acts = CycleActions(context, self)
        self.back = Button(self.tr("Plan"), "link", icon="chevron-left")
        self.title = Label("", "title-detail", wrap=True)
        self.chip = Chip("")
        self.following = Button(self.tr("Start the next cycle"), icon="plus")
        self.edit = Button("", "ghost", icon="pencil")
        self.more = Button("", "ghost", icon="ellipsis")
        self.facts = CycleFacts()
        self._purpose = Label("", "heading", size=17, weight=400, wrap=True)
        self.ended = Ended()
        self.points = Points()
        self.agreement = AgreementCard(context.library.working_agreement)
        self.goals = CycleGoals()
        self.others = OtherCycles()
        self.start = Button(self.tr("Start a cycle"), icon="plus")
        self._lay_out()
        self._connect()

    # Properties

    @property
    def cycle_id(self) -> Id:
        """The id of the cycle that is shown, NO_ID where none is."""
        return self._page.cycle.id if self._page else NO_ID

    # The view

    def open(self, destination: Destination) -> bool:
        """Show a cycle, and begin the act; False where it is gone."""
        reader, today = self._context.vault.read, self._context.today()
        wanted = destination.id or cycles.first_shown(reader, today)
        if destination.id and cycles.page(reader, wanted) is None:
            return False
        if wanted != self.cycle_id:
            self.verticalScrollBar().setValue(0)
        self._show(cycles.page(reader, wanted) if wanted else None)
        self._begin(destination.act)
        return True

    def refresh(self) -> bool:
        """Show the cycle as it is now; False where it is gone."""
        before = self.cycle_id
        reader = self._context.vault.read
        wanted = before or cycles.first_shown(reader, self._context.today())
        page = cycles.page(reader, wanted) if wanted else None
        if before and page is None:
            self._page = None
            return False
        self._show(page)
        return True

    def where(self) -> Destination:
        """The cycle that is shown."""
        return Destination("plan", self.cycle_id, Kind.CYCLE)

    def keep(self) -> None:
        """Nothing is written in place; the page keeps what the sheets hold."""

    def leave(self) -> None:
        """Show no cycle any more."""
        self._page = None

    def first_focus(self) -> QWidget:
        """The way back."""
        return self.back

    def share(self) -> None:
        """Go and make a PDF of the cycle."""
        if self._page is not None:
            self._acts.share(self.cycle_id)

    def share_agreement(self) -> None:
        """Go and make a PDF of what was agreed."""
        if self._page is not None:
            self._acts.share_agreement(self.cycle_id)

    # Columns

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins, and place the cards of the end as there is room."""
        super().pad(edge, top, stacked=stacked)
        self.closing.fit(self.viewport().width() - 2 * edge - self._side_room(stacked=stacked))

    def _side_room(self, *, stacked: bool) -> int:
        return 0 if stacked else self.side_holder.minimumWidth()

    # Building

    def _lay_out(self) -> None:
        self.back.setProperty("flush", True)
        self.edit.setToolTip(self.tr("Edit cycle (F2)"))
        self.more.setToolTip(self.tr("More about this cycle"))
        self.main.setSpacing(0)
        self.main.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.main.addSpacing(8)
        self._body, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body.setLayout(column)
        buttons = (self.chip, self.following, self.edit, self.more)
        column.addLayout(self.head_of(self.title, buttons))
        column.addWidget(self.facts)
        for widget, gap in (
            (self._purpose, 18),
            (self.ended, _GAP),
            (self.closing, _GAP),
            (self._line(), _GAP + 4),
            (self.agreement, 10),
        ):
            column.addWidget(spaced(widget, gap))
        self.main.addWidget(self._body)
        self.main.addWidget(self._empty())
        self.main.addStretch()
        self.side.setSpacing(28)
        for part in (self.goals, self.others):
            self.side.addWidget(part)
        self.side.addStretch()

    def _line(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Start, middle and end"), "section"))
        column.addWidget(self.points)
        return holder

    def _empty(self) -> QWidget:
        words = self.tr("A cycle gives your goals a start, a middle and an end. It can wait.")
        self._instead = EmptyState(self.tr("No cycle yet"), words, [self.start], large=True)
        return self._instead

    def _connect(self) -> None:
        acts = self._acts
        self.back.clicked.connect(self.left)
        acts.navigate.connect(self.navigate)
        acts.saved.connect(lambda cycle: self.open(self._to(Id(cycle))))
        for button in (self.start, self.following):
            button.clicked.connect(acts.start)
        self.edit.clicked.connect(self._edit)
        self.more.clicked.connect(self._offer)
        self.chip.clicked.connect(self.share)
        self.facts.person_asked.connect(self._open_person)
        self.ended.reopen.clicked.connect(lambda: acts.reopen(self.cycle_id))
        self.closing.navigate.connect(self.navigate)
        self.points.write_asked.connect(lambda point: acts.write(self.cycle_id, point.point))
        self.points.choose_asked.connect(
            lambda point, anchor: acts.choose(self.cycle_id, point, anchor)
        )
        self.points.opened.connect(lambda point: acts.read(point.entry))
        self.points.removed.connect(lambda point: acts.take_away(self.cycle_id, point))
        for button in (self.agreement.edit, self.agreement.begin):
            button.clicked.connect(self._agree)
        self.agreement.share.clicked.connect(self.share_agreement)
        self.goals.add.clicked.connect(lambda: acts.offer_goals(self.cycle_id, self.goals.add))
        self.goals.removed.connect(lambda goal: acts.move_goal(Id(goal), NO_ID))
        self.goals.opened.connect(
            lambda goal: self.navigate.emit(Destination("plan", Id(goal), Kind.GOAL))
        )
        self.others.opened.connect(lambda cycle: self.open(self._to(Id(cycle))))
        shortcut = QShortcut(QKeySequence("F2"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._edit)

    # Showing

    def _show(self, page: CyclePage | None) -> None:
        self._page = page
        self._body.setVisible(page is not None)
        self.side_holder.setVisible(page is not None)
        self._instead.setVisible(page is None)
        if page is None:
            return
        cycle, today = page.cycle, self._context.today()
        self.title.setText(cycle.title)
        self.chip.show_state(words.shared_words(page.packs), "shared" if page.packs else "private")
        self.chip.setToolTip(tooltip("\n".join(words.pack_sentence(pack) for pack in page.packs)))
        self.following.setVisible(page.over(today))
        self.facts.show_cycle(cycle, page.person, today)
        self._purpose.setText(cycle.purpose.strip())
        show_spaced(self._purpose, shown=bool(cycle.purpose.strip()))
        show_spaced(self.ended, shown=self.ended.show_cycle(cycle, today))
        show_spaced(self.closing, shown=self.closing.show_page(page, today))
        self.points.show_points(page.points, today)
        self.agreement.show_agreement(cycle.agreement)
        self.goals.show_goals(page.goals, today, others=page.addable)
        self.others.show_cycles(page.others, today)
        put_after(*stops_of(self))

    # Acting

    def _begin(self, act: str) -> None:
        if act == "new":
            self._acts.start()
        elif act == "edit":
            self._edit()
        elif act == "agreement":
            self._agree()
        elif act == "end" and self._page:
            self._acts.end(self._page.cycle)

    def _edit(self) -> None:
        if self._page is not None:
            self._acts.edit(self._page.cycle)

    def _agree(self) -> None:
        if self._page is not None:
            self._acts.agree(self._page.cycle)

    def _offer(self) -> None:
        if self._page is not None:
            menu = self._acts.menu(self._page, self)
            menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _open_person(self) -> None:
        if self._page is not None and self._page.person is not None:
            person = self._page.person
            self.navigate.emit(Destination("people", person.id, Kind.PERSON))

    def _to(self, cycle_id: Id) -> Destination:
        return Destination("plan", cycle_id, Kind.CYCLE)
