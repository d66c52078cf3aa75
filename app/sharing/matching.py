"""Finds a text in another in spite of what layout does to it.

Lines break, words are hyphenated or cut, ligatures and soft hyphens come in, quotation marks and
Markdown signs go. So both sides are first boiled down (see `boiling`). Boiled down, "Rene" would
be found in "are never", so a text of fewer than `LONG` characters counts only where it begins and
ends as a word does. (It would also be found in "Serene"; that is no leak either.) Scripts written
without spaces have no such places, so their texts count anywhere.

A name is always a whole word, and "Ina" is not in "In a week". One of at most `PLAIN_WORD`
letters counts only where it begins with a capital, for "Will" and "Mark" are words, too; in an
address of mail or of a page and behind a # it counts all the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from app.sharing.boiling import Boiled, boiled

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 12
PLAIN_WORD = 5
ENOUGH = 0.6
"""A text is also looked for by its Latin, Greek and Cyrillic letters, if they are most of it."""

_GRAM = 12
_ENOUGH_GRAMS = 2 * _GRAM - 1
_WORTH_IT = 20_000
_SQUARES = "□\N{REPLACEMENT CHARACTER}"
_HYPHENS = frozenset("\x02\xad\ufffe")
"""What stands for a hyphen that layout put in, besides dashes themselves."""
_EMPHASIS = frozenset("*_~`")
_FIRST_RARE_SCRIPT, _MORE_LATIN = "\u0590", ("\u1e00", "\u1fff")
_UNSPACED = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\ua4cf"), ("\uf900", "\ufaff"))
_PLANES_OF_HAN = ("\U00020000", "\U0003ffff")
_HANGUL = ("\uac00", "\ud7a3")
_PREFIXES = frozenset("משהוכלבوفبلكا")
"""Letters that Hebrew and Arabic write joined to the front of a name: and, to, in, from, the."""
_MOST_PREFIXES = 3
_ADDRESS = re.compile("[@#]|://|www[.]")


class Needle:
    """A text that is looked for in many others, boiled down once.

    With `name` it is the name of somebody, which is to be found as a whole word.
    """

    def __init__(self, text: str, *, name: bool = False) -> None:
        self.name = name
        self._source = text.strip()
        self.whole = boiled(text)

    @cached_property
    def common(self) -> str:
        """Its Latin, Greek and Cyrillic letters."""
        return "".join(filter(_is_common, self.whole))

    @cached_property
    def anywhere(self) -> bool:
        """Whether it counts inside of words, too."""
        if self.name:
            return any(_is_unspaced(c) for c in self.whole)
        return self.long or any(_has_no_case(c) for c in self.whole)

    @property
    def long(self) -> bool:
        """Whether it is too long to be anywhere by chance."""
        return len(self.whole) >= LONG

    @cached_property
    def gaps(self) -> frozenset[int]:
        """Before which of its characters there is a space or a hyphen."""
        return frozenset(_gaps(self._source, Boiled(self._source)))

    @cached_property
    def around(self) -> tuple[str, str]:
        """What stands before and after the characters that count: quotation marks, a full stop."""
        where = Boiled(self._source)
        return self._source[: where.starts[0]], self._source[where.ends[-1] :]


class Haystack:
    """A text that is searched many times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._boiled = boiled(text)

    def find(self, wanted: str | Needle) -> Iterator[int]:
        """Where it begins, by each occurrence; what has nothing to see is nowhere."""
        needle = Needle(wanted) if isinstance(wanted, str) else wanted
        for start, _ in self.spans(needle):
            yield start
        if not self._squares or len(needle.common) < ENOUGH * len(needle.whole):
            return
        # A sign no font had is a square on the page: the letters around it still give it away.
        if needle.common != needle.whole and needle.common in self._common_text:
            for start, end in self._found(needle, needle.common, self._common):
                if any(square in self.text[max(start - 2, 0) : end + 2] for square in _SQUARES):
                    yield start

    def has(self, wanted: Needle) -> bool:
        """Whether it is there at all."""
        return any(True for _ in self.spans(wanted))

    def spans(self, needle: Needle) -> Iterator[tuple[int, int]]:
        """From where to where each occurrence goes; no two of them overlap."""
        if needle.whole and self._may_have(needle.whole) and needle.whole in self._boiled:
            yield from self._found(needle, needle.whole, self._all)

    def _may_have(self, wanted: str) -> bool:
        """Whether it is worth looking: many long texts are asked for one after the other."""
        if len(wanted) < _ENOUGH_GRAMS or len(self._boiled) < _WORTH_IT:
            return True
        return not self._grams.isdisjoint(wanted[at : at + _GRAM] for at in range(_GRAM))

    @cached_property
    def _grams(self) -> frozenset[str]:
        """The text in pieces; one of them is in any text of twice their length that is there."""
        text = self._boiled
        return frozenset(text[at : at + _GRAM] for at in range(0, len(text), _GRAM))

    @cached_property
    def _all(self) -> Boiled:
        return Boiled(self.text)

    @cached_property
    def _squares(self) -> bool:
        return any(square in self.text for square in _SQUARES)

    @cached_property
    def _common_text(self) -> str:
        return "".join(filter(_is_common, self._boiled))

    @cached_property
    def _common(self) -> Boiled:
        return self._all.only(_is_common)

    def _found(self, needle: Needle, wanted: str, where: Boiled) -> Iterator[tuple[int, int]]:
        at = where.text.find(wanted) if wanted else -1
        while at >= 0:
            last = at + len(wanted) - 1
            start, end = where.starts[at], where.ends[last]
            counts = self._is_word(needle, start, end)
            if counts:
                yield start, end
            at = where.text.find(wanted, last + 1 if counts else at + 1)

    def _is_word(self, needle: Needle, start: int, end: int) -> bool:
        if needle.name:
            return self._is_name(needle, start, end)
        return needle.anywhere or (self._is_edge(start) and self._is_edge(end))

    def _is_edge(self, index: int) -> bool:
        """Whether a word may begin or end before this place; also in "withRuth"."""
        before, after = self.text[index - 1 : index], self.text[index : index + 1]
        if not (_is_letter(before) and _is_letter(after)):
            return True
        return before.islower() and after.isupper()

    def _is_name(self, needle: Needle, start: int, end: int) -> bool:
        text = self.text[start:end]
        letters = sum(map(_is_letter, needle.whole))
        plain = letters <= PLAIN_WORD and text[:1].islower()
        if plain and not self._in_address(start, end):
            return False
        if not needle.anywhere and (self._word_before(start) or self._goes_on(end)):
            return False
        # Long names may have been cut at the end of a line, without a hyphen.
        gaps = _gaps(text, Boiled(text), cut=letters > PLAIN_WORD)
        return needle.gaps.issuperset(gaps)

    def _in_address(self, start: int, end: int) -> bool:
        """Whether it stands in an address or behind a #, where names are written small."""
        while start and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return _ADDRESS.search(self.text, start, end) is not None

    def _goes_on(self, index: int) -> bool:
        """Whether a word goes on here; Korean writes its particles joined to a name."""
        after, (first, last) = self.text[index : index + 1], _HANGUL
        return _is_letter(after) and not first <= after <= last

    def _word_before(self, index: int) -> str:
        """The letters that stand joined to this place, but for prefixes of Hebrew and Arabic."""
        start = index
        while start and _is_letter(self.text[start - 1]):
            start -= 1
        word = self.text[start:index]
        prefixed = len(word) <= _MOST_PREFIXES and _PREFIXES.issuperset(word)
        return "" if prefixed else word


