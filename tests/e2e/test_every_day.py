"""Journey J2, every day: from locked to a saved, tagged, linked entry by keys alone, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal
from app.domain.ids import Id
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.settings import Settings, save
from app.vault import Vault
from tests.e2e.hands import Hands
from tests.vaults import NOON, PASSPHRASE, new_vault
from ui.application import Greenroom
from ui.capture import CaptureSheet

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "I said the number before the room moved on."
TAG = "speaking"
MOST = 6
"""Key strokes beside the passphrase, the words and the tag."""


class Keys:
    """Presses keys where the focus is, and counts those that are no text."""

    def __init__(self, hands: Hands) -> None:
        self.strokes = 0
        self._hands = hands

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """One stroke, with the keys that are held meanwhile."""
        self.strokes += 1
        self._activate()
        self._hands.keys(key, *modifiers)

    def write(self, words: str) -> None:
        """Type words, which cost no more than they are long."""
        self._activate()
        focus = QApplication.focusWidget()
        assert focus is not None
        self._hands.write(focus, words)

    def _activate(self) -> None:
        """Give the keyboard back to what lies on top, as a window system does."""
        if QApplication.activeWindow() is None:
            window = self._hands.window
            sheets = (s for s in window.findChildren(CaptureSheet) if s.isVisible())
            next(sheets, window).activateWindow()
            self._hands.settle()


@pytest.fixture
def goal(tmp_path: Path) -> Id:
    """A goal that another entry was linked to last, beside one that was not."""
    vault = new_vault(tmp_path / "ines.greenroom", FixedClock(NOON))
    goals.add_goal(vault, Goal(title="Delegate the release"))
    wanted = goals.add_goal(vault, Goal(title="Speak in the first ten minutes"))
    entry = journal.add(vault, EntryDraft(title="Before", body="Nothing said."))
    journal.link(vault, entry.id, wanted.kind, wanted.id)
    vault.close()
    return wanted.id


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, goal: Id) -> Iterator[Hands]:
    """The running application at the arch of that vault."""
    assert goal
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    save(tmp_path / "settings", Settings().with_vault(tmp_path / "ines.greenroom"))
    running = Greenroom(application, FixedClock(NOON), tmp_path / "settings")
    qtbot.addWidget(running.window)
    running.open()
    yield Hands(running.window, qtbot)
    running.window.lock()
    running.close()


def by_quick_capture(keys: Keys) -> None:
    keys.press(KEY.Key_N, CTRL)
    keys.write(TEXT)
    keys.press(KEY.Key_Tab)
    keys.write(TAG)
    keys.press(KEY.Key_L, CTRL, SHIFT)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Return, CTRL)


def in_the_journal(keys: Keys) -> None:
    keys.press(KEY.Key_2, CTRL)
    keys.press(KEY.Key_N, CTRL)
    keys.write(TEXT)
    keys.press(KEY.Key_L, CTRL, SHIFT)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Backtab, SHIFT)
    keys.write(TAG)
    keys.press(KEY.Key_S, CTRL)


def _vault(hands: Hands) -> Vault:
    vault = hands.window.vault
    assert vault is not None
    return vault


@pytest.mark.parametrize(("way", "most"), [(by_quick_capture, MOST), (in_the_journal, MOST + 1)])
def test_from_locked_to_a_saved_tagged_linked_entry(
    hands: Hands, goal: Id, way: Callable[[Keys], None], most: int
) -> None:
    assert hands.window.vault is None
    keys = Keys(hands)
    keys.write(PASSPHRASE)
    keys.press(KEY.Key_Return)
    hands.wait_until(lambda: hands.window.vault is not None)
    way(keys)
    (entry,) = (e for e in _vault(hands).read.all(Entry) if e.title != "Before")
    assert entry.body == TEXT
    assert entry.tags == (TAG,)
    assert [link.target for link in _vault(hands).read.all(Evidence, entry=entry.id)] == [goal]
    assert keys.strokes == most
