"""Text as search compares it: without case, accents and marks, in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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
_FEW: Final = 24
"""Distinct characters beyond ASCII up to which they are looked for one by one."""

_IGNORED = {"Mn", "Mc", "Me", "Cf"}
_TATWEEL: Final = "\u0640"
"""Arabic's line between letters, which only makes a word longer."""


class _Folds(dict[int, str]):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        for _ in range(2):  # a compatible form may be a capital, and a small letter bear an accent
            folded = _bare(unicodedata.normalize("NFKD", _bare(folded).casefold()))
        if folded and not _WORD.search(folded):
            folded = chr(code)  # what parts words stays one character, as most do
        self[code] = folded
        return folded


def _bare(text: str) -> str:
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKD", text)
        if unicodedata.category(sign) not in _IGNORED and sign != _TATWEEL
    )


_FOLDS = _Folds()
_ONES: set[str] = set()
"""Characters that are known to stay one character."""


def _lowers_alone(sign: str) -> bool:
    """Whether what a character becomes is left alone by `lower`, unlike Cherokee's letters."""
    folded = _FOLDS[ord(sign)]
    return folded.lower() == folded


def fold(text: str) -> str:
    """A text as it is compared: each character by itself becomes none, one or several."""
    if text.isascii():
        return text.lower()
    odd = [sign for sign in set(text) if sign > "\x7f"]
    if len(odd) > _FEW or not all(map(_lowers_alone, odd)):
        return text.translate(_FOLDS)
    for sign in odd:  # much quicker than to look at each character, where few are special
        text = text.replace(sign, _FOLDS[ord(sign)])
    return text.lower()


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the one of `text` that it came from."""
    if keeps_places(text):
        return fold(text), range(len(text))
    parts = [_FOLDS[ord(sign)] for sign in text]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def keeps_places(text: str) -> bool:
    """Whether each character of a text stays one when it is folded, as in most texts."""
    if text.isascii():
        return True
    for sign in set(text) - _ONES:
        if len(_FOLDS[ord(sign)]) != 1:
            return False
        _ONES.add(sign)
    return True


def place_of(text: str, folded_at: int) -> int:
    """Which character of a text became the one at a place of its folded form.

    Only the characters that do not become one are looked at: most texts have few.
    """
    odd = "".join(sign for sign in set(text) if len(_FOLDS[ord(sign)]) != 1)
    more = 0
    for found in re.finditer(f"[{re.escape(odd)}]", text) if odd else ():
        became = len(_FOLDS[ord(found[0])])
        if folded_at < found.start() + more:
            break
        if folded_at < found.start() + more + became:
            return found.start()
        more += became - 1
    return folded_at - more


def words(text: str) -> list[str]:
    """The folded words of a text, in order; a sign of an unspaced script is a word."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(fold(text))


def stands_alone(word: str) -> bool:
    """Whether a folded word is one sign that no longer word begins with."""
    return _ALONE.fullmatch(word) is not None
