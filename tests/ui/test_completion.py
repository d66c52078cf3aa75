"""Completing a title after [[ in the text of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.domain.entries import Evidence
from app.domain.goals import Goal, Milestone, Stretch
from app.operations import goals
from tests.ui.journal_desk import Desk, add
from tests.vaults import new_vault
from ui.theme import ThemeSource
from ui.widgets.completion import Completion

pytestmark = [pytest.mark.qt]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on one entry, with two goals, a milestone and a stretch goal to link."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Newest", 0, body="")
    goals.add_goal(vault, Goal(title="Delegate the train"), [Milestone(title="Sana runs one")])
    goals.add_goal(vault, Goal(title="Ask first"))
    goals.add_stretch(vault, Stretch(title="Speak at the board"))
    vault.seal()
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    desk.editor.sheet.prose.setFocus()
    yield desk
    desk.jobs.stop()


def completion(desk: Desk) -> Completion:
    return desk.editor.completion


def write(desk: Desk, words: str) -> None:
    QTest.keyClicks(desk.editor.sheet.prose, words)


def press(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(desk.editor.sheet.prose, key, modifiers)


def linked(desk: Desk) -> list[str]:
    return [target.title for target in desk.editor.linking.targets]


def test_two_brackets_offer_everything_an_entry_can_be_evidence_for(desk: Desk) -> None:
    write(desk, "I did [")
    assert not completion(desk).open
    write(desk, "[")
    shown = completion(desk).shown()
    assert shown[:4] == ["Ask first", "Delegate the train", "Speak at the board", "Sana runs one"]
    assert len(shown) == 4 + len(Library().framework.competencies)
    assert desk.editor.sheet.prose.hasFocus() or not desk.page.isActiveWindow()


def test_typing_narrows_and_enter_puts_the_title_in_and_links(desk: Desk) -> None:
    write(desk, "I did [[dele")
    assert completion(desk).shown()[0] == "Delegate the train"
    press(desk, KEY.Key_Return)
    assert desk.editor.sheet.prose.text() == "I did Delegate the train"
    assert linked(desk) == ["Delegate the train"]
    assert desk.entries[0].body == "I did Delegate the train"
    assert not completion(desk).open


def test_tab_takes_the_one_that_the_arrows_chose(desk: Desk) -> None:
    write(desk, "[[")
    press(desk, KEY.Key_Down)
    press(desk, KEY.Key_Down)
    press(desk, KEY.Key_Tab)
    assert desk.editor.sheet.prose.text() == "Speak at the board"
    assert linked(desk) == ["Speak at the board"]


def test_esc_leaves_the_text_as_it_was_typed(desk: Desk) -> None:
    write(desk, "[[ask")
    press(desk, KEY.Key_Escape)
    assert not completion(desk).open
    write(desk, " me")
    assert not completion(desk).open
    assert desk.editor.sheet.prose.text() == "[[ask me"
    press(desk, KEY.Key_Return)
    assert desk.editor.sheet.prose.text() == "[[ask me\n"
    assert desk.vault.read.all(Evidence) == []
    write(desk, "[[ask")
    assert completion(desk).shown() == ["Ask first"]


def test_what_matches_nothing_is_plain_text(desk: Desk) -> None:
    write(desk, "[[zzzz")
    assert not completion(desk).open
    press(desk, KEY.Key_Return)
    assert desk.editor.sheet.prose.text() == "[[zzzz\n"
    press(desk, KEY.Key_Backspace)
    for _ in range(4):
        press(desk, KEY.Key_Backspace)
    assert completion(desk).open


def test_text_undo_takes_the_words_back_and_then_the_link_is_one_step(desk: Desk) -> None:
    write(desk, "[[ask")
    press(desk, KEY.Key_Return)
    press(desk, KEY.Key_Z, CTRL)
    assert desk.editor.sheet.prose.text() == "[[ask"
    desk.vault.undo()
    assert linked(desk) == []
    assert [goal.title for goal in desk.vault.read.all(Goal)] == ["Delegate the train", "Ask first"]


def test_moving_away_closes_it_and_coming_back_does_not_open_it(desk: Desk) -> None:
    write(desk, "one [[ask")
    desk.editor.sheet.prose.moveCursor(QTextCursor.MoveOperation.Start)
    assert not completion(desk).open
    desk.editor.sheet.prose.moveCursor(QTextCursor.MoveOperation.End)
    assert not completion(desk).open
    desk.editor.sheet.prose.clearFocus()
    assert not completion(desk).open


def test_signs_of_two_units_before_it_do_not_move_it(desk: Desk) -> None:
    write(desk, "x ")
    desk.editor.sheet.prose.insertPlainText("\U0001f44b\U0001f44b ")
    write(desk, "[[ask")
    press(desk, KEY.Key_Return)
    assert desk.editor.sheet.prose.text() == "x \U0001f44b\U0001f44b Ask first"


def test_it_stands_at_the_caret_inside_the_window_in_both_directions(desk: Desk) -> None:
    write(desk, "[[")
    panel = completion(desk).panel
    assert panel is not None
    window: QRect = desk.page.window().rect()
    assert window.contains(panel.geometry())
    prose = desk.editor.sheet.prose
    caret = prose.viewport().mapTo(desk.page.window(), prose.cursorRect().bottomLeft())
    assert panel.y() - caret.y() in range(12)
    assert panel.x() == caret.x()
    completion(desk).close()
    desk.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(desk, KEY.Key_Return)
    write(desk, "[[")
    caret = prose.viewport().mapTo(desk.page.window(), prose.cursorRect().bottomLeft())
    assert window.contains(panel.geometry())
    assert panel.x() < caret.x()


def test_at_the_foot_of_a_small_window_it_opens_above(desk: Desk) -> None:
    desk.page.resize(700, 480)
    desk.editor.sheet.prose.insertPlainText("\n" * 30)
    write(desk, "[[")
    panel = completion(desk).panel
    assert panel is not None
    prose = desk.editor.sheet.prose
    caret = prose.viewport().mapTo(desk.page.window(), prose.cursorRect().topLeft())
    assert panel.geometry().bottom() <= caret.y()
    assert panel.y() >= 0


def test_the_offer_is_said_while_the_focus_is_in_the_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    write(desk, "[[train")
    press(desk, KEY.Key_Down)
    assert said[-2:] == [
        "Evidence for: Delegate the train, Goal, 1 of 2",
        "Evidence for: Sana runs one, Milestone, Delegate the train, 2 of 2",
    ]
