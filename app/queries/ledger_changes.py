"""What has changed in the items of a PDF since it was saved, in the words of then and of now."""

from __future__ import annotations

from dataclasses import dataclass

from app.content.library import Library
from app.domain.ids import Kind
from app.domain.packs import Shared, SharedItem
from app.domain.worddiff import Piece, diff
from app.queries.ledger import LedgerDetail, LedgerItem, chosen_then
from app.queries.packs import as_it_reads
from app.sharing.compose import ENGLISH
from app.sharing.fields import digest, said
from app.sharing.source import Chosen
from app.sharing.wording import worded
from app.sharing.words import PackWords
from app.storage.past_rows import appeared
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of an item, or its "title", that reads differently now.

    `then` is None where the vault does not know any more what it said.
    """

    item: LedgerItem
    field: str
    then: str | None
    now: str

    @property
    def length(self) -> int:
        """How many characters there are to compare."""
        return len(self.then or "") + len(self.now)

    def pieces(self) -> tuple[Piece, ...]:
        """What was deleted, what was inserted and what stayed; long texts take their time."""
        return diff(self.then or "", self.now)


def differences(
    vault: Vault, found: LedgerDetail, library: Library, words: PackWords = ENGLISH
) -> tuple[Difference, ...]:
    """What reads differently now, field by field in the order of the paper.

    The ledger keeps digests and no words: what an item said then is read from the change log, and
    believed only where it gives the digest that was kept.
    """
    if not found.changed:
        return ()
    shared = found.shared
    chosen = chosen_then(shared)
    now = as_it_reads(vault, chosen, library, shared.person)
    then = _then(vault, shared, library) or [None] * len(now)
    return tuple(
        _difference((item, left), field, (old, new), words)
        for item, left, old, new in zip(found.items, shared.items, then, now, strict=True)
        if new is not None
        for field in item.changed
    )


def _then(vault: Vault, shared: Shared, library: Library) -> list[Chosen | None] | None:
    """The items as they read when the line was written; None where the log does not tell."""
    seq = appeared(vault.read, Kind.SHARED, shared.id)
    if seq is None:
        return None
    return as_it_reads(vault, chosen_then(shared), library, shared.person, vault.as_of(seq))


def _difference(
    item: tuple[LedgerItem, SharedItem],
    field: str,
    reads: tuple[Chosen | None, Chosen],
    words: PackWords,
) -> Difference:
    (known, left), (old, new) = item, reads
    if field == "title":
        return Difference(known, field, left.title, new.record.title)
    if old is None or digest(old, field) != left.versions[left.fields.index(field)]:
        return Difference(known, field, None, worded(new, field, words))
    before, after = worded(old, field, words), worded(new, field, words)
    if (
        before == after and field != "images"
    ):  # only signs of Markdown differ, or what is not printed
        before, after = _typed(old, field), _typed(new, field)
    return Difference(known, field, before, after)


def _typed(chosen: Chosen, field: str) -> str:
    return "\n".join(said(chosen, field))
