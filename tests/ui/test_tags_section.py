"""The tags in the settings: renaming, merging and removing them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.content.library import Library
from app.domain.entries import Entry
from app.domain.templates import OwnTemplate
from app.operations import journal, templates
from app.operations.journal import EntryDraft
from app.queries.tags import tags
from app.vault import Vault
from tests.vaults import NOON, new_vault
from ui.context import Context
from ui.jobs import Jobs
from ui.messages import Messages
from ui.settings import tags as module
from ui.settings.tag_dialog import TagDialog
from ui.settings.tags import TagsSection
from ui.widgets.text import Label

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "ines.greenroom", FixedClock(NOON))
    for names in (("release", "ruth"), ("Release",), ("train", "ruth"), ("daily",)):
        journal.add(vault, EntryDraft(body="A page.", tags=names))
    templates.add(vault, OwnTemplate(name="Friday", body="x", tags=("daily",)))
    yield vault
    vault.close()


@pytest.fixture
def said() -> list[tuple[str, bool]]:
    return []


@pytest.fixture
def section(qtbot: QtBot, vault: Vault, said: list[tuple[str, bool]]) -> Iterator[TagsSection]:
    messages, jobs = Messages(), Jobs()
    messages.toast.connect(lambda words, undo: said.append((words, undo)))
    context = Context(vault, Library(), jobs, messages, sample=False)
    section = TagsSection(context)
    context.setParent(section)
    context.changed.connect(lambda _: section.refresh())
    qtbot.addWidget(section)
    section.resize(900, 700)
    section.show()
    section.refresh()
    yield section
    for dialog in section.findChildren(TagDialog):
        dialog.close()
    jobs.stop()


def words(section: TagsSection) -> list[str]:
    QApplication.sendPostedEvents()
    labels: list[Label] = section.findChildren(Label)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def named(section: TagsSection, name: str) -> QPushButton:
    QApplication.sendPostedEvents()
    buttons: list[QPushButton] = section.findChildren(QPushButton)
    return next(
        b for b in buttons if name in {b.accessibleName(), b.toolTip(), b.text()} and b.isVisible()
    )


def dialog_of(section: TagsSection) -> TagDialog:
    (found,) = (d for d in section.findChildren(TagDialog) if d.isVisible())
    return found


def listed(vault: Vault) -> list[tuple[str, int]]:
    return [(row.name, row.entries) for row in tags(vault.read)]


def test_each_tag_tells_how_much_has_it(section: TagsSection) -> None:
    assert words(section)[2:] == [
        "#daily",
        "1 entry \u00b7 1 template",
        "#Release",
        "2 entries \u00b7 2 spellings",
        "#ruth",
        "2 entries",
        "#train",
        "1 entry",
    ]


def test_a_tag_is_renamed_by_keyboard(
    section: TagsSection, vault: Vault, said: list[tuple[str, bool]]
) -> None:
    named(section, "Rename #Release").click()
    dialog = dialog_of(section)
    assert dialog.name.text() == "Release"
    QTest.keyClicks(dialog.name, "launch")
    assert dialog.act.text() == "Rename"
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert listed(vault) == [("daily", 1), ("launch", 2), ("ruth", 2), ("train", 1)]
    assert said == [("Tag renamed", True)]
    vault.undo()
    assert ("Release", 2) in listed(vault)


def test_a_name_that_exists_is_said_to_merge_before_it_does(
    section: TagsSection, vault: Vault, said: list[tuple[str, bool]]
) -> None:
    named(section, "Rename #Release").click()
    dialog = dialog_of(section)
    dialog.name.setText("Train")
    assert dialog.act.text() == "Merge"
    assert dialog._told.text() == "#Train exists already, in 1 entry: they become one."
    dialog.act.click()
    assert listed(vault) == [("daily", 1), ("ruth", 2), ("Train", 3)]
    assert said == [("2 tags merged", True)]


def test_another_case_of_its_own_name_is_no_merge(section: TagsSection) -> None:
    named(section, "Rename #Release").click()
    dialog = dialog_of(section)
    dialog.name.setText("RELEASE")
    assert dialog.act.text() == "Rename"
    dialog.name.setText(" # ")
    assert not dialog.act.isEnabled()


def test_chosen_tags_are_merged_into_one(
    section: TagsSection, vault: Vault, said: list[tuple[str, bool]]
) -> None:
    assert not section.merge.isEnabled()
    assert section.merge.toolTip() == "Choose two tags or more first"
    for tag in ("Release", "train", "daily"):
        section._checks[tag].click()
    section.merge.click()
    dialog = dialog_of(section)
    assert dialog.name.text() == "Release"
    assert dialog._told.text() == "3 tags become one: #Release."
    dialog.act.click()
    assert listed(vault) == [("Release", 4), ("ruth", 2)]
    assert said == [("3 tags merged", True)]
    assert not section.merge.isEnabled()
    (template,) = vault.read.all(OwnTemplate)
    assert template.tags == ("Release",)


def test_a_tag_is_removed_from_everything_and_can_come_back(
    section: TagsSection, vault: Vault, said: list[tuple[str, bool]]
) -> None:
    named(section, "Remove #ruth everywhere").click()
    assert "ruth" not in dict(listed(vault))
    assert said == [("Tag removed", True)]
    vault.undo()
    assert dict(listed(vault))["ruth"] == 2


def test_many_tags_show_a_part_first(
    section: TagsSection, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAGE", 2)
    section._limit = 2
    section._shown = None
    section.refresh()
    assert len(section._renames) == 2
    named(section, "Show more").click()
    assert len(section._renames) == 4
    assert vault.read.all(Entry)


def test_without_a_tag_it_says_where_tags_come_from(section: TagsSection, vault: Vault) -> None:
    for name, _ in listed(vault):
        named(section, f"Remove #{name} everywhere").click()
    assert "A tag that you give an entry is listed here." in words(section)
    assert section.merge.isHidden()


def test_a_tag_that_looks_like_html_is_shown_as_it_was_written(
    section: TagsSection, vault: Vault
) -> None:
    journal.add(vault, EntryDraft(body="x", tags=("<b>bold</b>",)))
    button = named(section, "Remove #<b>bold</b> everywhere")
    assert "<b>" not in button.toolTip()
    assert "#<b>bold</b>" in words(section)


def test_the_focus_follows_a_tag_to_its_new_place(section: TagsSection) -> None:
    renaming = named(section, "Rename #Release")
    renaming.setFocus()
    renaming.click()
    dialog = dialog_of(section)
    dialog.name.setText("zen")
    dialog.act.click()
    assert section.focusWidget() is named(section, "Rename #zen")
    named(section, "Remove #ruth everywhere").click()
    assert section.focusWidget() is named(section, "Rename #train")
