"""Shapes are values; mirrored twice they are what they were."""

from __future__ import annotations

import json
from importlib import resources
from typing import get_args

import pytest

from app.drawing.shapes import (
    Box,
    Colour,
    Disc,
    Drawing,
    Frame,
    Icon,
    Line,
    Mark,
    Polygon,
    Role,
    Stroke,
    Text,
    mirrored,
)

DRAWING = Drawing(
    100,
    50,
    (
        Line(((10, 5), (20, 5)), Stroke("chart-line")),
        Polygon(((10, 0), (20, 0), (15, 9)), "accent"),
        Disc(30, 20, 5, "lamp", half="left"),
        Box(10, 10, 20, 8, hatch="chart-then"),
        Text(5, 5, "words", anchor="start"),
        Icon(80, 5, 16, "flag"),
    ),
    (Mark("a", Frame(10, 10, 20, 8), 0, 0, "A.", "rest"),),
    0,
)


def test_every_colour_is_one_of_the_theme() -> None:
    tokens = json.loads((resources.files("resources") / "themes/tokens.json").read_text("utf-8"))
    for scheme in ("light", "dark"):
        assert set(get_args(Colour)) - {"ground"} <= set(tokens["color"][scheme])
    assert {role.partition("-")[0] for role in get_args(Role)} <= set(tokens["type"])


def test_a_mirror_turns_every_shape_and_twice_is_as_before() -> None:
    turned = mirrored(DRAWING)
    line, polygon, disc, box, text, icon = turned.shapes
    assert isinstance(line, Line)
    assert line.spots == ((90.0, 5.0), (80.0, 5.0))
    assert isinstance(polygon, Polygon)
    assert polygon.spots[0] == (90.0, 0.0)
    assert isinstance(disc, Disc)
    assert (disc.x, disc.half) == (70, "right")
    assert isinstance(box, Box)
    assert box.x == 70
    assert isinstance(text, Text)
    assert (text.x, text.anchor) == (95, "end")
    assert isinstance(icon, Icon)
    assert icon.x == 4
    assert turned.marks[0].frame == Frame(70, 10, 20, 8)
    assert mirrored(turned) == DRAWING


@pytest.mark.parametrize(
    ("spot", "distance"), [((15, 15), 0), ((10, 10), 0), ((7, 6), 5), ((35, 12), 5), ((20, 28), 10)]
)
def test_a_spot_is_so_far_from_a_frame(spot: tuple[float, float], distance: float) -> None:
    assert Frame(10, 10, 20, 8).distance(*spot) == distance


def test_a_mark_is_said_whole() -> None:
    assert DRAWING.marks[0].said == "A. rest"
    assert Mark("b", Frame(0, 0, 1, 1), 0, 0, "B.").said == "B."


def test_the_frame_of_a_disc_is_around_it() -> None:
    assert Frame.around(10, 20, 5) == Frame(5, 15, 10, 10, 5)


def test_a_drawing_without_shapes_is_empty() -> None:
    assert Drawing(100, 20).is_empty
    assert not DRAWING.is_empty
