"""Preparing a session: every part by the keyboard, each act one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.changes import Op
from app.clock import FixedClock
from app.domain.entries import Entry
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, Milestone
from app.domain.ids import Kind
from app.domain.sessions import Action, ActionState, AgendaItem
from app.operations import actions, feedback, goals
from tests.ui.sessions_desk import ONE, TODAY, TOPICS, Desk
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.theme import ThemeSource
from ui.widgets.tall_list import RECORD, RowModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(NOON)
    made = Desk(new_vault(tmp_path / "a.greenroom", clock), clock)
    qtbot.addWidget(made.page)
    made.page.show()
    made.page.activateWindow()
    yield made
    made.close()


def sentences(model: RowModel) -> list[str]:
    """What the rows of a list say."""
    indexes = [model.index(at, 0) for at in range(model.rowCount())]
    return [model.sentence(index.data(RECORD)) for index in indexes]


def checklist(desk: Desk) -> list[str]:
    """What the checklist says."""
    return [mark.accessibleName() for mark in desk.prepare.checklist.marks]


# The checklist


def test_four_things_make_it_ready_and_each_leads_to_its_part(desk: Desk) -> None:
    made = desk.session(1)
    agreed = Action(title="Send it", person=made.person, mine=False)
    actions.add_action(desk.vault, agreed)
    desk.entry("The release")
    desk.show(made)
    assert checklist(desk) == [
        "Agenda topics, to do",
        "1 entry to bring, ready",
        "Actions reviewed, to do",
        "One real question, to do",
    ]
    part = desk.prepare
    targets = [part.agenda.add, part.bring.rows, part.owed.reviewed, part.question.field]
    for mark, target in zip(part.checklist.marks, targets, strict=True):
        mark.setFocus()
        desk.press(KEY.Key_Space)
        assert desk.focus() is target
    part.owed.reviewed.click()
    desk.prepare.preparing.add_item(AgendaItem("Begin", 5))
    desk.prepare.preparing.write(made.id, question="Who?")
    assert checklist(desk) == [
        "1 agenda topic, ready",
        "1 entry to bring, ready",
        "Actions reviewed, ready",
        "One real question, ready",
    ]


def test_without_open_actions_there_is_nothing_to_look_through(desk: Desk) -> None:
    desk.show(desk.session(1))
    assert checklist(desk)[2] == "No open actions, ready"
    assert not desk.prepare.owed.reviewed.isVisible()
    assert desk.prepare.owed.nothing.isVisible()


# The question


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        (1, "What would you regret not asking tomorrow?"),
        (0, "What would you regret not asking today?"),
        (9, "What would you regret not asking?"),
    ],
)
def test_the_empty_field_asks_for_the_question(desk: Desk, days: int, asked: str) -> None:
    desk.show(desk.session(days))
    assert desk.prepare.question.field.placeholderText() == asked


def test_what_is_typed_is_kept_when_the_field_is_left(desk: Desk) -> None:
    made = desk.session(1)
    desk.show(made)
    field = desk.prepare.question.field
    field.setFocus()
    desk.type("Who would I be?")
    assert desk.kept(made).question == ""
    desk.press(KEY.Key_Tab)
    assert desk.kept(made).question == "Who would I be?"
    desk.vault.undo()
    assert (desk.kept(made).question, field.toPlainText()) == ("", "")


def test_typing_is_kept_after_a_pause_and_before_a_lock(desk: Desk, qtbot: QtBot) -> None:
    made = desk.session(1)
    desk.show(made)
    desk.prepare.thinking.field.setFocus()
    desk.type("Tell her first.")
    desk.page.save()
    assert desk.kept(made).prep == "Tell her first."
    desk.type(" Then ask.")
    qtbot.waitUntil(lambda: desk.kept(made).prep.endswith("Then ask."), timeout=4000)


def test_another_session_never_gets_what_was_typed_for_this_one(desk: Desk) -> None:
    first, second = desk.session(1), desk.session(8)
    desk.show(first)
    desk.prepare.question.field.setFocus()
    desk.type("Mine")
    desk.show(second)
    assert desk.prepare.question.field.toPlainText() == ""
    desk.page.save()
    assert (desk.kept(first).question, desk.kept(second).question) == ("Mine", "")


def test_what_an_entry_asks_can_be_used(desk: Desk) -> None:
    made = desk.session(1)
    desk.entry("The release", "Ruth looked up. Who would I be then?", days=-12)
    desk.show(made)
    question = desk.prepare.question
    assert "You wrote on 8 May: \u201cWho would I be then?\u201d" in question._words.text()
    question.use.setFocus()
    desk.press(KEY.Key_Space)
    assert desk.kept(made).question == "Who would I be then?"
    assert desk.focus() is question.field
    assert not question.use.isVisible()


# The agenda


def test_the_agenda_says_its_time_and_its_topics(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.prepare.agenda.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    goal = goals.add_goal(desk.vault, Goal(title="Delegate"))
    pulled = AgendaItem("How far am I?", kind=Kind.GOAL, record=goal.id)
    desk.show(desk.session(1, agenda=(*TOPICS[:1], AgendaItem("Arrive", 5, "How are we?"), pulled)))
    agenda = desk.prepare.agenda
    assert agenda.total.text() == "20 of 50 minutes"
    assert agenda.rows.accessibleName() == "Agenda, 3 topics, 20 of 50 minutes"
    assert sentences(agenda.model) == [
        "Topic 1, What the silent release taught me, 15 min",
        "Topic 2, Arrive, How are we?, 5 min",
        "Topic 3, How far am I?, Delegate",
    ]


def test_a_topic_is_written_in_its_place(desk: Desk) -> None:
    made = desk.session(1, agenda=TOPICS)
    desk.show(made)
    desk.prepare.agenda.rows.setFocus()
    desk.press(KEY.Key_Down, KEY.Key_F2)
    desk.type("Saying it")
    desk.press(KEY.Key_Tab)
    desk.type("25")
    desk.press(KEY.Key_Return)
    assert desk.agenda(made)[1] == ("Saying it", 25)
    assert desk.focus() is desk.prepare.agenda.rows
    assert desk.prepare.agenda.rows.currentIndex().row() == 1
    desk.press(KEY.Key_Return)
    desk.type("No")
    desk.press(KEY.Key_Escape)
    assert desk.agenda(made)[1] == ("Saying it", 25)
    assert desk.focus() is desk.prepare.agenda.rows
    desk.vault.undo()
    assert desk.agenda(made)[1] == ("Opening the conversation", 20)


def test_leaving_a_topic_keeps_it_and_nonsense_changes_nothing(desk: Desk) -> None:
    made = desk.session(1, agenda=TOPICS)
    desk.show(made)
    agenda = desk.prepare.agenda
    for words, expected in (("5", 5), ("soon", 5), ("-3", 5), ("99999", 5), ("", 0)):
        agenda.rows.setFocus()
        agenda.rows.setCurrentIndex(agenda.model.index(0))
        desk.press(KEY.Key_F2)
        assert agenda._editor is not None
        agenda._editor.minutes.setText(words)
        desk.prepare.question.field.setFocus()
        assert desk.agenda(made)[0] == (TOPICS[0].title, expected), words


def test_a_wrong_number_is_said_where_it_stands(desk: Desk) -> None:
    desk.show(desk.session(1, agenda=TOPICS))
    desk.prepare.agenda.rows.setFocus()
    desk.press(KEY.Key_F2, KEY.Key_Tab)
    desk.type("soon")
    desk.press(KEY.Key_Return)
    field = desk.focus()
    assert field.accessibleName() == "Minutes"
    assert field.accessibleDescription() == "Write a number of minutes."


def test_topics_are_added_one_after_the_other(desk: Desk) -> None:
    made = desk.session(1)
    desk.show(made)
    agenda = desk.prepare.agenda
    agenda.add.setFocus()
    desk.press(KEY.Key_Space)
    for words in ("First", "Second"):
        desk.type(words)
        desk.press(KEY.Key_Return)
    assert desk.agenda(made) == [("First", 0), ("Second", 0)]
    desk.press(KEY.Key_Return)
    assert not agenda.adder.isVisible()
    assert desk.focus() is agenda.add
    desk.press(KEY.Key_Space)
    desk.type("Third")
    desk.page.save()
    assert desk.agenda(made)[-1] == ("Third", 0)


def test_alt_and_an_arrow_move_a_topic_and_say_where(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    made = desk.session(1, agenda=TOPICS)
    desk.show(made)
    rows = desk.prepare.agenda.rows
    rows.setFocus()
    QTest.keyClick(rows, KEY.Key_Down, ALT)
    assert [title for title, _ in desk.agenda(made)] == [
        TOPICS[1].title,
        TOPICS[0].title,
        TOPICS[2].title,
    ]
    assert said == ["What the silent release taught me, 2 of 3"]
    QTest.keyClick(rows, KEY.Key_Down, ALT)
    QTest.keyClick(rows, KEY.Key_Down, ALT)
    assert [title for title, _ in desk.agenda(made)][-1] == TOPICS[0].title
    QTest.keyClick(rows, KEY.Key_Up, ALT)
    desk.vault.undo()
    assert [title for title, _ in desk.agenda(made)][-1] == TOPICS[0].title


def test_a_topic_is_dragged_to_another_place(desk: Desk) -> None:
    made = desk.session(1, agenda=TOPICS)
    desk.show(made)
    rows = desk.prepare.agenda.rows
    at = [rows.visualRect(rows.model().index(place, 0)).center() for place in range(3)]
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
    for target in (at[1], at[2] + QPoint(0, 15)):
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(target),
            QPointF(rows.viewport().mapToGlobal(target)), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(rows.viewport(), move)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=at[2] + QPoint(0, 15))
    assert [title for title, _ in desk.agenda(made)] == [
        TOPICS[1].title,
        TOPICS[2].title,
        TOPICS[0].title,
    ]
    assert desk.prepare.agenda._editor is None


def test_a_click_on_a_topic_writes_on_it(desk: Desk) -> None:
    desk.show(desk.session(1, agenda=TOPICS))
    rows = desk.prepare.agenda.rows
    place = rows.visualRect(rows.model().index(1, 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    editor = desk.prepare.agenda._editor
    assert editor is not None
    assert editor.title.text() == TOPICS[1].title
    assert editor.geometry().center().y() == place.center().y()


def test_a_topic_goes_with_delete_and_comes_back(desk: Desk) -> None:
    made = desk.session(1, agenda=TOPICS)
    desk.show(made)
    rows = desk.prepare.agenda.rows
    rows.setFocus()
    rows.setCurrentIndex(desk.prepare.agenda.model.index(2))
    desk.press(KEY.Key_Delete)
    assert desk.said == [("Topic removed", True)]
    assert rows.currentIndex().row() == 1
    desk.press(KEY.Key_Delete, KEY.Key_Delete)
    assert desk.agenda(made) == []
    assert desk.focus() is desk.prepare.agenda.add
    desk.vault.undo()
    assert desk.agenda(made) == [("What the silent release taught me", 15)]


def test_the_menu_leads_to_what_a_topic_was_pulled_from(desk: Desk) -> None:
    goal = goals.add_goal(desk.vault, Goal(title="Delegate"))
    pulled = AgendaItem("How far am I?", kind=Kind.GOAL, record=goal.id)
    desk.show(desk.session(1, agenda=(pulled, *TOPICS[:1])))
    agenda = desk.prepare.agenda
    agenda.rows.customContextMenuRequested.emit(QPoint(20, 10))
    (menu,) = (each for each in agenda.findChildren(QMenu) if each.isVisible())
    offered = {each.text(): each for each in menu.actions() if each.text()}
    assert list(offered) == ["Edit topic", "Open: Goal", "Move down", "Remove topic"]
    offered["Open: Goal"].trigger()
    menu.close()
    assert desk.sent == [Destination("plan", goal.id, Kind.GOAL)]


def test_an_empty_agenda_can_be_taken_from_a_template(desk: Desk) -> None:
    made = desk.session(1)
    desk.show(made)
    agenda = desk.prepare.agenda
    agenda.take.click()
    (menu,) = (each for each in agenda.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == "GROW session").trigger()
    menu.close()
    assert [title for title, _ in desk.agenda(made)][:3] == ["Set up", "Goal", "Reality"]
    assert not agenda.take.isVisible()
    assert desk.focus() is agenda.rows


# What to put onto it


def test_one_key_puts_an_entry_onto_the_agenda_and_takes_it_off(
    desk: Desk, qtmodeltester: ModelTester
) -> None:
    made = desk.session(1)
    entry = desk.entry("The release went out")
    desk.show(made)
    bring = desk.prepare.bring
    qtmodeltester.check(bring.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    assert bring.note.text() == "Ruth never sees these entries."
    bring.rows.setFocus()
    desk.press(KEY.Key_Space)
    (item,) = desk.kept(made).agenda
    assert (item.title, item.kind, item.record) == ("The release went out", Kind.ENTRY, entry.id)
    assert sentences(bring.model) == ["Journal entry, The release went out, 19 May, on the agenda"]
    assert desk.focus() is bring.rows
    desk.press(KEY.Key_Return)
    assert desk.kept(made).agenda == ()
    desk.vault.undo()
    assert desk.kept(made).holds(entry.id)


def test_delete_no_longer_brings_an_entry(desk: Desk) -> None:
    desk.show(desk.session(1))
    entry = desk.entry("The release")
    desk.prepare.bring.rows.setFocus()
    desk.press(KEY.Key_Delete)
    assert not desk.vault.read.get(Entry, entry.id).bring
    assert desk.said == [("No longer flagged to bring", True)]
    assert not desk.prepare.bring.rows.isVisible()
    assert desk.prepare.bring.note.text().startswith("Flag an entry with Bring")
    assert desk.vault.undo() is Op.WRITE_ENTRY
    assert desk.prepare.bring.rows.isVisible()


def test_since_last_time_lists_all_that_happened(desk: Desk, qtmodeltester: ModelTester) -> None:
    ruth = desk.person()
    desk.clock.moment = NOON.on(TODAY - 40 * ONE)
    train = goals.add_goal(desk.vault, Goal(title="Delegate"), [Milestone(title="Asked Sana")])
    desk.clock.moment = NOON
    last = desk.held(-12)
    (step,) = desk.vault.read.all(Milestone)
    goals.tick_milestone(desk.vault, step.id, TODAY - 3 * ONE)
    goals.check_in(desk.vault, CheckIn(goal=train.id, day=TODAY - ONE, value=2))
    owed = Action(title="Send the bet", session=last.id, person=ruth.id, due=TODAY + 9 * ONE)
    actions.add_action(desk.vault, owed)
    feedback.receive(desk.vault, Feedback(giver="Tomás Rey", name="Feedforward", day=TODAY))
    made = desk.session(1)
    desk.show(made)
    since = desk.prepare.since
    qtmodeltester.check(since.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    assert since.about.text() == "Since 8 May, Session 1."
    assert sentences(since.model) == [
        "Feedback, Feedback from Tomás Rey, Feedforward, not read yet, 20 May, not on the agenda",
        "Goal, Delegate, Asked Sana, 1 check-in, 19 May, not on the agenda",
        "Action, Send the bet, You, due Fri 29 May, not on the agenda",
    ]
    assert since.rows.accessibleName() == "Since last time, 3 things"
    since.rows.setFocus()
    desk.press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    kinds = [(item.kind, item.record) for item in desk.kept(made).agenda]
    assert kinds[0] == (Kind.GOAL, train.id)
    assert kinds[1][0] is Kind.ACTION
    assert sentences(since.model)[1].endswith("19 May, on the agenda")


def test_where_nothing_happened_it_says_so(desk: Desk) -> None:
    desk.show(desk.session(1))
    about = desk.prepare.since.about.text()
    assert about == "Since 20 Apr. Nothing moved, and nothing is owed. That is a topic, too."


def test_a_row_leads_to_what_it_tells_of(desk: Desk) -> None:
    desk.show(desk.session(1))
    goal = goals.add_goal(desk.vault, Goal(title="Delegate"))
    since = desk.prepare.since
    since.rows.customContextMenuRequested.emit(QPoint(20, 10))
    (menu,) = (each for each in since.findChildren(QMenu) if each.isVisible())
    offered = {each.text(): each for each in menu.actions() if each.text()}
    assert list(offered) == ["Add to agenda", "Open: Goal"]
    offered["Open: Goal"].trigger()
    menu.close()
    assert desk.sent == [Destination("plan", goal.id, Kind.GOAL)]


def test_what_is_owed_is_headed_by_where_it_was_agreed(desk: Desk) -> None:
    last = desk.held(-12)
    first = actions.add_action(
        desk.vault, Action(title="Send the bet", session=last.id, person=last.person)
    )
    made = desk.session(1)
    desk.show(made)
    owed = desk.prepare.owed
    assert owed.heading.text() == "Actions from Session 1"
    actions.add_action(desk.vault, Action(title="Other", person=last.person))
    assert owed.heading.text() == "Open actions"
    assert owed.reviewed.isVisible()
    owed.reviewed.setFocus()
    desk.press(KEY.Key_Space)
    assert desk.kept(made).reviewed
    owed.section.rows.setFocus()
    owed.section.rows.setCurrentIndex(owed.section.rows.model().index(0, 0))
    desk.press(KEY.Key_Space)
    assert desk.vault.read.get(Action, first.id).state is ActionState.DONE


def test_the_questions_are_those_of_its_agenda(desk: Desk) -> None:
    desk.show(desk.session(1, template="touchpoint-30"))
    questions = desk.prepare.thinking._questions
    assert questions.count() == 3
    desk.show(desk.session(2))
    assert questions.count() == 0


def test_with_little_room_the_side_stands_below(desk: Desk, look: ThemeSource) -> None:
    desk.show(desk.session(1, agenda=TOPICS))
    part = desk.prepare
    assert part.bring.mapTo(part, QPoint()).x() > part.agenda.mapTo(part, QPoint()).x()
    look.choose_scale(2.0)
    desk.page.resize(1190, 800)
    desk.show(desk.session(1, agenda=TOPICS))
    assert part.bring.mapTo(part, QPoint()).x() == part.agenda.mapTo(part, QPoint()).x()
    assert part.bring.mapTo(part, QPoint()).y() > part.agenda.mapTo(part, QPoint()).y()
