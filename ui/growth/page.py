"""Growth: what was seen over time, a card for each chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charts import confidence, goals, kept, mix, stretch, themes, then_now, writing
from app.charts.confidence import confidence_chart
from app.charts.goals import goals_chart
from app.charts.mix import mix_chart
from app.charts.seen import ChartChoice
from app.charts.stretch import Flag, stretch_chart
from app.charts.themes import themes_chart
from app.charts.words import sentences
from app.charts.writing import WritingSpan, writing_chart
from app.domain.goals import StretchState
from app.domain.ids import Id, Kind
from app.drawing.chart import Chart
from app.drawing.shapes import Opens
from app.queries import cycles, growth
from app.queries.experiences import mix_of
from app.queries.growth import Covered, Days, Journal, StretchTrend
from ui.charts.goals import goals_words
from ui.charts.journal import confidence_words, themes_words, writing_words
from ui.charts.mix import mix_words
from ui.charts.stretch import stretch_words
from ui.closing import Closing
from ui.context import Context, Destination
from ui.growth.grid import COLUMNS, CardGrid, Cell
from ui.growth.kept_card import KeptCard
from ui.growth.opening import destination
from ui.growth.reading import JournalReading
from ui.growth.then_now_card import ThenNowCard
from ui.page import Page
from ui.theme import follow_theme
from ui.widgets.button import Button
from ui.widgets.chart_card import ChartCard
from ui.widgets.flow import FlowLayout
from ui.widgets.page_frame import PageFrame
from ui.widgets.segmented import Segmented
from ui.widgets.tab_order import put_after, stops_of

_RANGE, _TABLES = "growth.range", "growth.tables"


class GrowthPage(Page):
    """Cards of charts over a range of days; their choice of drawing or table is kept."""

    place: ClassVar[str] = "growth"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.ACTION,
            Kind.ASSESSMENT,
            Kind.ATTEMPT,
            Kind.CHECK_IN,
            Kind.COMPETENCY,
            Kind.CYCLE,
            Kind.ENTRY,
            Kind.EXPERIENCE,
            Kind.GOAL,
            Kind.PERSON,
            Kind.SESSION,
            Kind.STRETCH,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._covered = Days(context.today(), context.today())
        self._seen: dict[ChartCard, object] = {}
        self._frame = PageFrame(
            self.tr("Growth"),
            self.tr("How you see yourself, over time. Only you can see this page."),
        )
        self.range = Segmented(
            [
                (Covered.CYCLE, self.tr("This cycle")),
                (Covered.YEAR, self.tr("12 months")),
                (Covered.ALL, self.tr("All")),
            ],
            name=self.tr("Days shown"),
        )
        self.assess = Button(self.tr("Assess competencies"), "primary")
        self.then_now = ThenNowCard()
        self.kept = KeptCard()
        self.cards = {
            then_now.KEY: self.then_now,
            confidence.KEY: ChartCard(),
            goals.KEY: ChartCard(),
            writing.KEY: ChartCard(),
            mix.KEY: ChartCard(),
            kept.KEY: self.kept,
            themes.KEY: ChartCard(),
        }
        self.stretches = [ChartCard(packs=False) for _ in range(growth.STRETCHES)]
        self.closing = Closing()
        self.grid = CardGrid()
        self._reading = JournalReading(context, self)
        self._assemble()
        self._connect()
        follow_theme(self._fit)

    # The page

    def refresh(self) -> None:
        """Show the vault as it is now; what comes from the journal follows when it is read."""
        reader, today = self.context.vault.read, self.context.today()
        self.range.set_view(self._kept_range())
        self._covered = growth.days(reader, self._kept_range(), today)
        self._show_end()
        self._show_view()
        self._show_plan()
        self._show_agreed()
        found = growth.stretches(reader, self._covered)
        for card, seen in zip(self.stretches, found, strict=False):
            self._show_stretch(card, seen)
        self._show_rows(len(found))
        self._reading.ask(self._covered)

    def changeEvent(self, event: QEvent) -> None:
        """Say all of it anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._seen.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards of a cycle's end as there is room."""
        super().resizeEvent(event)
        self._fit()

    def first_focus(self) -> QWidget:
        """The choice of days."""
        return self.range

    # Private

    def _fit(self) -> None:
        self.closing.fit(self.width())

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        tools = FlowLayout(gap=12)
        tools.addWidget(self.range)
        tools.addWidget(self.assess)
        self._frame.tools.addLayout(tools)
        self._frame.main.addWidget(self.closing)
        self._frame.main.addWidget(self.grid)
        self._frame.main.addStretch()

    def _connect(self) -> None:
        self.range.chosen.connect(self._choose_range)
        self.closing.navigate.connect(self.navigate)
        self.assess.clicked.connect(self._assess)
        self.then_now.dates_chosen.connect(self._show_view)
        self.then_now.asked.connect(self._assess)
        self.cards[goals.KEY].asked.connect(partial(self._begin, Kind.GOAL))
        self.cards[mix.KEY].asked.connect(partial(self._begin, Kind.EXPERIENCE))
        self.kept.person_chosen.connect(self._show_agreed)
        self._reading.read.connect(self._show_journal)
        named = [*self.cards.items(), *((stretch.KEY, card) for card in self.stretches)]
        self.then_now.competency_asked.connect(
            lambda found: self.navigate.emit(Destination("plan", Id(found), Kind.COMPETENCY))
        )
        for key, card in named:
            if card is not self.then_now:
                card.opened.connect(self._open)
            card.table_chosen.connect(lambda wanted, key=key: self._keep_table(key, wanted=wanted))
            card.body.table.copied.connect(self._say_copied)
        for key, card in self.cards.items():
            card.pack_asked.connect(lambda key=key: self._share(key))

    def _say_copied(self) -> None:
        self.context.messages.say(self.tr("Chart copied as text"))

    def _show_rows(self, stretches: int) -> None:
        cards = self.cards
        shown = self.stretches[:stretches]
        share = COLUMNS // max(1, len(shown))
        rows = [
            (
                Cell((cards[then_now.KEY],), 9),
                Cell((cards[confidence.KEY], cards[goals.KEY]), 9),
            ),
            (Cell((cards[writing.KEY],), 11), Cell((cards[mix.KEY],), 7)),
            (Cell((cards[kept.KEY],)),) if self.kept.agreed else (),
            tuple(Cell((card,), share) for card in shown),
            (Cell((cards[themes.KEY],)),),
        ]
        self.grid.show_rows([row for row in rows if row])
        # The choice of dates stands over its chart, and was made after it.
        put_after(*stops_of(self._frame))

    def _show_view(self) -> None:
        reader, library = self.context.vault.read, self.context.library
        view = growth.view(reader, library, self._covered, *self.then_now.chosen())
        today, as_table = self.context.today(), then_now.KEY in self._tables()
        if self._differs(self.then_now, view, as_table=as_table):
            begin = self.tr("Assess competencies")
            self.then_now.show_view(view, today, as_table=as_table, begin=begin)

    def _show_end(self) -> None:
        """Show what is left to do where the cycle is near its end."""
        reader, today = self.context.vault.read, self.context.today()
        cycle = growth.current_cycle(reader, today)
        near = cycle is not None and cycles.near_end(cycle, today)
        # All that belongs to the cycle is only read where it is shown.
        wanted = near and self._kept_range() is Covered.CYCLE
        page = cycles.page(reader, cycle.id) if cycle and wanted else None
        self.closing.setVisible(page is not None and self.closing.show_page(page, today))

    def _show_plan(self) -> None:
        """Show what comes from goals and experiences."""
        reader, library, today = self.context.vault.read, self.context.library, self.context.today()
        covered = self._covered
        states = growth.goals_of(reader, covered)
        lived = mix_of(reader, library, (covered.first, covered.last))
        self._show(
            goals.KEY, states, lambda: goals_chart(states, goals_words(today)), self.tr("New goal")
        )
        self._show(
            mix.KEY, lived, lambda: mix_chart(lived, mix_words(today)), self.tr("Add experience")
        )

    def _show_agreed(self) -> None:
        """Show what was agreed in sessions, with one person at a time."""
        found, today = growth.agreed(self.context.vault.read, self._covered), self.context.today()
        as_table = kept.KEY in self._tables()
        if self._differs(self.kept, (found, self.kept.among(found)), as_table=as_table):
            self.kept.show_agreed(found, today, as_table=as_table)

    def _show_stretch(self, card: ChartCard, seen: StretchTrend) -> None:
        today, as_table = self.context.today(), stretch.KEY in self._tables()
        running = seen.stretch.state is StretchState.ACTIVE and self._covered.holds(today)
        if not self._differs(card, (seen, running), as_table=as_table):
            return
        flags = [
            Flag(tried.id, tried.day, tried.title, Opens(Kind.STRETCH, seen.stretch.id))
            for tried in seen.attempts
        ]
        chart = stretch_chart(seen.trend, stretch_words(today), flags, today if running else None)
        title, told = seen.stretch.title, sentences(chart.heading, chart.under)
        card.show_chart(replace(chart, name=title, heading=title, under=told), as_table=as_table)

    def _show_journal(self, found: Journal) -> None:
        today, rated, tagged = self.context.today(), found.confidence, found.themes
        first_weekday = QLocale().firstDayOfWeek().value - 1
        span = WritingSpan(self._covered.first, self._covered.last, today, first_weekday)
        written = (found.writing, span)
        marked = (rated, found.held)
        self._show(
            confidence.KEY,
            marked,
            lambda: confidence_chart(rated, confidence_words(today), found.held),
        )
        self._show(writing.KEY, written, lambda: writing_chart(*written, writing_words(today)))
        self._show(themes.KEY, tagged, lambda: themes_chart(tagged, themes_words(today)))

    def _show(self, key: str, seen: object, chart: Callable[[], Chart], begin: str = "") -> None:
        card, as_table = self.cards[key], key in self._tables()
        if self._differs(card, seen, as_table=as_table):
            card.show_chart(chart(), as_table=as_table, begin=begin)

    def _differs(self, card: ChartCard, seen: object, *, as_table: bool) -> bool:
        """Whether a card does not show this yet; from now on it does."""
        shown = (seen, self.context.today(), as_table)
        differs = self._seen.get(card) != shown
        self._seen[card] = shown
        return differs

    def _choose_range(self, chosen: str) -> None:
        vault = self.context.vault
        self.context.perform(lambda: vault.prefer(_RANGE, chosen))
        self.then_now.forget()
        # What can be compared is offered anew.
        self._seen.clear()
        self.refresh()

    def _kept_range(self) -> Covered:
        kept = self.context.vault.read.preference(_RANGE, Covered.CYCLE)
        return Covered(kept) if kept in set(Covered) else Covered.CYCLE

    def _tables(self) -> set[str]:
        """The charts that are wanted as tables."""
        return set(self.context.vault.read.preference(_TABLES).split())

    def _keep_table(self, key: str, *, wanted: bool) -> None:
        tables = self._tables() | {key} if wanted else self._tables() - {key}
        vault = self.context.vault
        self.context.perform(lambda: vault.prefer(_TABLES, " ".join(sorted(tables))))

    def _assess(self) -> None:
        self._begin(Kind.ASSESSMENT)

    def _begin(self, kind: Kind) -> None:
        self.navigate.emit(Destination("plan", kind=kind, act="new"))

    def _share(self, key: str) -> None:
        """Begin a pack with a chart on top; it is not ticked."""
        covered = self._covered
        compared = self.then_now.compared
        if key == then_now.KEY and compared.then_day and compared.now_day:
            covered = Days(compared.then_day, compared.now_day)
        choice = ChartChoice(key, covered.first, covered.last)
        self.navigate.emit(Destination("share", act="new", detail=f"chart:{choice.id}"))

    def _open(self, kind: str, record_id: str) -> None:
        self.navigate.emit(destination(self.context.vault.read, kind, Id(record_id)))
