from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.seen import KEYS, ChartChoice, Seen, SeenWords, Written, chart_of, says_anything
from app.charts.writing import WritingSpan
from app.domain.progress import ThenNow
from app.domain.progress.confidence import Confidence, Rated, confidence
from app.domain.progress.goal_states import GoalStates
from app.domain.progress.mix import Mix
from app.domain.progress.themes import Themes
from app.domain.progress.writing import Writing

DAY = date(2026, 5, 20)


@given(st.sampled_from(KEYS), st.dates(), st.dates())
def test_a_choice_is_read_as_it_was_written(key: str, one: date, other: date) -> None:
    choice = ChartChoice(key, *sorted((one, other)))
    assert ChartChoice.read(choice.id) == choice


@pytest.mark.parametrize(
    "chart_id",
    [
        "",
        "then_now",
        "then_now/2026-05-20",
        "then_now/2026-05-20/2026-05-19",
        "then_now/2026-05-20/2026-13-01",
        "pie/2026-05-20/2026-05-20",
        "then_now/2026-05-20/2026-05-20/x",
    ],
)
def test_other_ids_are_no_choices(chart_id: str) -> None:
    assert ChartChoice.read(chart_id) is None


def test_each_kind_of_rows_has_its_chart() -> None:
    span = WritingSpan(DAY, DAY, DAY)
    written = Written(Writing(), span)
    rows: tuple[Seen, ...] = (
        *(ThenNow(), Confidence(), GoalStates()),
        *(written, Mix(), Themes()),
    )
    assert tuple(chart_of(seen, SeenWords()).key for seen in rows) == KEYS
    assert not any(map(says_anything, rows))
    assert says_anything(confidence([Rated(DAY, 3)]))
