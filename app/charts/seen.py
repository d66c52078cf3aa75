"""What a chart of growth was made of, and the chart of it in the words of whoever shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import TypeAlias

from app.charts import confidence, goals, mix, themes, then_now, writing
from app.charts.confidence import ConfidenceWords, confidence_chart
from app.charts.goals import GoalsWords, goals_chart
from app.charts.mix import MixWords, mix_chart
from app.charts.themes import ThemesWords, themes_chart
from app.charts.then_now import then_now_chart
from app.charts.then_now_words import ThenNowWords
from app.charts.writing import WritingSpan, WritingWords, writing_chart
from app.domain.ids import Id
from app.domain.progress import ThenNow
from app.domain.progress.confidence import Confidence
from app.domain.progress.goal_states import GoalStates
from app.domain.progress.mix import Mix
from app.domain.progress.themes import Themes
from app.domain.progress.writing import Writing
from app.drawing.chart import Chart


@dataclass(frozen=True, slots=True)
class Written:
    """The days written on, and the days they are shown among."""

    writing: Writing
    span: WritingSpan


Seen: TypeAlias = ThenNow | Confidence | GoalStates | Written | Mix | Themes
"""The rows of one chart."""

KEYS = (then_now.KEY, confidence.KEY, goals.KEY, writing.KEY, mix.KEY, themes.KEY)
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
    goals: GoalsWords = field(default_factory=GoalsWords)
    writing: WritingWords = field(default_factory=WritingWords)
    mix: MixWords = field(default_factory=MixWords)
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
        case Mix():
            return mix_chart(seen, words.mix)
        case GoalStates():
            return goals_chart(seen, words.goals)
        case _:
            return themes_chart(seen, words.themes)


def says_anything(seen: Seen) -> bool:
    """Whether there is anything to see in it."""
    return bool(chart_of(seen, SeenWords()).heading)


def values_of(seen: object) -> Iterator[object]:
    """Every figure, day and word in the rows of a chart, with None where there is none.

    A field that is not compared, such as the day it is looked at on, is no part of them.
    """
    if isinstance(seen, tuple):
        for each in seen:
            yield from values_of(each)
    elif is_dataclass(seen):
        for part in fields(seen):
            if part.compare:
                yield from values_of(getattr(seen, part.name))
    else:
        yield seen
