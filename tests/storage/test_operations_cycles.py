from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.clock import Moment
from app.domain.cycles import Agreed, Cycle, Point
from app.domain.entries import Entry
from app.domain.goals import DatesReversedError, Goal
from app.domain.ids import NO_ID, Kind
from app.errors import NotFoundError
from app.operations import cycles, goals, journal, trash
from app.operations.cycles import Reflection
from app.operations.journal import EntryDraft
from app.vault import Vault

START, END = date(2026, 3, 2), date(2026, 8, 28)


def cycle(**fields: object) -> Cycle:
    return replace(Cycle(title="Spring", start=START, middle=START, end=END), **fields)  # type: ignore[arg-type]  # by name


def test_a_cycle_is_added_and_revised(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    agreed = (Agreed("rhythm", "Every three weeks"),)
    cycles.revise_cycle(vault, replace(made, title="Summer", agreement=agreed))
    (found,) = vault.read.all(Cycle)
    assert (found.title, found.agreement) == ("Summer", agreed)
    vault.undo()
    assert vault.read.all(Cycle) == [made]


def test_a_cycle_ends_with_what_came_of_it_and_can_run_again(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    ended = cycles.end_cycle(vault, made.id, date(2026, 7, 1), "Told the story.")
    assert (ended.runs(date(2026, 7, 1)), ended.runs(date(2026, 7, 2))) == (True, False)
    again = cycles.reopen_cycle(vault, made.id)
    assert again.runs(date(2026, 7, 2))
    assert again.outcome == "Told the story."


def test_a_cycle_lives_on_without_an_entry_that_is_deleted_for_good(vault: Vault) -> None:
    entry = journal.add(vault, journal.EntryDraft(body="Looking back"), Moment(0, 0))
    made = cycles.add_cycle(vault, cycle(exit_entry=entry.id))
    journal.delete(vault, entry.id)
    trash.purge(vault, Kind.ENTRY, entry.id)
    assert vault.read.get(Cycle, made.id).exit_entry == ""


def test_a_deleted_cycle_comes_back(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    cycles.delete_cycle(vault, made.id)
    assert vault.read.all(Cycle) == []
    trash.restore(vault, Kind.CYCLE, made.id)
    assert [c.title for c in vault.read.all(Cycle)] == ["Spring"]


def test_a_cycle_cannot_end_before_it_started(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    with pytest.raises(DatesReversedError):
        cycles.end_cycle(vault, made.id, date(2026, 3, 1), "")
    assert vault.read.get(Cycle, made.id).ended is None


@pytest.mark.parametrize("point", Point)
def test_an_entry_for_a_point_and_its_link_come_and_go_together(vault: Vault, point: Point) -> None:
    made = cycles.add_cycle(vault, cycle())
    entry = cycles.write_reflection(vault, Reflection(made.id, point), EntryDraft(body="So far"))
    assert vault.read.get(Cycle, made.id).entry_of(point) == entry.id
    vault.undo()
    assert (vault.read.get(Cycle, made.id).entry_of(point), vault.read.all(Entry)) == (NO_ID, [])
    vault.redo()
    assert vault.read.get(Cycle, made.id).entry_of(point) == vault.read.all(Entry)[0].id


def test_words_for_a_cycle_that_is_gone_are_kept_as_an_entry(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    cycles.delete_cycle(vault, made.id)
    cycles.write_reflection(vault, Reflection(made.id, Point.EXIT), EntryDraft(body="All the same"))
    assert [entry.body for entry in vault.read.all(Entry)] == ["All the same"]


def test_an_entry_written_before_is_chosen_and_taken_away(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    entry = journal.add(vault, EntryDraft(title="Halfway"))
    middle = Reflection(made.id, Point.MIDDLE)
    assert cycles.choose_reflection(vault, middle, entry.id).middle_entry == entry.id
    assert cycles.choose_reflection(vault, middle, NO_ID).middle_entry == NO_ID
    journal.delete(vault, entry.id)
    with pytest.raises(NotFoundError):
        cycles.choose_reflection(vault, middle, entry.id)


def test_what_was_agreed_changes_alone(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle(purpose="Lead"))
    agreed = cycles.agree(vault, made.id, (Agreed("time-limit", "Two hours"),))
    assert (agreed.purpose, agreed.agreed) == ("Lead", "Two hours")
    vault.undo()
    assert vault.read.get(Cycle, made.id).agreement == ()


def test_a_new_cycle_carries_goals_over_in_one_step(vault: Vault) -> None:
    old = cycles.add_cycle(vault, cycle())
    kept = [goals.add_goal(vault, Goal(title=title, cycle=old.id)) for title in ("a", "b")]
    new = cycles.add_cycle(vault, cycle(title="Autumn"), [kept[0].id])
    assert [g.cycle for g in vault.read.all(Goal)] == [new.id, old.id]
    vault.undo()
    assert [g.cycle for g in vault.read.all(Goal)] == [old.id, old.id]
    assert vault.read.all(Cycle) == [old]


def test_goals_move_to_a_cycle_and_out_of_it(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    goal = goals.add_goal(vault, Goal(title="a"))
    cycles.move_goals(vault, [goal.id], made.id)
    assert vault.read.get(Goal, goal.id).cycle == made.id
    cycles.move_goals(vault, [goal.id], NO_ID)
    assert vault.read.get(Goal, goal.id).cycle == NO_ID
    cycles.delete_cycle(vault, made.id)
    with pytest.raises(NotFoundError):
        cycles.move_goals(vault, [goal.id], made.id)
