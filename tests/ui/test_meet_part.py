"""Meeting: the clock of each topic, notes that save themselves, and actions typed in flow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from app.domain.ids import NO_ID, Id
from app.domain.sessions import ActionState, Session
from app.operations import sessions
from app.queries.sessions import session_view
from tests.ui.action_desk import AGENDA, TODAY, ActionDesk
from tests.ui.stretch_desk import opened
from tests.vaults import new_vault
from ui.context import Destination
from ui.sessions.meet import MeetPart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SENTENCE = Qt.ItemDataRole.AccessibleTextRole
MINUTE = 60_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ActionDesk]:
    made = ActionDesk(new_vault(tmp_path / "a.greenroom"))
    yield made
    made.vault.close()


@pytest.fixture
def part(desk: ActionDesk, qtbot: QtBot) -> MeetPart:
    made = MeetPart(desk.context)
    qtbot.addWidget(made)
    made.resize(720, 700)
    made.navigate.connect(desk.sent.append)
    desk.context.changed.connect(lambda _: show(desk, made, made.property("session")))
    return made


def show(desk: ActionDesk, part: MeetPart, session_id: str) -> None:
    view = session_view(desk.vault.read, Id(session_id))
    if view is not None:
        part.setProperty("session", session_id)
        part.show_view(view)


def begun(desk: ActionDesk, part: MeetPart, **fields: object) -> Session:
    made = desk.session(**fields)
    show(desk, part, made.id)
    part.show()
    return sessions.start_session(desk.vault, made.id)


def kept(desk: ActionDesk, session: Session) -> Session:
    return desk.vault.read.get(Session, session.id)


def topics(part: MeetPart) -> list[str]:
    model = part.topics.model()
    return [str(model.index(at, 0).data(SENTENCE)) for at in range(model.rowCount())]


def wait(desk: ActionDesk, part: MeetPart, minutes: int) -> None:
    """Let minutes pass and the part look at the clock."""
    desk.vault.clock.advance(minutes * MINUTE)  # type: ignore[attr-defined] # a fixed clock
    part._clock.timeout.emit()


def test_before_it_begins_the_agenda_says_what_each_topic_may_take(
    desk: ActionDesk, part: MeetPart
) -> None:
    show(desk, part, desk.session(question="Who would I be?").id)
    part.show()
    assert topics(part) == [
        "1. What the silent release taught me, 15 min",
        "2. Opening the conversation with Luca, 20 min",
        "3. Is the platform bet small enough?, 10 min",
    ]
    assert part.question.text() == "Who would I be?"
    assert (part.next.isVisible(), part.rest.isVisible(), part.remark()) == (False, False, "")
    QAbstractItemModelTester(part.topics.topics)


def test_each_topic_counts_its_own_time(desk: ActionDesk, part: MeetPart, qtbot: QtBot) -> None:
    begun(desk, part)
    wait(desk, part, 14)
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)
    part.notes.prose.setFocus()
    QTest.keyClick(part.notes.prose, KEY.Key_T, CTRL)
    wait(desk, part, 7)
    assert topics(part) == [
        "1. What the silent release taught me, 14 of 15 min, talked about",
        "2. Opening the conversation with Luca, 7 of 20 min, now",
        "3. Is the platform bet small enough?, 10 min",
    ]
    assert part.remark() == "21 minutes in."


def test_the_clock_goes_on_by_what_is_stored(desk: ActionDesk, part: MeetPart) -> None:
    """As after a lock, which frees the part: the time is that since the topic began."""
    session = begun(desk, part)
    wait(desk, part, 5)
    again = MeetPart(desk.context)
    wait(desk, part, 4)
    show(desk, again, session.id)
    assert topics(again)[0] == "1. What the silent release taught me, 9 of 15 min, now"


def test_a_pause_stops_the_clock_and_going_on_takes_up_the_same_topic(
    desk: ActionDesk, part: MeetPart
) -> None:
    begun(desk, part)
    wait(desk, part, 5)
    part.rest.click()
    wait(desk, part, 30)
    assert topics(part)[0] == "1. What the silent release taught me, 5 of 15 min"
    assert (part.rest.text(), part.next.isVisible()) == ("Go on", False)
    part.rest.click()
    wait(desk, part, 2)
    assert topics(part)[0] == "1. What the silent release taught me, 7 of 15 min, now"


def test_enter_on_a_topic_talks_about_it_and_the_others_wait(
    desk: ActionDesk, part: MeetPart
) -> None:
    session = begun(desk, part)
    part.topics.setCurrentIndex(part.topics.topics.index(2))
    QTest.keyClick(part.topics, KEY.Key_Return)
    assert kept(desk, session).topic == 2
    part.go_on()
    assert kept(desk, session).topic == 1


def test_the_next_topic_is_said_while_the_focus_stays_in_the_notes(
    desk: ActionDesk, part: MeetPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    begun(desk, part)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    for _ in range(3):
        part.go_on()
    assert said == [AGENDA[1].title, AGENDA[2].title, "All topics done"]


def test_after_the_last_topic_the_clock_stops(desk: ActionDesk, part: MeetPart) -> None:
    session = begun(desk, part)
    part.go_on()
    part.go_on()
    assert part.next.text() == "Topics done"
    part.go_on()
    assert kept(desk, session).ticking is None
    assert [item.done for item in kept(desk, session).agenda] == [True] * 3
    assert (part.next.isVisible(), part.rest.isVisible()) == (False, False)
    desk.vault.undo()
    assert kept(desk, session).topic == 2


def test_a_session_that_is_over_says_how_long_it_took(desk: ActionDesk, part: MeetPart) -> None:
    session = begun(desk, part)
    wait(desk, part, 47)
    sessions.end_session(desk.vault, session.id)
    assert part.remark() == "It took 47 minutes."
    assert not part.next.isVisible()


def test_notes_save_themselves_and_say_when(desk: ActionDesk, part: MeetPart) -> None:
    session = begun(desk, part)
    QTest.keyClicks(part.notes.prose, "Say the fact")
    assert kept(desk, session).notes == ""
    part.notes.typed._longest.timeout.emit()
    assert kept(desk, session).notes == "Say the fact"
    assert part.notes.saved.text() == "Saved 12:00"
    QTest.keyClicks(part.notes.prose, ", then stop")
    part.flush()
    assert kept(desk, session).notes == "Say the fact, then stop"


def test_what_is_typed_is_kept_where_another_session_is_shown(
    desk: ActionDesk, part: MeetPart
) -> None:
    session, other = begun(desk, part), desk.session(notes="Other")
    QTest.keyClicks(part.notes.prose, "Mine")
    show(desk, part, other.id)
    assert (kept(desk, session).notes, kept(desk, other).notes) == ("Mine", "Other")
    assert part.notes.prose.text() == "Other"


def test_notes_follow_an_undo_but_never_lose_what_is_typed(
    desk: ActionDesk, part: MeetPart
) -> None:
    session = begun(desk, part)
    QTest.keyClicks(part.notes.prose, "First")
    part.flush()
    desk.vault.undo()
    assert part.notes.prose.text() == ""
    QTest.keyClicks(part.notes.prose, "Typed")
    desk.action("Something else")
    assert part.notes.prose.text() == "Typed"
    part.flush()
    assert kept(desk, session).notes == "Typed"


def test_actions_are_added_in_flow_and_ticked_in_place(desk: ActionDesk, part: MeetPart) -> None:
    session = begun(desk, part)
    QTest.keyClicks(part.line.field, "@Ruth introduce me to the design lead by Fri")
    QTest.keyClick(part.line.field, KEY.Key_Return)
    QTest.keyClicks(part.line.field, "Name the missed handoffs")
    QTest.keyClick(part.line.field, KEY.Key_Return)
    first, second = desk.actions()
    assert (first.title, first.mine, first.person, first.due, first.session) == (
        "introduce me to the design lead",
        False,
        desk.ruth.id,
        date(2026, 5, 22),
        session.id,
    )
    assert (second.mine, second.person, second.due) == (True, desk.ruth.id, None)
    part.actions_list.rows.setCurrentIndex(part.actions_list.rows.actions_shown.index(1))
    QTest.keyClick(part.actions_list.rows, KEY.Key_Space)
    assert desk.kept(second).state is ActionState.DONE


def test_somebody_new_can_owe_something(desk: ActionDesk, part: MeetPart) -> None:
    begun(desk, part)
    part.line.field.setText("@Zoe send it")
    QTest.keyClick(part.line.field, KEY.Key_Return)
    QTest.keyClick(opened(QMenu), KEY.Key_Return)
    (action,) = desk.actions()
    assert (action.mine, action.person != NO_ID, action.person != desk.ruth.id) == (
        False,
        True,
        True,
    )


def test_what_is_open_from_before_stays_on_the_list(desk: ActionDesk, part: MeetPart) -> None:
    last = desk.session()
    sessions.end_session(desk.vault, last.id)
    desk.action("Old", session=last.id)
    desk.action("Older", session=last.id, due=TODAY)
    desk.vault.clock.advance(1)  # type: ignore[attr-defined] # a fixed clock
    made = Session(person=desk.ruth.id, agenda=AGENDA).dated(desk.vault.now())
    session = sessions.plan_session(desk.vault, made)
    show(desk, part, session.id)
    part.show()
    assert part.carried.text() == "2 open from session 1 stay on the list."
    part.carried.click()
    assert desk.sent == [Destination("actions")]
    desk.action("From no session")
    assert part.carried.text() == "3 open from before stay on the list."
