"""The list of an entry's versions, by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QWidget

from app.queries.versions import VersionRow
from ui.journal.version_words import changed_words, length_words
from ui.labels import clock, day_words
from ui.theme import current_theme
from ui.widgets.list_pane import RowList
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_line

_CONTEXT = "Versions"
_ROW = Qt.ItemDataRole.UserRole
_WHEN = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _TOP, _LINE = 54, 8, 19


class VersionList(RowList):
    """Versions, the newest first; the first is what the entry says now."""

    picked = Signal(object)
    """The VersionRow that is selected from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate(_CONTEXT, "Versions"), parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Delegate(self))
        self.setModel(QStandardItemModel(self))
        self.selectionModel().currentChanged.connect(self._pick)

    def show_rows(self, rows: Sequence[VersionRow], today: date) -> None:
        """Show these versions, with a heading over each day."""
        model = QStandardItemModel(self)
        day = None
        for number, row in enumerate(rows):
            if row.at.day != day:
                day = row.at.day
                model.appendRow(_heading(day_words(day, today)))
            model.appendRow(_item(row, now=number == 0))
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._pick)
        words = QCoreApplication.translate(_CONTEXT, "Versions, {0}")
        self.setAccessibleName(words.format(len(rows)))

    def row(self) -> VersionRow | None:
        """The version that is selected."""
        found: VersionRow | None = self.currentIndex().data(_ROW)
        return found

    def choose(self, seq: int) -> None:
        """Select a version."""
        model = self.model()
        for place in range(model.rowCount()):
            row = model.index(place, 0).data(_ROW)
            if row is not None and row.seq == seq:
                self.setCurrentIndex(model.index(place, 0))
                return

    def _pick(self, current: Index) -> None:
        row = current.data(_ROW)
        if row is not None:
            self.picked.emit(row)


class _Delegate(RowDelegate):
    """Paints a version: when, its length, and what changed."""

    def row_height(self, index: Index) -> int:
        """The height of a row in pixels."""
        del index
        return current_theme().px(_HEIGHT)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one version."""
        theme, row = current_theme(), index.data(_ROW)
        top = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_LINE))
        caption = theme.font("caption")
        taken = draw_line(
            painter, top, length_words(row.words), font=caption, colour="text-2", end=True
        )
        room = top.adjusted(0, 0, -taken - theme.px(8), 0)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room = top.adjusted(taken + theme.px(8), 0, 0, 0)
        draw_line(painter, room, str(index.data(_WHEN)), font=theme.font("label"))
        below = top.translated(0, theme.px(_LINE))
        draw_line(painter, below, changed_words(row), font=caption, colour="text-2")


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(True, RowRole.SECTION)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _item(row: VersionRow, *, now: bool) -> QStandardItem:
    when = QCoreApplication.translate(_CONTEXT, "Now") if now else clock(row.at.local)
    item = QStandardItem(when)
    item.setData(row, _ROW)
    item.setData(when, _WHEN)
    parts = (when, length_words(row.words), changed_words(row))
    item.setData(", ".join(p for p in parts if p), Qt.ItemDataRole.AccessibleTextRole)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
