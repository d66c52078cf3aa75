"""The trash: what lies in it, and taking things out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.changes import Op
from app.clock import FixedClock
from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.cycles import Person
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import Attempt, CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.images import Image
from app.domain.packs import Pack, PackItem, Shared, SharedItem
from app.domain.support import Support
from app.domain.templates import OwnTemplate
from app.operations import (
    competencies,
    experiences,
    goals,
    images,
    journal,
    packs,
    people,
    templates,
)
from app.operations.journal import EntryDraft
from app.operations.trash import EMPTIED, empty, empty_old, purge, restore
from app.prose import reference
from app.queries.trash import Loss, loss, text, trash
from app.storage.connection import Row, Value
from app.storage.errors import DiskFullError
from app.vault import Vault
from tests.pictures import png
from tests.vaults import NOON, new_vault

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
CANARY = "zq9canary"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Vault:
    return new_vault(tmp_path / "ines.greenroom", clock)


def test_what_was_deleted_last_comes_first(vault: Vault, clock: FixedClock) -> None:
    entry = journal.add(vault, EntryDraft(body="\n# A *quiet* day\nMore."))
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"), [Milestone(title="Pick a date")])
    stretch = goals.add_stretch(vault, Stretch(title="Ask in the all-hands"))
    pack = packs.add(vault, Pack(title="For Ruth"))
    journal.add(vault, EntryDraft(body="Kept."))
    journal.delete(vault, entry.id)
    clock.advance(MINUTE)
    goals.delete_goal(vault, goal.id)
    clock.advance(MINUTE)
    goals.delete_stretch(vault, stretch.id)
    clock.advance(MINUTE)
    packs.delete(vault, pack.id)

    found = [(row.kind, row.title, row.deleted) for row in trash(vault.read)]

    assert found == [
        (Kind.PACK, "For Ruth", NOON.at + 3 * MINUTE),
        (Kind.STRETCH, "Ask in the all-hands", NOON.at + 2 * MINUTE),
        (Kind.GOAL, "Lead a workshop", NOON.at + MINUTE),
        (Kind.ENTRY, "A quiet day", NOON.at),
    ]
    vault.close()


def test_everything_comes_back_with_what_went_with_it(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"), [Milestone(title="Pick a date")])
    stretch = goals.add_stretch(vault, Stretch(title="Ask in the all-hands"))
    pack = packs.add(vault, Pack(title="For Ruth"))
    entry = journal.add(vault, EntryDraft(body="A page."))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.delete(vault, entry.id)
    goals.delete_goal(vault, goal.id)
    goals.delete_stretch(vault, stretch.id)
    packs.delete(vault, pack.id)

    for row in trash(vault.read):
        restore(vault, row.kind, row.id)

    assert trash(vault.read) == []
    assert vault.read.get(Pack, pack.id).title == "For Ruth"
    assert [m.title for m in vault.read.all(Milestone, goal=goal.id)] == ["Pick a date"]
    assert vault.read.get(Stretch, stretch.id)
    assert vault.read.get(Entry, entry.id)
    assert vault.read.all(Evidence, entry=entry.id)
    vault.close()


def test_restoring_a_pack_can_be_taken_back(vault: Vault) -> None:
    pack = packs.add(vault, Pack(title="For Ruth"))
    packs.delete(vault, pack.id)
    restore(vault, Kind.PACK, pack.id)
    vault.undo()
    assert [row.id for row in trash(vault.read)] == [pack.id]
    vault.close()


def test_what_is_not_in_the_trash_stays_as_it_is(vault: Vault) -> None:
    pack = packs.add(vault, Pack(title="For Ruth"))
    before = vault.read.get(Pack, pack.id)
    restore(vault, Kind.PACK, pack.id)
    assert vault.read.get(Pack, pack.id) == before
    vault.close()


def holding(vault: Vault, words: str = CANARY) -> list[str]:
    """The tables in which these words stand anywhere, the index of search included."""
    tables = vault.read.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    found = []
    for (table,) in tables:
        rows = vault.read.rows(f'SELECT * FROM "{table}"')  # noqa: S608 - its own tables
        if any(words.encode() in repr(row).casefold().encode() for row in rows):
            found.append(table)
    return sorted(found)


def trashed_entry(vault: Vault, **fields: object) -> Entry:
    entry = journal.add(vault, EntryDraft(**fields))  # type: ignore[arg-type]
    journal.delete(vault, entry.id)
    return entry


def test_a_template_comes_back_as_well(vault: Vault) -> None:
    template = templates.add(vault, OwnTemplate(name="Friday", body="_What went well?_"))
    templates.delete(vault, template.id)
    (row,) = trash(vault.read)
    assert (row.kind, row.title) == (Kind.TEMPLATE, "Friday")
    assert text(vault.read, row) == "_What went well?_"
    restore(vault, row.kind, row.id)
    assert vault.read.get(OwnTemplate, template.id)
    vault.close()


def test_of_what_is_deleted_for_good_no_word_is_left_anywhere(vault: Vault) -> None:
    words = f"Before {CANARY} after. " + "Kept long enough to be trimmed in the log. " * 3
    entry = journal.add(vault, EntryDraft(title=f"On {CANARY}", body=words, tags=(CANARY,)))
    for more in ("One.", f"{CANARY}ii here.", words):
        vault.seal()
        journal.write(vault, entry.id, EntryDraft(title=CANARY, body=words + more))
    goal = goals.add_goal(vault, Goal(title=f"G {CANARY}"), [Milestone(title=f"M {CANARY}")])
    goals.check_in(vault, CheckIn(goal=goal.id, day=NOON.day, note=f"C {CANARY}"))
    journal.quote(vault, entry.id, f"Before {CANARY}", Kind.GOAL, goal.id)
    template = templates.add(vault, OwnTemplate(name=f"T {CANARY}", body=CANARY))
    vault.keep_draft(f"goal.{goal.id}", CANARY)
    kept = journal.add(vault, EntryDraft(body="zq9kept stays."))
    journal.delete(vault, entry.id)
    goals.delete_goal(vault, goal.id)
    templates.delete(vault, template.id)
    assert {"entry", "change", "evidence", "milestone", "check_in", "draft", "word"} <= set(
        holding(vault)
    )

    for row in trash(vault.read):
        purge(vault, row.kind, row.id)

    assert holding(vault) == []
    assert trash(vault.read) == []
    assert "word" in holding(vault, "zq9kept")
    assert vault.read.get(Entry, kept.id)
    assert vault.verify()
    vault.close()


def test_nothing_brings_back_what_was_deleted_for_good(vault: Vault) -> None:
    first = journal.add(vault, EntryDraft(body="Stays."))
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"))
    entry = journal.add(vault, EntryDraft(body=CANARY))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.delete(vault, entry.id)
    journal.write(vault, first.id, EntryDraft(body="Stays and changes."))
    purge(vault, Kind.ENTRY, entry.id)
    undone = []
    while op := vault.undo():
        undone.append(op)
    while vault.redo():
        pass
    assert undone == [Op.WRITE_ENTRY]
    assert holding(vault) == []
    assert vault.read.all(Evidence) == []
    assert vault.read.get(Entry, first.id).body == "Stays and changes."
    vault.close()


def test_a_log_that_cannot_be_emptied_brings_nothing_back(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = journal.add(vault, EntryDraft(title="Gone"))
    journal.delete(vault, entry.id)
    heard: list[Op] = []
    vault.subscribe(lambda changes: heard.append(changes.op))
    asked = vault._connection.rows

    def refuse(sql: str, values: Sequence[Value] = ()) -> list[Row]:
        if "wal_checkpoint" in sql:
            raise DiskFullError
        return asked(sql, values)

    monkeypatch.setattr(vault._connection, "rows", refuse)
    purge(vault, Kind.ENTRY, entry.id)

    assert heard == [Op.PURGE]
    assert vault.undo() is None
    assert vault.read.find(Entry, entry.id) is None


def test_packs_let_go_of_it_and_the_ledger_keeps_its_line(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="On Sana"))
    other = journal.add(vault, EntryDraft(title="On Ruth"))
    items = tuple(PackItem(Kind.ENTRY, e.id, ("body",)) for e in (entry, other))
    pack = packs.add(vault, Pack(title="For Ruth", items=items))
    line = SharedItem(Kind.ENTRY, entry.id, "On Sana", ("body",), ("0",))
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(Shared(pack=pack.id, items=(line,)))
    journal.delete(vault, entry.id)
    purge(vault, Kind.ENTRY, entry.id)
    assert vault.read.get(Pack, pack.id).items == items[1:]
    assert [shared.items for shared in vault.read.all(Shared)] == [(line,)]
    vault.close()


def test_a_stretch_goal_stays_when_its_goal_is_gone(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"))
    stretch = goals.add_stretch(vault, Stretch(title="Ask", goal=goal.id))
    goals.delete_goal(vault, goal.id)
    purge(vault, Kind.GOAL, goal.id)
    assert vault.read.get(Stretch, stretch.id).goal == ""
    vault.close()


def test_what_is_not_in_the_trash_is_not_deleted_for_good(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(body="Kept."))
    purge(vault, Kind.ENTRY, entry.id)
    assert vault.read.get(Entry, entry.id).body == "Kept."
    vault.close()


def test_emptying_takes_also_what_was_deleted_from_a_goal_or_undone(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Stays"), [Milestone(title=f"M {CANARY}")])
    (milestone,) = vault.read.all(Milestone, goal=goal.id)
    goals.delete_milestone(vault, milestone.id)
    entry = journal.add(vault, EntryDraft(body=f"Stays. {CANARY}zz"))
    journal.quote(vault, entry.id, "Stays.", Kind.GOAL, goal.id)
    journal.write(vault, entry.id, EntryDraft(body="Stays."))
    journal.unlink(vault, entry.id, goal.id)
    journal.add(vault, EntryDraft(body=CANARY))
    vault.undo()
    trashed_entry(vault, body=CANARY)
    empty(vault)
    assert trash(vault.read) == []
    assert vault.read.rows("SELECT count(*) FROM evidence") == [(0,)]
    # What an entry that stays once said is one of its versions.
    assert holding(vault) == ["change"]
    assert vault.read.get(Entry, entry.id)
    vault.close()


def test_emptying_takes_the_image_of_an_entry_whose_making_was_undone(vault: Vault) -> None:
    image = images.add(vault, png())
    journal.add(vault, EntryDraft(body=reference(image.id)))
    vault.undo()
    trashed_entry(vault, body="Gone.")

    empty(vault)

    assert vault.read.rows("SELECT count(*) FROM image_data") == [(0,)]
    assert vault.read.find(Image, image.id) is None
    vault.close()


def test_what_is_younger_than_thirty_days_is_never_emptied_by_itself(
    vault: Vault, clock: FixedClock
) -> None:
    old = trashed_entry(vault, body="Old.")
    clock.advance(MINUTE)
    young = trashed_entry(vault, body="Young.")
    clock.advance(30 * DAY - MINUTE)
    assert empty_old(vault) == 0
    assert len(trash(vault.read)) == 2
    vault.prefer(EMPTIED, "old")
    assert empty_old(vault) == 0
    clock.advance(DAY)
    assert empty_old(vault) == 1
    assert [row.id for row in trash(vault.read)] == [young.id]
    assert vault.read.find(Entry, old.id) is None
    journal.add(vault, EntryDraft(body="Another day."))
    clock.advance(DAY)
    assert empty_old(vault) == 1
    assert empty_old(vault) == 0
    vault.close()


def test_a_clock_that_leaps_empties_nothing(vault: Vault, clock: FixedClock) -> None:
    vault.prefer(EMPTIED, "old")
    clock.advance(DAY)
    kept = trashed_entry(vault, body="Kept.")
    for leap in (400 * DAY, -800 * DAY, 400 * DAY):
        clock.advance(leap)
        assert empty_old(vault) == 0
        journal.add(vault, EntryDraft(body="Written at a wrong time."))
        assert empty_old(vault) == 0
    assert [row.id for row in trash(vault.read)] == [kept.id]


def test_what_a_clock_that_was_behind_deleted_is_not_old(vault: Vault, clock: FixedClock) -> None:
    vault.prefer(EMPTIED, "old")
    clock.advance(-400 * DAY)
    kept = trashed_entry(vault, body="Kept.")
    clock.advance(402 * DAY)
    assert empty_old(vault) == 0
    assert [row.id for row in trash(vault.read)] == [kept.id]
    vault.prefer("owner_name", "Ines")
    clock.advance(32 * DAY)
    vault.prefer("owner_name", "Ines Duarte")
    clock.advance(DAY)
    assert empty_old(vault) == 1


def test_what_would_be_lost_is_counted_before(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="A"), [Milestone(title="M")])
    other = goals.add_goal(vault, Goal(title="B"))
    gone = goals.add_goal(vault, Goal(title="C"))
    (milestone,) = vault.read.all(Milestone, goal=goal.id)
    entry = journal.add(vault, EntryDraft(title="On Sana"))
    rotation = experiences.add_experience(vault, Experience(title="R"))
    left = experiences.add_experience(vault, Experience(title="L"))
    for kind, target in (
        (Kind.GOAL, goal.id),
        (Kind.MILESTONE, milestone.id),
        (Kind.GOAL, other.id),
        (Kind.GOAL, gone.id),
        (Kind.EXPERIENCE, rotation.id),
        (Kind.EXPERIENCE, left.id),
        (Kind.COMPETENCY, Id("coaching")),
    ):
        journal.link(vault, entry.id, kind, target)
    goals.delete_goal(vault, gone.id)
    experiences.delete_experience(vault, left.id)
    packs.add(vault, Pack(title="P", items=(PackItem(Kind.ENTRY, entry.id, ()),)))
    journal.delete(vault, entry.id)
    rows = {row.kind: row for row in trash(vault.read)}
    assert loss(vault.read, [rows[Kind.ENTRY]]) == Loss(2, 1, 1, 0, 0, 0, packs=1, shared=0)
    goals.check_in(vault, CheckIn(goal=goal.id, day=NOON.day, confidence=3))
    experiences.add_attempt(vault, Attempt(goal=goal.id, title="T"))
    goals.delete_goal(vault, goal.id)
    titled = {row.title: row for row in trash(vault.read)}
    assert loss(vault.read, [titled["A"]]) == Loss(0, 0, 0, 1, 1, 1, packs=0, shared=0)
    vault.close()


def test_a_link_that_was_taken_away_before_is_no_loss(vault: Vault, clock: FixedClock) -> None:
    goal = goals.add_goal(vault, Goal(title="A"))
    entry = journal.add(vault, EntryDraft(title="On Sana"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.unlink(vault, entry.id, goal.id)
    clock.advance(MINUTE)
    journal.delete(vault, entry.id)
    assert loss(vault.read, trash(vault.read)).aims == 0
    vault.close()


def test_an_image_goes_with_the_last_text_that_showed_it(vault: Vault) -> None:
    image = images.add(vault, png())
    trashed_entry(vault, body=f"![A pixel](image:{image.id})")
    assert images.data(vault.read, image.id)
    empty(vault)
    assert images.data(vault.read, image.id) is None
    vault.close()


def test_an_image_that_only_an_earlier_version_showed_goes_as_well(vault: Vault) -> None:
    image = images.add(vault, png())
    entry = journal.add(vault, EntryDraft(body=f"![A pixel](image:{image.id})"))
    journal.write(vault, entry.id, EntryDraft(body="No picture."))
    journal.delete(vault, entry.id)
    trashed_entry(vault, body="Another, without one.")
    for row in trash(vault.read):
        assert images.data(vault.read, image.id)
        purge(vault, row.kind, row.id)
        if row.id == entry.id:
            break
    assert images.data(vault.read, image.id) is None
    vault.close()


def test_a_shipped_competency_keeps_its_evidence_when_ones_own_words_for_it_go(
    vault: Vault,
) -> None:
    """Only the words are deleted for good: the competency reads as it shipped, and is there."""
    entry = journal.add(vault, EntryDraft(title="On Sana"))
    journal.link(vault, entry.id, Kind.COMPETENCY, Id("delegating"))
    goal = goals.add_goal(vault, Goal(title="A", competencies=("delegating",)))
    own = OwnCompetency(id=Id("delegating"), name="Handing over")
    competencies.revise_competency(vault, own)
    competencies.delete_competency(vault, own.id)
    empty(vault)
    assert vault.read.find(OwnCompetency, own.id) is None
    assert [link.target for link in vault.read.all(Evidence)] == ["delegating"]
    assert vault.read.get(Goal, goal.id).competencies == ("delegating",)
    vault.close()


def test_nothing_names_a_competency_of_ones_own_that_is_gone(vault: Vault) -> None:
    """Its id would be all that is left of it, and would be shown for a name."""
    own = competencies.add_competency(vault, OwnCompetency(name="Drawing maps"))
    entry = journal.add(vault, EntryDraft(title="On Sana"))
    journal.link(vault, entry.id, Kind.COMPETENCY, own.id)
    goal = goals.add_goal(vault, Goal(title="A", competencies=("delegating", own.id)))
    ruth = people.add_person(vault, Person(name="Ruth", can_help=(own.id,)))
    asked = Support(goal=goal.id, person=ruth.id, title="Look at it", competency=own.id)
    support = people.add_support(vault, asked)
    lived = experiences.add_experience(vault, Experience(title="E", competencies=(own.id,)))
    competencies.delete_competency(vault, own.id)
    assert vault.read.get(Goal, goal.id).competencies == ("delegating", own.id)
    purge(vault, Kind.COMPETENCY, own.id)
    assert vault.read.all(Evidence) == []
    assert vault.read.get(Goal, goal.id).competencies == ("delegating",)
    assert vault.read.get(Person, ruth.id).can_help == ()
    assert vault.read.get(Support, support.id).competency == ""
    assert vault.read.get(Experience, lived.id).competencies == ()
    vault.close()


def test_it_is_said_before_that_assessments_keep_a_name(vault: Vault) -> None:
    """Who rated and what was rated stays in them; one that goes too keeps nothing."""
    ruth = people.add_person(vault, Person(name="Ruth"))
    own = competencies.add_competency(vault, OwnCompetency(name="Drawing maps"))
    rated = (Rating("delegating", "Delegating", 3), Rating(own.id, "Drawing maps", 2))
    made = competencies.assess(vault, Assessment(person=ruth.id, by="Ruth", ratings=rated))
    competencies.assess(vault, Assessment(ratings=rated[1:]))
    people.delete_person(vault, ruth.id)
    competencies.delete_competency(vault, own.id)
    competencies.delete_assessment(vault, made.id)
    rows = {row.kind: row for row in trash(vault.read)}
    assert loss(vault.read, [rows[Kind.PERSON]]).assessments == 1
    assert loss(vault.read, [rows[Kind.COMPETENCY]]).assessments == 2
    assert loss(vault.read, [rows[Kind.PERSON], rows[Kind.ASSESSMENT]]).assessments == 0
    assert loss(vault.read, list(rows.values())).assessments == 1
    vault.close()
