"""What search finds of each kind of record: the one place where a kind joins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from app.domain.folding import fold, words
from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.storage import facets, named
from app.storage.facets import Facets
from app.storage.rows import Reader

_MINUTES: Final = 24 * 60
_IMAGE_LINK = re.compile(r"\]\(image:[^()\s]*\)")
_FACET: Final = "\ue000"
"""Before the token of a facet; no folded word has it."""


@dataclass(frozen=True, slots=True)
class Searched:
    """How search finds one kind of record, by the names of its fields.

    `groups` are what `in:` takes for it. `owner` names the field with the goal that it belongs
    to. `day` names the day it is found under; without one that is when it was created, as it is
    where `minute` does not say the time of that day. `touches` names, for other kinds, the field
    of theirs that holds the id of a record of this kind: it is looked at again when they change.
    `named` finds a name that is searched like the title, such as of whom it is with; `renamed`
    has for other kinds what selects the records of this one that are named by one of theirs.
    """

    groups: tuple[str, ...]
    title: str
    texts: tuple[str, ...] = ()
    tags: str = ""
    owner: str = ""
    day: str = ""
    minute: Callable[[Any], int] = lambda _: 0
    facets: Callable[[Reader, Any], Facets] = lambda _reader, _record: iter(())
    touches: Mapping[Kind, str] = field(default_factory=dict)
    named: Callable[[Reader, Any], str] = lambda _reader, _record: ""
    renamed: Mapping[Kind, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doc:
    """A record as the index keeps it: folded words in four columns, and its minute."""

    minute: int
    title: str
    body: str
    tags: str
    facets: str

    @property
    def text(self) -> tuple[str, str, str]:
        """The columns that hold words."""
        return self.title, self.body, self.tags

    def words(self) -> set[str]:
        """Every distinct word of it."""
        return {word for column in self.text for word in column.split(" ") if word}


_AIM: Final = ("why", "measure", "obstacle", "if_when", "then_do", "support", "learned")

SEARCHED: dict[Kind, Searched] = {
    Kind.ENTRY: Searched(
        groups=("journal", "entries"),
        title="title",
        texts=("body",),
        tags="tags",
        day="day",
        minute=lambda entry: (entry.at // 60_000 + entry.offset) % _MINUTES,
        facets=facets.of_entry,
        touches={Kind.EVIDENCE: "entry"},
    ),
    Kind.GOAL: Searched(
        groups=("plan", "goals"),
        title="title",
        texts=(*_AIM, "alignment"),
        day="due",
        facets=facets.of_aim,
    ),
    Kind.MILESTONE: Searched(
        groups=("plan", "milestones"),
        title="title",
        owner="goal",
        day="due",
        facets=facets.field("goal", "goal"),
    ),
    Kind.STRETCH: Searched(
        groups=("stretch",),
        title="title",
        texts=("commit", "reach", *_AIM, "if_badly"),
        day="reach_day",
        facets=facets.of_aim,
    ),
    Kind.CHECK_IN: Searched(
        groups=("plan", "check-ins"),
        title="",
        texts=("note",),
        owner="goal",
        day="day",
        facets=facets.field("goal", "goal"),
    ),
    Kind.CYCLE: Searched(
        groups=("plan", "cycles"),
        title="title",
        texts=("purpose", "agreed", "outcome"),
        day="start",
        facets=facets.field("person", "person"),
    ),
    Kind.PERSON: Searched(
        groups=("people",),
        title="name",
        texts=("role", "strengths", "interests", "availability", "note", "safety_note"),
        facets=facets.own_id("person"),
    ),
    Kind.PACK: Searched(
        groups=("packs", "share"),
        title="title",
        texts=("purpose", "note"),
        facets=facets.field("person", "recipient"),
    ),
    Kind.TEMPLATE: Searched(
        groups=("templates",), title="name", texts=("when", "body"), tags="tags"
    ),
    Kind.COMPETENCY: Searched(
        groups=("plan", "competencies"),
        title="name",
        texts=("group", "definition", "words"),
    ),
    Kind.ASSESSMENT: Searched(
        groups=("plan", "assessments"),
        title="label",
        texts=("by", "words"),
        day="day",
        facets=facets.field("person", "person"),
    ),
    Kind.EXPERIENCE: Searched(
        groups=("plan", "experiences"),
        title="title",
        texts=("host", "did", "outcome", "learned"),
        day="start",
        facets=facets.of_experience,
    ),
    Kind.ATTEMPT: Searched(
        groups=("stretch", "attempts"),
        title="title",
        texts=("happened", "taught"),
        owner="goal",
        day="day",
        facets=facets.field("goal", "goal"),
    ),
    Kind.SUPPORT: Searched(
        groups=("people", "support"),
        title="title",
        owner="goal",
        day="day",
        facets=facets.of_support,
    ),
    Kind.SESSION: Searched(
        groups=("sessions",),
        title="title",
        texts=("question", "notes", "topics", "prep", "place"),
        day="day",
        minute=lambda session: (session.at // 60_000 + session.offset) % _MINUTES,
        facets=facets.of_session,
        named=named.with_whom,
        renamed={Kind.PERSON: "SELECT id FROM session WHERE person = ? AND deleted IS NULL"},
    ),
    Kind.ACTION: Searched(
        groups=("sessions", "actions"),
        title="title",
        day="due",
        facets=facets.of_action,
        named=named.with_whom,
        renamed={Kind.PERSON: "SELECT id FROM action WHERE person = ? AND deleted IS NULL"},
    ),
    Kind.DEBRIEF: Searched(
        groups=("sessions", "debriefs"),
        title="",
        texts=("answers", "next_step"),
        facets=facets.of_debrief,
        named=named.debriefed,
        renamed={
            Kind.SESSION: "SELECT id FROM debrief WHERE session = ? AND deleted IS NULL",
            Kind.PERSON: (
                "SELECT d.id FROM session s JOIN debrief d ON d.session = s.id "
                "WHERE s.person = ? AND s.deleted IS NULL AND d.deleted IS NULL"
            ),
        },
    ),
    Kind.REQUEST: Searched(
        groups=("feedback", "requests"),
        title="",
        texts=("about", "name"),
        day="asked",
        facets=facets.of_request,
        touches={Kind.FEEDBACK: "request"},
        named=named.with_whom,
        renamed={Kind.PERSON: "SELECT id FROM request WHERE person = ? AND deleted IS NULL"},
    ),
    Kind.FEEDBACK: Searched(
        groups=("feedback",),
        title="",
        texts=("about", "name", "kept_words", "note"),
        day="day",
        facets=facets.of_feedback,
        named=named.giver,
        renamed={Kind.PERSON: "SELECT id FROM feedback WHERE person = ? AND deleted IS NULL"},
    ),
}


def doc_of(reader: Reader, record: Record) -> Doc:
    """A record as the index is to keep it."""
    searched = SEARCHED[record.kind]
    tags: tuple[str, ...] = getattr(record, searched.tags) if searched.tags else ()
    facets = {facet(name, value) for name, value in searched.facets(reader, record)}
    facets |= {facet("tag", tag) for tag in tags} | {facet("kind", record.kind)}
    return Doc(
        minute=_minute(searched, record),
        title=" ".join(words(f"{title_of(record)} {searched.named(reader, record)}")),
        body=" ".join(words(_IMAGE_LINK.sub("]", "\n".join(texts_of(record))))),
        tags=" ".join(word for tag in tags for word in words(tag)),
        facets=" ".join(sorted(facets)),
    )


def title_of(record: Record) -> str:
    """What a record is called; some kinds have no name of their own."""
    name = SEARCHED[record.kind].title
    return str(getattr(record, name)) if name else ""


def texts_of(record: Record) -> Iterator[str]:
    """The texts of a record beside its title."""
    return (str(getattr(record, name)) for name in SEARCHED[record.kind].texts)


def day_of(record: Record) -> date | None:
    """The day that a record is found under; None where that is when it was created."""
    name = SEARCHED[record.kind].day
    found: date | None = getattr(record, name) if name else None
    return found


def first_minute(day: date) -> int:
    """The minute that a day begins with, counted as docs count them."""
    return day.toordinal() * _MINUTES


def depends_on(kind: Kind) -> Iterator[tuple[Kind, str]]:
    """Which kinds are looked at again when one changes, and its field that names the record."""
    for searched_kind, searched in SEARCHED.items():
        if kind in searched.touches:
            yield searched_kind, searched.touches[kind]


def named_by(kind: Kind) -> Iterator[tuple[Kind, str]]:
    """Which kinds are searched by a name of this kind, and what selects those of one record."""
    for searched_kind, searched in SEARCHED.items():
        if kind in searched.renamed:
            yield searched_kind, searched.renamed[kind]


def is_named(kind: Kind) -> bool:
    """Whether records of a kind are searched by the name of another one."""
    return kind in SEARCHED and bool(SEARCHED[kind].renamed)


def name_of(reader: Reader, record: Record) -> str:
    """The name beside a record's title that it is found by, such as of whom it is with."""
    return SEARCHED[record.kind].named(reader, record)


def kinds_in(group: str) -> tuple[Kind, ...]:
    """The kinds that `in:` means with a word, of which the beginning is enough."""
    begun = fold(group)
    return tuple(
        kind
        for kind, searched in SEARCHED.items()
        if begun and any(name.startswith(begun) for name in searched.groups)
    )


@lru_cache(maxsize=10_000)
def facet(name: str, value: str) -> str:
    """The token that stands in the index for a value of a filter."""
    spelled = fold(value.strip().lstrip("#@")) if name == "tag" else value
    digest = blake2b(f"{name}:{spelled}".encode("utf-8", "replace"), digest_size=6)
    return _FACET + digest.hexdigest()


def owner_of(record: Record) -> Id | None:
    """The goal or stretch goal that a record belongs to."""
    name = SEARCHED[record.kind].owner
    found: Id | None = getattr(record, name) if name else None
    return found


def _minute(searched: Searched, record: Record) -> int:
    day = day_of(record)
    if day is not None:
        return first_minute(day) + searched.minute(record)
    created = datetime.fromtimestamp(record.created / 1000, UTC)
    return first_minute(created.date()) + created.hour * 60 + created.minute
