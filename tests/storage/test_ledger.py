from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from app.changes import Op
from app.charts.seen import ChartChoice
from app.clock import FixedClock, Moment
from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import OWNER_NAME, Mark, Pack, PackType, Passage, Shared, SharedMark
from app.errors import NotFoundError
from app.operations import journal, packs, people, trash
from app.operations.journal import EntryDraft
from app.queries import packs as pack_queries
from app.queries.ledger import LedgerDetail, MarkRow, again, detail, lines, sent
from app.queries.ledger import packs as rows
from app.queries.packs import Candidate
from app.sharing.fingerprint import Fingerprint
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
MINUTE = 60_000
DAY = 24 * 60 * MINUTE


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
    line = found[0].line
    assert (line.recipient, line.purpose, line.items) == ("Ruth", "Our check-in", 1)
    assert line.pages >= 1
    assert not line.passphrase


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


def test_notes_stand_beside_a_line_in_their_order(
    vault: Vault, entry: Entry, clock: FixedClock, tmp_path: Path
) -> None:
    assert entry.title
    line = saved(vault, tmp_path, "body")
    assert lines(vault)[0].mark is None
    packs.mark(vault, line, Mark.REVOKED)
    clock.advance(DAY)
    packs.mark(vault, line, Mark.DELETED)
    (row,) = lines(vault)
    assert row.marks == (
        MarkRow(Mark.REVOKED, date(2026, 5, 20)),
        MarkRow(Mark.DELETED, date(2026, 5, 21)),
    )
    assert row.mark == row.marks[1]
    assert compared(vault, line).row == row
    vault.undo()
    assert lines(vault)[0].marks == row.marks[:1]


def test_until_when_it_was_meant_is_said_once_that_has_passed_and_nothing_was_noted(
    vault: Vault,
) -> None:
    until = date(2026, 5, 29)
    with vault.transact(Op.SHARE_PACK) as write:
        line = write.put(Shared(until=until, at=NOON.at))
    (row,) = lines(vault)
    assert row.lapsed(until) is None
    assert row.lapsed(date(2026, 5, 30)) == until
    packs.mark(vault, line.id, Mark.EXPIRED)
    assert lines(vault)[0].lapsed(date(2026, 5, 30)) is None


