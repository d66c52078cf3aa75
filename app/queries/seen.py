"""What somebody has seen: every item that ever left for them, as it last did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.clock import Moment
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.ids import Id
from app.domain.packs import PackItem, Shared, SharedItem
from app.queries.ledger import LedgerItem, compared
from app.queries.packs import as_it_reads
from app.storage import shared_rows
from app.storage.shared_rows import Left
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class SeenItem:
    """An item that left for somebody: when last, with which line, and how it differs now."""

    item: LedgerItem
    line: Id
    when: Moment
    times: int


def seen_by(vault: Vault, person: Person, library: Library) -> tuple[SeenItem, ...]:
    """What was saved for somebody, each item once, what left last first."""
    reader = vault.read
    left = shared_rows.items_of(reader, person)
    times = Counter(each.item for each in left)
    last = {each.item: each for each in reversed(left)}
    newest = [each for each in left if last[each.item] is each]
    found = reader.among(Shared, "id", {each.line for each in newest}) if newest else []
    lines = {line.id: line for line in found}
    then = [_item(lines[each.line], each) for each in newest]
    chosen = tuple(PackItem(item.kind, item.id, item.fields) for item in then)
    now = as_it_reads(vault, chosen, library, person.id)
    return tuple(
        SeenItem(compared(reader, item, reads), line.id, _when(line), times[each.item])
        for each, item, reads in zip(newest, then, now, strict=True)
        for line in (lines[each.line],)
    )


def _item(line: Shared, left: Left) -> SharedItem:
    return next(item for item in line.items if (item.kind, item.id) == left.item)


def _when(line: Shared) -> Moment:
    return Moment(line.at, line.offset)
