"""A selection that grows: word, sentence, paragraph, all of the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.share.growing import Span, grown

pytestmark = pytest.mark.qt
TEXT = "I was. Dev counts 🙂 on paper, said he. She had 24.\nAnd then?"


def stretches(text: str, span: Span) -> Iterator[str]:
    """What is selected at each step, until it grows no more."""
    document = QTextDocument(text)
    while (wider := grown(document, span, (0, document.characterCount() - 1))) != span:
        span = wider
        cursor = QTextCursor(document)
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        yield cursor.selectedText().replace("\u2029", "\n")


@pytest.mark.parametrize("caret", [7, 8, 10])
def test_it_grows_from_the_word_at_the_caret_to_all_of_the_text(caret: int) -> None:
    """Also where the caret is at the start of the word, in it, or behind it."""
    assert list(stretches(TEXT, (caret, caret))) == [
        "Dev",
        "Dev counts 🙂 on paper, said he.",
        "I was. Dev counts 🙂 on paper, said he. She had 24.",
        TEXT,
    ]


def test_behind_an_emoji_places_are_counted_as_qt_counts_them() -> None:
    at = len("I was. Dev counts 🙂 on pap") + 1
    assert next(stretches(TEXT, (at, at))) == "paper"


def test_a_selection_over_two_sentences_takes_both_whole() -> None:
    words, sentences, *_ = stretches(TEXT, (3, 12))
    assert words == "was. Dev counts"
    assert sentences == "I was. Dev counts 🙂 on paper, said he."


def test_a_selection_over_two_paragraphs_takes_both_whole() -> None:
    start, end = TEXT.index("24"), TEXT.index("then")
    assert next(stretches(TEXT, (start, end))) == TEXT


def test_between_words_there_is_no_word_to_take() -> None:
    assert next(stretches("A, & b. C", (3, 3))) == "A, & b."


@pytest.mark.parametrize("text", ["", "  ", "\n\n"])
def test_where_nothing_is_written_nothing_is_taken_but_all(text: str) -> None:
    assert all(not each.strip() for each in stretches(text, (0, 0)))
