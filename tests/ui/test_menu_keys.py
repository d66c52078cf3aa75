"""The menu by key belongs to the current row, also below a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableWidget

from ui.menu_keys import ask_menu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt


def test_a_table_with_headers_is_asked_for_the_menu_of_its_current_cell(qtbot: QtBot) -> None:
    table = QTableWidget(4, 3)
    qtbot.addWidget(table)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.verticalHeader().setDefaultSectionSize(table.horizontalHeader().sizeHint().height())
    asked: list[QPoint] = []
    table.customContextMenuRequested.connect(asked.append)
    with qtbot.waitActive(table):
        table.show()
    table.setFocus()
    table.setCurrentCell(1, 1)
    ask_menu()
    assert [table.indexAt(place) for place in asked] == [table.currentIndex()]
