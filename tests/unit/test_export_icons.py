"""The outlines of icons, as they are read from their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.export.icons import SIDE, outline

FILES = sorted((Path(__file__).parents[2] / "resources" / "icons").glob("*.svg"))
LUCIDE = [file.stem for file in FILES if "lucide" in file.read_text("utf-8")]


@pytest.mark.parametrize("name", LUCIDE)
def test_an_outline_stays_on_its_square(name: str) -> None:
    stretches = outline(name)
    ends = [number for stretch in stretches for number in stretch[-2:]]
    assert {len(stretch) for stretch in stretches} <= {2, 4, 8}
    assert len(stretches[0]) == 2
    assert min(ends) >= 0
    assert max(ends) <= SIDE


def test_straight_lines_are_read_from_every_way_to_write_them() -> None:
    assert outline("check") == (
        (20.0, 6.0),
        (20.0, 6.0, 9.0, 17.0),
        (9.0, 17.0, 4.0, 12.0),
    )


def test_a_circle_is_four_curves_around_its_middle() -> None:
    move, *curves, close = outline("circle")
    assert move == (2.0, 12.0)
    assert [curve[-2:] for curve in curves] == [
        pytest.approx(spot) for spot in ((12, 2), (22, 12), (12, 22), (2, 12))
    ]
    assert close == pytest.approx((2, 12, 2, 12))
