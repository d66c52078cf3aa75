"""Dialogs, popovers, toasts and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.dialog import Dialog, Kind, Scrim
from ui.widgets.notices import Banner, EmptyState
from ui.widgets.popover import Popover
from ui.widgets.text import Label
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget).addWidget(QPushButton("opener"))
    widget.resize(1280, 800)
    widget.show()
    widget.activateWindow()
    return widget


def free(widget: QWidget) -> bool:
    """Let Qt delete what waits for it, and return whether a widget is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not shiboken6.isValid(widget)


def opener_of(window: QWidget) -> QPushButton:
    found = window.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_a_dialog_is_freed_on_close_and_gives_the_focus_back(qtbot: QtBot, window: QWidget) -> None:
    opener = opener_of(window)
    opener.setFocus()
    dialog = Dialog("Delete this share pack?", window)
    safe = dialog.add_action(Button("Keep pack"), focused=True)
    dialog.add_action(Button("Delete pack", "danger"))
    dialog.open()
    qtbot.waitUntil(safe.hasFocus)
    scrim = window.findChild(Scrim)
    assert isinstance(scrim, Scrim)
    assert scrim.geometry() == window.rect()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert free(dialog)
    assert free(scrim)
    assert window.focusWidget() is opener


@pytest.mark.parametrize(("kind", "width"), [("dialog", 440), ("sheet", 560)])
def test_a_dialog_has_the_width_of_its_kind_and_stays_inside(
    window: QWidget, look: ThemeSource, kind: Kind, width: int
) -> None:
    dialog = Dialog("Check-in", window, kind=kind)
    for _paragraph in range(200):
        dialog.add_text("Rehearsed the opening with Tomas.")
    dialog.open()
    assert dialog.width() == width
    assert dialog.height() <= window.height()
    dialog.close()
    assert free(dialog)
    assert look.theme.scale == 1.0


def test_a_dialog_says_role_and_title(window: QWidget) -> None:
    dialog = Dialog("Check-in", window, kind="sheet", subtitle="Speak about the platform bet")
    dialog.open()
    seen = QAccessible.queryAccessibleInterface(dialog)
    assert seen.role() == QAccessible.Role.Dialog
    assert seen.text(QAccessible.Text.Name) == "Check-in"
    dialog.close()
    assert free(dialog)


def test_a_popover_closes_on_escape_is_freed_and_returns_the_focus(window: QWidget) -> None:
    opener = opener_of(window)
    popover = Popover("Evidence", opener)
    popover.body.addWidget(Button("Open goal"))
    popover.open_below()
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert free(popover)
    assert window.focusWidget() is opener


def test_a_toast_goes_by_itself(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.say("Entry moved to trash", icon="trash-2", undo=True)
    assert toast.isVisible()
    assert toast._timer.interval() == 8000
    with qtbot.waitSignal(toast.closed):
        toast._timer.timeout.emit()
    assert not toast.isVisible()


@pytest.mark.parametrize("reason", ["hovered", "focused", "read"])
def test_a_toast_waits_while_it_is_needed(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    toast = Toast(window)
    toast.say("Entry moved to trash", undo=True)
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, reason == "hovered")
    monkeypatch.setattr(QAccessible, "isActive", lambda: reason == "read")
    if reason == "focused":
        toast._undo.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    assert toast._timer.isActive()


def test_a_toast_offers_undo_only_where_there_is_one(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.say("Nothing to undo")
    assert not toast._undo.isVisible()
    toast.say("3 tags merged", undo=True)
    with qtbot.waitSignal(toast.undo_asked):
        toast._undo.click()
    assert not toast.isVisible()


def test_a_toast_is_announced_once_and_politely(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, object]] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: heard.append((event.message(), event.politeness())),
    )
    Toast(window).say("Entry moved to trash")
    assert heard == [("Entry moved to trash", QAccessible.AnnouncementPoliteness.Polite)]


def test_a_toast_stays_at_the_bottom_of_its_window(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("Entry moved to trash")
    window.resize(1000, 700)
    assert toast.geometry().bottom() < 700
    assert abs(toast.geometry().center().x() - 500) <= 1


def test_a_banner_says_everything_and_offers_one_action(qtbot: QtBot) -> None:
    banner = Banner("danger", "The folder is read-only.", title="Not saved", action="Choose")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "Not saved. The folder is read-only."
    action = banner.findChild(Button)
    assert isinstance(action, Button)
    with qtbot.waitSignal(banner.acted):
        action.click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_of_notices_are_never_cut(qtbot: QtBot, look: ThemeSource, scale: float) -> None:
    look.choose_scale(scale)
    words = "Sample vault. Nothing here is kept when you leave."
    for notice in (Banner("lamp", words, action="Create my vault"), EmptyState("Empty", words)):
        qtbot.addWidget(notice)
        notice.resize(420, notice.heightForWidth(420))
        notice.show()
        for label in notice.findChildren(Label):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed
            assert label.geometry().right() <= notice.width()


def test_a_toast_that_leads_on_has_a_button_for_it_and_the_next_has_none(window: QWidget) -> None:
    toast = Toast(window)
    went: list[str] = []
    toast.offer("Kept in the journal", "Open", lambda: went.append("there"))
    buttons = [b for b in toast.findChildren(Button) if b.isVisible()]
    assert [b.text() for b in buttons] == ["Open", ""]
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert went == ["there"]
    assert not toast.isVisible()
    toast.say("Entry moved to trash", undo=True)
    assert [b.text() for b in toast.findChildren(Button) if b.isVisible()] == ["Undo", ""]
