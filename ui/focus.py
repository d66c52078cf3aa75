"""The focus is always seen: a page scrolls to what a key gave it to."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.ring import was_key_last


def show_focused(_before: QWidget | None, now: QWidget | None) -> None:
    """Scroll to what has the focus now.

    Qt does so itself only while Tab stays inside of a page that scrolls: not where the focus comes
    from outside, such as back from the bar below it.
    """
    if now is None or not was_key_last():
        return
    parent = now.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(now)
        parent = parent.parentWidget()
