"""The charts of growth that can be put into a share pack: figures and names of competencies.

What others said, the proof of a rating, and what goals and experiences are called stay.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

from app.charts import confidence, goals, mix, then_now, writing
from app.charts.seen import KEYS, ChartChoice, Seen, SeenWords, Written, says_anything
from app.charts.writing import WritingSpan
from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.progress import ThenNow
from app.domain.progress import then_now as compare
from app.domain.progress.goal_states import GoalStates
from app.domain.progress.mix import Mix, MixRow
from app.queries.experiences import mix_of
from app.queries.growth import Covered, Days, days, goals_of, journal_of, listed
from app.sharing.charts import SharedChart
from app.storage.rows import Reader

_WORDS = SeenWords()
USUAL: Final = (then_now.KEY, mix.KEY, goals.KEY)
"""The charts that are offered; the others are added from the page of growth."""
_NAMES = {key: getattr(_WORDS, key).name for key in KEYS}


def offered(
    reader: Reader,
    library: Library,
    today: date,
    also: Collection[str] = (),
    span: Days | None = None,
) -> tuple[SharedChart, ...]:
    """The usual charts over some days, at first this cycle, and the charts with ids `also`.

    Without a cycle it is the last 12 months. Confidence, tags and days of writing are never
    offered: they are asked for one by one.
    """
    covered = span or days(reader, Covered.CYCLE, today)
    usual = [ChartChoice(key, covered.first, covered.last) for key in USUAL]
    named = [choice for each in also if (choice := ChartChoice.read(each))]
    found = (find(reader, library, choice, today) for choice in dict.fromkeys([*usual, *named]))
    return tuple(each for each in found if each is not None)


def find(reader: Reader, library: Library, choice: ChartChoice, today: date) -> SharedChart | None:
    """The chart of a choice as it reads now; None where there is nothing to see in it."""
    seen = _seen(reader, library, choice, today)
    return SharedChart(choice, _NAMES[choice.key], seen) if says_anything(seen) else None


def _seen(reader: Reader, library: Library, choice: ChartChoice, today: date) -> Seen:
    covered = Days(choice.first, choice.last)
    if choice.key == then_now.KEY:
        return _own(reader, library, covered)
    if choice.key == mix.KEY:
        lived = mix_of(reader, library, (covered.first, covered.last))
        return Mix(tuple(MixRow("", "", row.kind, row.learning) for row in lived.rows))
    if choice.key == goals.KEY:
        states = goals_of(reader, covered)
        return GoalStates(tuple(replace(row, title="", learned="") for row in states.rows))
    found = journal_of(reader, covered)
    if choice.key == confidence.KEY:
        return found.confidence
    if choice.key == writing.KEY:
        return Written(found.writing, WritingSpan(covered.first, covered.last, today))
    # Tags that are not drawn stay.
    return replace(found.themes, rows=found.themes.drawn)


def _own(reader: Reader, library: Library, covered: Days) -> ThenNow:
    """How the mentee sees themselves: no proof, no other's view, no names but competencies'.

    Levels that somebody gave are not theirs to show, whoever that was: they may have been meant for
    the mentee alone.
    """
    every = reader.all(Assessment)
    own = (each for each in every if each.own and not each.by and covered.holds(each.day))
    seen = compare(own, listed(reader, library))
    rows = (replace(row, evidence="", then_anchor="", now_anchor="") for row in seen.rows)
    return replace(seen, rows=tuple(rows))
