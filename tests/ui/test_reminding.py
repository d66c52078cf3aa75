"""Announcing what waits: in the window in front of one, else on the desktop, never while locked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.goals import Goal, Milestone
from app.domain.ids import Id
from app.domain.reminder_choices import ReminderChoices
from app.operations import goals, reminders
from app.queries import reminders as queries
from app.settings import Settings, save
from app.storage.errors import DiskFullError
from app.unlocking import approach
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, new_vault, reopened
from ui.application import Greenroom
from ui.context import Context, Destination
from ui.desk import Desk
from ui.desktop_notes import BusNotes, DesktopNotes, notification_words
from ui.page import Page
from ui.reminding import WAITING, Reminding

SECRET = "Tell Sana about Zebra"
HOUR = 3_600_000


class Notifications:
    """A bus that writes down all that it is told."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.answers = True

    @property
    def reachable(self) -> bool:
        """Whether anybody would answer."""
        return self.answers

    def listen(self, notes: BusNotes) -> None:
        """Remember whom to tell."""
        self.notes = notes

    def notify(self, replaces: int, words: str, action: str) -> int | None:
        """Write it down, and number it."""
        self.calls.append(("notify", replaces, words, action))
        return (replaces or len(self.calls)) if self.answers else None

    def close(self, number: int) -> None:
        """Write it down."""
        self.calls.append(("close", number))


class Room:
    """A window with nothing in it."""

    def __init__(self) -> None:
        self.page: Page | None = None
        self.went: list[Destination] = []
        self.came = 0

    def go(self, destination: Destination) -> None:
        """Note where somebody goes."""
        self.went.append(destination)

    def come_forward(self) -> None:
        """Count it."""
        self.came += 1


class Elsewhere(Page):
    """Any page but that of the day."""

    place = "journal"

    def refresh(self) -> None:
        """Show nothing."""


class Evening:
    """A vault with a milestone of today, and somebody who is in front of it or not."""

    def __init__(self, context: Context, desk: Desk, bus: Notifications) -> None:
        self.context, self.bus, self.room = context, bus, Room()
        self.room.page = Elsewhere(context)
        self.in_front = False
        self.parent = QObject()
        self.offered: list[str] = []
        context.messages.offered.connect(lambda words, *_: self.offered.append(words))
        self.reminding = Reminding(context, desk, self.room, self.parent, lambda: self.in_front)

    @property
    def clock(self) -> FixedClock:
        """The clock of the vault."""
        assert isinstance(self.context.vault.clock, FixedClock)
        return self.context.vault.clock


@pytest.fixture
def bus() -> Notifications:
    return Notifications()


@pytest.fixture
def desk(desk: Desk, bus: Notifications) -> Desk:
    desk._make_notes = lambda parent: BusNotes(bus, parent)
    return desk


@pytest.fixture
def evening(qtbot: QtBot, context: Context, desk: Desk, bus: Notifications) -> Iterator[Evening]:
    assert qtbot
    goals.add_goal(context.vault, Goal(title="g"), [Milestone(title=SECRET, due=NOON.day)])
    evening = Evening(context, desk, bus)
    yield evening
    evening.reminding.end()


def test_behind_another_window_the_desktop_is_told_one_sentence(evening: Evening) -> None:
    evening.reminding.begin()
    evening.reminding.look()
    assert evening.bus.calls == [("notify", 0, notification_words(), "Open Greenroom")]
    assert evening.offered == []


def test_nothing_that_is_sent_holds_a_word_of_the_vault(evening: Evening) -> None:
    evening.reminding.begin()
    for day in range(5):
        later = Milestone(title=f"{SECRET} {day}", due=NOON.day, goal=_goal(evening))
        goals.add_milestone(evening.context.vault, later)
        evening.clock.advance(24 * HOUR)
        evening.reminding.look()
    said = [call for call in evening.bus.calls if call[0] == "notify"]
    assert len(said) == 6
    assert {call[2:] for call in said} == {(notification_words(), "Open Greenroom")}


def _goal(evening: Evening) -> Id:
    return evening.context.vault.read.all(Goal)[0].id


def test_in_front_it_is_offered_in_the_window_and_the_desktop_is_not_told(
    evening: Evening,
) -> None:
    evening.in_front = True
    evening.reminding.begin()
    assert (evening.offered, evening.bus.calls) == ([f"For today: {SECRET}."], [])


def test_it_is_taken_back_on_coming_to_the_front_and_said_there(evening: Evening) -> None:
    evening.reminding.begin()
    evening.in_front = True
    evening.reminding._on_state(Qt.ApplicationState.ApplicationActive)
    assert evening.bus.calls[1:] == [("close", 1)]
    assert evening.offered == [f"For today: {SECRET}."]
    evening.reminding._on_state(Qt.ApplicationState.ApplicationActive)
    assert len(evening.offered) == 1


def test_choosing_it_leads_to_what_waits(evening: Evening) -> None:
    evening.reminding.begin()
    evening.bus.notes.on_chosen(9)
    assert evening.room.went == []
    evening.bus.notes.on_chosen(1)
    assert (evening.room.went, evening.room.came) == ([WAITING], 1)


