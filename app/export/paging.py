"""Puts boxes on pages, in order: nothing cut that should not be, no heading left alone."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.export.boxes import Box

_SLACK = 0.001


@dataclass(frozen=True, slots=True)
class Placed:
    """A box on a page; `top` counts downwards from the head of the type area."""

    box: Box
    top: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.box.height


class Pager:
    """Fills pages of one height from the top."""

    def __init__(self, height: float) -> None:
        self._height = height
        self.pages: list[list[Placed]] = [[]]

    def add(self, boxes: Iterable[Box]) -> None:
        """Place boxes after what stands there already."""
        queue = deque(boxes)
        linked = False
        while queue:
            box = queue.popleft()
            if box.breaks and self._page:
                self.pages.append([])
            rest = self._place(box, queue, linked=linked)
            linked = rest is None and box.keep
            if rest is not None:
                queue.extendleft(reversed(rest))

    def add_last(self, box: Box) -> None:
        """Place a box at the foot of the last page, or of a further one if that is full."""
        used = self._page[-1].bottom + box.before if self._page else 0.0
        if used + box.height > self._height + _SLACK:
            self.pages.append([])
        self._page.append(Placed(box, max(self._height - box.height, 0.0)))

    @property
    def _page(self) -> list[Placed]:
        return self.pages[-1]

    def _place(self, box: Box, queue: deque[Box], *, linked: bool) -> list[Box] | None:
        """Place it, and say what has to be placed next instead of it; None if it is done."""
        if not self._page:
            if box.fades:
                return None
            if box.head is not None:
                return [box.head, replace(box, head=None)]
        top = self._next_top(box)
        room = self._height - top + _SLACK
        needed = box.least if linked else _chain(box, queue)
        if needed > room and self._page and not linked:
            return self._turn(box)
        if box.height <= room:
            self._page.append(Placed(box, top))
            return None
        return self._cut(box, top, room)

    def _next_top(self, box: Box) -> float:
        if not self._page:
            return 0.0
        last = self._page[-1]
        return last.bottom + max(last.box.after, box.before)

    def _cut(self, box: Box, top: float, room: float) -> list[Box] | None:
        parts = box.split(room)
        if parts is None and self._page:
            return self._turn(box)
        if parts is None:
            # Higher than a page and of one piece: there is no better place for it.
            self._page.append(Placed(box, top))
            return None
        self._page.append(Placed(parts[0], top))
        return self._turn(parts[1])

    def _turn(self, box: Box) -> list[Box]:
        self.pages.append([])
        return [box]


def _chain(box: Box, queue: Iterable[Box]) -> float:
    """The height of a box with all it must not be parted from."""
    height, last = 0.0, None
    for each in chain([box], queue):
        if last is not None:
            height += max(last.after, each.before)
        if not each.keep:
            return height + each.least
        height += each.height
        last = each
    return height
