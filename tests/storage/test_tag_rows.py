"""Tags are read from their index, without the texts beside them."""

from __future__ import annotations

from pathlib import Path

from app.changes import Op
from app.domain.entries import Entry
from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage import tag_rows
from tests.vaults import new_vault


def test_tags_are_counted_and_those_who_have_them_found(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "ines.greenroom")
    first = journal.add(vault, EntryDraft(body="1", tags=("ruth", "release")))
    second = journal.add(vault, EntryDraft(body="2", tags=("Release",)))
    journal.add(vault, EntryDraft(body="3"))
    assert tag_rows.counts(vault.read) == {"ruth": 1, "release": 1, "Release": 1}
    journal.delete(vault, second.id)
    assert tag_rows.counts(vault.read) == {"ruth": 1, "release": 1}
    with vault.transact(Op.RENAME_TAG) as write:
        renamed = tag_rows.retag(write, lambda tags: tuple(tag.upper() for tag in tags))
    assert renamed == 2
    assert vault.read.get(Entry, first.id).tags == ("RUTH", "RELEASE")
    assert [entry.tags for entry in vault.read.deleted(Entry)] == [("RELEASE",)]
    vault.close()


def test_no_text_is_read_to_count_them(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "ines.greenroom")
    journal.add(vault, EntryDraft(body="1", tags=("ruth",)))
    plan = vault.read.rows(
        "EXPLAIN QUERY PLAN SELECT tag.value, count(*) FROM entry e, json_each(e.tags) tag "
        "WHERE e.tags <> '[]' AND e.deleted IS NULL GROUP BY tag.value"
    )
    assert any("COVERING INDEX entry_tagged" in str(row) for row in plan)
    vault.close()
