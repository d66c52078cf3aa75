from __future__ import annotations

from app.changes import Op
from app.domain.entries import Entry
from app.operations import journal
from app.storage.source_rows import sources
from app.vault import Vault


def test_sources_of_entries_are_found_also_in_the_trash(vault: Vault) -> None:
    with vault.transact(Op.IMPORT) as write:
        write.put(Entry(title="Here", source="jrnl:1"))
        gone = write.put(Entry(title="Gone", source="jrnl:2"))
        write.put(Entry(title="Written here"))
    journal.delete(vault, gone.id)
    assert sources(vault.read) == {"jrnl:1", "jrnl:2"}
