"""Known words are found however a message was wrapped, quoted and emphasised on its way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.replies.phrases import Heading, Tick, heading, tick, unquoted, without


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("What it led to", Heading(0, "")),
        ("what it led to:", Heading(0, "")),
        ("WHAT IT LED TO: a talk", Heading(0, " a talk")),
        ("3. What it led to", Heading(3, "")),
        ("Q3) What it led to - a talk", Heading(3, " a talk")),
        ("**What it led to**", Heading(0, "")),
        ("## 12. *What it led to:* a talk", Heading(12, " a talk")),
        ("What it\nled to\na talk", Heading(0, "\na talk")),
        ("What it led to a talk", None),
        ("This is what it led to", None),
        ("What it led", None),
        ("", None),
    ],
)
def test_a_label_is_a_heading_where_a_line_begins_with_it_and_it_ends_there(
    lines: str, expected: Heading | None
) -> None:
    assert heading(lines, "What it led to") == expected


def test_a_label_may_end_with_brackets_or_a_question_mark() -> None:
    label = "Your name (you may leave this blank)"
    assert heading("10. your name (you may leave this blank): Ruth", label) == Heading(10, " Ruth")
    assert heading("Who else? Jonas", "Who else?") == Heading(0, " Jonas")


def test_a_label_that_begins_with_a_number_is_found_with_and_without_one_before_it() -> None:
    assert heading("3. things", "3. things") == Heading(0, "")
    assert heading("4. 3 things: a", "3 things") == Heading(4, " a")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[x] Start", Tick(marked=True, text="Start")),
        (" - [X] Start", Tick(marked=True, text="Start")),
        ("[ ] Start", Tick(marked=False, text="Start")),
        ("( ) Start", Tick(marked=False, text="Start")),
        ("[] Start", Tick(marked=False, text="Start")),
        ("☑ Start", Tick(marked=True, text="Start")),
        ("☐ Start", Tick(marked=False, text="Start")),
        ("Start", None),
        ("[see below] Start", None),
    ],
)
def test_a_box_before_a_line_is_marked_or_not(line: str, expected: Tick | None) -> None:
    assert tick(line) == expected


def test_marks_of_quoting_go_from_the_beginnings_of_lines_only() -> None:
    assert unquoted("> one\n>> two\n | three\na > b") == "one\ntwo\nthree\na > b"


def test_a_known_text_goes_where_its_lines_say_nothing_else() -> None:
    said = "When and where was it?"
    assert without("a\nWhen and\nwhere was it?\nb", said) == "a\n\nb"
    assert without("When and where was it? Here.", said) == "When and where was it? Here."
    assert without("nothing", "") == "nothing"


@given(st.text(), st.text(max_size=20))
def test_no_text_and_no_label_break_anything(text: str, label: str) -> None:
    unquoted(text)
    tick(text)
    heading(text, label)
    assert len(without(text, label)) <= len(text)
