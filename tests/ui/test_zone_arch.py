"""The zones are chosen by click and by key, and say where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.domain.goals import Zone
from ui.widgets.zone_arch import ZoneArch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key


@pytest.fixture
def arch(qtbot: QtBot) -> ZoneArch:
    made = ZoneArch("Where it sits today")
    qtbot.addWidget(made)
    made.resize(240, 166)
    made.show_zone(None, Zone.STRETCH)
    made.show()
    return made


@pytest.mark.parametrize(
    ("spot", "zone"),
    [
        ((120, 150), Zone.COMFORT),
        ((60, 150), Zone.STRETCH),
        ((120, 60), Zone.STRETCH),
        ((15, 150), Zone.PANIC),
        ((3, 3), None),
    ],
)
def test_a_click_chooses_the_zone_below_it(
    arch: ZoneArch, spot: tuple[int, int], zone: Zone | None
) -> None:
    picked: list[object] = []
    arch.picked.connect(picked.append)
    QTest.mouseClick(arch, Qt.MouseButton.LeftButton, pos=QPoint(*spot))
    assert picked == ([zone] if zone else [])
    assert arch.value() == zone


def test_the_arrows_choose_the_next_zone_and_delete_takes_it_back(arch: ZoneArch) -> None:
    picked: list[object] = []
    arch.picked.connect(picked.append)
    comfort, stretch, panic = arch.options
    QTest.keyClick(comfort, KEY.Key_Right)
    QTest.keyClick(stretch, KEY.Key_Down)
    QTest.keyClick(panic, KEY.Key_Down)
    QTest.keyClick(panic, KEY.Key_Up)
    QTest.keyClick(stretch, KEY.Key_Delete)
    QTest.keyClick(comfort, KEY.Key_Space)
    assert picked == [Zone.STRETCH, Zone.PANIC, Zone.STRETCH, None, Zone.COMFORT]


def test_it_is_one_stop_for_tab(arch: ZoneArch) -> None:
    tab = Qt.FocusPolicy.TabFocus
    arch.show_zone(Zone.PANIC, Zone.PANIC)
    stops = [option.text() for option in arch.options if option.focusPolicy() & tab == tab]
    assert stops == ["Panic"]


def test_it_says_whether_the_zone_was_chosen(arch: ZoneArch) -> None:
    assert arch.accessibleDescription() == "Stretch, suggested"
    arch.show_zone(Zone.COMFORT, Zone.COMFORT)
    assert arch.accessibleDescription() == "Comfort"
    arch.show_zone(None, None)
    assert arch.accessibleDescription() == "Not chosen"


def test_each_zone_is_a_radio_button(arch: ZoneArch) -> None:
    faces = [QAccessible.queryAccessibleInterface(option) for option in arch.options]
    assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}
    names = [face.text(QAccessible.Text.Name) for face in faces]
    assert names == ["Comfort", "Stretch", "Panic"]
