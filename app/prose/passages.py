"""Finding a quoted passage again in a text that went on changing."""

from __future__ import annotations

import re
from typing import Final

_PASSED_OVER: Final = re.compile(r"[\s*_~`#>|\\\[\]()+-]+")
_COUNTED: Final = re.compile(r"[^\s*_~`#>|\\\[\]()+-]+")
"""All but white space and the signs that Markdown uses as marks."""


def find_passage(text: str, quote: str) -> tuple[int, int] | None:
    """Where the first passage that reads like a quote stands: its start, and its end.

    White space and Markdown's marks do not count, so a passage is found as long as its words and
    their order are the same, whatever changes around it.
    """
    sought = _PASSED_OVER.sub("", quote)
    start = _PASSED_OVER.sub("", text).find(sought) if sought else -1
    if start < 0:
        return None
    return _place(text, start), _place(text, start + len(sought) - 1) + 1


def has_words(quote: str) -> bool:
    """Whether a quote can be found again: it is more than white space and marks."""
    return _COUNTED.search(quote) is not None


def _place(text: str, counted: int) -> int:
    """The place of a sign that is the so-manieth of those that count."""
    for run in _COUNTED.finditer(text):
        length = run.end() - run.start()
        if counted < length:
            return run.start() + counted
        counted -= length
    return len(text)
