"""What counts of a text, and where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sharing.boiling import Boiled, boiled

# Composed of parts that meet: marks, jamo, half-width forms, ligatures, signs of markup.
MEETING = (
    "eE\u0301\u0323\u0308가각ᄀ\u1161\u11a8ﾡￂｶﾞﾟﬁﷺﻼ\u0345ᾳİ\u0131ßẞ -*_\n\u00ad\u200b\u09c7\u09be"
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One, two!", "onetwo"),
        ("exam-\r\nple", "example"),
        ("exam\u00adple \ufeffof\u2069", "exampleof"),
        ("ﬁnal \uff37\uff49\uff44\uff45", "finalwide"),
        ("„Ja“ \u2013 «oui»", "jaoui"),
        ("e\u0323\u0301 = e\u0301\u0323", "ẹ́=ẹ́"),
        ("**bold** `code` ~~gone~~", "boldcodegone"),
        ("\ufef7\ufe8e\ufee7\ufe96", "لأانت"),
        ("كِتـــاب", "كتاب"),
        ("שָׁלוֹם", "שלום"),
        ("ᄀ\u1161", "가"),
        ("ｶﾞ", "ガ"),
        ("🎉 1 + 1", "🎉1+1"),
        (" -\n*\x00", ""),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert boiled(text) == left


def test_where_it_stood() -> None:
    cooked = Boiled("A-ﬁt e\u0301x")
    assert cooked.text == "afitéx"
    assert cooked.starts == [0, 2, 2, 3, 5, 7]
    assert cooked.ends == [1, 3, 3, 4, 7, 8]


def test_a_part_keeps_its_places() -> None:
    part = Boiled("A-ﬁt e\u0301x").only(str.isascii)
    assert (part.text, part.starts, part.ends) == ("afitx", [0, 2, 2, 3, 7], [1, 3, 3, 4, 8])


@given(st.text(st.one_of(st.sampled_from(MEETING), st.characters()), max_size=40))
def test_both_ways_leave_the_same(text: str) -> None:
    cooked = Boiled(text)
    assert cooked.text == boiled(text)
    assert len(cooked.text) == len(cooked.starts) == len(cooked.ends)
    assert cooked.starts == sorted(cooked.starts)
    assert all(start < end for start, end in zip(cooked.starts, cooked.ends, strict=True))
