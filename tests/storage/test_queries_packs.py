from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.changes import Op
from app.clock import FixedClock
from app.content.library import Library
from app.domain.cycles import Agreed, Cycle, Person, Relation
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.packs import FIELDS, OFFERED, OWNER_NAME, Pack
from app.domain.support import Support, SupportState
from app.operations import competencies, cycles, experiences, goals, journal, packs
from app.operations import people as people_operations
from app.operations.journal import EntryDraft
from app.queries.competencies import catalogue
from app.queries.left_out import left_out
from app.queries.naming import people_named
from app.queries.packs import (
    Candidate,
    as_it_reads,
    candidates,
    find,
    people,
    source,
)
from app.sharing.compose import compose
from app.sharing.source import PackSource
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
GOAL = Goal(title="Delegate the release train", why="So that Priya can", support="Ask Ruth")
MINUTE = 60_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", clock)
    goals.add_goal(vault, GOAL, [Milestone(title="Sana runs one alone")])
    yield vault
    vault.close()


def by_title(vault: Vault, title: str) -> Candidate:
    return next(each for each in candidates(vault, LIBRARY) if each.title == title)


def named(vault: Vault, made: PackSource) -> list[str]:
    return [each.person.name for each in people_named(vault, made)]


def sourced(vault: Vault, pack: Pack) -> PackSource:
    return source(vault, pack, LIBRARY)


def offered(vault: Vault) -> Pack:
    goal = by_title(vault, GOAL.title)
    return Pack().with_item(goal.choice(OFFERED[Kind.GOAL]))


def test_candidates_are_goals_stretch_goals_and_entries_newest_first(vault: Vault) -> None:
    goals.add_stretch(vault, Stretch(title="Speak last", reach_day=date(2026, 6, 1)))
    journal.add(vault, EntryDraft(body="untitled", bring=True))
    newer = journal.add(vault, EntryDraft(title="newer"), replace(NOON, at=NOON.at + 1))
    found = candidates(vault, LIBRARY)
    kinds = [Kind.GOAL, Kind.STRETCH, Kind.ENTRY, Kind.ENTRY, Kind.CHART]
    assert [each.kind for each in found] == kinds
    assert [each.id for each in found][2] == newer.id
    assert [each.day for each in found][:3] == [None, date(2026, 6, 1), date(2026, 5, 20)]
    assert found[3].title == ""


def test_the_source_holds_what_was_chosen_and_counts_the_rest(vault: Vault) -> None:
    vault.prefer(OWNER_NAME, "Ines")
    ruth = packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)
    journal.add(vault, EntryDraft(title="stays"))
    made = sourced(vault, replace(offered(vault), recipient=ruth.id))
    assert (made.owner, made.recipient, made.relation) == ("Ines", "Ruth Adeyemi", Relation.MENTOR)
    assert [each.fields for each in made.chosen] == [OFFERED[Kind.GOAL]]
    assert [step.title for step in made.chosen[0].milestones] == ["Sana runs one alone"]
    assert (made.others, made.now) == (1, NOON)


def test_a_goal_never_brings_the_entries_linked_to_it(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="evidence"))
    journal.link(vault, entry.id, Kind.GOAL, GOAL.id)
    made = sourced(vault, offered(vault))
    assert [each.kind for each in made.chosen] == [Kind.GOAL]
    assert [each.id for each in made.chosen[0].evidence] == [entry.id]
    assert [each.id for each in left_out(vault, made)[0].linked] == [entry.id]


def test_a_quoted_passage_does_not_travel_with_its_goal(vault: Vault) -> None:
    body = "They chose to hold for ten minutes."
    entry = journal.add(vault, EntryDraft(title="evidence", body=body))
    journal.quote(vault, entry.id, "chose to hold", Kind.GOAL, GOAL.id)
    step = vault.read.all(Milestone)[0]
    journal.quote(vault, entry.id, "ten minutes", Kind.MILESTONE, step.id)
    made = sourced(vault, offered(vault))
    assert [each.id for each in made.chosen[0].evidence] == [entry.id]
    document = compose(made)
    assert "hold" not in repr(document)
    assert "minutes" not in repr(document)


def test_a_linked_entry_that_is_ticked_itself_is_not_withheld(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="evidence"))
    journal.link(vault, entry.id, Kind.GOAL, GOAL.id)
    pack = offered(vault).with_item(by_title(vault, "evidence").choice(("body",)))
    assert sourced(vault, pack).chosen[0].evidence == ()


def edit_goal(vault: Vault) -> None:
    goals.revise_goal(vault, replace(vault.read.get(Goal, GOAL.id), why="Something private"))


def add_milestone(vault: Vault) -> None:
    goals.add_milestone(vault, Milestone(goal=GOAL.id, title="Something private"))


def check_in(vault: Vault) -> None:
    goals.check_in(vault, CheckIn(goal=GOAL.id, day=NOON.day, value=4))


