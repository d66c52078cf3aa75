"""Frames to write in and signs to mark, as they are put on a page."""

from __future__ import annotations

from io import BytesIO

import pytest

from app.export.boxes import Box, Cell
from app.export.form_boxes import SIGN, Blank, Marking, Sign
from app.export.structure import Spoken, Structure
from app.export.styles import Setter
from app.export.tags import TaggedCanvas
from app.export.tree import Element


@pytest.fixture(name="canvas")
def empty_canvas() -> TaggedCanvas:
    return TaggedCanvas(BytesIO(), (400, 800), "Inter_400Regular", Structure(1, Spoken()))


def marking(setter: Setter, elements: list[Element]) -> Marking:
    words = [Element("P") for _ in elements]
    look = setter.looks.item
    cells = [
        Cell(setter.text("Words", look, 60), 100 * at + 21, 60, tag=words[at])
        for at in range(len(elements))
    ]
    return Marking(
        cells=tuple(cells),
        signs=tuple(Sign(field, 100 * at) for at, field in enumerate(elements)),
        inks=setter.inks,
        height=SIGN,
        line=look.leading,
        track=True,
    )


def test_a_field_fills_its_frame_but_for_the_line(canvas: TaggedCanvas) -> None:
    setter = Setter()
    field = Element("Form", Element("P"))
    edge, ground = setter.inks.border_control, setter.inks.raised
    box = Blank(height=40, field=field, width=200, edge=edge, ground=ground, inset=10)
    box.draw(canvas, 20, 700)
    assert canvas.structure.frames[field] == (34, 662, 226, 698)
    assert canvas.structure.annotated == [field]


def test_signs_are_as_large_as_each_other_and_stand_where_they_should(
    canvas: TaggedCanvas,
) -> None:
    fields = [Element("Form", Element("P")) for _ in range(3)]
    marking(Setter(), fields).draw(canvas, 20, 700)
    assert [canvas.structure.frames[each] for each in fields] == [
        (20 + 100 * at, 700 - SIGN, 20 + 100 * at + SIGN, 700) for at in range(3)
    ]


def test_what_is_marked_and_its_words_are_never_parted() -> None:
    setter = Setter()
    box: Box = marking(setter, [Element("Form")])
    assert box.split(5) is None
