"""Keys that a field or a dialog would keep to itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

LOCK_KEYS: Final = "Ctrl+L"
PALETTE_KEYS: Final = "Ctrl+K"
REDO_KEYS: Final = "Ctrl+Y"
"""Not every desktop's text fields know them."""


def are_keys(event: QKeyEvent, keys: str) -> bool:
    """Whether exactly these keys were pressed."""
    return QKeySequence(event.keyCombination()) == QKeySequence(keys)


def is_undo(event: QKeyEvent) -> bool:
    """Whether the keys take something back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether the keys do something again."""
    return event.matches(QKeySequence.StandardKey.Redo) or are_keys(event, REDO_KEYS)


def typing_can(widget: QObject, *, undo: bool) -> bool:
    """Whether a text field has typing of its own to take back, or to do again."""
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if undo else widget.isRedoAvailable()
    return False


def redo_typing() -> bool:
    """Do typing again that was taken back in the field with the focus; False where none was."""
    field = QApplication.focusWidget()
    # Not every desktop's text fields know each of the keys for it.
    if isinstance(field, QPlainTextEdit | QLineEdit) and typing_can(field, undo=False):
        field.redo()
        return True
    return False
