"""What the page of stretch goals reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.cycles import Person
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import (
    Attempt,
    CheckIn,
    Goal,
    GoalState,
    Milestone,
    Stretch,
    StretchState,
    Zone,
)
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Pack, PackItem
from app.domain.support import Support, SupportState
from app.operations import experiences, goals, journal, packs, people
from app.operations.experiences import Debrief, write_debrief
from app.operations.journal import EntryDraft
from app.queries.stretch import (
    LinkedGoal,
    PackMention,
    Shelf,
    due_check_ins,
    linkable_goals,
    shelves,
    stretch_view,
)
from app.vault import Vault
from tests.vaults import new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return new_vault(tmp_path / "a.greenroom")


def test_an_empty_vault_has_three_empty_shelves(vault: Vault) -> None:
    assert shelves(vault.read) == dict.fromkeys(Shelf, ())


def test_each_stands_on_its_shelf_in_the_order_of_its_days(vault: Vault) -> None:
    def add(title: str, state: StretchState, commit: date | None, reach: date | None) -> None:
        goals.add_stretch(
            vault, Stretch(title=title, state=state, commit_day=commit, reach_day=reach)
        )

    add("no day", StretchState.ACTIVE, None, None)
    add("late", StretchState.ACTIVE, None, date(2026, 8, 1))
    add("soon", StretchState.ACTIVE, date(2026, 6, 1), date(2026, 9, 1))
    add("some day", StretchState.SOMEDAY, None, None)
    add("old", StretchState.REACHED, date(2025, 1, 1), None)
    add("new", StretchState.LET_GO, None, date(2026, 1, 1))
    found = {shelf: [row.title for row in rows] for shelf, rows in shelves(vault.read).items()}
    assert found == {
        Shelf.ACTIVE: ["soon", "late", "no day"],
        Shelf.SOMEDAY: ["some day"],
        Shelf.CLOSED: ["new", "old"],
    }


def test_a_row_has_the_zone_and_the_last_rated_confidence(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="Talk", size=5))
    for day, confidence in ((9, 2), (16, 4), (23, None)):
        goals.check_in(
            vault,
            CheckIn(goal=stretch.id, day=date(2026, 3, day), confidence=confidence, note="x"),
        )
    (row,) = shelves(vault.read)[Shelf.ACTIVE]
    assert (row.zone, row.confidence) == (Zone.PANIC, 4)
    goals.revise_stretch(vault, replace(vault.read.get(Stretch, stretch.id), zone=Zone.COMFORT))
    assert shelves(vault.read)[Shelf.ACTIVE][0].zone is Zone.COMFORT


def test_a_view_has_all_that_belongs_to_it(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Speak early"))
    steps = (Milestone(title="Ask"), Milestone(title="Try"))
    stretch = goals.add_stretch(
        vault, Stretch(title="Talk", goal=goal.id, baseline=0, target=10, measure="Minutes"), steps
    )
    goals.check_in(vault, CheckIn(goal=stretch.id, day=date(2026, 5, 1), value=6))
    entry = journal.add(vault, EntryDraft(title="Rehearsed"))
    journal.link(vault, entry.id, Kind.STRETCH, stretch.id)
    packs.add(vault, Pack(title="For Ruth", items=(PackItem(Kind.STRETCH, stretch.id, ("why",)),)))
    view = stretch_view(vault.read, stretch.id)
    assert view is not None
    assert view.goal == LinkedGoal(goal.id, "Speak early")
    assert [step.title for step in view.milestones] == ["Ask", "Try"]
    assert (view.measure.now, view.measure.position) == (6, 0.6)
    assert [row.value for row in view.trend.rows] == [6]
    assert [(row.id, row.title) for row in view.evidence] == [(entry.id, "Rehearsed")]
    assert view.packs == (PackMention("For Ruth", left=False),)


def test_an_entry_without_a_title_is_named_by_its_text(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="Talk"))
    entry = journal.add(vault, EntryDraft(body="## Today\n\nIt *held*."))
    journal.link(vault, entry.id, Kind.STRETCH, stretch.id)
    view = stretch_view(vault.read, stretch.id)
    assert view is not None
    assert "held" in view.evidence[0].title
    assert "*" not in view.evidence[0].title


def test_what_lies_in_the_trash_is_not_shown(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Speak early"))
    stretch = goals.add_stretch(vault, Stretch(title="Talk", goal=goal.id))
    goals.delete_goal(vault, goal.id)
    view = stretch_view(vault.read, stretch.id)
    assert view is not None
    assert view.goal is None
    goals.delete_stretch(vault, stretch.id)
    assert stretch_view(vault.read, stretch.id) is None
    assert stretch_view(vault.read, Id("nothing")) is None
    assert shelves(vault.read)[Shelf.ACTIVE] == ()
    assert vault.read.all(Entry) == []
    assert vault.read.all(Evidence) == []


def test_open_goals_can_be_linked_and_the_present_one_stays(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="write"))
    met = goals.add_goal(vault, Goal(title="Ask", state=GoalState.MET))
    assert [goal.title for goal in linkable_goals(vault.read)] == ["write"]
    assert [goal.title for goal in linkable_goals(vault.read, met.id)] == ["Ask", "write"]


def test_attempts_run_from_the_newest_and_forget_a_debrief_in_the_trash(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="Talk"))
    for day, title in ((3, "Demo"), (9, "Lunch")):
        attempt = Attempt(goal=stretch.id, day=date(2026, 5, day), title=title, taught=title)
        attempt = experiences.add_attempt(vault, attempt)
    entry = write_debrief(vault, Debrief(attempt.id), EntryDraft(title="How it went"))
    experiences.add_experience(vault, Experience(title="All-hands", goals=(stretch.id,)))
    experiences.add_experience(vault, Experience(title="Another"))
    view = stretch_view(vault.read, stretch.id)
    assert view is not None
    found = [(row.title, row.taught, row.entry) for row in view.attempts]
    assert found == [("Lunch", "Lunch", entry.id), ("Demo", "Demo", NO_ID)]
    assert [row.title for row in view.experiences] == ["All-hands"]
    journal.delete(vault, entry.id)
    view = stretch_view(vault.read, stretch.id)
    assert view is not None
    assert [row.entry for row in view.attempts] == [NO_ID, NO_ID]


def test_a_big_one_lacks_feedback_in_list_and_view_until_somebody_is_asked(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="Talk", size=5))
    goals.add_stretch(vault, Stretch(title="Walk", size=2))

    def lacks() -> tuple[list[bool], bool]:
        view = stretch_view(vault.read, stretch.id)
        assert view is not None
        rows = shelves(vault.read)[Shelf.ACTIVE]
        return [row.lacks_feedback for row in rows], view.lacks_feedback

    assert lacks() == ([True, False], True)
    asked = Support(title="Watch me", goal=stretch.id, state=SupportState.ASKED, feedback=True)
    people.add_support(vault, asked, Person(name="Ruth"))
    assert lacks() == ([False, False], False)


def test_due_is_what_was_last_checked_in_on_a_week_ago_or_never(vault: Vault) -> None:
    today = date(2026, 5, 20)

    def add(title: str, last: int | None, **fields: object) -> None:
        stretch = goals.add_stretch(vault, Stretch(title=title, **fields))  # type: ignore[arg-type] # any field
        if last is not None:
            day = today - timedelta(days=last)
            goals.check_in(vault, CheckIn(goal=stretch.id, day=day, confidence=3))

    add("never", None)
    add("not begun", None, start=today + timedelta(days=1))
    add("six days ago", 6)
    add("a week ago", 7, commit_day=today)
    add("someday", None, state=StretchState.SOMEDAY)
    due = due_check_ins(vault.read, today)
    titles = [vault.read.get(Stretch, each).title for each in due]
    assert titles == ["a week ago", "never"]
