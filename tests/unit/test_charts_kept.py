"""Actions on both sides: what the chart says of them, and how its bars are told apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.kept import OWED, KeptWords, kept_chart
from app.charts.words import CommonWords
from app.domain.ids import Id
from app.domain.progress.kept import Kept, KeptRow, kept
from app.domain.sessions import ActionState
from app.drawing.shapes import Box, Opens
from tests.drawings import of, outside, overlapping, space, texts

DAY = date(2026, 4, 10)
WORDS = KeptWords(CommonWords(day=lambda day: f"{day.day} {day:%b}"))
DONE, OPEN, DROPPED = ActionState.DONE, ActionState.OPEN, ActionState.DROPPED


def row(number: int, state: ActionState, *, mine: bool = True) -> KeptRow:
    return KeptRow(Id(str(number)), f"a{number}", mine, DAY + timedelta(number), None, state)


def agreed(mine: list[ActionState], theirs: list[ActionState]) -> Kept:
    own = [row(n, state) for n, state in enumerate(mine)]
    other = [row(n + 50, state, mine=False) for n, state in enumerate(theirs)]
    return kept("Ruth", (*other, *own))


@pytest.mark.parametrize(
    ("mine", "theirs", "heading", "under"),
    [
        ([], [], "", ""),
        (
            [DONE, DONE, OPEN, DROPPED],
            [DONE, OPEN],
            "You did 2 of 4, Ruth 1 of 2",
            "2 are still open, the oldest from 12 Apr",
        ),
        ([DONE], [], "You did 1 of 1", "None is open"),
        ([], [OPEN], "Ruth did 0 of 1", "1 is still open, from 30 May"),
    ],
)
def test_it_counts_each_side_and_says_what_is_open(
    mine: list[ActionState], theirs: list[ActionState], heading: str, under: str
) -> None:
    chart = kept_chart(agreed(mine, theirs), WORDS)
    assert (chart.heading, chart.under) == (heading, under)


def test_a_few_are_numbers_alone() -> None:
    assert kept_chart(agreed([DONE, OPEN], [DONE, DONE]), WORDS).draw(space()).is_empty
    assert not kept_chart(agreed([DONE, OPEN, OPEN], [DONE, DONE]), WORDS).draw(space()).is_empty


def test_both_bars_stand_on_one_scale_and_their_parts_differ_without_colour() -> None:
    drawing = kept_chart(agreed([DONE, DONE, OPEN, DROPPED], [DONE, OPEN]), WORDS).draw(space(400))
    bars = [box for box in of(drawing, Box) if box.width > 20]
    mine = [box for box in bars if box.y < 50]
    done, opened, dropped = mine
    assert done.width == pytest.approx(198)
    assert [(box.stroke is None, box.hatch is None) for box in mine] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    theirs = [box for box in bars if box.y > 50]
    assert max(box.x + box.width for box in theirs) == pytest.approx(198, abs=1)
    assert opened.x > done.x + done.width - 1
    assert dropped.x > opened.x + opened.width - 1
    assert [mark.said for mark in drawing.marks] == [
        "You: 2 of 4 done, 1 open, 1 dropped.",
        "Ruth: 1 of 2 done, 1 open, 0 dropped.",
    ]
    assert drawing.marks[0].opens == Opens(OWED, "Ruth")


def test_its_table_has_every_action_by_the_day_it_was_agreed() -> None:
    table = kept_chart(agreed([OPEN], [DONE]), WORDS).table
    assert [[cell.words for cell in each.cells] for each in table.rows] == [
        ["a0", "You", "10 Apr", "Open"],
        ["a50", "Ruth", "30 May", "Done"],
    ]


def test_nothing_it_says_is_a_judgement() -> None:
    said = kept_chart(agreed([OPEN] * 6, [DROPPED] * 3), WORDS).description.lower()
    assert not {"late", "overdue", "only", "%", "failed", "missed"} & set(said.split())
    assert "%" not in said


@given(
    st.lists(st.tuples(st.sampled_from(list(ActionState)), st.booleans()), max_size=60),
    st.floats(140, 900),
    st.booleans(),
)
def test_nothing_lies_outside_or_over_another(
    states: list[tuple[ActionState, bool]],
    width: float,
    rtl: bool,  # noqa: FBT001 - a generated way
) -> None:
    rows = [row(n, state, mine=mine) for n, (state, mine) in enumerate(states)]
    found = kept("Ruth", rows)
    assert found.side(mine=True).whole + found.side(mine=False).whole == len(rows)
    drawing = kept_chart(found, WORDS).draw(space(width, rtl=rtl))
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    for box in of(drawing, Box):
        assert box.x >= -0.01
        assert box.x + box.width <= width + 0.01
    assert found.is_few == (texts(drawing) == [])
