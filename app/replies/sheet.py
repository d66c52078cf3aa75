"""How a page of a form lies on a page that came back: as it was, smaller, turned, on another paper.

The printed texts of the form, whose places are known, are looked for; where most of them agree on
one turn and size, that is it. Points are complex numbers, so that turning and resizing is one
multiplication and moving one addition. They run down the page, like those of what was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from app.domain.forms import Place
from app.replies.contents import Box, Letter, Page
from app.replies.joining import Written, joined

_TENTHS: Final = 10
_NEAR: Final = 40.0
"""Tenths of a point by which a text may be off its place."""
_LEAST, _MOST = 2.5, 40.0
"""From a quarter of the size to four times it; a point has ten tenths."""
_FRAME: Final = 2.5
"""Points at the edge of a place where its frame may be drawn."""
_TEXTS: Final = 40
_OFTEN: Final = 6
"""Times that one text is looked for on a page."""

Pair = tuple[complex, complex]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the form on the page that came back.

    Attributes:
        page: The page as it came back.
        turn: What a point of the form is multiplied by.
        move: What is added then.
    """

    page: Page
    turn: complex
    move: complex

    def seen(self, place: Place, inset: float = 0.0) -> Box:
        """Where a place is on the page, without a share of its width at each side."""
        more = (place.right - place.left) * inset
        corners = [
            self._to(complex(x, -y))
            for x in (place.left + more, place.right - more)
            for y in (place.bottom + more, place.top - more)
        ]
        across, down = [each.real for each in corners], [each.imag for each in corners]
        return Box(round(min(across)), round(min(down)), round(max(across)), round(max(down)))

    def text_in(self, place: Place) -> Written:
        """What can be read inside a place, in lines as they were written."""
        edge = _FRAME
        inner = replace(
            place,
            left=place.left + edge,
            bottom=place.bottom + edge,
            right=place.right - edge,
            top=place.top - edge,
        )
        return joined(self.page, place, self.seen(inner), self._from)

    def _to(self, point: complex) -> complex:
        return self.turn * point + self.move

    def _from(self, point: complex) -> complex:
        return (point - self.move) / self.turn


def sheets_of(places: Sequence[Place], pages: Sequence[Page]) -> dict[int, Sheet]:
    """For each page of the form the page that it came back on, if that can be told."""
    printed = [place for place in places if not place.question and place.state.strip()]
    sheets = {}
    for number in {place.page for place in places}:
        texts = [place for place in printed if place.page == number][:_TEXTS]
        best: tuple[int, Sheet] | None = None
        for page in pages:
            agreed = _agreed(list(_pairs(texts, page)))
            if agreed and (best is None or len(agreed) > best[0]):
                best = len(agreed), Sheet(page, *_fitted(agreed))
        if best:
            sheets[number] = best[1]
    return sheets


def _pairs(texts: Sequence[Place], page: Page) -> Iterator[Pair]:
    """Where each text begins on the form, with each place where it begins on the page."""
    letters = [each for each in page.letters if not (each.put_in or each.sign.isspace())]
    written = "".join(each.sign for each in letters)
    for place in texts:
        wanted = "".join(place.state.split())
        start = written.find(wanted)
        for _ in range(_OFTEN):
            if start < 0:
                break
            yield complex(place.left, -place.bottom), _origin(letters[start])
            start = written.find(wanted, start + 1)


def _origin(letter: Letter) -> complex:
    return complex(letter.x, letter.y)


def _agreed(pairs: list[Pair]) -> list[Pair]:
    """The largest number of pairs that one turn and move explains; at least two."""
    best: list[Pair] = []
    for one, other in combinations(pairs, 2):
        if abs(one[0] - other[0]) < _TENTHS:
            continue
        turn = (one[1] - other[1]) / (one[0] - other[0])
        if not _LEAST <= abs(turn) <= _MOST:
            continue
        move = one[1] - turn * one[0]
        agreed = [pair for pair in pairs if abs(turn * pair[0] + move - pair[1]) < _NEAR]
        if len(agreed) > len(best):
            best = agreed
    return best


def _fitted(pairs: Sequence[Pair]) -> Pair:
    """The turn and the move that are nearest to all pairs (least squares)."""
    count = len(pairs)
    middle = sum(pair[0] for pair in pairs) / count
    seen = sum(pair[1] for pair in pairs) / count
    over = sum((pair[0] - middle).conjugate() * (pair[1] - seen) for pair in pairs)
    turn = over / sum(abs(pair[0] - middle) ** 2 for pair in pairs)
    return turn, seen - turn * middle