@pytest.mark.parametrize("edit", [edit_goal, add_milestone, check_in])
def test_an_edited_item_stays_until_it_was_looked_at_again(
    vault: Vault, clock: FixedClock, edit: object
) -> None:
    pack = offered(vault)
    assert len(sourced(vault, pack).chosen) == 1
    clock.advance(MINUTE)
    edit(vault)  # type: ignore[operator] # parametrize forgets the types
    assert sourced(vault, pack).chosen == ()
    assert not by_title(vault, GOAL.title).is_current(pack.items[0])
    assert len(sourced(vault, offered(vault)).chosen) == 1


def test_an_edit_taken_back_is_looked_at_again_too(vault: Vault, clock: FixedClock) -> None:
    clock.advance(MINUTE)
    edit_goal(vault)
    seen = offered(vault)
    clock.advance(MINUTE)
    vault.undo()
    assert sourced(vault, seen).chosen == ()


def test_an_edit_while_the_clock_went_back_is_noticed(vault: Vault, clock: FixedClock) -> None:
    entry = journal.add(vault, EntryDraft(title="t", body="before"))
    pack = Pack().with_item(by_title(vault, "t").choice(("body",)))
    clock.advance(-MINUTE)
    journal.write(vault, entry.id, EntryDraft(title="t", body="Something private"))
    assert sourced(vault, pack).chosen == ()


def test_a_value_that_a_deleted_check_in_hid_stays_until_looked_at(
    vault: Vault, clock: FixedClock
) -> None:
    """What was agreed to was the latest value; the one before it was never on a page."""
    clock.advance(MINUTE)
    latest = goals.check_in(vault, CheckIn(goal=GOAL.id, day=NOON.day, value=4))
    clock.advance(MINUTE)
    goals.check_in(vault, CheckIn(goal=GOAL.id, day=date(2026, 5, 1), value=2))
    seen = offered(vault)
    assert len(sourced(vault, seen).chosen) == 1
    goals.delete_check_in(vault, latest.id)
    assert sourced(vault, seen).chosen == ()


def test_an_edited_milestone_is_noticed_while_the_clock_went_back(
    vault: Vault, clock: FixedClock
) -> None:
    seen = offered(vault)
    clock.advance(-MINUTE)
    (step,) = vault.read.all(Milestone)
    goals.revise_milestone(vault, replace(step, title="Something private"))
    assert sourced(vault, seen).chosen == ()


def test_a_choice_that_was_never_looked_at_does_not_leave(vault: Vault) -> None:
    pack = offered(vault)
    blind = replace(pack, items=(replace(pack.items[0], seen=0),))
    assert sourced(vault, blind).chosen == ()


def test_what_is_in_the_trash_does_not_leave(vault: Vault) -> None:
    pack = offered(vault)
    goals.delete_goal(vault, GOAL.id)
    assert sourced(vault, pack).chosen == ()
    assert as_it_reads(vault, pack.items, LIBRARY) == [None]


def test_fields_that_stay_are_listed_where_they_say_something(vault: Vault) -> None:
    (stays,) = left_out(vault, sourced(vault, offered(vault)))
    assert (stays.title, stays.fields, stays.linked) == (GOAL.title, ("support",), ())


def test_people_are_found_by_name_and_first_name_in_what_leaves(vault: Vault) -> None:
    for name in ("Priya Nair", "Ruth Adeyemi", "Sana Iqbal", "Dev"):
        packs.add_recipient(vault, name, Relation.PEER)
    assert named(vault, sourced(vault, offered(vault))) == ["Priya Nair", "Sana Iqbal"]
    only_title = Pack().with_item(by_title(vault, GOAL.title).choice(()))
    assert named(vault, sourced(vault, only_title)) == []
    ruth = next(person for person in people(vault) if person.name.startswith("Ruth"))
    noted = replace(only_title, note="Ruth, push me", recipient=ruth.id)
    assert named(vault, sourced(vault, noted)) == []


def test_people_are_sorted_by_name(vault: Vault) -> None:
    for name in ("zoe", "Ada"):
        packs.add_recipient(vault, name, Relation.PEER)
    assert [person.name for person in people(vault)] == ["Ada", "zoe"]


def test_competencies_leave_by_their_names(vault: Vault) -> None:
    known = LIBRARY.framework.competencies[0]
    changed = replace(vault.read.get(Goal, GOAL.id), competencies=(known.id, "no-such"))
    goals.revise_goal(vault, changed)
    whole = by_title(vault, GOAL.title).whole
    assert whole.competencies == (known.name,)
    assert by_title(vault, GOAL.title).says("competencies")


def test_a_competency_that_reads_differently_since_keeps_its_goal_out(vault: Vault) -> None:
    row = catalogue(vault.read, LIBRARY).rows[0]
    named = replace(vault.read.get(Goal, GOAL.id), competencies=(row.id,))
    goals.revise_goal(vault, named)
    whole = by_title(vault, GOAL.title)
    with_names, without = whole.choice(("competencies",)), whole.choice(("why",))
    competencies.revise_competency(vault, replace(row.own, name="What nobody should read"))
    again = by_title(vault, GOAL.title)
    assert (again.is_current(with_names), again.is_current(without)) == (False, True)


