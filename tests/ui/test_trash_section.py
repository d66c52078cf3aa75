"""The trash in the settings: looking, restoring, deleting for good and emptying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.content.library import Library
from app.domain.entries import Entry
from app.domain.goals import Goal
from app.domain.ids import Kind
from app.domain.templates import OwnTemplate
from app.operations import goals, journal, templates
from app.operations.journal import EntryDraft
from app.operations.trash import EMPTIED
from app.queries.trash import trash
from app.unlocking import approach
from app.vault import Vault
from tests.ui.journal_desk import full_disk
from tests.vaults import PASSPHRASE
from ui import workspace
from ui.context import Context
from ui.jobs import Jobs
from ui.messages import Messages
from ui.settings.trash import TrashSection
from ui.settings.trash_dialogs import Look
from ui.tidying import empty_old_trash
from ui.widgets.dialog import Dialog
from ui.widgets.text import Label
from ui.window import Window

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
DAY = 86_400_000


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def context(vault: Vault, said: list[str]) -> Iterator[Context]:
    messages = Messages()
    messages.toast.connect(lambda words, _: said.append(words))
    jobs = Jobs()
    yield Context(vault, Library(), jobs, messages, sample=False)
    jobs.stop()


@pytest.fixture
def section(qtbot: QtBot, context: Context) -> Iterator[TrashSection]:
    section = TrashSection(context)
    context.changed.connect(lambda _: section.refresh())
    qtbot.addWidget(section)
    section.resize(900, 700)
    section.show()
    section.refresh()
    yield section
    for dialog in section.findChildren(Dialog):
        dialog.close()


def trashed(vault: Vault, title: str, body: str = "") -> Entry:
    entry = journal.add(vault, EntryDraft(title=title, body=body))
    journal.delete(vault, entry.id)
    return entry


def named(inside: QWidget, name: str) -> QPushButton:
    QApplication.sendPostedEvents()
    buttons: list[QPushButton] = inside.findChildren(QPushButton)
    found = [b for b in buttons if b.isVisible() and _name(b) == name]
    assert found, [_name(b) for b in buttons]
    return found[0]


def _name(button: QPushButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def press(button: QPushButton) -> None:
    """Press a button as a person does, who is on it then."""
    button.setFocus()
    button.click()


def words(inside: QWidget) -> list[str]:
    QApplication.sendPostedEvents()
    labels: list[Label] = inside.findChildren(Label)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def asked() -> Dialog:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def test_things_stand_under_their_kinds(section: TrashSection, vault: Vault) -> None:
    trashed(vault, "On Sana")
    trashed(vault, "On Ruth")
    goals.delete_goal(vault, goals.add_goal(vault, Goal(title="Lead a workshop")).id)
    templates.delete(vault, templates.add(vault, OwnTemplate(name="Friday", body="x")).id)
    shown = words(section)
    start = shown.index("Entries")
    assert shown[start : start + 2] == ["Entries", "2"]
    assert shown.index("Entries") < shown.index("Goals") < shown.index("Templates")
    assert shown.count("Deleted 20 May.") == 4


def test_a_deleted_text_can_be_read_before_it_comes_back(
    section: TrashSection, vault: Vault
) -> None:
    entry = trashed(vault, "On Sana", "She asked *before* she did.")
    named(section, "Read On Sana").click()
    look = asked()
    assert isinstance(look, Look)
    assert look.view.toPlainText() == "She asked before she did."
    assert look.view.isReadOnly()
    look.restore.click()
    assert vault.read.get(Entry, entry.id)


def test_a_title_with_a_tag_in_it_is_told_as_it_was_written(
    section: TrashSection, vault: Vault
) -> None:
    """Qt would take it for HTML and open the file that it names."""
    title = '<img src="/etc/hostname">'
    trashed(vault, title)
    for name in (f"Read {title}", f"Delete {title} for good"):
        shown = QTextDocument()
        shown.setHtml(named(section, name).toolTip())
        assert shown.toPlainText() == name


def test_deleting_for_good_says_before_what_is_lost_and_that_it_stays_lost(
    section: TrashSection, vault: Vault, said: list[str]
) -> None:
    entry = journal.add(vault, EntryDraft(title="On Sana"))
    for title in ("A", "B"):
        goal = goals.add_goal(vault, Goal(title=title))
        journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.delete(vault, entry.id)
    named(section, "Delete On Sana for good").click()
    dialog = asked()
    assert words(dialog)[:4] == [
        "Delete for good",
        "\u201cOn Sana\u201d",
        "2 goals lose this as evidence.",
        "This cannot be undone.",
    ]
    assert dialog.focusWidget() is named(dialog, "Keep")
    named(dialog, "Delete for good").click()
    assert vault.read.find(Entry, entry.id) is None
    assert said == ["1 thing deleted for good"]


def test_keeping_it_leaves_it_in_the_trash(section: TrashSection, vault: Vault) -> None:
    entry = trashed(vault, "On Sana")
    named(section, "Delete On Sana for good").click()
    named(asked(), "Keep").click()
    assert [row.id for row in trash(vault.read)] == [entry.id]


def test_the_trash_is_emptied_after_it_was_said_what_lies_in_it(
    section: TrashSection, vault: Vault, said: list[str]
) -> None:
    trashed(vault, "On Sana")
    trashed(vault, "On Ruth")
    goals.delete_goal(vault, goals.add_goal(vault, Goal(title="Lead a workshop")).id)
    section.empty.click()
    dialog = asked()
    assert words(dialog)[:4] == [
        "Empty the trash",
        "Entries: 2",
        "Goals: 1",
        "This cannot be undone.",
    ]
    named(dialog, "Delete for good").click()
    assert trash(vault.read) == []
    assert said == ["3 things deleted for good"]
    assert "The trash is empty" in words(section)
    assert not section.empty.isEnabled()


def test_emptying_by_itself_is_off_until_it_is_chosen(section: TrashSection, vault: Vault) -> None:
    assert not section.old.isChecked()
    section.old.click()
    assert vault.read.preference(EMPTIED) == "old"
    section.old.click()
    assert vault.read.preference(EMPTIED) == ""


def test_what_was_emptied_at_unlocking_is_said(
    vault: Vault, context: Context, said: list[str]
) -> None:
    trashed(vault, "On Sana")
    vault.prefer(EMPTIED, "old")
    empty_old_trash(context)
    assert said == []
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(31 * DAY)
    journal.add(vault, EntryDraft(title="Written a month later"))
    vault.clock.advance(DAY)
    with full_disk(vault):
        empty_old_trash(context)
    assert len(trash(vault.read)) == 1
    empty_old_trash(context)
    assert said == ["1 thing that lay in the trash for 30 days was deleted for good"]
    assert trash(vault.read) == []


def test_it_happens_when_a_vault_opens_and_not_once_it_is_locked(
    window: Window, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Context] = []
    monkeypatch.setattr(workspace, "empty_old_trash", asked.append)
    window.enter(approach(folder).unlock(PASSPHRASE))
    window.lock()
    qtbot.wait(20)
    assert asked == []
    window.enter(approach(folder).unlock(PASSPHRASE))
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_the_focus_goes_to_the_next_thing_when_one_leaves(
    section: TrashSection, vault: Vault
) -> None:
    for title in ("First", "Second", "Third"):
        trashed(vault, title)
    press(named(section, "Delete First for good"))
    named(asked(), "Delete for good").click()
    assert section.focusWidget() is named(section, "Restore Second")
    press(named(section, "Read Second"))
    look = asked()
    assert isinstance(look, Look)
    look.restore.click()
    assert section.focusWidget() is named(section, "Restore Third")
    press(section.empty)
    named(asked(), "Delete for good").click()
    assert section.focusWidget() is section.old
