"""Settings, Writing: what is chosen acts at once, here and on every page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import settings
from app.operations.spelling import add_word, own_words
from app.settings import TEXT_WIDTHS
from app.vault import Vault
from tests.ui.journal_desk import add
from tests.ui.settings_desk import shown_settings
from ui.context import Context
from ui.desk import Desk
from ui.entry.style import prose_style
from ui.journal.page import JournalPage
from ui.settings.writing import Languages, WritingSection
from ui.settings.writing_sample import WritingSample
from ui.theme import current_theme
from ui.widgets.check import Switch
from ui.widgets.choice import Choice
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages of this computer."""
    tags = ["de_DE", "en_GB"]
    monkeypatch.setattr("ui.spelling.dictionaries.installed", lambda: tuple(tags))
    monkeypatch.setattr("ui.spelling.dictionaries.load", lambda _tags: ())
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["en-GB"])
    return tags


@pytest.fixture
def context(desk: Desk, context: Context) -> Context:
    context.spelling.follow(desk)
    return context


@pytest.fixture
def section(qtbot: QtBot, context: Context, desk: Desk) -> WritingSection:
    return shown_settings(qtbot, context, desk, "writing").findChildren(WritingSection)[0]


def languages(section: WritingSection) -> Languages:
    return section.findChildren(Languages)[0]


def _is_wide(widget: QWidget, width: int) -> bool:
    return widget.width() == width


def sentences(section: WritingSection) -> str:
    return " ".join(label.text() for label in section.findChildren(Label))


def test_the_size_acts_at_once_on_writing_and_reading(
    qtbot: QtBot, section: WritingSection, context: Context, desk: Desk, tmp_path: Path
) -> None:
    journal = JournalPage(context)
    qtbot.addWidget(journal)
    sheet = journal._editor.sheet
    sample = section.findChildren(WritingSample)[0]
    assert sheet.prose.font().pixelSize() == 17
    low = sample.height()
    size = section.findChildren(Choice)[0]
    size.set_value(22)
    size.picked.emit(22)
    assert sheet.prose.font().pixelSize() == sheet.view.font().pixelSize() == 22
    assert prose_style(current_theme()).pitch == 38
    assert sample.height() > low
    assert settings.load(tmp_path / "settings").text_size == 22
    assert desk.settings.text_size == 22


def test_the_width_acts_at_once(qtbot: QtBot, section: WritingSection, context: Context) -> None:
    add(context.vault, "First")
    journal = JournalPage(context)
    qtbot.addWidget(journal)
    journal.resize(1600, 900)
    journal.show()
    shown = journal._editor.sheet.prose.viewport()
    for width in TEXT_WIDTHS:
        section.findChildren(Segmented)[0].chosen.emit(str(width))
        qtbot.waitUntil(partial(_is_wide, shown, width))


def test_the_languages_of_this_computer_are_looked_for_when_the_section_is_shown(
    qtbot: QtBot, section: WritingSection
) -> None:
    qtbot.waitUntil(lambda: list(languages(section).checks) == ["en_GB", "de_DE"])
    checks = languages(section).checks
    assert [check.text() for check in checks.values()] == [
        "English (United Kingdom)",
        "German (Germany)",
    ]
    assert [check.isChecked() for check in checks.values()] == [True, False]


def test_several_languages_may_be_on(qtbot: QtBot, section: WritingSection, desk: Desk) -> None:
    qtbot.waitUntil(lambda: len(languages(section).checks) == 2)
    QTest.keyClick(languages(section).checks["de_DE"], Qt.Key.Key_Space)
    assert desk.settings.languages == ("en_GB", "de_DE")
    assert all(check.isChecked() for check in languages(section).checks.values())


def test_the_switch_turns_spelling_off_and_rests_the_checks(
    qtbot: QtBot, section: WritingSection, desk: Desk
) -> None:
    qtbot.waitUntil(lambda: len(languages(section).checks) == 2)
    QTest.keyClick(section.findChildren(Switch)[0], Qt.Key.Key_Space)
    assert not desk.settings.spelling
    assert not any(check.isEnabled() for check in languages(section).checks.values())


def test_without_dictionaries_it_says_how_to_get_some(
    qtbot: QtBot, found: list[str], section: WritingSection
) -> None:
    del found[:]
    section._context.spelling._found = None
    section._context.spelling.find()
    qtbot.waitUntil(lambda: "No spelling dictionaries were found" in sentences(section))


@pytest.mark.parametrize(
    ("system", "words"), [("linux", "hunspell-en-gb"), ("win32", "Hunspell"), ("darwin", "brew")]
)
def test_the_way_to_get_dictionaries_is_that_of_the_system(
    section: WritingSection, system: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.settings.writing.sys.platform", system)
    assert words in languages(section)._way()


def test_words_that_were_added_are_listed_and_removed(
    section: WritingSection, vault: Vault
) -> None:
    assert "It stays in this vault." in sentences(section)
    for word in ("Okta", "kanban"):
        add_word(vault, word)
    section.refresh()
    first = section._words.buttons[0]
    assert first.accessibleName() == "Remove kanban"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    section.refresh()
    assert own_words(vault.read) == ("Okta",)
    assert [button.accessibleName() for button in section._words.buttons] == ["Remove Okta"]


def test_many_words_are_shown_a_page_at_a_time(section: WritingSection, vault: Vault) -> None:
    for number in range(52):
        add_word(vault, "w" * (number + 2))
    section.refresh()
    assert len(section._words.buttons) == 50
    section._words._show_more()
    assert len(section._words.buttons) == 52


def test_locking_reads_nothing_of_a_closed_vault(section: WritingSection, vault: Vault) -> None:
    vault.close()
    section._context.spelling.forget()
    assert section._context.spelling.speller is None
