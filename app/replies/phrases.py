"""Finds known words in a message, however it was wrapped, quoted and emphasised on its way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.domain.folding import fold_with_places, stands_alone, words

_QUOTED: Final = re.compile(r"^[ \t]*(?:[>|]+[ \t]?)+", re.MULTILINE)
_BETWEEN: Final = r"[\W_]*"
_BEGINNING: Final = re.compile(r"(?:[^\w\n]|_)*(?:q?(\d{1,2})[.):]+(?:[^\w\n]|_)*)?", re.IGNORECASE)
_END: Final = re.compile(r"[*_\s]*(?:[:?.=\u2013\u2014\uff1a\uff1f-]+[*_]*|$)")
_TICKED: Final = re.compile(
    r"\s*(?:[-*\u2022]\s+)?(?:[\[(]\s*(?P<sign>[xX\u2713\u2714\u2717\u2718*+]?)\s*[\])]"
    r"|(?P<empty>[\u2610\u25cb\u25ef])|(?P<full>[\u2611\u2612\u2713\u2714\u25c9\u25cf]))(?P<text>.*)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins with a label: the number before it, and what follows it."""

    number: int
    rest: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with a box before it: whether the box is marked, and what stands beside it."""

    marked: bool
    text: str


def unquoted(text: str) -> str:
    """A message without the marks of quoting before its lines."""
    return _QUOTED.sub("", text)


def without(text: str, known: str) -> str:
    """A text without the lines that say a known text, and nothing else."""
    pattern = _pattern(known)
    if pattern is None:
        return text
    folded, places = fold_with_places(text)
    parts, end = [], 0
    for found in pattern.finditer(folded):
        first, last = places[found.start()], places[found.end() - 1] + 1
        start = text.rfind("\n", 0, first) + 1
        stop = text.find("\n", last)
        stop = len(text) if stop < 0 else stop
        alone = not words(text[start:first]) and not words(text[last:stop])
        if alone and start >= end:
            parts.append(text[end:start])
            end = stop
    return "".join(parts) + text[end:]


def heading(lines: str, label: str) -> Heading | None:
    """How a text that begins here begins with a label, if it does so as a heading."""
    pattern = _pattern(label)
    begun = _BEGINNING.match(lines)
    if pattern is None or begun is None:
        return None
    for start, number in ((begun.end(), int(begun[1] or 0)), (0, 0)):
        folded, places = fold_with_places(lines[start:])
        found = pattern.match(folded)
        if not found:
            continue
        rest = lines[start + places[found.end() - 1] + 1 :]
        ended = _END.match(_closed(rest).split("\n", 1)[0])
        if ended:
            return Heading(number, _closed(rest)[ended.end() :])
    return None


def tick(line: str) -> Tick | None:
    """The box before a line, if there is one."""
    found = _TICKED.fullmatch(line)
    if not found:
        return None
    return Tick(bool(found["sign"] or found["full"]), found["text"].strip())


def _closed(rest: str) -> str:
    """What follows a label, without the brackets and quotation marks that it ended with."""
    return rest.lstrip(")]}\u201d\u2019\"'\u00bb")


@lru_cache(maxsize=512)
def _pattern(known: str) -> re.Pattern[str] | None:
    """The words of a text one after another, whatever parts them; None where it has none."""
    wanted = words(known)
    if not wanted:
        return None
    ends = "" if stands_alone(wanted[-1]) else r"(?![^\W_])"
    starts = "" if stands_alone(wanted[0]) else r"(?<![^\W_])"
    return re.compile(starts + _BETWEEN.join(map(re.escape, wanted)) + ends)
