"""Words of charts: numbers spelled out where they are small, and full stops."""

from __future__ import annotations

from datetime import date

from app.charts.words import CommonWords, Plural, begun, plain_day, plain_number, sentences

WORDS = Plural("{n} entry by {who}", "{n} entries by {who}")


def test_small_numbers_are_written_out() -> None:
    common = CommonWords()
    counted = [common.counted(WORDS, n, who="me") for n in (0, 1, 12, 13)]
    assert counted == [
        "no entries by me",
        "one entry by me",
        "twelve entries by me",
        "13 entries by me",
    ]
    assert common.figures(WORDS, 1, who="me") == "1 entry by me"


def test_days_and_numbers_have_a_plain_form() -> None:
    assert plain_day(date(2026, 5, 20)) == "20 May 2026"
    assert [plain_number(value) for value in (3, 3.0, 3.5)] == ["3", "3", "3.5"]


def test_sentences_are_ended_once_and_begun_large() -> None:
    assert sentences("One", "", "Two.", "Three?") == "One. Two. Three?"
    assert begun("four higher") == "Four higher"
    assert begun("") == ""
