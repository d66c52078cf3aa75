"""Puts lines that were read from left to right into the order in which they are read aloud.

A page does not say in which direction a paragraph runs, so that there are two ways to read a line
with Hebrew or Arabic in it. PDF readers choose one of them by rules of their own, word by word.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

from app.domain.bidi import levels, order

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")


def has_leftward(text: str) -> bool:
    """Whether anything in a text is written from right to left."""
    return not text.isascii() and _LEFTWARD.search(text) is not None


def turned(text: str) -> tuple[str, str]:
    """The lines of a text as seen, read as if all began at the left, and as if at the right."""
    lines = text.split("\n")
    return "\n".join(_line(line, 0) for line in lines), "\n".join(_line(line, 1) for line in lines)


def _line(line: str, base: int) -> str:
    # The rules that turn a line as it is read into one as it is seen turn it back as well.
    if not has_leftward(line):
        return line
    # But digits beside Arabic would be turned by letters that stand behind them here.
    alike = "".join("א" if bidirectional(c) == "AL" else c for c in line)
    return "".join(line[place] for place in order(levels(alike, base)))
