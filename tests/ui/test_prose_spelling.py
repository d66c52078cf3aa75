"""Spelling in the editor: what is marked, when, and what the keys and the menu do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.prose import Template
from app.spelling import Speller
from tests.ui.prose_styles import prose_style
from ui.theme import ThemeSource
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.prose_spelling_menu import add_spelling, language_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt
KNOWN = {"a", "and", "good", "is", "it", "meeting", "one", "the", "today", "went", "well"}


class Book:
    """A language of a few words."""

    tag = "en_GB"

    def check(self, word: str) -> bool:
        """Whether it is one of them."""
        return word.lower() in KNOWN

    def suggest(self, word: str) -> Sequence[str]:
        """Always the same, and with a mark of a key in it."""
        return ("meeting", "me & you") if word.startswith("m") else ()


class Words(QObject):
    """A source of spelling that notes what it is told."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = True
        self.speller: Speller | None = Speller([Book()])
        self.found: tuple[str, ...] = ("de_DE", "en_GB")
        self.wanted = 0
        self.added: list[str] = []
        self.said: list[str] = []
        self.told: list[tuple[str, bool]] = []

    def chosen(self) -> tuple[str, ...]:
        """English."""
        return ("en_GB",)

    def want(self) -> None:
        """Count."""
        self.wanted += 1

    def switch(self, *, on: bool) -> None:
        """Note."""
        self.told.append(("", on))

    def choose(self, tag: str, *, on: bool) -> None:
        """Note."""
        self.told.append((tag, on))

    def add_word(self, word: str) -> None:
        """Take it for right."""
        self.added.append(word)
        assert self.speller is not None
        self.speller.set_personal(self.added)
        self.changed.emit()

    def say(self, words: str) -> None:
        """Note."""
        self.said.append(words)


@pytest.fixture
def source() -> Words:
    return Words()


@pytest.fixture
def editor(qtbot: QtBot, look: ThemeSource, source: Words) -> ProseEditor:
    assert look.theme
    made = ProseEditor(prose_style())
    qtbot.addWidget(made)
    made.resize(764, 600)
    made.show()
    made.spelling.follow(source)
    return made


def marked(editor: ProseEditor) -> list[str]:
    """The words with a wave, whether or not one is hidden because it is being typed."""
    cursor = QTextCursor(editor.document())
    found = []
    for start, end in editor.spelling.waves:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


def shows(qtbot: QtBot, editor: ProseEditor, *words: str) -> None:
    qtbot.waitUntil(lambda: marked(editor) == list(words))


def red(editor: ProseEditor) -> int:
    """How many points of the picture are drawn as a wave."""
    picture = editor.viewport().grab().toImage()
    points = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(40))
    return sum(point.red() > point.green() + 60 and point.red() > 150 for point in points)


def menu_words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def menu_of(editor: ProseEditor, place: int) -> QMenu:
    menu = editor.context_menu()
    add_spelling(menu, editor.spelling, editor.spelling.word_at(place))
    return menu


