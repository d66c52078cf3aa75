"""What another process says is believed only where it is exactly what was agreed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.replies import limits
from app.replies.contents import (
    REFUSALS,
    Box,
    Contents,
    Field,
    Letter,
    MalformedError,
    Page,
    packed,
    refused,
    unpacked,
)
from app.replies.reply import What

LETTER = Letter("a", 10, 20, Box(9, 10, 15, 20))
CONTENTS = Contents(
    (Field("worked", "What worked", ("one", "two")),),
    (Page(5950, 8420, (LETTER,), 3, 2, b"\x00\x10\x20\x30\x40\xff"),),
    {What.SCRIPT: 2},
)


def test_contents_come_over_as_they_were() -> None:
    assert unpacked(packed(CONTENTS)) == CONTENTS


@pytest.mark.parametrize("why", REFUSALS)
def test_a_refusal_comes_over_as_its_word(why: str) -> None:
    assert unpacked(refused(why)) == why


def _said(**changes: Any) -> bytes:  # noqa: ANN401 - anything may be said
    return json.dumps(json.loads(packed(CONTENTS)) | changes).encode()


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"refused": "because I say so"}',
        b'{"refused": []}',
        refused("locked")[:-1] + b', "more": 1}',
        _said(more=1),
        _said(fields={}),
        _said(fields=[["name", "label"]]),
        _said(fields=[["name", "label", ["value", 1]]]),
        _said(fields=[["name", "label", "value"]]),
        _said(fields=[["n" * (limits.NAME_SIGNS + 1), "", []]]),
        _said(fields=[["n", "", ["v" * (limits.ANSWER_SIGNS * 4 + 1)]]]),
        _said(fields=[["n", "", ["v"] * (limits.VALUES + 1)]]),
        _said(fields=[["n", "", []]] * (limits.FIELDS + 1)),
        _said(pages=[[1, 1, [], 0, 0, ""]] * (limits.PAGES + 1)),
        _said(pages=[[1, 1, [["a", 0, 0, 0, 0, 0, 1.5]], 0, 0, ""]]),
        _said(pages=[[1, 1, [["ab", 0, 0, 0, 0, 0, 0]], 0, 0, ""]]),
        _said(pages=[[1, 1, [["a", 0, 0, 0, 0, 0, True]], 0, 0, ""]]),
        _said(pages=[[1, 1, [["a", 10**30, 0, 0, 0, 0, 0]], 0, 0, ""]]),
        _said(pages=[[1, 1, [], 2, 2, "AAAA"]]),
        _said(pages=[[1, 1, [], 10**6, 10**6, ""]]),
        _said(pages=[[1, 1, [], 1, 1, "!!!!"]]),
        _said(pages=[[-1, 1, [], 0, 0, ""]]),
        _said(found={"script": 0}),
        _said(found={"anything": 1}),
        _said(found=[]),
        b'{"fields":[],"pages":[],"found":{"script":NaN}}',
        b'{"fields":[],"pages":[[' + b"9" * 10_000 + b',1,[],0,0,""]],"found":{}}',
    ],
)
def test_whatever_does_not_fit_is_no_result(said: bytes) -> None:
    with pytest.raises(MalformedError) as caught:
        unpacked(said)
    assert str(caught.value) == ""


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: st.lists(below, max_size=7) | st.dictionaries(st.text(max_size=8), below),
)


@given(st.binary() | st.builds(lambda v: json.dumps(v).encode(), _ANYTHING))
def test_any_answer_is_contents_a_refusal_or_malformed(said: bytes) -> None:
    try:
        got = unpacked(said)
    except MalformedError:
        return
    assert isinstance(got, Contents) or got in REFUSALS


@given(
    st.fixed_dictionaries(
        {
            "fields": st.lists(st.lists(_ANYTHING, min_size=3, max_size=3), max_size=2),
            "pages": st.lists(st.lists(_ANYTHING, min_size=6, max_size=6), max_size=2),
            "found": st.dictionaries(st.sampled_from([*What]), _ANYTHING, max_size=2),
        }
    )
)
def test_an_answer_of_the_right_shape_with_anything_in_it_is_contents_or_malformed(
    said: dict[str, object],
) -> None:
    try:
        got = unpacked(json.dumps(said).encode())
    except MalformedError:
        return
    assert isinstance(got, Contents)


def test_greys_are_those_of_a_part_of_the_page_and_none_of_what_is_beyond_it() -> None:
    page = Page(30, 20, (), 3, 2, b"\x00\x10\x20\x30\x40\xff")
    assert list(page.greys(Box(10, 0, 30, 20))) == [b"\x10\x20", b"\x40\xff"]
    assert list(page.greys(Box(-50, -50, 500, 500))) == [b"\x00\x10\x20", b"\x30\x40\xff"]
    assert list(page.greys(Box(500, 500, 900, 900))) == []
    assert list(Page(30, 20).greys(Box(0, 0, 30, 20))) == []
