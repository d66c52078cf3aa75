"""Text as search compares it: without case, accents and marks, in words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 100
"""Characters of one word; what is longer, such as pasted data, is cut into several."""

SHORT: Final = 2
"""Letters up to which a part of a word is taken for its beginning: nearly all words hold an e."""

_UNSPACED: Final = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    "\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Scripts written without spaces between words, such as Han, kana and Thai."""

_PICTURES: Final = "\u2190-\u2bff\u3030\u303d\U0001f000-\U0001fbff"
"""Emoji and the signs near them, each of which somebody may look for."""

ALONE: Final = f"[{_UNSPACED}{_PICTURES}]"
"""A folded character that is a word by itself."""

LETTER: Final = f"[^\\W_{_UNSPACED}{_PICTURES}]"
"""A folded character that is part of a word."""

_WORD = re.compile(f"{ALONE}|{LETTER}{{1,{LONGEST}}}")
_ASCII_WORD = re.compile(f"[0-9a-z]{{1,{LONGEST}}}")
_ALONE = re.compile(ALONE)
_IGNORED = {"Mn", "Mc", "Me", "Cf"}
_TATWEEL: Final = "\u0640"
"""Arabic's line between letters, which only makes a word longer."""


class _Folds(dict[int, str]):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        for _ in range(2):  # a compatible form may be a capital, and a small letter bear an accent
            folded = _bare(unicodedata.normalize("NFKD", _bare(folded).casefold()))
        self[code] = folded
        return folded


def _bare(text: str) -> str:
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKD", text)
        if unicodedata.category(sign) not in _IGNORED and sign != _TATWEEL
    )


_FOLDS = _Folds()


def fold(text: str) -> str:
    """A text as it is compared: each character by itself becomes none, one or several."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the one of `text` that it came from."""
    parts = [_FOLDS[ord(sign)] for sign in text]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def words(text: str) -> list[str]:
    """The folded words of a text, in order; a sign of an unspaced script is a word."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(fold(text))


def stands_alone(word: str) -> bool:
    """Whether a folded word is one sign that no longer word begins with."""
    return _ALONE.fullmatch(word) is not None
