"""The versions of an entry: looking at them, and bringing one back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.clock import FixedClock
from app.domain.entries import Entry
from app.operations import journal
from app.operations.journal import EntryDraft
from app.queries.versions import versions
from tests.ui.journal_desk import Desk, add, full_disk, opened
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.journal import versions_section, versions_sheet
from ui.journal.entry_menu import entry_menu
from ui.journal.versions_section import VersionsSection
from ui.journal.versions_sheet import VersionsSheet
from ui.widgets.fact_row import FactRow

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
HOUR = 3_600_000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(new_vault(tmp_path / "ines.greenroom", FixedClock(NOON)))
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    for shown in desk.page.findChildren(VersionsSheet):
        shown.close()
    desk.jobs.stop()
    desk.page.close()
    desk.vault.close()


def later(desk: Desk, hours: int = 1) -> None:
    assert isinstance(desk.vault.clock, FixedClock)
    desk.vault.clock.advance(hours * HOUR)


def three_versions(desk: Desk) -> Entry:
    """An entry that was written on twice, and is open."""
    entry = add(desk.vault, "Release", body="They were right.", tags=("release",))
    later(desk)
    journal.write(desk.vault, entry.id, EntryDraft(title="Release", body="They were wrong."))
    later(desk, 24)
    journal.write(desk.vault, entry.id, EntryDraft(title="Release", body="They were quick."))
    desk.page.arrive(Destination("journal", entry.id))
    return entry


def sheet(desk: Desk) -> VersionsSheet:
    desk.editor.setFocus()
    QTest.keyClick(
        desk.editor,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    return opened(VersionsSheet)


def press(
    shown: VersionsSheet,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    QTest.keyClick(shown.list, key, modifier)


def listed(shown: VersionsSheet) -> list[str]:
    model = shown.list.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    indexes = [model.index(place, 0) for place in range(model.rowCount())]
    return [str(index.data(spoken) or index.data()) for index in indexes]


def choose(shown: VersionsSheet, place: int) -> None:
    """Select a version, counted from the newest."""
    shown.list.choose(shown._rows[place].seq)


def test_versions_stand_by_day_with_the_present_one_first(desk: Desk) -> None:
    three_versions(desk)
    assert listed(sheet(desk)) == [
        "Today",
        "Now, 3 words, Text",
        "Yesterday",
        "13:00, 3 words, Text \u00b7 Tags",
        "12:00, 3 words, Title \u00b7 Text \u00b7 Tags",
    ]


def test_at_first_it_shows_what_changed_last(desk: Desk) -> None:
    three_versions(desk)
    shown = sheet(desk)
    assert shown.view.toPlainText() == "Release\n\nThey were wrongquick."
    assert shown._since.text() == "What changed from 20 May, 13:00 until now"


def test_a_version_is_compared_with_the_next_or_with_now(desk: Desk) -> None:
    three_versions(desk)
    shown = sheet(desk)
    choose(shown, 2)
    assert shown.view.toPlainText() == "Release\n\nThey were rightwrong."
    assert shown._facts.text() == "Tags deleted: #release."
    shown.against.setFocus()
    QTest.keyClick(shown.against, Qt.Key.Key_Right)
    assert shown.view.toPlainText() == "Release\n\nThey were rightquick."


def test_the_keys_go_from_change_to_change(desk: Desk, qtbot: QtBot) -> None:
    three_versions(desk)
    shown = sheet(desk)
    assert shown._place.text() == "2 changes"
    press(shown, qtbot, Qt.Key.Key_F3)
    assert shown.view.textCursor().selectedText() == "wrong"
    assert shown._place.text() == "Change 1 of 2"
    press(shown, qtbot, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert shown.view.textCursor().selectedText() == "quick"


def test_the_present_text_cannot_be_brought_back(desk: Desk, qtbot: QtBot) -> None:
    entry = three_versions(desk)
    shown = sheet(desk)
    choose(shown, 0)
    assert not shown.back.isEnabled()
    assert shown.view.toPlainText() == "Release\n\nThey were quick."
    press(shown, qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(versions(desk.vault.read, entry.id, 120)) == 3


def test_bringing_one_back_adds_a_version_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    entry = three_versions(desk)
    shown = sheet(desk)
    choose(shown, 2)
    press(shown, qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not shown.isVisible()
    assert desk.said == ["Version brought back"]
    assert desk.editor.sheet.prose.written() == "They were right."
    assert desk.editor.sheet.facts.tags() == ("release",)
    assert len(versions(desk.vault.read, entry.id, 120)) == 4
    assert desk.vault.undo() is Op.RESTORE_VERSION
    assert desk.editor.sheet.prose.written() == "They were quick."


def test_what_is_typed_is_saved_before_and_is_a_version(desk: Desk) -> None:
    entry = three_versions(desk)
    desk.editor.sheet.prose.insertPlainText("Unsaved. ")
    shown = sheet(desk)
    choose(shown, 1)
    shown.back.click()
    assert desk.vault.read.get(Entry, entry.id).body == "They were wrong."
    desk.vault.undo()
    assert desk.vault.read.get(Entry, entry.id).body == "Unsaved. They were quick."


def test_what_cannot_be_saved_is_not_written_over(desk: Desk) -> None:
    three_versions(desk)
    desk.editor.sheet.prose.insertPlainText("Unsaved. ")
    with full_disk(desk.vault):
        desk.editor.open_versions()
    assert desk.page.window().findChildren(VersionsSheet) == []
    assert desk.editor.sheet.prose.written() == "Unsaved. They were quick."


def test_the_text_of_a_version_can_be_copied(desk: Desk) -> None:
    three_versions(desk)
    shown = sheet(desk)
    choose(shown, 2)
    shown.copy.click()
    assert QGuiApplication.clipboard().text() == "They were right."
    QGuiApplication.clipboard().clear()


def test_a_long_text_is_compared_without_holding_the_window(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions_sheet, "AT_ONCE", 3)
    three_versions(desk)
    shown = sheet(desk)
    assert shown.view.toPlainText() == "Comparing\u2026"
    choose(shown, 2)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    # What was asked for first came too late and is not shown.
    assert shown.view.toPlainText() == "Release\n\nThey were rightwrong."


def test_a_sheet_that_was_closed_takes_no_comparison_any_more(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions_sheet, "AT_ONCE", 3)
    three_versions(desk)
    sheet(desk).reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert desk.failures == []


def test_a_blank_entry_has_no_versions(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", act="new"))
    desk.editor.open_versions()
    assert desk.page.window().findChildren(VersionsSheet) == []


def test_the_menu_offers_them(desk: Desk) -> None:
    three_versions(desk)
    menu = entry_menu(desk.editor)
    action = next(a for a in menu.actions() if a.text().startswith("Versions"))
    assert action.text() == "Versions\tCtrl+Shift+H"
    action.trigger()
    assert opened(VersionsSheet)


def test_the_menu_leads_to_the_trash(desk: Desk, qtbot: QtBot) -> None:
    three_versions(desk)
    action = next(a for a in entry_menu(desk.editor).actions() if a.text() == "Show the trash")
    with qtbot.waitSignal(desk.page.navigate) as went:
        action.trigger()
    assert went.args == [Destination("settings", act="trash")]


def panel(desk: Desk) -> VersionsSection:
    if desk.page._entry.panel.isHidden():
        desk.page._entry.open_panel()
    return desk.page._entry.panel.findChildren(VersionsSection)[0]


def in_panel(desk: Desk) -> list[str]:
    found: list[FactRow] = panel(desk).findChildren(FactRow)
    return [row.accessibleName() for row in found if row.isVisible()]


def test_the_panel_tells_the_last_versions_and_compares_them(desk: Desk) -> None:
    three_versions(desk)
    assert in_panel(desk) == [
        "Now, 21 May, 13:00",
        "3 words, 20 May, 13:00",
        "3 words, 20 May, 12:00",
    ]
    panel(desk).compare.click()
    assert opened(VersionsSheet)._since.text() == "What changed from 20 May, 13:00 until now"


def test_a_version_in_the_panel_opens_at_itself(desk: Desk) -> None:
    three_versions(desk)
    rows: list[FactRow] = panel(desk).findChildren(FactRow)
    rows[2].click()
    assert opened(VersionsSheet).view.toPlainText() == "Release\n\nThey were rightwrong."


def test_the_panel_follows_what_is_written(desk: Desk) -> None:
    three_versions(desk)
    later(desk)
    panel(desk)
    desk.editor.sheet.prose.insertPlainText("And so on. ")
    desk.editor.writing.keep()
    assert in_panel(desk)[:2] == ["Now, 21 May, 14:00", "3 words, 21 May, 13:00"]


def test_with_one_version_there_is_nothing_to_compare(desk: Desk) -> None:
    entry = add(desk.vault, "Release", body="They were right.")
    desk.page.arrive(Destination("journal", entry.id))
    assert in_panel(desk) == ["Now, 20 May, 12:00"]
    assert not panel(desk).compare.isEnabled()


def test_while_somebody_writes_in_a_long_text_the_panel_waits(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions_section, "LONG", 3)
    three_versions(desk)
    later(desk)
    panel(desk)._rest.setInterval(50)
    before = in_panel(desk)
    desk.editor.sheet.prose.insertPlainText("And so on. ")
    desk.editor.writing.keep()
    assert in_panel(desk) == before
    qtbot.waitUntil(lambda: in_panel(desk)[0] == "Now, 21 May, 14:00")
