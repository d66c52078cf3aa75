"""Text becomes fragments: nothing is markup, nothing unseen stays, nothing vanishes."""

from __future__ import annotations

import pytest

from app.domain.prose import Run
from app.export.lettering import safe_link, tidy, whole
from app.export.styles import Setter


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("<b>&amp;", "<b>&amp;"),
        ("a\u00adb\u200bc\u2066d\ufeff", "a\u00adb\u200bcd"),
        ("👍🏽", "👍🏽"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("❤️!", "❤!"),
        ("名前", "名前"),
        ("नमस्ते", "□□□□"),
        ("1️⃣ ꀀ", "1 □"),
        ("a\ud800b", "a□b"),
        ("x\U0001d165", "x□"),
        ("cafe\u0301", "café"),
        ("a\tb", "a b"),
    ],
)
def test_what_is_shown_of_a_text(setter: Setter, text: str, expected: str) -> None:
    shown = setter.lettering.plain(text, setter.looks.body)
    assert "".join(fragment.text for fragment in shown) == expected


def test_a_text_without_anything_to_see_is_nothing(setter: Setter) -> None:
    for text in ("", "  ", "\n\n", "\u200b\u00ad"):
        assert setter.lettering.plain(text, setter.looks.body) == []


def test_inter_helps_out_where_literata_has_no_sign(setter: Setter) -> None:
    shown = setter.lettering.plain("done ✓ now", setter.looks.body)
    assert [(each.text, each.fontName) for each in shown] == [
        ("done ", "Literata_400Regular"),
        ("✓", "Inter_400Regular"),
        (" now", "Literata_400Regular"),
    ]
    strong = setter.lettering.line((Run("✓", bold=True),), setter.looks.body)
    assert strong[0].fontName == "Inter_600SemiBold"


def test_a_line_break_is_a_fragment_of_its_own(setter: Setter) -> None:
    shown = setter.lettering.plain("a\r\nb\u2028c", setter.looks.body)
    assert [each.text for each in shown] == ["a", "", "b", "", "c"]
    assert [hasattr(each, "lineBreak") for each in shown] == [False, True, False, True, False]


def test_marks_choose_faces_and_lines(setter: Setter) -> None:
    line = (Run("a", bold=True), Run("b", italic=True), Run("c", strike=True, bold=True))
    shown = setter.lettering.line(line, setter.looks.body)
    assert [each.fontName for each in shown] == [
        "Literata_600SemiBold",
        "Literata_400Regular_Italic",
        "Literata_600SemiBold",
    ]
    assert [len(each.us_lines) for each in shown] == [0, 0, 1]


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("pdf:other.pdf", False),
        ("//example.org", False),
        ("https://exämple.org", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_may_be_opened(address: str, *, safe: bool) -> None:
    assert safe_link(address) == (address if safe else "")


def test_tidy_leaves_breaks_and_drops_controls() -> None:
    assert tidy("a\x00b\x07\x0bc\u2029d\u202fe") == "ab\nc\nd\N{NO-BREAK SPACE}e"


def test_a_name_for_readers_is_one_whole_line() -> None:
    assert whole("a\ud800b\n c 🎉") == "a□b c 🎉"
