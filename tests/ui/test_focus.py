from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.focus import show_focused
from ui.widgets.ring import note_input


def tall_page(qtbot: QtBot) -> tuple[QScrollArea, QPushButton]:
    area, inside, last = QScrollArea(), QWidget(), QPushButton("Last")
    column = QVBoxLayout(inside)
    column.addSpacing(900)
    column.addWidget(last)
    area.setWidget(inside)
    area.resize(200, 200)
    qtbot.addWidget(area)
    area.show()
    return area, last


def test_a_page_scrolls_to_what_a_key_gave_the_focus_to(qtbot: QtBot) -> None:
    area, last = tall_page(qtbot)
    note_input(by_key=True)
    last.setFocus(Qt.FocusReason.BacktabFocusReason)
    show_focused(None, last)
    assert not last.visibleRegion().isEmpty()
    assert area.verticalScrollBar().value() > 0


def test_a_page_stays_where_the_pointer_gave_the_focus(qtbot: QtBot) -> None:
    area, last = tall_page(qtbot)
    note_input(by_key=False)
    last.setFocus(Qt.FocusReason.MouseFocusReason)
    show_focused(None, last)
    show_focused(last, None)
    assert area.verticalScrollBar().value() == 0
    note_input(by_key=True)
