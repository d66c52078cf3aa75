from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import current_theme
from ui.widgets.marked import Spans, draw_marked


class Paper:
    """A line to draw on."""

    def __init__(self, width: int = 400, direction: Qt.LayoutDirection | None = None) -> None:
        self.image = QImage(width, 24, QImage.Format.Format_RGB32)
        self.image.fill(QColor("white"))
        self._direction = direction or Qt.LayoutDirection.LeftToRight

    def draw(self, text: str, spans: Spans, *, underlined: bool = False) -> int:
        """Draw a marked line; return the width it took."""
        painter = QPainter(self.image)
        painter.setLayoutDirection(self._direction)
        font = current_theme().font("body")
        box = QRect(0, 0, self.image.width(), 24)
        width = draw_marked(painter, box, text, spans, font=font, underlined=underlined)
        painter.end()
        return width

    def columns(self, colour: QColor) -> list[int]:
        """Where a colour stands."""
        wide, high = self.image.width(), self.image.height()
        return [
            x
            for x in range(wide)
            if any(self.image.pixelColor(x, y) == colour for y in range(high))
        ]


@pytest.fixture(autouse=True)
def _themed(look: object) -> None:
    assert look


def test_only_the_hits_are_lit() -> None:
    paper = Paper()
    before = Paper().draw("The ", ())
    width = paper.draw("The release went out", ((4, 11),))
    lit = paper.columns(current_theme().colours.lamp_soft)
    assert abs(lit[0] - before) <= 2
    assert lit[-1] < width
    assert len(lit) < width / 2


def test_a_hit_behind_an_emoji_is_lit_where_it_stands() -> None:
    paper, plain = Paper(), Paper()
    paper.draw("🎭🎭 cafe", ((3, 7),))
    plain.draw("🎭🎭 cafe", ((3, 6),))
    soft = current_theme().colours.lamp_soft
    assert paper.columns(soft)[0] == plain.columns(soft)[0]
    assert len(paper.columns(soft)) > len(plain.columns(soft))


def test_what_the_ellipsis_cuts_off_is_not_lit() -> None:
    paper = Paper(80)
    width = paper.draw("A long way to the release", ((18, 25),))
    assert width <= 80
    assert paper.columns(current_theme().colours.lamp_soft) == []


def test_marks_can_be_told_without_their_colour() -> None:
    edge = current_theme().colours.lamp_edge
    quiet, lined = Paper(), Paper()
    quiet.draw("release", ((0, 7),))
    lined.draw("release", ((0, 7),), underlined=True)
    assert len(lined.columns(edge)) > len(quiet.columns(edge)) + 10


def test_a_line_stands_at_the_right_where_the_layout_does() -> None:
    paper = Paper(direction=Qt.LayoutDirection.RightToLeft)
    paper.draw("release", ((0, 7),))
    assert paper.columns(current_theme().colours.lamp_soft)[-1] >= 396
