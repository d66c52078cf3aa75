"""The ledger: what narrows it, what became of copies, what changed since, and who it was for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.clock import FixedClock
from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Mark, Shared, SharedMark
from app.operations import journal, packs, people, trash
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.stage import Stage, staged
from tests.ui.ledger_desk import press, purposes, put_lines, save, texts
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.share.ledger_changes import AT_ONCE, ChangesCard, ChangesSheet
from ui.share.ledger_model import PAGES, PASSPHRASE, PURPOSE
from ui.share.ledger_parts import LedgerHead
from ui.share.page import SharePage
from ui.widgets.changed_words import ChangedWords
from ui.widgets.text import Label

pytestmark = pytest.mark.qt
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", FixedClock(NOON))
    yield vault
    vault.close()


@pytest.fixture
def stage(vault: Vault, qtbot: QtBot) -> Iterator[Stage[SharePage]]:
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    yield stage
    stage.page.go_home()
    stage.page.close()
    stage.context.jobs.stop()


# What narrows and orders it


def test_the_line_that_is_shown_is_marked_when_the_ledger_has_the_keyboard(
    stage: Stage[SharePage], vault: Vault
) -> None:
    put_lines(vault, 2, "Ruth")
    home = stage.page.home
    home.new.setFocus()
    home.table.setFocus(Qt.FocusReason.TabFocusReason)
    selected = home.table.selectionModel().selectedRows()
    assert [index.row() for index in selected] == [home.table.currentIndex().row()]
    assert home.pane.line == home.table.current_id()
    assert home.table.property("keyboard")


def test_a_line_that_is_not_listed_is_not_shown_beside(
    stage: Stage[SharePage], vault: Vault
) -> None:
    put_lines(vault, 2, "Ruth", "Johan")
    home = stage.page.home
    assert home.table.select(next(row.id for row in home.table.in_order()))
    shown = home.pane.line
    other = next(row for row in home.table.in_order() if row.id != shown)
    home.ledger.filter.setText(other.line.purpose)
    assert [row.id for row in home.table.in_order()] == [other.id]
    assert home.pane.line != shown


def test_words_narrow_the_ledger_and_stay_when_it_changes(
    stage: Stage[SharePage], vault: Vault
) -> None:
    put_lines(vault, 20, "Ruth", "Johan")
    section = stage.page.home.ledger
    stage.settle()
    assert section.filter.isVisible()
    section.filter.setText("johan summary")
    assert purposes(stage) == [f"Purpose {n}" for n in range(1, 20, 2)]
    put_lines(vault, 2, "Johan")
    assert len(purposes(stage)) == 12
    section.filter.setText("nobody")
    assert not stage.page.home.table.isVisible()
    press(stage, "Clear filters")
    assert len(purposes(stage)) == 22
    assert stage.page.home.table.isVisible()


def test_a_short_ledger_of_one_person_has_nothing_to_narrow(
    stage: Stage[SharePage], vault: Vault
) -> None:
    put_lines(vault, 3, "Ruth")
    section = stage.page.home.ledger
    stage.settle()
    assert not section.filter.isVisible()
    assert not section.person.isVisible()


def test_what_was_saved_for_somebody_is_shown_alone(
    stage: Stage[SharePage], vault: Vault, qtbot: QtBot
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    put_lines(vault, 4, "Ruth", "Johan")
    stage.page.arrive(Destination("share", ruth.id, Kind.PERSON, act="ledger"))
    section = stage.page.home.ledger
    stage.settle()
    assert section.person.currentText() == "Ruth"
    assert purposes(stage) == ["Purpose 0", "Purpose 2"]
    with qtbot.waitSignal(stage.page.navigate) as gone:
        press(stage, "What Ruth has seen")
    assert gone.args == [Destination("people", ruth.id, Kind.PERSON)]
    section.person.set_value("name:Johan")
    section.person.picked.emit("name:Johan")
    assert purposes(stage) == ["Purpose 1", "Purpose 3"]
    assert not section.seen.isVisible()


def test_two_people_of_one_name_are_told_apart_by_their_lines(
    stage: Stage[SharePage], vault: Vault
) -> None:
    first = people.add_person(vault, Person(name="Ruth"))
    second = people.add_person(vault, Person(name="Ruth"))
    with vault.transact(Op.SHARE_PACK) as write:
        for number, person in enumerate((first, second, second)):
            write.put(Shared(person=person.id, recipient="Ruth", at=NOON.at + number))
    choice = stage.page.home.ledger.person
    words = {choice.itemText(place) for place in range(choice.count())}
    assert words == {"Everybody", "Ruth (1)", "Ruth (2)"}


def test_a_line_that_is_asked_for_is_shown_whatever_narrows_the_ledger(
    stage: Stage[SharePage], vault: Vault
) -> None:
    lines = put_lines(vault, 14, "Ruth", "Johan")
    stage.page.home.ledger.filter.setText("johan")
    stage.page.arrive(Destination("share", lines[0], act="ledger"))
    assert stage.page.home.table.current_id() == lines[0]
    assert len(purposes(stage)) == 14


def test_the_menu_of_the_table_sorts_it(stage: Stage[SharePage], vault: Vault) -> None:
    put_lines(vault, 3, "Ruth")
    table = stage.page.home.table

    def choose(words: str) -> None:
        menu = table.menu()
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()

    assert purposes(stage) == ["Purpose 0", "Purpose 1", "Purpose 2"]
    choose("Sort by Date")
    assert purposes(stage) == ["Purpose 2", "Purpose 1", "Purpose 0"]
    choose("Sort by Purpose")
    assert purposes(stage) == ["Purpose 0", "Purpose 1", "Purpose 2"]
    choose("Sort by Purpose")
    assert purposes(stage) == ["Purpose 2", "Purpose 1", "Purpose 0"]
    menu = table.menu()
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["Sort by Purpose"]
    menu.close()


def test_find_goes_to_the_filter(stage: Stage[SharePage], vault: Vault) -> None:
    put_lines(vault, 14, "Ruth")
    section = stage.page.home.ledger
    stage.settle()
    section.table.setFocus()
    QTest.keySequence(section.table, "Ctrl+F")
    assert QApplication.focusWidget() is section.filter


def test_little_room_is_left_to_the_purpose(stage: Stage[SharePage], vault: Vault) -> None:
    put_lines(vault, 2, "Ruth")
    table = stage.page.home.table
    assert not any(table.isColumnHidden(column) for column in range(6))
    stage.page.resize(620, 700)
    stage.settle()
    hidden = [column for column in range(6) if table.isColumnHidden(column)]
    assert hidden == [PAGES, PASSPHRASE]


def test_the_model_is_sound(
    stage: Stage[SharePage], vault: Vault, qtmodeltester: ModelTester
) -> None:
    put_lines(vault, 5, "Ruth", "Johan")
    qtmodeltester.check(stage.page.home.table.lines)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped
    qtmodeltester.check(stage.page.home.table.model())  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped


# What became of copies


def test_a_mark_is_noted_shown_and_taken_back(
    stage: Stage[SharePage], vault: Vault, qtbot: QtBot
) -> None:
    (line,) = put_lines(vault, 1, "Ruth")
    home = stage.page.home
    home.table.select(line)
    with qtbot.waitSignal(stage.context.messages.toast) as toast:
        home.pane.mark(line, Mark.REVOKED)
    assert toast.args == ["Noted: Asked to delete it", True]
    assert "Asked to delete it, 20 May" in texts(stage)
    spoken = home.table.lines.index(0, PURPOSE).data(SPOKEN)
    assert spoken == "Purpose: Purpose 0. Asked to delete it, 20 May"
    vault.undo()
    assert "Asked to delete it, 20 May" not in texts(stage)
    assert vault.read.all(SharedMark) == []


def test_every_mark_can_be_noted_from_the_detail_and_from_the_table(
    stage: Stage[SharePage], vault: Vault
) -> None:
    (line,) = put_lines(vault, 1, "Ruth")
    home = stage.page.home
    home.table.select(line)
    head = home.pane.findChildren(LedgerHead)[0]
    menu = head.menu()
    words = [action.text() for action in menu.actions()]
    assert words == ["Asked to delete it", "They say it is deleted", "Served its purpose"]
    menu.actions()[0].trigger()
    menu = home.table.menu()
    assert menu.actions()[1].text() == "Mark as: They say it is deleted"
    menu.actions()[1].trigger()
    assert [each.mark for each in vault.read.all(SharedMark)] == [Mark.REVOKED, Mark.DELETED]
    said = texts(stage)
    assert "What became of it" in said
    assert said.index("Asked to delete it, 20 May") < said.rindex("They say it is deleted, 20 May")
    assert "Ask Ruth to delete it" not in said


def test_copying_the_note_offers_to_note_that_it_was_asked(
    stage: Stage[SharePage], vault: Vault, qtbot: QtBot
) -> None:
    (line,) = put_lines(vault, 1, "Ruth Adeyemi")
    stage.page.home.table.select(line)
    with qtbot.waitSignal(stage.context.messages.offered) as offered:
        press(stage, "Copy the note")
    words, action, act = offered.args
    assert words == "Note copied. Once you have sent it to Ruth, note that for 20 May."
    assert action == "Mark as asked"
    act()
    assert [each.mark for each in vault.read.all(SharedMark)] == [Mark.REVOKED]
    with qtbot.waitSignal(stage.context.messages.toast) as toast:
        press(stage, "Copy the note")
    assert toast.args == ["Note copied", False]
    QGuiApplication.clipboard().clear()


def test_until_when_it_was_meant_is_said_quietly(stage: Stage[SharePage], vault: Vault) -> None:
    with vault.transact(Op.SHARE_PACK) as write:
        passed = write.put(Shared(recipient="Ruth", until=date(2026, 5, 12), at=NOON.at))
        coming = write.put(Shared(recipient="Ruth", until=date(2026, 5, 29), at=NOON.at - 1))
    home = stage.page.home
    home.table.select(passed.id)
    assert "Was meant until 12 May" in texts(stage)
    assert "overdue" not in texts(stage)
    home.table.select(coming.id)
    assert "Meant until 29 May" in texts(stage)
    said = [home.table.lines.index(row, PURPOSE).data(SPOKEN) for row in range(2)]
    assert said == ["Purpose: . Was meant until 12 May", "Purpose: "]


def test_the_ledger_is_copied_in_full(stage: Stage[SharePage], vault: Vault) -> None:
    lines = put_lines(vault, 2, "Ruth")
    packs.mark(vault, lines[0], Mark.REVOKED)
    packs.mark(vault, lines[0], Mark.DELETED)
    table = stage.page.home.table
    table.setFocus()
    QApplication.sendEvent(
        table,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    )
    head, first, second = (
        line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()
    )
    told = dict(zip(head, first, strict=True))
    assert told["Purpose"] == "Purpose 0"
    assert told["Withheld"] == "1 passage withheld"
    assert told["Fingerprint"] == f"{0:064x}"
    assert told["File"] == "Summary 0.pdf"
    assert told["What became of it"] == (
        "Asked to delete it, 20 May; They say it is deleted, 20 May"
    )
    assert dict(zip(head, second, strict=True))["What became of it"] == ""
    QGuiApplication.clipboard().clear()


# What changed since


def test_what_changed_is_told_in_words_and_spoken(
    stage: Stage[SharePage], vault: Vault, tmp_path: Path
) -> None:
    entry = journal.add(vault, EntryDraft(title="Planning day", body="I went quiet."))
    line = save(vault, tmp_path / "First.pdf", entry)
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body="I spoke up."))
    stage.page.home.table.select(line.id)
    (words,) = stage.page.home.pane.findChildren(ChangedWords)
    assert words.text() == "20 May 2026\nI went quiet spoke up."
    assert words.accessibleName() == "Deleted: went quiet. Inserted: spoke up."
    assert "Ruth's copy still reads as it did. It cannot be taken back." in texts(stage)
    (card,) = stage.page.home.pane.findChildren(ChangesCard)
    assert card.all.isHidden()


def test_all_of_it_is_in_a_sheet_that_is_freed(
    stage: Stage[SharePage], vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    long = " ".join(f"word{number}" for number in range(200))
    entry = journal.add(vault, EntryDraft(title="Planning day", body=f"{long} quiet {long}"))
    line = save(vault, tmp_path / "First.pdf", entry)
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body=f"x {long} loud {long} y"))
    stage.page.home.table.select(line.id)
    (card,) = stage.page.home.pane.findChildren(ChangesCard)
    (words,) = card.findChildren(ChangedWords)
    assert len(words.text()) < 300
    card.all.click()
    (sheet,) = stage.page.findChildren(ChangesSheet)
    text = sheet.view.toPlainText()
    assert text.startswith("Planning day: text\n20 May 2026\nx word0")
    assert text.endswith("word199 y")
    sheet.next.click()
    assert "Change 1 of" in sheet._place.text()
    sheet.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))


def test_long_texts_are_compared_off_this_thread(
    stage: Stage[SharePage], vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    body = "I waited for an answer. " * (AT_ONCE // 24 + 1)
    entry = journal.add(vault, EntryDraft(title="Planning day", body=body))
    line = save(vault, tmp_path / "First.pdf", entry)
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body=f"{body} And then"))
    stage.page.home.table.select(line.id)
    waiting = {label.text() for label in stage.page.home.pane.findChildren(Label)}
    assert "Comparing\u2026" in waiting
    qtbot.waitUntil(lambda: bool(stage.page.home.pane.findChildren(ChangedWords)))
    (words,) = stage.page.home.pane.findChildren(ChangedWords)
    assert words.accessibleName() == "Inserted: And then."


def test_what_was_deleted_for_good_keeps_its_line(
    stage: Stage[SharePage], vault: Vault, tmp_path: Path
) -> None:
    entry = journal.add(vault, EntryDraft(title="Planning day", body="I went quiet."))
    line = save(vault, tmp_path / "First.pdf", entry)
    journal.delete(vault, entry.id)
    trash.purge(vault, Kind.ENTRY, entry.id)
    stage.page.home.table.select(line.id)
    assert "Planning day" in texts(stage)
    assert "Deleted for good" in texts(stage)
    assert stage.page.home.pane.findChildren(ChangesCard) == []


def test_words_that_the_vault_does_not_know_any_more_are_not_made_up(
    stage: Stage[SharePage], vault: Vault
) -> None:
    entry = journal.add(vault, EntryDraft(title="Day", body="I spoke."))
    (line,) = put_lines(vault, 1, "Ruth")
    shared = vault.read.get(Shared, line)
    item = replace(shared.items[0], id=entry.id)
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(replace(shared, id=Id("other"), created=0, items=(item,)))
    stage.page.home.table.select(Id("other"))
    assert "What it said on 20 May is not in this vault any more." in texts(stage)


# The detail


def test_the_detail_says_what_it_was_and_what_was_withheld(
    stage: Stage[SharePage], vault: Vault
) -> None:
    (line,) = put_lines(vault, 1, "Ruth")
    shared = replace(vault.read.get(Shared, line), id=Id("other"), created=0, unnamed=2)
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(replace(shared, passphrase=True))
    stage.page.home.table.select(Id("other"))
    said = texts(stage)
    assert "My own choice, for: Purpose 0" in said
    assert "2 names replaced by roles" in said
    assert "Text. 1 passage withheld" in said
    assert "with a passphrase" in said


def test_a_change_keeps_the_focus_where_it_was(stage: Stage[SharePage], vault: Vault) -> None:
    (line,) = put_lines(vault, 1, "Ruth")
    stage.page.home.table.select(line)
    head = stage.page.home.pane.findChildren(LedgerHead)[0]
    head.mark.setFocus()
    packs.mark(vault, line, Mark.EXPIRED)
    stage.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not head.mark
    assert getattr(focused, "text", str)() == "Mark as\u2026"


def test_nothing_is_current_until_it_is_chosen(stage: Stage[SharePage], vault: Vault) -> None:
    put_lines(vault, 1, "Ruth")
    assert stage.page.home.table.current_id() == NO_ID
    assert not stage.page.home.pane.isVisible()
