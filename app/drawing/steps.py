"""Where the keys lead from mark to mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from app.drawing.shapes import Mark

Step: TypeAlias = Literal["ahead", "back", "down", "up", "first", "last"]


def stepped(marks: Sequence[Mark], at: int, step: Step) -> int:
    """The place of the mark a step leads to; where there is none, the one it began at.

    Ahead and back run through the rows as a text does; down and up find the nearest mark of the
    next row. From nowhere (-1) every step leads to the first mark, or to the last.
    """
    if not marks:
        return -1
    if step == "last":
        return len(marks) - 1
    if step == "first" or not 0 <= at < len(marks):
        return 0
    if step in ("down", "up"):
        return _in_next_row(marks, at, downwards=step == "down")
    order = sorted(range(len(marks)), key=lambda place: (marks[place].row, marks[place].column))
    place = order.index(at) + (1 if step == "ahead" else -1)
    return order[place] if 0 <= place < len(order) else at


def _in_next_row(marks: Sequence[Mark], at: int, *, downwards: bool) -> int:
    here = marks[at]
    rows = {mark.row for mark in marks if (mark.row > here.row) is downwards}
    rows.discard(here.row)
    if not rows:
        return at
    row = min(rows) if downwards else max(rows)
    middle = here.frame.x + here.frame.width / 2
    places = [place for place, mark in enumerate(marks) if mark.row == row]
    return min(places, key=lambda place: abs(_middle(marks[place]) - middle))


def _middle(mark: Mark) -> float:
    return mark.frame.x + mark.frame.width / 2
