"""Selecting from the texts of an item."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.packs import Passage
from app.sharing.texts import FieldText
from ui.share.passage_text import PassageText
from ui.theme import ThemeSource

pytestmark = pytest.mark.qt
TEXTS = (
    FieldText("title", ("Planning day",)),
    FieldText("body", ("I had 🙂 the number.\nI did not say it.", "Dev knew too.")),
    FieldText("check_ins", ("Barely",), day=date(2026, 4, 1)),
    FieldText("check_ins", ("Dev knew",), day=date(2026, 5, 6)),
)
HEADINGS = ("Title", "Text", "Check-in", "Check-in")
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot, look: ThemeSource) -> PassageText:
    assert look.theme.scheme == "light"
    view = PassageText("What leaves")
    qtbot.addWidget(view)
    view.show_texts(TEXTS, HEADINGS)
    view.resize(500, 400)
    view.show()
    return view


def press(view: PassageText, key: Qt.Key, *modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= each
    for _ in range(times):
        QTest.keyClick(view, key, held)


def test_it_reads_as_the_item_does_with_each_heading_once(view: PassageText) -> None:
    assert view.toPlainText().split("\n") == [
        "Title",
        "Planning day",
        "Text",
        "I had 🙂 the number.",
        "I did not say it.",
        "Dev knew too.",
        "Check-in",
        "Barely",
        "Dev knew",
    ]
    assert view.isReadOnly()


def test_the_keyboard_selects_from_where_the_caret_waits_in_the_first_text(
    view: PassageText,
) -> None:
    press(view, Qt.Key.Key_Right, CONTROL, SHIFT, times=2)
    (found,) = view.selected()
    assert (found.text, found.words, found.whole) == (TEXTS[1], "I had", False)
    press(view, Qt.Key.Key_End, CONTROL, SHIFT)
    assert [each.words for each in view.selected()] == [TEXTS[1].words, "Barely", "Dev knew"]


def test_a_selection_over_headings_falls_apart_into_texts_that_are_whole_or_not(
    view: PassageText,
) -> None:
    view.selectAll()
    assert [each.text for each in view.selected()] == list(TEXTS)
    assert all(each.whole for each in view.selected())


def test_what_is_selected_has_no_space_around_it(view: PassageText) -> None:
    press(view, Qt.Key.Key_Right, times=len("I"))
    press(view, Qt.Key.Key_Right, SHIFT, times=len(" had "))
    assert [each.words for each in view.selected()] == ["had"]
    press(view, Qt.Key.Key_Left, SHIFT, times=len(" had "))
    press(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected() == ()


def test_more_is_selected_by_itself_up_to_all_of_one_text(view: PassageText) -> None:
    told = []
    for _ in range(5):
        view.grow()
        told.append(view.selected()[0].words)
    first, rest = TEXTS[1].paragraphs
    assert told == ["I", *(told[1:2]), first, f"{first}\n{rest}", f"{first}\n{rest}"]
    assert told[1] == "I had 🙂 the number."


def test_on_a_heading_more_is_of_the_text_below_it(view: PassageText) -> None:
    press(view, Qt.Key.Key_Home, CONTROL)
    view.grow()
    assert [each.words for each in view.selected()] == ["Planning"]


def test_what_is_withheld_is_struck_through_wherever_it_stands(view: PassageText) -> None:
    view.mark((Passage("dev KNEW"), Passage("the number"), Passage("of another time")))
    struck = view.extraSelections()
    words = sorted(each.cursor.selectedText() for each in struck)
    assert words == ["Dev knew", "Dev knew", "the number"]
    assert all(each.format.fontStrikeOut() for each in struck)


def test_another_theme_keeps_the_selection_and_what_is_struck(
    view: PassageText, look: ThemeSource
) -> None:
    view.mark((Passage("the number"),))
    view.grow()
    look.choose_scheme("dark")
    look.choose_scale(1.5)
    assert [each.words for each in view.selected()] == ["I"]
    (struck,) = view.extraSelections()
    assert struck.cursor.selectedText() == "the number"


def test_what_is_copied_is_plain_and_not_remembered(view: PassageText) -> None:
    view.selectAll()
    view.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == view.toPlainText()
    assert not data.hasHtml()
    assert data.hasFormat("x-kde-passwordManagerHint")


def test_the_caret_is_seen_although_nothing_can_be_typed(
    view: PassageText, look: ThemeSource, qtbot: QtBot
) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    press(view, Qt.Key.Key_End)
    caret = view.cursorRect().center()
    painted = view.viewport().grab().toImage().pixelColor(caret.x(), caret.y())
    assert painted.name() != look.theme.colours.raised.name()
    assert view.cursorWidth() == 2


def test_tab_leaves_it(view: PassageText) -> None:
    assert view.tabChangesFocus()


def test_no_text_at_all_is_no_trouble(view: PassageText) -> None:
    view.show_texts((), ())
    view.grow()
    assert view.selected() == ()
