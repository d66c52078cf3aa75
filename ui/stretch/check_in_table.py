"""The check-ins as a table, whose rows are edited and moved to the trash."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from app.drawing.shapes import Opens
from ui.widgets.chart_table import ChartTable


class CheckInTable(ChartTable):
    """The table of the chart; `trash_asked` carries the id of a check-in."""

    trash_asked = Signal(str)

    def menu(self, row_id: str, opens: Opens | None) -> QMenu:
        """Edit, copy, remove."""
        menu = super().menu(row_id, opens)
        menu.actions()[0].setText(self.tr("Edit check-in"))
        menu.addAction(self.tr("Move to trash"), lambda: self.trash_asked.emit(row_id))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete."""
        if event.key() == Qt.Key.Key_Delete and self.current_id:
            self.trash_asked.emit(self.current_id)
        else:
            super().keyPressEvent(event)
