"""Pictures are drawn where their values are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest

from app.domain.document import TrendPoint
from app.export import drawings
from app.export.inks import Inks
from app.export.styles import Setter

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.export.boxes import Paint


class Recorder:
    """Stands in for a canvas and remembers what it was told."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[float, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., Recorder]:
        def record(*values: float, **_: float) -> Recorder:
            self.calls.append((name, values))
            return self

        return record

    def of(self, name: str) -> list[tuple[float, ...]]:
        """The values of each call of this name."""
        return [values for each, values in self.calls if each == name]


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


def test_lamps_stand_at_their_time_and_rating() -> None:
    setter = Setter()
    points = [TrendPoint(0, 1, "a"), TrendPoint(0.5, 3, "b"), TrendPoint(1, 5, "c")]
    recorder = painted(drawings.trend(points, 400, setter).paint)
    lamps = recorder.of("circle")
    assert len(recorder.of("line")) == 5
    assert [round(x) for x, *_ in lamps] == [26, 205, 384]
    assert [y for _, y, _ in lamps] == [20, 56, 92]


def test_at_most_six_dates_and_none_over_another() -> None:
    setter = Setter()
    points = [TrendPoint(n / 29, 3, f"{n} March") for n in range(30)]
    places = [place for place, _, _ in points_of(points, setter)]
    assert 2 <= len(places) <= drawings.MOST_LABELS
    crowded = [TrendPoint(n / 100, 3, f"{n} March") for n in range(3)]
    assert len(points_of(crowded, setter)) == 1


def points_of(points: list[TrendPoint], setter: Setter) -> list[tuple[float, float, str]]:
    """The dates under a chart: place, width and nothing of another's ground."""
    places = [400 * point.position for point in points]
    labels = sorted(
        (place, text.width if text else 0, "")
        for text, place in drawings._labels(points, places, 400, setter)
    )
    for (start, width, _), (following, _, _) in pairwise(labels):
        assert start + width < following
    return labels


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
