"""Where Tab goes: widgets made later would otherwise be visited last of all."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_after(anchor: QWidget, *widgets: QWidget) -> None:
    """Let Tab visit these widgets, in this order, just after `anchor`."""
    for before, after in pairwise((anchor, *widgets)):
        QWidget.setTabOrder(before, after)


def put_before(anchor: QWidget, *widgets: QWidget) -> None:
    """Let Tab visit these widgets, in this order, just before `anchor`."""
    for widget in widgets:
        put_after(anchor, widget, anchor)
