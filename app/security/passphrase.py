"""Choosing a passphrase: how hard one is to guess, and suggesting a good one.

zxcvbn and the random choice are imported inside the functions, so that unlocking does not wait
for what only choosing needs.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.security.errors import WeakPassphraseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MINIMUM_SCORE: Final = 3
SUGGESTED_WORDS: Final = 6
JUDGED_CHARACTERS: Final = 72
"""zxcvbn refuses more and slows down with length; what follows can only make it stronger."""


class Reason(StrEnum):
    """Why a passphrase is easy to guess, as a code that the window puts into words."""

    NONE = ""
    EMPTY = "empty"
    COMMON = "common"
    YOURS = "yours"
    NAME = "name"
    WORD = "word"
    KEYBOARD = "keyboard"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    SHORT = "short"


_DICTIONARIES: Final = {
    "passwords": Reason.COMMON,
    "user_inputs": Reason.YOURS,
    "surnames": Reason.NAME,
    "male_names": Reason.NAME,
    "female_names": Reason.NAME,
}
_PATTERNS: Final = {
    "spatial": Reason.KEYBOARD,
    "repeat": Reason.REPEAT,
    "sequence": Reason.SEQUENCE,
    "regex": Reason.DATE,
    "date": Reason.DATE,
}


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: score 0 to 4, why not harder, and bits of guessing."""

    score: int
    reason: Reason
    bits: float

    @property
    def is_enough(self) -> bool:
        """Whether a vault may be locked with it."""
        return self.score >= MINIMUM_SCORE


def normalise(passphrase: str) -> str:
    """The same passphrase whichever keyboard composed its characters (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def generate(words: int = SUGGESTED_WORDS) -> str:
    """Random words of the EFF long list with spaces between; about 12.9 bits for each."""
    from secrets import choice  # noqa: PLC0415 (see above)

    known = _words()
    return " ".join(choice(known) for _ in range(words))


def strength(passphrase: str, user_inputs: Iterable[str] = ()) -> Strength:
    """Judge a passphrase; `user_inputs` are things others know, such as names in the vault."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 (see above)

    judged = normalise(passphrase)[:JUDGED_CHARACTERS]
    if not judged.strip():
        return Strength(0, Reason.EMPTY, 0.0)
    known = [part for text in ("greenroom", *user_inputs) for part in (text, *text.split())]
    result = zxcvbn(judged, user_inputs=known, max_length=JUDGED_CHARACTERS)
    score = result["score"]
    reason = Reason.NONE if score >= MINIMUM_SCORE else _reason(result["sequence"])
    return Strength(score, reason, result["guesses_log10"] * math.log2(10))


def require_strong(passphrase: str, user_inputs: Iterable[str] = ()) -> None:
    """Raise WeakPassphraseError unless a vault may be locked with this passphrase."""
    judged = strength(passphrase, user_inputs)
    if not judged.is_enough:
        raise WeakPassphraseError(reason=judged.reason.value)


def _reason(sequence: Iterable[Mapping[str, object]]) -> Reason:
    longest = max(sequence, key=lambda match: len(str(match["token"])))
    pattern = str(longest["pattern"])
    if pattern == "dictionary":
        return _DICTIONARIES.get(str(longest["dictionary_name"]), Reason.WORD)
    return _PATTERNS.get(pattern, Reason.SHORT)


def _words() -> list[str]:
    from importlib.resources import files  # noqa: PLC0415 (see above)

    lines = (files("resources") / "content" / "words.txt").read_text("utf-8").splitlines()
    return [line.split("\t")[1] for line in lines]
