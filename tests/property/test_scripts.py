"""Text of every script, and text that means harm: printed within its margins, in one piece."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from shutil import which

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.bidi import levels, order
from app.domain.document import Document, Fact, LabelledText, Section, TablePart
from app.domain.prose import Run
from app.export.breaking import opportunities
from app.export.pdf import build
from app.export.spread import Spread
from app.export.styles import Setter
from app.sharing.matching import Haystack
from app.sharing.readback import Withheld, read_back
from tests.documents import holding, prose
from tests.scripts import READ_ALIKE, TEXTS

SIDE = 63.2
# With brackets at random, nobody could tell from a line what belongs together; nor with a hyphen
# between digits, which turn around after Arabic but not after Hebrew. A line with points is drawn
# from left to right, so that digits at random between its words have no certain place either.
WORDS = sorted(
    {
        word.strip("()«»")
        for name, text in TEXTS.items()
        if "pointed" not in name
        for word in text.split()
        if "-" not in word and "\N{ARABIC FATHATAN}" not in word
    }
)
OVERHANG = 12
"""A mark without a letter, in a title, hangs half a letter over the edge."""
SCRIPTS = (
    "abc XYZ äöü",
    "αβγ ΩΜΕ",
    "жшщ Ёґ",
    "אבגשלם (\u05b0\u05bc)",
    "سلام عليكم پچ ١٢ \u064e\u0651",
    "我们今天。（）「」、",
    "カタコー ひらっ",
    "한국어 ᄀ가",
    "🎉👍🏽👩\u200d🇩🇪❤\ufe0f",
    "Հայ ქართ",
    "1234.,:/%-–—()[]«»“”",
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202e\u2066\u2069\n \t\u00a0",
    "\u0301\u0316\ue000\ud800\U000e0001\ufdfd\ufffe",
)
written = st.lists(
    st.sampled_from(SCRIPTS).flatmap(lambda signs: st.text(st.sampled_from(signs), max_size=12)),
    max_size=20,
).map("".join)
setter = Setter()


def _everywhere(text: str) -> Document:
    """The text in all places of a page."""
    parts = (
        prose(text, text, framed=True),
        LabelledText(text, text),
        TablePart((text, text), ((text, text), ("", text))),
    )
    section = Section(text, kicker=text, aside=text[:40], badge=text[:40], parts=parts)
    return replace(
        holding(),
        title=text,
        overline=text,
        facts=(Fact(text, text), Fact("a", text)),
        sections=(section,),
        footer=text,
        date=text[:20],
    )


def _outside(data: bytes) -> list[float]:
    """How far characters reach beyond the margins, by each that does."""
    beyond = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            text, right = page.get_textpage(), page.get_width() - SIDE
            for index in range(text.count_chars()):
                if text.get_text_range(index, 1).strip():
                    box = text.get_charbox(index)
                    beyond += [SIDE - box[0], box[2] - right, 20 - box[1], box[3] - 800]
    return [each for each in beyond if each > OVERHANG]


@given(written)
@settings(max_examples=60)
def test_every_script_stays_within_the_margins(text: str) -> None:
    assert _outside(build(_everywhere(text)).data) == []


@given(written, st.floats(30, 500))
@settings(max_examples=200)
def test_lines_hold_all_of_a_text_and_fit_its_width(text: str, width: float) -> None:
    fragments = setter.lettering.line((Run(text), Run(text, bold=True)), setter.looks.body)
    spread = Spread(fragments)
    lines = list(spread.lines(width))
    shown = "".join("".join(each.signs for each in spread.stretches(line)) for line in lines)
    whole = [each for line in spread.lines(1e7) for each in spread.stretches(line)]
    once = "".join(each.signs for each in whole)
    assert sorted(_letters(shown)) == sorted(_letters(once))
    assert all(spread.width(line) <= width + 1e-3 for line in lines if line.end - line.start > 4)


@given(st.text(max_size=40), st.sampled_from([0, 1]))
@settings(max_examples=300)
def test_every_character_has_one_place_in_a_line(text: str, base: int) -> None:
    assert sorted(order(levels(text, base))) == list(range(len(text)))


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=300)
def test_any_text_has_places_to_end_a_line(text: str) -> None:
    ends = opportunities(text)
    assert len(ends) == len(text)
    assert ends[:1] in ([], [False])


@pytest.mark.parametrize(
    "text",
    [
        "\u202e\u2067" * 50 + "abc \u05d0",
        "Z\u0351\u036b\u0343\u036a\u0302" * 500,
        "\u05d0" + "\u05b0\u05bc" * 2000,
        "x" * 10_000,
        "\u0628" * 10_000,
        "\u540d" * 10_000,
        "\U0001f469\u200d" * 3_000,
        "(" * 5_000 + "\u05d0" + ")" * 5_000,
        "\u05d0 a " * 3_000,
        "\ud800\ue000\ufffe\U0010ffff" * 500,
        "\ufdfd" * 200,
        "\u00ad" * 5_000 + "a",
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_what_means_harm_is_printed_within_the_margins(text: str) -> None:
    pdf = build(holding(prose(text), TablePart((text[:300],) * 5, ())))
    assert _outside(pdf.data) == []


@pytest.mark.parametrize("name", TEXTS)
def test_what_was_printed_is_found_again(name: str) -> None:
    text = TEXTS[name]
    pdf = build(holding(prose(text, text), LabelledText("label", text)))
    assert pdf.unprinted == ""
    reading = read_back(pdf.data, None, [Withheld("text", text)])
    assert "text: page 1" in map(str, reading.findings)
    if name in READ_ALIKE:
        assert _plain(text) in _plain(reading.pages[0])


@pytest.mark.parametrize("name", [name for name in TEXTS if "pointed" not in name])
@pytest.mark.skipif(not which("pdftotext"), reason="Poppler is not installed")
def test_poppler_finds_it_too(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(build(holding(prose(TEXTS[name]))).data)
    command = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert list(Haystack(read).find(TEXTS[name]))


@given(st.lists(st.sampled_from(WORDS), min_size=6, max_size=60))
@settings(max_examples=25)
def test_words_of_many_scripts_are_found_again(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_back(build(holding(prose(text))).data, None, [Withheld("text", text)])
    assert reading.findings


def _plain(text: str) -> str:
    """As it is printed: without what chooses between looks, composed, without spaces."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(
        c
        for c in composed
        if not c.isspace() and unicodedata.category(c) != "Cf" and c not in "\ufe0f\u20e3"
    )


def _letters(text: str) -> str:
    """Without the hyphens that lines put in and the spaces that they leave out."""
    return "".join(c for c in text if c not in "- \u3000")
