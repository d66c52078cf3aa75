"""Rows of paragraphs, which can be cut between their lines."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.export.boxes import Box, Cell, Drawing, Row
from app.export.styles import Setter

WIDTH = 120.0


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def row(setter: Setter, *texts: str, pad: float = 0) -> Row:
    look = setter.looks.item
    cells = tuple(
        Cell(setter.text(text, look, WIDTH), n * (WIDTH + 10), WIDTH)
        for n, text in enumerate(texts)
    )
    height = max(cell.height for cell in cells) + 2 * pad
    return Row(cells=cells, height=height, line=look.leading, pad=pad)


def drawn(*boxes: Box) -> str:
    target = BytesIO()
    canvas = Canvas(target, (400, 800), initialFontName="Inter_400Regular")  # type: ignore[arg-type]  # the types take the name for a size
    top = 780.0
    for box in boxes:
        box.draw(canvas, 20, top)
        top -= box.height
    canvas.save()
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def test_a_row_is_cut_between_lines_and_nothing_is_lost(setter: Setter) -> None:
    text = " ".join(f"word{n}" for n in range(60))
    whole = row(setter, text, "short", pad=3)
    parts = whole.split(80)
    assert parts is not None
    first, rest = parts
    assert first.height <= 80
    assert first.height + rest.height == pytest.approx(whole.height + 2 * 3)
    assert [f"word{n}" in drawn(first) for n in (0, 59)] == [True, False]
    assert all(f"word{n}" in drawn(first, rest) for n in range(60))
    assert drawn(first, rest).count("short") == 1


def test_a_row_is_not_cut_where_no_line_fits(setter: Setter) -> None:
    assert row(setter, "word " * 60).split(20) is None


def test_a_short_row_wants_all_its_height_and_a_long_one_two_lines(setter: Setter) -> None:
    line = setter.looks.item.leading
    assert row(setter, "short").least == line
    assert row(setter, "word " * 60).least == 2 * line


def test_a_cell_below_the_others_keeps_its_place(setter: Setter) -> None:
    cell = Cell(setter.text("word", setter.looks.item, WIDTH), 0, WIDTH, drop=5)
    assert cell.height == setter.looks.item.leading + 5
    assert Cell(None, 0, WIDTH).height == 0


def test_a_drawing_leaves_the_canvas_as_it_was() -> None:
    target = BytesIO()
    canvas = Canvas(target, pageCompression=0)
    places = []

    def paint(canvas: Canvas, x: float, top: float) -> None:
        places.append((x, top))
        canvas.setLineWidth(7)

    drawing = Drawing(height=10, inset=5, paint=paint)
    drawing.draw(canvas, 20, 100)
    assert places == [(25, 100)]
    assert drawing.split(5) is None
    canvas.save()
    assert b"q 7 w Q" in b" ".join(target.getvalue().split())
