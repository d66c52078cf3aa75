from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.share.frame import FlowFoot
from ui.theme import ThemeSource
from ui.widgets.button import Button

LEAVES = "12 of 68 items will leave this room, 14 details withheld."
STAYS = "56 items stay private. Nothing is saved outside the vault yet."


@pytest.fixture
def foot(qtbot: QtBot, look: ThemeSource) -> FlowFoot:
    del look
    made = FlowFoot()
    qtbot.addWidget(made)
    made.resize(1068, 72)
    made.show()
    return made


def _fill(foot: FlowFoot) -> None:
    foot.say(LEAVES, STAYS)
    foot.show_actions(Button("Keep as draft"), Button("Review and consent"))
    QApplication.sendPostedEvents()


def _is_cut(foot: FlowFoot) -> bool:
    lines = (foot.heading, foot.detail)
    return any(x.fontMetrics().horizontalAdvance(x.text()) > x.width() for x in lines)


def test_with_room_the_words_stand_beside_the_buttons(foot: FlowFoot) -> None:
    _fill(foot)
    assert not _is_cut(foot)
    assert foot.height() == 72


def test_what_will_leave_is_whole_in_a_small_window_with_large_text(
    qtbot: QtBot, foot: FlowFoot, look: ThemeSource
) -> None:
    look.choose_scale(2.0)
    foot.resize(870, foot.height())
    _fill(foot)
    qtbot.waitUntil(lambda: not _is_cut(foot))
    buttons: list[Button] = foot.findChildren(Button)
    assert all(foot.rect().contains(button.geometry()) for button in buttons)


def test_other_actions_take_the_place_of_the_ones_before(foot: FlowFoot) -> None:
    _fill(foot)
    foot.show_actions(Button("Done"))
    buttons: list[Button] = foot.findChildren(Button)
    assert [button.text() for button in buttons if button.isVisible()] == ["Done"]
