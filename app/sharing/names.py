"""How somebody is called in a text: by the whole name, or by its first or last word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from app.sharing.source import PackSource

_SHORTEST: Final = 2
_UNSEEN: Final = "\N{SOFT HYPHEN}"
_MARKS: Final = range(0x300, 0x370)
_ACCENTED: Final = (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
_TITLES: Final = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "sir", "dame"})


def names_of(name: str, shared: Collection[str] = ()) -> tuple[str, ...]:
    """The ways to call somebody, the whole name first.

    Words that are `shared`, such as those of the reader's own name, and titles call nobody else.
    """
    words = [word for word in name.split() if word.rstrip(".").casefold() not in _TITLES]
    alone = [word for word in (*words[:1], *words[-1:]) if len(word) >= _SHORTEST]
    taken = {word.casefold() for word in shared}
    found = (each for each in (" ".join(words), *alone) if each.casefold() not in taken)
    return tuple(dict.fromkeys(each for each in found if each))


def names_read(source: PackSource) -> tuple[str, ...]:
    """The names that stand on paper anyhow: the mentee's and the reader's, and their words."""
    names = (source.owner.strip(), source.recipient.strip())
    return (*names, *(word for name in names for word in name.split()))


def bare(text: str) -> str:
    """A text of as many characters, without accents: names are often typed without theirs."""
    return text if text.isascii() else text.translate(_bare_letters())


@cache
def _bare_letters() -> dict[int, str]:
    letters = dict.fromkeys(_MARKS, _UNSEEN)
    for code in (code for codes in _ACCENTED for code in codes):
        first, *marks = tuple(unicodedata.normalize("NFD", chr(code)))
        if marks and all(ord(mark) in _MARKS for mark in marks):
            letters[code] = first
    return letters


def marks_after(text: str, end: int) -> int:
    """Where the accents end that stand behind a letter by themselves."""
    while end < len(text) and ord(text[end]) in _MARKS:
        end += 1
    return end


def tag_words(tag: str) -> str:
    """A tag in words: it is rarely written as names are."""
    return re.sub(r"[\W_]+", " ", bare(unicodedata.normalize("NFC", tag))).strip().casefold()


def spans_in_tag(words: str, called: str) -> Iterator[tuple[int, int]]:
    """From where to where somebody is called so in the words of a tag."""
    name = tag_words(called)
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words) if name else ():
        yield found.span()
