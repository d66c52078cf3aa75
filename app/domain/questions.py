"""Questions to write about that somebody wrote for themselves."""

from __future__ import annotations

from typing import Final

OWN: Final = "own_questions"
"""The preference that keeps them, one a line."""
MIXED: Final = "own_questions_mixed"
"""The preference that says whether they are asked as the question of the day, too."""
COUNT_LIMIT: Final = 500


def questions(text: str) -> tuple[str, ...]:
    """The questions in a text, one a line, each once."""
    lines = (" ".join(line.replace("\0", "").split()) for line in text.split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))[:COUNT_LIMIT]
