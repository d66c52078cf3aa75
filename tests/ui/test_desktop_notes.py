"""Which way the desktop is told, and that the tray says the same one sentence."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from ui import desktop_notes
from ui.desktop_notes import TrayNotes, notification_words

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What a tray would show, where there is one."""
    told: list[tuple[object, ...]] = []

    def show(_tray: QSystemTrayIcon, title: str, words: str, _icon: object, _ms: int) -> None:
        told.append((title, words))

    for name in ("isSystemTrayAvailable", "supportsMessages"):
        monkeypatch.setattr(QSystemTrayIcon, name, lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    # Offscreen there is nothing to show it in, and Qt says so.
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: told.append(("there",)))
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _: told.append(("gone",)))
    return told


def test_the_tray_says_one_sentence_and_goes_again(shown: list[tuple[object, ...]]) -> None:
    notes = TrayNotes()
    assert notes.available
    assert notes.show_note()
    assert notes._tray.toolTip() == notification_words()
    notes.withdraw()
    assert shown == [("there",), ("A reminder is waiting in Greenroom", ""), ("gone",)]


def test_choosing_the_message_or_the_icon_opens() -> None:
    notes = TrayNotes()
    heard: list[str] = []
    notes.opened.connect(lambda: heard.append("opened"))
    notes._tray.messageClicked.emit()
    notes._tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert heard == ["opened", "opened"]


def test_without_a_tray_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    notes = TrayNotes()
    assert not notes.available
    assert not notes.show_note()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_has_a_bus(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    parent = QObject()
    assert isinstance(desktop_notes.desktop_notes(parent), TrayNotes)


def test_where_the_library_of_the_bus_is_missing_the_tray_takes_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(sys.modules, "ui.session_bus", None)
    parent = QObject()
    assert isinstance(desktop_notes.desktop_notes(parent), TrayNotes)
