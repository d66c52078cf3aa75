"""How the questions of a form are set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.forms import AnswerType, Form, Option, Question
from app.export.form_boxes import Blank, Marking
from app.export.form_layout import CLOSE, COMFORTABLE, MOST_LINES, FormSetter, told
from app.export.styles import Setter
from tests.feedback_papers import OWN

WIDTH = 468.0
SETTER = Setter()


def set_out(*questions: Question, close: bool = False) -> FormSetter:
    paper = replace(OWN, form=Form("f", "F", "Hello", questions))
    return FormSetter(paper, SETTER, WIDTH, CLOSE if close else COMFORTABLE)


def markings(*questions: Question) -> list[Marking]:
    return [box for box in set_out(*questions).boxes() if isinstance(box, Marking)]


def choice(*labels: str) -> Question:
    options = tuple(Option(f"o{n}", label) for n, label in enumerate(labels))
    return Question("q", "Which?", AnswerType.CHOICE, options=options)


@pytest.mark.parametrize(
    ("kind", "limit", "lines"),
    [
        (AnswerType.TEXT, 80, 1),
        (AnswerType.TEXT, 200, 3),
        (AnswerType.MULTILINE, 10, 2),
        (AnswerType.MULTILINE, 600, 8),
        (AnswerType.MULTILINE, 100_000, MOST_LINES),
    ],
)
def test_a_frame_has_room_for_all_that_may_be_written(
    kind: AnswerType, limit: int, lines: int
) -> None:
    question = Question("q", "Why?", kind, limit=limit)
    setter = set_out(question)
    [frame] = [box for box in setter.boxes() if isinstance(box, Blank)]
    assert setter.lines(question) == lines
    assert frame.height >= lines * COMFORTABLE.line
    assert frame.grows is (lines > 1)


def test_options_stand_side_by_side_if_they_fit_else_one_under_the_other() -> None:
    [row] = markings(choice("Often", "Sometimes", "Hardly ever"))
    assert [sign.x for sign in row.signs] == sorted({sign.x for sign in row.signs})
    stacked = markings(choice("Often", "x" * 100))
    assert [[sign.x for sign in each.signs] for each in stacked] == [[0], [0]]


def test_short_ends_of_a_scale_stand_beside_it_and_long_ones_above() -> None:
    short = Question("q", "How?", AnswerType.SCALE, low="Hard", high="Easy")
    [row] = markings(short)
    assert len([cell for cell in row.cells if cell.paragraph]) == 7
    [alone] = markings(replace(short, high="Easy " * 40))
    assert len([cell for cell in alone.cells if cell.paragraph]) == 5


def test_the_words_of_a_scale_belong_to_its_levels() -> None:
    assert told(Question("q", "How?", AnswerType.SCALE, low="Low", high="High")) == {
        "1": "Low",
        "5": "High",
    }


def test_a_close_form_has_help_behind_the_question_where_a_line_has_room() -> None:
    question = Question("q", "Start", help="Something that would help.")
    long = replace(question, help="Something that would help. " * 5)
    heights = [
        sum(box.height for box in set_out(each, close=close).boxes() if not isinstance(box, Blank))
        for each in (question, long)
        for close in (False, True)
    ]
    assert heights[1] < heights[0]
    assert heights[3] == heights[2]


def test_every_field_is_known_by_its_question_and_state() -> None:
    setter = set_out(Question("a", "Why?"), Question("b", "How?", AnswerType.SCALE))
    list(setter.boxes())
    assert [(question.id, state) for question, state in setter.fields.values()] == [
        ("a", ""),
        *(("b", state) for state in "12345"),
    ]
