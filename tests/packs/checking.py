"""Makes one pack after the other, and looks for what must not be in its file."""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import AppError
from app.export import pdf
from app.operations.packs import WithheldTextFoundError, build
from app.sharing.compose import compose
from app.sharing.readback import Withheld, read_back
from app.sharing.withholding import NAME, secrets
from app.sharing.words import PackWords
from tests.packs.extracting import boiled, pdfium, poppler, qpdf, says_name, sound
from tests.packs.generating import Made

LONG = 12
TITLES = frozenset({"Dr"})
WORDS = PackWords()


@dataclass(slots=True)
class Tally:
    """What came of some packs; `leaks` and `refusals` say what and where."""

    packs: int = 0
    pages: int = 0
    looked_for: int = 0
    locked: int = 0
    meant: int = 0
    read: int = 0
    unsound: int = 0
    leaks: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count those of another tally as well."""
        for name in ("packs", "pages", "looked_for", "locked", "meant", "read", "unsound"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.leaks += other.leaks
        self.refusals += other.refusals
        self.errors += other.errors


def check(made: Made, tally: Tally, number: int) -> None:
    """Build a pack and search its file, as somebody who has only the file."""
    tally.packs += 1
    try:
        built = build(made.source, made.passphrase)
    except WithheldTextFoundError:
        tally.refusals += [f"{number}: {each}" for each in _refused(made)]
        tally.errors["refused"] += 1
        return
    except AppError as error:
        tally.errors[type(error).__name__] += 1
        tally.refusals.append(f"{number}: {type(error).__name__}")
        return
    tally.pages += built.pages
    tally.locked += built.passphrase
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pack.pdf")
        path.write_bytes(built.data)
        tally.unsound += not sound(path, made.passphrase)
        for reader in (poppler, pdfium, qpdf):
            text = reader(path, made.passphrase)
            said = boiled(text)
            tally.leaks += [
                f"{number}, {reader.__name__}: {each}" for each in _leaks(made, text, said, tally)
            ]
            if reader is qpdf:
                continue
            meant = [each for each in map(boiled, made.meant) if len(each) > LONG]
            tally.meant += len(meant)
            tally.read += sum(each in said for each in meant)


def _refused(made: Made) -> Iterator[str]:
    """What the gate found, and where; the app itself forgets the words."""
    hidden = secrets(made.source, WORDS)
    wanted = [
        Withheld(f"{each.field} {each.text!r}", each.text, each.field == NAME) for each in hidden
    ]
    data = pdf.build(compose(made.source, WORDS), made.passphrase).data
    yield from map(str, read_back(data, made.passphrase, wanted).findings)


def _by_chance(words: str, text: str, made: Made) -> bool:
    """Whether only the letters of a passage with symbols are there, which other words say, too."""
    letters, whole = boiled(words), boiled(words, signs=True)
    rest = boiled(" ".join(made.meant).replace(words, " "))
    return whole != letters and letters in rest and whole not in boiled(text, signs=True)


def _is_turned(words: str, made: Made) -> bool:
    """Whether one text that leaves has all these words, from right to left.

    Poppler gives the halves of such a line in another order, in which words meet that did not.
    """
    if not any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in words):
        return False
    wanted = {boiled(word) for word in words.split()}
    return any(wanted <= {boiled(word) for word in text.split()} for text in made.meant)


def _leaks(made: Made, text: str, said: str, tally: Tally) -> Iterator[str]:
    may = boiled(" ".join(made.meant))
    passages = {boiled(each.text) for each in made.source.passages}
    for words in made.withheld:
        wanted = boiled(words)
        if len(wanted) <= LONG or (wanted in may and wanted not in passages):
            continue
        tally.looked_for += 1
        if wanted not in said and wanted[::-1] not in said:
            continue
        # What was withheld by selecting it stands in a text that leaves: there it is no chance.
        turned = wanted not in passages and _is_turned(words, made)
        if not (turned or _by_chance(words, text, made)):
            yield f"{words!r}"
    for name in made.names:
        parts = [word for word in name.split() if word not in TITLES]
        for called in {" ".join(parts), parts[0], parts[-1]}:
            tally.looked_for += 1
            if says_name(text, called):
                yield f"name {called!r}"
    for each in made.ids:
        tally.looked_for += 1
        if boiled(each) in said:
            yield f"id {each}"
