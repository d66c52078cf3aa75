"""Packs on the Share page, the ledger of saved PDFs, and one line of it against now."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.clock import Moment
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import (
    OWNER_NAME,
    Mark,
    Pack,
    PackItem,
    Shared,
    SharedItem,
    SharedMark,
)
from app.queries.last_time import Got, may_be_ticked
from app.queries.packs import CLASSES, Candidate, as_it_reads
from app.sharing.fields import digest
from app.sharing.fingerprint import Fingerprint
from app.sharing.source import Chosen
from app.storage import shared_rows
from app.storage.rows import Reader
from app.storage.shared_rows import Line
from app.vault import Vault

_COPIED: Final = re.compile(r" ?\(\d+\)$")
"""What browsers and file managers put behind the name of a second copy."""


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack on the Share page; `saved` counts its lines in the ledger, 0 for a draft."""

    id: Id
    title: str
    purpose: str
    recipient: str
    items: int
    saved: int
    modified: int


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What became of a copy, as the mentee noted it on a day."""

    mark: Mark
    day: date


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A PDF that was saved; `person` is who it was for where they are still known.

    `marks` stand in the order they were noted in.
    """

    line: Line
    person: Id
    marks: tuple[MarkRow, ...] = ()

    @property
    def id(self) -> Id:
        """The id of its line."""
        return self.line.id

    @property
    def when(self) -> Moment:
        """When it was saved."""
        return self.line.when

    @property
    def mark(self) -> MarkRow | None:
        """What was noted last."""
        return self.marks[-1] if self.marks else None

    def lapsed(self, today: date) -> date | None:
        """Until when it was meant, once that day has passed and nothing was noted since."""
        until = self.line.until
        return until if until is not None and until < today and not self.marks else None


@dataclass(frozen=True, slots=True)
class LedgerItem:
    """An item of a saved PDF and how it differs now.

    `changed` names the fields that say something else now, or "title"; `gone` that the item is
    in the trash or deleted, `erased` that it was deleted for good; `withdrawn` that it is there and
    may not leave any more. `passages` and `evidence` count what of it was withheld.
    """

    kind: Kind
    id: Id
    title: str
    fields: tuple[str, ...] = ()
    passages: int = 0
    evidence: int = 0
    changed: tuple[str, ...] = ()
    gone: bool = False
    erased: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class LedgerDetail:
    """Everything the ledger knows of one PDF; `pack` is None where the pack is gone."""

    shared: Shared
    row: LedgerRow
    items: tuple[LedgerItem, ...]
    pack: Pack | None
    owner: str

    @property
    def changed(self) -> tuple[LedgerItem, ...]:
        """The items that read differently now."""
        return tuple(item for item in self.items if item.changed)


@dataclass(frozen=True, slots=True)
class Sent:
    """Which lines a file is: `same` have its very bytes, `named` only its name; newest first."""

    same: tuple[LedgerRow, ...]
    named: tuple[LedgerRow, ...]


def packs(vault: Vault) -> tuple[PackRow, ...]:
    """Every pack, the one changed last first."""
    names = {person.id: person.name for person in vault.read.all(Person)}
    saved = Counter(shared_rows.packs(vault.read))
    rows = (
        PackRow(
            id=pack.id,
            title=pack.title,
            purpose=pack.purpose,
            recipient=names.get(pack.recipient, ""),
            items=len(pack.items),
            saved=saved[pack.id],
            modified=pack.modified,
        )
        for pack in vault.read.all(Pack)
    )
    return tuple(sorted(rows, key=lambda row: row.modified, reverse=True))


def lines(vault: Vault) -> tuple[LedgerRow, ...]:
    """The ledger, newest first."""
    return _rows(vault.read, shared_rows.lines(vault.read), vault.read.all(SharedMark))


