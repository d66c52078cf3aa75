"""What the page of people reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.changes import Op
from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.coverage import Standing
from app.domain.cycles import Person, Relation
from app.domain.goals import Goal, GoalState
from app.domain.ids import Id
from app.domain.packs import Shared
from app.domain.support import Support, SupportState
from app.operations import competencies, goals, journal, people
from app.operations.journal import EntryDraft
from app.queries.people import (
    LeftRow,
    ViewRow,
    askable,
    listed,
    person_view,
    search_for,
    support_map,
)
from app.vault import Vault
from tests.vaults import NOON

LIBRARY = Library()
TODAY = date(2026, 5, 20)


def add(vault: Vault, name: str, **fields: object) -> Person:
    return people.add_person(vault, Person(name=name, **fields))  # type: ignore[arg-type] # any field


def test_mentors_come_first_and_first_names_are_used_where_they_are_unique(vault: Vault) -> None:
    add(vault, "Sana Iqbal", relation=Relation.PEER)
    add(vault, "Ruth Bello", relation=Relation.SPONSOR)
    add(vault, "Ruth Adeyemi", relation=Relation.MENTOR)
    add(vault, "Johan", relation=Relation.MENTOR)
    assert [(row.name, row.short) for row in listed(vault.read)] == [
        ("Johan", "Johan"),
        ("Ruth Adeyemi", "Ruth Adeyemi"),
        ("Ruth Bello", "Ruth Bello"),
        ("Sana Iqbal", "Sana"),
    ]


def test_the_map_of_an_empty_vault_is_empty(vault: Vault) -> None:
    found = support_map(vault.read, LIBRARY)
    assert (found.coverage.needs, found.columns, found.suggestion) == ((), (), None)


def test_the_map_sets_open_goals_against_people(vault: Vault) -> None:
    sana = add(vault, "Sana Iqbal", relation=Relation.PEER)
    ruth = add(vault, "Ruth Adeyemi", can_help=("prioritising",))
    goal = goals.add_goal(
        vault, Goal(title="Train", competencies=("prioritising", "coaching-others"))
    )
    goals.add_goal(vault, Goal(title="Old", state=GoalState.MET, competencies=("networks",)))
    people.add_support(
        vault,
        Support(
            goal=goal.id,
            person=sana.id,
            title="Listen",
            competency="coaching-others",
            state=SupportState.AGREED,
        ),
    )
    found = support_map(vault.read, LIBRARY)
    assert [(need.competency, need.standing) for need in found.coverage.needs] == [
        ("prioritising", Standing.NOBODY),
        ("coaching-others", Standing.COVERED),
    ]
    assert [row.short for row in found.columns] == ["Ruth", "Sana"]
    assert found.suggestion is not None
    asked = found.person(found.suggestion.person)
    assert asked is not None
    assert asked.name == ruth.name
    assert found.names.name("prioritising") == "Prioritising"


def test_somebody_in_the_trash_is_on_no_map_and_has_no_page(vault: Vault) -> None:
    ruth = add(vault, "Ruth Adeyemi", can_help=("prioritising",))
    goals.add_goal(vault, Goal(title="Train", competencies=("prioritising",)))
    people.delete_person(vault, ruth.id)
    found = support_map(vault.read, LIBRARY)
    assert found.columns == ()
    assert found.suggestion is not None
    assert found.suggestion.person == ""
    assert person_view(vault, ruth.id, LIBRARY) is None
    assert person_view(vault, Id("nobody"), LIBRARY) is None


def test_a_page_gathers_what_belongs_to_somebody(vault: Vault) -> None:
    ruth = add(vault, "Ruth Adeyemi", can_help=("prioritising", "gone"))
    seen = competencies.assess(
        vault,
        Assessment(
            day=TODAY,
            label="Ruth's view",
            person=ruth.id,
            by=ruth.name,
            ratings=(Rating(competency="prioritising", name="Prioritising", level=3),),
        ),
    )
    view = person_view(vault, ruth.id, LIBRARY)
    assert view is not None
    assert view.row.short == "Ruth"
    assert view.knows == (("prioritising", "Prioritising"), ("gone", "gone"))
    assert view.views == (ViewRow(seen.id, "Ruth's view", TODAY),)


def test_a_page_names_the_entries_that_say_the_name(vault: Vault) -> None:
    ruth = add(vault, "Ruth Adeyemi")
    for day in range(7):
        journal.add(vault, EntryDraft(title=f"Day {day}", body="Ruth asked why."))
    journal.add(vault, EntryDraft(title="Another", body="Nobody asked."))
    view = person_view(vault, ruth.id, LIBRARY)
    assert view is not None
    assert len(view.mentions) == 5
    assert all(row.title.startswith("Day") for row in view.mentions)
    assert view.more_mentions
    assert search_for("Ruth Adeyemi") == '@"Ruth Adeyemi"'


def test_a_page_names_what_left_for_somebody_and_lines_of_old_by_the_name(vault: Vault) -> None:
    ruth = add(vault, "Ruth A")
    ruth = people.revise_person(vault, replace(ruth, name="Ruth Adeyemi"))
    lines = [
        Shared(person=ruth.id, purpose="Brief", recipient="Somebody", at=NOON.at, offset=120),
        Shared(title="Earlier", recipient="Ruth Adeyemi", at=NOON.at - 1000, offset=120),
        Shared(title="Before", recipient="Ruth A", at=NOON.at - 2000, offset=120),
        Shared(person=Id("other"), recipient="Ruth Adeyemi", at=NOON.at, offset=120),
        Shared(title="Not hers", recipient="Sana Iqbal", at=NOON.at, offset=120),
    ]
    with vault.transact(Op.SHARE_PACK) as write:
        kept = [write.put(line) for line in lines]
    view = person_view(vault, ruth.id, LIBRARY)
    assert view is not None
    assert view.left == (
        LeftRow(kept[0].id, "Brief", TODAY),
        LeftRow(kept[1].id, "Earlier", TODAY),
        LeftRow(kept[2].id, "Before", TODAY),
    )


def test_needs_of_goals_are_offered_first_and_archived_ones_not_at_all(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="b", competencies=("networks-gone", "prioritising")))
    goals.add_goal(vault, Goal(title="A"))
    shipped = support_map(vault.read, LIBRARY).names.find("coaching-others")
    assert shipped is not None
    competencies.archive_competency(vault, shipped.own)
    found = askable(vault.read, LIBRARY)
    assert found.needs[0] == ("prioritising", "Prioritising")
    assert "coaching-others" not in {need for need, _ in found.needs}
    assert [goal.title for goal in found.goals] == ["A", "b"]
