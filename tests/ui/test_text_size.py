"""A step of text size: every page is as if it had been made at that size, the hidden ones too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.domain.reminder_choices import ReminderChoices
from app.operations import reminders
from app.unlocking import approach
from tests.stage import sample_vault
from tests.vaults import NOON, PASSPHRASE
from ui.application import Greenroom
from ui.context import Destination
from ui.places import PLACES
from ui.theme import ThemeSource, theme_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Room:
    """The window on the sample vault, and what its pages look like."""

    def __init__(self, greenroom: Greenroom, folder: Path, qtbot: QtBot) -> None:
        self._greenroom = greenroom
        self._folder = folder
        self._qtbot = qtbot

    def resize_text(self, scale: float) -> None:
        """Choose a text size."""
        desk = self._greenroom.desk
        desk.choose(replace(desk.settings, scale=scale))
        # Tests before this one may have left a source of their own, which widgets find first.
        theme_source().choose_scale(scale)
        self._settle()

    def enter(self) -> None:
        """Open the vault anew, with none of its pages made."""
        self._greenroom.window.lock()
        self._greenroom.window.enter(approach(self._folder).unlock(PASSPHRASE))

    def pictures(self) -> dict[str, QImage]:
        """Every page, one after the other; Today last, which the next vault opened begins with."""
        return {place.name: self._picture(place.name) for place in PLACES[::-1]}

    def _picture(self, place: str) -> QImage:
        workspace = self._greenroom.window.workspace
        assert workspace is not None
        workspace.go(Destination(place))
        self._settle()
        return self._greenroom.window.grab().toImage()

    def _settle(self) -> None:
        jobs = self._greenroom.desk.jobs
        self._qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Room]:
    """The window at the arch."""
    del look
    folder = tmp_path / "sample.greenroom"
    vault = sample_vault(folder)
    # A reminder comes when it comes, and would stand in some of the pictures.
    reminders.choose(vault, ReminderChoices(subjects=frozenset()))
    vault.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    greenroom = Greenroom(application, FixedClock(NOON), tmp_path / "settings")
    qtbot.addWidget(greenroom.window)
    greenroom.window.show()
    yield Room(greenroom, folder, qtbot)
    greenroom.window.lock()
    greenroom.close()


@pytest.mark.parametrize("scale", [1.3, 2.0])
def test_a_page_resized_looks_like_one_made_at_that_size(room: Room, scale: float) -> None:
    room.enter()
    room.pictures()
    room.resize_text(scale)
    resized = room.pictures()
    room.enter()
    made = room.pictures()
    assert [name for name in made if made[name] != resized[name]] == []
