from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.excerpts import Excerpt, excerpt
from app.domain.worddiff import Fate, Piece, diff

KEPT, DELETED, INSERTED = Fate.KEPT, Fate.DELETED, Fate.INSERTED
WORDS = st.lists(st.sampled_from(["I", "waited", "for", "two", "hours\n", "x" * 50]), max_size=60)


def pieces(*parts: tuple[Fate, str]) -> tuple[Piece, ...]:
    return tuple(Piece(fate, text) for fate, text in parts)


@pytest.mark.parametrize(
    ("whole", "around", "limit", "expected"),
    [
        ((), 8, 99, ()),
        (((DELETED, "2"), (INSERTED, "3"), (KEPT, " teams")), 8, 99,
         ((DELETED, "2"), (INSERTED, "3"), (KEPT, " teams"))),
        (((KEPT, "one two three four "), (INSERTED, "five")), 8, 99,
         ((KEPT, "…four "), (INSERTED, "five"))),
        (((INSERTED, "five"), (KEPT, " six seven eight nine")), 8, 99,
         ((INSERTED, "five"), (KEPT, " six…"))),
        (((DELETED, "a"), (KEPT, " bee sea dee gee eff "), (INSERTED, "b")), 6, 99,
         ((DELETED, "a"), (KEPT, " bee…eff "), (INSERTED, "b"))),
        (((INSERTED, "one two three four five"),), 8, 10, ((INSERTED, "one two…"),)),
        (((INSERTED, "12345"), (KEPT, "6"), (INSERTED, "7")), 8, 5,
         ((INSERTED, "12345"), (KEPT, "…"))),
    ],
)  # fmt: skip
def test_what_changed_is_shown_with_the_words_beside_it(
    whole: tuple[tuple[Fate, str], ...],
    around: int,
    limit: int,
    expected: tuple[tuple[Fate, str], ...],
) -> None:
    found = excerpt(pieces(*whole), around, limit)
    assert found == Excerpt(pieces(*expected), whole == expected)


@given(WORDS, WORDS)
def test_an_excerpt_is_short_and_begins_with_the_first_change(
    old: list[str], new: list[str]
) -> None:
    whole = diff(" ".join(old), " ".join(new))
    found = excerpt(whole)
    assert sum(len(piece.text) for piece in found.pieces) <= 260 + 4
    changed = [piece.fate for piece in whole if piece.fate is not KEPT]
    shown = [piece.fate for piece in found.pieces if piece.fate is not KEPT]
    assert shown == changed[: len(shown)]
    assert bool(shown) == bool(changed)
    assert found.whole == (found.pieces == whole)
