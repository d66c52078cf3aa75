"""The chart of check-ins: what it says, and where its lamps and flags stand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.charts.stretch import (
    Flag,
    StretchWords,
    stretch_chart,
    stretch_spark,
    trend_words,
)
from app.charts.words import CommonWords
from app.domain.goals import CheckIn, PlanUse
from app.domain.progress import Trend, trend
from app.drawing.shapes import Disc, Line, Opens
from tests.drawings import of, outside, overlapping, space, texts

TODAY = date(2026, 5, 20)
WORDS = StretchWords(CommonWords(day=lambda day: f"{day:%-d %b}"))


def weekly(*ratings: int | None) -> Trend:
    first = TODAY - timedelta(weeks=len(ratings) - 1)
    return trend(
        CheckIn(day=first + timedelta(weeks=week), confidence=rating, note=f"Note {week}.")
        for week, rating in enumerate(ratings)
    )


@pytest.mark.parametrize(
    ("ratings", "words"),
    [
        ((), ""),
        ((3,), "One point so far."),
        ((3, 4), "Two points: too few for a direction."),
        ((2, 5, 3), "It was 2 at first and 3 at the last, from 3 check-ins."),
        (
            (1, 2, 3, 4, 4),
            "It was higher at the last check-ins than at first. Between 1 and 4 over 5 check-ins.",
        ),
        (
            (4, 4, 3, 2, 1),
            "It was lower at the last check-ins than at first. Between 1 and 4 over 5 check-ins.",
        ),
        (
            (3, 3, 3, 3, 3),
            "It was about the same at first and at the last. Always 3 over 5 check-ins.",
        ),
    ],
)
def test_the_sentence_says_what_so_many_points_allow(ratings: tuple[int, ...], words: str) -> None:
    assert trend_words(weekly(*ratings), WORDS) == words


def test_without_ratings_there_is_an_invitation_and_no_drawing() -> None:
    for seen, words in (
        (weekly(), "No check-in yet. One takes less than a minute."),
        (weekly(None), "Rate confidence at a check-in and it shows here."),
    ):
        chart = stretch_chart(seen, WORDS)
        assert (chart.heading, chart.under, chart.description) == ("", "", "")
        assert chart.invitation == words
        assert chart.draw(space()).is_empty
        assert stretch_spark(seen, WORDS).draw(space()).is_empty


def test_a_long_pause_is_told_while_time_runs_on() -> None:
    seen = trend([CheckIn(day=date(2026, 4, 1), confidence=2)])
    running = stretch_chart(seen, WORDS, today=TODAY)
    assert running.under == "One point so far. Last check-in 1 Apr."
    assert stretch_chart(seen, WORDS).under == "One point so far."


def test_all_of_it_is_said_for_who_cannot_see_it() -> None:
    chart = stretch_chart(weekly(2, 4), WORDS, [Flag("f", date(2026, 5, 15), "Team lunch")])
    assert chart.heading == "20 May: 4 of 5."
    assert chart.description == (
        "Confidence check-ins. Two points: too few for a direction. 13 May: 2 of 5. "
        "20 May: 4 of 5. 15 May: Team lunch."
    )


def test_a_value_stands_on_its_line_and_a_day_at_its_time() -> None:
    drawing = stretch_chart(weekly(1, 2, 3, 4, 5), WORDS).draw(space())
    lamps = of(drawing, Disc)
    assert {round(one.y - two.y, 6) for one, two in pairwise(lamps)} == {26.0}
    assert len({round(two.x - one.x, 6) for one, two in pairwise(lamps)}) == 1
    grid = [line for line in of(drawing, Line) if line.stroke.colour == "chart-grid"]
    assert [line.spots[0][1] for line in grid] == [lamp.y for lamp in lamps]


def test_time_runs_on_until_today_where_it_is_open() -> None:
    seen = weekly(3, 4)
    later = stretch_chart(seen, WORDS, today=TODAY + timedelta(weeks=4)).draw(space())
    ended = stretch_chart(seen, WORDS).draw(space())
    assert of(later, Disc)[-1].x < of(ended, Disc)[-1].x


def test_the_lamp_of_today_has_a_stronger_edge() -> None:
    first, last = of(stretch_chart(weekly(3, 4), WORDS, today=TODAY).draw(space()), Disc)
    assert first.stroke
    assert last.stroke
    assert first.stroke.width < last.stroke.width


def test_a_gap_is_dotted() -> None:
    notes = [CheckIn(day=TODAY - timedelta(weeks=week), confidence=3) for week in (9, 8, 1, 0)]
    drawing = stretch_chart(trend(notes), WORDS).draw(space())
    dotted = [line for line in of(drawing, Line) if line.stroke.dash == "dotted"]
    whole = [line for line in of(drawing, Line) if line.stroke.colour == "chart-line"]
    assert [line.stroke.colour for line in dotted] == ["chart-then"]
    assert [len(line.spots) for line in whole] == [2, 2]
    assert dotted[0].spots == (whole[0].spots[-1], whole[1].spots[0])


def test_attempts_are_flags_at_their_day_in_a_row_of_their_own() -> None:
    days = [date(2026, 5, 6), date(2026, 3, 1)]
    flags = [Flag(f"f{n}", day, f"Try {n}") for n, day in enumerate(days)]
    flags[0] = Flag("f0", days[0], "Try 0", Opens("attempt", "f0"))
    drawing = stretch_chart(weekly(2, 3, 4), WORDS, flags).draw(space())
    marks = [mark for mark in drawing.marks if mark.row == 1]
    assert [mark.said for mark in marks] == ["1 Mar: Try 1", "6 May: Try 0"]
    assert marks[1].opens == Opens("attempt", "f0")
    assert min(mark.frame.x for mark in drawing.marks) == marks[0].frame.x


def test_at_most_six_dates_stand_apart_and_the_last_is_strong() -> None:
    for width in (392, 319, 240, 199, 150):
        drawing = stretch_chart(weekly(*[3] * 14), WORDS).draw(space(width))
        assert overlapping(drawing) == []
        assert outside(drawing) == []
        dates = [words for words in texts(drawing) if " " in words]
        assert "20 May" in dates
        assert len(dates) <= (6 if width >= 200 else 1)


def test_marks_read_a_point_with_its_note_and_open_it() -> None:
    seen = weekly(2, 4)
    drawing = stretch_chart(seen, WORDS).draw(space())
    assert [mark.said for mark in drawing.marks] == [
        "13 May: 2 of 5. Note 0.",
        "20 May: 4 of 5. Note 1.",
    ]
    assert drawing.start == 1
    assert drawing.marks[0].opens == Opens("check_in", seen.points[0].id)


def test_the_table_has_every_check_in_and_no_empty_column() -> None:
    notes = [
        CheckIn(day=date(2026, 5, 1), confidence=2, plan_used=PlanUse.YES),
        CheckIn(day=date(2026, 5, 9), confidence=None),
    ]
    table = stretch_chart(trend(notes), WORDS).table
    assert [column.name for column in table.columns] == ["Date", "Confidence", "Plan used"]
    assert [[cell.words for cell in row.cells] for row in table.rows] == [
        ["1 May", "2", "Yes"],
        ["9 May", "", ""],
    ]


def test_a_spark_is_a_line_with_the_last_value_beside_it() -> None:
    drawing = stretch_spark(weekly(2, 3, 5), WORDS).draw(space(200))
    assert (drawing.height, texts(drawing)) == (24, ["5"])
    (lamp,) = of(drawing, Disc)
    assert lamp.x < 96
    assert overlapping(drawing) == []
    assert outside(drawing) == []
