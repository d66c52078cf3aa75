"""Mentions of people in a line: @Ruth, @Ruth Adeyemi, @"Ruth Adeyemi"; @me is the mentee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.folding import fold
from app.domain.ids import NO_ID, Id

MARK: Final = "@"
SIGNS: Final = ".,;:!?)"
"""What may follow the last word of a name, or of a day, and is no part of it."""

_CLOSING: Final = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb"}
"""Signs that a name can be put between."""

_TOKEN: Final = re.compile(r"\S+")
_OWNED: Final = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who can be mentioned."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who is meant: the mentee, or a person.

    With neither it is not settled: the `name` is nobody's, or that of each of the `candidates`.
    """

    mine: bool = False
    person: Id = NO_ID
    name: str = ""
    candidates: tuple[Id, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether it is known who is meant."""
        return self.mine or bool(self.person)


MINE: Final = Who(mine=True)


@dataclass(frozen=True, slots=True)
class People:
    """Those who can be mentioned, and the words for the mentee.

    Of several with the same first name the one who is `present` is meant.
    """

    known: tuple[Named, ...] = ()
    present: Id = NO_ID
    me: tuple[str, ...] = ("me",)

    def read(self, line: str, at: int, end: int) -> tuple[Who, int] | None:
        """Who is mentioned at a place of a line, and where the mention ends; None for nobody.

        A mention begins with its mark behind a space: an e-mail address holds none.
        """
        if not line.startswith(MARK, at, end) or (at > 0 and not line[at - 1].isspace()):
            return None
        closing = _CLOSING.get(line[at + 1 : at + 2]) if at + 1 < end else None
        if closing:
            return self._quoted(line, at + 2, closing, end)
        tokens = [found.span() for found in _TOKEN.finditer(line, at + 1, end)]
        if not tokens or tokens[0][0] != at + 1:
            return None
        return self._known(line, tokens) or self._unknown(line, *tokens[0])

    def written(self, who: Who) -> Iterator[str]:
        """How somebody can be mentioned, the shortest way first; not all ways leave no doubt."""
        if who.mine:
            yield from (f"{MARK}{word}" for word in self.me[:1])
            return
        names = [each.name for each in self.known if each.id == who.person] or [who.name]
        for name in names:
            yield from (f"{MARK}{first}" for first in name.split()[:1])
            yield f"{MARK}{name}"
            yield from (f"{MARK}{before}{name}{after}" for before, after in _CLOSING.items())

    def _quoted(self, line: str, at: int, closing: str, end: int) -> tuple[Who, int] | None:
        close = line.find(closing, at, end)
        name = line[at:close].strip()
        if close < 0 or not name:
            return None
        return self._called(name) or Who(name=name), close + 1

    def _known(self, line: str, tokens: Sequence[tuple[int, int]]) -> tuple[Who, int] | None:
        """The longest name of somebody known that stands here, or the mentee."""
        start = tokens[0][0]
        longest = max((len(each.name.split()) for each in self.known), default=0)
        for count in range(min(longest, len(tokens)), 0, -1):
            stop = tokens[count - 1][1]
            for end in dict.fromkeys((stop, _without_signs(line, start, stop))):
                if count == 1 and fold(line[start:end]) in map(fold, self.me):
                    return MINE, end
                who = self._called(line[start:end])
                if who:
                    return who, end
        first = _without_signs(line, *tokens[0])
        return (MINE, first) if fold(line[start:first]) in map(fold, self.me) else None

    def _unknown(self, line: str, start: int, stop: int) -> tuple[Who, int] | None:
        end = _without_signs(line, start, stop)
        name = line[start:end]
        if not name[:1].isalnum() or MARK in name:
            return None
        if _OWNED.search(name) and self._called(_OWNED.sub("", name)):
            return None  # "@Ruth's slides" are no action of hers
        return Who(name=name), end

    def _called(self, name: str) -> Who | None:
        """Whom a name means: all of theirs, else a word or a beginning of it."""
        wanted = _words(name)
        meant = [each for each in self.known if wanted in _names(each.name)] if wanted else []
        for closer in (
            [each for each in meant if _words(each.name) == wanted],
            [each for each in meant if each.name.casefold() == name.casefold()],
            [each for each in meant if each.name == name],
        ):
            meant = closer or meant
        if not meant:
            return None
        ids = tuple(each.id for each in meant)
        if len(ids) == 1 or self.present in ids:
            return Who(person=ids[0] if len(ids) == 1 else self.present)
        return Who(name=name, candidates=ids)


def _words(name: str) -> tuple[str, ...]:
    return tuple(filter(None, (fold(word) for word in name.split())))


def _names(name: str) -> set[tuple[str, ...]]:
    """What somebody answers to: the beginnings of their name, and each word of it."""
    words = _words(name)
    beginnings = {words[: at + 1] for at in range(len(words))}
    return beginnings | {(word,) for word in words}


def _without_signs(line: str, start: int, stop: int) -> int:
    return start + len(line[start:stop].rstrip(SIGNS))
