"""Ratings from 1 to 5: keys, clicks, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from ui.widgets.bulbs import Bulbs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
ANCHORS = ("Lost", "Unsure", "Willing", "I expect to do it", "Certain")


@pytest.fixture
def bulbs(qtbot: QtBot) -> Bulbs:
    widget = Bulbs("Confidence", ANCHORS)
    qtbot.addWidget(widget)
    widget.setValue(3)
    return widget


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (KEY.Key_1, 1),
        (KEY.Key_5, 5),
        (KEY.Key_0, 0),
        (KEY.Key_Delete, 0),
        (KEY.Key_Right, 4),
        (KEY.Key_Left, 2),
        (KEY.Key_Up, 4),
        (KEY.Key_Down, 2),
        (KEY.Key_Home, 1),
        (KEY.Key_End, 5),
    ],
)
def test_keys_rate_and_clear(qtbot: QtBot, bulbs: Bulbs, key: Qt.Key, value: int) -> None:
    with qtbot.waitSignal(bulbs.rated) as rated:
        QTest.keyClick(bulbs, key)
    assert bulbs.value() == value
    assert rated.args == [value]


def test_arrows_follow_the_screen_from_right_to_left(bulbs: Bulbs) -> None:
    bulbs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(bulbs, KEY.Key_Right)
    assert bulbs.value() == 2


def test_a_click_lights_and_a_click_on_the_last_lit_clears(bulbs: Bulbs) -> None:
    bulbs.resize(bulbs.sizeHint())
    fourth = QPoint(24 * 3 + 12, 14)
    QTest.mouseClick(bulbs, Qt.MouseButton.LeftButton, pos=fourth)
    assert bulbs.value() == 4
    QTest.mouseClick(bulbs, Qt.MouseButton.LeftButton, pos=fourth)
    assert bulbs.value() == 0


def test_setting_a_value_is_not_a_rating_by_the_user(qtbot: QtBot, bulbs: Bulbs) -> None:
    with qtbot.assertNotEmitted(bulbs.rated):
        bulbs.setValue(5)


def test_read_only_bulbs_take_neither_focus_nor_clicks(qtbot: QtBot) -> None:
    bulbs = Bulbs("Confidence", read_only=True)
    qtbot.addWidget(bulbs)
    QTest.mouseClick(bulbs, Qt.MouseButton.LeftButton)
    QTest.keyClick(bulbs, KEY.Key_3)
    assert bulbs.value() == 0
    assert bulbs.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_hovering_says_the_anchor(qtbot: QtBot, bulbs: Bulbs) -> None:
    bulbs.show()
    with qtbot.waitSignal(bulbs.pointed) as pointed:
        QTest.mouseMove(bulbs, QPoint(24 + 12, 14))
    assert pointed.args == ["Unsure"]
    assert bulbs.toolTip() == "2 of 5: Unsure"


def test_assistive_tools_hear_role_name_value_and_words(bulbs: Bulbs) -> None:
    seen = QAccessible.queryAccessibleInterface(bulbs)
    assert seen.role() == QAccessible.Role.Slider
    assert seen.text(QAccessible.Text.Name) == "Confidence"
    assert seen.text(QAccessible.Text.Description) == "3 of 5: Willing"
    assert seen.valueInterface().currentValue() == 3
    bulbs.setValue(0)
    assert seen.text(QAccessible.Text.Description) == "Not rated"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_bulb_can_be_hit(look: ThemeSource, qtbot: QtBot, scale: float) -> None:
    look.choose_scale(scale)
    bulbs = Bulbs("Energy")
    qtbot.addWidget(bulbs)
    assert bulbs.sizeHint().width() >= 5 * 24 * scale
    assert bulbs.sizeHint().height() >= 28 * scale


def test_a_lit_bulb_is_painted_in_lamp_with_its_edge(look: ThemeSource, bulbs: Bulbs) -> None:
    bulbs.resize(bulbs.sizeHint())
    picture = bulbs.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(12, middle) == look.theme.colours.lamp
    edge = look.theme.colours.lamp_edge
    reds = [abs(picture.pixelColor(x, middle).red() - edge.red()) for x in range(4, 12)]
    assert min(reds) < 20
    assert picture.pixelColor(24 * 4 + 12, middle) != look.theme.colours.lamp
