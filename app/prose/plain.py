"""Markdown read at a glance: its words without the marks, quickly and without a parser."""

from __future__ import annotations

import re

_WHOLE_LINES = re.compile(
    r"^[ \t]*+(?:(?:```|~~~).*|(?:[-*_][ \t]*+){3,}+|\|?[ \t]*+:?-{2,}+[-:| \t]*+)$", re.MULTILINE
)
_LINE_STARTS = re.compile(
    r"^[ \t]*+(?:(?:>|[-+*]|\d{1,3}[.)]|#{1,6})(?:[ \t]++|$))*+(?:\[[ xX]\][ \t]++)?",
    re.MULTILINE,
)
_LINKS = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_STARS = re.compile(r"(?<!\\)(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|`+)")
_UNDERSCORES = re.compile(r"(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)")
_ESCAPES = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~])")
_PIPES = re.compile(r"^[ \t]*+\||\|[ \t]*+$|(?<=[ \t])\|(?=[ \t])", re.MULTILINE)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Kana and Han, written without spaces: each sign counts as a word, as word processors do."""


def plain(text: str) -> str:
    """The words of a text, line by line, without its Markdown marks."""
    bare = _WHOLE_LINES.sub("", text)
    bare = _LINE_STARTS.sub("", bare)
    # Looking for a mark is much quicker than for all that it may be part of.
    if "](" in bare:
        bare = _LINKS.sub(r"\1", bare)
    if "|" in bare:
        bare = _PIPES.sub(" ", bare)
    bare = _STARS.sub("", bare)
    if "_" in bare:
        bare = _UNDERSCORES.sub("", bare)
    return _ESCAPES.sub(r"\1", bare) if "\\" in bare else bare


def snippet(text: str, limit: int = 200) -> str:
    """The beginning of a text in one line of at most `limit` characters, for a list."""
    beginning = text.lstrip()[: limit * 4]
    line = " ".join(plain(beginning).split())
    if len(line) <= limit:
        return line
    cut = line[:limit]
    at_word = cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut[:-1]
    return at_word.rstrip() + "…"


def words(text: str) -> int:
    """How many words a text has; a mark that stands alone is none."""
    spaced = re.sub("[\u2013\u2014]", " ", text)
    unspaced = len(_UNSPACED.findall(spaced))
    rest = _UNSPACED.sub(" ", spaced) if unspaced else spaced
    return unspaced + sum(1 for word in rest.split() if _is_word(word))


def _is_word(token: str) -> bool:
    return token.isalpha() or any(sign.isalnum() for sign in token)
