"""Finding and replacing above a text: every hit lit in its place, all replaced in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.journal_desk import Desk, add, opened
from tests.vaults import new_vault
from ui.journal.keys import REPLACE_KEYS
from ui.journal.narrowing import Narrowing
from ui.theme import ThemeSource
from ui.widgets.find_bar import FindBar
from ui.widgets.prose_editor import ProseEditor

pytestmark = [pytest.mark.qt]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY = "🔒 Été, *ete*.\n\nE\u0301te\u0301 and steten 🔒 ete"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page with one entry that is open to write in."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "One", 1, body=BODY)
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    desk.page.activateWindow()
    desk.editor.focus_text()
    qtbot.waitUntil(desk.editor.sheet.prose.hasFocus)
    yield desk
    desk.jobs.stop()


@pytest.fixture
def prose(desk: Desk) -> ProseEditor:
    return desk.editor.sheet.prose


@pytest.fixture
def bar(desk: Desk) -> FindBar:
    return desk.editor.finding.bar


def find(prose: ProseEditor, bar: FindBar, words: str) -> None:
    """Press Ctrl+F and type."""
    QTest.keyClick(prose, KEY.Key_F, CTRL)
    bar.field.clear()
    bar.field.setText(words)


def lit(page: QPlainTextEdit | QTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in page.extraSelections()]


def framed(page: QPlainTextEdit | QTextEdit) -> list[int]:
    marks = page.extraSelections()
    return [
        at
        for at, mark in enumerate(marks)
        if mark.format.hasProperty(QTextFormat.Property.OutlinePen)
    ]


def test_every_hit_is_lit_whatever_its_accents_and_one_has_a_frame(
    prose: ProseEditor, bar: FindBar
) -> None:
    find(prose, bar, "été")

    assert lit(prose) == ["Été", "ete", "E\u0301te\u0301", "ete", "ete"]
    assert framed(prose) == [0]
    assert bar.count.text() == "1 of 5"


def test_f3_and_enter_go_round(prose: ProseEditor, bar: FindBar) -> None:
    find(prose, bar, "ete")

    QTest.keyClick(bar.field, KEY.Key_Return)
    assert bar.count.text() == "2 of 5"
    QTest.keyClick(bar.field, KEY.Key_F3)
    assert bar.count.text() == "3 of 5"
    for _ in range(3):
        QTest.keyClick(bar.field, KEY.Key_F3, SHIFT)
    assert bar.count.text() == "5 of 5"
    QTest.keyClick(bar.field, KEY.Key_Return, SHIFT)
    assert (bar.count.text(), framed(prose)) == ("4 of 5", [3])


def test_case_and_whole_words_narrow(prose: ProseEditor, bar: FindBar) -> None:
    find(prose, bar, "ete")

    bar.whole.click()
    assert len(lit(prose)) == 4
    bar.case.click()
    assert lit(prose) == ["ete", "ete"]


def test_nothing_found_is_said_and_empties_the_lights(prose: ProseEditor, bar: FindBar) -> None:
    find(prose, bar, "nowhere")

    assert (bar.count.text(), lit(prose)) == ("Not found", [])
    assert not bar.next.isEnabled()
    bar.field.clear()
    assert bar.count.text() == ""


def test_the_search_begins_with_what_is_selected_and_from_there(
    prose: ProseEditor, bar: FindBar
) -> None:
    start = BODY.index("ste") + 1
    prose.setTextCursor(prose.find_span(start, start + 3))

    QTest.keyClick(prose, KEY.Key_F, CTRL)

    assert (bar.field.text(), bar.count.text()) == ("tet", "1 of 1")
    bar.field.setText("ete")
    assert bar.count.text() == "4 of 5"


@pytest.mark.parametrize("in_text", [True, False])
def test_esc_returns_to_the_text_with_the_last_hit_selected(
    prose: ProseEditor, bar: FindBar, qtbot: QtBot, *, in_text: bool
) -> None:
    find(prose, bar, "and")
    if in_text:
        prose.setFocus()

    QTest.keyClick(prose if in_text else bar.field, KEY.Key_Escape)

    assert not bar.isVisible()
    qtbot.waitUntil(prose.hasFocus)
    assert prose.textCursor().selectedText() == "and"
    assert lit(prose) == []


def test_replacing_one_goes_to_the_next(prose: ProseEditor, bar: FindBar) -> None:
    QTest.keyClick(prose, KEY.Key_H, CTRL)
    bar.field.setText("ete")
    bar.words.setText("ete🔒")

    bar.one.click()
    assert prose.text() == BODY.replace("Été", "ete🔒")
    assert bar.count.text() == "2 of 5"
    bar.words.setFocus()
    QTest.keyClick(bar.words, KEY.Key_Return)
    assert prose.text() == BODY.replace("Été", "ete🔒").replace("*ete*", "*ete🔒*")


def test_replacing_all_is_one_step_and_says_how_many(
    desk: Desk, prose: ProseEditor, bar: FindBar
) -> None:
    find(prose, bar, "ete")
    QTest.keyClick(bar.field, KEY.Key_H, CTRL)
    bar.words.setText("🔒")

    bar.all.click()

    assert prose.text() == "🔒 🔒, *🔒*.\n\n🔒 and st🔒n 🔒 🔒"
    assert desk.said == ["5 passages replaced"]
    prose.undo()
    assert prose.text() == BODY
    desk.page.save()
    assert desk.entries[0].body == BODY


def test_what_stands_between_the_hits_stays_as_it_is(prose: ProseEditor, bar: FindBar) -> None:
    prose.set_text("a\u00a0b a\u00a0c\na")
    find(prose, bar, "a")
    bar.words.setText("🔒")

    bar.all.click()

    assert prose.text() == "🔒\u00a0b 🔒\u00a0c\n🔒"


def test_typing_in_the_text_moves_the_hits_along(
    prose: ProseEditor, bar: FindBar, qtbot: QtBot
) -> None:
    find(prose, bar, "ete")

    prose.setTextCursor(prose.find_span(0, 0))
    QTest.keyClicks(prose, "ete ")

    qtbot.waitUntil(lambda: bar.count.text() == "1 of 6")
    assert len(lit(prose)) == 6


def test_the_reading_view_is_searched_and_not_replaced_in(
    desk: Desk, bar: FindBar, prose: ProseEditor
) -> None:
    desk.editor.toggle_reading()
    view = desk.editor.sheet.view

    QTest.keyClick(view, KEY.Key_H, CTRL)
    bar.field.setText("été, ete")

    assert lit(view) == ["Été, ete"]
    assert not bar.words.isVisible()
    desk.editor.toggle_reading()
    assert (lit(view), bar.count.text()) == ([], "Not found")
    bar.field.setText("*ete*")
    assert lit(prose) == ["*ete*"]


def test_in_a_long_text_only_what_is_seen_is_lit(prose: ProseEditor, bar: FindBar) -> None:
    prose.set_text("word\n" * 3000)

    find(prose, bar, "word")
    assert bar.count.text() == "1 of 3000"
    assert 10 < len(lit(prose)) < 60

    QTest.keyClick(bar.field, KEY.Key_F3, SHIFT)
    assert bar.count.text() == "3000 of 3000"
    assert framed(prose) == [len(lit(prose)) - 1]


def test_another_entry_is_searched_when_it_is_opened(
    desk: Desk, prose: ProseEditor, bar: FindBar, qtbot: QtBot
) -> None:
    other = add(desk.vault, "Two", 0, body="ete")
    find(prose, bar, "ete")

    desk.page._open(other.id)

    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    assert lit(prose) == ["ete"]


def test_in_the_list_the_same_keys_filter_it(desk: Desk, bar: FindBar) -> None:
    rows = desk.page._browser.rows
    rows.setFocus()

    QTest.keyClick(rows, KEY.Key_F, CTRL)

    assert opened(Narrowing).isVisible()
    assert not bar.isVisible()
    opened(Narrowing).close()


def test_the_keys_are_those_of_the_system() -> None:
    assert REPLACE_KEYS in {"Ctrl+H", "Ctrl+Alt+F"}


def test_tab_and_the_keys_again_go_from_the_words_to_those_in_their_place(
    prose: ProseEditor, bar: FindBar
) -> None:
    QTest.keyClick(prose, KEY.Key_H, CTRL)
    assert bar.field.hasFocus()
    QTest.keyClick(bar.field, KEY.Key_Tab)
    assert bar.words.hasFocus()
    QTest.keyClick(bar.words, KEY.Key_Tab, SHIFT)
    assert bar.field.hasFocus()
    QTest.keyClick(bar.field, KEY.Key_H, CTRL)
    assert bar.words.hasFocus()
