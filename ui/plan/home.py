"""The plan's home: the cycle, the goals of a shelf, and the competencies they use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.cycles import Preference
from app.domain.ids import Id, Kind
from app.operations import goals
from app.queries import plan
from app.queries.plan import Order, Overview, Shelf
from ui import labels
from ui.context import Context, Destination
from ui.plan import words
from ui.plan.actions import GoalActions
from ui.plan.competency_aside import CompetencyAside
from ui.plan.cycle_line import CycleLine
from ui.plan.experience_aside import ExperienceAside
from ui.plan.goal_list import GoalDelegate, GoalModel
from ui.theme import Theme, current_theme
from ui.widgets.button import Button
from ui.widgets.columns import Columns
from ui.widgets.elided_button import ElidedButton
from ui.widgets.flow import FlowLayout
from ui.widgets.movable_list import MovableList
from ui.widgets.notices import EmptyState
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

_SIDE, _COLUMN_GAP, _BUTTONS_BELOW = 272, 40, 640
_OUTSET = GoalDelegate.inset
_ORDER = Id("plan.order")


class PlanHome(Columns):
    """All goals, one shelf at a time; `opened` carries the id of the goal to show."""

    opened = Signal(str)
    navigate = Signal(object)
    """A Destination elsewhere in the plan."""

    def __init__(self, context: Context, actions: GoalActions) -> None:
        self._context = context
        self._actions = actions
        self._overview = Overview(dict.fromkeys(Shelf, ()), None)
        self._model = GoalModel(context.today)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        super().__init__()
        self.rows = MovableList(self.tr("Goals"), self._model, GoalDelegate(context.today))
        self.shelves = Segmented(
            [
                (Shelf.ACTIVE, self.tr("Active")),
                (Shelf.SOMEDAY, self.tr("Someday")),
                (Shelf.CLOSED, self.tr("Closed")),
            ],
            name=self.tr("Goals"),
        )
        self.sort = ElidedButton("", "ghost", trailing="chevron-down")
        self.cycle = CycleLine()
        self.new = Button(self.tr("New goal"), "primary", icon="plus")
        self.new.setToolTip(self.tr("New goal (Ctrl+Shift+N)"))
        self.add_experience = Button(self.tr("Add experience"), icon="layers")
        self.competencies = CompetencyAside(context)
        self.experiences = ExperienceAside(context)
        self._instead: EmptyState | None = None
        self._lay_out()
        self._connect()

    # Methods

    def refresh(self) -> None:
        """Show the goals as they are now."""
        reader = self._context.vault.read
        self._overview = plan.overview(reader, self._context.today(), self._order())
        self.cycle.show_cycle(self._overview.cycle, reader, self._context.today())
        self._show_counts()
        self._show_rows()
        self.competencies.refresh()
        self.experiences.refresh()
        self.sort.show_words(self._order_words(self._order()))

    def select(self, goal_id: Id) -> None:
        """Make a goal the current row, on its shelf."""
        for shelf, rows in self._overview.shelves.items():
            if any(row.id == goal_id for row in rows):
                self.shelves.set_view(shelf)
                self._show_rows()
                self.rows.setCurrentIndex(self._model.place(goal_id))

    def first_focus(self) -> QWidget:
        """Return the list, or the button that begins one."""
        return self.rows if self.rows.isVisibleTo(self) else self.new

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the competencies."""
        del window
        return theme.px(_SIDE)

    def fit(self) -> None:
        """Place the columns, and the buttons below the cycle where there is no room beside it."""
        super().fit()
        narrow = current_theme().effective_width(self.window().width()) < _BUTTONS_BELOW
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins; the list reaches beyond the column by the inset of its rows."""
        lead, inset = _COLUMN_GAP - _OUTSET, _OUTSET if stacked else 0
        start, above = edge - _OUTSET, 32 if stacked else 14
        # Layouts do not mirror their margins.
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.outer.setContentsMargins(edge, top, start, top)
            self.head.setContentsMargins(0, 0, _OUTSET, 0)
            self.side.setContentsMargins(0, above, inset, 0)
        else:
            self.outer.setContentsMargins(start, top, edge, top)
            self.head.setContentsMargins(_OUTSET, 0, 0, 0)
            self.side.setContentsMargins(inset, above, 0, 0)
        self.columns.setSpacing(0 if stacked else lead)

    # Building

    def _lay_out(self) -> None:
        title, tools = QVBoxLayout(), QHBoxLayout()
        line = self._line
        title.setSpacing(2)
        title.addWidget(Label(self.tr("Plan"), "title"))
        title.addWidget(self.cycle)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.add_experience)
        buttons.addWidget(self.new)
        line.setSpacing(16)
        line.addLayout(title, 1)
        line.addLayout(buttons)
        tools.addWidget(self.shelves)
        tools.addStretch()
        tools.addWidget(self.sort)
        self.head.setSpacing(20)
        self.head.addLayout(line)
        self.head.addLayout(tools)
        self.main.addWidget(self.rows)
        self.main.addStretch()
        self.side.setSpacing(24)
        self.side.addWidget(self.competencies)
        self.side.addWidget(self.experiences)
        self.side.addStretch()

    def _connect(self) -> None:
        self.new.clicked.connect(self._actions.new)
        adds = Destination("plan", kind=Kind.EXPERIENCE, act="new")
        self.add_experience.clicked.connect(lambda: self.navigate.emit(adds))
        self.competencies.navigate.connect(self.navigate)
        self.experiences.navigate.connect(self.navigate)
        self.sort.clicked.connect(self._offer_orders)
        self.shelves.chosen.connect(self._show_rows)
        self.rows.opened.connect(lambda index: self._with(index, self.opened.emit))
        self.rows.deleted.connect(lambda index: self._with(index, self._actions.trash))
        self.rows.customContextMenuRequested.connect(self._offer_acts)
        self.rows.selectionModel().currentChanged.connect(self._follow)
        self.rows.edit_asked.connect(lambda index: self._with(index, self._actions.edit))
        self.rows.dropped.connect(self._place)

    # Showing

    def _show_counts(self) -> None:
        for place, shelf in enumerate(Shelf):
            count = len(self._overview.shelves[shelf])
            name = self.shelves.tabText(place)
            spoken = f"{name}, {words.goal_words(count)}"
            self.shelves.set_count(shelf, self.locale().toString(count), spoken)

    def _show_rows(self) -> None:
        rows = self._overview.shelves[Shelf(self.shelves.view())]
        at = self.rows.currentIndex().row()
        self._model.show_rows(rows)
        if not self.rows.currentIndex().isValid() and rows:
            self.rows.setCurrentIndex(self._model.index(max(0, min(at, len(rows) - 1))))
        self.rows.setVisible(bool(rows))
        name = self.shelves.tabText(self.shelves.currentIndex())
        self.rows.setAccessibleName(f"{name}, {words.goal_words(len(rows))}")
        self._show_instead(None if rows else Shelf(self.shelves.view()))

    def _show_instead(self, shelf: Shelf | None) -> None:
        if self._instead is not None:
            self.main.removeWidget(self._instead)
            self._instead.hide()
            self._instead.deleteLater()
            self._instead = None
        if shelf is not None:
            self._instead = self._empty(shelf)
            self.main.insertWidget(1, self._instead)

    def _empty(self, shelf: Shelf) -> EmptyState:
        if shelf is Shelf.SOMEDAY:
            sentence = self.tr("What you set aside for later waits here.")
            return EmptyState(self.tr("Nothing set aside"), sentence)
        if shelf is Shelf.CLOSED:
            sentence = self.tr("A goal that ended, however it ended, stays here with its trail.")
            return EmptyState(self.tr("Nothing closed yet"), sentence)
        browse = Button(self.tr("Browse goals"))
        browse.clicked.connect(self._actions.browse)
        sentence = self.tr("A goal is one thing you want to be able to do.")
        return EmptyState(self.tr("Take a goal"), sentence, [browse], large=True)

    # Acting

    def _follow(self, current: QModelIndex) -> None:
        if current.isValid() and self.rows.hasFocus():
            box = self.rows.visualRect(current)
            top = self.rows.mapTo(self.inside, QPoint(0, box.center().y())).y()
            self.ensureVisible(0, top, 0, box.height() // 2)

    def _with(self, index: QModelIndex, act: Callable[[Id], None]) -> None:
        goal_id = self.rows.id_at(index)
        if goal_id is not None:
            act(goal_id)

    def _offer_acts(self, where: QPoint) -> None:
        index = self.rows.indexAt(where)
        goal_id = self.rows.id_at(index) if index.isValid() else self.rows.current_id()
        if goal_id is None:
            return
        at = self.rows.visualRect(self._model.place(goal_id)).center()
        menu = self._actions.menu(goal_id, self)
        menu.addSeparator()
        row = self._model.place(goal_id).row()
        if row > 0:
            menu.addAction(self.tr("Move up"), lambda: self._place(row, row - 1))
        if row < self._model.rowCount() - 1:
            menu.addAction(self.tr("Move down"), lambda: self._place(row, row + 2))
        menu.popup(self.rows.viewport().mapToGlobal(where if index.isValid() else at))

    def _place(self, origin: int, gap: int) -> None:
        """Put a goal into another gap; where another order is shown, it becomes the one by hand."""
        ids = [row.id for row in self._overview.shelves[Shelf(self.shelves.view())]]
        goal_id, vault = ids[origin], self._context.vault
        if self._order() is Order.HAND:
            before = ids[gap] if gap < len(ids) else None
            self._context.perform(lambda: goals.move_goal(vault, goal_id, before))
        else:
            rest = [*ids[:gap], goal_id, *ids[gap:]]
            at = origin if gap > origin else origin + 1
            arranged, by_hand = rest[:at] + rest[at + 1 :], Preference(id=_ORDER, value=Order.HAND)
            self._context.perform(lambda: goals.arrange_goals(vault, arranged, by_hand))
            self._context.messages.say(self.tr("Goals are sorted by hand now"), undo=True)
        self._say_place(goal_id)

    def _say_place(self, goal_id: Id) -> None:
        index = self._model.place(goal_id)
        self.rows.setCurrentIndex(index)
        place, count = labels.number(index.row() + 1), labels.number(self._model.rowCount())
        said = self.tr("{title}, {place} of {count}")
        words_of_it = said.format(title=index.data(), place=place, count=count)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.rows, words_of_it))

    def _order(self) -> Order:
        kept = self._context.vault.read.preference(_ORDER, Order.DUE)
        return Order(kept) if kept in set(Order) else Order.DUE

    def _order_words(self, order: Order) -> str:
        return {
            Order.DUE: self.tr("Sort by due date"),
            Order.TITLE: self.tr("Sort by title"),
            Order.HAND: self.tr("Sort by hand"),
        }[order]

    def _offer_orders(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order in Order:
            act = menu.addAction(self._order_words(order))
            act.setCheckable(True)
            act.setChecked(order is self._order())
            act.triggered.connect(lambda _checked, order=order: self._sort(order))
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))

    def _sort(self, order: Order) -> None:
        self._context.perform(lambda: self._context.vault.prefer(_ORDER, order))
        self.refresh()
