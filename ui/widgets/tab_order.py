"""Where Tab goes: widgets made later would otherwise be visited last of all."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def put_after(anchor: QWidget, *widgets: QWidget) -> None:
    """Let Tab visit these widgets, in this order, just after `anchor`."""
    for before, after in pairwise((anchor, *widgets)):
        QWidget.setTabOrder(before, after)


def put_before(anchor: QWidget, *widgets: QWidget) -> None:
    """Let Tab visit these widgets, in this order, just before `anchor`."""
    for widget in widgets:
        put_after(anchor, widget, anchor)


def stops_of(widget: QWidget) -> list[QWidget]:
    """What can have the focus in a widget, in the order its layouts show it."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return [widget]
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return stops_of(inside) if inside else []
    layout = widget.layout()
    return _stops_in(layout) if layout else []


def _stops_in(layout: QLayout) -> list[QWidget]:
    stops = list[QWidget]()
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner, widget = (item.layout(), item.widget()) if item else (None, None)
        if widget is not None:
            stops += stops_of(widget)
        elif inner is not None:
            stops += _stops_in(inner)
    return stops
