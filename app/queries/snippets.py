"""A passage of a text around a hit, in one line and without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.domain.hits import Hits, Span
from app.prose import plain
from app.prose import snippet as opening

LIMIT: Final = 180
"""Characters of a snippet: two lines beside the list of saved searches."""

_BEFORE: Final = 48
_BACK: Final = 90
_AHEAD: Final = 220
_MARKS = re.compile(r"[*_`~\[\\|]|^[ \t]*[-+>#\d]", re.MULTILINE)
"""What may be Markdown; without any of it there is nothing to take away, which takes long."""

_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the places in it to light up."""

    text: str
    hits: tuple[Span, ...] = ()


def marked(hits: Hits, text: str) -> Marked:
    """A text with its hits."""
    return Marked(text, hits.spans(text))


def snippet(hits: Hits, texts: Iterable[str]) -> Marked:
    """The passage of some texts where the first hit is; else the beginning of the first text."""
    first = ""
    for text in texts:
        first = first or text
        found = _passage(hits, text)
        if found is not None:
            return found
    return marked(hits, opening(first, LIMIT))


def _passage(hits: Hits, text: str) -> Marked | None:
    """A passage with a hit; None where there is none, or only in an address."""
    at = hits.first(text)
    for _ in range(_TRIES):
        if at is None:
            return None
        start = max(text.rfind("\n", 0, at) + 1, at - _BACK)
        passage = text[start : at + _AHEAD]
        line = " ".join((plain(passage) if _MARKS.search(passage) else passage).split())
        found = hits.first(line)
        if found is not None:
            return marked(hits, _cut(line, found, whole=start == 0 or text[start - 1] == "\n"))
        at = hits.first(text, at + 1)
    return None


def _cut(line: str, at: int, *, whole: bool) -> str:
    """A line cut to the limit at words, so that a place in it is seen."""
    if at <= _BEFORE or len(line) <= LIMIT:
        start = 0
    else:
        start = line.find(" ", at - _BEFORE, at) + 1 or at - _BEFORE
    end = start + LIMIT
    if end < len(line):
        end = max(line.rfind(" ", at + 1, end), end - _BEFORE)
    before = "" if start == 0 and whole else "…"
    after = "" if end >= len(line) else "…"
    return before + line[start:end].strip() + after
