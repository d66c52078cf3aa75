"""The support map: what a cell says, how a need stands, and whom to ask next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.coverage import (
    Behind,
    Cell,
    Cover,
    Standing,
    coverage,
    ordered,
    whom_to_ask,
)
from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import Support, SupportState

RUTH = Person(id=Id("ruth"), name="Ruth Adeyemi", can_help=("delegation",))
PRIYA = Person(id=Id("priya"), name="Priya Nair", relation=Relation.MANAGER)
SANA = Person(id=Id("sana"), name="Sana Iqbal", relation=Relation.PEER, can_help=("delegation",))
TRAIN = Behind(
    Id("train"), Kind.GOAL, "Delegate the release train", date(2026, 7, 1), ("delegation",)
)
TALK = Behind(Id("talk"), Kind.STRETCH, "Give a talk", date(2026, 6, 1), ("speaking", "delegation"))
STATES = SupportState


def support(person: Person | None, state: SupportState, **fields: str) -> Support:
    """Support that is asked of somebody, for the release train where nothing else is said."""
    given = {"goal": TRAIN.id, **fields}
    return Support(
        id=Id(f"{person and person.id}-{state}"),
        title="Help",
        person=person.id if person else NO_ID,
        state=state,
        goal=Id(given["goal"]),
        competency=given.get("competency", ""),
    )


@pytest.mark.parametrize(
    ("state", "cell", "standing"),
    [
        (STATES.AGREED, Cell(PRIYA.id, Cover.HELPING, Id("priya-agreed")), Standing.COVERED),
        (STATES.ASKED, Cell(PRIYA.id, Cover.ASKED, Id("priya-asked")), Standing.ASKED),
        (STATES.WANTED, Cell(PRIYA.id, Cover.CAN_HELP, Id("priya-wanted")), Standing.NOBODY),
        (STATES.DECLINED, None, Standing.NOBODY),
    ],
)
def test_a_cell_says_how_far_asking_has_come(
    state: SupportState, cell: Cell | None, standing: Standing
) -> None:
    (need,) = coverage([TRAIN], [PRIYA], [support(PRIYA, state)]).needs
    assert need.cell(PRIYA.id) == cell
    assert need.standing is standing


def test_who_knows_something_can_help_and_still_can_after_a_no() -> None:
    (need,) = coverage([TRAIN], [RUTH, PRIYA], []).needs
    assert need.cells == (Cell(RUTH.id, Cover.CAN_HELP),)
    (need,) = coverage([TRAIN], [RUTH, PRIYA], [support(RUTH, STATES.DECLINED)]).needs
    assert need.cells == (Cell(RUTH.id, Cover.CAN_HELP, declined=True),)


def test_help_counts_for_all_competencies_of_its_goal_or_for_the_one_it_names() -> None:
    whole = coverage([TALK], [PRIYA], [support(PRIYA, STATES.AGREED, goal=TALK.id)])
    assert [need.standing for need in whole.needs] == [Standing.COVERED, Standing.COVERED]
    named = support(PRIYA, STATES.AGREED, goal=TALK.id, competency="speaking")
    standing = {n.competency: n.standing for n in coverage([TALK], [PRIYA], [named]).needs}
    assert standing == {"speaking": Standing.COVERED, "delegation": Standing.NOBODY}


def test_support_that_names_a_competency_is_a_need_of_its_own() -> None:
    alone = support(None, STATES.WANTED, goal="", competency="coaching")
    (need,) = coverage([], [RUTH], [alone]).needs
    assert (need.competency, need.goals, need.cells) == ("coaching", (), ())
    extra = support(None, STATES.WANTED, competency="coaching")
    found = {need.competency: need.goals for need in coverage([TRAIN], [], [extra]).needs}
    assert found == {"delegation": (TRAIN,), "coaching": (TRAIN,)}


def test_support_for_a_goal_that_has_ended_counts_for_nothing() -> None:
    ended = support(RUTH, STATES.AGREED, goal="ended", competency="delegation")
    assert coverage([], [RUTH], [ended]).needs == ()
    (need,) = coverage([TRAIN], [RUTH], [ended]).needs
    assert need.standing is Standing.NOBODY


def test_needs_run_from_the_least_covered_and_soonest_due_on() -> None:
    later = replace(TRAIN, id=Id("later"), due=date(2026, 9, 1), competencies=("coaching",))
    some_day = replace(TRAIN, id=Id("some"), due=None, competencies=("focus",))
    agreed = support(PRIYA, STATES.AGREED, goal=TALK.id, competency="speaking")
    found = coverage([some_day, later, TRAIN, TALK], [PRIYA], [agreed])
    assert [need.competency for need in found.needs] == [
        "delegation",
        "coaching",
        "focus",
        "speaking",
    ]
    assert found.needs[0].goals == (TALK, TRAIN)
    assert found.needs[0].due == TALK.due


def test_columns_begin_with_those_who_stand_in_a_cell() -> None:
    assert [person.id for person in ordered([SANA, PRIYA, RUTH])] == ["ruth", "priya", "sana"]
    found = coverage([TRAIN], [PRIYA, SANA, RUTH], [])
    assert found.people == ("ruth", "sana", "priya")


def test_the_need_due_soonest_that_somebody_knows_is_asked_for_first() -> None:
    found = coverage([TRAIN, TALK], [RUTH], [])
    suggestion = whom_to_ask(found, [RUTH], [])
    assert suggestion is not None
    assert (suggestion.need.competency, suggestion.person) == ("delegation", RUTH.id)


def test_where_nobody_knows_what_is_needed_nobody_is_suggested() -> None:
    found = coverage([TRAIN, TALK], [PRIYA], [])
    suggestion = whom_to_ask(found, [PRIYA], [])
    assert suggestion is not None
    assert (suggestion.need.competency, suggestion.person) == ("delegation", NO_ID)


def test_nothing_is_suggested_once_somebody_was_asked_for_everything() -> None:
    asked = [support(RUTH, STATES.ASKED)]
    assert whom_to_ask(coverage([TRAIN], [RUTH], asked), [RUTH], asked) is None


def test_who_said_not_this_time_is_not_suggested_again() -> None:
    said_no = [support(RUTH, STATES.DECLINED)]
    suggestion = whom_to_ask(coverage([TRAIN], [RUTH, SANA], said_no), [RUTH, SANA], said_no)
    assert suggestion is not None
    assert suggestion.person == SANA.id


@pytest.mark.parametrize(
    ("ruth", "sana", "first"),
    [
        ({}, {}, "ruth"),
        ({"last_spoke": date(2026, 1, 1)}, {"last_spoke": date(2026, 5, 1)}, "sana"),
        ({}, {"last_spoke": date(2026, 5, 1)}, "sana"),
        ({"last_spoke": date(2026, 5, 1), "safety": 2}, {}, "sana"),
        ({"last_spoke": date(2026, 5, 1), "safety": 3}, {}, "ruth"),
        ({"safety": 4}, {"last_spoke": date(2026, 5, 1)}, "ruth"),
    ],
)
def test_of_several_the_easiest_to_ask_comes_first(
    ruth: dict[str, object], sana: dict[str, object], first: str
) -> None:
    people = [replace(RUTH, **ruth), replace(SANA, **sana)]  # type: ignore[arg-type] # any field
    suggestion = whom_to_ask(coverage([TRAIN], people, []), people, [])
    assert suggestion is not None
    assert suggestion.person == first


def test_who_was_asked_for_much_already_comes_after_who_was_not() -> None:
    busy = [support(RUTH, STATES.AGREED, goal=TALK.id, competency="speaking")]
    suggestion = whom_to_ask(coverage([TRAIN, TALK], [RUTH, SANA], busy), [RUTH, SANA], busy)
    assert suggestion is not None
    assert suggestion.person == SANA.id
