"""The changed parts of a comparison, with a few words around them, for where room is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.worddiff import Fate, Piece

AROUND: Final = 36
"""About how many characters of what stayed are shown on either side of a change."""

LIMIT: Final = 260
"""About how many characters are shown at all."""

_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some of the pieces of a comparison; `whole` says that no word of it is missing."""

    pieces: tuple[Piece, ...]
    whole: bool


def excerpt(pieces: Sequence[Piece], around: int = AROUND, limit: int = LIMIT) -> Excerpt:
    """What changed first, with the words beside it; what is left out stands as an ellipsis."""
    found, left, last = list[Piece](), limit, len(pieces) - 1
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.fate is Fate.KEPT:
            text = _edges(text, around, before=place > 0, after=place < last)
        shown = text if len(text) <= left else _head(text, left)
        found.append(Piece(piece.fate, shown))
        left -= len(shown)
        if shown != text or (left <= 0 and place < last):
            if shown == text:
                found.append(Piece(Fate.KEPT, _ELLIPSIS))
            break
    told = tuple(piece for piece in found if piece.text)
    return Excerpt(told, told == tuple(pieces))


def _edges(text: str, around: int, *, before: bool, after: bool) -> str:
    """The ends of what stayed: only the one that stands beside a change, or both."""
    room = around * (before + after)
    if len(text) <= room + len(_ELLIPSIS):
        return text
    head = _cut_end(text[:around]) if before else ""
    tail = _cut_start(text[-around:]) if after else ""
    return f"{head}{_ELLIPSIS}{tail}"


def _head(text: str, room: int) -> str:
    return _cut_end(text[: max(0, room)]) + _ELLIPSIS


def _cut_end(text: str) -> str:
    """The text without the word that it breaks off in, if there is another one."""
    place = max(text.rfind(" "), text.rfind("\n"))
    return text[:place] if place > 0 else text


def _cut_start(text: str) -> str:
    places = [place for place in (text.find(" "), text.find("\n")) if place >= 0]
    return text[min(places) + 1 :] if places else text
