"""Boxes go on pages in order, with nothing cut that should not be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.export.boxes import Box
from app.export.paging import Pager

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Box):
    """A box that only has a name; a soft one can be cut anywhere above 10 points."""

    name: str
    soft: bool = False

    @property
    def least(self) -> float:
        """As much as may stand alone."""
        return min(10, self.height) if self.soft else self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut exactly here."""
        if not self.soft or room < 10:
            return None
        room = int(room)
        return replace(self, height=room), replace(self, height=self.height - room)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Never asked of it."""
        raise AssertionError((canvas, x, top))


def laid_out(*boxes: Box, height: float = 100) -> list[list[tuple[str, float, float]]]:
    pager = Pager(height)
    pager.add(boxes)
    return [[(_name(p.box), p.top, p.box.height) for p in page] for page in pager.pages]


def _name(box: Box) -> str:
    return box.name if isinstance(box, Block) else ""


def test_space_between_is_the_greater_wish_and_none_at_the_head() -> None:
    boxes = (
        Block(name="a", height=10, before=9, after=4),
        Block(name="b", height=10, before=6),
        Block(name="c", height=70, before=5),
        Block(name="d", height=10, before=5),
    )
    assert laid_out(*boxes) == [[("a", 0, 10), ("b", 16, 10)], [("c", 0, 70), ("d", 75, 10)]]


def test_a_heading_goes_with_what_follows() -> None:
    boxes = (
        Block(name="text", height=70),
        Block(name="kicker", height=10, keep=True),
        Block(name="title", height=10, keep=True),
        Block(name="chart", height=30),
    )
    names = [[name for name, _, _ in page] for page in laid_out(*boxes)]
    assert names == [["text"], ["kicker", "title", "chart"]]


def test_a_heading_stays_where_the_first_lines_of_a_long_text_fit() -> None:
    boxes = (
        Block(name="text", height=70),
        Block(name="title", height=10, keep=True),
        Block(name="long", height=50, soft=True),
    )
    assert laid_out(*boxes) == [
        [("text", 0, 70), ("title", 70, 10), ("long", 80, 20)],
        [("long", 0, 30)],
    ]


def test_a_text_longer_than_pages_fills_them() -> None:
    assert laid_out(Block(name="long", height=250, soft=True)) == [
        [("long", 0, 100)],
        [("long", 0, 100)],
        [("long", 0, 50)],
    ]


def test_what_is_higher_than_a_page_and_whole_still_appears_once() -> None:
    pages = laid_out(Block(name="a", height=10), Block(name="tall", height=150))
    assert pages == [[("a", 0, 10)], [("tall", 0, 150)]]


def test_a_box_may_begin_a_page_but_makes_no_empty_one() -> None:
    assert len(laid_out(Block(name="a", height=10, breaks=True))) == 1
    boxes = Block(name="a", height=10), Block(name="b", height=10, breaks=True)
    assert laid_out(*boxes) == [[("a", 0, 10)], [("b", 0, 10)]]


def test_a_line_between_sections_is_left_out_at_the_head_of_a_page() -> None:
    boxes = (
        Block(name="a", height=95),
        Block(name="line", height=1, fades=True, keep=True),
        Block(name="b", height=10),
    )
    assert laid_out(*boxes) == [[("a", 0, 95)], [("b", 0, 10)]]


def test_the_head_of_a_table_stands_on_each_page() -> None:
    head = Block(name="head", height=10, keep=True)
    rows = [Block(name=f"row{n}", height=40, head=head if n else None) for n in range(4)]
    names = [[name for name, _, _ in page] for page in laid_out(head, *rows)]
    assert names == [["head", "row0", "row1"], ["head", "row2", "row3"]]


def test_the_last_line_stands_at_the_foot() -> None:
    pager = Pager(100)
    pager.add([Block(name="a", height=50)])
    pager.add_last(Block(name="imprint", height=10, before=20))
    assert [(_name(p.box), p.top) for p in pager.pages[0]] == [("a", 0), ("imprint", 90)]


def test_the_last_line_turns_the_page_where_there_is_no_room() -> None:
    pager = Pager(100)
    pager.add([Block(name="a", height=75)])
    pager.add_last(Block(name="imprint", height=10, before=20))
    assert [len(page) for page in pager.pages] == [1, 1]
