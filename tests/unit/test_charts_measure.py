"""The values of a measure: what the table says, and where the line runs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.measure import MeasureWords, measure_chart
from app.charts.words import CommonWords
from app.domain.goals import MeasureKind
from app.domain.ids import Id, new_id
from app.domain.measures import Measure
from app.domain.progress.values import Value
from app.drawing.chart import Chart
from app.drawing.shapes import Disc, Opens
from tests.drawings import of, outside, overlapping, space, texts

DAY = date(2026, 3, 2)
WORDS = MeasureWords(CommonWords(day=lambda day: f"{day:%-d %b}"))


def chart(*values: float, kind: MeasureKind = MeasureKind.NUMBER) -> Chart:
    """A value a week."""
    found = [
        Value(Id(str(week)), DAY + timedelta(weeks=week), value, "why" if week == 1 else "")
        for week, value in enumerate(values)
    ]
    return measure_chart(Measure(kind=kind), found, WORDS)


def test_without_a_value_there_is_an_invitation_alone() -> None:
    """No table, no drawing, no description."""
    empty = chart()
    assert (empty.heading, empty.description, empty.table.rows) == ("", "", ())
    assert empty.draw(space()).is_empty
    assert empty.invitation == "Log a value and it shows here."


def test_one_value_is_a_row_and_no_line() -> None:
    """A line needs two days."""
    one = chart(3)
    assert one.draw(space()).is_empty
    assert [[cell.words for cell in row.cells] for row in one.table.rows] == [["2 Mar", "3", ""]]


def test_every_value_has_a_mark_that_opens_its_check_in() -> None:
    """It is read out with its note."""
    marks = chart(4, 2).draw(space()).marks
    assert [mark.said for mark in marks] == ["2 Mar: 4.", "9 Mar: 2. why"]
    assert marks[1].opens == Opens("check_in", "1")


@pytest.mark.parametrize(
    ("kind", "values", "ends"),
    [
        (MeasureKind.NUMBER, (3, 7), ["3", "7"]),
        (MeasureKind.NUMBER, (3, 3), ["2", "4"]),
        (MeasureKind.COUNT, (3, 7), ["0", "7"]),
        (MeasureKind.RATING, (3, 4), ["1", "5"]),
        (MeasureKind.YES_NO, (0, 0), ["0", "1"]),
    ],
)
def test_the_scale_follows_the_kind(
    kind: MeasureKind, values: tuple[float, ...], ends: list[str]
) -> None:
    """Counts run from 0, ratings from 1 to 5, yes and no from one to the other."""
    assert texts(chart(*values, kind=kind).draw(space()))[:2] == ends


def test_higher_values_stand_further_up() -> None:
    """Time is linear."""
    first, second, third = of(chart(1, 2, 3).draw(space()), Disc)
    assert first.y - second.y == pytest.approx(second.y - third.y)
    assert third.x - second.x == pytest.approx(second.x - first.x)


@given(
    st.lists(
        st.builds(
            Value,
            st.builds(new_id),
            st.dates(date(2024, 1, 1), date(2026, 6, 1)),
            st.floats(-1e12, 1e12),
        ),
        max_size=50,
    ),
    st.sampled_from(MeasureKind),
    st.floats(140, 900),
    st.booleans(),
)
def test_nothing_lies_outside_or_over_another(
    values: list[Value],
    kind: MeasureKind,
    width: float,
    rtl: bool,  # noqa: FBT001 - a generated way
) -> None:
    """Whatever the values, each has its mark and its row."""
    values = sorted(values, key=lambda value: value.day)
    made = measure_chart(Measure(kind=kind), values, WORDS)
    drawing = made.draw(space(width, rtl=rtl))
    assert len(made.table.rows) == len(values)
    if not drawing.is_empty:
        assert len(drawing.marks) == len(values)
    assert outside(drawing) == []
    assert overlapping(drawing) == []
