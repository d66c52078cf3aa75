"""Writing: what keys do, what leaves by the clipboard, how lines stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.prose import Template
from tests.ui.prose_styles import larger, prose_style
from ui.widgets.prose_clipboard import EXCLUSIONS
from ui.widgets.prose_column import Column
from ui.widgets.prose_editor import ProseEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY = "## Today\n_One moment._\n"


@pytest.fixture
def editor(qtbot: QtBot) -> ProseEditor:
    made = ProseEditor(prose_style())
    qtbot.addWidget(made)
    made.resize(764, 600)
    made.show()
    return made


def write(editor: ProseEditor, text: str) -> None:
    """Show `text` with the cursor at `|`, or at its end; a second `|` ends a selection."""
    before, *more = text.split("|")
    editor.set_text(text.replace("|", ""))
    start = len(before) if more else len(text)
    end = start + (len(more[0]) if len(more) > 1 else 0)
    editor.setTextCursor(editor.find_span(start, end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", "- a\n- "),
        ("- a|b", "- a\n- b"),
        ("- ", ""),
        ("9. a", "9. a\n10. "),
        ("- [x] a", "- [x] a\n- [ ] "),
        ("- [ ] ", ""),
        ("    - ", "- "),
        ("> é🔒", "> é🔒\n> "),
        ("> ", ""),
        ("|- a", "\n- a"),
        ("a", "a\n"),
        ("> - é", "> - é\n> - "),
        ("> 1. [x] a", "> 1. [x] a\n> 2. [ ] "),
        ("> a\n> - ", "> a\n> "),
        (">     - ", "> - "),
        ("- > a", "- > a\n- "),
        ("- a\n    - [ ] b|", "- a\n    - [ ] b\n    - [ ] "),
        ("```\n- a", "```\n- a\n"),
        ("- a|bc|", "- a\n"),
    ],
)
def test_enter_goes_on_with_lists_and_ends_empty_items(
    editor: ProseEditor, text: str, expected: str
) -> None:
    write(editor, text)

    QTest.keyClick(editor, Qt.Key.Key_Return)

    assert editor.text() == expected


def test_what_enter_did_is_undone_at_once(editor: ProseEditor) -> None:
    write(editor, "- a")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    editor.undo()

    assert editor.text() == "- a"


def test_shift_enter_begins_a_plain_line(editor: ProseEditor) -> None:
    write(editor, "- a")

    QTest.keyClick(editor, Qt.Key.Key_Return, SHIFT)

    assert editor.text() == "- a\n"
    assert editor.blockCount() == 2


@pytest.mark.parametrize(
    ("text", "key", "mark", "expected"),
    [
        ("a |b| c", Qt.Key.Key_B, "b", "a **b** c"),
        ("a |b| c", Qt.Key.Key_I, "b", "a *b* c"),
        ("a **|b|** c", Qt.Key.Key_B, "b", "a b c"),
        ("a |**b**| c", Qt.Key.Key_B, "b", "a b c"),
        ("a **|b|** c", Qt.Key.Key_I, "b", "a ***b*** c"),
        ("a ***|b|*** c", Qt.Key.Key_I, "b", "a **b** c"),
        ("🔒 | é🔒 |", Qt.Key.Key_B, "é🔒", "🔒  **é🔒** "),
        ("a |", Qt.Key.Key_B, "", "a ****"),
        ("|a\n\nb|", Qt.Key.Key_I, "*a*\u2029\u2029*b*", "*a*\n\n*b*"),
        ("|*a*\n*b*|", Qt.Key.Key_I, "a\u2029b", "a\nb"),
    ],
)
def test_bold_and_italic_are_put_on_and_taken_off(
    editor: ProseEditor, text: str, key: Qt.Key, mark: str, expected: str
) -> None:
    write(editor, text)

    QTest.keyClick(editor, key, CTRL)

    assert editor.text() == expected
    assert editor.textCursor().selectedText() == mark


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_B, "meant", Qt.Key.Key_B, " it"], "**meant** it"),
        ([Qt.Key.Key_I, "meant", Qt.Key.Key_I, " it"], "*meant* it"),
        ([Qt.Key.Key_B, Qt.Key.Key_I, "so", Qt.Key.Key_I, Qt.Key.Key_B, "!"], "***so***!"),
        ([Qt.Key.Key_B, "a ", Qt.Key.Key_I, "b", Qt.Key.Key_I, Qt.Key.Key_B, "!"], "**a *b***!"),
        ([Qt.Key.Key_B, Qt.Key.Key_B, "x"], "x"),
        ([Qt.Key.Key_I, Qt.Key.Key_I, "x"], "x"),
        (["* ", Qt.Key.Key_I, "x", Qt.Key.Key_I, "y"], "* *x*y"),
        (["🔒 ", Qt.Key.Key_B, "🔒", Qt.Key.Key_B, "x"], "🔒 **🔒**x"),
    ],
)
def test_the_keys_that_begin_bold_words_end_them(
    editor: ProseEditor, keys: list[Qt.Key | str], expected: str
) -> None:
    for key in keys:
        if isinstance(key, str):
            editor.textCursor().insertText(key)
        else:
            QTest.keyClick(editor, key, CTRL)
    assert editor.text() == expected


def test_tab_moves_items_in_and_out(editor: ProseEditor) -> None:
    write(editor, "- |a\n- b|")

    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "    - a\n    - b"

    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.text() == "- a\n- b"


def test_in_a_field_among_others_tab_leaves_also_from_an_item(editor: ProseEditor) -> None:
    write(editor, "- a|")
    editor.takes_tabs = False
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "- a"


def test_tab_moves_a_quoted_item_behind_its_mark(editor: ProseEditor) -> None:
    write(editor, "> - a")

    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == ">     - a"

    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.text() == "> - a"


KEYS = st.sampled_from(
    [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_A]
)
LINES = st.lists(
    st.sampled_from(["- ", "> ", "1. ", "[ ] ", "    ", "| a |", "| - |", "```", "*", "é🔒", "\n"]),
    max_size=12,
).map("".join)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(text=LINES, keys=st.lists(st.tuples(st.integers(0, 60), KEYS), max_size=8))
def test_no_key_fails_in_any_text_and_undo_returns_to_it(
    editor: ProseEditor, text: str, keys: list[tuple[int, Qt.Key]]
) -> None:
    editor.set_text(text)
    for place, key in keys:
        at = min(place, len(editor.text()))
        editor.setTextCursor(editor.find_span(at, at))
        QTest.keyClick(editor, key)
    QApplication.processEvents()

    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.text() == text


@pytest.mark.parametrize("text", ["a", "> a", "```\n- a"])
def test_tab_leaves_the_editor_elsewhere(editor: ProseEditor, text: str) -> None:
    write(editor, text)

    QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert editor.text() == text


def test_typing_replaces_the_prompt_it_answers(editor: ProseEditor) -> None:
    editor.set_text(BODY, Template.of(BODY))
    editor.setTextCursor(editor.find_span(12, 12))

    QTest.keyClicks(editor, "Hi")

    assert editor.written() == "## Today\nHi\n"


def test_composed_and_pasted_text_answer_prompts_too(editor: ProseEditor) -> None:
    composed = QInputMethodEvent("", [])
    composed.setCommitString("日")
    pasted = QMimeData()
    pasted.setText("p")

    editor.set_text("_Ask._ b", Template.of("_Ask._"))
    editor.inputMethodEvent(composed)
    assert editor.text() == "日 b"

    editor.set_text("_Ask._ b", Template.of("_Ask._"))
    editor.insertFromMimeData(pasted)
    assert editor.text() == "p b"


def test_prompts_are_never_kept(editor: ProseEditor) -> None:
    editor.set_text(BODY, Template.of(BODY))

    assert editor.text() == BODY
    assert editor.written() == "## Today\n"


def test_only_typing_counts_as_an_edit(editor: ProseEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.set_text("*a*")
        editor.set_style(larger(prose_style()))
        editor.set_text("b", Template.of(BODY))
        QApplication.processEvents()

    with qtbot.waitSignal(editor.text_edited):
        QTest.keyClicks(editor, "x")


def test_another_text_cannot_be_undone_into_the_one_before(editor: ProseEditor) -> None:
    write(editor, "mine")
    QTest.keyClicks(editor, "x")
    editor.set_text("other")

    editor.undo()

    assert editor.text() == "other"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text("a\u00a0é🔒日ש\n\t*_`#> -", max_size=60))
def test_text_comes_back_as_it_was_given(editor: ProseEditor, text: str) -> None:
    editor.set_text(text)

    assert editor.text() == text


def test_a_selection_is_counted_in_characters(editor: ProseEditor) -> None:
    write(editor, "🔒é\n|🔒b|")

    assert editor.selected_span() == (3, 5)


def test_a_copy_is_plain_text_that_no_history_keeps(editor: ProseEditor) -> None:
    write(editor, "|**a**\n\u00a0b|")

    copied = editor.createMimeDataFromSelection()

    assert copied.text() == "**a**\n\u00a0b"
    assert set(copied.formats()) == {"text/plain", *EXCLUSIONS}
    assert bytes(copied.data("CanIncludeInClipboardHistory").data()) == b"\0\0\0\0"


def test_only_the_text_of_what_is_pasted_comes_in(editor: ProseEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>rich</b>")
    data.setText("plain\r\ntext")

    editor.insertFromMimeData(data)

    assert editor.text() == "plain\ntext"


def test_an_image_alone_is_not_pasted(editor: ProseEditor) -> None:
    data = QMimeData()
    data.setData("image/png", b"x")

    assert not editor.canInsertFromMimeData(data)


def test_the_keyboard_learns_nothing(editor: ProseEditor) -> None:
    hints = editor.inputMethodHints()

    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_every_line_has_the_same_height(editor: ProseEditor) -> None:
    editor.set_text("# Title\n\n" + "word " * 60 + "\n`code` 日本 🔒\n\nend")
    tops = []
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    while True:
        editor.setTextCursor(cursor)
        tops.append(editor.cursorRect().center().y())
        if not cursor.movePosition(QTextCursor.MoveOperation.Down):
            break

    assert len(tops) > 8
    assert all(abs(b - a - 29) <= 2 for a, b in pairwise(tops))
    assert abs(tops[-1] - tops[0] - 29 * (len(tops) - 1)) <= 2


def test_a_larger_style_has_larger_lines(editor: ProseEditor) -> None:
    editor.set_text("a\nb")
    editor.set_style(larger(prose_style()))

    height = editor.blockBoundingGeometry(editor.document().firstBlock()).height()

    assert height == 58


@pytest.mark.parametrize(
    ("width", "column", "expected"),
    [
        (764, Column(), (56, 644)),
        (1200, Column(), (56, 680)),
        (1200, Column(centred=True), (260, 680)),
        (400, Column(300, 20, 20), (20, 300)),
    ],
)
def test_text_keeps_to_its_column(
    editor: ProseEditor, width: int, column: Column, expected: tuple[int, int]
) -> None:
    editor.set_column(column)
    editor.resize(width, 400)

    assert (editor.viewport().x(), editor.viewport().width()) == expected


def test_the_column_is_mirrored_from_right_to_left(editor: ProseEditor) -> None:
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    editor.resize(1000, 400)

    assert editor.viewport().geometry().right() == 1000 - 56 - 1


def shown(editor: ProseEditor, colour: QColor) -> bool:
    image = editor.grab().toImage()
    return any(
        image.pixelColor(x, y) == colour
        for x in range(56, 300)
        for y in range(min(60, image.height()))
    )


def test_the_ghost_stands_in_an_empty_text_only(editor: ProseEditor) -> None:
    editor.set_text("")
    editor.set_ghost("IIII")
    assert shown(editor, prose_style().text_3)

    editor.set_text("a")
    assert not shown(editor, prose_style().text_3)


def test_found_passages_are_lit(editor: ProseEditor) -> None:
    editor.set_text("🔒 found")
    editor.mark_spans([(2, 7)])
    assert editor.extraSelections()[0].cursor.selectedText() == "found"
    assert shown(editor, prose_style().lamp_soft)

    editor.mark_spans([])
    assert not shown(editor, prose_style().lamp_soft)


def test_nothing_is_typed_into_a_text_that_is_read_only(editor: ProseEditor) -> None:
    write(editor, "- a")
    editor.setReadOnly(True)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_X):
        QTest.keyClick(editor, key)

    assert editor.text() == "- a"
