"""Rows of paragraphs, which can be cut between their lines."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from app.export.boxes import Box, Cell, Drawing, Row
from app.export.structure import Spoken, Structure
from app.export.styles import Setter
from app.export.tags import TaggedCanvas
from app.export.tree import Element, Furniture

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

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


def page(target: BytesIO) -> TaggedCanvas:
    return TaggedCanvas(target, (400, 800), "Inter_400Regular", Structure(1, Spoken()))


def drawn(*boxes: Box) -> str:
    target = BytesIO()
    canvas = page(target)
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
    canvas = page(target)
    places = []

    def paint(canvas: Canvas, x: float, top: float) -> None:
        places.append((x, top))
        canvas.setLineWidth(7)

    drawing = Drawing(height=10, inset=5, paint=paint)
    drawing.draw(canvas, 20, 100)
    assert places == [(25, 100)]
    assert drawing.split(5) is None
    canvas.save()
    with pikepdf.open(BytesIO(target.getvalue())) as pdf:
        signs = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    assert signs[-5:] == ["BDC", "q", "w", "Q", "EMC"]


@pytest.mark.usefixtures("setter")
def test_an_empty_cell_is_nothing_unless_it_is_a_cell_of_a_table() -> None:
    canvas = page(BytesIO())
    cells = Element("TD"), Element("P"), Furniture.LAYOUT
    row = Row(cells=tuple(Cell(None, 0, WIDTH, tag=tag) for tag in cells), height=1, line=1)
    row.draw(canvas, 0, 700)
    assert [canvas.structure.role(each) for each in canvas.structure.kids if each] == ["TD"]


def test_a_row_that_stands_there_again_is_not_read_again(setter: Setter) -> None:
    head = row(setter, "Action", "Owner")
    assert {cell.tag for cell in head.again().cells} == {Furniture.REPEATED}
