"""The portfolio as rows and columns, for the table that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.domain.ids import Id
from app.queries.experiences import ExperienceRow
from ui import labels
from ui.experience_words import kind_words, learning_words
from ui.plan import experience_words as words
from ui.widgets.plain import tooltip
from ui.widgets.rows import Index

_ROOT = QModelIndex()
SORTED: Final = Qt.ItemDataRole.UserRole + 1
RECORD: Final = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    """The columns, in reading order."""

    TITLE = 0
    KIND = 1
    WHEN = 2
    LEARNING = 3
    HOURS = 4


class ExperienceModel(QAbstractTableModel):
    """Experiences as words; the first cell of a row says all of it."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: tuple[ExperienceRow, ...] = ()
        self._words: dict[Id, tuple[str, ...]] = {}

    def show_rows(self, rows: Sequence[ExperienceRow]) -> None:
        """Show these experiences."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self._words = {
                row.id: tuple(self._cell(row, column) for column in Column) for row in rows
            }
            self.endResetModel()

    def column_of(self, column: Column) -> list[str]:
        """Everything that a column says."""
        return [said[column] for said in self._words.values()]

    def place(self, experience_id: Id) -> QModelIndex:
        """Where an experience stands; an invalid index where it does not."""
        for at, row in enumerate(self._rows):
            if row.id == experience_id:
                return self.index(at, Column.TITLE)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many experiences there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a column, at the side of its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            figures = section == Column.HOURS
            side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.column_words(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, sorts by and is called, or its whole row."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell_words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(row.title)
        if role == SORTED:
            return self._order(row, column)
        return row if role == RECORD else None

    def column_words(self, column: Column) -> str:
        """What a column is called."""
        return {
            Column.TITLE: self.tr("Title"),
            Column.KIND: self.tr("Kind"),
            Column.WHEN: self.tr("When"),
            Column.LEARNING: self.tr("Learning"),
            Column.HOURS: self.tr("Hours"),
        }[column]

    def cell_words(self, row: ExperienceRow, column: Column) -> str:
        """What a cell says; nothing where nothing is known."""
        return self._words[row.id][column]

    def _cell(self, row: ExperienceRow, column: Column) -> str:
        if column is Column.WHEN:
            return words.days_words(row.start, row.end, self._today())
        if column is Column.HOURS:
            return "" if row.hours is None else labels.number(row.hours)
        return {
            Column.TITLE: row.title,
            Column.KIND: kind_words(row.type),
            Column.LEARNING: learning_words(row.learning),
        }[column]

    def _spoken(self, row: ExperienceRow, column: Column) -> str:
        if column is Column.TITLE:
            return words.row_sentence(row, self._today())
        return f"{self.column_words(column)}: {self.cell_words(row, column)}"

    def _order(self, row: ExperienceRow, column: Column) -> object:
        if column is Column.WHEN:
            return row.when.toordinal()
        if column is Column.HOURS:
            return -1.0 if row.hours is None else row.hours
        return self.cell_words(row, column).casefold()
