"""Saved searches: their rows with what each finds, and the popover that names one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.domain.ids import Id
from app.domain.records import TITLE_LIMIT
from app.domain.searches import SavedSearch
from app.errors import AppError
from ui.labels import number
from ui.messages import sentence
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.icons import paint_icon
from ui.widgets.line_edit import LineEdit
from ui.widgets.list_pane import RowList
from ui.widgets.popover import Popover
from ui.widgets.rows import Index, RowDelegate, draw_line

_ROOT = QModelIndex()
_ROW, _ICON, _LEAD, _GAP = 52, 15, 27, 12
_WIDE = 300


class SavedRole(IntEnum):
    """What a row holds for its delegate."""

    SEARCH = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2


class SavedModel(QAbstractListModel):
    """Saved searches by name, each with the number of what it finds once that is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._searches: list[SavedSearch] = []
        self._counts: dict[str, int] = {}

    def search(self, index: Index) -> SavedSearch | None:
        """The search in a row."""
        return self._searches[index.row()] if index.isValid() else None

    def place(self, search_id: Id) -> QModelIndex:
        """Where a search stands; invalid where it does not."""
        rows = (row for row, each in enumerate(self._searches) if each.id == search_id)
        return self.index(next(rows, -1))

    def show(self, searches: Sequence[SavedSearch]) -> None:
        """Become these searches."""
        ordered = sorted(searches, key=lambda each: (each.name.casefold(), each.id))
        if [each.id for each in ordered] == [each.id for each in self._searches]:
            self._searches = ordered
            if ordered:
                self.dataChanged.emit(self.index(0), self.index(len(ordered) - 1))
            return
        self.beginResetModel()
        self._searches = ordered
        self.endResetModel()

    def count(self, query: str, found: int) -> None:
        """Show how much a search finds."""
        self._counts[query] = found
        for row, search in enumerate(self._searches):
            if search.query == query:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many searches are saved."""
        return 0 if parent.isValid() else len(self._searches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown and said of a search."""
        search = self.search(index)
        if search is None:
            return None
        found = self._counts.get(search.query)
        count = "" if found is None else number(found)
        cells: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: search.name,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                part for part in (search.name, search.query, count) if part
            ),
            SavedRole.SEARCH: search,
            SavedRole.COUNT: count,
        }
        return cells.get(role)


class SavedDelegate(RowDelegate):
    """Paints a saved search: its name, its words below, and what it finds at the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self.setParent(parent)
        self.padding = self.end_padding = 0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(1, current_theme().px(_ROW))

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one saved search."""
        theme, search = current_theme(), index.data(SavedRole.SEARCH)
        count, numbers = index.data(SavedRole.COUNT), theme.numbers("caption")
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, lead = theme.px(_ICON), theme.px(_LEAD)
        inner = box.adjusted(2, 0, -2, 0)
        x = inner.right() + 1 - side if rtl else inner.x()
        paint_icon(painter, QRect(x, inner.y(), side, inner.height()), "bookmark", "text-2")
        draw_line(painter, inner, count, font=numbers, colour="text-2", end=True)
        taken = QFontMetrics(numbers).horizontalAdvance(count) + theme.px(_GAP)
        left, right = (taken, lead) if rtl else (lead, taken)
        line = theme.line("body")
        top = inner.center().y() - line + 1
        head = QRect(inner.x() + left, top, inner.width() - left - right, line)
        draw_line(painter, head, search.name, font=theme.font("label"))
        small = theme.font("caption")
        draw_line(painter, head.translated(0, line), search.query, font=small, colour="text-2")


class SavedList(RowList):
    """The saved searches; F2 renames, Delete removes, Shift+F10 offers both."""

    renamed = Signal(QModelIndex)

    def __init__(self, name: str, model: SavedModel) -> None:
        super().__init__(name)
        self.setItemDelegate(SavedDelegate(self))
        self.setModel(model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.disconnect(self.opened)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take F2 besides the keys of every list."""
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.renamed.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class NamePopover(Popover):
    """Asks what a search is called; `take` keeps it, or raises the AppError that is shown."""

    def __init__(
        self, title: str, name: str, verb: str, anchor: QWidget, take: Callable[[str], object]
    ) -> None:
        super().__init__(title, anchor)
        self._take = take
        self.name = LineEdit(name=self.tr("Name"))
        self.name.setMaxLength(TITLE_LIMIT)
        self.name.setText(name)
        self.name.selectAll()
        self._field = Field(self.tr("Name"), self.name)
        self._field.setMinimumWidth(current_theme().px(_WIDE))
        self.save = Button(verb, "primary")
        self.body.setSpacing(12)
        self.body.addWidget(self._field)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        self.name.returnPressed.connect(self._finish)
        self.save.clicked.connect(self._finish)

    def _finish(self) -> None:
        try:
            self._take(self.name.text())
        except AppError as error:
            self._field.set_error(sentence(error))
            return
        self.close()
