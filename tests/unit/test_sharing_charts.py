from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.charts.seen import ChartChoice, Written
from app.charts.writing import WritingSpan
from app.domain.ids import Kind
from app.domain.progress.confidence import Rated, confidence
from app.domain.progress.then_now import ThenNow, ThenNowRow
from app.domain.progress.writing import Written as Counted
from app.domain.progress.writing import writing
from app.sharing.charts import SharedChart
from app.sharing.fields import digest
from app.sharing.source import Chosen

DAY = date(2026, 5, 20)


def test_any_other_value_makes_another_version() -> None:
    one = SharedChart(
        ChartChoice("confidence", DAY, DAY), "Confidence", confidence([Rated(DAY, 3)])
    )
    assert (one.kind, one.id) == (Kind.CHART, "confidence/2026-05-20/2026-05-20")
    assert replace(one, seen=confidence([Rated(DAY, 3)])).modified == one.modified
    assert replace(one, seen=confidence([Rated(DAY, 4)])).modified != one.modified
    assert 0 <= one.modified < 2**48


def test_a_level_of_then_is_another_version_than_the_same_of_now() -> None:
    """What is missing counts where it is missing."""
    then = ThenNowRow("a", "A", then=3, then_day=DAY)
    now = ThenNowRow("a", "A", now=3, now_day=DAY)
    one = SharedChart(ChartChoice("then_now", DAY, DAY), "Then and now", ThenNow((then,)))
    assert replace(one, seen=ThenNow((now,))).modified != one.modified


def test_another_day_to_look_at_it_makes_no_other_version() -> None:
    """Nothing was written meanwhile, so nothing is asked again and nothing has changed."""
    choice = ChartChoice("writing", DAY, DAY + timedelta(days=9))
    found = writing([Counted(DAY, 60)])
    one, other = (
        SharedChart(choice, "Days", Written(found, WritingSpan(choice.first, choice.last, today)))
        for today in (DAY, choice.last)
    )
    assert one.modified == other.modified
    assert digest(Chosen(one, ("chart",)), "chart") == digest(Chosen(other, ("chart",)), "chart")
