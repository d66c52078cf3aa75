"""A measure between its ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.document import MeasureBar
from app.export.boxes import Drawing, Row
from app.export.measures import measure
from app.export.prose import Place
from app.export.styles import Setter
from app.export.tree import Element

WIDTH = 468.0
BAR = MeasureBar(0.5, "3 teams now", "1 team", "who can state our bets", "5 teams", "Half way")
LONG = "Reviews in which I spoke in the first ten minutes, out of the last eight of them"


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def kinds(bar: MeasureBar, setter: Setter) -> list[int]:
    """How many cells each row has; 0 for the track."""
    boxes = measure(bar, Place(WIDTH, setter.looks.body), setter)
    return [len(box.cells) if isinstance(box, Row) else 0 for box in boxes]


def test_a_short_name_stands_between_the_ends(setter: Setter) -> None:
    assert kinds(BAR, setter) == [1, 0, 3]


def test_a_name_has_all_the_room_between_the_ends(setter: Setter) -> None:
    bar = replace(BAR, middle="Stops called by someone other than me", end="5 stops by 9 June")
    ends = list(measure(bar, Place(WIDTH, setter.looks.body), setter))[-1]
    assert isinstance(ends, Row)
    assert ends.height == setter.looks.item_soft.leading
    start, middle, end = ends.cells
    assert start.x + start.width < middle.x
    assert middle.x + middle.width < end.x
    assert end.x + end.width == pytest.approx(WIDTH)
    assert middle.x + middle.width / 2 == pytest.approx(WIDTH / 2)


def test_a_long_name_stands_over_the_track_and_the_ends_have_half_each(setter: Setter) -> None:
    assert kinds(replace(BAR, middle=LONG, end="8 teams by 6 July 2026"), setter) == [1, 1, 0, 2]


def test_a_measure_without_words_is_its_track(setter: Setter) -> None:
    (track,) = measure(
        MeasureBar(0.5, "", "", "", "", "Half"), Place(WIDTH, setter.looks.body), setter
    )
    assert isinstance(track, Drawing)
    assert isinstance(track.tag, Element)
    assert (track.tag.role, track.tag.alt, track.keep) == ("Figure", "Half", False)
