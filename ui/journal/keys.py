"""The keys of the journal's page."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

MAC = sys.platform == "darwin"
FOCUS_KEYS = "Meta+Ctrl+F" if MAC else "F11"
"""Control and Cmd with F on macOS, where F11 belongs to the system."""
REPLACE_KEYS = "Ctrl+Alt+F" if MAC else "Ctrl+H"
"""Ctrl+H, which is Cmd+H, hides the window of any application on macOS."""


def add_keys(
    widget: QWidget, *keys: tuple[str | QKeySequence.StandardKey, Callable[[], None]]
) -> None:
    """Let these keys act while the focus is in a widget."""
    for sequence, act in keys:
        shortcut = QShortcut(QKeySequence(sequence), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
