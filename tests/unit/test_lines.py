"""A paragraph of any script wraps, splits and is drawn as reportlab's do."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from app.domain.document import Prose
from app.domain.prose import Paragraph as Written
from app.domain.prose import Run
from app.export.lines import Lines
from app.export.pdf import build
from app.export.styles import RIGHT, Align, Setter, width_of
from tests.documents import holding, prose, words


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def _lines(setter: Setter, text: str, width: float = 100, align: Align = 0) -> Lines:
    made = setter.text(text, setter.looks.body, width, align)
    assert isinstance(made, Lines)
    return made


@pytest.mark.parametrize(
    "text", ["名", "א", "م", "한", "🎉", "soft\u00adhyphen", "a\u200bb", "ｆ", "a\u200fb"]
)
def test_what_needs_more_than_words_between_spaces(setter: Setter, text: str) -> None:
    assert isinstance(setter.text(text, setter.looks.body, 100), Lines)


@pytest.mark.parametrize("text", ["plain", "ÄÖÜ ñ ő", "Ωμέγα", "Привет", "“quoted” — ✓ …", "Հայ"])
def test_what_reportlab_sets_as_before(setter: Setter, text: str) -> None:
    assert isinstance(setter.text(text, setter.looks.body, 100), Paragraph)


def test_a_paragraph_is_as_high_as_its_lines(setter: Setter) -> None:
    look = setter.looks.body
    assert _lines(setter, "名" * 9, 10 * look.size).height == pytest.approx(look.leading)
    assert _lines(setter, "名" * 19, 10 * look.size).height == pytest.approx(2 * look.leading)


@pytest.mark.parametrize(
    ("count", "room", "expected"),
    [
        (6, 1.5, []),
        (6, 4, [4, 2]),
        (6, 5, [4, 2]),
        (6, 6, [6]),
        (3, 2, []),
        (4, 3, [2, 2]),
        (4, 2, [2, 2]),
    ],
)
def test_no_line_is_left_alone(
    setter: Setter, count: int, room: float, expected: list[int]
) -> None:
    look = setter.looks.body
    whole = _lines(setter, "名" * 10 * count, 10.2 * look.size)
    parts = whole.split(10.2 * look.size, room * look.leading)
    assert [round(part.height / look.leading) for part in parts] == expected


def test_the_same_splits_as_reportlab(setter: Setter) -> None:
    look = setter.looks.body
    for count in range(2, 9):
        for room in range(1, count + 1):
            height = room * look.leading + 0.01
            both = [setter.text(sign * count, look, look.size) for sign in ("名", "o ")]
            parts = [each.split(look.size, height) for each in both if each]
            heights = [[each.wrap(look.size, 1e7)[1] for each in some] for some in parts]
            assert heights[0] == pytest.approx(heights[1])


def test_a_text_fits_the_width_it_is_said_to_have(setter: Setter) -> None:
    for text in ("רות אדיימי", "田中さくら", "مراجعة الخطة", "🎉 done", "שלום\nשלום עולם"):
        fragments = setter.lettering.plain(text, setter.looks.fact)
        made = setter.flow(fragments, setter.looks.fact, width_of(fragments))
        assert made
        assert made.height == pytest.approx(13 * (text.count("\n") + 1))


@pytest.mark.parametrize(
    ("text", "align", "side"),
    [("שלום", 0, "right"), ("שלום", RIGHT, "right"), ("名", 0, "left"), ("名", RIGHT, "right")],
)
def test_a_text_stands_where_its_script_begins(
    setter: Setter, text: str, align: Align, side: str
) -> None:
    target = BytesIO()
    canvas = Canvas(target, (300, 100))
    _lines(setter, text, 200, align).drawOn(canvas, 50, 50)
    canvas.save()
    with pypdfium2.PdfDocument(target.getvalue()) as pdf:
        page = pdf[0].get_textpage()
        boxes = [page.get_charbox(index) for index in range(page.count_chars())]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    assert (left < 53) == (side == "left")
    assert (right > 247) == (side == "right")


def test_links_and_lines_are_drawn_on_every_line() -> None:
    run = Run("名" * 60, link="https://example.org/", strike=True)
    pdf = build(holding(Prose((Written((run,)),))))
    with pikepdf.open(BytesIO(pdf.data)) as file:
        notes = [note for page in file.pages for note in page.Annots]
        assert {str(note.A.URI) for note in notes} == {"https://example.org/"}
        assert len(notes) == 2
        heights = sorted(float(note.Rect[1]) for note in notes)
        assert heights[1] - heights[0] == pytest.approx(15.8)


def test_bold_without_a_bold_font_is_thickened() -> None:
    plain, bold = (
        build(holding(Prose((Written((Run("名前", bold=strong),)),)))).data
        for strong in (False, True)
    )
    assert b"2 Tr" not in _drawn(plain)
    assert re.findall(rb"[02] Tr\b", _drawn(bold))[0] == b"2 Tr"
    assert re.findall(rb"[02] Tr\b", _drawn(bold))[-1] == b"0 Tr"


def test_the_same_document_gives_the_same_bytes_whatever_was_printed_before() -> None:
    document = holding(prose("名前 שלום سلام 🎉 한국어"))
    first = build(document).data
    build(holding(prose("他の人の文書 متن آخر 😀", "Latin")))
    assert build(document).data == first


def test_marks_of_direction_turn_nothing_but_themselves() -> None:
    turned = "\u202e\u2067abc \u2066def"
    pdf = build(replace(holding(prose(turned, "after")), title=turned))
    assert "abc def" in words(pdf.data)
    assert "after" in words(pdf.data)


def _drawn(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as file:
        return b"".join(page.Contents.read_bytes() for page in file.pages)
