from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from app.changes import Op
from app.clock import FixedClock
from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.cycles import Relation
from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.packs import OWNER_NAME, Pack, Shared, SharedMark
from app.errors import NotFoundError
from app.operations import journal, packs
from app.operations.journal import EntryDraft
from app.queries import packs as pack_queries
from app.queries.ledger import LedgerDetail, detail, lines
from app.queries.ledger import packs as rows
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
MINUTE = 60_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", clock)
    vault.prefer(OWNER_NAME, "Ines")
    yield vault
    vault.close()


@pytest.fixture
def entry(vault: Vault) -> Entry:
    return journal.add(vault, EntryDraft(title="Planning day", body="I went quiet.", energy=2))


def saved(vault: Vault, folder: Path, *fields: str) -> Id:
    """A pack of the one entry, saved as a PDF; the id of its line."""
    ruth = packs.add_recipient(vault, "Ruth", Relation.MENTOR)
    (candidate,) = pack_queries.candidates(vault, LIBRARY)
    pack = Pack(title="For Ruth", recipient=ruth.id, purpose="Our check-in")
    pack = packs.add(vault, pack.with_item(candidate.choice(fields)))
    made = pack_queries.source(vault, pack, LIBRARY)
    return packs.save(vault, packs.build(made, None), folder / f"{pack.id}.pdf").id


def compared(vault: Vault, line: Id) -> LedgerDetail:
    return detail(vault, line, LIBRARY)


def test_the_ledger_is_newest_first(
    vault: Vault, entry: Entry, clock: FixedClock, tmp_path: Path
) -> None:
    assert entry.energy == 2
    first = saved(vault, tmp_path, "body")
    clock.advance(MINUTE)
    second = saved(vault, tmp_path, "body", "energy")
    found = lines(vault)
    assert [row.id for row in found] == [second, first]
    assert (found[0].recipient, found[0].purpose, found[0].items) == ("Ruth", "Our check-in", 1)
    assert found[0].pages >= 1
    assert not found[0].passphrase


def test_packs_are_drafts_until_one_was_saved(vault: Vault, entry: Entry, tmp_path: Path) -> None:
    assert entry.title
    saved(vault, tmp_path, "body")
    packs.add(vault, Pack(title="Draft"))
    assert {(row.title, row.recipient, row.items, row.saved) for row in rows(vault)} == {
        ("For Ruth", "Ruth", 1, 1),
        ("Draft", "", 0, 0),
    }


def test_what_was_changed_since_is_named_by_its_fields(
    vault: Vault, entry: Entry, tmp_path: Path
) -> None:
    line = saved(vault, tmp_path, "body", "energy")
    assert compared(vault, line).changed == ()
    draft = EntryDraft.of(entry)
    journal.write(vault, entry.id, replace(draft, body="I spoke.", confidence=1))
    (item,) = compared(vault, line).changed
    assert item.changed == ("body",)
    journal.write(vault, entry.id, replace(draft, title="Another day", energy=None))
    assert compared(vault, line).items[0].changed == ("title", "energy")
    assert compared(vault, line).items[0].title == "Planning day"


def test_a_change_that_never_left_is_none(vault: Vault, entry: Entry, tmp_path: Path) -> None:
    line = saved(vault, tmp_path, "body")
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), energy=5, tags=("secret",)))
    assert compared(vault, line).changed == ()


def test_an_item_that_is_gone_and_one_that_came_back(
    vault: Vault, entry: Entry, tmp_path: Path
) -> None:
    line = saved(vault, tmp_path, "body")
    journal.delete(vault, entry.id)
    assert compared(vault, line).items[0].gone
    journal.restore(vault, entry.id)
    assert not compared(vault, line).items[0].gone


def test_the_line_outlives_its_pack(vault: Vault, entry: Entry, tmp_path: Path) -> None:
    line = saved(vault, tmp_path, "body")
    known = compared(vault, line)
    assert known.pack is not None
    assert known.owner == "Ines"
    packs.delete(vault, known.pack.id)
    assert entry.id == known.items[0].id
    assert compared(vault, line).pack is None
    assert compared(vault, line).shared == known.shared


def test_a_line_that_never_was(vault: Vault) -> None:
    with pytest.raises(NotFoundError):
        compared(vault, Id("none"))


@pytest.mark.usefixtures("entry")
def test_not_even_the_database_changes_a_line(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An operation that forgot the rule is stopped by a trigger in the vault itself."""
    line = vault.read.get(Shared, saved(vault, tmp_path, "body"))
    monkeypatch.setattr(Shared, "fixed", False)
    for changed in ({"recipient": "Nobody"}, {"items": ()}, {"sha256": ""}, {"at": 0}):
        forged = replace(line, **changed)
        with pytest.raises(Exception, match="does not change"), vault.transact(Op.PREFER) as write:
            write.put(forged)
    assert vault.read.all(Shared) == [line]


def test_the_triggers_name_every_column_but_those_of_the_trash(vault: Vault) -> None:
    """A column added later would be one that anything may change."""
    for cls in (Shared, SharedMark, Assessment):
        sql = "SELECT sql FROM sqlite_master WHERE name = ?"
        ((trigger,),) = vault.read.rows(sql, (f"{cls.kind}_fixed",))
        named = str(trigger).split(" UPDATE OF ")[1].split(" ON ")[0]
        columns = {name.strip().strip('"') for name in named.split(",")}
        assert columns == {each.name for each in fields(cls)} - {"modified", "deleted"}
