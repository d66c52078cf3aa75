from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.clock import Moment
from app.domain.cycles import Cycle
from app.domain.entries import Entry
from app.domain.goals import CheckIn, Goal, GoalState, Milestone
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.operations import cycles, goals, journal, packs
from app.operations.journal import EntryDraft
from app.queries.plan import Order, Shelf, cycle_of, goal_page, linkable, overview, reviews_due
from app.queries.trail import events
from app.vault import Vault

DAY = date(2026, 5, 20)
ONE = timedelta(days=1)


def _goal(vault: Vault, title: str, **fields: object) -> Goal:
    return goals.add_goal(vault, Goal(title=title, **fields))  # type: ignore[arg-type] # any field


def _entry(vault: Vault, goal: Goal, body: str, day: date = DAY) -> Entry:
    moment = Moment((day - date(1970, 1, 1)).days * 86_400_000)
    entry = journal.add(vault, EntryDraft(title="e", body=body), moment)
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    return entry


def _titles(vault: Vault, shelf: Shelf, order: Order = Order.DUE) -> list[str]:
    return [row.title for row in overview(vault.read, DAY, order).shelves[shelf]]


def test_an_empty_vault_has_an_empty_plan(vault: Vault) -> None:
    shown = overview(vault.read, DAY)
    assert shown.empty
    assert shown.cycle is None


def test_goals_stand_on_three_shelves(vault: Vault) -> None:
    for state in GoalState:
        _goal(vault, state.value, state=state)
    assert _titles(vault, Shelf.ACTIVE) == ["active"]
    assert _titles(vault, Shelf.SOMEDAY) == ["someday", "paused"]
    assert _titles(vault, Shelf.CLOSED) == ["met", "partly_met", "let_go"]


def test_goals_are_sorted_by_day_title_or_hand(vault: Vault) -> None:
    _goal(vault, "b")
    _goal(vault, "C", due=DAY + ONE)
    _goal(vault, "a", due=DAY)
    assert _titles(vault, Shelf.ACTIVE, Order.DUE) == ["a", "C", "b"]
    assert _titles(vault, Shelf.ACTIVE, Order.TITLE) == ["a", "b", "C"]
    assert _titles(vault, Shelf.ACTIVE, Order.HAND) == ["b", "C", "a"]


def test_a_row_tells_what_comes_next_and_what_there_is(vault: Vault) -> None:
    goal = _goal(vault, "g", baseline=4.0, target=0.0)
    for title, done in (("one", DAY), ("two", None), ("three", None)):
        goals.add_milestone(vault, Milestone(goal=goal.id, title=title, done=done))
    goals.check_in(vault, CheckIn(goal=goal.id, day=DAY, value=1))
    _entry(vault, goal, "body")
    packs.add(vault, Pack(title="P", items=(PackItem(Kind.GOAL, goal.id, ("why",)),)))
    (row,) = overview(vault.read, DAY).shelves[Shelf.ACTIVE]
    assert (row.following, row.done, row.steps, row.evidence) == ("two", 1, 3, 1)
    assert row.measure.now == 1
    assert [(pack.title, pack.left) for pack in row.packs] == [("P", False)]


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        ([-9], [9], 0),
        ([-9, -3], [9, 9], 1),
        ([-9, 5], [9, 9], 0),
        ([7, 5], [9, 9], 1),
        ([-9], [0], 0),
        ([-9], [-1], None),
    ],
)
def test_the_cycle_is_the_one_that_runs_else_the_next(
    vault: Vault, starts: list[int], ends: list[int], found: int | None
) -> None:
    made = []
    for start, end in zip(starts, ends, strict=True):
        first, last = DAY + start * ONE, DAY + end * ONE
        cycle = Cycle(title="c", start=first, middle=first, end=last)
        made.append(cycles.add_cycle(vault, cycle))
    expected = None if found is None else made[found].id
    cycle_found = cycle_of(vault.read, DAY)
    assert (cycle_found.id if cycle_found else None) == expected


