"""Buttons, chips, checks, switches, segments and steps: keys, names, states and hit areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.check import Check, Switch
from ui.widgets.chip import Chip
from ui.widgets.rail import Place, Rail
from ui.widgets.ring import FocusRing, note_input
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
VIEWS = [("active", "Active"), ("someday", "Someday"), ("closed", "Closed")]
STEPS = ["Recipient", "Items", "Consent", "Save PDF"]


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    """Put a widget into a window and show it."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_every_small_control_can_be_hit_in_28_pixels(qtbot: QtBot) -> None:
    controls = [
        Button("Go", "link"),
        Button("", icon="x"),
        Chip("Private"),
        Check(name="Done"),
        Switch(name="On"),
        Segmented(VIEWS),
    ]
    for control in controls:
        qtbot.addWidget(control)
        size = control.sizeHint()
        assert min(size.width(), size.height()) >= 28, type(control)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_button_is_pressed_by_enter_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Start writing", "primary")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_working_button_keeps_its_label_and_takes_no_press(qtbot: QtBot) -> None:
    button = Button("Save PDF", "share")
    qtbot.addWidget(button)
    button.set_working(working=True)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, KEY.Key_Return)
    assert button.text() == "Save PDF"
    button.set_working(working=False)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, KEY.Key_Return)


def test_an_icon_button_is_named_by_its_tooltip(qtbot: QtBot) -> None:
    button = Button("", "ghost", icon="x")
    qtbot.addWidget(button)
    button.setToolTip("Close")
    seen = QAccessible.queryAccessibleInterface(button)
    assert seen.text(QAccessible.Text.Name) == "Close"
    assert seen.role() == QAccessible.Role.Button


