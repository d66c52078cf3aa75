"""What the journal shows: rows of its list under their headings, and one entry to write in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from app.clock import Moment
from app.content.library import Library
from app.domain.entries import Entry, Evidence
from app.domain.ids import Id, Kind
from app.prose import snippet
from app.queries.evidence import Link, Target, links, targets
from app.storage import entry_rows
from app.storage.connection import Row
from app.storage.entry_rows import EntryFilter, Place, View
from app.storage.rows import Reader

__all__ = ["EntryFilter", "View"]

PAGE: Final = 200
"""How many rows are read at a time."""

SNIPPET: Final = 150
"""Characters of an entry's text in its row: two lines of the widest list."""

_ASKED = re.compile(r"^ {0,3}(?:#{1,6} |>).*$", re.MULTILINE)

_WEEK: Final = timedelta(days=7)


class Span(Enum):
    """What a heading of the list gathers."""

    PINNED = "pinned"
    LATER = "later"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    EARLIER = "earlier"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the list; `month` is the first day of a month, for EARLIER and MONTH."""

    span: Span
    month: date | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as the list shows it.

    `opening` is the beginning of its text, `goals` counts what it is evidence for.
    """

    id: Id
    day: date
    at: int
    title: str
    opening: str
    bring: bool
    pinned: bool
    confidence: int | None
    goals: int
    shared: bool
    offset: int = 0

    @property
    def written(self) -> Moment:
        """When it was written, in the zone it was written in."""
        return Moment(self.at, self.offset)

    @property
    def snippet(self) -> str:
        """The beginning of its text in one line, past headings and quoted questions.

        It is worked out for the rows that are looked at: for a whole page it takes 40 ms.
        """
        told = _ASKED.sub("", self.opening)
        return snippet(told if told.strip() else self.opening, SNIPPET)


