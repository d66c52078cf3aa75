"""Finding things: what matches a search, with its hits lit up, and how much there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.goals import Goal, Stretch
from app.domain.hits import Hits, Span
from app.domain.ids import NO_ID, Id, Kind
from app.domain.query import Query
from app.domain.records import Record
from app.domain.searches import Sort
from app.domain.sessions import Debrief, Session
from app.queries import journal
from app.queries.snippets import Marked, marked, snippet
from app.storage import session_rows
from app.storage.asking import MANY, Asked, Asker
from app.storage.finding import SEARCHED, day_of, name_of, owner_of, texts_of, title_of
from app.storage.rows import Reader
from app.storage.tables import TABLES
from app.storage.turns import InterruptedLookupError
from app.vault import Vault

__all__ = [
    "PAGE",
    "RANKED",
    "Found",
    "Hit",
    "Marked",
    "Tally",
    "find",
    "known_tags",
    "spans",
    "tally",
]

PAGE: Final = 50
"""How many hits are read at a time."""

RANKED: Final = 1000
"""How many of the newest matches are put in order where the best come first."""


NOTHING: Final = Marked("")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that matches.

    `day` is the one it is found under, if it has any. A milestone or a check-in belongs to a goal
    or stretch goal: `owner`, of `owner_kind`, which is called `parent`; a debrief belongs to a
    session. `name` is of whom it is with or from, `number` counts sessions with the same person.
    """

    kind: Kind
    id: Id
    day: date | None
    title: Marked
    snippet: Marked
    shared: bool
    parent: str = ""
    owner: Id = NO_ID
    owner_kind: Kind | None = None
    name: Marked = NOTHING
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Some of what matches; `more` says whether others follow.

    `ranked` is how many of the newest matches were put in order, where there are more than that.
    """

    hits: tuple[Hit, ...]
    more: bool
    ranked: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records match, in all and of each kind that has any."""

    total: int
    by_kind: dict[Kind, int]


def find(
    vault: Vault, query: Query, sort: Sort, *, after: int = 0, limit: int = PAGE
) -> Found | None:
    """What matches, behind the first `after` of them; any thread may ask.

    None where the look-up was called off (`Vault.hush`) or the vault was written to meanwhile.
    """
    try:
        with vault.look_up() as asker:
            asked = asker.understand(query)
            if asked is None:
                return Found((), more=False)
            rows, ranked = _rows(asker, asked, sort, after, limit + 1)
            hits = _hits(vault.read, asker, Hits(query), rows[:limit])
            return Found(hits, more=len(rows) > limit, ranked=ranked)
    except InterruptedLookupError:
        return None


def tally(vault: Vault, query: Query) -> Tally | None:
    """How much matches; any thread may ask. None as for `find`."""
    try:
        with vault.look_up() as asker:
            asked = asker.understand(query)
            if asked is None:
                return Tally(0, {})
            if asked.phrases > MANY:
                by_kind = asker.count_by_kind(asked)
                total = sum(by_kind.values())
            else:
                total = asker.count(asked)
                by_kind = {kind: asker.count(asked.among(kind)) for kind in SEARCHED if total}
            return Tally(total, {kind: count for kind, count in by_kind.items() if count})
    except InterruptedLookupError:
        return None


def known_tags(vault: Vault) -> tuple[str, ...] | None:
    """Every tag in use, by the alphabet; any thread may ask. None as for `find`."""
    try:
        with vault.look_up():
            return journal.tags(vault.read)
    except InterruptedLookupError:
        return None


def spans(query: Query, text: str) -> tuple[Span, ...]:
    """Every place in a text that a search finds, to light up when it is opened."""
    return Hits(query).spans(text)


def _rows(
    asker: Asker, asked: Asked, sort: Sort, after: int, limit: int
) -> tuple[list[int], int | None]:
    """The rows of the index in the order asked for, and how many were ranked if not all."""
    # Of a part that very many words have, none is rarer than another: the newest are as good.
    if sort is Sort.NEWEST or not asked.words or asked.phrases > MANY:
        return asker.newest(asked, limit, after), None
    rows, whole = asker.best(asked, RANKED, max(min(limit, RANKED - after), 0), after)
    bounded = not whole
    missing = limit - len(rows)
    if bounded and missing > 0:  # behind the ranked ones stand the older ones
        rows += asker.newest(asked, missing, max(after, RANKED))
    return rows, RANKED if bounded else None


def _hits(reader: Reader, asker: Asker, hits: Hits, rows: Sequence[int]) -> tuple[Hit, ...]:
    places = asker.records(list(rows))
    records: dict[Id, Record] = {}
    for kind in dict.fromkeys(kind for kind, _ in places):
        ids = [record_id for found, record_id in places if found is kind]
        records |= {each.id: each for each in reader.among(TABLES[kind].cls, "id", ids)}
    shared = asker.in_packs()
    return tuple(
        _hit(reader, hits, records[record_id], shared)
        for _, record_id in places
        if record_id in records
    )


def _hit(reader: Reader, hits: Hits, record: Record, shared: frozenset[str]) -> Hit:
    owner = _owner(reader, record)
    return Hit(
        kind=record.kind,
        id=record.id,
        day=day_of(record),
        title=marked(hits, title_of(record)),
        snippet=snippet(hits, texts_of(record)),
        shared=record.id in shared,
        parent=owner.title if owner else "",
        owner=owner.id if owner else NO_ID,
        owner_kind=owner.kind if owner else None,
        name=marked(hits, name_of(reader, record)),
        number=_number(reader, owner or record),
    )


def _owner(reader: Reader, record: Record) -> Goal | Stretch | Session | None:
    if isinstance(record, Debrief):
        return reader.find(Session, record.session)
    owner = owner_of(record)
    return (reader.find(Goal, owner) or reader.find(Stretch, owner)) if owner else None


def _number(reader: Reader, record: Record) -> int | None:
    """The number of a session among those with the same person; None for what has none."""
    return session_rows.number(reader, record.id) if isinstance(record, Session) else None
