"""Parts of the page of a stretch goal that are a heading with something below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from app.domain.goals import Stretch
from app.domain.measures import Measure
from ui.labels import number
from ui.measures.words import value_words
from ui.stretch.words import state_fact, zone_fact
from ui.widgets.fact_row import FactRow
from ui.widgets.progress import Measure as MeasureRow
from ui.widgets.section import Section, TextSection
from ui.widgets.text import Label
from ui.widgets.zone_arch import ZoneArch


class FactSection(Section):
    """A heading with rows that open; it vanishes without any. `opened` carries the key of one."""

    opened = Signal(str)

    def __init__(self, heading: str, icon: str) -> None:
        super().__init__(heading, gap=2)
        self._icon = icon
        self.facts: list[FactRow] = []
        self._shown: tuple[tuple[str, str], ...] | None = None

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these, each a key and its words."""
        if tuple(facts) == self._shown:
            return
        self._shown = tuple(facts)
        for row in self.facts:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.facts = []
        for key, words in facts:
            row = FactRow(words, icon=self._icon)
            row.clicked.connect(partial(self.opened.emit, key))
            self.facts.append(row)
            self.column.addWidget(row)
        self.setVisible(bool(facts))


class EndSection(TextSection):
    """How a stretch goal ended, and what it taught."""

    def show_end(self, stretch: Stretch) -> None:
        """Show the end of a closed stretch goal, nothing of an open one."""
        self.heading.setText(state_fact(stretch.state)[1])
        words = stretch.learned or self.tr("Nothing was written about it.")
        # Shown and hidden again, it would have the whole page laid out twice.
        self.show_text(words if stretch.state.closed else "")


class ZoneSection(Section):
    """Where a stretch goal sits, and who says so."""

    def __init__(self) -> None:
        super().__init__("", gap=8)
        heading = self.tr("Where it sits today")
        self.heading.setText(heading)
        self.arch = ZoneArch(heading)
        self._source = Label("", "caption", "text-2", wrap=True)
        self.column.addWidget(self.arch)
        self.column.addWidget(self._source)

    def show_stretch(self, stretch: Stretch) -> None:
        """Show the zone of a stretch goal."""
        self.arch.show_zone(stretch.zone, stretch.felt_zone)
        self._source.setText(self._source_words(stretch))
        self._source.setVisible(stretch.zone is None)

    def _source_words(self, stretch: Stretch) -> str:
        suggested = stretch.felt_zone
        if suggested is None or stretch.size is None:
            return self.tr("Choose the zone it feels like today.")
        words = self.tr("{0}, suggested by its size of {1}. Choose another if it feels different.")
        return words.format(zone_fact(suggested)[1], number(stretch.size))


class MeasureSection(Section):
    """What is measured and where it stands."""

    def __init__(self) -> None:
        super().__init__("", gap=8)
        self.heading.setText(self.tr("Measure"))
        self._row: MeasureRow | None = None
        self._words = Label("", "body", "text-2", wrap=True)
        self.column.addWidget(self._words)

    def show_measure(self, measure: Measure) -> None:
        """Show a measure; it vanishes where there is none."""
        self.setVisible(measure.named)
        on_its_way = measure.has_way and measure.now is not None
        self._words.setText(self._sentence(measure))
        self._words.setVisible(not on_its_way)
        if self._row is not None:
            self.column.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
            self._row = None
        if on_its_way:
            self._row = self._bar(measure)
            self.column.addWidget(self._row)

    def _bar(self, measure: Measure) -> MeasureRow:
        named = ", ".join(part for part in (measure.what, measure.unit) if part.strip())
        row = MeasureRow(named)
        row.set_measure(measure.baseline or 0.0, measure.target or 0.0, measure.now or 0.0)
        return row

    def _sentence(self, measure: Measure) -> str:
        parts = {
            "what": measure.what,
            "unit": measure.unit,
            "now": "" if measure.now is None else value_words(measure.kind, measure.now),
            "start": "" if measure.baseline is None else number(measure.baseline),
            "aim": "" if measure.target is None else number(measure.target),
        }
        if measure.now is not None:
            return self.tr("{what}: {now} {unit}").format(**parts).strip()
        if measure.has_way:
            return self.tr("{what}, from {start} to {aim} {unit}").format(**parts).strip()
        return measure.what
