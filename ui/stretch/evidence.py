"""The journal entries that are evidence for a stretch goal, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import Kind
from app.queries.stretch import EvidenceRow
from ui.labels import long_day, short_day
from ui.theme import current_theme, follow_theme
from ui.widgets.list_pane import RowList
from ui.widgets.rows import Index, RowDelegate, draw_line

_ROOT = QModelIndex()
_QUOTE_SIZE = 14
_ROW = Qt.ItemDataRole.UserRole + 1


class EvidenceModel(QAbstractListModel):
    """Entries, newest first."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: tuple[EvidenceRow, ...] = ()

    def show(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these entries."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def height(self) -> int:
        """How high all rows are together."""
        return sum(_height(row) for row in self._rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown and said of an entry."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((title_of(row), long_day(row.day, self._today()), *_quotes(row)))
        return row if role == _ROW else None


def title_of(row: EvidenceRow) -> str:
    """What a piece of evidence is called; feedback after whom it is from and what it is on."""
    if row.kind is not Kind.FEEDBACK:
        return row.title
    form = QCoreApplication.translate("Stretch", "Feedback from {name}: {about}")
    nobody = QCoreApplication.translate("Stretch", "Feedback: {about}")
    return (form if row.name else nobody).format(name=row.name, about=row.title)


def _quotes(row: EvidenceRow) -> list[str]:
    """The passages of an entry in quotation marks."""
    form = QCoreApplication.translate("Stretch", "“{0}”")
    return [form.format(quote) for quote in row.quotes]


def _height(row: EvidenceRow) -> int:
    return current_theme().size("row-2" if row.quotes else "row-1")


class EvidenceDelegate(RowDelegate):
    """Paints an entry: its title, and its day at the end."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.padding = self.end_padding = 0

    def row_height(self, index: Index) -> int:
        """Return the height of one line, and of the line of the passages."""
        return _height(index.data(_ROW))

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one entry."""
        theme, row = current_theme(), index.data(_ROW)
        if row.quotes:
            below = box.adjusted(0, box.height() // 2, 0, -theme.px(4))
            font = theme.sized("quote", _QUOTE_SIZE)
            draw_line(painter, below, " ".join(_quotes(row)), font=font, colour="text-2")
            box = box.adjusted(0, theme.px(4), 0, -(box.height() // 2))
        day = short_day(row.day, self._today())
        small = theme.font("caption")
        taken = draw_line(painter, box, day, font=small, colour="text-2", end=True) + theme.px(12)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = box.adjusted(taken, 0, 0, 0) if rtl else box.adjusted(0, 0, -taken, 0)
        draw_line(painter, words, title_of(row) or self._nameless(), font=theme.font("body"))

    def _nameless(self) -> str:
        return self.tr("Entry without a title")


class EvidenceList(RowList):
    """As tall as its rows; `asked` carries the EvidenceRow of the entry to show."""

    asked = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._model = EvidenceModel(today, self)
        delegate = EvidenceDelegate(today)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Evidence"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.disconnect(self.opened)
        self.clicked.connect(self.opened)
        self.opened.connect(lambda index: self.asked.emit(index.data(_ROW)))
        follow_theme(self._fit)

    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these entries."""
        self._model.show(rows)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._model.height() + 2)
