"""The code of a request, as it stands in a field, on paper or in a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from app.domain.forms import CODE_LETTERS, Asked

_SIGN: Final = f"[{CODE_LETTERS}OIL]"
_PRINTED = re.compile(
    rf"(?<![^\W_])({_SIGN}{{4}})[ \t]?[-\u2010-\u2015][ \t]?({_SIGN}{{4}})"
    rf"[ \t]?[-\u2010-\u2015][ \t]?({_SIGN}{{4}})(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_TAKEN_FOR = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PLAIN_LENGTH: Final = 12


def code_of(text: str) -> str:
    """The code that a field holds, in groups of four; empty where it holds none."""
    plain = re.sub("[^0-9A-Z]", "", text[:100].upper()).translate(_TAKEN_FOR)
    if len(plain) != _PLAIN_LENGTH or not set(plain) <= set(CODE_LETTERS):
        return ""
    return "-".join(plain[at : at + 4] for at in range(0, _PLAIN_LENGTH, 4))


def codes_in(text: str) -> list[str]:
    """The codes that are printed somewhere in a text, in order, each once."""
    found = (code_of("".join(match.groups())) for match in _PRINTED.finditer(text))
    return list(dict.fromkeys(code for code in found if code))


def with_codes(codes: Iterable[str], asked: Sequence[Asked]) -> list[Asked]:
    """The forms that went out with these codes, as far as they are known."""
    known = {code_of(each.code): each for each in asked}
    return [known[code] for code in dict.fromkeys(codes) if code in known]
