"""Fields of forms: labels, errors, passphrases, choices, days and tags."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ui.journal.title import TitleEdit
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, PassphraseField
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.prose_clipboard import EXCLUSIONS, UNLEARNED
from ui.widgets.tags_field import TagsField
from ui.widgets.text import Elided, Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 5, 21)


def typed(field: PassphraseField, text: str, modifiers: Qt.KeyboardModifier) -> str:
    """Type a character as a keyboard does, and return what is said below the field."""
    key = ord(text.upper())
    press = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    QApplication.sendEvent(field.passphrase, press)
    return field.passphrase.accessibleDescription()


def test_an_error_is_said_below_the_field_and_in_its_description(qtbot: QtBot) -> None:
    field = Field("Due", LineEdit(), help_text="A day or nothing.")
    qtbot.addWidget(field)
    seen = QAccessible.queryAccessibleInterface(field.editor)
    assert seen.text(QAccessible.Text.Name) == "Due"
    assert seen.text(QAccessible.Text.Description) == "A day or nothing."
    field.set_error("That date does not exist.")
    assert seen.text(QAccessible.Text.Description) == "That date does not exist."
    assert field.editor.property("error") == "true"
    assert not any(
        label.isVisibleTo(field)
        for label in field.findChildren(QLabel)
        if label.text() == "A day or nothing."
    )


def test_an_error_stays_until_the_field_changes(qtbot: QtBot) -> None:
    edit = LineEdit()
    field = Field("Due", edit)
    qtbot.addWidget(field)
    field.set_error("That date does not exist.")
    QTest.keyClicks(edit, "2")
    assert field.error == ""
    assert edit.property("error") == "false"


def test_a_required_field_says_so_in_its_name(qtbot: QtBot) -> None:
    field = Field("Title", LineEdit(), required=True)
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "Title, required"
    assert field.label.buddy() is field.editor


@pytest.mark.parametrize("revealed", [False, True])
def test_a_passphrase_is_neither_copied_nor_brought_back_by_undo(
    qtbot: QtBot, *, revealed: bool
) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    edit = field.passphrase
    edit.reveal(revealed=revealed)
    QTest.keyClicks(edit, "copper lantern")
    QGuiApplication.clipboard().setText("before")
    edit.selectAll()
    QTest.keyClick(edit, KEY.Key_C, CONTROL)
    QTest.keyClick(edit, KEY.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert edit.text() == "copper lantern"
    edit.wipe()
    QTest.keyClick(edit, KEY.Key_Z, CONTROL)
    assert edit.text() == ""
    assert not edit.isUndoAvailable()


def test_a_passphrase_is_hidden_until_revealed_by_the_toggle(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    edit = field.passphrase
    seen = QAccessible.queryAccessibleInterface(edit)
    assert seen.state().passwordEdit == 1
    hints = Qt.InputMethodHint
    wanted = hints.ImhSensitiveData | hints.ImhNoPredictiveText
    assert edit.inputMethodHints() & wanted == wanted
    toggle = edit._toggle
    assert toggle is not None
    assert toggle.accessibleName() == "Show passphrase"
    toggle.click()
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    assert toggle.accessibleName() == "Hide passphrase"


def test_caps_lock_is_noted_by_what_a_key_types(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase", help_text="Four words are good.")
    qtbot.addWidget(field)
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    said = [
        typed(field, "A", shift),
        typed(field, "A", none),
        typed(field, "a", none),
        typed(field, "a", shift),
        typed(field, "7", shift),
    ]
    resting, noted = "Four words are good.", "Caps Lock seems to be on."
    assert said == [resting, noted, resting, noted, noted]


def test_pasting_into_several_lines_is_plain(qtbot: QtBot) -> None:
    note = MultiLine("Note")
    qtbot.addWidget(note)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold")
    note.insertFromMimeData(pasted)
    assert note.toPlainText() == "bold"
    assert note.tabChangesFocus()


def test_a_choice_ignores_the_wheel_and_says_what_was_picked(qtbot: QtBot) -> None:
    choice = Choice([("5 minutes", 5), ("10 minutes", 10)], name="Lock after")
    qtbot.addWidget(choice)
    choice.set_value(10)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == 10
    with qtbot.waitSignal(choice.picked) as picked:
        QTest.keyClick(choice, KEY.Key_Up)
    assert picked.args == [5]
    assert not choice.isEditable()


def test_a_choice_of_more_than_twelve_can_be_filtered_by_typing(qtbot: QtBot) -> None:
    choice = Choice([(str(number), number) for number in range(13)])
    qtbot.addWidget(choice)
    assert choice.isEditable()
    choice.set_options([("One", 1)])
    assert not choice.isEditable()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_a_choice_offers_can_be_hit_at_every_text_size(
    qtbot: QtBot, look: ThemeSource, scale: float
) -> None:
    few, many = Choice([("One", 1), ("Two", 2)]), Choice([(str(one), one) for one in range(13)])
    for choice in (few, many):
        qtbot.addWidget(choice)
        choice.show()
    look.choose_scale(scale)
    few.showPopup()
    completer = many.completer()
    assert completer is not None
    completer.complete()
    offered = (few.view(), completer.popup())
    assert [rows.sizeHintForRow(0) for rows in offered if rows] == [look.theme.size("hit-min")] * 2
    few.hidePopup()


def test_new_options_keep_the_chosen_value(qtbot: QtBot) -> None:
    choice = Choice([("A", 1), ("B", 2)])
    qtbot.addWidget(choice)
    choice.set_value(2)
    choice.set_options([("Z", 9), ("B", 2)])
    assert choice.value() == 2


@pytest.mark.parametrize(
    ("text", "day", "shown"),
    [
        ("22 May", date(2026, 5, 22), "Fri 22 May"),
        ("tomorrow", date(2026, 5, 22), "Fri 22 May"),
        ("Fri", date(2026, 5, 22), "Fri 22 May"),
        ("2027-06-01", date(2027, 6, 1), "Tue 1 Jun 2027"),
    ],
)
def test_a_date_field_reads_days_and_writes_them_back(
    qtbot: QtBot, text: str, day: date, shown: str
) -> None:
    field = DateField(lambda: TODAY, name="Due")
    qtbot.addWidget(field)
    QTest.keyClicks(field, text)
    with qtbot.waitSignal(field.day_changed) as changed:
        QTest.keyClick(field, KEY.Key_Return)
    assert changed.args == [day]
    assert field.text() == shown
    with qtbot.assertNotEmitted(field.day_changed):
        QTest.keyClick(field, KEY.Key_Return)


def test_a_date_field_keeps_what_it_cannot_read_and_says_so(qtbot: QtBot) -> None:
    field = DateField(lambda: TODAY, name="Due")
    qtbot.addWidget(field)
    field.set_day(TODAY)
    field.setText("31 Feb")
    with qtbot.waitSignal(field.misread):
        QTest.keyClick(field, KEY.Key_Return)
    assert field.text() == "31 Feb"
    assert field.day() is None
    field.setText("")
    assert field.is_understood()


def test_clearing_a_date_is_a_change(qtbot: QtBot) -> None:
    field = DateField(lambda: TODAY, name="Due")
    qtbot.addWidget(field)
    field.set_day(TODAY)
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    with qtbot.waitSignal(field.day_changed) as changed:
        QTest.keyClick(field, KEY.Key_Return)
    assert changed.args == [None]


def test_tags_are_kept_by_comma_and_enter_without_doubles(qtbot: QtBot) -> None:
    field = TagsField(name="Tags")
    qtbot.addWidget(field)
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "#delegation,release")
    QTest.keyClick(line, KEY.Key_Return)
    QTest.keyClicks(line, "release,")
    assert field.tags() == ["delegation", "release"]
    assert line.accessibleDescription() == "delegation, release"


def test_backspace_twice_removes_the_last_tag(qtbot: QtBot) -> None:
    field = TagsField(name="Tags")
    qtbot.addWidget(field)
    field.set_tags(["one", "two"])
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, KEY.Key_Backspace)
    assert field.tags() == ["one", "two"]
    QTest.keyClicks(line, "x")
    QTest.keyClick(line, KEY.Key_Backspace)
    QTest.keyClick(line, KEY.Key_Backspace)
    assert field.tags() == ["one", "two"]
    with qtbot.waitSignal(field.tags_changed) as changed:
        QTest.keyClick(line, KEY.Key_Backspace)
    assert changed.args == [["one"]]


def test_a_tag_still_being_written_counts(qtbot: QtBot) -> None:
    field = TagsField(name="Tags")
    qtbot.addWidget(field)
    field.set_tags(["one"])
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "two")
    assert field.tags() == ["one", "two"]


def test_every_label_shows_text_as_it_is(qtbot: QtBot) -> None:
    for label in (Label("<b>x</b>"), Label("<b>x</b>", wrap=True), Elided("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == "<b>x</b>"


def test_wrapped_text_keeps_the_line_height_of_its_role(qtbot: QtBot, look: ThemeSource) -> None:
    label = Label("one two three four five six seven eight nine ten", wrap=True)
    qtbot.addWidget(label)
    one, many = label.heightForWidth(2000), label.heightForWidth(120)
    pitch = look.theme.line("body")
    assert one < 2 * pitch
    assert (many - one) % pitch == 0
    assert many > 2 * pitch


def test_a_cut_label_offers_the_whole_as_a_tooltip(qtbot: QtBot) -> None:
    label = Elided("Planning day, and where I went quiet")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_no_keyboard_learns_what_is_typed(qtbot: QtBot) -> None:
    tags, secret, title = TagsField(), PassphraseField("Passphrase"), TitleEdit()
    for widget in (tags, secret, title):
        qtbot.addWidget(widget)
    (line,) = tags.findChildren(QLineEdit)
    for field in (LineEdit(), MultiLine(), secret.passphrase, line, title):
        assert field.inputMethodHints() & UNLEARNED == UNLEARNED, type(field).__name__


def test_what_is_copied_from_a_field_of_lines_is_kept_out_of_histories(qtbot: QtBot) -> None:
    for field in (MultiLine(), TitleEdit()):
        qtbot.addWidget(field)
        field.setPlainText("On Sana\nand Ruth")
        field.selectAll()
        copied = field.createMimeDataFromSelection()
        assert copied.text() == "On Sana\nand Ruth"
        assert set(EXCLUSIONS) < set(copied.formats())