def test_a_cycle_that_was_ended_is_over(vault: Vault) -> None:
    cycle = Cycle(title="c", start=DAY - ONE, middle=DAY, end=DAY + ONE)
    made = cycles.add_cycle(vault, cycle)
    cycles.end_cycle(vault, made.id, DAY - ONE, "")
    assert cycle_of(vault.read, DAY) is None


def test_a_goal_that_is_gone_has_no_page(vault: Vault) -> None:
    goal = _goal(vault, "g")
    goals.delete_goal(vault, goal.id)
    assert goal_page(vault.read, goal.id) is None
    assert goal_page(vault.read, Id("never")) is None


def test_a_page_holds_the_trail_newest_first(vault: Vault) -> None:
    goal = _goal(vault, "g", baseline=4.0)
    _entry(vault, goal, "## Prompt\nold words", DAY - 9 * ONE)
    new = _entry(vault, goal, "new", DAY)
    step = goals.add_milestone(vault, Milestone(goal=goal.id, title="m", done=DAY - ONE))
    note = goals.check_in(vault, CheckIn(goal=goal.id, day=DAY - 3 * ONE, value=2))
    packs.add(vault, Pack(title="P", items=(PackItem(Kind.ENTRY, new.id, ("body",)),)))
    page = goal_page(vault.read, goal.id)
    assert page is not None
    kinds = [(item.kind, item.day) for item in page.trail]
    assert kinds == [
        (Kind.ENTRY, DAY),
        (Kind.MILESTONE, step.done),
        (Kind.CHECK_IN, note.day),
        (Kind.ENTRY, DAY - 9 * ONE),
    ]
    assert [item.text for item in page.trail] == ["new", "", "", "old words"]
    assert [bool(item.packs) for item in page.trail] == [True, False, False, False]
    assert (page.done, page.evidence, page.measure.now) == (1, 2, 2)


def test_an_entry_of_headings_alone_is_quoted_by_them(vault: Vault) -> None:
    goal = _goal(vault, "g")
    _entry(vault, goal, "## Only this")
    page = goal_page(vault.read, goal.id)
    assert page is not None
    assert page.trail[0].text == "Only this"


def test_a_value_logged_on_the_day_of_a_milestone_is_one_event_with_it() -> None:
    goal = Goal(title="g", baseline=4.0)
    first, second = Milestone(title="a", done=DAY), Milestone(title="b", done=DAY)
    earlier = CheckIn(day=DAY - ONE, value=3, note="before")
    same = CheckIn(day=DAY, value=1, note="with it")
    found = events(goal, [first, Milestone(title="open"), second], [earlier, same])
    told = [(e.kind, e.id, e.check_in, e.before, e.now, e.text) for e in found]
    assert told == [
        (Kind.MILESTONE, first.id, same.id, 3, 1, "with it"),
        (Kind.MILESTONE, second.id, "", None, None, ""),
        (Kind.CHECK_IN, earlier.id, earlier.id, 4, 3, "before"),
    ]


def test_a_check_in_without_a_value_moves_nothing() -> None:
    (event,) = events(Goal(title="g", baseline=4.0), [], [CheckIn(day=DAY, note="n")])
    assert (event.before, event.now) == (None, None)


def test_entries_to_link_are_those_that_are_no_evidence_yet(vault: Vault) -> None:
    goal = _goal(vault, "g")
    _entry(vault, goal, "linked")
    free = journal.add(vault, EntryDraft(title="free", body="**tea**"))
    assert [(e.id, e.title, e.snippet) for e in linkable(vault.read, goal.id, "tea")] == [
        (free.id, "free", "tea")
    ]


def test_reviews_are_due_from_their_day_on_while_a_goal_is_open(vault: Vault) -> None:
    """The one that waits longest comes first."""
    _goal(vault, "today", review=DAY)
    _goal(vault, "before", review=DAY - ONE, state=GoalState.SOMEDAY)
    _goal(vault, "later", review=DAY + ONE)
    _goal(vault, "met", review=DAY, state=GoalState.MET)
    _goal(vault, "none")
    due = [(row.title, row.review) for row in reviews_due(vault.read, DAY)]
    assert due == [("before", DAY - ONE), ("today", DAY)]
