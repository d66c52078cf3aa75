from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.changes import Op
from app.domain.entries import Entry
from app.domain.ids import Kind
from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage.connection import Value
from app.storage.writing import _trimmed, untrimmed
from app.vault import Vault


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=20), st.text(max_size=20))
def test_a_trimmed_text_can_be_made_whole_again(
    head: str, tail: str, before: str, after: str
) -> None:
    old, new = head + before + tail, head + after + tail
    stored, kept = _trimmed(old, new)
    assert untrimmed(stored, kept, new) == old


def test_typing_at_the_end_of_a_long_text_logs_little() -> None:
    long = "word " * 20_000
    stored, kept = _trimmed(long, long + "more")
    assert (stored, kept) == ("", f"{len(long)},0")


def _past_bodies(vault: Vault, entry: Entry) -> list[Value]:
    """Every earlier state of an entry's text, newest first, from the change log alone."""
    text: Value = entry.body
    found = []
    rows = vault.read.rows(
        "SELECT old, trimmed FROM change WHERE id = ? AND field = 'body' ORDER BY seq DESC",
        (entry.id,),
    )
    for old, kept in rows:
        text = untrimmed(old, kept, text)
        found.append(text)
    return found


def test_the_change_log_returns_every_past_text(vault: Vault) -> None:
    texts = ["one " * 30, "one " * 30 + "two", "changed " + "one " * 30, "short"]
    with vault.transact(Op.ADD_ENTRY) as write:
        entry = write.put(Entry(body=texts[0]))
    for text in texts[1:]:
        with vault.transact(Op.WRITE_ENTRY) as write:
            entry = write.put(replace(entry, body=text))
    assert _past_bodies(vault, entry) == texts[-2::-1]


def test_the_log_names_operation_field_and_install(vault: Vault) -> None:
    with vault.transact(Op.ADD_ENTRY) as write:
        entry = write.put(Entry(title="a"))
    with vault.transact(Op.WRITE_ENTRY) as write:
        write.put(replace(entry, title="b", bring=True))
    rows = vault.read.rows(
        "SELECT op, field, old FROM change JOIN txn ON txn.seq = change.txn ORDER BY change.seq"
    )
    assert rows == [
        ("add_entry", "", None),
        ("write_entry", "title", "a"),
        ("write_entry", "bring", 0),
    ]
    installs = vault.read.rows("SELECT DISTINCT install FROM txn")
    assert installs == [(vault.read.meta("install"),)]


def test_a_row_that_undo_removes_is_logged_whole(vault: Vault) -> None:
    with vault.transact(Op.ADD_ENTRY) as write:
        entry = write.put(Entry(title="kept in the log"))
    vault.undo()
    ((old,),) = vault.read.rows("SELECT old FROM change WHERE old IS NOT NULL")
    assert "kept in the log" in old
    assert vault.read.find(Entry, entry.id) is None


def test_rows_that_hold_the_same_change_alike_and_come_back(vault: Vault) -> None:
    entries = [journal.add(vault, EntryDraft(body=f"{n}", tags=("a",))) for n in range(3)]
    stamps = {entry.id: entry.modified for entry in entries[:2]}
    with vault.transact(Op.RENAME_TAG) as write:
        write.change_alike(Kind.ENTRY, stamps, "tags", '["a"]', '["b"]')
    assert [entry.tags for entry in vault.read.all(Entry)] == [("b",), ("b",), ("a",)]
    assert [entry.body for entry in vault.read.all(Entry)] == ["0", "1", "2"]
    vault.undo()
    assert vault.read.all(Entry) == entries
    vault.redo()
    assert [entry.tags for entry in vault.read.all(Entry)] == [("b",), ("b",), ("a",)]


def test_erasing_leaves_no_line_of_the_log(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(body="gone"))
    other = journal.add(vault, EntryDraft(body="stays"))
    journal.write(vault, entry.id, EntryDraft(body="gone and changed"))
    vault.keep_draft(f"note.{entry.id}", "gone")
    with vault.transact(Op.PURGE) as write:
        write.erase(Kind.ENTRY, entry.id)
        write.erase(Kind.ENTRY, entry.id)
    assert vault.read.find(Entry, entry.id) is None
    assert vault.read.rows("SELECT DISTINCT id FROM change") == [(other.id,)]
    assert vault.read.draft(f"note.{entry.id}") is None
