"""What changed from one text to another, word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final, TypeAlias

STEPS: Final = 1_000_000
"""How many comparisons a diff may take; after that, what is left over counts as replaced."""

_FARTHEST: Final = 200
"""How many tokens may differ before what was found so far is taken as it is."""

_SIGNS = re.escape("!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'") + "\u2010-\u2027\u2030-\u205e\u3000-\u303f"
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# With the empty lines after it: by themselves they are all alike and would match anything.
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
# What is written without spaces is compared sign by sign. All else between spaces and
# punctuation is one word, so that no accent and no emoji is torn.
_TOKEN = re.compile(
    rf"\n|[^\S\n]+|[{_UNSPACED}]|[{_SIGNS}]+|[^\s{_SIGNS}{_UNSPACED}]+",
)

_Pairs: TypeAlias = list[tuple[int, int]]


class Fate(Enum):
    """What became of a piece of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    fate: Fate
    text: str


def diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts: kept and deleted ones make the old, kept and inserted the new.

    No two neighbours have the same fate, no piece is empty, and where something was replaced
    what was deleted stands first. Paragraphs that are the same are found first, words only between.
    """
    budget = _Budget(STEPS)
    found: list[Piece] = []
    for gone, come, kept in _blocks(_PARAGRAPH.findall(old), _PARAGRAPH.findall(new), budget):
        found += _in_words("".join(gone), "".join(come), budget)
        found += [Piece(Fate.KEPT, "".join(kept))]
    return tuple(_joined(_without_specks(list(_joined(found)))))


class _Budget:
    """The comparisons that are left."""

    def __init__(self, steps: int) -> None:
        self.left = steps


def _in_words(old: str, new: str, budget: _Budget) -> Iterator[Piece]:
    if not old or not new:
        yield from (Piece(Fate.DELETED, old), Piece(Fate.INSERTED, new))
        return
    for gone, come, kept in _blocks(_TOKEN.findall(old), _TOKEN.findall(new), budget):
        yield Piece(Fate.DELETED, "".join(gone))
        yield Piece(Fate.INSERTED, "".join(come))
        yield Piece(Fate.KEPT, "".join(kept))


def _blocks(
    old: Sequence[str], new: Sequence[str], budget: _Budget
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """What went, what came in its place, and what then stayed, over and over."""
    x = y = 0
    for start, there, length in _runs(_matches(old, new, budget)):
        yield old[x:start], new[y:there], old[start : start + length]
        x, y = start + length, there + length
    yield old[x:], new[y:], ()


def _runs(pairs: _Pairs) -> Iterator[tuple[int, int, int]]:
    """Matches that follow each other, as places and a length."""
    length = 0
    for (x, y), (next_x, next_y) in pairwise([*pairs, (-1, -1)]):
        length += 1
        if (next_x, next_y) != (x + 1, y + 1):
            yield x - length + 1, y - length + 1, length
            length = 0


def _matches(old: Sequence[str], new: Sequence[str], budget: _Budget) -> _Pairs:
    """Places in both that hold the same, in order.

    What occurs once in each is trusted; the shortest edit is looked for only in between.
    """
    start, short = 0, min(len(old), len(new))
    while start < short and old[start] == new[start]:
        start += 1
    end = 0
    while end < short - start and old[-1 - end] == new[-1 - end]:
        end += 1
    found = [(place, place) for place in range(start)]
    x, y = start, start
    last = (len(old) - end, len(new) - end)
    for anchor_x, anchor_y in [*_anchors(old, new, (start, start), last), last]:
        inner = _shortest(old[x:anchor_x], new[y:anchor_y], budget)
        found += [(x + left, y + right) for left, right in inner]
        if (anchor_x, anchor_y) != last:
            found.append((anchor_x, anchor_y))
        x, y = anchor_x + 1, anchor_y + 1
    return found + [(len(old) - n, len(new) - n) for n in range(end, 0, -1)]


def _anchors(
    old: Sequence[str], new: Sequence[str], first: tuple[int, int], last: tuple[int, int]
) -> _Pairs:
    """The longest ordered series of what occurs exactly once in each stretch."""
    once = _once(old, first[0], last[0])
    there = _once(new, first[1], last[1])
    both = [(place, there[text]) for text, place in once.items() if text in there]
    return _rising(sorted(both))


def _once(texts: Sequence[str], start: int, end: int) -> dict[str, int]:
    counts = Counter(texts[start:end])
    return {
        texts[n]: n for n in range(start, end) if counts[texts[n]] == 1 and not texts[n].isspace()
    }


def _rising(pairs: _Pairs) -> _Pairs:
    """The longest part of pairs whose second places rise as well."""
    tops: list[int] = []
    chosen: list[int] = []
    below: list[int] = []
    for number, (_, y) in enumerate(pairs):
        place = bisect_left(tops, y)
        below.append(chosen[place - 1] if place else -1)
        tops[place : place + 1] = [y]
        chosen[place : place + 1] = [number]
    found: _Pairs = []
    number = chosen[-1] if chosen else -1
    while number >= 0:
        found.append(pairs[number])
        number = below[number]
    return found[::-1]


def _shortest(old: Sequence[str], new: Sequence[str], budget: _Budget) -> _Pairs:
    """The matches of about the shortest edit; none are looked for once the budget is used up.

    It is the shortest one as long as no stretch of it is longer than _FARTHEST.
    """
    found: _Pairs = []
    x = y = 0
    while x < len(old) and y < len(new) and budget.left > 0:
        walk = _walk(old[x:], new[y:], budget)
        found += [(x + left, y + right) for left, right in walk.matches]
        x, y = x + walk.x, y + walk.y
    return found


@dataclass(frozen=True, slots=True)
class _Walk:
    """How far an edit came in both texts, and what matches on its way."""

    x: int
    y: int
    matches: _Pairs


def _walk(old: Sequence[str], new: Sequence[str], budget: _Budget) -> _Walk:
    """The shortest edit from the beginning (Myers, 1986), to the end or as far as it comes."""
    reach = {1: 0}
    history: list[dict[int, int]] = []
    farthest = (0, 0, 0)
    for distance in range(_FARTHEST + 1):
        history.append(dict(reach))
        for diagonal in range(-distance, distance + 1, 2):
            x = begun = _stepped(reach, diagonal, distance)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            budget.left -= 1 + x - begun
            reach[diagonal] = x
            if x >= len(old) and y >= len(new):
                return _Walk(x, y, _way_back(history, distance, x, y))
            if x <= len(old) and y <= len(new):
                farthest = max(farthest, (x + y, x, distance))
    reached, x, distance = farthest
    return _Walk(x, reached - x, _way_back(history, distance, x, reached - x))


def _stepped(reach: dict[int, int], diagonal: int, distance: int) -> int:
    """How far along the old text a diagonal begins: one down or one to the right of another."""
    down = diagonal == -distance or (
        diagonal != distance and reach[diagonal - 1] < reach[diagonal + 1]
    )
    return reach[diagonal + 1] if down else reach[diagonal - 1] + 1


def _way_back(history: list[dict[int, int]], distance: int, x: int, y: int) -> _Pairs:
    found: _Pairs = []
    for steps in range(distance, -1, -1):
        reach, diagonal = history[steps], x - y
        begin = _stepped(reach, diagonal, steps)
        while x > begin:
            x, y = x - 1, y - 1
            found.append((x, y))
        if steps:
            from_below = diagonal == -steps or (
                diagonal != steps and reach[diagonal - 1] < reach[diagonal + 1]
            )
            x, y = (x, y - 1) if from_below else (x - 1, y)
    return found[::-1]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one fate as one; between kept pieces what was deleted comes first."""
    gone, come, kept = list[str](), list[str](), list[str]()
    for piece in pieces:
        if not piece.text:
            continue
        if piece.fate is Fate.KEPT:
            yield from _changed(gone, come)
            kept.append(piece.text)
            continue
        if kept:
            yield Piece(Fate.KEPT, "".join(kept))
            kept.clear()
        (gone if piece.fate is Fate.DELETED else come).append(piece.text)
    yield from _changed(gone, come)
    if kept:
        yield Piece(Fate.KEPT, "".join(kept))


def _changed(gone: list[str], come: list[str]) -> Iterator[Piece]:
    for fate, texts in ((Fate.DELETED, gone), (Fate.INSERTED, come)):
        if texts:
            yield Piece(fate, "".join(texts))
            texts.clear()


def _without_specks(pieces: list[Piece]) -> Iterator[Piece]:
    """A space or a comma between two replacements is replaced with them: it reads better."""
    for number, piece in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1
        speck = piece.fate is Fate.KEPT and "\n" not in piece.text and not _says(piece.text)
        if inner and speck and _replaced(pieces, number):
            yield Piece(Fate.DELETED, piece.text)
            yield Piece(Fate.INSERTED, piece.text)
        else:
            yield piece


def _says(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _replaced(pieces: list[Piece], number: int) -> bool:
    """Whether something was both deleted and inserted around a kept piece, on either side."""
    before = {piece.fate for piece in pieces[max(0, number - 2) : number]}
    after = {piece.fate for piece in pieces[number + 1 : number + 3]}
    both = {Fate.DELETED, Fate.INSERTED}
    return both <= before and both <= after
