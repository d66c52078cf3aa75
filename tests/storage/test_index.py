from __future__ import annotations

from dataclasses import replace

import pytest

from app.changes import Op
from app.domain.entries import Entry
from app.domain.ids import Kind
from app.domain.query import parse
from app.domain.searches import SavedSearch, Sort
from app.operations import journal
from app.operations.journal import EntryDraft
from app.queries import search
from app.storage import finding
from app.storage.errors import DiskFullError
from app.storage.finding import Searched
from app.storage.index import LATER, SLOTS
from app.vault import Vault
from tests.vaults import reopened


def _found(vault: Vault, text: str) -> list[Kind]:
    found = search.find(vault, parse(text), Sort.NEWEST)
    assert found is not None
    return [hit.kind for hit in found.hits]


def test_a_kind_joins_by_one_declaration(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    declared = Searched(groups=("searches",), title="name", texts=("query",))
    monkeypatch.setitem(finding.SEARCHED, Kind.SEARCH, declared)
    with vault.transact(Op.SAVE_SEARCH) as write:
        write.put(SavedSearch(name="quiet", query="findme"))
    assert _found(vault, "findme in:searches") == [Kind.SEARCH]
    assert vault.verify()


def test_what_was_there_before_its_kind_was_declared_is_found_after_opening(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(vault, EntryDraft(title="findme"))
    without = {kind: each for kind, each in finding.SEARCHED.items() if kind is not Kind.ENTRY}
    vault.close()
    with monkeypatch.context() as patched:
        for kind in set(finding.SEARCHED) - set(without):
            patched.delitem(finding.SEARCHED, kind)
        again = reopened(vault.folder)
        assert _found(again, "findme") == []
        again.close()
    now = reopened(vault.folder)
    assert _found(now, "findme") == [Kind.ENTRY]
    assert now.verify()
    now.close()


def test_a_roll_back_leaves_the_index_alone(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="before"))
    with pytest.raises(RuntimeError), vault.transact(Op.WRITE_ENTRY) as write:
        write.put(replace(entry, title="after"))
        raise RuntimeError
    assert _found(vault, "before") == [Kind.ENTRY]
    assert _found(vault, "after") == []


def test_a_long_text_is_indexed_when_it_is_looked_for(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="long", body="word " * LATER + "findme"))
    assert vault._index.stale == 1
    assert _found(vault, "findme") == [Kind.ENTRY]
    assert vault._index.stale == 0
    journal.write(vault, entry.id, EntryDraft(title="short"))
    assert _found(vault, "findme") == []
    assert _found(vault, "short") == [Kind.ENTRY]


def test_many_of_one_minute_have_a_row_each(vault: Vault) -> None:
    with vault.transact(Op.IMPORT) as write:
        for number in range((1 << SLOTS) + 10):
            write.put(Entry(title=f"findme {number}").dated(vault.now()))
    tallied = search.tally(vault, parse("findme on:2026-05-20"))
    assert tallied is not None
    assert tallied.total == (1 << SLOTS) + 10


def test_the_index_made_anew_finds_the_same(vault: Vault) -> None:
    journal.add(vault, EntryDraft(title="findme"))
    vault.rebuild_index()
    assert _found(vault, "findme") == [Kind.ENTRY]


def test_words_of_a_transaction_that_was_not_kept_are_learned_from_the_next(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(vault, EntryDraft(body="marmalade " * LATER))  # indexed at the next look-up
    run = vault._connection.execute

    def refuse_commit(sql: str, values: tuple[object, ...] = ()) -> None:
        if sql == "COMMIT":
            raise DiskFullError
        run(sql, values)  # type: ignore[arg-type]

    monkeypatch.setattr(vault._connection, "execute", refuse_commit)
    with pytest.raises(DiskFullError):
        journal.add(vault, EntryDraft(body="marmalade"))
    monkeypatch.undo()
    assert _found(vault, "armalad") == [Kind.ENTRY]
    assert vault.verify_index()
