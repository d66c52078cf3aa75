"""Formatting by keys: each is one step, most are their own inverse, and none loses a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.prose_styles import prose_style
from ui.widgets.prose_editor import ProseEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NO_KEY = Qt.KeyboardModifier.NoModifier
MARKS = st.sampled_from(
    [
        "\n",
        "- ",
        "1. ",
        "- [ ] ",
        "- [x] ",
        "> ",
        "# ",
        "    ",
        "**",
        "*",
        "`",
        "~~",
        "```\n",
        "[a](b)",
    ]
) | st.sampled_from(["a", "b c", "é", "🔒", "日", "|", "\t"])
TEXTS = st.lists(MARKS, max_size=16).map("".join)


@pytest.fixture
def editor(qtbot: QtBot) -> ProseEditor:
    made = ProseEditor(prose_style())
    qtbot.addWidget(made)
    made.resize(764, 600)
    made.show()
    made.setFocus()
    return made


def write(editor: ProseEditor, text: str) -> None:
    """Show `text` with the cursor at `^`, or at its end; a second `^` ends a selection."""
    before, *more = text.split("^")
    editor.set_text(text.replace("^", ""))
    start = len(before) if more else len(text)
    end = start + (len(more[0]) if len(more) > 1 else 0)
    editor.setTextCursor(editor.find_span(start, end))


def press(editor: ProseEditor, keys: str) -> None:
    """Do what these keys do."""
    action = next(a for a in editor.actions() if a.shortcut() == QKeySequence(keys))
    action.trigger()


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("a^", "Ctrl+Alt+2", "## a"),
        ("## a", "Ctrl+Alt+2", "a"),
        ("# a", "Ctrl+Alt+3", "### a"),
        ("# a", "Ctrl+Alt+0", "a"),
        ("a", "Ctrl+Alt+0", "a"),
        ("> a", "Ctrl+Alt+1", "> # a"),
        ("- a", "Ctrl+Alt+1", "# a"),
        ("^a\n\nb^\nc", "Ctrl+Shift+8", "- a\n\n- b\nc"),
        ("^- a\n\n- b^", "Ctrl+Shift+8", "a\n\nb"),
        ("^- a\n  - b\n- c^", "Ctrl+Shift+7", "1. a\n  1. b\n2. c"),
        ("1. a", "Ctrl+Shift+9", "- [ ] a"),
        ("- [x] a", "Ctrl+Shift+9", "a"),
        ("- [x] a", "Ctrl+Shift+8", "- a"),
        ("", "Ctrl+Shift+8", "- "),
        ("# a", "Ctrl+Shift+8", "- a"),
        ("> a", "Ctrl+Shift+8", "> - a"),
        ("^a\nb\n^c", "Ctrl+Shift+.", "> a\n> b\nc"),
        ("^> a\n>b^", "Ctrl+Shift+.", "a\nb"),
        ("- [ ] a", "Ctrl+Shift+Return", "- [x] a"),
        ("^- [x] a\n- [ ] b^", "Ctrl+Shift+Return", "- [x] a\n- [x] b"),
        ("^- [x] a\n  - [x] b^", "Ctrl+Shift+Return", "- [ ] a\n  - [ ] b"),
        ("a", "Ctrl+Shift+Return", "- [ ] a"),
        ("a ^b^ c", "Ctrl+Shift+X", "a ~~b~~ c"),
        ("a ~~^b^~~ c", "Ctrl+Shift+X", "a b c"),
        ("a ^`b`^ c", "Ctrl+Shift+C", "a b c"),
        ("a ^b^", "Ctrl+Shift+K", "a [b]()"),
        ("a ^[b](https://c)^", "Ctrl+Shift+K", "a b"),
        ("^https://c.org^", "Ctrl+Shift+K", "[](https://c.org)"),
        ("^a\nb^", "Ctrl+Shift+K", "a\nb"),
        ("a\n^b\nc^\nd", "Alt+Up", "b\nc\na\nd"),
        ("a\n^b\nc^\nd", "Alt+Down", "a\nd\nb\nc"),
        ("a\nb", "Alt+Up", "b\na"),
        ("a^\nb", "Alt+Up", "a\nb"),
        ("a\nb", "Alt+Down", "a\nb"),
    ],
)
def test_keys_format_the_selected_lines_in_one_step(
    editor: ProseEditor, text: str, keys: str, expected: str
) -> None:
    write(editor, text)

    press(editor, keys)

    assert editor.text() == expected
    editor.undo()
    assert editor.text() == text.replace("^", "")


def test_moved_lines_stay_selected(editor: ProseEditor) -> None:
    write(editor, "🔒\n^b\nc^\nd")

    for keys in ("Alt+Up", "Alt+Down", "Alt+Down", "Alt+Up"):
        press(editor, keys)
        assert editor.textCursor().selectedText() == "b\u2029c"

    assert editor.text() == "🔒\nb\nc\nd"


def test_a_link_begins_where_its_other_half_goes(editor: ProseEditor) -> None:
    write(editor, "^b^")
    press(editor, "Ctrl+Shift+K")
    QTest.keyClicks(editor, "x")
    assert editor.text() == "[b](x)"

    write(editor, "^https://c.org^")
    press(editor, "Ctrl+Shift+K")
    QTest.keyClicks(editor, "x")
    assert editor.text() == "[x](https://c.org)"


def test_the_keys_reach_the_text(editor: ProseEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    write(editor, "a")

    QTest.keyClick(
        editor,
        Qt.Key.Key_X,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert editor.text() == "a~~~~"


def test_a_sign_typed_with_alt_gr_is_typed(editor: ProseEditor) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    typed = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_0, both, "@")
    pressed = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_0, both, "")
    for event in (typed, pressed):
        event.ignore()
        QApplication.sendEvent(editor, event)

    assert typed.isAccepted()
    assert not pressed.isAccepted()


def test_the_menu_names_every_format_with_its_keys(editor: ProseEditor) -> None:
    menu = editor.context_menu()
    format_menu = next(m for m in menu.findChildren(QMenu) if m.title() == "Format")

    actions = [action for action in format_menu.actions() if not action.isSeparator()]

    assert len(actions) == len(editor.actions()) == 16
    assert all(action.text() and not action.shortcut().isEmpty() for action in actions)
    menu.close()


def test_nothing_is_formatted_in_a_text_that_is_read_only(editor: ProseEditor) -> None:
    write(editor, "^a^")
    editor.setReadOnly(True)

    for action in editor.actions():
        action.trigger()

    assert editor.text() == "a"


def test_a_click_on_a_box_checks_it_and_elsewhere_sets_the_cursor(editor: ProseEditor) -> None:
    editor.set_text("- [ ] a\n> - [x] b\n```\n- [ ] c\n```")
    places = [editor.cursorRect(editor.find_span(at, at)).center() for at in (4, 14, 24)]

    for place in places:
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
    assert editor.text() == "- [x] a\n> - [ ] b\n```\n- [ ] c\n```"

    beside = editor.cursorRect(editor.find_span(7, 7)).center() + QPoint(1, 0)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, NO_KEY, beside)
    assert editor.text().startswith("- [x] a")
    assert editor.selected_span() == (7, 7)


@pytest.mark.parametrize(
    ("text", "pasted", "expected"),
    [
        ("a ^b^ c", " https://d.org/e\n", "a [b](https://d.org/e) c"),
        ("a ^", "https://d.org", "a https://d.org"),
        ("^a\nb^", "https://d.org", "https://d.org"),
        ("^https://a.org^", "https://d.org", "https://d.org"),
        ("a ^b^", "javascript:x", "a javascript:x"),
        ("- a\n- ^", "- b\n- c", "- a\n- b\n- c"),
        ("- a\n    1. ^", "- b\n\n  - c", "- a\n    - b\n\n      - c"),
        ("> - ^", "- b\n- c", "> - b\n> - c"),
        ("- a^", "- b", "- a- b"),
        ("^", "a\tb\r\nc\rd\u2029e", "a\tb\nc\nd\ne"),
    ],
)
def test_pasted_text_fits_in_where_it_goes(
    editor: ProseEditor, text: str, pasted: str, expected: str
) -> None:
    data = QMimeData()
    data.setText(pasted)
    write(editor, text)

    editor.insertFromMimeData(data)

    assert editor.text() == expected
    editor.undo()
    assert editor.text() == text.replace("^", "")


WHOLE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


@WHOLE
@given(TEXTS, st.data())
def test_no_text_makes_an_action_fail_and_undo_returns_every_past_text(
    editor: ProseEditor, text: str, data: st.DataObject
) -> None:
    editor.set_text(text)
    texts = [text]
    for _ in range(data.draw(st.integers(1, 6))):
        whole = len(editor.text())
        span = sorted(data.draw(st.tuples(st.integers(0, whole), st.integers(0, whole))))
        editor.setTextCursor(editor.find_span(*span))
        action = data.draw(st.sampled_from(editor.actions()))
        action.trigger()
        if editor.text() != texts[-1]:
            texts.append(editor.text())

    for past in reversed(texts[:-1]):
        editor.undo()
        assert editor.text() == past
    for later in texts[1:]:
        editor.redo()
        assert editor.text() == later


@WHOLE
@given(st.text("ab é🔒日\n", max_size=30), st.data())
def test_a_format_taken_back_by_its_own_keys_leaves_the_text(
    editor: ProseEditor, text: str, data: st.DataObject
) -> None:
    editor.set_text(text)
    span = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    editor.setTextCursor(editor.find_span(*span))
    keys = data.draw(
        st.sampled_from(["Ctrl+Shift+7", "Ctrl+Shift+8", "Ctrl+Shift+9", "Ctrl+Shift+."])
    )

    press(editor, keys)
    changed = editor.text()
    press(editor, keys)

    assert changed != text
    assert editor.text() == text


@WHOLE
@given(TEXTS, st.integers(0, 40))
def test_lines_move_up_and_down_again(editor: ProseEditor, text: str, place: int) -> None:
    editor.set_text(text)
    editor.setTextCursor(editor.find_span(min(place, len(text)), min(place, len(text))))
    last = editor.textCursor().block() == editor.document().lastBlock()
    press(editor, "Alt+Down")

    assert sorted(editor.text().split("\n")) == sorted(text.split("\n"))
    if not last:
        press(editor, "Alt+Up")
    assert editor.text() == text


def test_the_cursor_stays_in_a_line_that_is_made_an_item(editor: ProseEditor) -> None:
    write(editor, "a^b")

    press(editor, "Ctrl+Shift+8")

    assert editor.selected_span() == (3, 3)
    editor.moveCursor(QTextCursor.MoveOperation.End)
