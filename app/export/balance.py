"""Lines of about the same length, for a few words that take more than one: a title, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.export.lettering import Look
    from app.export.styles import Setter

STEPS: Final = 8


def balanced_width(words: str, look: Look, width: float, setter: Setter) -> float:
    """The least width in which the words take no more lines than in this one."""
    whole = setter.text(words, look, width)
    if whole is None or whole.height < 2 * look.leading:
        return width
    narrow, wide = 0.0, width
    for _ in range(STEPS):
        middle = (narrow + wide) / 2
        tried = setter.text(words, look, middle)
        if tried is not None and tried.height <= whole.height:
            wide = middle
        else:
            narrow = middle
    return wide


def by_sentence(words: str, look: Look, width: float, setter: Setter) -> str:
    """The words with the last sentence on a line of its own, if they need no more lines so."""
    before, end, last = words.rpartition(". ")
    whole = setter.text(words, look, width)
    if not end or whole is None or whole.height < 2 * look.leading:
        return words
    parted = f"{before}.\n{last}"
    lines = setter.text(parted, look, width)
    return parted if lines is not None and lines.height <= whole.height else words
