from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.cycles import Cycle, Person, Point, Relation
from app.domain.goals import Goal, GoalState
from app.domain.ids import NO_ID, Id
from app.operations import cycles, goals, journal, packs, people
from app.operations.cycles import Reflection
from app.operations.journal import EntryDraft
from app.queries.cycles import (
    LETTER,
    CyclePage,
    CyclePoint,
    first_shown,
    last,
    overlapping,
    page,
    rows,
    to_add,
    to_carry,
)
from app.queries.cycles import people as everybody
from app.vault import Vault

DAY = date(2026, 5, 20)
"""The day of the vault's clock."""
WEEK = timedelta(weeks=1)


def cycle(vault: Vault, title: str, start: int, end: int, **fields: object) -> Cycle:
    """A cycle that starts and ends so many weeks from today."""
    first, final = DAY + start * WEEK, DAY + end * WEEK
    made = Cycle(title=title, start=first, middle=first, end=final)
    return cycles.add_cycle(vault, replace(made, **fields))  # type: ignore[arg-type]  # by name


def shown(vault: Vault, cycle_id: Id) -> CyclePage:
    """The page of a cycle that is there."""
    found = page(vault.read, cycle_id)
    assert found is not None
    return found


def test_a_point_is_done_while_its_entry_is_there(vault: Vault) -> None:
    made = cycle(vault, "Spring", -10, 10)
    middle = Reflection(made.id, Point.MIDDLE)
    entry = cycles.write_reflection(vault, middle, EntryDraft(body="Half of it is done"))
    day = made.middle
    done = CyclePoint(Point.MIDDLE, day, entry.id, "Half of it is done")
    assert shown(vault, made.id).points[1] == done
    journal.delete(vault, entry.id)
    assert shown(vault, made.id).points[1] == CyclePoint(Point.MIDDLE, day)
    journal.restore(vault, entry.id)
    assert shown(vault, made.id).points[1] == done


def test_a_cycle_shows_who_it_is_with_as_long_as_they_are_there(vault: Vault) -> None:
    ruth = packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)
    made = cycle(vault, "Spring", -10, 10, person=ruth.id)
    assert shown(vault, made.id).person == ruth
    people.delete_person(vault, ruth.id)
    assert shown(vault, made.id).person is None


def test_goals_of_a_cycle_stand_open_first_then_by_day(vault: Vault) -> None:
    made = cycle(vault, "Spring", -10, 10)
    for title, due, state in (
        ("met", DAY, GoalState.MET),
        ("someday", None, GoalState.ACTIVE),
        ("soon", DAY, GoalState.ACTIVE),
    ):
        goals.add_goal(vault, Goal(title=title, due=due, state=state, cycle=made.id))
    goals.add_goal(vault, Goal(title="of no cycle"))
    assert [g.title for g in shown(vault, made.id).goals] == ["soon", "someday", "met"]
    assert [g.title for g in to_add(vault.read, made.id)] == ["of no cycle"]


def test_what_is_gone_has_no_page(vault: Vault) -> None:
    made = cycle(vault, "Spring", -10, 10)
    cycles.delete_cycle(vault, made.id)
    assert page(vault.read, made.id) is None
    assert page(vault.read, NO_ID) is None


def test_other_cycles_stand_newest_first_with_what_came_of_them(vault: Vault) -> None:
    ruth = packs.add_recipient(vault, "Ruth", Relation.MENTOR)
    old = cycle(vault, "old", -60, -40, person=ruth.id)
    cycles.end_cycle(vault, old.id, DAY - 45 * WEEK, "Told the story.")
    now, ahead = cycle(vault, "now", -10, 10), cycle(vault, "ahead", 11, 20)
    others = shown(vault, now.id).others
    assert [row.id for row in others] == [ahead.id, old.id]
    assert (others[1].person, others[1].outcome) == ("Ruth", "Told the story.")
    assert others[1].last_day == DAY - 45 * WEEK
    assert [row.title for row in rows(vault.read)] == ["ahead", "now", "old"]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([], None), ([(-9, -5), (-20, -10)], 0), ([(-9, -5), (2, 9)], 1), ([(-9, 5), (2, 9)], 0)],
)
def test_the_first_cycle_shown_is_the_current_the_next_or_the_last(
    vault: Vault, spans: list[tuple[int, int]], expected: int | None
) -> None:
    made = [cycle(vault, "c", *span) for span in spans]
    assert first_shown(vault.read, DAY) == (NO_ID if expected is None else made[expected].id)


def test_cycles_that_share_a_day_are_found_and_one_that_was_ended_does_not(vault: Vault) -> None:
    first = cycle(vault, "first", -10, 0)
    touching, later = cycle(vault, "touching", 0, 10), cycle(vault, "later", 11, 20)
    assert overlapping(vault.read, first) == (touching,)
    assert overlapping(vault.read, later) == ()
    cycles.end_cycle(vault, first.id, DAY - WEEK, "")
    assert overlapping(vault.read, touching) == ()


def test_goals_under_way_of_the_last_cycle_or_of_none_can_be_carried_over(vault: Vault) -> None:
    older, newer = cycle(vault, "older", -60, -40), cycle(vault, "newer", -30, -2)
    assert last(vault.read) == newer
    for title, home, state in (
        ("under way", newer.id, GoalState.ACTIVE),
        ("paused", newer.id, GoalState.PAUSED),
        ("someday", newer.id, GoalState.SOMEDAY),
        ("met", newer.id, GoalState.MET),
        ("of none", NO_ID, GoalState.ACTIVE),
        ("of an older one", older.id, GoalState.ACTIVE),
    ):
        goals.add_goal(vault, Goal(title=title, cycle=home, state=state))
    assert [g.title for g in to_carry(vault.read)] == ["under way", "paused", "of none"]
    cycles.delete_cycle(vault, older.id)
    assert to_carry(vault.read)[-1].title == "of an older one"


@pytest.mark.parametrize(
    ("end", "ended", "closes", "over"),
    [(3, None, False, False), (2, None, True, False), (-1, None, True, True), (9, 0, True, True)],
)
def test_a_cycle_closes_from_two_weeks_before_its_last_day(
    vault: Vault, end: int, ended: int | None, *, closes: bool, over: bool
) -> None:
    made = cycle(vault, "c", -9, end, ended=None if ended is None else DAY + ended * WEEK)
    found = shown(vault, made.id)
    assert (found.closes(DAY), found.over(DAY)) == (closes, over)


def test_the_letter_is_the_newest_one_since_the_cycle_began(vault: Vault) -> None:
    before = journal.add(vault, EntryDraft(title="x", template=LETTER))
    late, early = cycle(vault, "late", 1, 9), cycle(vault, "early", -9, 0)
    assert shown(vault, late.id).letter == NO_ID
    assert shown(vault, early.id).letter == before.id
    journal.delete(vault, before.id)
    assert shown(vault, early.id).letter == NO_ID


def test_people_stand_by_name(vault: Vault) -> None:
    for name in ("ruth", "Johan"):
        people.add_person(vault, Person(name=name))
    assert [person.name for person in everybody(vault.read)] == ["Johan", "ruth"]
