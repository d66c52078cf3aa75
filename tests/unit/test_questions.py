from __future__ import annotations

import pytest

from app.domain.questions import COUNT_LIMIT, questions
from app.domain.records import TITLE_LIMIT, TooLongError


def test_questions_are_the_lines_of_a_text_each_once() -> None:
    text = "What  moved?\r\n\n What else?\nWhat moved?\0\n"
    assert questions(text) == ("What moved?", "What else?")


def test_a_question_has_an_end_and_so_do_they_all() -> None:
    with pytest.raises(TooLongError):
        questions("x" * (TITLE_LIMIT + 1))
    assert len(questions("\n".join(map(str, range(COUNT_LIMIT + 1))))) == COUNT_LIMIT
