from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.clock import FixedClock
from app.domain.cycles import Cycle, Person, Point
from app.domain.entries import Entry
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, Milestone, PlanUse, Stretch
from app.domain.ids import NO_ID, Kind
from app.domain.packs import Shared
from app.domain.sessions import Action, ActionState, Session
from app.domain.support import Support, SupportState
from app.operations import actions, cycles, feedback, goals, journal, people, sessions
from app.operations.cycles import Reflection
from app.operations.journal import EntryDraft
from app.queries.reviews import PUT_OFF
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.reflections import beginning
from ui.today.coming_card import ReadyFact
from ui.today.page import TodayPage
from ui.today.step_row import StepRow
from ui.widgets.bulbs import Bulbs
from ui.widgets.check import Check
from ui.widgets.day_popover import DayPopover
from ui.widgets.timeline import Timeline, WeekDots

DAY, ONE, KEY = NOON.day, timedelta(days=1), Qt.Key


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "a.greenroom")
    yield opened
    opened.close()


@pytest.fixture
def stage(qtbot: QtBot, vault: Vault) -> Stage[TodayPage]:
    found = staged(TodayPage, vault)
    qtbot.addWidget(found.page)
    return found


@pytest.fixture
def went(stage: Stage[TodayPage]) -> list[Destination]:
    found: list[Destination] = []
    stage.page.navigate.connect(found.append)
    return found


def _press(stage: Stage[TodayPage], words: str) -> None:
    stage.settle()
    buttons: list[QAbstractButton] = stage.page.findChildren(QAbstractButton)
    for button in buttons:
        if button.isVisible() and words in {button.text(), button.accessibleName()}:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            stage.settle()
            return
    pytest.fail(f"nothing says {words}")


def _rows(stage: Stage[TodayPage]) -> list[StepRow]:
    stage.settle()
    return stage.page._steps.rows


def _type(stage: Stage[TodayPage], key: Qt.Key) -> None:
    focus = stage.page.window().focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    stage.settle()


def _choose(stage: Stage[TodayPage], words: str) -> None:
    """Press a day of the first step and choose from its menu."""
    day = _rows(stage)[0].day
    assert day is not None
    day.click()
    stage.settle()
    menus: list[QMenu] = stage.page.findChildren(QMenu)
    action = next(act for act in menus[-1].actions() if act.text() == words)
    action.trigger()
    menus[-1].close()
    stage.settle()


def _words(stage: Stage[TodayPage]) -> str:
    stage.settle()
    labels: list[QLabel] = stage.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_first_day_offers_to_write_and_to_take_a_goal(
    stage: Stage[TodayPage], went: list[Destination]
) -> None:
    assert "Nothing planned yet" in _words(stage)
    _press(stage, "Start writing")
    _press(stage, "Browse goals")
    _press(stage, "Assess competencies. Where you start. You can skip any of them.")
    _press(stage, "Pick a stretch goal. Something you might not manage.")
    _press(stage, "Add somebody. One person who wants you to do well.")
    _press(stage, "Start a cycle")
    assert went == [
        Destination("journal", act="new", detail="template:daily-two-minute"),
        Destination("plan", act="new", detail="browse"),
        Destination("plan", kind=Kind.ASSESSMENT, act="new"),
        Destination("stretch", act="new"),
        Destination("people", act="new"),
        Destination("plan", kind=Kind.CYCLE, act="new"),
    ]


def test_the_recovery_hint_goes_when_told(stage: Stage[TodayPage]) -> None:
    assert "Your recovery key" in _words(stage)
    _press(stage, "Done, hide this")
    assert "Your recovery key" not in _words(stage)


