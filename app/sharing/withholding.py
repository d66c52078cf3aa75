"""What must not be in a finished file, for the read-back to look for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Final

from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.progress import ThenNow, ThenNowRow
from app.prose import plain
from app.sharing.charts import SharedChart
from app.sharing.fields import said
from app.sharing.matching import LONG, Haystack, Needle
from app.sharing.names import bare, names_of, names_read
from app.sharing.source import Chosen, PackSource
from app.sharing.words import PackWords

EVIDENCE: Final = "evidence"
NAME: Final = "name"
PASSAGE: Final = "passage"
RECORD_ID: Final = "id"
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?])\s+")
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that must not be in the file, and whose it is.

    `item` is the id of the chosen item it belongs to, or of the pack; `field` is one of its
    fields, or EVIDENCE, PASSAGE, NAME, or RECORD_ID.
    """

    item: Id
    field: str
    text: str


def secrets(source: PackSource, words: PackWords) -> tuple[Secret, ...]:
    """What stays, by lines and sentences: fields not chosen, linked entries, the records' ids.

    A line that a chosen field says too is no secret, so it is not looked for; whether it does
    is read from the records, never from the composed document, which is what is being checked.
    Neither are lines below 12 characters, such as a rating or a tag: in a file they can be
    there by chance, and that a field not chosen is never read has tests of its own.
    """
    allowed = Haystack("\n\n".join(_allowed(source, words)))
    found = {(each.item, each.field, each.text): each for each in _lines(source)}
    lines = (each for each in found.values() if next(allowed.find(each.text), None) is None)
    return (*lines, *_chosen_to_stay(source, words), *_ids(source))


def _chosen_to_stay(source: PackSource, words: PackWords) -> Iterator[Secret]:
    """The passages withheld, and the names of those who are called by their role.

    They are looked for whatever the chosen fields say; not where the app itself says them, as a
    month does what may be a name.
    """
    days = (words.day(source.now.day), source.owner, source.recipient)
    own = Haystack("\n\n".join((*_own_words(words), *days)))
    for chosen in source.chosen:
        for passage in chosen.passages:
            if next(own.find(passage.text), None) is None:
                yield Secret(chosen.id, PASSAGE, passage.text)
    for passage in source.kept:
        if next(own.find(passage.text), None) is None:
            yield Secret(source.pack.id, PASSAGE, passage.text)
    shared = names_read(source)
    for person in source.unnamed:
        called_so = [each for name in person.names for each in names_of(name, shared)]
        for called in dict.fromkeys((*called_so, *map(bare, called_so))):
            if next(own.find(Needle(called, name=True)), None) is None:
                yield Secret(source.pack.id, NAME, called)


def _lines(source: PackSource) -> Iterator[Secret]:
    for chosen in source.chosen:
        for field in chosen.others:
            for text in said(chosen, field):
                yield from _long_lines(chosen, field, text)
        for entry in chosen.evidence:
            yield from _long_lines(chosen, EVIDENCE, entry.title)
            yield from _long_lines(chosen, EVIDENCE, entry.body)
        for row in _ratings(chosen):
            yield from _long_lines(chosen, EVIDENCE, row.evidence)
        for near in chosen.near:
            for text in near.texts:
                yield from _long_lines(chosen, EVIDENCE, text)


def _long_lines(chosen: Chosen, field: str, text: str) -> Iterator[Secret]:
    for line in plain(text).splitlines():
        whole = line.strip()
        for part in (whole, *_SENTENCE_ENDS.split(whole)):
            if len("".join(part.split())) >= LONG:
                yield Secret(chosen.id, field, part)


def _ids(source: PackSource) -> Iterator[Secret]:
    yield Secret(source.pack.id, RECORD_ID, source.pack.id)
    for chosen in source.chosen:
        yield Secret(chosen.id, RECORD_ID, chosen.id)
        parts = (*chosen.milestones, *chosen.check_ins, *chosen.evidence, *chosen.images)
        for record_id in (*(each.id for each in parts), *(each.id for each in chosen.near)):
            yield Secret(chosen.id, RECORD_ID, record_id)
        for rating in _ratings(chosen):
            for each in (rating.then_id, rating.now_id):
                if each:
                    yield Secret(chosen.id, RECORD_ID, each)


def _ratings(chosen: Chosen) -> tuple[ThenNowRow, ...]:
    """What a chart of ratings is drawn from; the proof that each one gave stays."""
    record = chosen.record
    if isinstance(record, SharedChart) and isinstance(record.seen, ThenNow):
        return record.seen.rows
    return ()


def _allowed(source: PackSource, words: PackWords) -> Iterator[str]:
    """Everything that is meant to be on the pages."""
    pack = source.pack
    yield from (pack.title, pack.purpose, plain(pack.note), source.owner, source.recipient)
    yield f"{source.recipient.strip()}, {words.relations[source.relation]}"
    yield words.day(source.now.day)
    for chosen in source.chosen:
        yield chosen.record.title
        if isinstance(chosen.record, Entry):
            yield words.day(chosen.record.day)
        yield from _words_of(chosen, words)
    yield from _own_words(words)


def _words_of(chosen: Chosen, words: PackWords) -> Iterator[str]:
    for field in chosen.fields:
        proofs = {row.evidence for row in _ratings(chosen)}
        texts = [plain(text) for text in said(chosen, field) if text not in proofs]
        yield from texts
        yield from (words.day(date.fromisoformat(text)) for text in texts if _is_day(text))
        if field == "agreement":
            yield from (label for label, _ in chosen.agreed)
        if field == "plan":  # on paper its halves make a sentence, which an entry may quote
            yield " ".join(
                part for pair in zip(_if_then(words), texts, strict=False) for part in pair
            )


def _is_day(text: str) -> bool:
    """Whether it is a day as fields say one, which stands on paper in words."""
    if not _ISO_DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _if_then(words: PackWords) -> tuple[str, str]:
    return words.if_label, words.then_label


def _own_words(words: object) -> Iterator[str]:
    """Every sentence and label of words, those of charts among them."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping):
        for value in words.values():
            yield from _own_words(value)
    elif is_dataclass(words):
        for each in dataclass_fields(words):
            yield from _own_words(getattr(words, each.name))
