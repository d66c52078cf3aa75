"""The sheets of a session: a new one, one to change, one to move; each keeps a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.clock import FixedClock, Moment
from app.domain.cycles import Cycle, Person, Relation
from app.domain.sessions import Session, SessionState
from app.operations import cycles, people
from tests.ui.sessions_desk import ONE, TODAY, Desk
from tests.ui.stretch_desk import none_open, opened
from tests.vaults import NOON, new_vault
from ui.sessions.session_form import EditForm, MoveForm, SessionForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(NOON, BERLIN)
    made = Desk(new_vault(tmp_path / "a.greenroom", clock), clock)
    qtbot.addWidget(made.page)
    made.page.show()
    made.page.activateWindow()
    yield made
    made.close()


def new(desk: Desk) -> SessionForm:
    """The sheet of a new session, opened by its key."""
    # Without a window system nobody makes the page active again when a sheet closes.
    desk.page.activateWindow()
    assert QTest.qWaitForWindowActive(desk.page)
    QTest.keyClick(desk.page, KEY.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    return opened(SessionForm)


def only(desk: Desk) -> Session:
    """The one session there is."""
    (session,) = desk.vault.read.all(Session)
    return session


def told(form: SessionForm) -> dict[str, str]:
    """What a sheet suggests."""
    names = ("day", "time", "minutes", "place", "template", "every")
    return {name: form.text(name) for name in names}


# A new one


def test_a_first_session_is_planned_with_somebody_new(desk: Desk) -> None:
    form = new(desk)
    assert form.people.name.isVisible()
    form.people.name.setText("Ruth Adeyemi")
    form.put("day", "22 May")
    form.put("time", "10:00")
    form.submit()
    assert none_open(SessionForm)
    session, (ruth,) = only(desk), desk.vault.read.all(Person)
    assert (ruth.name, ruth.relation) == ("Ruth Adeyemi", Relation.MENTOR)
    assert session.start.local.isoformat() == "2026-05-22T10:00:00+02:00"
    assert (session.person, session.minutes, session.template) == (ruth.id, 60, "first-session")
    assert [item.title for item in session.agenda][:2] == ["Two short stories", "Hopes and worries"]
    assert desk.page.where().id == session.id
    desk.vault.undo()
    assert desk.vault.read.all(Session) == []
    assert desk.vault.read.all(Person) == []


def test_it_suggests_what_is_usual_with_somebody(desk: Desk) -> None:
    ruth = desk.person()
    sana = desk.person("Sana")
    desk.session(
        -7, ruth, state=SessionState.HELD, minutes=30, place="Canteen",
        template="touchpoint-30", every=2,
    )  # fmt: skip
    desk.held(-30, sana)
    form = new(desk)
    assert form.people.chosen() == ruth.id
    assert told(form) == {
        "day": "2026-05-27",
        "time": "12:00",
        "minutes": "30",
        "place": "Canteen",
        "template": "touchpoint-30",
        "every": "2",
    }
    form.reject()


def test_the_agenda_sets_the_length_and_those_for_the_relation_come_first(desk: Desk) -> None:
    people.add_person(desk.vault, Person(name="Johan", relation=Relation.SPONSOR))
    form = new(desk)
    offered = [form.template.itemData(at) for at in range(form.template.count())]
    assert set(offered[:3]) == {"first-session", "sponsor-conversation", "feedback-session"}
    assert offered[-1] == ""
    form.template.set_value("sponsor-conversation")
    form.template.picked.emit("sponsor-conversation")
    assert form.text("minutes") == "30"
    form.template.set_value("")
    form.submit()
    assert only(desk).agenda == ()


def test_it_belongs_to_the_cycle_that_runs_then(desk: Desk) -> None:
    desk.person()
    cycle = cycles.add_cycle(
        desk.vault,
        Cycle(title="Spring", start=TODAY - ONE, middle=TODAY, end=TODAY + 90 * ONE),
    )
    new(desk).submit()
    assert only(desk).cycle == cycle.id


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("day", "someday", "Write a day such as 22 May, or choose one."),
        ("day", "", "Write a day such as 22 May."),
        ("time", "tenish", "Write a time such as 10:00."),
        ("minutes", "long", "Write a number, or leave it empty."),
        ("minutes", "", "Write a number such as 50."),
        ("minutes", "1.5", "Write a number such as 50."),
        ("minutes", "0", "A length runs from 1 minute to 24 hours."),
        ("name", "", "Say who it is with."),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(
    desk: Desk, name: str, words: str, said: str
) -> None:
    form = new(desk)
    form.people.name.setText("Ruth")
    form.put(name, words)
    form.submit()
    assert form.fields[name].error == said
    assert desk.vault.read.all(Session) == []
    form.reject()


def test_what_was_typed_is_back_and_the_sheet_is_freed(desk: Desk, qtbot: QtBot) -> None:
    form = new(desk)
    form.people.name.setText("Ruth")
    form.put("place", "Canteen")
    form.put("every", "3")
    form.put("day", "tomorrow")
    with qtbot.waitSignal(form.destroyed):
        form.reject()
    assert not shiboken6.isValid(form)
    again = new(desk)
    assert (again.people.name.text(), again.text("place"), again.text("every")) == (
        "Ruth",
        "Canteen",
        "3",
    )
    assert again.day("day") == TODAY + ONE
    again.submit()
    assert only(desk).every == 3
    third = new(desk)
    assert third.untouched()
    third.reject()


def test_next_month_on_winter_time_it_is_the_same_hour_on_the_wall(desk: Desk) -> None:
    desk.person()
    form = new(desk)
    form.put("day", "2026-11-10")
    form.put("time", "10:00")
    form.submit()
    assert (only(desk).offset, only(desk).start.local.hour) == (60, 10)


# Changing


def test_f2_changes_what_it_is_called_and_where(desk: Desk, qtbot: QtBot) -> None:
    made = desk.session(2)
    desk.show(made)
    desk.page.rows.setFocus()
    desk.press(KEY.Key_F2)
    form = opened(EditForm)
    assert form.text("title") == ""
    form.put("title", "Midpoint")
    form.put("link", "https://meet.example.org/x")
    with qtbot.waitSignal(form.destroyed):
        form.submit()
    kept = desk.kept(made)
    assert (kept.title, kept.link, kept.sequence) == ("Midpoint", "https://meet.example.org/x", 1)
    assert desk.page.frame.title.text() == "Midpoint"
    desk.vault.undo()
    assert desk.kept(made).title == ""


def test_a_cadence_of_another_length_stays(desk: Desk) -> None:
    made = desk.session(2, every=6)
    desk.page.acts.edit(made.id)
    form = opened(EditForm)
    assert form.every.currentText() == "Every 6 weeks"
    form.put("title", "x")
    form.submit()
    assert desk.kept(made).every == 6


def test_somebody_who_is_gone_stays_unless_another_is_chosen(desk: Desk) -> None:
    made = desk.session(2)
    desk.person("Sana")
    people.delete_person(desk.vault, made.person)
    desk.page.acts.edit(made.id)
    form = opened(EditForm)
    assert form.people.person.currentText() == "Somebody who is gone"
    form.put("title", "x")
    form.submit()
    assert desk.kept(made).person == made.person


# Moving


def test_moving_keeps_the_first_day_and_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    made = desk.session(2)
    desk.page.acts.move(made.id)
    form = opened(MoveForm)
    assert (form.day("day"), form.text("time"), form.text("minutes")) == (
        TODAY + 2 * ONE,
        "12:00",
        "50",
    )
    form.put("day", "3 June")
    form.put("time", "9:30")
    with qtbot.waitSignal(form.destroyed):
        form.submit()
    kept = desk.kept(made)
    assert (kept.day, kept.start.local.strftime("%H:%M"), kept.moved) == (
        TODAY + 14 * ONE,
        "09:30",
        TODAY + 2 * ONE,
    )
    assert desk.said == [("Session moved", True)]
    desk.vault.undo()
    assert desk.kept(made) == made


def test_an_hour_that_comes_twice_stays_the_one_it_was(desk: Desk) -> None:
    """The clocks go back on 25 October: half past two is there on summer and on winter time."""
    second = Moment.of(datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1))
    made = desk.session(2, at=second.at, offset=second.offset, day=second.day)
    desk.page.acts.move(made.id)
    form = opened(MoveForm)
    form.put("minutes", "40")
    form.submit()
    assert (desk.kept(made).start, desk.kept(made).minutes) == (second, 40)
