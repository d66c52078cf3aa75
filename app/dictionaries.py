"""The spelling dictionaries of this computer, found and read through Enchant.

Enchant keeps a word list of its own in the person's home. Nothing here ever adds to it: words that
a person takes for right lie in the vault.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_ENGLISH: Final = ("en_GB", "en_US", "en")


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The dictionary of one language."""

    tag: str
    _book: Any
    _error: type[Exception]

    def check(self, word: str) -> bool:
        """Whether the language knows a word; what Enchant cannot judge is not called wrong."""
        try:
            return bool(self._book.check(word))
        except (self._error, ValueError):
            return True

    def suggest(self, word: str) -> Sequence[str]:
        """Words of the language that are like this one, the likeliest first."""
        try:
            return tuple(self._book.suggest(word))
        except (self._error, ValueError):
            return ()


def installed() -> tuple[str, ...]:
    """The languages that this computer has a dictionary for, by tag; none without Enchant."""
    enchant = _library()
    if enchant is None:
        return ()
    try:
        return tuple(sorted(set(enchant.Broker().list_languages())))
    except (enchant.errors.Error, ValueError):
        return ()


def load(tags: Iterable[str]) -> tuple[Dictionary, ...]:
    """The dictionaries of these languages, without those that cannot be read; slow."""
    enchant = _library()
    if enchant is None:
        return ()
    error = enchant.errors.Error
    broker = enchant.Broker()
    loaded = []
    for tag in filter(None, tags):
        try:
            loaded.append(Dictionary(tag, broker.request_dict(tag), error))
        except (error, ValueError):
            continue
    return tuple(loaded)


def preferred(found: Sequence[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """The one language to begin with: the first that is wanted and there, else English."""
    for tag in (*wanted, *_ENGLISH):
        if tag in found:
            return (tag,)
        language = tag.partition("_")[0]
        near = [other for other in found if other.partition("_")[0] == language]
        if near:
            return (near[0],)
    return ()


@cache
def _library() -> ModuleType | None:
    """Enchant, or None where its library is not on this computer."""
    try:
        # Finding its library takes a while.
        return import_module("enchant")
    except (ImportError, OSError, AttributeError, AssertionError):
        return None
