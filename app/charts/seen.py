"""What a chart of growth was made of, and the chart of it in the words of whoever shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from app.charts import confidence, themes, then_now, writing
from app.charts.confidence import ConfidenceWords, confidence_chart
from app.charts.themes import ThemesWords, themes_chart
from app.charts.then_now import then_now_chart
from app.charts.then_now_words import ThenNowWords
from app.charts.writing import WritingSpan, WritingWords, writing_chart
from app.domain.ids import Id
from app.domain.progress import ThenNow
from app.domain.progress.confidence import Confidence
from app.domain.progress.themes import Themes
from app.domain.progress.writing import Writing
from app.drawing.chart import Chart


@dataclass(frozen=True, slots=True)
class Written:
    """The days written on, and the days they are shown among."""

    writing: Writing
    span: WritingSpan


Seen: TypeAlias = ThenNow | Confidence | Written | Themes
"""The rows of one chart."""

KEYS = (then_now.KEY, confidence.KEY, writing.KEY, themes.KEY)
"""The charts of growth, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """A chart of growth over a range of days, by which a share pack remembers it."""

    key: str
    first: date
    last: date

    @property
    def id(self) -> Id:
        """The choice in one word."""
        return Id(f"{self.key}/{self.first.isoformat()}/{self.last.isoformat()}")

    @classmethod
    def read(cls, chart_id: str) -> ChartChoice | None:
        """The choice with this id; None where no chart has it."""
        key, *days = chart_id.split("/")
        try:
            first, last = map(date.fromisoformat, days)
        except ValueError:
            return None
        return cls(key, first, last) if key in KEYS and first <= last else None


@dataclass(frozen=True, slots=True)
class SeenWords:
    """The words of each chart."""

    then_now: ThenNowWords = field(default_factory=ThenNowWords)
    confidence: ConfidenceWords = field(default_factory=ConfidenceWords)
    writing: WritingWords = field(default_factory=WritingWords)
    themes: ThemesWords = field(default_factory=ThemesWords)


def chart_of(seen: Seen, words: SeenWords) -> Chart:
    """The chart of rows."""
    match seen:
        case ThenNow():
            return then_now_chart(seen, words.then_now)
        case Confidence():
            return confidence_chart(seen, words.confidence)
        case Written():
            return writing_chart(seen.writing, seen.span, words.writing)
        case _:
            return themes_chart(seen, words.themes)


def says_anything(seen: Seen) -> bool:
    """Whether there is anything to see in it."""
    return bool(chart_of(seen, SeenWords()).heading)


def values_of(seen: Seen) -> Iterator[object]:
    """Every figure, day and word that a chart of it can show."""
    match seen:
        case ThenNow():
            yield from (seen.then_day, seen.now_day)
            for row in seen.rows:
                yield from (row.name, row.then, row.now, row.then_day, row.now_day)
                yield row.change.value
        case Confidence():
            for period in seen.periods:
                yield from (period.first, period.count, period.middle)
        case Written():
            yield from (seen.span.first, seen.span.last)
            for day in seen.writing.days:
                yield from (day.day, day.words, day.entries)
        case _:
            yield from seen.months
            for theme in seen.drawn:
                yield from (theme.tag, theme.first, *theme.by_month)
