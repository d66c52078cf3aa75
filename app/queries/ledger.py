"""Packs on the Share page, the ledger of saved PDFs, and what has changed since."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.clock import Moment
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.ids import Id, Kind
from app.domain.packs import OWNER_NAME, Pack, PackItem, Shared, SharedItem
from app.queries.packs import as_it_reads
from app.sharing.fields import digest
from app.sharing.source import Chosen
from app.vault import Vault


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
class LedgerRow:
    """A PDF that was saved."""

    id: Id
    when: Moment
    title: str
    recipient: str
    relation: Relation
    purpose: str
    items: int
    pages: int
    passphrase: bool


@dataclass(frozen=True, slots=True)
class LedgerItem:
    """An item of a saved PDF and how it differs now.

    `changed` names the fields that say something else now, or "title"; `gone` that the item is
    in the trash or deleted.
    """

    kind: Kind
    id: Id
    title: str
    changed: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class LedgerDetail:
    """Everything the ledger knows of one PDF; `pack` is None where the pack is gone."""

    shared: Shared
    items: tuple[LedgerItem, ...]
    pack: Pack | None
    owner: str

    @property
    def changed(self) -> tuple[LedgerItem, ...]:
        """The items that read differently now."""
        return tuple(item for item in self.items if item.changed)


def packs(vault: Vault) -> tuple[PackRow, ...]:
    """Every pack, the one changed last first."""
    names = {person.id: person.name for person in vault.read.all(Person)}
    saved = Counter(line.pack for line in vault.read.all(Shared))
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
    rows = (
        LedgerRow(
            id=line.id,
            when=Moment(line.at, line.offset),
            title=line.title,
            recipient=line.recipient,
            relation=line.relation,
            purpose=line.purpose,
            items=len(line.items),
            pages=line.pages,
            passphrase=line.passphrase,
        )
        for line in vault.read.all(Shared)
    )
    return tuple(sorted(rows, key=lambda row: row.when, reverse=True))


def detail(vault: Vault, line_id: Id, library: Library) -> LedgerDetail:
    """One line of the ledger against what the vault says now; raises NotFoundError."""
    shared = vault.read.get(Shared, line_id)
    then = tuple(PackItem(item.kind, item.id, item.fields) for item in shared.items)
    now = as_it_reads(vault, then, library, shared.person)
    items = tuple(_compared(item, each) for item, each in zip(shared.items, now, strict=True))
    pack = vault.read.find(Pack, shared.pack)
    owner = vault.read.preference(OWNER_NAME)
    gone = pack is None or pack.deleted is not None
    return LedgerDetail(shared, items, None if gone else pack, owner)


def _compared(item: SharedItem, now: Chosen | None) -> LedgerItem:
    if now is None:
        return LedgerItem(item.kind, item.id, item.title, gone=True)
    changed = ["title"] * (now.record.title != item.title)
    changed += [
        field
        for field, version in zip(item.fields, item.versions, strict=True)
        if digest(now, field) != version
    ]
    return LedgerItem(item.kind, item.id, item.title, tuple(changed))
