"""The context menu by Shift+F10, which Qt knows on Windows alone."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

MENU_KEYS: Final = () if sys.platform == "win32" else ("Shift+F10",)
"""Windows itself sends the menu for these keys, and so for none here: there would be two."""


def ask_menu() -> None:
    """Ask what has the focus for its menu, at its cursor or its current row."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    box = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    area = box.toRect() if isinstance(box, QRectF) else box
    at = area.center() if isinstance(area, QRect) else widget.rect().center()
    everywhere = widget.mapToGlobal(at)
    if isinstance(widget, QAbstractItemView):
        # Qt tells where the row lies in the view; what asks a view for its menu is taken to mean
        # its viewport, which lies lower where there is a header: that would be the row below.
        at = widget.viewport().mapFromParent(at)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, everywhere))
