"""A person at the window: finds things by the words they carry, presses and types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.window import Window

WidgetT = TypeVar("WidgetT", bound=QWidget)
PATIENCE_MS = 20_000


class Hands:
    """Presses and types in the window and in whatever lies over it."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    def press(self, words: str) -> None:
        """Click the button that says so, in the topmost dialog first."""
        button = self.wait_for(lambda: self.button(words))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def type_into(self, name: str, text: str) -> None:
        """Put the focus into the field of this name, empty it and type."""
        field = self.wait_for(lambda: self.named(name))
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        self.write(field, text)

    def write(self, field: QWidget, text: str) -> None:
        """Type into a widget, any character of any script."""
        for character in text:
            if character == "\n":
                QTest.keyClick(field, Qt.Key.Key_Return)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(field, event)
        self.settle()

    def keys(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press keys where the focus is."""
        if QApplication.activeWindow() is None:
            # Without a window system nobody makes the window active again when a popover closes.
            self.window.activateWindow()
            self.settle()
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.settle()

    def button(self, words: str) -> QAbstractButton | None:
        """The button that says so, if there is one to press."""
        for button in self.visible(QAbstractButton):
            says = {button.text().replace("&", ""), button.accessibleName(), button.toolTip()}
            if words in says and button.isEnabled():
                return button
        return None

    def press_is_possible(self, words: str) -> bool:
        """Whether a button that says so can be pressed now."""
        return self.button(words) is not None

    def named(self, name: str) -> QWidget | None:
        """The widget of this accessible name that can have the focus."""
        for widget in self.visible(QWidget):
            if widget.accessibleName() == name and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return widget
        return None

    def first(self, kind: type[WidgetT]) -> WidgetT:
        """The first visible widget of a class."""
        found = self.wait_for(lambda: next(iter(self.visible(kind)), None))
        assert isinstance(found, kind)
        return found

    def wait_for(self, look: Callable[[], WidgetT | None]) -> WidgetT:
        """What is looked for, as soon as it is there."""
        found: list[WidgetT] = []

        def there() -> bool:
            widget = look()
            if widget is not None:
                found.append(widget)
            return bool(found)

        self._qtbot.waitUntil(there, timeout=PATIENCE_MS)
        return found[-1]

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Wait for slow work."""
        self._qtbot.waitUntil(reached, timeout=PATIENCE_MS)
        self.settle()

    def settle(self) -> None:
        """Let events come to rest."""
        self._qtbot.wait(30)

    def words(self) -> list[str]:
        """What can be pressed or typed into now, for a failing test to say."""
        found = []
        for widget in self.visible(QWidget):
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and name:
                found.append(f"{type(widget).__name__}: {name}")
        return found

    def visible(self, kind: type[WidgetT]) -> list[WidgetT]:
        """Visible widgets of a class, those of the newest dialog first."""
        tops = [t for t in QApplication.topLevelWidgets() if t.isVisible() and self._owns(t)]
        tops.sort(key=lambda top: top is self.window)
        found: list[WidgetT] = []
        for top in tops:
            inside: list[WidgetT] = top.findChildren(kind)
            found += [each for each in inside if shiboken6.isValid(each) and each.isVisible()]
        return found

    def _owns(self, top: QWidget) -> bool:
        """Whether it is the window or lies over it; windows of other tests may be open."""
        over: QWidget | None = top
        while over is not None and over is not self.window:
            over = over.parentWidget()
        return over is self.window
