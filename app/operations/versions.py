"""Bringing back how an entry was."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.entries import Entry
from app.domain.ids import Id
from app.errors import NotFoundError
from app.storage import version_rows
from app.vault import Vault


def bring_back(vault: Vault, entry_id: Id, seq: int) -> Entry:
    """The entry with the title, text, tags and ratings of a version, as a new version.

    Its day, its marks and what it is evidence for stay as they are.
    """
    with vault.transact(Op.RESTORE_VERSION) as write:
        entry = write.get(Entry, entry_id)
        found = version_rows.state(write, entry_id, seq)
        past = found.entry if found else None
        if past is None:
            raise NotFoundError(kind=Entry.kind.value)
        return write.put(
            replace(
                entry,
                title=past.title,
                body=past.body,
                tags=past.tags,
                energy=past.energy,
                confidence=past.confidence,
                template=past.template,
            )
        )