def test_another_question_leads_to_writing_about_it(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goals.add_goal(vault, Goal(title="g"))
    prompts = stage.context.library.prompts
    assert prompts.question_of_the_day(DAY).text in _words(stage)
    _press(stage, "Another question")
    second = prompts.question_of_the_day(DAY, 1).text
    assert second in _words(stage)
    _press(stage, "Start writing")
    assert went == [Destination("journal", act="new", detail=f"prompt:{second}")]


def test_a_rating_counts_without_writing_and_the_entry_is_written_on(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goals.add_goal(vault, Goal(title="g"))
    stage.settle()
    bulbs: list[Bulbs] = stage.page.findChildren(Bulbs)
    QTest.keyClick(bulbs[0], Qt.Key.Key_4)
    QTest.keyClick(bulbs[1], Qt.Key.Key_2)
    (entry,) = vault.read.all(Entry)
    assert (entry.energy, entry.confidence, entry.body) == (4, 2, "")
    _press(stage, "Start writing")
    assert went == [Destination("journal", id=entry.id)]
    (entry,) = vault.read.all(Entry)
    assert entry.body.startswith("> ")
    assert (entry.energy, entry.confidence) == (4, 2)


def test_ticking_a_step_takes_it_off_the_page_and_can_be_undone(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="First step", due=DAY)])
    assert "First step" in _words(stage)
    checks: list[Check] = stage.page.findChildren(Check)
    QTest.keyClick(next(c for c in checks if c.isVisible()), Qt.Key.Key_Space)
    assert "First step" not in _words(stage)
    assert vault.read.all(Milestone)[0].done == DAY
    vault.undo()
    assert "First step" in _words(stage)


def test_a_step_leads_to_where_it_is_done(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    """A milestone to its goal, a check-in to its sheet, a point of a cycle to its entry."""
    goal = goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="First step")])
    stretch = goals.add_stretch(vault, Stretch(title="Far"))
    days = Cycle(title="Spring", start=DAY - 30 * ONE, middle=DAY + 8 * ONE, end=DAY + 90 * ONE)
    cycle = cycles.add_cycle(vault, days)
    vault.prefer(PUT_OFF, (DAY + ONE).isoformat())
    _press(stage, "First step, Aim")
    _press(stage, "How confident are you now?, Far, Today")
    _press(stage, "Answer the four mid check-in questions, Spring, 28 May")
    assert went == [
        Destination("plan", id=goal.id),
        Destination("stretch", id=stretch.id, act="check-in"),
        beginning(cycle.id, Point.MIDDLE),
    ]
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY, confidence=3))
    assert "How confident are you now?" not in _words(stage)


def test_support_leads_to_its_goal_or_to_whom_was_asked(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    goal = goals.add_goal(vault, Goal(title="Aim", due=DAY + 5 * ONE))
    long_ago = DAY - 20 * ONE
    for support in (
        Support(title="A word", person=ruth.id, state=SupportState.ASKED, day=long_ago),
        Support(title="A look", goal=goal.id),
    ):
        people.add_support(vault, support)
    _press(stage, "Ask Ruth how it stands: A word, Ruth, asked 30 Apr")
    _press(stage, "Ask somebody: A look, Aim, Mon 25")
    assert went == [
        Destination("people", ruth.id, Kind.PERSON),
        Destination("plan", id=goal.id),
    ]


def test_all_steps_are_shown_in_place_and_the_first_few_again(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title=f"step {n}") for n in range(7)])
    assert len(_rows(stage)) == 5
    _press(stage, "All open steps (7)")
    assert [row.step.title for row in _rows(stage)] == [f"step {n}" for n in range(7)]
    _press(stage, "The first few")
    assert len(_rows(stage)) == 5


def test_a_step_moves_to_another_day_and_back(vault: Vault, stage: Stage[TodayPage]) -> None:
    """By the menu of its day, in the calendar, or to no day at all; every move can be undone."""
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="First step", due=DAY)])
    for words, due in (
        ("Tomorrow", DAY + ONE),
        ("In a week", DAY + 7 * ONE),
        ("Without a day", None),
    ):
        _choose(stage, words)
        assert [step.due for step in vault.read.all(Milestone)] == [due]
        vault.undo()
    _choose(stage, "Choose a day")
    (popover,) = stage.page.findChildren(DayPopover)
    popover.field.setText("28 May")
    QTest.keyClick(popover.field, KEY.Key_Return)
    stage.settle()
    assert [step.due for step in vault.read.all(Milestone)] == [date(2026, 5, 28)]


def test_a_review_and_the_middle_of_a_cycle_move_as_well(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    goal = goals.add_goal(vault, Goal(title="Aim", review=DAY - ONE))
    _choose(stage, "Tomorrow")
    assert vault.read.get(Goal, goal.id).review == DAY + ONE
    days = Cycle(title="Spring", start=DAY - 30 * ONE, middle=DAY + ONE, end=DAY + 90 * ONE)
    cycle = cycles.add_cycle(vault, days)
    _choose(stage, "In a week")
    assert vault.read.get(Cycle, cycle.id).middle == DAY + 7 * ONE


def test_the_focus_stays_among_the_steps(vault: Vault, stage: Stage[TodayPage]) -> None:
    """After a tick it is on the next one; up and down go from row to row in the same column."""
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title=f"step {n}") for n in range(3)])
    stage.settle()
    first = _rows(stage)[0].check
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, KEY.Key_Space)
    stage.settle()
    assert [row.step.title for row in _rows(stage)] == ["step 1", "step 2"]
    assert stage.page.window().focusWidget() is _rows(stage)[0].check
    _type(stage, KEY.Key_Down)
    assert stage.page.window().focusWidget() is _rows(stage)[1].check
    _type(stage, KEY.Key_Down)
    _type(stage, KEY.Key_Tab)
    assert stage.page.window().focusWidget() is _rows(stage)[1].body
    _type(stage, KEY.Key_Up)
    assert stage.page.window().focusWidget() is _rows(stage)[0].body


