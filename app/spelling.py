"""Spelling: the words of a text that no chosen language knows, and what they could be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import chain, zip_longest
from typing import Final, Protocol

from app.clock import monotonic

MAX_LENGTH: Final = 20_000
"""Characters of one line that are looked through."""
MAX_WORD: Final = 60
SUGGESTIONS: Final = 6
_VERDICTS_KEPT: Final = 20_000
_LONGEST_SHORT_FORM: Final = 5
_LONGEST_SUGGESTED: Final = 30
_SUGGEST_SECONDS: Final = 0.15
"""Once so much time has passed, no further language is asked."""
_LATIN: Final = "LATIN"
# How Unicode's names of letters begin, for languages that are not written in Latin letters.
_SCRIPTS: Final = {
    "CYRILLIC": "be bg kk ky mk mn os ru tg tt uk",
    "ARABIC": "ar ckb fa ks ps sd ug ur",
    "HEBREW": "he yi",
    "DEVANAGARI": "bho hi kok mai mr ne sa",
    "GREEK": "el grc",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am ti",
    "BENGALI": "as bn",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "HANGUL": "ko",
}
_BOTH_SCRIPTS: Final = frozenset({"az", "bs", "sr", "uz"})

_HYPHENS: Final = "-\u2010\u2011"
_PART: Final = re.compile(rf"[^{_HYPHENS}]+")
_CHUNK: Final = re.compile('[^\\s()\\[\\]<>"\u201c\u201d\u201e\u00ab\u00bb]+')
_MASKED: Final = re.compile(
    r"(?<![`\\])(`+)(?!`)[^`]+\1(?!`)"  # code
    r"|(?<=\]\()[^()\s]*"  # where a link leads, or the image that is shown
    r"|<[^<>\s]*>"
)
# Addresses, files, tags and times are no words of a language.
_ODD: Final = re.compile(r"://|@|\\|^www\.|^[#/]|^~/|\w[.:]\w")

Span = tuple[int, int]


class Language(Protocol):
    """A language's dictionary, as `app.dictionaries` loads it."""

    @property
    def tag(self) -> str:
        """Such as en_GB."""

    def check(self, word: str) -> bool:
        """Whether the language knows a word."""

    def suggest(self, word: str) -> Sequence[str]:
        """Words of the language that are like this one."""


def normal(word: str) -> str:
    """A word as it is looked up, however its accents and apostrophes were typed."""
    plain = word.replace("\u00ad", "").replace("\u2019", "'")
    return unicodedata.normalize("NFC", plain)


@cache
def _word() -> re.Pattern[str]:
    """What a word looks like; made when it is first needed, as it takes a few milliseconds."""
    # Python's \w leaves out combining marks; joiners stand inside words, as does a soft hyphen.
    marks = "".join(c for c in map(chr, range(0x300, 0x3000)) if unicodedata.category(c)[0] == "M")
    inside = rf"[\w{marks}\u00ad\u200c\u200d]"
    return re.compile(rf"{inside}+(?:[{_HYPHENS}'\u2019]{inside}+)*")


def words(text: str) -> Iterator[Span]:
    """Where the words of a line stand; code, addresses, references and tags are left out."""
    text = text[:MAX_LENGTH]
    if "`" in text or "](" in text or "<" in text:
        text = _MASKED.sub(lambda found: " " * len(found[0]), text)
    for chunk in _CHUNK.finditer(text):
        if _ODD.search(chunk[0]) is None:
            for word in _word().finditer(text, *chunk.span()):
                lead = len(word[0]) - len(word[0].lstrip("_"))
                length = len(word[0].strip("_"))
                if length:
                    yield word.start() + lead, word.start() + lead + length


class Speller:
    """Judges words by several languages at once: a word is right if one of them knows it."""

    def __init__(self, languages: Sequence[Language], personal: Iterable[str] = ()) -> None:
        self._languages = tuple(languages)
        self._scripts = {script for known in languages for script in _scripts(known.tag)}
        self._verdicts: dict[str, bool] = {}
        self._personal: dict[str, str] = {}
        self.set_personal(personal)

    def set_personal(self, personal: Iterable[str]) -> None:
        """Take these words for right as well."""
        self._personal = {normal(word).casefold(): word for word in personal}
        self._verdicts.clear()

    def wrong(self, text: str) -> list[Span]:
        """Where the misspelt words of a line stand, from its beginning."""
        return [span for span in self.read(text) if span is not None]

    def read(self, text: str) -> Iterator[Span | None]:
        """The same word by word, with None for each that is right, so that others get a turn."""
        for start, end in words(text):
            word = text[start:end]
            if self.knows(word) or (text[end : end + 1] == "." and self.knows(f"{word}.")):
                yield None
                continue
            for part in _PART.finditer(word):
                right = part[0] != word and self.knows(part[0])
                yield None if right else (start + part.start(), start + part.end())

    def forget(self) -> None:
        """Drop every word that was looked up or is somebody's own."""
        self.set_personal(())

    def knows(self, word: str) -> bool:
        """Whether a word is right, or nothing that a dictionary could tell."""
        verdict = self._verdicts.get(word)
        if verdict is None:
            if len(self._verdicts) >= _VERDICTS_KEPT:
                self._verdicts.clear()
            verdict = self._verdicts[word] = self._judge(normal(word))
        return verdict

    def suggest(self, word: str) -> tuple[str, ...]:
        """What could be meant, the likeliest first; the languages take turns."""
        plain = normal(word)
        if not 1 < len(plain) <= _LONGEST_SUGGESTED:
            return ()
        close = get_close_matches(plain.casefold(), self._personal, 2, 0.8)
        own = [self._personal[found] for found in close]
        given: list[Sequence[str]] = []
        started = monotonic()
        for language in self._languages:
            given.append(language.suggest(plain))
            if monotonic() - started > _SUGGEST_SECONDS:
                break
        turns = chain.from_iterable(zip_longest(*given, fillvalue=""))
        curled = "\u2019" in word
        found = [one.replace("'", "\u2019") if curled else one for one in chain(own, turns)]
        return tuple(dict.fromkeys(one for one in found if one))[:SUGGESTIONS]

    # Private

    def _judge(self, word: str) -> bool:
        if not 1 < len(word) <= MAX_WORD or not self._can_tell(word) or self._known(word):
            return True
        if "'" not in word:
            return False
        return all(len(part) == 1 or self._known(part) for part in word.split("'"))

    def _known(self, word: str) -> bool:
        short = word.removesuffix("s")
        if short.isupper() and len(short) <= _LONGEST_SHORT_FORM:
            return True
        if word.casefold() in self._personal:
            return True
        return any(language.check(word) for language in self._languages)

    def _can_tell(self, word: str) -> bool:
        """Whether these are letters of a chosen language, all of them, and nothing else."""
        if word.isascii():
            digits = any(sign.isdigit() or sign == "_" for sign in word)
            return _LATIN in self._scripts and not digits
        return all(_fits(sign, self._scripts.__contains__) for sign in word)


def _fits(sign: str, writes: Callable[[str], bool]) -> bool:
    if sign.isalpha():
        return writes(unicodedata.name(sign, "").partition(" ")[0])
    return not sign.isalnum() and sign != "_"


def _scripts(tag: str) -> tuple[str, ...]:
    language = re.split(r"[_-]", tag, maxsplit=1)[0].lower()
    if language in _BOTH_SCRIPTS:
        return _LATIN, "CYRILLIC"
    named = (script for script, languages in _SCRIPTS.items() if language in languages.split())
    return (next(named, _LATIN),)
