"""Boils a text down to what counts of it, so that two texts can be compared in spite of layout.

What is left is NFKC, without case, without spaces, punctuation, hyphens, invisible characters and
signs of markup, and without the points of Arabic and Hebrew, which fonts draw where they like.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_VARIANTS = frozenset(map(chr, [0x20E3, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""They choose a look of the sign before them, such as a coloured one; paper has one look."""
_MARKUP = _VARIANTS | frozenset("`~^<>|\\•□\N{REPLACEMENT CHARACTER}\N{ARABIC TATWEEL}")
_SILENT = frozenset("CPZ")
"""Controls and unassigned characters, punctuation and spaces: the first letter of a category."""
_POINTED = (("\u0590", "\u05ff"), ("\u0600", "\u06ff"), ("\u08d3", "\u08ff"))
_JAMO_VOWEL, _JAMO_LAST = "\u1160", "\u11ff"


_FOREIGN = re.compile(r"[^\x00-\x7f]+")


class _Dropped(dict[int, int | None]):
    """For str.translate: characters that do not count become nothing."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = code if _counts(chr(code)) else None
        return kept


_DROPPED = _Dropped()


class Boiled:
    """A boiled text, and where in its source each character of it stood, from and to."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in _clusters(text):
            for character in _boiled_cluster(text[start:end]):
                kept.append(character)
                self.starts.append(start)
                self.ends.append(end)
        self.text = "".join(kept)

    def only(self, counts: Callable[[str], bool]) -> Boiled:
        """Those of its characters that count."""
        kept = [index for index, character in enumerate(self.text) if counts(character)]
        less = Boiled("")
        less.text = "".join(self.text[index] for index in kept)
        less.starts = [self.starts[index] for index in kept]
        less.ends = [self.ends[index] for index in kept]
        return less


def boiled(text: str) -> str:
    """The same as `Boiled(text).text`, many times faster."""
    if text.isascii():
        return text.encode("ascii").translate(_LOWER, _DROPPED_ASCII).decode("ascii")
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    few = folded.encode("utf-8", "surrogatepass").translate(None, _DROPPED_ASCII)
    return _FOREIGN.sub(_kept, few.decode("utf-8", "surrogatepass"))


def _kept(match: re.Match[str]) -> str:
    return match[0].translate(_DROPPED)


def _counts(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Mn" and any(first <= character <= last for first, last in _POINTED):
        return False
    return category[0] not in _SILENT and character not in _MARKUP


_boiled_cluster = lru_cache(maxsize=4096)(boiled)
_LOWER = bytes(range(256)).lower()
_DROPPED_ASCII = bytes(code for code in range(128) if not _counts(chr(code)))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with those that may compose with it, so that they do it alike everywhere."""
    start = 0
    if text.isascii():
        yield from zip(range(len(text)), range(1, len(text) + 1), strict=True)
        return
    for index in range(1, len(text) + 1):
        if index == len(text) or not _joins(text[index]):
            yield start, index
            start = index


@lru_cache(maxsize=4096)
def _joins(character: str) -> bool:
    """Whether a character may become one with the character before it."""
    if character.isascii():
        return False
    first = unicodedata.normalize("NFKC", character)[0]
    return unicodedata.category(first)[0] == "M" or _JAMO_VOWEL <= first <= _JAMO_LAST
