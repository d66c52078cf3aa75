"""Pictures are drawn where their values are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from app.export import drawings
from app.export.inks import Inks
from tests.canvas import Recorder

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.export.boxes import Paint


@pytest.fixture(scope="module")
def inks() -> Inks:
    return Inks.load()


def painted(paint: Paint) -> Recorder:
    recorder = Recorder()
    paint(cast("Canvas", recorder), 0, 100)
    return recorder


@pytest.mark.parametrize(
    ("position", "place"), [(0, 6), (0.25, 50), (0.5, 100), (1, 194), (0.999, 194)]
)
def test_the_ring_stands_where_the_measure_is_now(
    inks: Inks, position: float, place: float
) -> None:
    recorder = painted(drawings.measure(200, position, inks))
    assert recorder.of("circle")[0][0] == pytest.approx(place)
    assert len(recorder.of("line")) == (2 if position else 1)


def test_a_milestone_is_a_disc_with_a_tick_or_a_ring(inks: Inks) -> None:
    done = painted(drawings.check(inks, done=True, middle=6))
    assert len(done.of("lineTo")) == 2
    assert done.of("circle")[0][1] == 94
    assert painted(drawings.check(inks, done=False, middle=6)).of("lineTo") == []


def test_the_mark_is_a_tile_a_door_and_five_lamps(inks: Inks) -> None:
    recorder = painted(drawings.mark(inks))
    assert len(recorder.of("roundRect")) == 1
    assert len(recorder.of("drawPath")) == 1
    assert len(recorder.of("circle")) == 5


def test_a_picture_can_be_moved(inks: Inks) -> None:
    moved = drawings.shifted(drawings.plate(50, 10, inks), 5, 3)
    assert painted(moved).of("roundRect")[0][:2] == (5.25, 87.25)


def test_a_hairline_hangs_from_its_top(inks: Inks) -> None:
    assert painted(drawings.hairline(50, inks.border, 1)).of("line") == [(0, 99.5, 50, 99.5)]
