"""The portfolio: all experiences in a table, by where they stand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.charts.mix import mix_chart
from app.domain.experiences import Learning, Phase
from app.domain.ids import Id
from app.domain.progress.mix import mix
from app.drawing.chart import Chart
from app.queries import experiences
from app.queries.experiences import ExperienceRow
from ui import labels
from ui.charts.mix import mix_words
from ui.context import Context
from ui.plan import experience_words as words
from ui.plan.experience_actions import ExperienceActions
from ui.plan.experience_model import Column
from ui.plan.experience_table import ExperienceTable
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.chart_view import ChartView
from ui.widgets.elided_button import ElidedButton
from ui.widgets.flow import FlowLayout
from ui.widgets.notices import EmptyState
from ui.widgets.page_frame import PageFrame
from ui.widgets.segmented import Segmented
from ui.widgets.styling import Card
from ui.widgets.text import Label

_ORDER = "plan.experiences.order"
_BESIDE = 520
"""The narrowest page, in pixels at 100 %, with the order beside the filters."""
_HEADING = 18
_ALL, _NEWEST_FIRST = "all", (Column.WHEN, True)


class Portfolio(PageFrame):
    """Heading, filters and table; `left` asks for the plan, `opened` carries an id."""

    left = Signal()
    opened = Signal(str)

    def __init__(self, context: Context, actions: ExperienceActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._rows: tuple[ExperienceRow, ...] = ()
        self._seen: tuple[tuple[ExperienceRow, ...], date] | None = None
        self.back = Button(self.tr("Plan"), "link", icon="chevron-left")
        self.add = Button(self.tr("Add experience"), "primary", icon="plus")
        self.add.setToolTip(self.tr("Add experience (Ctrl+Shift+N)"))
        phases = [(phase.value, words.phase_words(phase)) for phase in Phase]
        self.phases = Segmented(
            [(_ALL, self.tr("All")), *phases], name=self.tr("Experiences by where they stand")
        )
        self.sort = ElidedButton("", "ghost", trailing="chevron-down")
        self.table = ExperienceTable(context.today)
        self.mix = _MixCard()
        self._empty = self._first_one()
        self._tools = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._tools)
        self._none = Label("", "body", "text-2", wrap=True)
        self._lay_out()
        self._connect()

    # Methods

    def refresh(self) -> None:
        """Show the experiences as they are now."""
        reader, today = self._context.vault.read, self._context.today()
        self._rows = experiences.portfolio(reader, today)
        self._show_order()
        if self._seen == (self._rows, today):
            return
        self._seen = (self._rows, today)
        found = mix(row.in_mix for row in self._rows)
        self.mix.show_chart(mix_chart(found, mix_words(today)))
        self._show_counts()
        self._show_rows()

    def select(self, experience_id: Id) -> None:
        """Make an experience the current row, in a filter that shows it."""
        if not self.table.select(experience_id):
            self.phases.set_view(_ALL)
            self._show_rows()
            self.table.select(experience_id)

    def first_focus(self) -> QWidget:
        """The table, or the button that adds the first one."""
        return self.table if self._rows else self.add

    def changeEvent(self, event: QEvent) -> None:
        """Say all of it anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._seen = None
            if self.isVisible():
                self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the order below the filters where they have no room beside each other."""
        super().resizeEvent(event)
        narrow = current_theme().effective_width(self.width()) < _BESIDE
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    # Building

    def _lay_out(self) -> None:
        self.back.setProperty("flush", True)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(self.tr("Experiences"), "title", wrap=True))
        lede = self.tr("What you lived through on purpose, and what it taught you.")
        names.addWidget(Label(lede, "body", "text-2", wrap=True))
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.add)
        head.setSpacing(16)
        head.addLayout(names, 1)
        head.addLayout(buttons)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.phases)
        self._line.addStretch()
        self._line.addWidget(self.sort)
        self.main.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.main.addLayout(head)
        for widget in (self.mix, self._tools, self.table, self._none, self._empty):
            self.main.addWidget(widget)
        self.main.addStretch()

    def _first_one(self) -> EmptyState:
        sentence = self.tr("A rotation, a talk, a day beside somebody: and what it taught you.")
        return EmptyState(self.tr("Nothing in your portfolio yet"), sentence, large=True)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.mix.chart.opened.connect(lambda _kind, way: self._go_to_way(Learning(way)))
        self.add.clicked.connect(self._actions.new)
        self.phases.chosen.connect(self._show_rows)
        self.sort.clicked.connect(self._offer_orders)
        self.table.opened.connect(self.opened)
        self.table.edit_asked.connect(lambda found: self._actions.edit(Id(found)))
        self.table.trash_asked.connect(lambda found: self._actions.trash(Id(found)))
        self.table.menu_asked.connect(self._offer_acts)
        self.table.copied.connect(
            lambda: self._context.messages.say(self.tr("Experiences copied as text"))
        )
        self.table.sorted_by.connect(
            lambda column, down: self._keep_order(Column(column), down=down)
        )

    # Showing

    def _show_counts(self) -> None:
        for view in (_ALL, *(phase.value for phase in Phase)):
            count = sum(1 for row in self._rows if view in {_ALL, row.phase.value})
            place = (_ALL, *(phase.value for phase in Phase)).index(view)
            spoken = f"{self.phases.tabText(place)}, {words.experience_words(count)}"
            self.phases.set_count(view, labels.number(count), spoken)

    def _show_rows(self) -> None:
        view = self.phases.view()
        rows = [row for row in self._rows if view in {_ALL, row.phase.value}]
        said = [self.tr("Experiences"), self.phases.tabText(self.phases.currentIndex())]
        named = said if view != _ALL else said[:1]
        self.table.show_rows(rows, words.sentence([*named, words.experience_words(len(rows))]))
        self.table.setVisible(bool(rows))
        self._tools.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._none.setVisible(bool(self._rows) and not rows)
        self._none.setText(self.tr("No experience stands here at the moment."))

    # Order

    def _order(self) -> tuple[Column, bool]:
        kept = self._context.vault.read.preference(_ORDER)
        column, _, way = kept.partition(":")
        known = {each.name.lower(): each for each in Column}
        return (known[column], way == "down") if column in known else _NEWEST_FIRST

    def _keep_order(self, column: Column, *, down: bool) -> None:
        way = "down" if down else "up"
        vault = self._context.vault
        self._context.perform(lambda: vault.prefer(_ORDER, f"{column.name.lower()}:{way}"))
        self._show_order()

    def _show_order(self) -> None:
        column, down = self._order()
        self.table.sort_by(column, down=down)
        self.sort.show_words(self._order_words(column))

    def _order_words(self, column: Column) -> str:
        return {
            Column.TITLE: self.tr("Sort by title"),
            Column.KIND: self.tr("Sort by kind"),
            Column.WHEN: self.tr("Sort by date"),
            Column.LEARNING: self.tr("Sort by learning"),
            Column.HOURS: self.tr("Sort by hours"),
        }[column]

    def _offer_orders(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in Column:
            act = menu.addAction(self._order_words(column))
            act.setCheckable(True)
            act.setChecked(column is self._order()[0])
            # The longest and the newest stand first, words in their order.
            down = column in {Column.WHEN, Column.HOURS}
            act.triggered.connect(
                lambda _checked, column=column, down=down: self._keep_order(column, down=down)
            )
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))

    def _go_to_way(self, learning: Learning) -> None:
        """Go to the first experience of a way to learn, with those like it below."""
        self.phases.set_view(_ALL)
        self._keep_order(Column.LEARNING, down=False)
        self._show_rows()
        first = next(row for row in self.table.in_order() if row.learning is learning)
        self.table.select(first.id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_acts(self, experience_id: str, where: QPoint) -> None:
        menu = self._actions.menu(Id(experience_id), self)
        menu.addSeparator()
        menu.addAction(self.tr("Copy the table as text"), self.table.copy)
        menu.popup(where)


class _MixCard(Card):
    """What was seen of the mix, over its bar; its table is the one of the portfolio."""

    def __init__(self) -> None:
        super().__init__("card")
        self.heading = Label("", "title", size=_HEADING, wrap=True)
        self.chart = ChartView("raised")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.chart)

    def show_chart(self, chart: Chart) -> None:
        """Show a mix; nothing at all where there is none."""
        self.heading.setText(chart.heading)
        self.chart.show_chart(chart)
        self.setVisible(bool(chart.heading))
