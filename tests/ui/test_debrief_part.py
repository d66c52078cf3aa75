"""The debrief: ratings for the mentee alone, thoughts, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.ids import Id, Kind
from app.domain.packs import FIELDS
from app.domain.sessions import Debrief, Score, Session
from app.operations import sessions
from app.queries.debriefs import debrief_of
from app.queries.sessions import session_view
from tests.ui.action_desk import ActionDesk
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.sessions.debrief import DebriefPart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ActionDesk]:
    made = ActionDesk(new_vault(tmp_path / "a.greenroom"))
    yield made
    made.vault.close()


@pytest.fixture
def part(desk: ActionDesk, qtbot: QtBot) -> DebriefPart:
    made = DebriefPart(desk.context)
    qtbot.addWidget(made)
    made.resize(720, 900)
    made.navigate.connect(desk.sent.append)
    desk.context.changed.connect(lambda _: show(desk, made, made.property("session")))
    return made


def show(desk: ActionDesk, part: DebriefPart, session_id: str) -> None:
    view = session_view(desk.vault.read, Id(session_id))
    if view is not None:
        part.setProperty("session", session_id)
        part.show_view(view)


def held(desk: ActionDesk, part: DebriefPart, **fields: object) -> Session:
    made = desk.session(**fields)
    done = sessions.end_session(desk.vault, made.id).session
    show(desk, part, done.id)
    part.show()
    return done


def test_it_waits_for_the_end_of_the_session(desk: ActionDesk, part: DebriefPart) -> None:
    session = desk.session(minutes=30)
    show(desk, part, session.id)
    part.show()
    assert part.waiting.text() == "The debrief opens when the session ends, at 12:30."
    assert not part.ratings.isVisible()
    assert part.first_focus() is None
    desk.vault.clock.advance(30 * 60_000)  # type: ignore[attr-defined] # a fixed clock
    show(desk, part, session.id)
    assert part.ratings.isVisible()
    assert not part.waiting.isVisible()


def test_a_session_that_goes_on_is_not_thought_about_yet(
    desk: ActionDesk, part: DebriefPart
) -> None:
    session = desk.session(minutes=30)
    sessions.start_session(desk.vault, session.id)
    desk.vault.clock.advance(60 * 60_000)  # type: ignore[attr-defined] # a fixed clock
    show(desk, part, session.id)
    part.show()
    assert not part.ratings.isVisible()


def test_seven_lines_are_rated_by_keys_and_kept_at_once(
    desk: ActionDesk, part: DebriefPart
) -> None:
    session = held(desk, part)
    assert len(part.ratings.bulbs) == 7
    assert part.first_focus() is part.ratings.bulbs["safe-unsure"]
    QTest.keyClick(part.ratings.bulbs["useful-next"], KEY.Key_4)
    QTest.keyClick(part.ratings.bulbs["safe-room"], KEY.Key_1)
    assert part.ratings.bulbs["safe-room"].value_words() == "1 of 5: Not at all"
    assert debrief_of(desk.vault.read, session.id).scores == (
        Score("safe-room", 1),
        Score("useful-next", 4),
    )
    QTest.keyClick(part.ratings.bulbs["safe-room"], KEY.Key_0)
    assert debrief_of(desk.vault.read, session.id).scores == (Score("useful-next", 4),)


def test_it_is_no_kind_that_a_pack_can_hold(part: DebriefPart) -> None:
    assert Kind.DEBRIEF not in FIELDS
    assert part.private.text() == "It is for you alone. No share pack ever holds it."


def test_the_questions_of_the_template_are_asked(desk: ActionDesk, part: DebriefPart) -> None:
    held(desk, part, template="touchpoint-30")
    assert part.prompts.words.text().startswith("What did I work out for myself?\n")
    held(desk, part)
    assert not part.prompts.isVisible()


def test_thoughts_and_the_next_step_save_themselves(desk: ActionDesk, part: DebriefPart) -> None:
    session = held(desk, part)
    QTest.keyClicks(part.answers.prose, "Good")
    QTest.keyClicks(part.next_step.field, "Call Luca")
    part.flush()
    kept = debrief_of(desk.vault.read, session.id)
    assert (kept.answers, kept.next_step) == ("Good", "Call Luca")
    other = held(desk, part)
    assert (part.answers.prose.text(), part.next_step.field.toPlainText()) == ("", "")
    assert debrief_of(desk.vault.read, other.id).empty


def test_the_next_step_becomes_an_action(desk: ActionDesk, part: DebriefPart) -> None:
    session = held(desk, part)
    assert not part.next_step.make.isEnabled()
    QTest.keyClicks(part.next_step.field, "Call Luca by Fri")
    part.next_step.make.click()
    (action,) = desk.actions()
    assert (action.title, action.mine, action.due, action.session) == (
        "Call Luca",
        True,
        date(2026, 5, 22),
        session.id,
    )
    assert desk.said == [("Added to the actions", True)]
    assert debrief_of(desk.vault.read, session.id).next_step == "Call Luca by Fri"


def test_a_next_step_with_an_unknown_name_keeps_it_as_words(
    desk: ActionDesk, part: DebriefPart
) -> None:
    held(desk, part)
    QTest.keyClicks(part.next_step.field, "@Zoe and I draw it")
    part.next_step.make.click()
    assert [(each.title, each.mine) for each in desk.actions()] == [("@Zoe and I draw it", True)]


def test_ways_to_raise_it_are_shown_only_where_the_same_line_was_low_twice(
    desk: ActionDesk, part: DebriefPart
) -> None:
    before = sessions.plan_session(
        desk.vault,
        Session(person=desk.ruth.id).dated(NOON.on(NOON.day - timedelta(days=14))),
    )
    low = (Score("safe-room", 1), Score("useful-next", 2))
    sessions.debrief_session(desk.vault, Debrief(session=before.id, scores=low))
    held(desk, part)
    assert not part.raising.isVisible()
    QTest.keyClick(part.ratings.bulbs["safe-room"], KEY.Key_2)
    assert part.raising.isVisible()
    assert part.raising.heading.text() == "This line was low last time, too"
    assert part.raising.lines.text() == "I had room to finish what I wanted to say."
    QTest.keyClick(part.ratings.bulbs["safe-room"], KEY.Key_4)
    assert not part.raising.isVisible()


def test_the_next_session_is_offered(desk: ActionDesk, part: DebriefPart) -> None:
    held(desk, part)
    part.following.go.click()
    assert desk.sent == [Destination("sessions", desk.ruth.id, Kind.PERSON, act="new")]
    made = Session(person=desk.ruth.id).dated(NOON.on(NOON.day + timedelta(days=16)))
    following = sessions.plan_session(desk.vault, made)
    assert part.following.words.text() == "The next session is on Fri 5 Jun."
    part.following.go.click()
    assert desk.sent[-1] == Destination("sessions", following.id, Kind.SESSION)
