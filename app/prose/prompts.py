"""Prompts: the `_underscored_` passages of a template, shown until something is written there.

An underscored passage that somebody wrote is emphasis and is theirs. It is a prompt only where it
stands, word for word, in the template the text was begun from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PROMPT = re.compile(r"(?<![\w_])_(?=[^\s_])[^_\n]+(?<=\S)_(?![\w_])")


@dataclass(frozen=True, slots=True)
class Template:
    """What a text was begun from; an empty one asks nothing."""

    wordings: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()

    @classmethod
    def of(cls, body: str) -> Template:
        """The prompts of a template's body, and the lines that hold one."""
        wordings = frozenset(body[start:end] for start, end in prompts(body))
        lines = frozenset(line for line in body.split("\n") if prompts(line))
        return cls(wordings, lines)

    def standing(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the template's prompts still stand in a text, as (start, end)."""
        if not self.wordings:
            return ()
        return tuple(span for span in prompts(text) if text[slice(*span)] in self.wordings)


def prompts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the underscored passages of a text are, as (start, end) including the underscores."""
    return tuple(match.span() for match in _PROMPT.finditer(text))


def without_prompts(text: str, template: Template) -> str:
    """A text as it is kept: untouched lines with prompts are gone, and so are prompts in others."""
    if not template.standing(text):
        return text
    kept = (_without(line, template) for line in text.split("\n"))
    return "\n".join(line for line in kept if line is not None)


def kept_lines(text: str, template: Template) -> tuple[int, ...]:
    """The numbers, from 0, of the lines that `without_prompts` keeps, in their order."""
    lines = text.split("\n")
    return tuple(at for at, line in enumerate(lines) if _without(line, template) is not None)


def _without(line: str, template: Template) -> str | None:
    spans = template.standing(line)
    if not spans:
        return line
    bare = line
    for start, end in reversed(spans):
        bare = bare[:start] + bare[end:]
    written = any(sign.isalnum() for sign in bare)
    return bare.rstrip() if written and line not in template.lines else None
