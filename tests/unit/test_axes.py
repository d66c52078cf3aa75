"""Values and days have one place each, and words under them stand apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.axes import MOST_LABELS, Days, Label, Scale, newest_first, placed
from tests.drawings import letters, space


def test_a_scale_runs_either_way() -> None:
    assert [Scale(1, 5, 100, 0).at(value) for value in (1, 3, 5)] == [100, 50, 0]


def test_a_scale_without_length_has_one_place() -> None:
    assert Scale(3, 3, 10, 90).at(3) == 10
    assert Days(date(2026, 5, 1), date(2026, 5, 1), 10, 90).at(date(2026, 5, 1)) == 10


@given(st.integers(1, 4000), st.integers(0, 4000))
def test_time_is_linear(length: int, ahead: int) -> None:
    first = date(2020, 1, 1)
    days = Days(first, first + timedelta(days=length), 0, 100)
    assert days.at(first + timedelta(days=ahead)) == pytest.approx(100 * ahead / length)


@given(st.lists(st.tuples(st.floats(0, 392), st.text("abc", max_size=20)), max_size=20))
def test_labels_stand_apart_inside_the_width_and_are_few(asked: list[tuple[float, str]]) -> None:
    found = list(placed((Label(x, words) for x, words in asked), 10, space()))
    assert len(found) <= MOST_LABELS
    half = {text: letters(text.words, text.role) / 2 for text in found}
    for text in found:
        assert text.x - half[text] >= -0.001
        assert text.x + half[text] <= 392.001
    for one, two in pairwise(sorted(found, key=lambda text: text.x)):
        assert one.x + half[one] < two.x - half[two]
    if asked and letters(asked[0][1], "axis") <= 392:
        assert found[0].words == asked[0][1]


def test_the_newest_date_matters_most_then_the_first() -> None:
    assert list(newest_first(5)) == [4, 0, 3, 2, 1]
    assert list(newest_first(1)) == [0]
    assert list(newest_first(0)) == []
