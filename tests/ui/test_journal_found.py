from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from app.domain.entries import Entry
from tests.ui.journal_desk import Desk, add
from tests.vaults import new_vault
from ui.context import FOUND, Destination

TEXT = "\n".join(["Line"] * 80 + ["🎭 The Café and the cafe."])


@pytest.fixture
def desk(qtbot: QtBot, look: object, tmp_path: Path) -> Iterator[Desk]:
    assert look
    vault = new_vault(tmp_path / "v.greenroom")
    add(vault, "A café", body=TEXT)
    add(vault, "Other", body="cafe")
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.page.save()
    vault.close()


def entry(desk: Desk, title: str) -> Entry:
    return next(each for each in desk.entries if each.title == title)


def find(desk: Desk, title: str, words: str) -> None:
    desk.page.arrive(Destination("journal", entry(desk, title).id, detail=f"{FOUND}{words}"))


def lit(widget: QPlainTextEdit | QTextBrowser) -> list[str]:
    return [m.cursor.selectedText() for m in widget.extraSelections() if m.cursor.hasSelection()]


def test_every_hit_is_lit_in_title_and_text_and_the_first_is_in_sight(desk: Desk) -> None:
    find(desk, "A café", "cafe")
    sheet = desk.editor.sheet
    assert lit(sheet.title) == ["café"]
    assert lit(sheet.prose) == ["Café", "cafe"]
    assert sheet.prose.textCursor().block().text().startswith("🎭")
    assert sheet.prose.verticalScrollBar().value() > 0
    assert not sheet.prose.textCursor().hasSelection()
    assert desk.page.focusWidget() is sheet.prose
    assert all(mark.format.fontUnderline() for mark in sheet.prose.extraSelections())


def test_escape_puts_the_marks_out(desk: Desk) -> None:
    find(desk, "A café", "cafe")
    prose = desk.editor.sheet.prose
    QTest.keyClick(prose, Qt.Key.Key_Escape)
    assert lit(prose) == lit(desk.editor.sheet.title) == []
    assert desk.editor.sheet.draft().body == TEXT


def test_another_entry_has_no_marks(desk: Desk) -> None:
    find(desk, "A café", "cafe")
    desk.page.arrive(Destination("journal", entry(desk, "Other").id))
    assert lit(desk.editor.sheet.prose) == lit(desk.editor.sheet.title) == []


def test_the_entry_that_is_open_is_lit_as_well(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", entry(desk, "Other").id))
    find(desk, "Other", "caf #tag")
    assert lit(desk.editor.sheet.prose) == ["caf"]


def test_the_reading_view_is_lit_where_it_is_shown(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", entry(desk, "Other").id))
    desk.editor.toggle_reading()
    find(desk, "A café", '"the cafe"')
    assert lit(desk.editor.sheet.view) == ["The Café", "the cafe"]
    QTest.keyClick(desk.editor.sheet.view, Qt.Key.Key_Escape)
    assert lit(desk.editor.sheet.view) == []


def test_typing_keeps_the_marks_on_their_words(desk: Desk) -> None:
    find(desk, "Other", "cafe")
    prose = desk.editor.sheet.prose
    QTest.keyClicks(prose, "x ")
    assert lit(prose) == ["cafe"]
    assert desk.editor.sheet.draft().body == "x cafe"
