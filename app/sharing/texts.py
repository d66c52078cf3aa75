"""The texts of an item as they read on paper, for selecting what of them stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.domain.feedback import Feedback
from app.domain.ids import Id
from app.domain.packs import Pack
from app.domain.sessions import Session
from app.prose import paragraphs, parse, plain
from app.sharing.boiling import boiled
from app.sharing.charts import SharedChart
from app.sharing.matching import Haystack, Needle
from app.sharing.source import Chosen, fields_of
from app.sharing.talks import written

TITLE: Final = "title"
_COMMON: Final = 2
"""So many letters are found in many words."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text of an item, as it reads: its paragraphs, which may hold lines broken by hand.

    `label` is what a point of an agreement is about, or a question, `day` that of a check-in.
    """

    field: str
    paragraphs: tuple[str, ...]
    label: str = ""
    day: date | None = None

    @property
    def words(self) -> str:
        """All of it, a paragraph a line."""
        return "\n".join(self.paragraphs)


def texts(chosen: Chosen) -> tuple[FieldText, ...]:
    """The title and what the chosen fields say in words; a chart says nothing of its own."""
    if isinstance(chosen.record, SharedChart):
        return ()
    found = [FieldText(TITLE, _lines(chosen.record.title))]
    for field in chosen.fields:
        found += _READERS.get(field, _nothing)(chosen, field)
    return tuple(each for each in found if each.paragraphs)


def says(chosen: Chosen, passage: str) -> bool:
    """Whether a passage stands anywhere in an item, in fields that were not chosen, too."""
    whole = Haystack(_whole(replace(chosen, fields=fields_of(chosen.kind))))
    return _stands_in(whole, Needle(passage))


class Elsewhere:
    """Where passages of an item also stand in its pack; boils the texts down once."""

    def __init__(self, item: Id, pack: Pack, chosen: Iterable[Chosen]) -> None:
        others = (each for each in chosen if each.id != item)
        self._others = tuple((each, Haystack(_whole(each))) for each in others)
        self._head = Haystack("\n\n".join((pack.title, pack.purpose, plain(pack.note))))

    def items(self, passage: str) -> tuple[Chosen, ...]:
        """The other chosen items that say it, too: it stays there as well."""
        needle = Needle(passage)
        return tuple(each for each, text in self._others if _stands_in(text, needle))

    def in_head(self, passage: str) -> bool:
        """Whether what the pack says before its items says it: its title, purpose or note."""
        return _stands_in(self._head, Needle(passage))


def is_empty(passage: str) -> bool:
    """Whether there is no letter and no digit in a passage, nothing that could be found again."""
    return not boiled(passage)


def is_common(passage: str) -> bool:
    """Whether a passage is one or two letters, which stand in a text in many places.

    Two signs of a script without upper and lower case can be a whole name.
    """
    letters = len(boiled(passage))
    return letters < _COMMON or (letters == _COMMON and not Needle(passage).anywhere)


def is_same(one: str, other: str) -> bool:
    """Whether two passages are found in the same places."""
    return boiled(one) == boiled(other)


def _stands_in(text: Haystack, passage: Needle) -> bool:
    return next(text.spans(passage), None) is not None


def _whole(chosen: Chosen) -> str:
    return "\n\n".join(each.words for each in texts(chosen))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(str.strip, plain(text).splitlines()) if line)


def _as_typed(text: str) -> tuple[str, ...]:
    """The lines of a text that is no Markdown."""
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


_Reader = Callable[[Chosen, str], Iterator[FieldText]]


def _nothing(_chosen: Chosen, _field: str) -> Iterator[FieldText]:
    yield from ()


def _prose(chosen: Chosen, field: str) -> Iterator[FieldText]:
    yield FieldText(field, tuple(paragraphs(parse(getattr(chosen.record, field)))))


def _plain(*names: str) -> _Reader:
    def read(chosen: Chosen, field: str) -> Iterator[FieldText]:
        for name in names or (field,):
            yield FieldText(field, _lines(getattr(chosen.record, name)))

    return read


def _agreement(chosen: Chosen, field: str) -> Iterator[FieldText]:
    for label, text in chosen.agreed:
        yield FieldText(field, _lines(text), label)


def _milestones(chosen: Chosen, field: str) -> Iterator[FieldText]:
    for step in chosen.milestones:
        yield FieldText(field, _lines(step.title))


def _check_ins(chosen: Chosen, field: str) -> Iterator[FieldText]:
    for note in chosen.check_ins:
        yield FieldText(field, _lines(note.note), day=note.day)


def _agenda(chosen: Chosen, field: str) -> Iterator[FieldText]:
    if isinstance(chosen.record, Session):
        for item in chosen.record.agenda:
            yield FieldText(field, _as_typed(item.title))


def _place(chosen: Chosen, field: str) -> Iterator[FieldText]:
    if isinstance(chosen.record, Session):
        yield FieldText(field, _as_typed(f"{chosen.record.place}\n{chosen.record.link}"))


def _about(chosen: Chosen, field: str) -> Iterator[FieldText]:
    if isinstance(chosen.record, Feedback):
        yield FieldText(field, _as_typed(chosen.record.about))


def _answers(chosen: Chosen, field: str) -> Iterator[FieldText]:
    """What somebody answered, sign by sign: it is no Markdown."""
    if isinstance(chosen.record, Feedback):
        for answer in written(chosen.record):
            yield FieldText(field, _as_typed(answer.text), answer.label)


_READERS: Final[dict[str, _Reader]] = {
    "body": _prose,
    "why": _prose,
    "purpose": _prose,
    "agreement": _agreement,
    "milestones": _milestones,
    "check_ins": _check_ins,
    "targets": _plain("commit", "reach"),
    "plan": _plain("if_when", "then_do"),
    "agenda": _agenda,
    "place": _place,
    "about": _about,
    "prep": _prose,
    "notes": _prose,
    "answers": _answers,
    "remark": _plain("note"),
} | dict.fromkeys(
    (
        *("measure", "alignment", "obstacle", "if_badly", "support", "learned", "did", "outcome"),
        "question",
    ),
    _plain(),
)
"""Those fields that say something in words of the mentee; the rest are values and names."""
