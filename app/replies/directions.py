"""A line of a script that runs from right to left, put together again from where its letters stand.

Programs write such a line into a file in any order: as it is read, as it is seen, word by word.
Only what is seen counts. Some draw it wrongly, from left to right: letters that stand only at the
end of a word tell so, and where there are none nobody can be sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from statistics import median
from typing import Final, Protocol

from app.domain.bidi import levels, mirrored, order

_LEFTWARD: Final = frozenset({"R", "AL"})
_GAP: Final = 0.36
"""The share of the height of most letters that two words are apart at least."""
_LAST: Final = "\u05da\u05dd\u05df\u05e3\u05e5\u0629\u0649"
"""Letters of Hebrew and Arabic that only end words."""
_ENDS = re.compile(rf"[{_LAST}](?!\w)")
_BEGINS = re.compile(rf"(?<!\w)[{_LAST}](?=\w)")
_SHAPED = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")


class Placed(Protocol):
    """A letter and its sides."""

    @property
    def sign(self) -> str:
        """Which it is."""

    @property
    def left(self) -> float:
        """Its left side."""

    @property
    def right(self) -> float:
        """Its right side."""

    @property
    def top(self) -> float:
        """Its top, from above."""

    @property
    def bottom(self) -> float:
        """Its bottom, from above."""


def runs_leftward(text: str) -> bool:
    """Whether there is a letter of a script from right to left in a text."""
    return any(unicodedata.bidirectional(sign) in _LEFTWARD for sign in text)


def read_line(letters: Sequence[Placed]) -> tuple[str, bool]:
    """The line as it is read, and whether that is sure."""
    seen = _as_seen(letters)
    text = "".join(seen)
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    base = int(sum(kind in _LEFTWARD for kind in kinds) * 2 >= kinds.count("L"))
    # What is turned twice is as it was: the order of reading is made as that of seeing would be.
    depth = levels("".join(each[0] for each in seen), base)
    turned = [_facing(seen[at], depth[at]) for at in order(depth)]
    read, plain = _unshaped("".join(turned)), _unshaped(text)
    right, wrong = _evidence(read), _evidence(plain)
    return (plain if wrong > right else read), right != wrong


def _facing(cluster: str, depth: int) -> str:
    return mirrored(cluster) if depth % 2 else cluster


def _as_seen(letters: Sequence[Placed]) -> list[str]:
    """The letters from left to right, each with its marks, and spaces where there is room."""
    bases = sorted(
        (each for each in letters if not (_is_mark(each.sign) or each.sign.isspace())),
        key=lambda each: each.left + each.right,
    )
    signs = [each.sign for each in bases]
    for mark in (each for each in letters if _is_mark(each.sign)):
        middle = (mark.left + mark.right) / 2
        near = [abs((each.left + each.right) / 2 - middle) for each in bases]
        if near:
            signs[near.index(min(near))] += mark.sign
    gap = _GAP * median([each.bottom - each.top for each in bases] or [0.0])
    seen: list[str] = []
    for at, each in enumerate(bases):
        before = bases[at - 1] if at else None
        if before and each.left - before.right > gap:
            seen.append(" ")
        seen.append(signs[at])
    return seen


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me")


def _evidence(text: str) -> int:
    """How many words end as words do, less those that begin so."""
    return len(_ENDS.findall(text)) - len(_BEGINS.findall(text))


def _unshaped(text: str) -> str:
    """A text without the forms that letters have beside others."""
    return _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
