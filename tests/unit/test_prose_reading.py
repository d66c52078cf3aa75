"""A text as it is read: its paragraphs, without marks."""

from __future__ import annotations

import pytest

from app.prose import paragraphs, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Just **for** me\n\nI'm _afraid_.", ["Just for me", "I'm afraid."]),
        ("One\nline\n\n---\n\nTwo", ["One\nline", "Two"]),
        ("- a\n- [x] b\n  - c\n\n1. d", ["a", "b", "c", "d"]),
        (
            "> He asked, [“How long?”](https://a.org)\n>\n> I said",
            ["He asked, “How long?”", "I said"],
        ),
        ("| Who | When |\n| --- | --- |\n| Dev | now |", ["Who\tWhen", "Dev\tnow"]),
        ("```\ndef a():\n    pass\n```", ["def a():\n    pass"]),
        ("![A boat](image:0190b2a4-7c1e-7d3f-8a5b-1234567890ab)", ["A boat"]),
        ("  \n\n", []),
    ],
)
def test_a_paragraph_is_its_words(text: str, expected: list[str]) -> None:
    assert list(paragraphs(parse(text))) == expected
