from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.charts.seen import ChartChoice
from app.domain.ids import Kind
from app.domain.progress.confidence import Rated, confidence
from app.sharing.charts import SharedChart

DAY = date(2026, 5, 20)


def test_any_other_value_makes_another_version() -> None:
    one = SharedChart(
        ChartChoice("confidence", DAY, DAY), "Confidence", confidence([Rated(DAY, 3)])
    )
    assert (one.kind, one.id) == (Kind.CHART, "confidence/2026-05-20/2026-05-20")
    assert replace(one, seen=confidence([Rated(DAY, 3)])).modified == one.modified
    assert replace(one, seen=confidence([Rated(DAY, 4)])).modified != one.modified
    assert 0 <= one.modified < 2**48
