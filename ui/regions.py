"""The regions of the window that F6 goes through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.page import Page


def go_to_region(regions: Sequence[QWidget], step: int) -> None:
    """Give the focus to the region that comes `step` regions after the one that has it."""
    focus = QApplication.focusWidget()
    inside = next((i for i, r in enumerate(regions) if focus and r.isAncestorOf(focus)), -1)
    target = regions[(inside + step) % len(regions)]
    first = target.first_focus() if isinstance(target, Page) else None
    widget = first or _first_focusable(target)
    if widget:
        widget.setFocus(Qt.FocusReason.TabFocusReason)


def _first_focusable(region: QWidget) -> QWidget | None:
    for child in region.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return child
    return None
