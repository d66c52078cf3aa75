"""What the tests of charts share: a space without fonts, and what stands where in a drawing."""

from __future__ import annotations

from itertools import combinations
from typing import TypeVar

from app.drawing.chart import Space
from app.drawing.shapes import Drawing, Role, Shape, Text

ShapeT = TypeVar("ShapeT", bound=Shape)
_LETTER: dict[Role, float] = {"axis": 6, "axis-strong": 6.5, "label": 7, "label-strong": 7.5}
LINE = 12.0


def letters(words: str, role: Role) -> float:
    """A width as of letters that are all of one width."""
    return len(words) * _LETTER[role]


def space(width: float = 392, **ways: bool) -> Space:
    """A space of this width."""
    return Space(width, letters, **ways)


def of(drawing: Drawing, kind: type[ShapeT]) -> list[ShapeT]:
    """The shapes of a kind."""
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def texts(drawing: Drawing) -> list[str]:
    """All words of a drawing."""
    return [text.words for text in of(drawing, Text)]


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """The words that stand on each other."""
    boxes = [(_box(text), text.words) for text in of(drawing, Text)]
    return [(a, b) for (one, a), (two, b) in combinations(boxes, 2) if _meet(one, two)]


def outside(drawing: Drawing) -> list[str]:
    """The words that run out of the drawing."""
    return [
        text.words
        for text in of(drawing, Text)
        if (box := _box(text))[0] < -0.01
        or box[1] < -0.01
        or box[2] > drawing.width + 0.01
        or box[3] > drawing.height + 0.01
    ]


def _box(text: Text) -> tuple[float, float, float, float]:
    wide = letters(text.words, text.role)
    x = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return x, text.y - LINE / 2, x + wide, text.y + LINE / 2


def _meet(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
