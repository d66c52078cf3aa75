"""Figures stand where they should, and point where they should."""

from __future__ import annotations

from app.drawing.figures import chevron, diamond, flag, square
from app.drawing.shapes import Box, Line, Polygon, Stroke

STROKE = Stroke("chart-marker")


def test_a_flag_stands_on_its_foot_and_flies_ahead() -> None:
    (outline,) = flag(50, 100, STROKE)
    assert isinstance(outline, Line)
    assert outline.spots[0] == (50.0, 100.0)
    assert min(x for x, _ in outline.spots) == 50
    assert max(y for _, y in outline.spots) == 100


def test_a_diamond_is_as_wide_as_high() -> None:
    figure = diamond(10, 20, 5, "chart-marker")
    assert isinstance(figure, Polygon)
    assert set(figure.spots) == {(10, 15), (15, 20), (10, 25), (5, 20)}


def test_a_square_is_around_its_middle() -> None:
    assert square(10, 20, 8, None, STROKE) == Box(6, 16, 8, 8, stroke=STROKE)


def test_a_chevron_points_ahead_or_back() -> None:
    ahead, back = (chevron(10, 20, 4, STROKE, ahead=way) for way in (True, False))
    assert isinstance(ahead, Line)
    assert isinstance(back, Line)
    assert ahead.spots == ((6.0, 16.0), (10.0, 20.0), (6.0, 24.0))
    assert back.spots == ((14.0, 16.0), (10.0, 20.0), (14.0, 24.0))
