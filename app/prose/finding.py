"""Words found in a text that is open: accents and, unless asked for, case do not matter.

The text is folded sign by sign, so that the places of what is found are right in the text itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_PARTS_OF_SIGNS = frozenset({7, 8, 9})
"""Combining classes that change which letter a sign is: without them it is another word."""
_HANGUL = ("\uac00", "\ud7a3")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    words: str
    case: bool = False
    whole: bool = False


class Findable:
    """A text that is searched many times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: dict[bool, _Folded] = {}

    def hits(self, wanted: Wanted) -> list[tuple[int, int]]:
        """Where the words are, as (start, end), one after the other."""
        folds = {sign: _fold(sign, case=wanted.case) for sign in set(wanted.words)}
        needle = "".join(folds[sign] for sign in wanted.words)
        if not needle:
            return []
        found = self._fold(case=wanted.case).spans(needle)
        return [span for span in found if not wanted.whole or self._is_whole(*span)]

    def _fold(self, *, case: bool) -> _Folded:
        if case not in self._folded:
            self._folded[case] = _folded(self.text, case=case)
        return self._folded[case]

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.text
        before = start > 0 and _in_word(text[start - 1]) and _in_word(text[start])
        after = end < len(text) and _in_word(text[end]) and _in_word(text[end - 1])
        return not before and not after


@dataclass(frozen=True, slots=True)
class _Folded:
    """A folded text, and where each sign of it came from; None where no place moved."""

    text: str
    origins: list[int] | None
    length: int

    def spans(self, needle: str) -> Iterator[tuple[int, int]]:
        at = self.text.find(needle)
        while at >= 0:
            end = at + len(needle)
            start, stop = self._origin(at), self._origin(end - 1) + 1
            # What was folded away behind a letter, such as its accent, belongs to it.
            following = self._origin(end) if end < len(self.text) else self.length
            yield start, max(stop, following)
            while end < len(self.text) and self._origin(end) < stop:
                end += 1
            at = self.text.find(needle, end)

    def _origin(self, place: int) -> int:
        return place if self.origins is None else self.origins[place]


def _folded(text: str, *, case: bool) -> _Folded:
    folds = {sign: _fold(sign, case=case) for sign in set(text)}
    if all(len(fold) == 1 for fold in folds.values()):
        table = str.maketrans({sign: fold for sign, fold in folds.items() if sign != fold})
        return _Folded(text.translate(table), None, len(text))
    parts: list[str] = []
    origins: list[int] = []
    for place, sign in enumerate(text):
        fold = folds[sign]
        parts.append(fold)
        origins += [place] * len(fold)
    return _Folded("".join(parts), origins, len(text))


@cache
def _fold(sign: str, *, case: bool) -> str:
    if _HANGUL[0] <= sign <= _HANGUL[1]:
        return sign
    parts = unicodedata.normalize("NFKD", sign)
    bare = "".join(part for part in parts if not _is_accent(part))
    return bare if case else bare.casefold()


def _is_accent(sign: str) -> bool:
    kind = unicodedata.combining(sign)
    return bool(kind) and kind not in _PARTS_OF_SIGNS


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or bool(unicodedata.combining(sign))
