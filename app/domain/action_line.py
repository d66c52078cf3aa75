"""An action as it is typed in flow: "@Ruth introduce me to the design lead by Fri".

A mention says who does it, "by" and a day when it is due. Both count only where they begin or end
the line, so that "stand by Ruth" and "go by Friday's plan" stay words. A backslash in front keeps
a mention or a "by" a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Final

from app.domain.days import ENGLISH, DayLanguage, read_day
from app.domain.folding import fold
from app.domain.mentions import MARK, MINE, SIGNS, People, Who

_ESCAPE: Final = "\\"
_TOKEN: Final = re.compile(r"\S+")
_PARTED: Final = re.compile(rf"[{re.escape(SIGNS)}]+(?=\s|$)\s*|\s+[-\u2013\u2014](?=\s|$)\s*|$")
"""What clearly ends a beginning: a sign, a dash, or the end of the line."""

_GAP: Final = re.compile(rf"{_PARTED.pattern}|\s+")
_PARTING: Final = ",;:"
_DASHES: Final = ("-", "\u2013", "\u2014")
_DAY_WORDS: Final = 6
"""Words a day has at most: "Friday the 1st of May 2026"."""

_DAY_LENGTH: Final = 60
"""Characters a day has at most."""


class Role(StrEnum):
    """What a part of a line is."""

    WORDS = "words"
    WHO = "who"
    DUE = "due"
    GAP = "gap"
    """What stands between the others: spaces, a comma, a backslash."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line; all of them make it up again."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class ActionLanguage:
    """The words of a language that an action line knows.

    Behind one of `before_names` a name at the end of a line is a word: "introduce me to @Ruth".
    """

    by: tuple[str, ...] = ("by",)
    before_names: tuple[str, ...] = (
        *("about", "and", "at", "by", "for", "from", "of", "on", "or", "to", "with"),
    )
    days: DayLanguage = ENGLISH


ENGLISH_LINES: Final = ActionLanguage()


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What a line says; where it names nobody the mentee does it."""

    words: str
    who: Who = MINE
    due: date | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reads and writes action lines on a day, among people who can be mentioned."""

    today: date
    people: People = field(default_factory=People)
    language: ActionLanguage = ENGLISH_LINES

    def read(self, line: str) -> ActionLine:
        """What a line says: every line says something."""
        reading = _Reading(self, line, 0, len(line))
        reading.skip_space()
        while reading.take_first():
            pass
        while reading.take_last():
            pass
        return reading.result()

    def write(self, action: ActionLine) -> str:
        """A line that says an action: the plainest that is read as it, where there is one."""
        wanted = replace(action, parts=())
        line = action.words
        for line in self._lines(action):
            if replace(self.read(line), parts=()) == wanted:
                break
        return line

    def as_words(self, line: str) -> str:
        """A line in which a mention is one of the words from now on."""
        parts = self.read(line).parts
        return "".join(_ESCAPE * (part.role is Role.WHO) + part.text for part in parts)

    def guarded(self, text: str) -> Iterator[int]:
        """Where a mention or a "by" begins, or the backslashes in front of one."""
        for token in _TOKEN.finditer(text):
            bare = token[0].lstrip(_ESCAPE)
            if bare.startswith(MARK) or self.is_by(bare):
                yield token.start()

    def is_by(self, word: str) -> bool:
        """Whether a word says that a day follows."""
        return fold(word) in map(fold, self.language.by)

    def is_before_name(self, word: str) -> bool:
        """Whether a word makes the name behind it one of the words."""
        return fold(word) in map(fold, self.language.before_names)

    def day(self, text: str) -> date | None:
        """The day of a text, not before today unless it says its year."""
        return read_day(text, self.today, self.language.days, ahead=True)

    def _lines(self, action: ActionLine) -> Iterator[str]:
        mentions = tuple(self.people.written(action.who))
        for words in (action.words, self._escaped(action.words)):
            for due in self._said(action.due):
                for mention in ("", *mentions) if action.who.mine else mentions:
                    yield " ".join(filter(None, (mention, words, due)))
                for mention in mentions:
                    yield f"{' '.join(filter(None, (mention, due)))}: {words}"

    def _said(self, due: date | None) -> Iterator[str]:
        if due is None:
            yield ""
            return
        by = self.language.by[0]
        month = self.language.days.months[due.month - 1][:2][-1]
        yield f"{by} {due.day} {month}"
        yield f"{by} {due.day} {month} {due.year}"
        yield f"{by} {due.isoformat()}"

    def _escaped(self, words: str) -> str:
        for at in reversed(tuple(self.guarded(words))):
            words = f"{words[:at]}{_ESCAPE}{words[at:]}"
        return words