def spans(text: str | Haystack, wanted: Needle) -> Iterator[tuple[int, int]]:
    """From where to where a passage or a name stands in a plain text, in the order of the text.

    The marks that stand around the passage, such as its full stop, go with it where they are.
    """
    if not wanted.whole:
        return
    haystack = text if isinstance(text, Haystack) else Haystack(text)
    text = haystack.text
    for start, end in haystack.spans(wanted):
        before, after = wanted.around
        yield (
            start - len(before) if text.endswith(before, 0, start) else start,
            end + len(after) if text.startswith(after, end) else end,
        )


def _gaps(text: str, where: Boiled, *, cut: bool = False) -> Iterator[int]:
    """Before which characters that count a word ends, for all that can be told from a layout.

    A hyphen with a line break is one that layout may have put in; so is a break by itself, if a
    word may have been cut.
    """
    for index in range(1, len(where.text)):
        between = text[where.ends[index - 1] : where.starts[index]]
        broken = "\n" in between or "\r" in between
        if broken and (cut or any(_is_hyphen(c) for c in between)):
            continue
        if any(c not in _EMPHASIS and (c.isspace() or not _is_unseen(c)) for c in between):
            yield index


def _is_hyphen(character: str) -> bool:
    return character in _HYPHENS or unicodedata.category(character) == "Pd"


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character)[0] == "C"


def _is_common(character: str) -> bool:
    first, last = _MORE_LATIN
    return character.isalnum() and (character < _FIRST_RARE_SCRIPT or first <= character <= last)


def _is_letter(character: str) -> bool:
    return character.isalnum() or (bool(character) and unicodedata.category(character)[0] == "M")


def _has_no_case(character: str) -> bool:
    """Whether it belongs to a script without upper and lower case, as most unspaced ones do."""
    return unicodedata.category(character) == "Lo" and character >= _FIRST_RARE_SCRIPT


def _is_unspaced(character: str) -> bool:
    ranges = (*_UNSPACED, _PLANES_OF_HAN)
    return any(first <= character <= last for first, last in ranges)
