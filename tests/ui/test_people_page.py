"""The page of people: its list, one person, and what one can do there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.changes import Op
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Person, Relation
from app.domain.feedback import Feedback, Request
from app.domain.ids import Id, Kind
from app.domain.packs import Shared
from app.domain.sessions import Action, ActionState, Session
from app.domain.support import SupportState
from app.operations import actions, competencies, feedback, journal, sessions
from app.operations.journal import EntryDraft
from app.queries.support import support_of
from tests.ui.people_desk import TODAY, Desk
from tests.ui.stretch_desk import CTRL, KEY, choose, none_open, opened
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.people.ask_form import AskForm
from ui.people.person_form import PersonForm
from ui.theme import ThemeSource
from ui.widgets.initials import initials
from ui.widgets.rows import RowRole

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


# The list


def test_an_empty_page_keeps_the_tabs_and_asks_for_one_person(desk: Desk) -> None:
    assert desk.page.pane.tabs.isVisible()
    assert not desk.page.rows.isVisible()
    assert desk.page.first_focus() is desk.page.begin
    desk.page.begin.click()
    opened(PersonForm).reject()


def test_the_map_comes_first_and_then_everybody(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.page.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    desk.everybody()
    assert desk.rows() == ["Support map", "People", "Ruth Adeyemi", "Priya Nair"]
    assert desk.page.rows.isVisible()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    model = desk.page.model
    assert [model.index(at, 0).data(spoken) for at in (0, 2)] == [
        "Support map, 2 needs, 2 people, 1 not covered",
        "Ruth Adeyemi, Mentor",
    ]
    assert model.flags(model.index(1, 0)) == Qt.ItemFlag.NoItemFlags
    assert desk.page.rows.accessibleName() == "People, 2 people"


def test_a_row_says_when_the_next_session_is(desk: Desk) -> None:
    ruth, priya, _ = desk.everybody()
    model = desk.page.model
    for days in (-3, 1, 9):
        new = Session(person=ruth.id).dated(NOON.on(TODAY + timedelta(days=days)))
        sessions.plan_session(desk.vault, new)
    place = model.place(ruth.id)
    assert place.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Ruth Adeyemi, Mentor, next session Tomorrow"
    )
    assert (place.data(RowRole.ASIDE), model.place(priya.id).data(RowRole.ASIDE)) == (
        "Tomorrow",
        "",
    )
    soon = next(each for each in desk.vault.read.all(Session) if each.day > TODAY)
    sessions.cancel_session(desk.vault, soon.id)
    assert model.place(ruth.id).data(RowRole.ASIDE) == "Fri 29 May"


def test_the_arrows_skip_the_heading_and_the_detail_follows(desk: Desk) -> None:
    ruth, _, _ = desk.everybody()
    assert desk.on_map()
    QTest.keyClick(desk.page.rows, KEY.Key_Down)
    assert desk.page.where() == Destination("people", id=ruth.id, kind=Kind.PERSON)
    assert desk.page.detail.name.text() == "Ruth Adeyemi"
    QTest.keyClick(desk.page.rows, KEY.Key_Up)
    assert desk.on_map()
    assert desk.page.map.isVisible()


def test_with_more_than_twelve_people_the_list_can_be_filtered(desk: Desk) -> None:
    for number in range(12):
        desk.person(f"Person {number:02}")
    assert not desk.page.filter.isVisible()
    sana = desk.person("Sana Iqbal")
    assert desk.page.filter.isVisible()
    QTest.keyClick(desk.page, KEY.Key_F, CTRL)
    assert desk.page.window().focusWidget() is desk.page.filter
    desk.page.filter.setText("iqb")
    assert desk.rows() == ["Support map", "People", "Sana Iqbal"]
    desk.page.filter.setText("nobody")
    assert desk.rows() == ["Support map"]
    desk.show(sana)
    assert desk.page.filter.text() == ""
    assert len(desk.rows()) == 15


def test_initials_are_those_of_the_first_and_the_last_name() -> None:
    assert [initials(name) for name in ("Ruth Adeyemi", "tomás", "Ana de la Cruz")] == [
        "RA",
        "T",
        "AC",
    ]


# Adding, changing, moving to the trash


def test_somebody_is_added_with_a_name_alone_and_shown(desk: Desk) -> None:
    QTest.keyClick(desk.page, KEY.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    form = opened(PersonForm)
    form.submit()
    assert form.fields["name"].error == "Say what they are called."
    form.put("name", "  Ruth Adeyemi ")
    form.submit()
    assert none_open(PersonForm)
    (kept,) = desk.vault.read.all(Person)
    assert (kept.name, kept.relation) == ("Ruth Adeyemi", Relation.MENTOR)
    assert desk.page.where().id == kept.id


def test_everything_on_the_sheet_is_kept_and_how_safe_it_feels_stays_as_it_was(
    desk: Desk,
) -> None:
    ruth = desk.person("Ruth", safety=4, safety_note="She asks first.")
    desk.show(ruth)
    QTest.keyClick(desk.page.rows, KEY.Key_F2)
    form = opened(PersonForm)
    words = {
        "role": "Head of Port Operations",
        "pronouns": "she/her",
        "strengths": "Calm",
        "interests": "Rowing",
        "availability": "Tuesdays",
        "note": "Waits",
    }
    for name, text in words.items():
        form.put(name, text)
    form.put("relation", Relation.SPONSOR.value)
    form.put_day("since", date(2025, 9, 1))
    form.put_day("last_spoke", date(2026, 5, 8))
    form.competencies.set_competencies(["delegating"])
    form.submit()
    kept = desk.kept(ruth.id)
    assert {name: getattr(kept, name) for name in words} == words
    assert kept.relation is Relation.SPONSOR
    assert (kept.since, kept.last_spoke) == (date(2025, 9, 1), date(2026, 5, 8))
    assert kept.can_help == ("delegating",)
    assert (kept.safety, kept.safety_note) == (4, "She asks first.")


def test_what_was_typed_comes_back_with_the_sheet(desk: Desk, qtbot: QtBot) -> None:
    desk.page.acts.add()
    form = opened(PersonForm)
    form.put("name", "Ruth")
    form.competencies.set_competencies(["delegating"])
    form.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    desk.page.acts.add()
    again = opened(PersonForm)
    assert again.text("name") == "Ruth"
    assert again.competencies.competencies() == ("delegating",)


def test_delete_moves_somebody_to_the_trash_and_undo_brings_them_back(desk: Desk) -> None:
    ruth, priya, _ = desk.everybody()
    desk.show(ruth)
    QTest.keyClick(desk.page.rows, KEY.Key_Delete)
    assert desk.said == [("Person moved to trash", True)]
    assert desk.rows() == ["Support map", "People", "Priya Nair"]
    assert desk.page.where().id == priya.id
    desk.vault.undo()
    assert desk.rows() == ["Support map", "People", "Ruth Adeyemi", "Priya Nair"]


def test_delete_on_the_map_deletes_nothing(desk: Desk) -> None:
    desk.everybody()
    desk.show_map()
    QTest.keyClick(desk.page.rows, KEY.Key_Delete)
    assert len(desk.vault.read.all(Person)) == 2


# One person


def test_a_page_shows_who_somebody_is_and_nothing_that_is_not_there(desk: Desk) -> None:
    ruth = desk.person("Ruth Adeyemi", role="Head of Ports", since=date(2025, 9, 1))
    desk.show(ruth)
    detail = desk.page.detail
    words = "Mentor · Head of Ports · since 1 Sept 2025"
    assert " ".join(detail.about.text().split()).replace("Sep ", "Sept ") == words
    assert detail.ask.text() == "Ask Ruth"
    empty = (detail.note, detail.knows, detail.strengths, detail.interests, detail.availability)
    assert not any(part.isVisible() for part in empty)
    assert detail.spoken.words.text() == "Not noted yet"


def test_today_notes_that_one_spoke(desk: Desk) -> None:
    ruth = desk.person("Ruth")
    desk.show(ruth)
    desk.page.detail.spoken.today.click()
    assert desk.kept(ruth.id).last_spoke == TODAY
    assert desk.page.detail.spoken.words.text() == "Today"
    assert not desk.page.detail.spoken.today.isVisible()
    assert desk.vault.undo() is Op.REVISE_PERSON
    assert desk.kept(ruth.id).last_spoke is None


def test_what_somebody_can_help_with_leads_to_the_competency(desk: Desk) -> None:
    ruth, _, _ = desk.everybody()
    desk.show(ruth)
    (chip,) = desk.page.detail.knows.chips
    assert chip.text() == "Handing work over"
    chip.click()
    assert desk.sent == [Destination("plan", Id("delegating"), Kind.COMPETENCY)]


def test_how_safe_it_feels_is_rated_and_cleared_by_keys(desk: Desk) -> None:
    ruth = desk.person("Ruth")
    desk.show(ruth)
    bulbs = desk.page.detail.safety.bulbs
    QTest.keyClick(bulbs, KEY.Key_4)
    assert desk.kept(ruth.id).safety == 4
    QTest.keyClick(bulbs, KEY.Key_0)
    assert desk.kept(ruth.id).safety is None


def test_the_private_note_is_kept_when_typing_pauses_when_it_is_left_and_before_a_lock(
    desk: Desk, qtbot: QtBot
) -> None:
    ruth, priya, _ = desk.everybody()
    desk.show(ruth)
    safety = desk.page.detail.safety
    safety._pause.setInterval(1)
    QTest.keyClicks(safety.note, "She asks first")
    qtbot.waitUntil(lambda: desk.kept(ruth.id).safety_note == "She asks first")
    safety._pause.setInterval(60_000)
    QTest.keyClicks(safety.note, "!")
    desk.show(priya)
    assert desk.kept(ruth.id).safety_note.replace("!", "") == "She asks first"
    assert len(desk.kept(ruth.id).safety_note) == len("She asks first!")
    assert safety.note.toPlainText() == ""
    QTest.keyClicks(safety.note, "New")
    desk.page.save()
    assert desk.kept(priya.id).safety_note == "New"


def test_what_is_asked_of_somebody_stands_on_their_page(desk: Desk) -> None:
    ruth, priya, _ = desk.everybody()
    desk.show(priya)
    section = desk.page.detail.support
    assert [row.title for row in support_of(desk.vault.read, priya.id)] == ["Read my plan"]
    assert section.rows.model().index(0, 0).data() == "Read my plan"
    section.rows.setCurrentIndex(section.rows.model().index(0, 0))
    section.rows.customContextMenuRequested.emit(QPoint(1, 1))
    choose(opened(QMenu), "Show Plan ahead")
    assert desk.sent == [Destination("plan", desk.supports()[0].goal, Kind.GOAL)]
    desk.page.acts.answer(desk.supports()[0].id, SupportState.AGREED)
    assert (desk.supports()[0].state, desk.supports()[0].day) == (SupportState.AGREED, TODAY)
    assert desk.said == [("They agreed to help", True)]
    desk.show(ruth)
    assert section.rows.model().rowCount() == 0


def test_packs_entries_and_views_lead_to_where_they_are(desk: Desk) -> None:
    ruth = desk.person("Ruth Adeyemi")
    entry = journal.add(desk.vault, EntryDraft(title="A walk", body="Ruth asked why."))
    with desk.vault.transact(Op.SHARE_PACK) as write:
        line = write.put(Shared(title="Brief", recipient="Ruth Adeyemi", at=NOON.at))
    seen = competencies.assess(
        desk.vault,
        Assessment(
            day=TODAY,
            person=ruth.id,
            by=ruth.name,
            ratings=(Rating(competency="delegating", name="Delegating", level=3),),
        ),
    )
    desk.show(ruth)
    detail = desk.page.detail
    for part in (detail.packs, detail.entries, detail.views):
        part.rows()[0].click()
    assert desk.sent == [
        Destination("share", id=line.id, act="ledger"),
        Destination("journal", entry.id, Kind.ENTRY),
        Destination("plan", seen.id, Kind.ASSESSMENT),
    ]
    choose(detail.menu(), "New share pack for them")
    assert desk.sent[-1] == Destination("share", act="new", detail=f"for:{ruth.id}")
    choose(detail.menu(), "Everything about Ruth")
    assert desk.sent[-1] == Destination("search", detail="@Ruth")


def test_asking_begins_on_the_page_of_somebody(desk: Desk) -> None:
    _, priya, _ = desk.everybody()
    desk.show(priya)
    QTest.keyClick(desk.page.rows, KEY.Key_Return, CTRL)
    form = opened(AskForm)
    assert form.text("person") == priya.id
    form.reject()


# Arriving


def test_support_is_found_on_the_page_of_whom_it_is_asked_of(desk: Desk) -> None:
    _, priya, train = desk.everybody()
    (support,) = desk.supports()
    desk.page.arrive(Destination("people", support.id, Kind.SUPPORT))
    assert desk.page.where().id == priya.id
    alone = desk.asked(train, Person(name="x", id=Id("")), SupportState.WANTED)
    desk.page.arrive(Destination("people", alone.id, Kind.SUPPORT))
    assert desk.on_map()


def test_acts_begin_on_arrival(desk: Desk) -> None:
    desk.page.arrive(Destination("people", act="ask"))
    opened(PersonForm).reject()
    ruth, _, _ = desk.everybody()
    desk.page.arrive(Destination("people", id=ruth.id, act="ask"))
    assert opened(AskForm).text("person") == ruth.id
    opened(AskForm).reject()
    desk.page.arrive(Destination("people", act="new"))
    opened(PersonForm).reject()


def test_where_the_window_is_narrow_list_and_detail_take_turns(
    desk: Desk, look: ThemeSource
) -> None:
    ruth, _, _ = desk.everybody()
    look.choose_scale(2.0)
    assert desk.page.pane.isVisible()
    assert not desk.page.detail.isVisible()
    desk.show(ruth)
    assert not desk.page.pane.isVisible()
    assert desk.page.detail.back.isVisible()
    desk.page.detail.back.click()
    assert desk.page.pane.isVisible()
    assert desk.page.window().focusWidget() is desk.page.rows


def test_sessions_actions_and_feedback_go_both_ways(desk: Desk) -> None:
    ruth = desk.person("Ruth Adeyemi")
    session = sessions.plan_session(desk.vault, Session(person=ruth.id).dated(NOON))
    owed = actions.add_action(desk.vault, Action(title="Send it", person=ruth.id))
    reply = feedback.receive(desk.vault, Feedback(person=ruth.id, about="Talk", day=TODAY))
    asked = Request(person=ruth.id, about="Page", asked=TODAY, reply_by=date(2026, 5, 14))
    feedback.ask(desk.vault, replace(asked, asked=date(2026, 5, 1)))
    desk.show(ruth)
    part = desk.page.detail.between
    told = [row.accessibleName() for row in (*part.sessions.rows(), *part.feedback.rows())]
    assert told == [
        "Session 1, 12:00 to 12:50",
        "Talk, Read it first",
        "Asked: Page, was due 14 May",
    ]
    part.sessions.rows()[0].click()
    part.feedback.rows()[0].click()
    part.new_session.click()
    part.ask.click()
    assert desk.sent == [
        Destination("sessions", session.id, Kind.SESSION),
        Destination("feedback", reply.id, Kind.FEEDBACK),
        Destination("sessions", ruth.id, Kind.PERSON, "new"),
        Destination("feedback", ruth.id, Kind.PERSON, "ask"),
    ]
    part.owed.rows.spot_asked.emit(part.owed.rows.actions_shown.index(0, 0))
    assert desk.vault.read.get(Action, owed.id).state is ActionState.DONE
    desk.vault.undo()
    assert desk.vault.read.get(Action, owed.id).state is ActionState.OPEN


def test_more_sessions_than_fit_are_found_by_a_search(desk: Desk) -> None:
    ruth = desk.person("Ruth Adeyemi")
    for _ in range(7):
        sessions.plan_session(desk.vault, Session(person=ruth.id).dated(NOON))
    desk.show(ruth)
    rows = desk.page.detail.between.sessions.rows()
    assert rows[-1].text() == "All of them"
    rows[-1].click()
    assert desk.sent == [Destination("search", detail='in:sessions @"Ruth Adeyemi"')]
