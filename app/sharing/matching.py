"""Finds a text in another in spite of what layout does to it.

Lines break, words are hyphenated or cut, ligatures and soft hyphens come in, quotation marks and
Markdown signs go. So both sides are first boiled down: NFKC, no case, no spaces, no hyphens, no
invisible characters and no marks of markup. Boiled down, "Rene" would be found in "are never", so
a text of fewer than `LONG` characters counts only where it begins and ends as a word does. (It
would also be found in "Serene"; that is no leak either.) Scripts written without spaces have no
such places, so their texts count anywhere.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONG = 12
ENOUGH = 0.6
"""A text is also looked for by its Latin, Greek and Cyrillic letters, if they are most of it."""

_MARKUP = frozenset("*_`~#>|\\•□\N{REPLACEMENT CHARACTER}")
_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zs", "Zl", "Zp", "Pd"})
_FIRST_RARE_SCRIPT, _MORE_LATIN = "\u0590", ("\u1e00", "\u1fff")


@dataclass(frozen=True, slots=True)
class _Boiled:
    """Characters that count, and for each where it stood."""

    text: str
    origins: list[int]


class Needle:
    """A text that is looked for in many others, boiled down once."""

    def __init__(self, text: str) -> None:
        self.whole = _boil(text, _counts).text
        self.common = _boil(text, _is_common).text


class Haystack:
    """A text that is searched many times."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = _boil(text, _counts)
        self._common = _boil(text, _is_common)

    def find(self, wanted: str | Needle) -> Iterator[int]:
        """Where it is in the text, by each occurrence; what has nothing to see is nowhere."""
        needle = Needle(wanted) if isinstance(wanted, str) else wanted
        yield from self._find(needle.whole, self._all)
        # A sign no font had is a square on the page: the letters around it still give it away.
        if needle.common != needle.whole and len(needle.common) >= ENOUGH * len(needle.whole):
            yield from self._find(needle.common, self._common)

    def _find(self, wanted: str, where: _Boiled) -> Iterator[int]:
        anywhere = len(wanted) >= LONG or any(_is_unspaced(c) for c in wanted)
        at = where.text.find(wanted) if wanted else -1
        while at >= 0:
            first, last = where.origins[at], where.origins[at + len(wanted) - 1]
            if anywhere or (self._is_edge(first) and self._is_edge(last + 1)):
                yield first
            at = where.text.find(wanted, at + 1)

    def _is_edge(self, index: int) -> bool:
        """Whether a word may begin or end before this place; also in "withRuth"."""
        before, after = self._text[index - 1 : index], self._text[index : index + 1]
        if not (_is_letter(before) and _is_letter(after)):
            return True
        return before.islower() and after.isupper()


def _boil(text: str, counts: Callable[[str], bool]) -> _Boiled:
    kept: list[str] = []
    origins: list[int] = []
    known: dict[str, str] = {}
    for index, cluster in _clusters(text):
        boiled = known.get(cluster)
        if boiled is None:
            boiled = known[cluster] = "".join(filter(counts, _folded(cluster)))
        for character in boiled:
            kept.append(character)
            origins.append(index)
    return _Boiled("".join(kept), origins)


def _folded(text: str) -> str:
    """The text without case, in its one composed form."""
    folded = unicodedata.normalize("NFKC", text.translate(_ALIKE)).casefold()
    return unicodedata.normalize("NFKC", folded).translate(_ALIKE)


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the marks that follow it, so that the two compose alike."""
    if text.isascii():
        yield from enumerate(text)
        return
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not unicodedata.combining(text[index]):
            yield start, text[start:index]
            start = index


def _counts(character: str) -> bool:
    return character not in _MARKUP and unicodedata.category(character) not in _UNSEEN


def _is_common(character: str) -> bool:
    first, last = _MORE_LATIN
    return character.isalnum() and (character < _FIRST_RARE_SCRIPT or first <= character <= last)


def _is_letter(character: str) -> bool:
    return character.isalnum() or (bool(character) and unicodedata.combining(character) > 0)


def _is_unspaced(character: str) -> bool:
    """Whether it belongs to a script without upper and lower case, as most unspaced ones do."""
    return unicodedata.category(character) == "Lo" and character >= _FIRST_RARE_SCRIPT
