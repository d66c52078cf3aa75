"""The length of a text that is being written, kept without counting all of it again."""

from __future__ import annotations

from app.prose.plain import words


class WordCount:
    """Counts a text's words; of the next text, only in the lines that differ."""

    def __init__(self) -> None:
        self._text = ""
        self._words = 0

    def of(self, text: str) -> int:
        """How many words the text has."""
        before = self._text
        if text != before:
            start = before.rfind("\n", 0, _alike(before, text)) + 1
            old, new = before[start:], text[start:]
            same = old[len(old) - _alike(old[::-1], new[::-1]) :]
            # Whole lines only: a word may have grown at its beginning.
            same = same[same.find("\n") :] if "\n" in same else ""
            self._words += words(_without(new, same)) - words(_without(old, same))
            self._text = text
        return self._words


def _without(text: str, end: str) -> str:
    return text[: len(text) - len(end)]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common, found by halves."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