def test_a_pack_in_the_trash_is_not_found(vault: Vault) -> None:
    pack = packs.add(vault, Pack(title="P"))
    assert find(vault, pack.id) == pack
    packs.delete(vault, pack.id)
    assert find(vault, pack.id) is None


def test_records_that_are_no_items_are_no_candidates(vault: Vault) -> None:
    with vault.transact(Op.IMPORT) as write:
        write.put(Person(name="Ruth"))
        write.put(Entry(title="in the trash", deleted=1))
    assert [each.title for each in candidates(vault, LIBRARY)] == [GOAL.title, "Goals by state"]


def test_an_experience_is_shared_field_by_field(vault: Vault, clock: FixedClock) -> None:
    """What nobody ticked stays, people among it; those who are named are told before."""
    person = people_operations.add_person(vault, Person(name="Priya Raman"))
    entry = journal.add(vault, EntryDraft(title="Day one"))
    made = Experience(
        title="Rotation",
        start=date(2026, 6, 1),
        did="Answered the queue.",
        people=(person.id,),
        competencies=("listening", "juggling"),
    )
    found = experiences.add_experience(vault, made)
    journal.link(vault, entry.id, Kind.EXPERIENCE, found.id)
    rotation = by_title(vault, "Rotation")
    assert rotation.day == date(2026, 6, 1)
    pack = Pack().with_item(rotation.choice(OFFERED[Kind.EXPERIENCE]))
    shown = sourced(vault, pack)
    (chosen,) = shown.chosen
    assert (chosen.fields, chosen.people, chosen.competencies) == (
        ("did", "outcome"),
        ("Priya Raman",),
        ("Listening",),
    )
    assert named(vault, shown) == []
    (rest,) = left_out(vault, shown)
    assert (rest.fields, len(rest.linked)) == (("dates", "competencies", "people"), 1)
    told = sourced(vault, Pack().with_item(rotation.choice(("people",))))
    assert named(vault, told) == ["Priya Raman"]
    people_operations.revise_person(vault, replace(person, name="Priya Nair"))
    assert (sourced(vault, told.pack).chosen, len(sourced(vault, pack).chosen)) == ((), 1)
    clock.advance(MINUTE)
    experiences.revise_experience(vault, replace(found, did="Something else."))
    assert sourced(vault, pack).chosen == ()


def test_experiences_stand_newest_first_before_the_entries(vault: Vault) -> None:
    journal.add(vault, EntryDraft(title="an entry"))
    for title, start in (("old", date(2025, 1, 1)), ("new", date(2026, 1, 1))):
        experiences.add_experience(vault, Experience(title=title, start=start))
    titles = [each.title for each in candidates(vault, LIBRARY) if each.kind is not Kind.CHART]
    assert titles == [GOAL.title, "new", "old", "an entry"]


def test_a_cycle_can_be_shared_with_the_points_that_were_agreed(
    vault: Vault, clock: FixedClock
) -> None:
    agreed = (Agreed("rhythm", "Every three weeks"), Agreed("purpose", "Lead"))
    day = date(2026, 3, 2)
    made = Cycle(title="Spring", start=day, middle=day, end=day, agreement=agreed)
    cycles.add_cycle(vault, made)
    spring = by_title(vault, "Spring")
    assert (spring.day, candidates(vault, LIBRARY)[0]) == (day, spring)
    pack = Pack().with_item(spring.choice(OFFERED[Kind.CYCLE]))
    (chosen,) = sourced(vault, pack).chosen
    assert chosen.agreed == (
        ("What we're here to work on", "Lead"),
        ("How often, how long, on screen or in person", "Every three weeks"),
    )
    clock.advance(MINUTE)
    cycles.agree(vault, spring.id, agreed[:1])
    assert sourced(vault, pack).chosen == ()


def test_how_safe_it_feels_is_in_no_pack_whatever_is_ticked(vault: Vault) -> None:
    """Somebody is the recipient, of the cycle, and was asked for support with the goal."""
    ruth = people_operations.add_person(
        vault,
        Person(name="Ruth Adeyemi", safety=1, safety_note="unsafe ground", note="quiet words"),
    )
    asked = Support(goal=GOAL.id, person=ruth.id, title="asked for", state=SupportState.AGREED)
    people_operations.add_support(vault, asked)
    cycles.add_cycle(vault, Cycle(title="Spring", person=ruth.id))
    journal.add(vault, EntryDraft(title="Ruth", body="She listened."))
    pack = Pack(recipient=ruth.id)
    for each in candidates(vault, LIBRARY):
        pack = pack.with_item(each.choice(FIELDS[each.kind]))
    made = sourced(vault, pack)
    assert [each.kind for each in made.chosen] == [
        Kind.CYCLE,
        Kind.GOAL,
        Kind.ENTRY,
        Kind.CHART,
    ]
    for whole in (repr(made), repr(compose(made))):
        for private in ("unsafe", "safety", "quiet words", "asked for"):
            assert private not in whole


def test_people_and_what_is_asked_of_them_cannot_be_ticked() -> None:
    assert not {Kind.PERSON, Kind.SUPPORT} & {*OFFERED, *FIELDS}
