"""What spelling is checked with: read when wanted, by the choices made, dropped on lock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from app.domain.entries import Entry
from app.operations.spelling import own_words
from app.unlocking import approach
from app.vault import Vault
from tests.spelling_books import write_books
from tests.ui.journal_desk import full_disk
from tests.vaults import PASSPHRASE
from ui.capture import CaptureSheet
from ui.context import Destination
from ui.desk import Desk
from ui.journal.page import JournalPage
from ui.spelling import Spelling
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.prose_spelling import ProseSpelling

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.window import Window

pytestmark = pytest.mark.qt


@pytest.fixture(autouse=True)
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two languages, of which the system wants the second."""
    write_books(tmp_path / "enchant", monkeypatch, en_ZZ="hello", de_ZZ="hallo")
    monkeypatch.setattr("ui.spelling.dictionaries.installed", lambda: ("de_ZZ", "en_ZZ"))
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["en-ZZ"])


@pytest.fixture
def spelling(desk: Desk, vault: Vault) -> Spelling:
    made = Spelling(vault, desk.jobs, desk.messages, desk)
    made.follow(desk)
    # An editor asks again whenever something is new.
    made.changed.connect(made.want)
    return made


def read(qtbot: QtBot, spelling: Spelling) -> None:
    spelling.want()
    qtbot.waitUntil(lambda: spelling.speller is not None)


def knows(spelling: Spelling, *words: str) -> list[bool]:
    assert spelling.speller is not None
    return [spelling.speller.knows(word) for word in words]


def test_nothing_is_read_before_it_is_wanted(spelling: Spelling, desk: Desk) -> None:
    assert spelling.speller is None
    assert not spelling.looked
    assert not desk.jobs.busy


def test_one_begins_with_the_language_of_the_system(qtbot: QtBot, spelling: Spelling) -> None:
    read(qtbot, spelling)
    assert spelling.chosen() == ("en_ZZ",)
    assert knows(spelling, "hello", "hallo") == [True, False]


def test_languages_are_added_and_taken_away_at_once(qtbot: QtBot, spelling: Spelling) -> None:
    read(qtbot, spelling)
    spelling.choose("de_ZZ", on=True)
    assert spelling.speller is None
    read(qtbot, spelling)
    assert knows(spelling, "hello", "hallo") == [True, True]
    spelling.choose("en_ZZ", on=False)
    read(qtbot, spelling)
    assert knows(spelling, "hello", "hallo") == [False, True]


def test_without_its_last_language_spelling_is_off(
    qtbot: QtBot, spelling: Spelling, desk: Desk
) -> None:
    read(qtbot, spelling)
    spelling.choose("en_ZZ", on=False)
    assert not desk.settings.spelling
    assert spelling.speller is None
    spelling.switch(on=True)
    read(qtbot, spelling)
    assert knows(spelling, "hello") == [True]


def test_a_language_that_is_no_longer_there_is_not_missed(
    qtbot: QtBot, spelling: Spelling, desk: Desk
) -> None:
    desk.choose(replace(desk.settings, languages=("fr_FR", "de_ZZ")))
    read(qtbot, spelling)
    assert spelling.chosen() == ("de_ZZ",)


def test_a_word_added_is_right_and_lies_in_the_vault(
    qtbot: QtBot, spelling: Spelling, vault: Vault
) -> None:
    read(qtbot, spelling)
    with qtbot.waitSignal(spelling.changed):
        spelling.add_word("Okta")
    assert own_words(vault.read) == ("Okta",)
    assert knows(spelling, "Okta") == [True]


def test_a_word_that_cannot_be_kept_is_said_so(
    qtbot: QtBot, spelling: Spelling, vault: Vault, desk: Desk
) -> None:
    read(qtbot, spelling)
    with full_disk(vault), qtbot.waitSignal(desk.messages.failed):
        spelling.add_word("Okta")
    assert knows(spelling, "Okta") == [False]


def test_locking_drops_every_word(qtbot: QtBot, window: Window, folder: Path) -> None:
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    window.workspace.go(Destination("journal", act="new"))
    page = window.workspace.page
    assert isinstance(page, JournalPage)
    spelling = page.context.spelling
    read(qtbot, spelling)
    speller, prose = spelling.speller, page.findChildren(ProseSpelling)[0]
    assert speller is not None
    speller.knows("Ruthlessgrove")
    prose.ignore("Ruthlessgrove")
    window.lock()
    assert speller._verdicts == {}
    assert spelling.speller is None
    assert prose._ignored == set()


def test_an_entry_and_a_quick_capture_are_checked(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    window.workspace.go(Destination("journal", act="new"))
    page = window.workspace.page
    assert isinstance(page, JournalPage)
    capture = CaptureSheet(page.context, page)
    qtbot.addWidget(capture)
    for editor in (page.findChildren(ProseEditor)[0], capture.prose):
        assert editor.spelling.source is page.context.spelling
    page.context.spelling.want()
    read(qtbot, page.context.spelling)
    entry = page.findChildren(ProseEditor)[0]
    entry.set_text("Hello hallo")
    qtbot.waitUntil(lambda: entry.spelling.waves == [(6, 11)])


def test_an_ignored_word_counts_again_in_another_entry(
    window: Window, folder: Path, qtbot: QtBot
) -> None:
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    entries = window.workspace._context.vault.read.all(Entry)
    window.workspace.go(Destination("journal", entries[0].id))
    page = window.workspace.page
    assert isinstance(page, JournalPage)
    read(qtbot, page.context.spelling)
    spelling = page.findChildren(ProseEditor)[0].spelling
    spelling.ignore("First")
    window.workspace.go(Destination("journal", entries[1].id))
    assert spelling._ignored == set()
