"""What is asked for on the way to a goal, of whom, and who could be asked."""

from __future__ import annotations

from app.domain.cycles import Person, Relation
from app.domain.goals import Goal, Stretch
from app.domain.ids import Id, Kind
from app.domain.support import Support, SupportState
from app.operations import goals, people
from app.queries.support import (
    feedback_by_goal,
    feedback_for,
    people_to_ask,
    support_for,
    support_of,
)
from app.vault import Vault


def test_what_was_agreed_comes_first_and_what_was_declined_last(vault: Vault) -> None:
    talk = goals.add_stretch(vault, Stretch(title="Talk"))
    for state in (*SupportState, SupportState.AGREED):
        people.add_support(vault, Support(title=state, goal=talk.id, state=state))
    titles = [row.title for row in support_for(vault.read, talk.id)]
    assert titles == ["agreed", "agreed", "asked", "wanted", "declined"]


def test_a_row_says_who_and_what_it_is_for(vault: Vault) -> None:
    talk = goals.add_stretch(vault, Stretch(title="Talk"))
    plan = goals.add_goal(vault, Goal(title="A direction"))
    ruth = people.add_person(vault, Person(name="Ruth", relation=Relation.SPONSOR))
    for goal in (talk.id, plan.id, Id("")):
        people.add_support(vault, Support(title="Time", goal=goal, person=ruth.id, feedback=True))
    rows = support_of(vault.read, ruth.id)
    assert [(row.goal_kind, row.goal_title) for row in rows] == [
        (Kind.STRETCH, "Talk"),
        (Kind.GOAL, "A direction"),
        (None, ""),
    ]
    assert all(row.feedback and row.who and row.who.name == "Ruth" for row in rows)
    assert support_for(vault.read, talk.id) == rows[:1]


def test_who_is_in_the_trash_is_not_named_and_gives_no_feedback(vault: Vault) -> None:
    talk = goals.add_stretch(vault, Stretch(title="Talk"))
    ruth = people.add_person(vault, Person(name="Ruth"))
    asked = Support(title="Time", goal=talk.id, person=ruth.id, feedback=True)
    asked = people.add_support(vault, asked)
    assert feedback_by_goal(vault.read, [talk.id]) == {talk.id: [asked]}
    assert feedback_for(vault.read, talk.id) == [asked]
    people.delete_person(vault, ruth.id)
    assert [row.who for row in support_for(vault.read, talk.id)] == [None]
    assert feedback_by_goal(vault.read, [talk.id]) == {}
    assert feedback_for(vault.read, talk.id) == []


def test_who_can_help_with_most_of_it_is_offered_first(vault: Vault) -> None:
    for name, relation, knows in (
        ("Nobody", Relation.MENTOR, ()),
        ("Zoe", Relation.PEER, ("speaking", "writing")),
        ("Ada", Relation.PEER, ("speaking",)),
        ("Max", Relation.MENTOR, ("writing", "cooking")),
    ):
        people.add_person(vault, Person(name=name, relation=relation, can_help=knows))
    found = people_to_ask(vault.read, ("speaking", "writing"))
    assert [(who.name, who.knows) for who in found] == [
        ("Zoe", ("speaking", "writing")),
        ("Max", ("writing",)),
        ("Ada", ("speaking",)),
        ("Nobody", ()),
    ]
