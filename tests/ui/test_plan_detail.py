"""One goal: its measure, milestones, plan and trail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.domain.cycles import Person
from app.domain.entries import Entry, Evidence
from app.domain.feedback import Feedback, Linked
from app.domain.goals import CheckIn, Milestone
from app.domain.ids import Kind
from app.domain.packs import Pack, PackItem
from app.domain.sessions import Session
from app.operations import feedback, goals, journal, packs, people, sessions
from app.operations.journal import EntryDraft
from tests.ui.plan_desk import KEY, TODAY, Desk, choose, entries_of, open_desk, opened
from tests.vaults import NOON
from ui.context import Destination
from ui.plan.detail_parts import SharingPopover
from ui.plan.evidence import EvidencePopover
from ui.plan.milestone_editor import MilestoneEditor
from ui.plan.value_form import ValueForm
from ui.widgets.button import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def _entry(desk: Desk, title: str, body: str = "") -> Entry:
    return journal.add(desk.vault, EntryDraft(title=title, body=body))


def test_only_what_a_goal_has_is_shown(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.open_goal(goal.id)
    detail = desk.page.detail
    for part in (
        detail.measure,
        detail._plan,
        detail.review,
        detail.experiences,
        detail.taught,
        detail._why,
    ):
        assert not part.isVisible()
    assert detail.chip.text() == "Private"
    assert detail.trail._counts.text() == "0 pieces of evidence, 0 events, newest first"


def test_the_measure_says_where_it_stands(desk: Desk) -> None:
    due = date(2026, 6, 26)
    goal = desk.goal("g", measure="Runs", baseline=4.0, target=0.0, due=due, start=date(2026, 3, 2))
    goals.check_in(desk.vault, CheckIn(goal=goal.id, day=TODAY, value=1))
    desk.page.open_goal(goal.id)
    card = desk.page.detail.measure
    assert card._track.value() == 750
    said = card._track.accessibleDescription()
    assert said == "1 now, from 4 in March. The aim is 0 by 26 Jun."
    assert (card._baseline.text(), card._aim.text()) == ("4 at baseline, Mar", "0 by 26 Jun")


@pytest.mark.parametrize(
    ("baseline", "target", "value", "words"),
    [
        (0.0, 5.0, 6, "6 now, 5 was the aim"),
        (4.0, 0.0, 5, "5 now, 4 at the start"),
        (2.0, 2.0, 2, "2 now"),
        (None, None, 2.5, "2.5 now"),
    ],
)
def test_a_value_outside_the_way_is_told(
    desk: Desk, baseline: float | None, target: float | None, value: float, words: str
) -> None:
    goal = desk.goal("g", measure="m", baseline=baseline, target=target)
    goals.check_in(desk.vault, CheckIn(goal=goal.id, day=TODAY, value=value))
    desk.page.open_goal(goal.id)
    card = desk.page.detail.measure
    drawn = card._track.isVisible()
    assert (card._track._said if drawn else card._figure.text()) == words
    assert drawn is (baseline != target)


def test_a_past_date_is_told_without_blame(desk: Desk) -> None:
    goal = desk.goal("g", measure="m", baseline=4.0, target=0.0, due=date(2026, 5, 12))
    goals.check_in(desk.vault, CheckIn(goal=goal.id, day=TODAY, value=1))
    desk.page.open_goal(goal.id)
    said = desk.page.detail.measure._track.accessibleDescription()
    assert said == "The date was 12 May. It stands at 1."


# Milestones


def test_a_tick_sets_the_day_and_takes_it_back(desk: Desk) -> None:
    goal = desk.goal("g")
    step = goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m"))
    desk.page.open_goal(goal.id)
    row = desk.page.detail.milestones.rows[step.id]
    QTest.keyClick(row.check, KEY.Key_Space)
    assert desk.vault.read.get(Milestone, step.id).done == TODAY
    assert row.check.accessibleName() == "m, done 20 May"
    assert desk.trail() == ["m, 20 May, Milestone reached"]
    row.check.click()
    assert desk.vault.read.get(Milestone, step.id).done is None
    desk.vault.undo()
    assert row.check.isChecked()


def test_milestones_are_added_one_after_the_other(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.open_goal(goal.id)
    milestones = desk.page.detail.milestones
    milestones.add.click()
    adder = milestones.adder
    QTest.keyClick(adder.title, KEY.Key_Return)
    assert adder._error.text() == "Give it a name first. Everything else can wait."
    QTest.keyClicks(adder.title, "first")
    QTest.keyClicks(adder.due, "22 May")
    QTest.keyClick(adder.title, KEY.Key_Return)
    QTest.keyClicks(adder.title, "second")
    QTest.keyClick(adder.title, KEY.Key_Return)
    kept = desk.vault.read.all(Milestone, goal=goal.id)
    assert [(m.title, m.due) for m in kept] == [("first", date(2026, 5, 22)), ("second", None)]
    assert milestones._count.text() == "0 of 2 done"


def test_a_milestone_that_was_begun_is_never_lost(desk: Desk) -> None:
    goal, other = desk.goal("g"), desk.goal("other")
    desk.page.open_goal(goal.id)
    milestones = desk.page.detail.milestones
    milestones.add.click()
    QTest.keyClicks(milestones.adder.title, "half")
    QTest.keyClick(milestones.adder.title, KEY.Key_Escape)
    assert milestones.adder.isHidden()
    desk.page.open_goal(other.id)
    assert milestones.adder.words() == ""
    desk.page.open_goal(goal.id)
    assert milestones.adder.words() == "half"
    assert milestones.adder.isVisible()


def test_a_milestone_is_renamed_in_place(desk: Desk) -> None:
    goal = desk.goal("g")
    step = goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="old"))
    desk.page.open_goal(goal.id)
    milestones = desk.page.detail.milestones
    QTest.keyClick(milestones.rows[step.id].check, KEY.Key_F2)
    editor = milestones._editor
    assert editor is not None
    QTest.keyClicks(editor.title, "new")
    QTest.keyClick(editor.title, KEY.Key_Return)
    assert desk.vault.read.get(Milestone, step.id).title == "new"
    assert milestones._editor is None
    assert milestones.rows[step.id].line.isVisible()
    milestones.rows[step.id].edit_asked.emit()
    (editor,) = (e for e in milestones.findChildren(MilestoneEditor) if e.isVisible())
    QTest.keyClicks(editor.title, "newer")
    desk.page.save()
    assert desk.vault.read.get(Milestone, step.id).title == "newer"


def test_a_milestone_goes_to_the_trash_and_the_next_has_the_focus(desk: Desk) -> None:
    goal = desk.goal("g")
    steps = [goals.add_milestone(desk.vault, Milestone(goal=goal.id, title=t)) for t in "abc"]
    desk.page.open_goal(goal.id)
    desk.page.activateWindow()
    rows = desk.page.detail.milestones.rows
    rows[steps[0].id].check.setFocus()
    QTest.keyClick(rows[steps[0].id].check, KEY.Key_Down)
    assert rows[steps[1].id].check.hasFocus()
    tab_stops = [row.check.focusPolicy() == Qt.FocusPolicy.StrongFocus for row in rows.values()]
    assert tab_stops == [False, True, False]
    QTest.keyClick(rows[steps[1].id].check, KEY.Key_Delete)
    assert desk.said == ["Milestone moved to trash"]
    assert rows[steps[2].id].check.hasFocus()
    assert [m.title for m in desk.vault.read.all(Milestone)] == ["a", "c"]


# The trail


def test_the_trail_leads_to_the_journal_and_to_values(desk: Desk) -> None:
    goal = desk.goal("g", unit="runs", baseline=4.0)
    entry = _entry(desk, "It went out", "They *waited*.")
    journal.link(desk.vault, entry.id, Kind.GOAL, goal.id)
    goals.check_in(desk.vault, CheckIn(goal=goal.id, day=date(2026, 5, 1), value=2, note="calm"))
    desk.page.open_goal(goal.id)
    assert desk.trail() == [
        "It went out, 20 May, “They waited.”, Private, Journal",
        "4 to 2 runs, 1 May, “calm”",
    ]
    rows = desk.page.detail.trail.rows
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, KEY.Key_Return)
    assert desk.sent == [Destination("journal", id=entry.id)]
    rows.setCurrentIndex(rows.model().index(1, 0))
    QTest.keyClick(rows, KEY.Key_Return)
    opened(ValueForm).reject()


def test_the_trail_shows_passages_as_quotes_and_leads_to_the_first(desk: Desk) -> None:
    goal = desk.goal("g")
    entry = _entry(desk, "It went out", "Then they *waited*. It worked.")
    found = journal.quote(desk.vault, entry.id, "they *waited*", Kind.GOAL, goal.id)
    journal.quote(desk.vault, entry.id, "It worked.", Kind.GOAL, goal.id)
    assert found is not None
    desk.page.open_goal(goal.id)
    assert desk.trail() == [
        "It went out, 20 May, “…they waited”, “It worked.”, Private, Journal",
    ]
    rows = desk.page.detail.trail.rows
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, KEY.Key_Return)
    assert desk.sent == [Destination("journal", id=entry.id, act="passage", detail=found.id)]


def test_a_milestone_says_how_much_evidence_it_has(desk: Desk) -> None:
    goal = desk.goal("g")
    step = goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m"))
    desk.page.open_goal(goal.id)
    row = desk.page.detail.milestones.rows[step.id]
    assert row.check.accessibleName() == "m"
    journal.link(desk.vault, _entry(desk, "e", "b").id, Kind.MILESTONE, step.id)
    assert row.check.accessibleName() == "m, 1 piece of evidence"


def test_evidence_is_taken_from_the_trail_by_delete(desk: Desk) -> None:
    goal = desk.goal("g")
    entry = _entry(desk, "e")
    journal.link(desk.vault, entry.id, Kind.GOAL, goal.id)
    note = goals.check_in(desk.vault, CheckIn(goal=goal.id, day=date(2026, 5, 2), value=2))
    goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m", done=date(2026, 5, 1)))
    desk.page.open_goal(goal.id)
    rows = desk.page.detail.trail.rows
    for at in (2, 1, 0):
        rows.setCurrentIndex(rows.model().index(at, 0))
        QTest.keyClick(rows, KEY.Key_Delete)
    assert desk.trail() == ["m, 1 May, Milestone reached"]
    assert desk.vault.read.all(Evidence) == []
    assert desk.vault.read.find(CheckIn, note.id).deleted is not None  # type: ignore[union-attr] # it was there
    assert desk.vault.read.get(Entry, entry.id).title == "e"


def test_the_menu_of_the_trail(desk: Desk) -> None:
    goal = desk.goal("g")
    entry = _entry(desk, "e")
    journal.link(desk.vault, entry.id, Kind.GOAL, goal.id)
    desk.page.open_goal(goal.id)
    trail = desk.page.detail.trail
    trail.rows.setCurrentIndex(trail.rows.model().index(0, 0))
    trail.rows.customContextMenuRequested.emit(trail.rows.rect().bottomRight())
    menu = opened(QMenu)
    assert entries_of(menu) == ["Open in Journal", "No longer evidence"]
    choose(menu, "No longer evidence")
    assert desk.trail() == []
    assert desk.said == ["No longer evidence"]


def test_evidence_is_searched_and_linked(desk: Desk) -> None:
    goal = desk.goal("g")
    _entry(desk, "Tea")
    entry = _entry(desk, "", "The release went out")
    desk.page.open_goal(goal.id)
    desk.page.detail.trail.add.click()
    popover = opened(EvidencePopover)
    assert popover.rows.model().rowCount() == 2
    QTest.keyClicks(popover.search, "nothing like it")
    assert popover._none.text() == "No entry matches."
    popover.search.clear()
    QTest.keyClicks(popover.search, "release")
    QTest.keyClick(popover.search, KEY.Key_Down)
    assert popover.rows.currentIndex().row() == 0
    QTest.keyClick(popover.rows, KEY.Key_Return)
    assert [link.entry for link in desk.vault.read.all(Evidence)] == [entry.id]
    assert desk.trail() == ["Untitled entry, 20 May, “The release went out”, Private, Journal"]
    assert desk.said == ["Evidence linked"]


def test_the_chip_says_who_can_see_the_goal(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.open_goal(goal.id)
    desk.page.detail.chip.click()
    popover = opened(SharingPopover)
    popover.findChildren(Button)[0].click()
    assert desk.sent == [Destination("share", act="new", detail=f"goal:{goal.id}")]
    pack = packs.add(desk.vault, Pack(title="P", items=(PackItem(Kind.GOAL, goal.id, ("why",)),)))
    assert desk.page.detail.chip.text() == "In a share pack"
    assert desk.page.detail.chip.toolTip() == "In a draft: P"
    desk.page.detail.chip.click()
    opened(SharingPopover).findChildren(Button)[0].click()
    assert desk.sent[1:] == [Destination("share", id=pack.id)]


def test_every_stop_of_the_keyboard_has_a_name(desk: Desk) -> None:
    goal = desk.goal("g", measure="m", baseline=1.0, target=2.0, competencies=("listening",))
    goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m"))
    goals.check_in(desk.vault, CheckIn(goal=goal.id, day=TODAY, value=2))
    desk.page.open_goal(goal.id)
    desk.page.detail.milestones.add.click()
    unnamed = [
        widget
        for widget in desk.page.detail.findChildren(type(desk.page.detail.main_holder))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert unnamed == []


def test_feedback_and_sessions_stand_in_the_trail_and_lead_there(desk: Desk) -> None:
    goal = desk.goal("g")
    ruth = people.add_person(desk.vault, Person(name="Ruth")).id
    said = feedback.add_by_hand(
        desk.vault, Feedback(person=ruth, about="The talk", day=date(2026, 5, 2))
    )
    feedback.link(desk.vault, said.id, Linked(Kind.GOAL, goal.id))
    session = Session(person=ruth, goals=(goal.id,)).dated(NOON)
    held = sessions.end_session(desk.vault, sessions.plan_session(desk.vault, session).id).session
    desk.page.open_goal(goal.id)
    assert desk.trail() == [
        "Session 1 with Ruth, 20 May, Talked about in a session",
        "Feedback from Ruth, 2 May, The talk",
    ]
    sent: list[Destination] = []
    desk.page.navigate.connect(sent.append)
    rows = desk.page.detail.trail.rows
    for at in (0, 1):
        rows.opened.emit(rows.model().index(at, 0))
    assert sent == [
        Destination("sessions", held.id, Kind.SESSION),
        Destination("feedback", said.id, Kind.FEEDBACK),
    ]
    for at in (1, 0):
        rows.setCurrentIndex(rows.model().index(at, 0))
        QTest.keyClick(rows, KEY.Key_Delete)
    assert len(desk.trail()) == 1
    assert desk.vault.read.get(Feedback, said.id).links == ()
    desk.vault.undo()
    assert len(desk.trail()) == 2
