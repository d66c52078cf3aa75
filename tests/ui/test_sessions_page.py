"""The page of sessions: its list, the frame of one of them, and what one can do there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.changes import Op
from app.clock import FixedClock
from app.domain.ids import Kind
from app.domain.packs import Pack, PackItem
from app.domain.sessions import Action, AgendaItem, SessionState
from app.operations import actions, packs, people, sessions
from tests.ui.people_desk import menu_words
from tests.ui.sessions_desk import ONE, TODAY, TOPICS, Desk, spoken
from tests.ui.stretch_desk import opened
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.sessions.session_form import SessionForm
from ui.theme import ThemeSource

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(NOON)
    made = Desk(new_vault(tmp_path / "a.greenroom", clock), clock)
    qtbot.addWidget(made.page)
    made.page.show()
    made.page.activateWindow()
    yield made
    made.close()


def the_menu(desk: Desk) -> QMenu:
    """The menu that is open."""
    found = [menu for menu in desk.page.findChildren(QMenu) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(desk: Desk, words: str) -> None:
    """Choose a line of the menu that is open."""
    menu = the_menu(desk)
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()


# The list


def test_an_empty_page_keeps_the_tabs_and_plans_the_first_one(desk: Desk) -> None:
    assert desk.page.pane.tabs.isVisible()
    assert not desk.page.rows.isVisible()
    assert desk.page.first_focus() is desk.page.begin
    desk.session()
    assert desk.page.rows.isVisible()
    assert desk.page.first_focus() is desk.page.rows


def test_the_list_has_today_coming_up_and_past(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.page.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    desk.held(-28)
    desk.held(-14)
    desk.session(0)
    desk.session(30, title="Midpoint with my sponsor")
    desk.session(2)
    assert desk.rows() == [
        "Today",
        "Session 3",
        "Coming up",
        "Session 4",
        "Midpoint with my sponsor",
        "Past",
        "Session 2",
        "Session 1",
    ]
    assert desk.page.rows.accessibleName() == "Sessions, 5 sessions"
    headings = [0, 2, 5]
    flags = [desk.page.model.flags(desk.page.model.index(at, 0)) for at in headings]
    assert flags == [Qt.ItemFlag.NoItemFlags] * 3


def test_a_row_is_a_sentence_of_all_that_it_shows(desk: Desk) -> None:
    ready = desk.session(1, agenda=TOPICS, question="Who?")
    assert spoken(desk.page, ready.id) == (
        "Session 1, Ruth Adeyemi, mentor, Tomorrow, 12:00, Private, 3 of 4 ready"
    )
    moved = sessions.move_session(desk.vault, ready.id, NOON.on(TODAY + 9 * ONE), 30)
    desk.page.refresh()
    assert spoken(desk.page, moved.id) == (
        "Session 1, Ruth Adeyemi, mentor, Fri 29 May, Moved from 21 May, Private, 3 of 4 ready"
    )
    sessions.cancel_session(desk.vault, moved.id)
    assert spoken(desk.page, moved.id).endswith("Private, Cancelled")
    johan = desk.person("Johan")
    today = desk.session(0, johan)
    assert ", 12:00 to 12:50, " in spoken(desk.page, today.id)
    sessions.start_session(desk.vault, today.id)
    assert spoken(desk.page, today.id).endswith("Now")


def test_one_that_was_held_early_lies_behind(desk: Desk) -> None:
    desk.session(9)
    desk.session(5, state=SessionState.HELD)
    assert desk.rows() == ["Coming up", "Session 2", "Past", "Session 1"]


def test_a_past_row_says_what_is_open_of_it(desk: Desk) -> None:
    none, some = desk.held(-20), desk.held(-10)
    sana = desk.person("Sana")
    for title in ("One", "Two"):
        actions.add_action(desk.vault, Action(title=title, session=some.id, person=sana.id))
    still = desk.session(-3)
    pack = Pack(title="Brief", items=(PackItem(Kind.SESSION, none.id, ()),))
    packs.add(desk.vault, pack)
    assert spoken(desk.page, none.id).endswith("30 Apr, In a share pack")
    assert spoken(desk.page, some.id).endswith("10 May, Private, 2 actions open")
    assert spoken(desk.page, still.id).endswith("17 May, Private, Still planned")


def test_the_next_one_is_chosen_first_and_the_arrows_skip_headings(desk: Desk) -> None:
    past, coming = desk.held(-7), desk.session(2)
    desk.page.refresh()
    desk.show(coming)
    assert desk.page.where() == Destination("sessions", coming.id, Kind.SESSION)
    desk.page.rows.setFocus()
    desk.press(KEY.Key_Down)
    assert desk.page.where().id == past.id
    desk.press(KEY.Key_Up)
    assert desk.page.where().id == coming.id


def test_with_more_than_twelve_the_list_can_be_filtered(desk: Desk) -> None:
    tomas = desk.person("Tomás Rey")
    for days in range(12):
        desk.held(-7 * days - 7)
    assert not desk.page.filter.isVisible()
    coffee = desk.held(-100, tomas)
    assert desk.page.filter.isVisible()
    QTest.keyClick(desk.page, KEY.Key_F, CTRL)
    assert desk.focus() is desk.page.filter
    desk.type("tom")
    assert desk.rows() == ["Past", "Session 1"]
    desk.show(coffee)
    assert desk.page.filter.text() == ""
    assert len(desk.rows()) == 14


def test_delete_moves_to_the_trash_and_goes_to_the_next_one(desk: Desk) -> None:
    first, second = desk.session(2), desk.session(9)
    desk.show(first)
    desk.page.rows.setFocus()
    desk.press(KEY.Key_Delete)
    assert desk.said == [("Session moved to trash", True)]
    assert desk.page.where().id == second.id
    desk.vault.undo()
    assert desk.rows() == ["Coming up", "Session 1", "Session 2"]


def test_an_action_leads_to_the_session_it_was_agreed_in(desk: Desk) -> None:
    held = desk.held(-7)
    desk.session(2)
    action = actions.add_action(desk.vault, Action(title="a", session=held.id))
    desk.page.arrive(Destination("sessions", action.id, Kind.ACTION))
    assert desk.page.where().id == held.id


# The frame


def test_the_frame_says_with_whom_and_when(desk: Desk) -> None:
    ruth = desk.person(pronouns="she/her")
    desk.held(-7, ruth)
    desk.show(desk.session(1, ruth))
    frame = desk.page.frame
    assert frame.title.text() == "Session 2 with Ruth Adeyemi"
    assert frame.when.text() == (
        "Tomorrow, Thursday 21 May, 12:00 to 12:50. Your questions, her time."
    )
    assert frame.header.chip.text() == "Private"


@pytest.mark.parametrize(
    ("pronouns", "said"), [("", "their"), ("they/them", "their"), ("He / him", "his")]
)
def test_without_clear_pronouns_it_is_their_time(desk: Desk, pronouns: str, said: str) -> None:
    desk.show(desk.session(3, desk.person(pronouns=pronouns)))
    assert desk.page.frame.when.text().endswith(f"Your questions, {said} time.")


def test_moved_and_cancelled_are_said_quietly(desk: Desk) -> None:
    made = desk.session(1)
    sessions.move_session(desk.vault, made.id, NOON.on(TODAY + 5 * ONE), 50)
    desk.show(made)
    assert "12:00 to 12:50. Moved from 21 May." in desk.page.frame.when.text()
    sessions.cancel_session(desk.vault, made.id)
    assert "Moved from 21 May. Cancelled." in desk.page.frame.when.text()
    assert desk.page.frame.header.primary.text() == "Plan again"


def test_without_its_person_a_session_is_shown_all_the_same(desk: Desk) -> None:
    made = desk.session(1)
    people.delete_person(desk.vault, made.person)
    desk.show(made)
    assert desk.page.frame.title.text() == "Session 1"
    assert desk.page.frame.when.text() == "Tomorrow, Thursday 21 May, 12:00 to 12:50."


def test_where_it_is_is_shown_and_its_link_is_copied(desk: Desk) -> None:
    made = desk.session(2, place="Canteen", link="https://meet.example.org/x")
    desk.show(made)
    where = desk.page.frame.place
    assert where.place.text() == "Canteen"
    where.copy.click()
    assert QGuiApplication.clipboard().text() == "https://meet.example.org/x"
    assert desk.said == [("Link copied", False)]
    desk.show(desk.session(5))
    assert not where.isVisible()


def test_the_heading_above_the_first_row_is_seen(desk: Desk) -> None:
    desk.page.resize(1280, 400)
    first = desk.session(2)
    for days in range(3, 12):
        last = desk.session(days)
    desk.show(last)
    desk.show(first)
    assert desk.page.rows.verticalScrollBar().value() == 0


def test_the_menu_offers_what_can_be_done_now(desk: Desk) -> None:
    made = desk.session(2)
    desk.show(made)
    menu = desk.page.acts.menu(desk.kept(made), desk.page)
    assert menu_words(menu)[:3] == ["Edit session", "Move session", "Cancel session"]
    sessions.cancel_session(desk.vault, made.id)
    menu = desk.page.acts.menu(desk.kept(made), desk.page)
    assert menu_words(menu)[:2] == ["Edit session", "Plan again"]
    sessions.plan_again(desk.vault, made.id)
    sessions.start_session(desk.vault, made.id)
    menu = desk.page.acts.menu(desk.kept(made), desk.page)
    assert menu_words(menu)[:2] == ["Edit session", "Session brief"]


def test_cancelling_and_planning_again_can_be_taken_back(desk: Desk) -> None:
    made = desk.session(2)
    desk.show(made)
    desk.page.rows.customContextMenuRequested.emit(QPoint(-5, -5))
    choose(desk, "Cancel session")
    assert desk.kept(made).state is SessionState.CANCELLED
    QTest.keyClick(desk.page, KEY.Key_Return, CTRL)
    assert desk.kept(made).state is SessionState.PLANNED
    assert desk.said == [("Session cancelled", True), ("Session planned again", True)]
    assert desk.vault.undo() is Op.PLAN_AGAIN


def test_ending_says_which_one_its_cadence_planned(desk: Desk) -> None:
    made = desk.session(0, every=2, agenda=(AgendaItem("Arrive", 5),))
    desk.show(made)
    desk.page.acts.start(made.id)
    desk.page.acts.end(made.id)
    assert desk.said == [("Session ended; the next one is planned for Wed 3 Jun", True)]
    desk.vault.undo()
    assert desk.kept(made).under_way


def test_a_brief_begins_in_share_with_nothing_chosen(desk: Desk) -> None:
    made = desk.session(2)
    desk.show(made)
    QTest.keyClick(desk.page, KEY.Key_P, CTRL)
    assert desk.sent == [Destination("share", made.id, Kind.SESSION, "brief")]


# The calendar


def test_a_calendar_file_says_nothing_private(desk: Desk, tmp_path: Path) -> None:
    made = desk.session(2, question="Who would I be?", notes="Secret", agenda=TOPICS)
    named = desk.session(4, title="Midpoint", place="Canteen")
    file = tmp_path / "a.ics"
    desk.page.acts.write_calendar(desk.page._found, file)
    said = file.read_bytes().decode()
    assert "SUMMARY:Session with Ruth Adeyemi" in said
    assert "SUMMARY:Midpoint" in said
    assert "LOCATION:Canteen" in said
    assert said.count("BEGIN:VEVENT") == 2
    for secret in ("Who would", "Secret", "silent", made.id, named.id):
        assert secret not in said
    assert desk.said == [("Calendar file saved", False)]


def test_a_cancelled_session_takes_itself_out_of_a_calendar(desk: Desk, tmp_path: Path) -> None:
    made = desk.session(2)
    sessions.cancel_session(desk.vault, made.id)
    file = tmp_path / "a.ics"
    desk.page.acts.write_calendar(desk.page._found, file)
    said = file.read_bytes().decode()
    assert "STATUS:CANCELLED" in said
    assert "SEQUENCE:1" in said


def test_a_new_one_can_begin_with_somebody(desk: Desk) -> None:
    desk.session(2)
    sana = desk.person("Sana")
    desk.page.arrive(Destination("sessions", sana.id, Kind.PERSON, "new"))
    form = opened(SessionForm)
    assert form.people.chosen() == sana.id
    form.reject()


def test_the_page_follows_the_size_of_the_text(desk: Desk, look: ThemeSource) -> None:
    desk.show(desk.session(2))
    look.choose_scale(2.0)
    desk.page.resize(1190, 800)
    assert desk.page.frame.header.back.isVisible()
    desk.page.frame.header.back.click()
    assert desk.page.rows.isVisible()
    assert not desk.page.frame.isVisible()
