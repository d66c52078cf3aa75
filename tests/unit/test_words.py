from __future__ import annotations

from datetime import date

from app.sharing.words import PackWords

WORDS = PackWords()


def test_dates_are_in_words_with_their_year() -> None:
    assert WORDS.day(date(2026, 5, 4)) == "4 May 2026"


def test_small_numbers_are_written_out() -> None:
    names = {"owner": "Ines", "name": "Ruth", "purpose": "a {n} b."}
    assert WORDS.counted(WORDS.chosen, 6, **names).startswith("Ines chose these six items for Ruth")
    assert WORDS.counted(WORDS.chosen, 13, **names).startswith("Ines chose these 13 items")
    assert WORDS.counted(WORDS.chosen, 1, **names).endswith("one item for Ruth, for one purpose: "
        "a {n} b.")  # fmt: skip
    assert WORDS.figures(WORDS.items, 6) == "6 items"


def test_things_in_a_row() -> None:
    assert WORDS.listed([]) == ""
    assert WORDS.listed(["a"]) == "a"
    assert WORDS.listed(["a", "b", "c"]) == "a, b and c"


def test_numbers_have_decimals_only_where_they_are() -> None:
    assert [WORDS.number(n) for n in (3.0, 2.5, 1000000.0)] == ["3", "2.5", "1000000"]
