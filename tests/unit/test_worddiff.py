"""What changed between two texts, and that nothing of either is lost."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import worddiff
from app.domain.worddiff import Fate, Piece, diff

WORDS = st.lists(st.sampled_from(["a", "was ", "right", " ", "\n", "\n\n", ", ", "é", "😀", "待"]))
ANY = st.text(st.characters()) | WORDS.map("".join)


def told(old: str, new: str) -> str:
    """The pieces as one text: -deleted- and +inserted+."""
    marks = {Fate.KEPT: "", Fate.DELETED: "-", Fate.INSERTED: "+"}
    return "".join(f"{marks[p.fate]}{p.text}{marks[p.fate]}" for p in diff(old, new))


def both(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    """The two texts that pieces were made of."""
    old = "".join(p.text for p in pieces if p.fate is not Fate.INSERTED)
    return old, "".join(p.text for p in pieces if p.fate is not Fate.DELETED)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("They waited.", "They waited.", "They waited."),
        ("", "A first word.", "+A first word.+"),
        ("A last word.", "", "-A last word.-"),
        ("I said yes.", "I said no.", "I said -yes-+no+."),
        ("one two three", "one three", "one -two -three"),
        ("one three", "one two three", "one +two +three"),
        # A space between two replaced words is not worth keeping apart.
        ("all of this", "each new text", "-all of this-+each new text+"),
        # Paragraphs that stand are found first, however much is around them.
        ("A.\n\nB.\n\nC.\n", "B.\n\nNew.\n\nC.\n", "-A.\n\n-B.\n\n+New.\n\n+C.\n"),
        # Nobody wants half a letter: accents and joined emoji stay whole.
        ("cafe\u0301 noir", "cafe noir", "-cafe\u0301-+cafe+ noir"),
        (
            "go \U0001f469\u200d\U0001f4bb",
            "go \U0001f469",
            "go -\U0001f469\u200d\U0001f4bb-+\U0001f469+",
        ),
        # Without spaces between words every sign counts.
        ("我等了", "我没等", "我+没+等-了-"),
    ],
)
def test_what_changed_is_told_in_words(old: str, new: str, expected: str) -> None:
    assert told(old, new) == expected


@given(ANY, ANY)
def test_the_pieces_make_both_texts(old: str, new: str) -> None:
    pieces = diff(old, new)
    assert both(pieces) == (old, new)
    assert all(piece.text for piece in pieces)
    fates = [piece.fate for piece in pieces]
    assert (Fate.INSERTED, Fate.DELETED) not in pairwise(fates)
    assert all(left is not right for left, right in pairwise(fates))


@given(ANY)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert diff(text, text) == ((Piece(Fate.KEPT, text),) if text else ())


def long_text(chance: random.Random, paragraphs: int) -> str:
    lines = (" ".join(f"w{chance.randrange(900)}" for _ in range(40)) for _ in range(paragraphs))
    return "\n\n".join(lines)


def test_a_few_words_in_a_long_text_are_found_as_a_few_words() -> None:
    chance = random.Random(4)  # noqa: S311 - any words will do
    old = long_text(chance, 300)
    words = old.split(" ")
    for place in range(50, len(words), 500):
        words[place] = "new"
    pieces = diff(old, " ".join(words))
    replaced = len(range(50, len(words), 500))
    assert sum(piece.fate is Fate.INSERTED for piece in pieces) == replaced
    assert all(len(p.text.split()) <= 2 for p in pieces if p.fate is not Fate.KEPT)


def test_two_long_texts_with_little_in_common_take_no_more_than_the_budget(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spent: list[int] = []

    class Counted(worddiff._Budget):
        def __del__(self) -> None:
            spent.append(worddiff.STEPS - self.left)

    monkeypatch.setattr(worddiff, "_Budget", Counted)
    monkeypatch.setattr(worddiff, "STEPS", 50_000)
    chance = random.Random(1)  # noqa: S311 - any words will do
    old, new = long_text(chance, 60), long_text(chance, 60)
    assert both(diff(old, new)) == (old, new)
    # One walk may still come to its end after the last comparison was spent.
    assert spent[0] < 50_000 + 3 * worddiff._FARTHEST**2