def press(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_misspelt_words_in_view_get_a_wave(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.set_text("The meetng went well\n\nToday is 🔒 good and wel")
    shows(qtbot, editor, "meetng", "wel")
    assert red(editor) > 20


def test_only_what_is_in_view_is_looked_at(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.set_text("\n".join(["A god meeting", *["It went well"] * 500, "The lastt one"]))
    shows(qtbot, editor, "god")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    shows(qtbot, editor, "lastt")


def test_code_and_prompts_are_left_alone(qtbot: QtBot, editor: ProseEditor) -> None:
    text = "_Wht went wel?_\n```\nimprt this\n```\n`imprt` and imprt"
    editor.set_text(text, Template.of("_Wht went wel?_\n"))
    shows(qtbot, editor, "imprt")
    assert editor.spelling.waves[0][0] == len(text) - len("imprt")


def test_the_word_being_typed_is_shown_once_the_caret_leaves_it(
    qtbot: QtBot, editor: ProseEditor
) -> None:
    QTest.keyClicks(editor, "The meetng")
    shows(qtbot, editor, "meetng")
    assert red(editor) == 0
    QTest.keyClick(editor, Qt.Key.Key_Home)
    assert red(editor) > 20


def test_the_first_word_of_another_text_is_not_taken_for_typed(
    qtbot: QtBot, editor: ProseEditor
) -> None:
    editor.set_text("Meetng went well")
    shows(qtbot, editor, "Meetng")
    assert red(editor) > 20


def test_a_wave_moves_with_its_word_and_goes_with_the_first_key_in_it(
    qtbot: QtBot, editor: ProseEditor
) -> None:
    editor.set_text("The meetng went wel")
    shows(qtbot, editor, "meetng", "wel")
    QTest.keyClicks(editor, "And ")
    assert marked(editor) == ["meetng", "wel"]
    editor.setTextCursor(editor.find_span(12, 12))
    QTest.keyClick(editor, Qt.Key.Key_I)
    assert marked(editor) == ["wel"]


def test_nothing_is_checked_while_a_key_is_handled(
    editor: ProseEditor, source: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert source.speller is not None

    def refuse(_text: str) -> None:
        raise AssertionError

    monkeypatch.setattr(source.speller, "read", refuse)
    editor.spelling._timer.stop()
    for key in "Teh meetng wnet":
        QTest.keyClicks(editor, key)
        editor.viewport().repaint()
    editor.spelling._timer.stop()


def test_the_speller_is_asked_for_only_when_there_is_something_to_check(
    qtbot: QtBot, editor: ProseEditor, source: Words
) -> None:
    source.speller = None
    source.changed.emit()
    qtbot.waitUntil(lambda: source.wanted > 0)
    source.speller = Speller([Book()])
    source.changed.emit()
    editor.set_text("wel")
    shows(qtbot, editor, "wel")


def test_off_takes_every_wave_away(qtbot: QtBot, editor: ProseEditor, source: Words) -> None:
    editor.set_text("wel")
    shows(qtbot, editor, "wel")
    source.on, source.speller = False, None
    source.changed.emit()
    assert marked(editor) == []


def test_f7_goes_from_one_to_the_next_and_round(
    editor: ProseEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            spoken.append(event.message())

    editor.set_text("The meetng\n\nwent 🔒 wel")
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    found = []
    for _ in range(3):
        editor.spelling.go_to_next()
        found.append(editor.textCursor().selectedText())
    assert found == ["meetng", "wel", "meetng"]
    assert spoken[0] == "meetng, misspelt. Press Enter for suggestions."


def test_enter_after_f7_opens_the_suggestions(editor: ProseEditor) -> None:
    editor.set_text("The meetng went well")
    editor.spelling.go_to_next()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    menu = next(menu for menu in editor.findChildren(QMenu) if menu.isVisible())
    assert menu.activeAction().text() == "meeting"
    menu.close()
    assert editor.text() == "The meetng went well"
    QTest.keyClicks(editor, "day")
    assert editor.text() == "The day went well"


def test_enter_breaks_the_line_once_the_selection_is_another(editor: ProseEditor) -> None:
    editor.set_text("The meetng went well")
    editor.spelling.go_to_next()
    QTest.keyClick(editor, Qt.Key.Key_Left)
    editor.setTextCursor(editor.find_span(4, 10))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "The \n went well"


def test_enter_breaks_the_line_once_the_word_is_right(editor: ProseEditor) -> None:
    editor.set_text("The meetng went well")
    editor.spelling.go_to_next()
    editor.spelling.ignore("meetng")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "The \n went well"


def test_f7_is_a_key_of_the_editor(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.set_text("The meetng")
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClick(editor, Qt.Key.Key_F7)
    assert editor.textCursor().selectedText() == "meetng"


def test_f7_says_so_where_nothing_is_misspelt_or_checked(
    editor: ProseEditor, source: Words
) -> None:
    editor.set_text("Well")
    editor.spelling.go_to_next()
    source.speller = None
    source.changed.emit()
    editor.spelling.go_to_next()
    assert source.said == [
        "No misspelt words found",
        "Spelling is not being checked. Settings, Writing has the languages.",
    ]


def test_a_suggestion_takes_the_place_of_the_word_as_one_step(
    qtbot: QtBot, editor: ProseEditor
) -> None:
    editor.set_text("The meetng went well")
    with qtbot.waitSignal(editor.text_edited):
        press(menu_of(editor, 7), "meeting")
    assert editor.text() == "The meeting went well"
    editor.undo()
    assert editor.text() == "The meetng went well"


def test_the_menu_has_suggestions_first_then_what_any_text_has(editor: ProseEditor) -> None:
    editor.set_text("The meetng went wel")
    assert menu_words(menu_of(editor, 7))[:4] == [
        "meeting",
        "me && you",
        "Add to dictionary",
        "Ignore in this entry",
    ]
    assert menu_words(menu_of(editor, 18))[0] == "No suggestions"
    plain = menu_words(menu_of(editor, 1))
    assert "Add to dictionary" not in plain
    assert plain[-1] == "Spelling"


def test_a_word_added_is_right_everywhere(qtbot: QtBot, editor: ProseEditor, source: Words) -> None:
    editor.set_text("The meetng wel")
    shows(qtbot, editor, "meetng", "wel")
    press(menu_of(editor, 7), "Add to dictionary")
    assert source.added == ["meetng"]
    shows(qtbot, editor, "wel")


def test_an_ignored_word_counts_again_in_another_text(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.set_text("The meetng wel")
    shows(qtbot, editor, "meetng", "wel")
    press(menu_of(editor, 7), "Ignore in this entry")
    shows(qtbot, editor, "wel")
    editor.spelling.forget_ignored()
    shows(qtbot, editor, "meetng", "wel")


def test_the_menu_chooses_languages(editor: ProseEditor, source: Words) -> None:
    languages = menu_of(editor, 0).actions()[-1].menu()
    assert isinstance(languages, QMenu)
    assert menu_words(languages) == [
        "Next misspelt word\tF7",
        "Check spelling",
        "English (United Kingdom)",
        "German (Germany)",
    ]
    assert [a.isChecked() for a in languages.actions() if a.isCheckable()] == [
        True,
        True,
        False,
    ]
    press(languages, "German (Germany)")
    press(languages, "Check spelling")
    assert source.told == [("de_DE", True), ("", False)]


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_a_key_opens_the_menu_for_the_word_at_the_caret(
    editor: ProseEditor, reason: QContextMenuEvent.Reason
) -> None:
    editor.set_text("The meetng went well")
    editor.setTextCursor(editor.find_span(6, 6))
    place = editor.cursorRect().center()
    pointed = place if reason is QContextMenuEvent.Reason.Mouse else QPoint(700, 500)
    event = QContextMenuEvent(reason, pointed, editor.viewport().mapToGlobal(pointed))
    QApplication.sendEvent(editor.viewport(), event)
    menu = next(menu for menu in editor.findChildren(QMenu) if menu.isVisible())
    assert menu_words(menu)[0] == "meeting"
    by_key = reason is QContextMenuEvent.Reason.Keyboard
    assert (menu.activeAction() is menu.actions()[0]) == by_key
    menu.close()


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en_GB", "English (United Kingdom)"),
        ("de", "German"),
        ("en_US-large", "English (United States, large)"),
        ("sr_Latn", "Serbian (Latn)"),
        ("qqq", "qqq"),
    ],
)
def test_a_language_has_the_name_that_people_use(tag: str, name: str) -> None:
    assert language_name(tag) == name


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers(0, 60), st.integers(0, 8), st.text(alphabet="ab \n'`-_🔒é", max_size=6)
        ),
        max_size=12,
    )
)
def test_waves_stay_under_words_whatever_is_edited(
    editor: ProseEditor, edits: list[tuple[int, int, str]]
) -> None:
    editor.set_text("Teh meetng\nwnet 🔒 wel\n\n```\nimprt\n```\nThe nd")
    _look_now(editor)
    for place, length, text in edits:
        last = len(editor.text())
        editor.find_span(min(place, last), min(place + length, last)).insertText(text)
        assert not any(set(word) & set(" \u2029`🔒") for word in marked(editor))


def _look_now(editor: ProseEditor) -> None:
    for _ in editor.spelling._look_through():
        pass
