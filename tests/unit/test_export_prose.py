"""Somebody's text, set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.document import Figure
from app.domain.prose import (
    Block,
    CodeBlock,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Rule,
    Run,
)
from app.export.boxes import Box, Cell, Drawing, Mark, Row, Signed
from app.export.figures import Figures
from app.export.prose import NARROWEST, STEP, Place, prose
from app.export.styles import Setter
from app.export.tree import Element
from tests import pictures

WIDTH = 468.0


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def boxes_of(setter: Setter, *blocks: Block) -> list[Box]:
    return list(prose(blocks, Place(WIDTH, setter.looks.body), setter))


def test_a_heading_stays_with_its_text(setter: Setter) -> None:
    great, small, text = boxes_of(
        setter, Heading(1, (Run("a"),)), Heading(5, (Run("b"),)), paragraph("c")
    )
    assert (great.keep, small.keep, text.keep) == (True, True, False)
    assert great.height > small.height


def test_blank_paragraphs_are_nothing(setter: Setter) -> None:
    assert boxes_of(setter, paragraph(""), paragraph(" "), Quotation(()), Listing(())) == []


def test_quotations_stand_behind_one_bar_each(setter: Setter) -> None:
    outer, inner = boxes_of(setter, Quotation((paragraph("a"), Quotation((paragraph("b"),)))))
    assert [len(box.bars) for box in (outer, inner)] == [1, 2]
    assert [box.inset for box in (outer, inner)] == [STEP, 2 * STEP]


def test_text_never_gets_too_narrow_to_read(setter: Setter) -> None:
    block: Block = paragraph("deep")
    for _ in range(80):
        block = Quotation((block,))
    (box,) = boxes_of(setter, block)
    assert isinstance(box, Row)
    assert box.cells[0].width >= NARROWEST
    assert box.inset + box.cells[0].width == pytest.approx(WIDTH)


def test_items_hang_beside_their_signs(setter: Setter) -> None:
    items = (ListItem((paragraph("a"), paragraph("b"))), ListItem((paragraph("c"),), True))
    first, following, task = boxes_of(setter, Listing(items))
    assert isinstance(first, Row)
    assert isinstance(task, Row)
    assert len(first.cells) == 2
    assert first.cells[1].x == following.inset == STEP
    assert task.mark is not None


@pytest.mark.parametrize("checked", [None, True])
def test_an_image_hangs_beside_the_sign_of_its_item(
    setter: Setter, *, checked: bool | None
) -> None:
    figures = Figures({"wall": Figure("a", pictures.png(60, 30))})
    place = Place(WIDTH, setter.looks.body, figures=figures)
    item = ListItem((Paragraph((Run("The wall", picture="wall"),)), paragraph("after")), checked)
    shown, after = prose([Listing((item,))], place, setter)
    assert isinstance(shown, Signed)
    assert (shown.inset, shown.back, after.inset) == (STEP, STEP, STEP)
    assert isinstance(shown.tag, Element)
    assert (shown.tag.role, shown.tag.alt) == ("Figure", "The wall")
    assert isinstance(shown.sign, Cell if checked is None else Mark)
    assert isinstance(shown.sign.tag, Element)
    assert (shown.sign.tag.role, shown.sign.tag.checked) == ("Lbl", checked)


def test_long_numbers_get_the_room_they_need(setter: Setter) -> None:
    listing = Listing((ListItem((paragraph("a"),)),), ordered=True, start=123456)
    (row,) = boxes_of(setter, listing)
    assert isinstance(row, Row)
    assert row.height == setter.looks.body.leading


def test_an_empty_item_still_shows_its_sign(setter: Setter) -> None:
    items = (ListItem(()), ListItem((), True), ListItem((), False))
    assert len(boxes_of(setter, Listing(items))) == 3


def test_code_keeps_its_lines_on_a_panel(setter: Setter) -> None:
    (box,) = boxes_of(setter, CodeBlock("a\n  b\n\nc\n"))
    assert isinstance(box, Row)
    assert box.panel == (setter.inks.sunken, WIDTH)
    assert box.height == pytest.approx(4 * setter.looks.code.leading + 12)


def test_a_break_is_a_line(setter: Setter) -> None:
    (box,) = boxes_of(setter, Rule())
    assert isinstance(box, Drawing)


def test_an_image_that_is_not_there_is_printed_as_what_it_shows(setter: Setter) -> None:
    picture = Run("Lag during the hold", picture="019e4a00-1111-7222-8333-444455556666")

    assert boxes_of(setter, Paragraph((picture,))) != []
    assert boxes_of(setter, Paragraph((replace(picture, text=""),))) == []