def test_locking_takes_it_back_and_nothing_comes_afterwards(evening: Evening) -> None:
    evening.reminding.begin()
    evening.reminding.end()
    assert evening.bus.calls[1:] == [("close", 1)]
    assert not evening.reminding._timer.isActive()
    evening.reminding._on_state(Qt.ApplicationState.ApplicationActive)
    evening.bus.notes.on_chosen(1)
    assert (evening.offered, evening.room.went) == ([], [])


def test_what_is_done_is_taken_back(evening: Evening) -> None:
    evening.reminding.begin()
    vault = evening.context.vault
    goals.tick_milestone(vault, vault.read.all(Milestone)[0].id, NOON.day)
    evening.reminding.look()
    assert evening.bus.calls[1:] == [("close", 1)]


@pytest.mark.parametrize(
    "choose",
    [lambda c: replace(c, notify=False), lambda c: replace(c, subjects=frozenset())],
)
def test_switched_off_the_desktop_is_not_told(
    evening: Evening, choose: Callable[[ReminderChoices], ReminderChoices]
) -> None:
    vault = evening.context.vault
    reminders.choose(vault, choose(queries.choices(vault.read)))
    evening.reminding.begin()
    assert evening.bus.calls == []


def test_the_sample_vault_tells_the_desktop_nothing(evening: Evening) -> None:
    evening.context.sample = True
    evening.reminding.begin()
    assert evening.bus.calls == []


def test_after_the_computer_slept_one_look_says_it_all(evening: Evening) -> None:
    """The clock has moved by days, and no timer counted them."""
    evening.in_front = True
    evening.reminding.begin()
    vault = evening.context.vault
    for title in ("one", "two"):
        goals.add_milestone(
            vault, Milestone(title=title, due=NOON.day, goal=vault.read.all(Goal)[0].id)
        )
    evening.clock.advance(25 * HOUR)
    evening.reminding._on_state(Qt.ApplicationState.ApplicationActive)
    evening.reminding._on_state(Qt.ApplicationState.ApplicationActive)
    assert evening.offered[1:] == ["Since yesterday: 3 milestones."]


def test_the_timer_never_waits_for_more_than_two_minutes(evening: Evening) -> None:
    evening.reminding.begin()
    assert 0 < evening.reminding._timer.remainingTime() <= 120_000


def test_after_a_change_it_looks_within_seconds(evening: Evening) -> None:
    evening.reminding.begin()
    goals.add_goal(evening.context.vault, Goal(title="another"))
    assert 0 <= evening.reminding._timer.remainingTime() <= 2_200  # the timer is a coarse one


def test_what_cannot_be_remembered_is_not_said(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_vault: Vault, _said: object) -> None:
        raise DiskFullError

    monkeypatch.setattr("ui.reminding.reminders.remember", full)
    evening.reminding.begin()
    assert evening.bus.calls == []
    monkeypatch.undo()
    evening.reminding.look()
    assert len(evening.bus.calls) == 1


def test_a_desktop_that_does_not_answer_is_no_error(evening: Evening) -> None:
    evening.bus.answers = False
    evening.reminding.begin()
    evening.reminding._on_state(Qt.ApplicationState.ApplicationActive)
    assert [call[0] for call in evening.bus.calls] == ["notify"]


def test_one_that_is_still_shown_is_taken_back_even_where_the_next_one_was_not(
    bus: Notifications,
) -> None:
    notes = BusNotes(bus)
    notes.show_note()
    bus.answers = False
    assert not notes.show_note()
    notes.withdraw()
    assert bus.calls[-1] == ("close", 1)


def test_a_desk_without_a_desktop_says_so() -> None:
    notes = DesktopNotes()
    assert not notes.available
    assert not notes.show_note()
    notes.withdraw()


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """A locked vault with a milestone of that day."""
    folder = tmp_path / "planned.greenroom"
    vault = new_vault(folder)
    goals.add_goal(vault, Goal(title="g"), [Milestone(title=SECRET, due=NOON.day)])
    vault.close()
    return folder


def test_with_the_window_nothing_comes_before_unlocking_and_nothing_is_left_after_locking(
    qtbot: QtBot,
    tmp_path: Path,
    planned: Path,
    bus: Notifications,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.reminding._in_front", lambda: False)
    save(tmp_path / "settings", Settings().with_vault(planned))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    running = Greenroom(
        application,
        FixedClock(NOON),
        tmp_path / "settings",
        lambda parent: BusNotes(bus, parent),
    )
    qtbot.addWidget(running.window)
    running.open()
    assert bus.calls == []
    running.window.enter(approach(planned).unlock(PASSPHRASE))
    qtbot.waitUntil(lambda: bool(bus.calls))
    running.window.lock()
    # Offscreen the window comes to the front by itself, and may have taken it back before.
    assert bus.calls == [("notify", 0, notification_words(), "Open Greenroom"), ("close", 1)]
    running.close()
    vault = reopened(planned)
    assert queries.is_waiting(vault.read, NOON) is not None
    vault.close()
