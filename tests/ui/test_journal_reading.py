"""Reading an entry: long texts arrive, the place stays, and boxes are checked in the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.entries import Entry
from app.prose import Template
from tests.ui.journal_desk import Desk, add
from tests.vaults import new_vault
from ui.journal.reading import LONG
from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt]
KEY = Qt.Key
LINES = [f"Line {number} of *many* words" for number in range(1200)]
LONG_TEXT = "\n\n".join(LINES) + "\n\n- [ ] last"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on a long entry and one with tasks, which is open."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Long", 1, body=LONG_TEXT)
    add(vault, "Tasks", 0, body="Do:\n\n- [ ] one 🔒\n- [x] two\n\n```\n- [ ] code\n```\n")
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def entry(desk: Desk, title: str) -> Entry:
    return next(entry for entry in desk.entries if entry.title == title)


def open_long(desk: Desk) -> None:
    assert len(LONG_TEXT) > LONG
    desk.page._open(entry(desk, "Long").id)


def top_of_view(desk: Desk) -> str:
    view = desk.editor.sheet.view
    return view.cursorForPosition(QPoint(0, 2)).block().text()


def test_a_long_text_is_seen_at_once_and_is_all_there_soon(desk: Desk, qtbot: QtBot) -> None:
    open_long(desk)
    view = desk.editor.sheet.view

    desk.editor.toggle_reading()

    assert view.toPlainText().startswith("Line 0 of many words")
    assert "Line 900" not in view.toPlainText()
    qtbot.waitUntil(lambda: "last" in view.toPlainText(), timeout=20_000)


def test_what_arrives_after_another_entry_was_opened_is_not_shown(desk: Desk, qtbot: QtBot) -> None:
    open_long(desk)
    desk.editor.toggle_reading()
    desk.page._open(entry(desk, "Tasks").id)

    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=20_000)

    assert desk.editor.sheet.view.toPlainText().startswith("Do:")


def test_the_place_stays_from_writing_to_reading_and_back(desk: Desk, qtbot: QtBot) -> None:
    open_long(desk)
    sheet = desk.editor.sheet
    block = sheet.prose.document().findBlockByNumber(2 * 600)
    sheet.prose.verticalScrollBar().setValue(block.firstLineNumber())

    desk.editor.toggle_reading()
    qtbot.waitUntil(lambda: top_of_view(desk) == "Line 600 of many words")
    qtbot.waitUntil(lambda: "last" in sheet.view.toPlainText(), timeout=20_000)
    assert top_of_view(desk) == "Line 600 of many words"

    desk.editor.toggle_reading()
    assert "Line 600 " in sheet.prose.firstVisibleBlock().text()


def test_a_box_is_checked_by_keys_in_the_text_and_in_the_view(desk: Desk) -> None:
    desk.editor.toggle_reading()
    view = desk.editor.sheet.view

    QTest.keyClick(view, KEY.Key_Tab)
    QTest.keyClick(view, KEY.Key_Space)

    assert "☑ one" in view.toPlainText()
    assert "- [x] one 🔒\n- [x] two" in desk.editor.sheet.prose.text()
    desk.page.save()
    assert "- [x] one 🔒" in entry(desk, "Tasks").body

    QTest.keyClick(view, KEY.Key_Space)
    QTest.keyClick(view, KEY.Key_Tab)
    QTest.keyClick(view, KEY.Key_Return)
    assert "- [ ] one 🔒\n- [ ] two\n\n```\n- [ ] code" in desk.editor.sheet.prose.text()


def test_a_box_is_checked_by_a_click(desk: Desk) -> None:
    desk.editor.toggle_reading()
    view = desk.editor.sheet.view
    cursor = view.document().find("☑")
    end = view.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    middle = (view.cursorRect(cursor).center() + end.center()) / 2

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert "☐ two" in view.toPlainText()
    assert "- [ ] two" in desk.editor.sheet.prose.text()


def test_a_checked_box_stays_checked_in_another_style(desk: Desk, look: ThemeSource) -> None:
    desk.editor.toggle_reading()
    desk.editor.sheet.view.task_toggled.emit(2)

    look.choose_scheme("dark")

    assert "☑ one" in desk.editor.sheet.view.toPlainText()


def test_boxes_of_a_long_text_are_right_before_all_of_it_is_there(desk: Desk) -> None:
    open_long(desk)
    sheet = desk.editor.sheet
    sheet.prose.verticalScrollBar().setValue(sheet.prose.verticalScrollBar().maximum())
    desk.editor.toggle_reading()
    box = sheet.view.document().find("☐")

    sheet.view.anchorClicked.emit(box.charFormat().anchorHref())

    assert sheet.prose.text() == LONG_TEXT.replace("[ ]", "[x]")
    assert "☑ last" in sheet.view.toPlainText()


def test_prompts_that_still_stand_do_not_move_the_boxes(desk: Desk) -> None:
    body = "_Ask._\n- [ ] _this_\n- [ ] a\n- [ ] b"
    prose = desk.editor.sheet.prose
    prose.set_text(body, Template.of("_Ask._\n- [ ] _this_"))
    assert prose.written() == "- [ ] a\n- [ ] b"

    prose.toggle_task(1)

    assert prose.text() == body.replace("[ ] b", "[x] b")
    prose.toggle_task(7)
    assert prose.text() == body.replace("[ ] b", "[x] b")
