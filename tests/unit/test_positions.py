"""A page read by where its characters stand."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.export.pdf import build
from app.sharing.positions import by_place, in_order
from tests.documents import holding, prose
from tests.planting import canvas, strewn

LINES = ("Words of one line stay", "together, and so do lines")
OTHER = ("of columns beside", "each other")


def read(data: bytes) -> tuple[bool, str, str]:
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        return (in_order(text), *by_place(text))


def both(paper: Canvas) -> None:
    strewn(LINES, 1)(paper)
    strewn(OTHER, 2, left=320)(paper)


def plain(paper: Canvas) -> None:
    for row, line in enumerate(LINES):
        paper.drawString(50, 700 - 16 * row, line)


def turned(angle: int) -> Callable[[Canvas], None]:
    def draw(paper: Canvas) -> None:
        paper.translate(300, 400)
        paper.rotate(angle)
        strewn(LINES, 3, left=-100, top=20)(paper)

    return draw


def test_lines_and_columns() -> None:
    plainly, lines, columns = read(canvas(both))
    assert not plainly
    assert lines == "\n".join(f"{left}   {right}" for left, right in zip(LINES, OTHER, strict=True))
    assert columns == "\n".join((*LINES, *OTHER))


@pytest.mark.parametrize("angle", [0, 30, 90, 180, 270])
def test_whichever_way_it_is_turned(angle: int) -> None:
    assert read(canvas(turned(angle)))[2] == "\n".join(LINES)


def test_what_was_drawn_in_order_is_known_as_such() -> None:
    assert read(canvas(plain))[0]
    assert read(build(holding(prose(*LINES * 9))).data)[0]


def test_a_sign_of_two_letters_or_two_halves_is_whole_and_in_order() -> None:
    for text, expected in (
        ("to 🎉🇩🇪", "to 🎉🇩🇪"),
        ("שלום 🎉 🇩🇪", "🇩🇪 🎉 םולש"),
        ("سلام لا", "ال مالس"),
    ):
        assert read(build(holding(prose(text))).data)[1].splitlines()[2] == expected


def test_an_empty_page_has_no_text() -> None:
    assert read(canvas(lambda _: None)) == (True, "", "")
