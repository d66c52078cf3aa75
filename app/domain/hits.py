"""Where the words of a search stand in a text, in characters of that text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from app.domain.folding import (
    ALONE,
    LETTER,
    SHORT,
    fold,
    fold_with_places,
    keeps_places,
    place_of,
    stands_alone,
    words,
)
from app.domain.query import Query, Term

Span: TypeAlias = tuple[int, int]

_BETWEEN: Final = f"(?:(?!{LETTER}|{ALONE}).)"


class Hits:
    """Finds the words of a search the way the index does."""

    def __init__(self, query: Query) -> None:
        looked_for = [*query.terms, *_people(query)]
        found = {pattern for term in looked_for if (pattern := _pattern(term))}
        patterns = sorted(found, key=len, reverse=True)  # of two at one place the longer
        self._pattern = re.compile("|".join(patterns), re.DOTALL) if patterns else None

    def spans(self, text: str) -> tuple[Span, ...]:
        """Every place in a text, in order, none over another."""
        return tuple(self._each(text))

    def first(self, text: str, after: int = 0) -> int | None:
        """Where the first hit begins, at or behind a place of a text; quickly in a long one."""
        if self._pattern is None:
            return None
        folded = fold(text)
        if keeps_places(text):
            found = self._pattern.search(folded, after)
            return found.start() if found else None
        found = self._pattern.search(folded, len(fold(text[:after])))
        return place_of(text, found.start()) if found else None

    def _each(self, text: str) -> Iterator[Span]:
        if self._pattern is None:
            return
        if text.isascii():
            for found in self._pattern.finditer(fold(text)):
                yield found.span()
            return
        folded, places = fold_with_places(text)
        end = 0
        for found in self._pattern.finditer(folded):
            start, stop = places[found.start()], places[found.end() - 1] + 1
            # Two hits may lie in one character, such as a ligature.
            if start >= end:
                end = _with_marks(text, stop)
                yield start, end


def _with_marks(text: str, end: int) -> int:
    """The end moved past accents that stand as characters of their own."""
    while end < len(text) and not fold(text[end]):
        end += 1
    return end


def _people(query: Query) -> Iterable[Term]:
    return (Term(f.value, exact=True, start=0, end=0) for f in query.filters if f.name == "person")


def _pattern(term: Term) -> str:
    """A pattern over folded text; empty for a term without a word."""
    parts = words(term.text)
    if not parts:
        return ""
    first, last = parts[0], parts[-1]
    begins = term.exact or len(parts) > 1 or len(first) <= SHORT
    start = f"(?<!{LETTER})" if begins and not stands_alone(first) else ""
    end = f"(?!{LETTER})" if term.ends_whole and not stands_alone(last) else ""
    return start + _joined(parts) + end


def _joined(parts: list[str]) -> str:
    pattern = re.escape(parts[0])
    for before, after in pairwise(parts):
        spaced = not (stands_alone(before) or stands_alone(after))
        pattern += _BETWEEN + ("+" if spaced else "*") + re.escape(after)
    return pattern