def test_a_line_knows_who_it_was_for_as_long_as_they_are_known(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(Shared(person=ruth.id, recipient="R. Adeyemi", at=NOON.at + 2))
        write.put(Shared(recipient="Ruth", at=NOON.at + 1))
        write.put(Shared(recipient="Johan", at=NOON.at))
    assert [row.person for row in lines(vault)] == [ruth.id, ruth.id, NO_ID]
    people.delete_person(vault, ruth.id)
    assert [row.person for row in lines(vault)] == [NO_ID, NO_ID, NO_ID]


def test_a_new_draft_holds_what_left_and_asks_again_for_what_changed(
    vault: Vault, entry: Entry, tmp_path: Path
) -> None:
    second = journal.add(vault, EntryDraft(title="Night", body="I slept."))
    third = journal.add(vault, EntryDraft(title="Gone", body="..."))
    ruth = packs.add_recipient(vault, "Ruth", Relation.MENTOR)
    pack = Pack(title="For Ruth", recipient=ruth.id, purpose="Check-in", note="Push me",
                type=PackType.PROGRESS, until=date(2026, 5, 29))  # fmt: skip
    for candidate in pack_queries.candidates(vault, LIBRARY):
        pack = pack.with_item(candidate.choice(("body",)))
    pack = packs.add(vault, pack)
    built = packs.build(pack_queries.source(vault, pack, LIBRARY), None)
    line = packs.save(vault, built, tmp_path / "a.pdf")
    journal.write(vault, second.id, replace(EntryDraft.of(second), body="I woke."))
    journal.delete(vault, third.id)
    packs.delete(vault, pack.id)
    found = packs.add(vault, again(vault, line.id, LIBRARY))
    assert found.id != pack.id
    assert (found.recipient, found.purpose, found.note) == (ruth.id, "Check-in", "Push me")
    assert (found.type, found.until) == (PackType.PROGRESS, None)
    assert {item.id for item in found.items} == {entry.id, second.id}
    source = pack_queries.source(vault, found, LIBRARY)
    assert [each.id for each in source.chosen] == [entry.id]


def test_a_new_draft_ticks_nothing_that_is_never_offered(
    vault: Vault, entry: Entry, tmp_path: Path
) -> None:
    for ago in range(12):
        draft = EntryDraft(body="words", tags=("quiet",))
        journal.add(vault, draft, Moment(NOON.at - ago * DAY, NOON.offset))
    themes = ChartChoice("themes", date(2026, 5, 1), date(2026, 5, 20)).id
    found = {each.id: each for each in pack_queries.candidates(vault, LIBRARY, [themes])}
    pack = Pack(purpose="Our check-in").with_item(found[themes].choice(("chart",)))
    pack = pack.with_item(found[entry.id].choice(("body", "energy", "confidence", "tags")))
    built = packs.build(pack_queries.source(vault, packs.add(vault, pack), LIBRARY), None)
    line = packs.save(vault, built, tmp_path / "a.pdf")
    assert [item.id for item in line.items] == [themes, entry.id]
    (item,) = again(vault, line.id, LIBRARY).items
    assert (item.id, item.fields) == (entry.id, ("body",))


def test_a_new_draft_asks_again_where_other_passages_are_withheld_by_now(
    vault: Vault, entry: Entry, tmp_path: Path
) -> None:
    ruth = packs.add_recipient(vault, "Ruth", Relation.MENTOR)
    pack = packs.add(vault, Pack(recipient=ruth.id, purpose="Our check-in"))
    (candidate,) = pack_queries.candidates(vault, LIBRARY, (), ruth.id)
    kept = (Passage("I went quiet"),)
    choice = Candidate(replace(candidate.whole, passages=kept)).choice(("body",))
    pack = packs.withhold(vault, pack, choice, kept)
    built = packs.build(pack_queries.source(vault, pack, LIBRARY), None)
    line = packs.save(vault, built, tmp_path / "a.pdf")
    (same,) = again(vault, line.id, LIBRARY).items
    assert same.seen == choice.seen
    packs.withhold(vault, pack, candidate.choice(("body",)), ())
    (changed,) = again(vault, line.id, LIBRARY).items
    assert (changed.id, changed.seen) == (entry.id, 0)


def test_a_draft_is_made_of_a_line_whose_pack_and_reader_are_gone(vault: Vault) -> None:
    with vault.transact(Op.SHARE_PACK) as write:
        line = write.put(Shared(title="Old", recipient="Ruth", purpose="p", at=NOON.at))
    found = again(vault, line.id, LIBRARY)
    assert (found.title, found.recipient, found.purpose, found.items) == ("Old", NO_ID, "p", ())
    ruth = people.add_person(vault, Person(name="Ruth"))
    assert again(vault, line.id, LIBRARY).recipient == ruth.id


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Growth summary.pdf", True),
        ("growth summary (2).pdf", True),
        ("Growth summary(1).pdf", True),
        ("Growth summary 2.pdf", False),
        ("Growth summary.txt", False),
        ("Growth summary", False),
    ],
)
def test_a_file_is_known_by_its_bytes_and_told_of_by_its_name(
    vault: Vault, name: str, *, known: bool
) -> None:
    with vault.transact(Op.SHARE_PACK) as write:
        line = write.put(Shared(file_name="Growth summary.pdf", sha256="ab", at=NOON.at))
        again_saved = write.put(Shared(file_name="Other.pdf", sha256="ab", at=NOON.at + 1))
    found = sent(vault, Fingerprint(name, "ab"))
    assert [row.id for row in found.same] == [again_saved.id, line.id]
    found = sent(vault, Fingerprint(name, "cd"))
    assert found.same == ()
    assert [row.id for row in found.named] == ([line.id] if known else [])


def test_an_item_that_was_deleted_for_good_keeps_its_place(
    vault: Vault, entry: Entry, tmp_path: Path
) -> None:
    line = saved(vault, tmp_path, "body")
    (item,) = compared(vault, line).items
    assert (item.fields, item.passages, item.evidence) == (("body",), 0, 0)
    journal.delete(vault, entry.id)
    trash.purge(vault, Kind.ENTRY, entry.id)
    assert compared(vault, line).items[0].erased
    assert compared(vault, line).items[0].title == "Planning day"


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
