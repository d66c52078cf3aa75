"""The lines of the ledger as a table of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.queries.ledger import LedgerRow
from ui import labels
from ui.share.ledger_words import (
    marked_words,
    standing_words,
    until_words,
)
from ui.share.type_words import type_words
from ui.shared_words import withheld_words
from ui.widgets.plain import tooltip

Index = QModelIndex | QPersistentModelIndex
DATE, RECIPIENT, PURPOSE, ITEMS, PAGES, PASSPHRASE = range(6)
NUMBERS: Final = frozenset({ITEMS, PAGES})
SORT: Final = Qt.ItemDataRole.UserRole + 1
LINE: Final = Qt.ItemDataRole.UserRole + 2
STANDING: Final = Qt.ItemDataRole.UserRole + 3
"""What is noted of a copy, below its purpose."""
MARK: Final = Qt.ItemDataRole.UserRole + 4

_ORDERS: Final[tuple[Callable[[LedgerRow], int | str], ...]] = (
    lambda row: row.when.at,
    lambda row: row.line.recipient.casefold(),
    lambda row: row.line.purpose.casefold(),
    lambda row: row.line.items,
    lambda row: row.line.pages,
    lambda row: int(row.line.passphrase),
)
_translate = QCoreApplication.translate


class LedgerModel(QAbstractTableModel):
    """The lines of the ledger as words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[LedgerRow, ...] = ()
        self._today = date.min

    def show_rows(self, rows: Sequence[LedgerRow], today: date) -> bool:
        """Show these lines; returns whether they are others than before."""
        if tuple(rows) == self._rows and today == self._today:
            return False
        self.beginResetModel()
        self._rows, self._today = tuple(rows), today
        self.endResetModel()
        return True

    @property
    def lines(self) -> tuple[LedgerRow, ...]:
        """The lines that are shown."""
        return self._rows

    def widest(self, column: int) -> tuple[str, ...]:
        """Every different text of a column, with its name."""
        return (self._header(column), *{self._words(row, column) for row in self._rows})

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The number of columns."""
        return 0 if parent is not None and parent.isValid() else PASSPHRASE + 1

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self._header(section) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, or sorts by."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in {RECIPIENT, PURPOSE}:
            standing = standing_words(row, self._today) if column == PURPOSE else ""
            return tooltip("\n".join(filter(None, (self._words(row, column), standing))))
        return self._kept(row, column, role)

    def as_text(self, rows: Iterable[LedgerRow]) -> str:
        """These lines in full, with tabs between their columns."""
        lines = [_full_headers(), *(self._full(row) for row in rows)]
        return "\n".join("\t".join(" ".join(word.split()) for word in line) for line in lines)

    def column_words(self, column: int) -> str:
        """The name of a column."""
        return self._header(column)

    # Private

    def _kept(self, row: LedgerRow, column: int, role: int) -> object:
        """What the table asks for beside the words; most of all what a cell sorts by."""
        if role == SORT:
            return _ORDERS[column](row)
        if role == LINE:
            return row
        if role == STANDING:
            return standing_words(row, self._today)
        return row.mark.mark if role == MARK and row.mark else None

    def _header(self, column: int) -> str:
        return _headers()[column]

    def _words(self, row: LedgerRow, column: int) -> str:
        line = row.line
        if column == DATE:
            return labels.short_day(line.when.day, self._today)
        if column == RECIPIENT:
            return line.recipient
        if column == PURPOSE:
            return line.purpose
        if column == PASSPHRASE:
            return self.tr("Yes") if line.passphrase else self.tr("None")
        return labels.number(line.items if column == ITEMS else line.pages)

    def _spoken(self, row: LedgerRow, column: int) -> str:
        words = f"{self._header(column)}: {self._words(row, column)}"
        standing = standing_words(row, self._today) if column == PURPOSE else ""
        return f"{words}. {standing}" if standing else words

    def _full(self, row: LedgerRow) -> tuple[str, ...]:
        line, today = row.line, self._today
        return (
            *(self._words(row, column) for column in (DATE, RECIPIENT, PURPOSE)),
            type_words(line.type),
            labels.number(line.items),
            withheld_words(line.passages, line.evidence),
            labels.number(line.unnamed),
            labels.number(line.pages),
            self._words(row, PASSPHRASE),
            line.file_name,
            line.sha256,
            until_words(line.until, today) if line.until else "",
            "; ".join(marked_words(each, today) for each in row.marks),
        )


def _headers() -> tuple[str, ...]:
    return (
        _translate("LedgerModel", "Date"),
        _translate("LedgerModel", "Recipient"),
        _translate("LedgerModel", "Purpose"),
        _translate("LedgerModel", "Items"),
        _translate("LedgerModel", "Pages"),
        _translate("LedgerModel", "Passphrase"),
    )


def _full_headers() -> tuple[str, ...]:
    return (
        *_headers()[:ITEMS],
        _translate("LedgerModel", "Kind of pack"),
        _translate("LedgerModel", "Items"),
        _translate("LedgerModel", "Withheld"),
        _translate("LedgerModel", "Names replaced"),
        _translate("LedgerModel", "Pages"),
        _translate("LedgerModel", "Passphrase"),
        _translate("LedgerModel", "File"),
        _translate("LedgerModel", "Fingerprint"),
        _translate("LedgerModel", "Meant until"),
        _translate("LedgerModel", "What became of it"),
    )
