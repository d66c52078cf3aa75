"""Passages that stay with the mentee, and later notes beside the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.changes import Op
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Mark, Pack, Passage, Shared, SharedItem, SharedMark
from app.domain.packs import Withholding as Kept
from app.domain.records import FixedError
from app.operations import journal, packs, people
from app.operations.journal import EntryDraft
from app.operations.trash import purge
from app.queries.packs import Candidate, candidates, source
from app.storage.connection import Row
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
DEV = Passage("I think Dev knew too.")
NIGHT = Passage("It was late", marked=False)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom")
    yield vault
    vault.close()


def pack_for(vault: Vault, person: Person) -> tuple[Pack, Candidate]:
    """A pack for somebody in which the one entry of the vault is ticked."""
    if not vault.read.all(Entry):
        journal.add(
            vault, EntryDraft(title="Planning day", body="I think Dev knew too. It was late.")
        )
    (candidate,) = candidates(vault, LIBRARY, (), person.id)
    pack = Pack(recipient=person.id).with_item(candidate.choice(("body",)))
    return packs.add(vault, pack), candidate


def withhold(vault: Vault, pack: Pack, candidate: Candidate, *passages: Passage) -> Pack:
    """The pack with these passages of its item withheld."""
    whole = replace(candidate.whole, passages=passages)
    return packs.withhold(vault, pack, Candidate(whole).choice(("body",)), passages)


def test_a_passage_stays_for_one_recipient_in_every_pack(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    johan = people.add_person(vault, Person(name="Johan"))
    pack, candidate = pack_for(vault, ruth)
    pack = withhold(vault, pack, candidate, DEV)
    (chosen,) = source(vault, pack, LIBRARY).chosen
    assert chosen.passages == (DEV,)
    assert source(vault, pack, LIBRARY).passages == (DEV,)
    _, again = pack_for(vault, ruth)
    assert again.whole.passages == (DEV,)
    _, other = pack_for(vault, johan)
    assert other.whole.passages == ()


def test_another_pack_of_that_recipient_asks_again(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    first, candidate = pack_for(vault, ruth)
    second, _ = pack_for(vault, ruth)
    withhold(vault, first, candidate, DEV)
    assert source(vault, second, LIBRARY).chosen == ()


def test_showing_it_again_is_another_choice(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, candidate = pack_for(vault, ruth)
    pack = withhold(vault, pack, candidate, DEV, NIGHT)
    pack = withhold(vault, pack, candidate, NIGHT)
    (chosen,) = source(vault, pack, LIBRARY).chosen
    assert chosen.passages == (NIGHT,)
    assert len(vault.read.all(Kept)) == 1


def test_undo_brings_pack_and_passages_back_together(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, candidate = pack_for(vault, ruth)
    withhold(vault, pack, candidate, DEV)
    vault.undo()
    (chosen,) = source(vault, vault.read.get(Pack, pack.id), LIBRARY).chosen
    assert chosen.passages == ()


def test_a_run_of_passages_is_taken_back_at_once_until_it_is_sealed(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, candidate = pack_for(vault, ruth)
    pack = withhold(vault, pack, candidate, DEV)
    vault.seal()
    pack = withhold(vault, pack, candidate)
    pack = withhold(vault, pack, candidate, NIGHT)
    vault.undo()
    (chosen,) = source(vault, vault.read.get(Pack, pack.id), LIBRARY).chosen
    assert chosen.passages == (DEV,)
    vault.undo()
    (chosen,) = source(vault, vault.read.get(Pack, pack.id), LIBRARY).chosen
    assert chosen.passages == ()


def test_another_recipient_of_the_same_pack_gets_no_more(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    johan = people.add_person(vault, Person(name="Johan"))
    pack, candidate = pack_for(vault, ruth)
    pack = withhold(vault, pack, candidate, DEV)
    pack = packs.revise(vault, replace(pack, recipient=johan.id))
    (chosen,) = source(vault, pack, LIBRARY).chosen
    assert chosen.passages == (DEV,)


@pytest.mark.parametrize("kind", [Kind.ENTRY, Kind.PERSON])
def test_what_is_deleted_for_good_takes_its_passages_with_it(vault: Vault, kind: Kind) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, candidate = pack_for(vault, ruth)
    withhold(vault, pack, candidate, DEV)
    if kind is Kind.ENTRY:
        journal.delete(vault, candidate.id)
        purge(vault, kind, candidate.id)
    else:
        people.delete_person(vault, ruth.id)
        purge(vault, kind, ruth.id)
    assert vault.read.all(Kept) == []
    rows: list[Row] = vault.read.rows("SELECT old FROM change WHERE kind = 'withholding'")
    assert rows == []


def test_a_pack_asks_again_once_nothing_can_stand_for_a_name_any_more(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    dev = people.add_person(vault, Person(name="Dev"))
    pack, _ = pack_for(vault, ruth)
    pack = packs.revise(vault, replace(pack, unnamed=(dev.id,)))
    people.delete_person(vault, dev.id)
    assert len(source(vault, pack, LIBRARY).chosen) == 1
    purge(vault, Kind.PERSON, dev.id)
    assert source(vault, vault.read.get(Pack, pack.id), LIBRARY).chosen == ()


def test_what_is_withheld_in_an_item_that_changed_stays_in_the_others(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, candidate = pack_for(vault, ruth)
    pack = withhold(vault, pack, candidate, DEV)
    assert source(vault, pack, LIBRARY).kept == ()
    changed = replace(pack, items=tuple(replace(item, seen=0) for item in pack.items))
    found = source(vault, changed, LIBRARY)
    assert (found.chosen, found.kept, found.passages) == ((), (DEV,), (DEV,))


def test_a_pack_is_for_nobody_once_its_reader_is_deleted_for_good(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, _ = pack_for(vault, ruth)
    people.delete_person(vault, ruth.id)
    assert vault.read.get(Pack, pack.id).recipient == ruth.id
    purge(vault, Kind.PERSON, ruth.id)
    assert vault.read.get(Pack, pack.id).recipient == NO_ID


def test_images_are_not_said_to_leave_without_their_text(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    pack, candidate = pack_for(vault, ruth)
    pack = packs.revise(vault, pack.with_item(candidate.choice(("images", "tags"))))
    (chosen,) = source(vault, pack, LIBRARY).chosen
    assert chosen.fields == ("tags",)


def test_somebody_who_is_gone_is_no_longer_kept_unnamed(vault: Vault) -> None:
    dev = people.add_person(vault, Person(name="Dev"))
    pack = packs.add(vault, Pack(unnamed=(dev.id,)))
    people.delete_person(vault, dev.id)
    assert [each.name for each in source(vault, pack, LIBRARY).unnamed] == ["Dev"]
    purge(vault, Kind.PERSON, dev.id)
    assert vault.read.get(Pack, pack.id).unnamed == ()


def test_a_note_beside_the_ledger_is_of_today_and_stays(vault: Vault) -> None:
    with vault.transact(Op.SHARE_PACK) as write:
        line = write.put(Shared(title="A"))
    noted = packs.mark(vault, line.id, Mark.REVOKED)
    assert (noted.shared, noted.mark, noted.day) == (line.id, Mark.REVOKED, NOON.day)
    assert vault.read.get(Shared, line.id) == line
    with pytest.raises(FixedError), vault.transact(Op.MARK_SHARED) as write:
        write.put(replace(noted, mark=Mark.DELETED))
    vault.undo()
    assert vault.read.all(SharedMark) == []


def test_a_line_from_before_there_were_passages_is_still_read(vault: Vault) -> None:
    item = SharedItem(Kind.ENTRY, Id("e"), "A", ("body",), ("0" * 64,))
    with vault.transact(Op.SHARE_PACK) as write:
        line = write.put(Shared(title="A", items=(item,)))
        write.execute("DROP TRIGGER shared_fixed")
        earlier = '[{"kind":"entry","id":"e","title":"A","fields":["body"],"versions":["00"]}]'
        write.execute("UPDATE shared SET items = ? WHERE id = ?", (earlier, line.id))
    (found,) = vault.read.get(Shared, line.id).items
    assert found == replace(item, versions=("00",))
