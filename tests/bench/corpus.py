"""A journal of any length, always the same, with things planted in it whose number is known."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from random import Random

SEED = 20_260_520
FIRST = datetime(2015, 1, 5, tzinfo=UTC)
YEARS = 20
VOCABULARY = 30_000
RARE_COUNT = 5

RARE, COMMON, ACCENTED, UNSPACED, PICTURE = "quillstone", "feedback", "réflexion", "反思", "🌱"
PHRASE = "honest conversation with my mentor"
TAG = "growth"

_HEAD = """the to and i of a in that my it was for with on me is this but as at we be so have not
had what from about more or how by an do they when if you can would which all their there one out
just like will because feedback mentor week project meeting team work question plan goal review
people learning practice design idea decision conversation release focus""".split()  # noqa: SIM905 - prose
_SOUNDS = """ba be bi bo da de di do fa fe ga ge ka ke la le li lo ma me mi mo na ne no pa pe ra re
ri ro sa se so ta te ti to va ve wa we""".split()  # noqa: SIM905 - as above
_ENDS = ("", "n", "r", "s", "ment", "ing", "tion")
_TAGS = ("reflection", "mentor", TAG, "goals", "team", "hard-talks", "reading", "weekly")


@dataclass(frozen=True, slots=True)
class Sample:
    """One entry; `linked` ones are evidence for the one goal there is."""

    title: str
    body: str
    tags: tuple[str, ...]
    written: datetime
    pinned: bool
    linked: bool

    @property
    def text(self) -> str:
        """All its words, without case."""
        return "\n".join((self.title, self.body, *self.tags)).casefold()


def samples(count: int) -> Iterator[Sample]:
    """So many entries in order; CORPUS names a file of other ones, a JSON object a line."""
    path = os.environ.get("CORPUS")
    return islice(_read(Path(path)), count) if path else _made(count)


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed into the search box, and a plain way to tell whether an entry holds it."""

    typed: str
    holds: Callable[[Sample], bool]


QUESTIONS: dict[str, Question] = {
    "rare": Question(RARE, lambda e: RARE in e.text),
    "common": Question(COMMON, lambda e: COMMON in e.text),
    "phrase": Question(f'"{PHRASE}"', lambda e: PHRASE in " ".join(e.text.split())),
    "prefix": Question(RARE[:6], lambda e: RARE[:6] in e.text),
    "two words": Question("feedback mentor", lambda e: "feedback" in e.text and "mentor" in e.text),
    "accented": Question("reflexion", lambda e: ACCENTED in e.text),
    "unspaced": Question(UNSPACED, lambda e: UNSPACED in e.text),
    "picture": Question(PICTURE, lambda e: PICTURE in e.text),
    "tag": Question(f"feedback #{TAG}", lambda e: COMMON in e.text and TAG in e.tags),
    "goal": Question("feedback goal:train", lambda e: COMMON in e.text and e.linked),
    "dates": Question(
        "feedback after:2020 before:2020-06",
        lambda e: COMMON in e.text and e.written.year == 2020 and e.written.month <= 6,
    ),
    "pinned": Question("feedback is:pinned", lambda e: COMMON in e.text and e.pinned),
}
"""Every way of asking that is measured."""


def _read(path: Path) -> Iterator[Sample]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            found = json.loads(line)
            written = datetime.fromisoformat(found["created"]).replace(tzinfo=UTC)
            yield Sample(
                found["title"],
                found["body"],
                tuple(found["tags"]),
                written,
                found["starred"],
                number % 50 == 0,
            )


def _made(count: int) -> Iterator[Sample]:
    chance = Random(SEED)  # noqa: S311 - a corpus, not a secret
    words = _words(chance)
    weights = list(accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(len(words))))
    rare = {count * (2 * number + 1) // (2 * RARE_COUNT) for number in range(RARE_COUNT)}
    step = timedelta(days=365.25 * YEARS) / count
    for number in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=chance.randint(90, 330))
        for share, planted in (
            (0.4, COMMON),
            (0.01, PHRASE),
            (0.02, ACCENTED),
            (0.02, f"我在{UNSPACED}这个"),
            (0.03, PICTURE),
        ):
            if chance.random() < share:
                drawn.insert(chance.randrange(len(drawn)), planted)
        if number in rare:
            drawn.insert(chance.randrange(len(drawn)), RARE)
        yield Sample(
            title=" ".join(chance.choices(words, cum_weights=weights, k=5)).capitalize(),
            body=_markdown(drawn, chance),
            tags=tuple(dict.fromkeys(chance.choices(_TAGS, k=chance.randint(0, 3)))),
            written=FIRST + number * step,
            pinned=chance.random() < 0.001,
            linked=number % 50 == 0,
        )


def _words(chance: Random) -> list[str]:
    """The most frequent words first; the long tail is made of sounds."""
    words = dict.fromkeys(_HEAD)
    while len(words) < VOCABULARY:
        word = "".join(chance.choices(_SOUNDS, k=chance.randint(2, 5))) + chance.choice(_ENDS)
        words.setdefault(word)
    return list(words)


def _markdown(words: list[str], chance: Random) -> str:
    """Words as paragraphs, headings, lists and emphasis; a phrase is never torn."""
    lines: list[str] = []
    at = 0
    while at < len(words):
        length = chance.randint(8, 60)
        mark = chance.choice(("", "", "", "## ", "- ", "- [ ] ", "> "))
        line = words[at : at + length]
        if chance.random() < 0.3:
            line[0] = f"**{line[0]}**"
        lines.append(mark + " ".join(line) + ".")
        at += length
    return "\n\n".join(lines)
