"""The chart of the experience mix: its sentence, its bar, its rows and its table."""

from __future__ import annotations

from datetime import date

import pytest

from app.charts.mix import LEARNING_ICONS, LIST, MixWords, heading_of, mix_chart
from app.charts.words import CommonWords
from app.domain.experiences import ExperienceKind, Learning
from app.domain.ids import Kind
from app.domain.progress.mix import Mix, MixRow, mix
from app.drawing.shapes import Box, Icon, Opens
from tests.drawings import of, outside, overlapping, space, texts

WORDS = MixWords(CommonWords(day=lambda day: f"{day:%-d %b}"))
KIND = ExperienceKind
BAR = 28.0


def kinds(*found: ExperienceKind) -> Mix:
    """The mix of one experience of each of these kinds."""
    return mix(MixRow(str(at), f"t{at}", kind, Learning.by(kind)) for at, kind in enumerate(found))


def counted(job: int, others: int, formal: int) -> Mix:
    return kinds(*[KIND.ROTATION] * job, *[KIND.SHADOWING] * others, *[KIND.COURSE] * formal)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (kinds(), ""),
        (kinds(KIND.ROTATION), "One so far: a rotation"),
        (kinds(KIND.ROTATION, KIND.COURSE), "Two so far: a rotation and a course"),
        (
            kinds(KIND.COURSE, KIND.ROTATION, KIND.SHADOWING),
            "Three so far: a rotation, a shadowing and a course",
        ),
        (
            kinds(KIND.ROTATION, KIND.COURSE, KIND.COURSE),
            "Three so far: a rotation and two courses",
        ),
        (counted(5, 2, 1), "Mostly on the job, 5 of 8"),
        (counted(1, 2, 1), "Most often with others, 2 of 4"),
        (counted(2, 2, 2), "Two of each"),
        (counted(2, 2, 1), "On the job as often as with others, 2 each of 5"),
        (counted(0, 0, 4), "All 4 formal"),
    ],
)
def test_the_sentence_says_what_so_many_allow(found: Mix, said: str) -> None:
    assert heading_of(found, WORDS) == said


def test_the_line_below_counts_and_names_the_days() -> None:
    days = (date(2026, 3, 2), date(2026, 8, 28))
    assert mix_chart(counted(1, 0, 0), WORDS).under == "1 experience"
    assert mix_chart(counted(5, 2, 1), WORDS, days).under == "8 experiences, 2 Mar to 28 Aug"


def test_without_experiences_there_is_an_invitation_and_no_drawing() -> None:
    chart = mix_chart(Mix(), WORDS)
    assert (chart.heading, chart.under, chart.description) == ("", "", "")
    assert chart.invitation == "Add an experience and the mix shows here."
    assert chart.draw(space()).is_empty


def test_a_way_with_none_has_a_row_and_no_part_of_the_bar() -> None:
    drawing = mix_chart(counted(3, 1, 0), WORDS).draw(space(600))
    bar = [box for box in of(drawing, Box) if box.height == BAR]
    assert [box.fill for box in bar] == ["mix-job", "mix-others"]
    assert [icon.name for icon in of(drawing, Icon)] == list(LEARNING_ICONS.values())
    assert texts(drawing) == ["On the job", "3", "With others", "1", "Formal", "0"]


def test_the_parts_are_as_wide_as_their_counts_with_gaps_between() -> None:
    drawing = mix_chart(counted(5, 2, 1), WORDS).draw(space(400))
    first, second, third = [box for box in of(drawing, Box) if box.height == BAR]
    assert first.x == 0
    assert third.x + third.width == pytest.approx(400)
    assert second.x - first.x - first.width == pytest.approx(2)
    assert first.width > second.width > third.width


def test_a_part_is_never_too_small_to_be_hit() -> None:
    drawing = mix_chart(counted(900, 0, 1), WORDS).draw(space(300))
    assert min(box.width for box in of(drawing, Box) if box.height == BAR) >= 6


@pytest.mark.parametrize("width", [140, 200, 306, 600, 1200])
def test_words_stand_beside_each_other_at_any_width(width: float) -> None:
    drawing = mix_chart(counted(5, 2, 1), WORDS).draw(space(width))
    assert overlapping(drawing) == []
    assert outside(drawing) == []


def test_rows_stand_in_a_line_where_there_is_room() -> None:
    chart = mix_chart(counted(5, 2, 1), WORDS)
    assert chart.draw(space(600)).height < chart.draw(space(306)).height
    assert len({icon.y for icon in of(chart.draw(space(600)), Icon)}) == 1
    assert len({icon.y for icon in of(chart.draw(space(306)), Icon)}) == 3


def test_each_part_is_read_out_and_opens_the_list() -> None:
    drawing = mix_chart(counted(5, 0, 3), WORDS).draw(space())
    assert [(mark.said, mark.opens) for mark in drawing.marks] == [
        ("On the job: 5 of 8.", Opens(LIST, "on-the-job")),
        ("Formal: 3 of 8.", Opens(LIST, "formal")),
    ]


def test_on_paper_the_parts_differ_without_colour() -> None:
    drawing = mix_chart(counted(1, 1, 2), WORDS).draw(space(paper=True))
    bar = [box for box in of(drawing, Box) if box.height == BAR]
    assert [(box.fill, box.hatch) for box in bar] == [
        ("mix-job", None),
        ("ground", "text-2"),
        ("ground", None),
    ]
    assert all(box.stroke is not None for box in bar)


def test_high_contrast_outlines_the_parts() -> None:
    drawing = mix_chart(counted(1, 1, 2), WORDS).draw(space(high_contrast=True))
    assert all(box.stroke is not None for box in of(drawing, Box))


def test_the_table_tells_each_experience_and_opens_it() -> None:
    row = MixRow(
        "1",
        "Two weeks with Support",
        KIND.ROTATION,
        Learning.ON_THE_JOB,
        date(2026, 6, 1),
        date(2026, 6, 12),
        80,
        ("Listening", "Delegation"),
    )
    table = mix_chart(mix([row]), WORDS).table
    assert [column.name for column in table.columns] == [
        "Experience",
        "Kind",
        "Learning",
        "When",
        "Hours",
        "Competencies",
    ]
    (found,) = table.rows
    assert [cell.words for cell in found.cells] == [
        "Two weeks with Support",
        "Rotation",
        "On the job",
        "1 Jun to 12 Jun",
        "80",
        "Listening, Delegation",
    ]
    assert found.opens == Opens(Kind.EXPERIENCE, "1")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 6, 1), date(2026, 6, 1), "1 Jun"),
        (date(2026, 6, 1), None, "from 1 Jun"),
        (None, date(2026, 6, 1), "until 1 Jun"),
    ],
)
def test_open_ends_are_said(start: date | None, end: date | None, said: str) -> None:
    row = MixRow("1", "t", KIND.ROTATION, Learning.ON_THE_JOB, start, end)
    table = mix_chart(mix([row]), WORDS).table
    assert table.rows[0].cells[3].words == said


def test_all_of_it_is_said_for_who_cannot_see_it() -> None:
    assert mix_chart(counted(3, 1, 0), WORDS).description == (
        "Experience mix. Mostly on the job, 3 of 4. 4 experiences. "
        "On the job: 3 of 4. With others: 1 of 4. Formal: 0 of 4."
    )