def detail(vault: Vault, line_id: Id, library: Library) -> LedgerDetail:
    """One line of the ledger against what the vault says now; raises NotFoundError."""
    shared = vault.read.get(Shared, line_id)
    now = as_it_reads(vault, chosen_then(shared), library, shared.person)
    items = tuple(
        compared(vault.read, item, each) for item, each in zip(shared.items, now, strict=True)
    )
    pack = vault.read.find(Pack, shared.pack)
    owner = vault.read.preference(OWNER_NAME)
    gone = pack is None or pack.deleted is not None
    line = shared_rows.line(vault.read, line_id)
    (row,) = _rows(vault.read, [line], vault.read.all(SharedMark, shared=line_id))
    return LedgerDetail(shared, row, items, None if gone else pack, owner)


def again(vault: Vault, line_id: Id, library: Library) -> Pack:
    """A new pack to start from a line of the ledger; raises NotFoundError.

    Of its items those are chosen that still read the same; what has changed asks to be looked at.
    What is never offered has to be ticked anew. Until when the earlier one was meant does not hold
    for this one.
    """
    reader = vault.read
    shared = reader.get(Shared, line_id)
    before = reader.find(Pack, shared.pack) or Pack(title=shared.title, type=shared.type)
    recipient = shared.person or _people(reader).get(shared.recipient, NO_ID)
    person = reader.find(Person, recipient)
    now = as_it_reads(vault, chosen_then(shared), library, recipient)
    found = (
        (Got(item, Moment(shared.at, shared.offset)), Candidate(each))
        for item, each in zip(shared.items, now, strict=True)
        if each is not None
    )
    items = (got.choice(candidate) for got, candidate in found if may_be_ticked(candidate))
    return Pack(
        title=before.title,
        recipient=recipient if person is not None and person.deleted is None else NO_ID,
        purpose=shared.purpose,
        note=before.note,
        items=tuple(items),
        paper=before.paper,
        type=before.type,
        unnamed=before.unnamed,
    )


def sent(vault: Vault, file: Fingerprint) -> Sent:
    """Which lines of the ledger a file is, by its bytes, and which ones have its name."""
    rows, name = lines(vault), _name(file.name)
    return Sent(
        same=tuple(row for row in rows if row.line.sha256 == file.sha256),
        named=tuple(row for row in rows if _name(row.line.file_name) == name),
    )


def chosen_then(shared: Shared) -> tuple[PackItem, ...]:
    """The items of a line with the fields that left."""
    return tuple(PackItem(item.kind, item.id, item.fields) for item in shared.items)


def compared(reader: Reader, item: SharedItem, now: Chosen | None) -> LedgerItem:
    """An item that left against how it reads now."""
    known = LedgerItem(item.kind, item.id, item.title, item.fields, item.passages, item.evidence)
    if now is None:
        stored = CLASSES.get(item.kind)
        found = None if stored is None else reader.find(stored, item.id)
        if found is not None and found.deleted is None:
            return replace(known, withdrawn=True)
        return replace(known, gone=True, erased=stored is not None and found is None)
    return replace(known, changed=_changed(item, now))


def _changed(item: SharedItem, now: Chosen) -> tuple[str, ...]:
    changed = ["title"] * (now.record.title != item.title)
    changed += [
        field
        for field, version in zip(item.fields, item.versions, strict=True)
        if digest(now, field) != version
    ]
    return tuple(changed)


def _rows(
    reader: Reader, lines: Iterable[Line], notes: Iterable[SharedMark]
) -> tuple[LedgerRow, ...]:
    marks: dict[Id, list[MarkRow]] = defaultdict(list)
    for each in notes:
        marks[each.shared].append(MarkRow(each.mark, each.day))
    people = _people(reader)
    known = frozenset(people.values())
    return tuple(
        LedgerRow(line, _person(line, people, known), tuple(marks.get(line.id, ())))
        for line in lines
    )


def _people(reader: Reader) -> dict[str, Id]:
    """Everybody who is still known, by name: lines of old know nobody's id."""
    return {person.name: person.id for person in reader.all(Person)}


def _person(line: Line, people: dict[str, Id], known: frozenset[Id]) -> Id:
    if not line.person:
        return people.get(line.recipient, NO_ID)
    return line.person if line.person in known else NO_ID


def _name(file_name: str) -> str:
    stem, dot, ending = file_name.rpartition(".")
    return f"{_COPIED.sub('', stem)}{dot}{ending}".casefold() if dot else file_name.casefold()
