"""Short texts side by side."""

from __future__ import annotations

import pytest

from app.domain.document import Columns, LabelledText
from app.export.boxes import Row
from app.export.columns import GAP, PAD, columns
from app.export.pdf import build
from app.export.prose import Place
from app.export.styles import Setter
from tests.documents import holding, page_texts

WIDTH = 468.0
SHORT = (
    LabelledText("Start", "Saying your view first."),
    LabelledText("Stop", "Rewriting the plan on the evening before it is due."),
    LabelledText("Continue", "Telling us what you do not know yet."),
)


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


@pytest.fixture(scope="module")
def place(setter: Setter) -> Place:
    return Place(WIDTH, setter.looks.body)


def test_short_texts_stand_side_by_side(setter: Setter, place: Place) -> None:
    (row,) = columns(SHORT, place, setter)
    assert isinstance(row, Row)
    assert [cell.width for cell in row.cells] == [(WIDTH - 2 * GAP) / 3] * 3
    assert row.cells[2].x + row.cells[2].width == pytest.approx(WIDTH)
    assert row.height == pytest.approx(3 * setter.looks.body.leading + 2 * PAD)


def test_each_is_read_after_its_label() -> None:
    (text,) = page_texts(build(holding(Columns(SHORT))).data)
    words = " ".join(text.split())
    assert "Start Saying your view first. Stop Rewriting the plan on the evening" in words
    assert "Continue Telling us what you do not know yet." in words


@pytest.mark.parametrize(
    ("items", "width"),
    [
        (SHORT, 300.0),
        ((*SHORT[:2], LabelledText("Continue", "Telling us more than we can bear. " * 20)), WIDTH),
    ],
    ids=["narrow", "long"],
)
def test_without_room_they_stand_one_under_the_other(
    items: tuple[LabelledText, ...], width: float, setter: Setter
) -> None:
    boxes = list(columns(items, Place(width, setter.looks.body), setter))
    assert len(boxes) == 6
    assert [box.keep for box in boxes] == [True, False] * 3


def test_without_texts_there_is_nothing(setter: Setter, place: Place) -> None:
    assert list(columns((), place, setter)) == []
    assert list(columns((LabelledText("", " "),), place, setter)) == []
