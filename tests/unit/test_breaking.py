"""Lines end where Unicode lets them."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

import time

import pytest

from app.export.breaking import opportunities


def _pieces(text: str) -> str:
    """The text with a bar wherever a line may end."""
    ends = opportunities(text)
    return "".join(f"|{c}" if may else c for c, may in zip(text, ends, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "two |words",
        "semi-|detached",
        "−5 |and |-5",
        "a/|b",
        "(in |brackets) |after",
        "“quoted |words”",
        "3,5 |% |of |$40 |is |(20)%",
        "no\u00a0break",
        "soft\u00ad|hyphen",
        "zero\u200b|width",
        "join\u2060ed",
        "a|—|b",
        "我|们|今|天，|讨|论。|“是”|吗？",
        "コー|ヒー|を|ちょっ|と",
        "「は|い」",
        "한|국|어 |글",
        "3|点|5|月",
        "שלום |עולם, |כן",
        "بيت |كبير، |نعم",
        "👍🏽|👩\u200d👩\u200d👧|🎉",
        "🇩🇪|🇫🇷",
        "a\n|b",
    ],
)
def test_where_a_line_may_end(text: str) -> None:
    assert _pieces(text.replace("|", "")) == text


def test_a_mark_stays_on_its_letter() -> None:
    assert _pieces("我\u0301们") == "我\u0301|们"
    assert _pieces(" \u0301a") == " |\u0301a"


@pytest.mark.parametrize("unit", [" ", "\u0301", "(", '"', "\u200d", "1,", "🇩", "文"])
def test_a_text_of_one_sign_takes_no_time(unit: str) -> None:
    start = time.perf_counter()
    assert len(opportunities("a" + unit * 20_000)) == 1 + len(unit) * 20_000
    assert time.perf_counter() - start < 2


def test_nothing_has_no_places() -> None:
    assert opportunities("") == []
