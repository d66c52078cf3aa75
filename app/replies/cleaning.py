"""Somebody's words as plain text: what is not seen, or turns other signs around, is taken out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_LINE_ENDS = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_LANGUAGE = re.compile("\x1b[A-Za-z-]{2,12}\x1b")
"""PDF's mark of a language inside a text."""

_KEPT_FORMATS: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c")
"""Joiners of emoji and of many scripts, a place to break a line, and the plain direction marks."""

_FLAG: Final = "\U0001f3f4"
_TAGS: Final = ("\U000e0020", "\U000e007f")
_MARKS_ON_ONE: Final = 8
"""Accents on one letter; more of them paint over other lines."""

_MANY_LINES = re.compile("\n{3,}")
_SPACE_BEFORE_END = re.compile("[ \t]+\n")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text as it may be shown.

    Attributes:
        text: What is left.
        dropped: How many signs were taken out of it.
        cut: Whether it was longer than allowed.
    """

    text: str
    dropped: int = 0
    cut: bool = False


def cleaned(text: str, limit: int, *, lines: bool = True) -> Clean:
    """A text without hidden signs, composed (NFC), at most `limit` characters long.

    Without `lines` it becomes one line.
    """
    cut = len(text) > limit * 4
    text = _LANGUAGE.sub("", text[: limit * 4])
    text = _LINE_ENDS.sub("\n", _whole(text)).replace("\t", " ")
    kept = "".join(_seen(unicodedata.normalize("NFC", text)))
    dropped = len(unicodedata.normalize("NFC", text)) - len(kept)
    kept = unicodedata.normalize("NFC", kept)
    kept = " ".join(kept.split()) if not lines else _tidy(kept)
    return Clean(kept[:limit].rstrip(), dropped, cut or len(kept) > limit)


def _whole(text: str) -> str:
    """The text with pairs of surrogates joined; a lone one becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _tidy(text: str) -> str:
    """Lines without spaces at their ends, paragraphs apart by one empty line."""
    return _MANY_LINES.sub("\n\n", _SPACE_BEFORE_END.sub("\n", text + "\n")).strip("\n ")


def _seen(text: str) -> list[str]:
    kept: list[str] = []
    marks, flag = 0, False
    for sign in text:
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        tag = _TAGS[0] <= sign <= _TAGS[1]
        flag = sign == _FLAG or (flag and tag)
        if (tag and flag) or (not tag and marks <= _MARKS_ON_ONE and _shown(sign, kind)):
            kept.append(sign)
    return kept


def _shown(sign: str, kind: str) -> bool:
    if kind in ("Cc", "Cf"):
        return sign == "\n" or sign in _KEPT_FORMATS
    if kind == "Cn":  # signs that are newer than this Python stay, what never will be one goes
        return ord(sign) & 0xFFFE != 0xFFFE and not "\ufdd0" <= sign <= "\ufdef"  # noqa: PLR2004 - Unicode's noncharacters
    return kind not in ("Co", "Cs")
