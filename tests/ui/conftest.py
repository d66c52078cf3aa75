"""What the tests of the window share: the look of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.content.library import Library
from app.operations import journal
from app.operations.journal import EntryDraft
from app.settings import Settings, save
from tests.vaults import NOON, new_vault
from ui.application import Greenroom
from ui.context import Context
from ui.desk import Desk
from ui.theme import ThemeSource
from ui.widgets.ring import note_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.window import Window


@pytest.fixture(autouse=True, scope="session")
def _emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing of ours on the clipboard at the end: drawing in memory, Qt would free it twice."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_key_before() -> None:
    """Begin each test as if no key had been pressed: the application remembers the last one."""
    note_input(by_key=False)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[ThemeSource]:
    """The theme applied to the application: light, at 100 %."""
    source = qapp.findChild(ThemeSource) or ThemeSource(qapp)
    source.choose_scheme("light")
    yield source
    source.choose_scheme("light")
    source.choose_scale(1.0)
    source.choose_writing(17, 680)
    source.choose_contrast(high=False)
    source.choose_motion(reduced=False)


@pytest.fixture
def desk(look: ThemeSource, tmp_path: Path) -> Iterator[Desk]:
    """What outlives a lock, with settings of its own."""
    desk = Desk(FixedClock(NOON), tmp_path / "settings", look)
    yield desk
    desk.jobs.stop()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A new vault, open."""
    vault = new_vault(tmp_path / "ines.greenroom")
    yield vault
    vault.close()


@pytest.fixture
def context(desk: Desk, vault: Vault) -> Context:
    """What a page of that vault is given."""
    return Context(vault, Library(), desk.jobs, desk.messages, sample=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with two entries, locked."""
    folder = tmp_path / "ines.greenroom"
    vault = new_vault(folder)
    for title in ("First", "Second"):
        journal.add(vault, EntryDraft(title=title, body=title))
    vault.close()
    return folder


@pytest.fixture
def greenroom(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[Greenroom]:
    """The running application at the arch of that vault."""
    save(tmp_path / "settings", Settings().with_vault(folder))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    running = Greenroom(application, FixedClock(NOON), tmp_path / "settings")
    qtbot.addWidget(running.window)
    running.open()
    yield running
    running.window.lock()
    running.close()


@pytest.fixture
def window(greenroom: Greenroom) -> Window:
    """Its window."""
    return greenroom.window
