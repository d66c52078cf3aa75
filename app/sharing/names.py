"""How somebody is called in a text: by the whole name, or by its first or last word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from app.sharing.source import PackSource

_SHORTEST: Final = 2
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


def tag_words(tag: str) -> str:
    """A tag in words: it is rarely written as names are."""
    return re.sub(r"[\W_]+", " ", tag).strip().casefold()


def spans_in_tag(words: str, called: str) -> Iterator[tuple[int, int]]:
    """From where to where somebody is called so in the words of a tag."""
    name = tag_words(called)
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words) if name else ():
        yield found.span()
