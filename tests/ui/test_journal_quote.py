"""Quoting a passage as evidence: two key strokes, a line under it, and found again later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.entries import Evidence
from app.domain.goals import Goal
from app.domain.ids import Kind
from app.operations import goals, journal
from tests.ui.journal_desk import Desk, add, opened
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.theme import ThemeSource, current_theme
from ui.widgets.picker import Picker

pytestmark = [pytest.mark.qt]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
BODY = "At nine they chose **to hold** for ten minutes.\nThen they waited."
PASSAGE = "they chose **to hold** for"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on one entry, a goal it was linked to last, and another one."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    entry = add(vault, "Newest", 0, body=BODY)
    goals.add_goal(vault, Goal(title="Another"))
    goal = goals.add_goal(vault, Goal(title="Delegate"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    vault.seal()
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def select(desk: Desk, words: str) -> None:
    prose = desk.editor.sheet.prose
    start = prose.text().index(words)
    prose.setTextCursor(prose.find_span(start, start + len(words)))


def quotes(desk: Desk) -> list[str]:
    return [link.quote for link in desk.vault.read.all(Evidence) if link.quote]


def quote(desk: Desk, words: str = PASSAGE) -> None:
    select(desk, words)
    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_L, CTRL_SHIFT)
    QTest.keyClick(opened(Picker).focusWidget(), KEY.Key_Return)


def underlined(desk: Desk) -> list[str]:
    return desk.editor.sheet.prose.underlines.spans()


def test_two_key_strokes_quote_a_passage_for_the_last_goal(desk: Desk) -> None:
    quote(desk)
    (found,) = [link for link in desk.vault.read.all(Evidence) if link.quote]
    assert (found.quote, found.quoted) == (PASSAGE, NOON.day)
    assert desk.vault.read.get(Goal, found.target).title == "Delegate"
    assert desk.said == ["Passage linked as evidence"]
    assert underlined(desk) == [PASSAGE]


def test_several_passages_go_to_one_goal_and_the_same_one_only_once(desk: Desk) -> None:
    quote(desk)
    quote(desk, "Then they waited")
    quote(desk)
    assert quotes(desk) == [PASSAGE, "Then they waited"]
    assert desk.editor.linking.targets[0].title == "Delegate"
    assert len(desk.editor.linking.targets) == 1


def test_without_a_selection_the_whole_entry_is_linked(desk: Desk) -> None:
    desk.editor.sheet.prose.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_L, CTRL_SHIFT)
    QTest.keyClick(opened(Picker).focusWidget(), KEY.Key_Return)
    assert quotes(desk) == []
    assert [target.title for target in desk.editor.linking.targets] == ["Delegate", "Another"]


def test_what_was_typed_and_not_saved_is_saved_before_it_is_quoted(desk: Desk) -> None:
    QTest.keyClicks(desk.editor.sheet.prose, "Fresh words. ")
    quote(desk, "Fresh words")
    assert desk.entries[0].body.startswith("Fresh words. ")
    assert quotes(desk) == ["Fresh words"]


def test_the_line_stays_under_the_words_while_the_text_changes(desk: Desk, qtbot: QtBot) -> None:
    quote(desk)
    prose = desk.editor.sheet.prose
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(prose, "Before. ")
    assert underlined(desk) == [PASSAGE]
    select(desk, "chose")
    QTest.keyClicks(prose, "wanted")
    qtbot.waitUntil(lambda: underlined(desk) == [], timeout=2000)
    QTest.keyClick(prose, KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: underlined(desk) == [PASSAGE], timeout=2000)


def test_setting_it_in_bold_leaves_it_the_same_passage(desk: Desk, qtbot: QtBot) -> None:
    quote(desk, "Then they waited")
    select(desk, "they waited")
    desk.editor.sheet.prose.toggle_bold()
    qtbot.waitUntil(lambda: underlined(desk) == ["Then **they waited"], timeout=2000)


def test_the_line_is_painted_in_the_accent_beside_a_search_mark(desk: Desk) -> None:
    prose = desk.editor.sheet.prose
    quote(desk)
    prose.moveCursor(QTextCursor.MoveOperation.End)
    prose.mark_spans([(3, 7)])
    image = prose.viewport().grab().toImage()
    accent = current_theme().colours.accent
    assert _widest_run(image, accent) > 100
    assert len(prose.extraSelections()) == 1
    desk.vault.undo()
    assert underlined(desk) == []
    assert _widest_run(prose.viewport().grab().toImage(), accent) < 10


def test_undo_takes_the_quote_back_and_redo_brings_it(desk: Desk) -> None:
    quote(desk)
    desk.vault.undo()
    assert (quotes(desk), underlined(desk)) == ([], [])
    desk.vault.redo()
    assert (quotes(desk), underlined(desk)) == ([PASSAGE], [PASSAGE])


def test_one_arrives_at_a_passage_from_a_goal(desk: Desk) -> None:
    quote(desk)
    (found,) = [link for link in desk.vault.read.all(Evidence) if link.quote]
    desk.editor.sheet.prose.moveCursor(QTextCursor.MoveOperation.Start)
    there = Destination("journal", found.entry, act="passage", detail=found.id)
    desk.page.arrive(there)
    assert desk.editor.sheet.prose.textCursor().selectedText() == PASSAGE


def test_a_selection_in_the_reading_view_can_be_quoted(desk: Desk) -> None:
    desk.editor.toggle_reading()
    view = desk.editor.sheet.view
    cursor = view.document().find("Then they waited")
    view.setTextCursor(cursor)
    QTest.keyClick(view, KEY.Key_L, CTRL_SHIFT)
    QTest.keyClick(opened(Picker).focusWidget(), KEY.Key_Return)
    assert quotes(desk) == ["Then they waited"]


def _widest_run(image: QImage, colour: QColor) -> int:
    """The longest row of pixels of one colour."""
    widest = 0
    for y in range(image.height()):
        run = 0
        for x in range(image.width()):
            run = run + 1 if image.pixelColor(x, y) == colour else 0
            widest = max(widest, run)
    return widest
