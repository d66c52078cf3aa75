"""Notifications over a real bus of its own, to a service that writes down all that it is told."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from pytestqt.qtbot import QtBot

pytest.importorskip("PySide6.QtDBus", reason="this Qt knows no bus")

from PySide6.QtDBus import QDBusConnection

from ui.desktop_notes import BusNotes, notification_words
from ui.session_bus import SessionBus

DAEMON = shutil.which("dbus-daemon")
SERVICE = Path(__file__).parents[1] / "notification_service.py"

pytestmark = [
    pytest.mark.qt,
    pytest.mark.skipif(DAEMON is None, reason="dbus-daemon is not installed"),
]

Told = tuple[str, list[Any]]


class Desktop:
    """The service, and what it was told."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(SERVICE), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.told() == ("ready", [])

    def told(self) -> Told:
        """What it was told next."""
        member, arguments = json.loads(_pipe(self._process.stdout).readline())
        return member, arguments

    def send(self, line: str) -> None:
        """Have it send a signal."""
        pipe = _pipe(self._process.stdin)
        pipe.write(f"{line}\n")
        pipe.flush()

    def freeze(self) -> None:
        """Have it answer nothing any more."""
        self._process.send_signal(signal.SIGSTOP)

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A bus that only this test knows."""
    command = [str(DAEMON), "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    yield _pipe(bus.stdout).readline().strip()
    bus.kill()
    bus.communicate()


@pytest.fixture
def connection(address: str) -> Iterator[QDBusConnection]:
    yield QDBusConnection.connectToBus(address, "greenroom-test")
    QDBusConnection.disconnectFromBus("greenroom-test")


@pytest.fixture
def desktop(address: str) -> Iterator[Desktop]:
    desktop = Desktop(address)
    yield desktop
    desktop.stop()


def test_the_service_is_told_one_sentence_and_nothing_else(
    connection: QDBusConnection, desktop: Desktop
) -> None:
    bus = SessionBus(connection=connection)
    assert bus.reachable
    notes = BusNotes(bus)
    assert notes.show_note()
    member, (program, replaces, _icon, words, body, actions, hints, timeout, number) = (
        desktop.told()
    )
    assert (member, program, replaces, number) == ("Notify", "Greenroom", 0, 1)
    assert (words, body) == ("A reminder is waiting in Greenroom", "")
    assert actions == ["default", "Open Greenroom"]
    assert set(hints) == {"desktop-entry"}
    assert timeout == -1


def test_a_second_one_takes_the_place_of_the_first_and_is_taken_back(
    connection: QDBusConnection, desktop: Desktop
) -> None:
    notes = BusNotes(SessionBus(connection=connection))
    notes.show_note()
    notes.show_note()
    notes.withdraw()
    notes.withdraw()
    assert desktop.told()[1][1] == 0
    assert desktop.told()[1][1] == 1
    assert desktop.told() == ("CloseNotification", [1])


def test_choosing_it_is_heard_and_another_one_s_is_not(
    qtbot: QtBot, connection: QDBusConnection, desktop: Desktop
) -> None:
    notes = BusNotes(SessionBus(connection=connection))
    notes.show_note()
    heard: list[str] = []
    notes.opened.connect(lambda: heard.append("opened"))
    desktop.send("chosen 7")
    desktop.send("chosen 1")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["opened"]


def test_one_that_was_closed_on_the_desktop_is_not_closed_again(
    qtbot: QtBot, connection: QDBusConnection, desktop: Desktop
) -> None:
    notes = BusNotes(SessionBus(connection=connection))
    notes.show_note()
    desktop.send("closed 1")
    qtbot.waitUntil(lambda: notes._shown == 0)
    notes.withdraw()
    notes.show_note()
    assert [desktop.told()[0] for _ in range(2)] == ["Notify", "Notify"]


def test_a_service_that_does_not_answer_holds_nobody_up(
    connection: QDBusConnection, desktop: Desktop
) -> None:
    """The window waits for a second at most."""
    notes = BusNotes(SessionBus(connection=connection))
    assert notes.show_note()
    desktop.freeze()
    started = time.monotonic()
    assert not notes.show_note()
    assert time.monotonic() - started < 5


def test_without_a_service_nothing_is_shown(connection: QDBusConnection) -> None:
    bus = SessionBus(connection=connection)
    assert not bus.reachable
    notes = BusNotes(bus)
    assert not notes.available
    assert not notes.show_note()
    notes.withdraw()


def test_without_a_bus_nothing_is_shown() -> None:
    bus = SessionBus(connection=QDBusConnection("no such connection"))
    assert not bus.reachable
    assert bus.notify(0, notification_words(), "") is None
