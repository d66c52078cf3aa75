from __future__ import annotations

from app.domain.questions import COUNT_LIMIT, questions


def test_questions_are_the_lines_of_a_text_each_once() -> None:
    text = "What  moved?\r\n\n What else?\nWhat moved?\0\n"
    assert questions(text) == ("What moved?", "What else?")


def test_there_are_only_so_many() -> None:
    assert len(questions("\n".join(map(str, range(COUNT_LIMIT + 1))))) == COUNT_LIMIT