@dataclass(slots=True)
class _Reading:
    """A line of which less and less is left, as what begins and ends it is taken off."""

    reader: LineReader
    line: str
    start: int
    end: int
    who: Who | None = None
    due: date | None = None
    head: list[Part] = field(default_factory=list)
    tail: list[Part] = field(default_factory=list)

    def result(self) -> ActionLine:
        """What was found; the words are what is left."""
        self._take_back(len(self._rest().rstrip()), Role.GAP)
        left = tuple(self._left())
        words = "".join(part.text for part in left if part.role is Role.WORDS)
        parts = (*self.head, *left, *reversed(self.tail))
        return ActionLine(words, self.who or MINE, self.due, parts)

    def skip_space(self) -> None:
        """Take the spaces in front."""
        self._take_front(self.end - len(self._rest().lstrip()), Role.GAP)

    def take_first(self) -> bool:
        """Take who or when from the beginning, if it begins with that."""
        stop = self._first_who()
        role = Role.WHO if stop else Role.DUE
        stop = stop or self._first_due()
        if not stop:
            return False
        self._take_front(stop, role)
        gap = _GAP.match(self.line, self.start, self.end)
        self._take_front(gap.end() if gap else self.start, Role.GAP)
        return True

    def take_last(self) -> bool:
        """Take who or when from the end, if it ends with that."""
        rest = self._rest().rstrip()
        for text in dict.fromkeys((rest, rest.rstrip(SIGNS))):
            stop = self.start + len(text)
            for token in _TOKEN.finditer(self.line, self.start, stop):
                role = self._last(token, stop)
                if role:
                    self._take_back(len(text), Role.GAP)
                    self._take_back(token.start() - self.start, role)
                    self._take_back(self._before_gap(), Role.GAP)
                    return True
        return False

    def _first_who(self) -> int:
        """Where the mention ends that the line begins with; 0 without one."""
        found = self._mention(self.start, self.end)
        if not found or not _GAP.match(self.line, found[1], self.end):
            return 0
        self.who, stop = found
        return stop

    def _first_due(self) -> int:
        """Where the day ends that the line begins with, clearly apart from the rest; 0 for none."""
        tokens = [*islice(_TOKEN.finditer(self.line, self.start, self.end), _DAY_WORDS + 1)]
        if self.due or not tokens or not self.reader.is_by(tokens[0][0]):
            return 0
        for last in reversed(tokens[1:]):
            stop = last.start() + len(last[0].rstrip(SIGNS))
            due = self.reader.day(self.line[tokens[0].end() : stop])
            if due and (self._parted(stop) or self._mention_follows(stop)):
                self.due = due
                return stop
        return 0

    def _last(self, token: re.Match[str], stop: int) -> Role | None:
        """What begins with a token and goes on to the end."""
        found = self._mention(token.start(), stop)
        if found and found[1] == stop and not self._follows_on(token.start()):
            self.who = found[0]
            return Role.WHO
        near = self.due is None and stop - token.end() <= _DAY_LENGTH
        near = near and self.line[stop - 1] not in SIGNS
        if near and self.reader.is_by(token[0]):
            self.due = self.reader.day(self.line[token.end() : stop])
        return Role.DUE if near and self.due else None

    def _mention(self, at: int, stop: int) -> tuple[Who, int] | None:
        return self.reader.people.read(self.line, at, stop) if self.who is None else None

    def _mention_follows(self, at: int) -> bool:
        bare = self.line[at : self.end].lstrip()
        return self._mention(self.end - len(bare), self.end) is not None

    def _parted(self, at: int) -> bool:
        return _PARTED.match(self.line, at, self.end) is not None

    def _follows_on(self, at: int) -> bool:
        """Whether the word before a place takes what is there for one of the words."""
        before = self.line[self.start : at].split()
        return bool(before) and self.reader.is_before_name(before[-1])

    def _before_gap(self) -> int:
        """How much is left without what parts it from what was taken behind it."""
        rest = self._rest().rstrip()
        bare = rest.rstrip(_PARTING) if rest else rest
        dashed = rest[-1:] in _DASHES and rest[-2:-1].isspace()
        return len(rest[:-1].rstrip() if dashed else bare)

    def _rest(self) -> str:
        return self.line[self.start : self.end]

    def _take_front(self, stop: int, role: Role) -> None:
        if stop > self.start:
            self.head.append(Part(self.line[self.start : stop], role))
            self.start = stop

    def _take_back(self, length: int, role: Role) -> None:
        """Leave so many characters and take the others."""
        at = self.start + length
        if at < self.end:
            self.tail.append(Part(self.line[at : self.end], role))
            self.end = at

    def _left(self) -> Iterator[Part]:
        """The words, each escaped one without its first backslash."""
        rest = self._rest()
        at = 0
        for guarded in self.reader.guarded(rest):
            if rest[guarded] == _ESCAPE:
                yield from _part(rest[at:guarded], Role.WORDS)
                yield Part(_ESCAPE, Role.GAP)
                at = guarded + 1
        yield from _part(rest[at:], Role.WORDS)


def _part(text: str, role: Role) -> Iterator[Part]:
    if text:
        yield Part(text, role)