def test_the_side_says_where_the_cycle_stands_and_what_has_left(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    cycles.add_cycle(vault, Cycle(title="Spring", start=DAY, middle=DAY, end=DAY))
    packs_line = Shared(recipient="Ruth", at=NOON.at, offset=NOON.offset)
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(packs_line)
    words = _words(stage)
    assert "Week 1 of 1 · Spring" in words
    assert "to Ruth on 20 May." in words
    _press(stage, "Open sharing ledger")
    assert went == [Destination("share", act="ledger")]


def test_each_point_of_the_cycle_opens_what_there_is(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    """The entry that was written, the one that is due, or else the cycle."""
    days = Cycle(title="Spring", start=DAY - 30 * ONE, middle=DAY + 8 * ONE, end=DAY + 90 * ONE)
    cycle = cycles.add_cycle(vault, days)
    entry = journal.add(vault, EntryDraft(title="At first"))
    cycles.choose_reflection(vault, Reflection(cycle.id, Point.START), entry.id)
    stage.settle()
    (line,) = [each for each in stage.page.findChildren(Timeline) if each.isVisible()]
    names = [spot.accessibleName() for spot in line.spots]
    assert names == [
        "Start reflection, 20 Apr",
        "Mid-cycle check-in, 28 May, in 8 days",
        "Exit reflection, 18 Aug",
    ]
    stops = [spot.focusPolicy() & Qt.FocusPolicy.TabFocus for spot in line.spots]
    assert [bool(stop) for stop in stops] == [False, True, False]
    line.spots[1].setFocus()
    _type(stage, KEY.Key_Return)
    _type(stage, KEY.Key_Up)
    _type(stage, KEY.Key_Space)
    QTest.mouseClick(line.spots[2], Qt.MouseButton.LeftButton)
    assert went == [
        beginning(cycle.id, Point.MIDDLE),
        Destination("journal", id=entry.id),
        Destination("plan", cycle.id, Kind.CYCLE),
    ]


def test_each_day_of_the_week_opens_in_the_journal(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    journal.add(vault, EntryDraft(title="x"))
    stage.settle()
    (dots,) = [each for each in stage.page.findChildren(WeekDots) if each.isVisible()]
    assert dots.accessibleDescription() == "You wrote on one day"
    assert dots.spots[2].accessibleName() == "Wednesday, 20 May: 1 entry"
    dots.spots[2].setFocus()
    _type(stage, KEY.Key_Return)
    _type(stage, KEY.Key_Left)
    assert stage.page.window().focusWidget() is dots.spots[1]
    assert dots.spots[1].accessibleName() == "Tuesday, 19 May: nothing written"
    _type(stage, KEY.Key_Return)
    days = ["2026-05-20", "2026-05-19"]
    assert went == [Destination("journal", act="day", detail=day) for day in days]


def test_one_tick_says_that_the_plan_was_used_and_another_that_it_was_not(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goal = goals.add_goal(vault, Goal(title="Aim", if_when="I block", then_do="I wait"))
    _press(stage, "Aim")
    assert went == [Destination("plan", id=goal.id)]
    _press(stage, "I used it today")
    (note,) = vault.read.all(CheckIn)
    assert (note.goal, note.day, note.plan_used) == (goal.id, DAY, PlanUse.YES)
    assert "Used once since 20 May" in _words(stage)
    _press(stage, "I used it today")
    assert vault.read.all(CheckIn) == []
    vault.undo()
    assert "Used once since 20 May" in _words(stage)


def test_what_left_in_an_earlier_week_is_told_as_such(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(Shared(recipient="Ruth", at=NOON.at - 12 * 86_400_000, offset=NOON.offset))
    assert "Nothing this week. Last: 0 items to Ruth on 8 May." in _words(stage)


def test_another_day_begins_at_midnight_without_a_key_pressed(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    assert "Wednesday, 20 May" in _words(stage)
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(12 * 3_600_000 - 1)
    stage.page._minute.timeout.emit()
    assert "Wednesday, 20 May" in _words(stage)
    vault.clock.advance(1)
    stage.page._minute.timeout.emit()
    assert "Thursday, 21 May" in _words(stage)
    stage.page.hide()
    assert not stage.page._minute.isActive()


def test_the_if_then_plan_reads_as_one_sentence(vault: Vault, stage: Stage[TodayPage]) -> None:
    goals.add_goal(vault, Goal(title="g", if_when="I block.", then_do="I wait, and finish."))
    assert "If I block, then I wait, and finish." in _words(stage)


def test_it_says_where_one_is(stage: Stage[TodayPage]) -> None:
    assert stage.page.where() == Destination("today", id=NO_ID)


def test_a_hidden_page_catches_up_when_it_is_shown(vault: Vault, stage: Stage[TodayPage]) -> None:
    stage.page.hide()
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="Meanwhile")])
    stage.page.show()
    assert "Meanwhile" in _words(stage)


def test_the_next_session_is_prepared_from_here_and_on_its_day_held(
    stage: Stage[TodayPage], vault: Vault, went: list[Destination]
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth Adeyemi")).id
    tomorrow = vault.clock.here(NOON.local.replace(tzinfo=None, hour=10) + ONE)
    session = sessions.plan_session(vault, Session(person=ruth).dated(tomorrow))
    card = stage.page._coming
    stage.settle()
    assert card.isVisible()
    assert card.title.text() == "Session with Ruth Adeyemi"
    assert card.when.text() == "Tomorrow, 10:00 to 10:50 · Mentor · Session 1"
    told = [label for fact in card.findChildren(ReadyFact) for label in fact.findChildren(QLabel)]
    facts = [label.accessibleName() for label in told]
    assert facts == [
        "Agenda topics, to do",
        "Entries to bring, to do",
        "No open actions, ready",
        "One real question, to do",
    ]
    _press(stage, "Prepare session")
    sessions.move_session(vault, session.id, NOON, 50)
    _press(stage, "Start session")
    sessions.start_session(vault, session.id)
    _press(stage, "Go on with it")
    parts = [(to.place, to.id, to.act) for to in went]
    assert parts == [("sessions", session.id, act) for act in ("prepare", "meet", "meet")]
    sessions.end_session(vault, session.id)
    stage.settle()
    assert not card.isVisible()


def test_an_action_is_ticked_and_moved_here_and_undone(
    stage: Stage[TodayPage], vault: Vault, went: list[Destination]
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    held = sessions.plan_session(vault, Session(person=ruth).dated(NOON))
    goals.add_goal(vault, Goal(title="g"))
    owed = Action(title="Send it", person=ruth, session=held.id, due=DAY + ONE)
    action = actions.add_action(vault, owed)
    (row,) = _rows(stage)
    assert row.body.accessibleName() == "Send it, Action from session 1 with Ruth, Tomorrow"
    QTest.mouseClick(row.body, Qt.MouseButton.LeftButton)
    assert went == [Destination("sessions", action.id, Kind.ACTION)]
    row.moved.emit(DAY + 2 * ONE)
    assert vault.read.get(Action, action.id).due == DAY + 2 * ONE
    (row,) = _rows(stage)
    assert row.check is not None
    QTest.mouseClick(row.check, Qt.MouseButton.LeftButton)
    assert vault.read.get(Action, action.id).state is ActionState.DONE
    assert _rows(stage) == []
    vault.undo()
    assert len(_rows(stage)) == 1


def test_what_came_back_is_to_be_read_and_says_no_word_of_it(
    stage: Stage[TodayPage], vault: Vault, went: list[Destination]
) -> None:
    goals.add_goal(vault, Goal(title="g"))
    ruth = people.add_person(vault, Person(name="Ruth")).id
    reply = feedback.receive(vault, Feedback(person=ruth, giver="X", about="Y", day=DAY))
    (row,) = _rows(stage)
    said = "Read what Ruth wrote, Feedback that nothing is linked to yet, arrived 20 May"
    assert row.body.accessibleName() == said
    assert row.check is None
    QTest.mouseClick(row.body, Qt.MouseButton.LeftButton)
    assert went == [Destination("feedback", reply.id, Kind.FEEDBACK)]