@dataclass(frozen=True, slots=True)
class Listing:
    """A stretch of the list, newest first; `more` says whether older entries follow."""

    rows: tuple[EntryRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries each view of the list holds."""

    everything: int
    bring: int
    evidence: int


@dataclass(frozen=True, slots=True)
class PackMention:
    """A share pack that names an entry; `left` says that a file of it was saved."""

    title: str
    left: bool


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry with what it is evidence for and the packs it is in."""

    entry: Entry
    links: tuple[Link, ...]
    packs: tuple[PackMention, ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        """What it is evidence for, each once."""
        return tuple({link.target.id: link.target for link in self.links}.values())

    @property
    def passages(self) -> tuple[Link, ...]:
        """Those links that quote a passage."""
        return tuple(link for link in self.links if link.quote)


@dataclass(frozen=True, slots=True)
class Facets:
    """What the list can be narrowed to: tags, template ids and goals that are in use."""

    tags: tuple[str, ...]
    templates: tuple[str, ...]
    goals: tuple[Target, ...]


def section_of(row: EntryRow, today: date) -> Section:
    """The heading an entry stands under; weeks begin on Monday."""
    if row.pinned:
        return Section(Span.PINNED)
    monday = today - timedelta(days=today.weekday())
    month = row.day.replace(day=1)
    if row.day >= monday + _WEEK:
        return Section(Span.LATER)
    if row.day >= monday:
        return Section(Span.THIS_WEEK)
    if row.day >= monday - _WEEK:
        return Section(Span.LAST_WEEK)
    return Section(Span.EARLIER if month == today.replace(day=1) else Span.MONTH, month)


def entries(reader: Reader, wanted: EntryFilter, *, rows: int = PAGE) -> Listing:
    """The beginning of the list: what is pinned, then at least `rows` of the newest entries.

    Where more than `rows` are pinned, it ends among them.
    """
    return _from_pinned(reader, wanted, None, rows, _shared(reader))


def older(reader: Reader, wanted: EntryFilter, last: EntryRow | None, rows: int = PAGE) -> Listing:
    """The entries that follow one of the list; the last pinned one is followed by the newest."""
    shared = _shared(reader)
    if last is None:
        return _older(reader, wanted, None, rows, shared)
    after = Place(last.day.isoformat(), last.at, last.id)
    if last.pinned:
        return _from_pinned(reader, wanted, after, rows, shared)
    return _older(reader, wanted, after, rows, shared)


def next_rows(read: int) -> int:
    """How many rows to read after so many: a view lays out all it has each time there are more."""
    return max(PAGE, read // 8)


def entry_row(reader: Reader, wanted: EntryFilter, entry_id: Id) -> EntryRow | None:
    """One entry as the list shows it; None where the filter leaves it out."""
    found = entry_rows.one(reader, wanted, entry_id)
    return _row(found, _shared(reader)) if found else None


def entry_rows_of(reader: Reader, found: Iterable[Row]) -> tuple[EntryRow, ...]:
    """Rows that another query of the journal read, as its list shows them."""
    shared = _shared(reader)
    return tuple(_row(row, shared) for row in found)


def count(reader: Reader, wanted: EntryFilter) -> int:
    """How many entries a filter lets through."""
    return entry_rows.count(reader, wanted)


def count_after(reader: Reader, day: date) -> int:
    """How many entries later days have."""
    return entry_rows.count_after(reader, day.isoformat())


def counts(reader: Reader) -> Counts:
    """How many entries each view holds."""
    return Counts(
        everything=reader.count(Kind.ENTRY),
        bring=entry_rows.count(reader, EntryFilter(View.BRING)),
        evidence=entry_rows.count_evidence(reader),
    )


def open_entry(reader: Reader, library: Library, entry_id: Id) -> OpenEntry | None:
    """An entry to write in; None where it is gone or in the trash."""
    entry = reader.find(Entry, entry_id)
    if entry is None or entry.deleted is not None:
        return None
    packs = (
        PackMention(title, left)
        for entry_named, title, left in entry_rows.in_packs(reader)
        if entry_named == entry_id
    )
    return OpenEntry(entry, links(reader, library, entry_id), tuple(packs))


def facets(reader: Reader, library: Library) -> Facets:
    """What the list can be narrowed to; reads every entry."""
    used = {link.target for link in reader.all(Evidence)}
    return Facets(
        tags=tags(reader),
        templates=tuple(sorted(entry_rows.templates(reader))),
        goals=tuple(target for target in targets(reader, library) if target.id in used),
    )


def tags(reader: Reader) -> tuple[str, ...]:
    """Every tag in use, by the alphabet."""
    return tuple(sorted(entry_rows.tags(reader), key=str.casefold))


def _from_pinned(
    reader: Reader, wanted: EntryFilter, after: Place | None, rows: int, shared: frozenset[str]
) -> Listing:
    found = entry_rows.pinned(reader, wanted, after, rows + 1)
    top = tuple(_row(row, shared) for row in found[:rows])
    if len(found) > rows:
        return Listing(top, more=True)
    rest = _older(reader, wanted, None, rows, shared)
    return Listing((*top, *rest.rows), rest.more)


def _older(
    reader: Reader, wanted: EntryFilter, after: Place | None, rows: int, shared: frozenset[str]
) -> Listing:
    # One more than asked for tells whether there is more.
    found = entry_rows.page(reader, wanted, after, rows + 1)
    return Listing(tuple(_row(row, shared) for row in found[:rows]), more=len(found) > rows)


def _shared(reader: Reader) -> frozenset[str]:
    return frozenset(entry for entry, _, _ in entry_rows.in_packs(reader))


def _row(found: Row, shared: Iterable[str]) -> EntryRow:
    entry_id, day, at, title, opening, bring, pinned, confidence, goals, offset = found
    return EntryRow(
        id=Id(entry_id),
        day=date.fromisoformat(day),
        at=at,
        title=title,
        opening=opening,
        bring=bool(bring),
        pinned=bool(pinned),
        confidence=confidence,
        goals=goals,
        shared=entry_id in shared,
        offset=offset,
    )
