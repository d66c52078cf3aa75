"""What somebody has seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.changes import Op
from app.clock import FixedClock
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.ids import Kind
from app.domain.packs import Pack, Passage, Shared, SharedItem
from app.operations import journal, packs, people, trash
from app.operations.journal import EntryDraft
from app.queries import packs as pack_queries
from app.queries.seen import SeenItem, seen_by
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
HOUR = 3_600_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", clock)
    yield vault
    vault.close()


@pytest.fixture
def ruth(vault: Vault) -> Person:
    return packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)


def save(
    vault: Vault, folder: Path, person: Person, *choices: tuple[Entry, tuple[str, ...]]
) -> Shared:
    """A PDF of these entries with these fields, saved."""
    pack = Pack(title="For them", recipient=person.id, purpose="Check-in")
    known = {each.id: each for each in pack_queries.candidates(vault, LIBRARY, (), person.id)}
    for entry, fields in choices:
        pack = pack.with_item(known[entry.id].choice(fields))
    pack = packs.add(vault, pack)
    source = pack_queries.source(vault, pack, LIBRARY)
    return packs.save(vault, packs.build(source, None), folder / f"{pack.id}.pdf")


def seen(vault: Vault, person: Person) -> tuple[SeenItem, ...]:
    return seen_by(vault, person, LIBRARY)


def test_each_item_stands_once_as_it_left_last(
    vault: Vault, ruth: Person, clock: FixedClock, tmp_path: Path
) -> None:
    day = journal.add(vault, EntryDraft(title="Day", body="I waited.", energy=2))
    night = journal.add(vault, EntryDraft(title="Night", body="I slept."))
    save(vault, tmp_path, ruth, (day, ("body", "energy")), (night, ("body",)))
    clock.advance(HOUR)
    last = save(vault, tmp_path, ruth, (day, ("body",)))
    first, second = seen(vault, ruth)
    assert (first.item.title, first.item.fields, first.times) == ("Day", ("body",), 2)
    assert (first.line, first.when.at) == (last.id, NOON.at + HOUR)
    assert (second.item.title, second.times, second.when.at) == ("Night", 1, NOON.at)


def test_nobody_else_is_told_of(vault: Vault, ruth: Person, tmp_path: Path) -> None:
    day = journal.add(vault, EntryDraft(title="Day", body="I waited."))
    johan = packs.add_recipient(vault, "Johan", Relation.SPONSOR)
    save(vault, tmp_path, johan, (day, ("body",)))
    assert seen(vault, ruth) == ()
    assert [each.item.title for each in seen(vault, johan)] == ["Day"]


def test_what_changed_went_or_was_withheld_is_known(
    vault: Vault, ruth: Person, tmp_path: Path
) -> None:
    day = journal.add(vault, EntryDraft(title="Day", body="I waited. It was hard."))
    night = journal.add(vault, EntryDraft(title="Night", body="I slept."))
    pack = packs.add(vault, Pack(recipient=ruth.id))
    known = {each.id: each for each in pack_queries.candidates(vault, LIBRARY)}
    packs.withhold(vault, pack, known[day.id].choice(("body",)), (Passage("It was hard."),))
    save(vault, tmp_path, ruth, (day, ("body",)), (night, ("body",)))
    assert [each.item.changed for each in seen(vault, ruth)] == [(), ()]
    assert [each.item.passages for each in seen(vault, ruth)] == [1, 0]
    journal.write(vault, day.id, replace(EntryDraft.of(day), body="I spoke."))
    journal.delete(vault, night.id)
    first, second = (each.item for each in seen(vault, ruth))
    assert (first.changed, first.gone) == (("body",), False)
    assert (second.changed, second.gone, second.erased) == ((), True, False)
    trash.purge(vault, Kind.ENTRY, night.id)
    assert seen(vault, ruth)[1].item.erased


def test_a_line_from_before_people_were_kept_is_found_by_a_name_they_had(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    people.revise_person(vault, replace(ruth, name="Ruth Adeyemi"))
    item = SharedItem(Kind.ENTRY, ruth.id, "Day", ("body",), ("",))
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(Shared(recipient="Ruth", items=(item,), at=NOON.at))
        write.put(Shared(recipient="Somebody", items=(item,), at=NOON.at))
    found = seen(vault, vault.read.get(Person, ruth.id))
    assert [(each.item.title, each.times, each.item.erased) for each in found] == [("Day", 1, True)]
