"""The support map of any goals, people and support: nothing is lost, nothing invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import Behind, Cover, Coverage, Standing, coverage, whom_to_ask
from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import Support, SupportState

COMPETENCIES = st.sampled_from(("delegation", "speaking", "focus", "coaching"))
GOAL_IDS = st.sampled_from([Id("g1"), Id("g2"), Id("g3")])
PERSON_IDS = st.sampled_from([Id("p1"), Id("p2"), Id("p3")])
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))
GOALS = st.lists(
    st.builds(
        Behind,
        id=GOAL_IDS,
        kind=st.sampled_from([Kind.GOAL, Kind.STRETCH]),
        title=st.just("A goal"),
        due=DAYS,
        competencies=st.lists(COMPETENCIES, max_size=3).map(tuple),
    ),
    max_size=3,
    unique_by=lambda goal: goal.id,
)
PEOPLE = st.lists(
    st.builds(
        Person,
        id=PERSON_IDS,
        name=st.sampled_from(["Ruth", "Priya", "Sana"]),
        relation=st.sampled_from(Relation),
        can_help=st.lists(COMPETENCIES, max_size=3).map(tuple),
        safety=st.none() | st.integers(1, 5),
        last_spoke=DAYS,
    ),
    max_size=3,
    unique_by=lambda person: person.id,
)
SUPPORTS = st.lists(
    st.builds(
        Support,
        id=st.uuids().map(lambda each: Id(str(each))),
        goal=GOAL_IDS | st.just(NO_ID),
        person=PERSON_IDS | st.just(NO_ID),
        title=st.just("Help"),
        competency=COMPETENCIES | st.just(""),
        state=st.sampled_from(SupportState),
    ),
    max_size=6,
)


@given(GOALS, PEOPLE, SUPPORTS)
def test_every_need_and_every_person_is_there_once(
    goals: list[Behind], people: list[Person], supports: list[Support]
) -> None:
    found = coverage(goals, people, supports)
    needs = [need.competency for need in found.needs]
    assert len(needs) == len(set(needs))
    assert {name for goal in goals for name in goal.competencies} <= set(needs)
    assert sorted(found.people) == sorted(person.id for person in people)
    assert sum(len(found.standing(each)) for each in Standing) == len(needs)
    for need in found.needs:
        assert {cell.person for cell in need.cells} <= set(found.people)


@given(GOALS, PEOPLE, SUPPORTS, st.randoms(use_true_random=False))
def test_the_order_goals_and_people_come_in_does_not_matter(
    goals: list[Behind], people: list[Person], supports: list[Support], chance: object
) -> None:
    mixed_goals, mixed_people = list(goals), list(people)
    chance.shuffle(mixed_goals)  # type: ignore[attr-defined] # hypothesis types its randoms as objects
    chance.shuffle(mixed_people)  # type: ignore[attr-defined] # as above
    found = coverage(goals, people, supports)
    assert coverage(mixed_goals, mixed_people, supports) == found
    assert whom_to_ask(found, mixed_people, supports) == whom_to_ask(found, people, supports)


@given(GOALS, PEOPLE, SUPPORTS)
def test_the_least_covered_come_first_and_empty_columns_last(
    goals: list[Behind], people: list[Person], supports: list[Support]
) -> None:
    found = coverage(goals, people, supports)
    standings = [need.standing for need in found.needs]
    assert standings == sorted(standings)
    standing = {cell.person for need in found.needs for cell in need.cells}
    filled = [person in standing for person in found.people]
    assert filled == sorted(filled, reverse=True)


@given(GOALS, PEOPLE, SUPPORTS)
def test_more_help_never_leaves_a_need_less_covered(
    goals: list[Behind], people: list[Person], supports: list[Support]
) -> None:
    before = _standings(coverage(goals, people, supports))
    agreed = [replace(each, state=SupportState.AGREED) for each in supports]
    after = _standings(coverage(goals, people, agreed))
    assert all(after[need] >= standing for need, standing in before.items())
    alone = _standings(coverage(goals, people[:1], supports))
    assert all(before[need] >= standing for need, standing in alone.items())


@given(GOALS, PEOPLE, SUPPORTS)
def test_only_who_can_help_with_what_nobody_covers_is_suggested(
    goals: list[Behind], people: list[Person], supports: list[Support]
) -> None:
    found = coverage(goals, people, supports)
    uncovered = found.standing(Standing.NOBODY)
    suggestion = whom_to_ask(found, people, supports)
    assert (suggestion is None) == (not uncovered)
    if suggestion is None:
        return
    assert suggestion.need in uncovered
    willing = {
        (need.competency, cell.person)
        for need in uncovered
        for cell in need.cells
        if cell.cover is Cover.CAN_HELP and not cell.declined
    }
    if willing:
        assert (suggestion.need.competency, suggestion.person) in willing
    else:
        assert suggestion.person == NO_ID


def _standings(found: Coverage) -> dict[str, Standing]:
    return {need.competency: need.standing for need in found.needs}
