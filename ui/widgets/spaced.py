"""Room above a widget that goes where the widget is hidden."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def spaced(widget: QWidget, gap: int) -> QWidget:
    """Return a widget with room above it; show and hide both with `show_spaced`."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, gap, 0, 0)
    column.addWidget(widget)
    return holder


def show_spaced(widget: QWidget, *, shown: bool) -> None:
    """Show a widget with the room above it, or hide both."""
    holder = widget.parentWidget()
    if holder is not None:
        holder.setVisible(shown)
