"""The charts of growth that can be put into a share pack, without what others said in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from app.charts import confidence, then_now, writing
from app.charts.confidence import ConfidenceWords
from app.charts.seen import KEYS, ChartChoice, Seen, Written, says_anything
from app.charts.themes import ThemesWords
from app.charts.then_now_words import ThenNowWords
from app.charts.writing import WritingSpan, WritingWords
from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.progress import ThenNow
from app.domain.progress import then_now as compare
from app.queries.growth import Covered, Days, days, journal_of, listed
from app.sharing.charts import SharedChart
from app.storage.rows import Reader

_NAMES = dict(
    zip(
        KEYS,
        (ThenNowWords().name, ConfidenceWords().name, WritingWords().name, ThemesWords().name),
        strict=True,
    )
)


def offered(
    reader: Reader, library: Library, today: date, also: Collection[str] = ()
) -> tuple[SharedChart, ...]:
    """Then and now in this cycle, or else in the last 12 months, and the charts with ids `also`.

    Confidence, tags and days of writing are never offered: they are asked for one by one.
    """
    covered = days(reader, Covered.CYCLE, today)
    usual = [ChartChoice(then_now.KEY, covered.first, covered.last)]
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
    found = journal_of(reader, covered)
    if choice.key == confidence.KEY:
        return found.confidence
    if choice.key == writing.KEY:
        return Written(found.writing, WritingSpan(covered.first, covered.last, today))
    return found.themes


def _own(reader: Reader, library: Library, covered: Days) -> ThenNow:
    """How the mentee sees themselves: no proof, no other's view, no names but competencies'."""
    own = (each for each in reader.all(Assessment) if each.own and covered.holds(each.day))
    seen = compare(own, listed(reader, library))
    return replace(seen, rows=tuple(replace(row, evidence="") for row in seen.rows))
