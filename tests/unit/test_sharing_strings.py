"""The strings and names in a piece of a PDF."""

from __future__ import annotations

import pytest

from app.sharing.strings import content, keyed, readings, runs, strings


def test_strings_and_spelled_names() -> None:
    data = rb"<</A (one) /B <7477 6F> /C#20d 1 /E/F>> (a (nested (deep)) one)"
    assert [*strings(data)] == [b"one", b"two", b"C d", b"a (nested (deep)) one"]


def test_each_string_after_its_name() -> None:
    assert [*keyed(b"<</A(one)/B/C/D[(x)(y)]>>")] == [
        ("", b"A"),
        ("A", b"one"),
        ("A", b"B"),
        ("B", b"C"),
        ("C", b"D"),
        ("D", b"x"),
        ("D", b"y"),
    ]


@pytest.mark.parametrize(
    ("token", "said"),
    [
        (rb"(a\(b\)\\)", b"a(b)\\"),
        (rb"(\101\12\0601)", b"A\n01"),
        (b"(one\\\ntwo\\\r\nthree)", b"onetwothree"),
        (rb"(\n\q)", b"\nq"),
        (b"<4>", b"@"),
        (b"<>", b""),
        (b"/Na#6de", b"Name"),
    ],
)
def test_what_a_token_says(token: bytes, said: bytes) -> None:
    assert content(token) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"plain", ["plain"]),
        (b"caf\xe9 \x93\x8d", ["café ﬁ“"]),
        ("é".encode(), ["é"]),
        (b"\xff\xfea\0", ["a"]),
        (b"\xfe\xff\0a\0\x1b\0e\0n\0\x1b\0b", ["ab"]),
        (b"a%20b+c", ["a%20b+c", "a b c"]),
        (b"a%252520b", ["a%252520b", "a b"]),
        (b"&lt;&#x54;&#79;", ["&lt;&#x54;&#79;", "<TO"]),
        (rb"\u0054\x4f\u{1f389}", [r"\u0054\x4f\u{1f389}", "TO🎉"]),
        (rb"\u{ffffff}", [r"\u{ffffff}", ""]),
    ],
)
def test_ways_to_read_a_string(data: bytes, said: list[str]) -> None:
    assert [*readings(data)] == said


def test_words_among_bytes() -> None:
    data = b"\xff\xd8 Zo\xc3\xab \x00\x01abc\x02" + "wide".encode("utf-16-be") + b"\xff"
    assert [*runs(data)] == [" Zoë ", "wide"]
    assert [*runs(b"\xff\x01" + "other".encode("utf-16-le"))] == ["other"]
