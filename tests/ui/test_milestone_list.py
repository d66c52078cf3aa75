"""Steps keep their place and their focus, and say what was asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.line_edit import LineEdit
from ui.widgets.milestone_list import MilestoneList, Step

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
STEPS = [Step("a", "Ask", done=True, when="Done 9 Mar"), Step("b", "Try", done=False)]


@pytest.fixture
def steps(qtbot: QtBot) -> MilestoneList:
    made = MilestoneList()
    qtbot.addWidget(made)
    made.show_steps(STEPS)
    made.show()
    made.activateWindow()
    return made


def test_every_step_says_its_words_and_its_day(steps: MilestoneList) -> None:
    checks = [row.check for row in steps._rows.values()]
    assert [check.accessibleName() for check in checks] == ["Ask, Done 9 Mar", "Try"]
    assert [check.isChecked() for check in checks] == [True, False]
    more = [row.stops()[1] for row in steps._rows.values()]
    assert [button.accessibleName() for button in more] == ["More for Ask", "More for Try"]


def test_signals_carry_the_step(steps: MilestoneList) -> None:
    heard: list[object] = []
    steps.ticked.connect(lambda step, done: heard.append((step, done)))
    steps.edit_asked.connect(lambda step: heard.append(("edit", step)))
    steps.trash_asked.connect(lambda step: heard.append(("trash", step)))
    check = steps._rows["b"].check
    check.setFocus()
    for key in (KEY.Key_Space, KEY.Key_F2, KEY.Key_Delete):
        QTest.keyClick(check, key)
    assert heard == [("b", True), ("edit", "b"), ("trash", "b")]


def test_an_empty_line_adds_nothing(steps: MilestoneList) -> None:
    added: list[str] = []
    steps.added.connect(added.append)
    for words in ("  ", " Ask Johan "):
        steps.new.setText(words)
        QTest.keyClick(steps.new, KEY.Key_Return)
    assert added == ["Ask Johan"]


def test_a_step_that_goes_hands_its_focus_on(steps: MilestoneList) -> None:
    steps._rows["a"].check.setFocus()
    steps.show_steps(STEPS[1:])
    assert steps._rows["b"].check.hasFocus()
    steps.show_steps([])
    assert steps.new.hasFocus()


def test_steps_move_without_being_made_anew(steps: MilestoneList) -> None:
    before = dict(steps._rows)
    steps.show_steps(STEPS[::-1])
    assert steps._rows == before
    assert [steps._steps.indexOf(before[step]) for step in ("a", "b")] == [1, 0]


def test_tab_finds_steps_that_came_later_where_the_list_lies(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, before, made, after = QVBoxLayout(window), LineEdit("a"), MilestoneList(), LineEdit("b")
    for widget in (before, made, after):
        column.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.show_steps(STEPS)
    stops = [stop for row in made._rows.values() for stop in row.stops()]
    qtbot.waitUntil(stops[-1].isVisible)
    before.setFocus()
    seen = []
    for _ in range(6):
        QTest.keyClick(window.focusWidget(), KEY.Key_Tab)
        seen.append(window.focusWidget())
    assert seen == [*stops, made.new, after]


def test_tab_goes_from_step_to_step_and_on_to_the_line(steps: MilestoneList) -> None:
    steps._rows["a"].check.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(steps.focusWidget(), KEY.Key_Tab)
        seen.append(steps.focusWidget())
    stops = [*steps._rows["a"].stops(), *steps._rows["b"].stops(), steps.new]
    assert seen == stops[1:]