def test_a_disabled_button_is_painted_without_its_colour(qtbot: QtBot, look: ThemeSource) -> None:
    button = Button("Save PDF", "share")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    place = QPoint(6, button.height() // 2)
    assert button.grab().toImage().pixelColor(place) == look.theme.colours.curtain
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(place) == look.theme.colours.sunken


def test_the_ring_comes_with_the_keyboard_and_goes_with_the_focus(qtbot: QtBot) -> None:
    button = Button("Prepare")
    window = shown(qtbot, button)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.findChild(FocusRing) is None
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.clearFocus()
    assert not ring.isVisible()


def test_the_ring_comes_back_after_a_menu_that_takes_the_focus_twice(qtbot: QtBot) -> None:
    """As a popup, and then as the window that is active."""
    note_input(by_key=False)
    button = Button("More")
    window = shown(qtbot, button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert not button._ring
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert window.findChild(FocusRing) is not None


def test_what_a_closed_sheet_leads_to_is_framed_for_the_keyboard_alone(qtbot: QtBot) -> None:
    note_input(by_key=False)
    button = Button("Plan")
    window = shown(qtbot, button)
    back = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(button, back)
    assert window.findChild(FocusRing) is None
    note_input(by_key=True)
    QApplication.sendEvent(button, back)
    assert window.findChild(FocusRing) is not None


def test_the_ring_follows_its_control(qtbot: QtBot) -> None:
    button = Button("Prepare")
    window = shown(qtbot, button)
    button.show_ring()
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    button.move(30, 40)
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_is_painted_in_focus_blue(qtbot: QtBot, look: ThemeSource) -> None:
    button = Button("Prepare")
    window = shown(qtbot, button)
    button.show_ring()
    left = QPoint(button.x() - 3, button.geometry().center().y())
    assert window.grab().toImage().pixelColor(left) == look.theme.colours.focus


@pytest.mark.parametrize("kind", [Check, Switch])
def test_checks_and_switches_toggle_on_space_alone(
    qtbot: QtBot, kind: type[Check | Switch]
) -> None:
    toggle = kind("Lock when the computer sleeps")
    qtbot.addWidget(toggle)
    QTest.keyClick(toggle, KEY.Key_Space)
    assert toggle.isChecked()
    QTest.keyClick(toggle, KEY.Key_Return)
    assert toggle.isChecked()
    seen = QAccessible.queryAccessibleInterface(toggle)
    assert seen.role() == QAccessible.Role.CheckBox
    assert seen.state().checked == 1


def test_a_switch_is_plum_only_where_things_are_shared(qtbot: QtBot, look: ThemeSource) -> None:
    colours = look.theme.colours
    for kind, fill in (("plain", colours.accent), ("share", colours.curtain)):
        switch = Switch(kind=kind, name="x")  # type: ignore[arg-type] # the two kinds by name
        qtbot.addWidget(switch)
        switch.setChecked(True)
        switch.resize(switch.sizeHint())
        picture = switch.grab().toImage()
        assert picture.pixelColor(8, switch.height() // 2) == fill


def test_segments_say_which_view_was_chosen(qtbot: QtBot) -> None:
    tabs = Segmented(VIEWS, name="Goals")
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.chosen) as chosen:
        QTest.keyClick(tabs, KEY.Key_Right)
    assert chosen.args == ["someday"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set_view("closed")
    assert tabs.view() == "closed"


def test_the_ring_follows_the_view_that_is_shown(qtbot: QtBot) -> None:
    tabs = Segmented(VIEWS, name="Goals")
    window = shown(qtbot, tabs)
    tabs.show_ring()
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    before = ring.geometry()
    tabs.set_view("closed")
    assert ring.geometry().left() > before.right()


def test_segments_speak_their_count(qtbot: QtBot) -> None:
    tabs = Segmented(VIEWS, name="Goals")
    qtbot.addWidget(tabs)
    narrow = tabs.sizeHint().width()
    tabs.set_count("active", "4", "Active, 4 goals")
    seen = QAccessible.queryAccessibleInterface(tabs)
    assert seen.role() == QAccessible.Role.PageTabList
    assert seen.child(0).text(QAccessible.Text.Name) == "Active, 4 goals"
    assert tabs.sizeHint().width() > narrow


def test_a_removable_chip_is_removed_by_delete_and_by_its_x(qtbot: QtBot) -> None:
    chip = Chip("Delegate", "evidence", name="Evidence for Delegate", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, KEY.Key_Delete)
    corner = QPoint(chip.width() - 8, chip.height() // 2)
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=corner)
    seen = QAccessible.queryAccessibleInterface(chip)
    assert seen.text(QAccessible.Text.Name) == "Evidence for Delegate"


def test_a_chip_without_words_has_its_icon_in_the_middle(qtbot: QtBot) -> None:
    chip = Chip("", "private", name="Private", tall=True)
    qtbot.addWidget(chip)
    image = chip.grab().toImage()
    middle, box = image.height() // 2, range(4, image.width() - 4)
    ground = image.pixelColor(box[0], middle)
    inked = [
        x for x in box for y in range(6, image.height() - 6) if image.pixelColor(x, y) != ground
    ]
    assert abs((min(inked) + max(inked)) / 2 - (image.width() - 1) / 2) <= 1


def test_done_steps_can_be_reopened_and_later_ones_not(qtbot: QtBot) -> None:
    steps = Stepper(STEPS, "share", name="Share")
    qtbot.addWidget(steps)
    steps.resize(700, 28)
    steps.set_step(2)
    with qtbot.waitSignal(steps.reopened) as reopened:
        QTest.mouseClick(
            steps, Qt.MouseButton.LeftButton, pos=steps.tabRect(0).topLeft() + QPoint(8, 12)
        )
    assert reopened.args == [0]
    assert not steps.isTabEnabled(3)
    seen = QAccessible.queryAccessibleInterface(steps)
    assert seen.child(2).text(QAccessible.Text.Name) == "Step 3 of 4, Consent, current"


def test_steps_fold_where_there_is_no_room(qtbot: QtBot) -> None:
    steps = Stepper(STEPS, name="Share")
    window = shown(qtbot, steps)
    steps.resize(900, 28)
    assert not steps.is_folded()
    steps.resize(200, 28)
    assert steps.is_folded()
    assert [steps.isTabVisible(place) for place in range(4)] == [True, False, False, False]
    steps.resize(900, 28)
    assert all(steps.isTabVisible(place) for place in range(4))
    assert window.isVisible()


def test_the_rail_collapses_below_its_breakpoint_and_names_its_icons(
    qtbot: QtBot, look: ThemeSource
) -> None:
    rail = Rail(
        [Place("today", "sun", "Today"), Place("journal", "notebook-pen", "Journal")],
        [Place("lock", "lock-keyhole", "Lock", "Ctrl L")],
        search=Place("search", "search", "Search or go to", "Ctrl K"),
        capture=Place("capture", "square-pen", "Quick capture", "Ctrl N"),
    )
    qtbot.addWidget(rail)
    rail.fit(1280)
    assert (rail.collapsed, rail.minimumWidth()) == (False, 212)
    rail.fit(1079)
    assert (rail.collapsed, rail.minimumWidth()) == (True, 60)
    assert rail.item("lock").toolTip() == "Lock (Ctrl L)"
    look.choose_scale(2.0)
    assert rail.minimumWidth() == 90
    with qtbot.waitSignal(rail.went) as went:
        QTest.keyClick(rail.item("journal"), KEY.Key_Return)
    assert went.args == ["journal"]


def test_the_rail_marks_the_place_we_are_at_or_none(qtbot: QtBot) -> None:
    place = Place("search", "search", "Search")
    rail = Rail([Place("today", "sun", "Today")], [], search=place, capture=place)
    qtbot.addWidget(rail)
    rail.show_place("today")
    assert rail.item("today").isChecked()
    rail.item("today").click()
    assert rail.item("today").isChecked()
    rail.show_place("palette")
    assert not rail.item("today").isChecked()
