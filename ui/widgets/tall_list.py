"""Lists that are as tall as their rows, over models that know their rows by id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.ids import Id
from ui.theme import current_theme, follow_theme
from ui.widgets.list_pane import RowList
from ui.widgets.rows import shows_focus

Index = QModelIndex | QPersistentModelIndex
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
RECORD: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which a model hands out a whole row."""


class Row(Protocol):
    """A row that knows whose it is."""

    @property
    def id(self) -> Id:
        """The id of the record it shows."""


RowT = TypeVar("RowT", bound=Row)


class RowModel(QAbstractListModel):
    """Rows that move, come and go one by one, so that a list keeps its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are; rows have none below them."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the row, its title or its sentence."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RECORD:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row)
        return None

    def title(self, row: Any) -> str:  # noqa: ANN401 - each model has rows of its own
        """Return what typing ahead looks for."""
        raise NotImplementedError

    def sentence(self, row: Any) -> str:  # noqa: ANN401 - as for the title
        """Return the whole row as a sentence."""
        raise NotImplementedError

    def place(self, row_id: Id) -> QModelIndex:
        """Return where the row with this id stands; an invalid index where it does not."""
        at = self._find(row_id)
        return self.index(at) if at >= 0 else QModelIndex()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Become these rows, by the fewest steps."""
        wanted = {row.id for row in rows}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].id not in wanted:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            self._put(at, row)

    def _put(self, at: int, row: Row) -> None:
        found = self._find(row.id)
        if found < 0:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        if found != at:
            self.beginMoveRows(QModelIndex(), found, found, QModelIndex(), at)
            self._rows.insert(at, self._rows.pop(found))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def _find(self, row_id: Id) -> int:
        return next((at for at, row in enumerate(self._rows) if row.id == row_id), -1)


class TallDelegate(QStyledItemDelegate):
    """Paints rows whose height may follow the width, with no ground of their own at rest."""

    inset = 12
    """Pixels between the edge of the list and a row's content."""

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of a row whose content is this wide, in pixels."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, box: Any, index: Index) -> None:  # noqa: ANN401 - a QRect
        """Paint the content of a row into its box."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> Any:  # noqa: ANN401 - a QSize
        """Return the size of a row at the width of its list."""
        size = super().sizeHint(option, index)
        view = option.widget
        width = view.viewport().width() if isinstance(view, RowList) else option.rect.width()
        size.setWidth(1)
        size.setHeight(self.height_at(width - 2 * self.inset, index))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the state, then the content."""
        theme, box, state = current_theme(), option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        framed = state & QStyle.StateFlag.State_HasFocus and shows_focus(option.widget)
        painter.setPen(QPen(theme.colours.focus, 2) if framed else Qt.PenStyle.NoPen)
        over = state & QStyle.StateFlag.State_MouseOver
        painter.setBrush(theme.colours.hover if over else Qt.BrushStyle.NoBrush)
        radius = theme.radius("item")
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), radius, radius)
        self.paint_row(painter, box.adjusted(self.inset, 0, -self.inset, 0), index)
        painter.restore()


class TallList(RowList):
    """A list without a scroll bar of its own: it is as tall as its rows, the page scrolls.

    A single click opens a row. `edit_asked` carries the row on which F2 was pressed, `moved`
    one up or down with Alt and an arrow.
    """

    edit_asked = Signal(QModelIndex)
    moved = Signal(int)

    def __init__(self, name: str, model: RowModel, delegate: TallDelegate) -> None:
        super().__init__(name)
        delegate.setParent(self)
        model.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for changed in (
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.dataChanged,
        ):
            changed.connect(self.updateGeometry)
        self.doubleClicked.disconnect(self.opened)
        self.clicked.connect(self.opened)
        follow_theme(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, in pixels."""
        delegate, model = self.itemDelegate(), self.model()
        if not isinstance(delegate, TallDelegate):
            return 0
        inner = width - 2 * delegate.inset
        return sum(delegate.height_at(inner, model.index(at, 0)) for at in range(model.rowCount()))

    def sizeHint(self) -> Any:  # noqa: ANN401 - a QSize
        """Return the height of all rows at the present width."""
        size = super().sizeHint()
        size.setHeight(self.heightForWidth(max(self.width(), 1)))
        return size

    def minimumSizeHint(self) -> Any:  # noqa: ANN401 - a QSize
        """Return that any width will do."""
        size = super().minimumSizeHint()
        size.setWidth(1)
        size.setHeight(0)
        return size

    def current_id(self) -> Id | None:
        """Return the id of the current row, None where there is none."""
        return self.id_at(self.currentIndex())

    def id_at(self, index: QModelIndex) -> Id | None:
        """Return the id of a row, None for an invalid index."""
        row = index.data(RECORD)
        return row.id if row is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take F2 and Alt with an arrow besides the keys of every list."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_asked.emit(self.currentIndex())
        elif alt and event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew where the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


def wrapped_lines(metrics: QFontMetrics, text: str, width: int, limit: int) -> list[str]:
    """The lines of a text at a width, at most `limit`, the last one elided where there is more."""
    lines: list[str] = []
    line, rest = "", text.split()
    while rest and len(lines) < limit:
        longer = f"{line} {rest[0]}".strip()
        if not line or metrics.horizontalAdvance(longer) <= width:
            line = longer
            rest.pop(0)
        else:
            lines.append(line)
            line = ""
    if line and len(lines) < limit:
        lines.append(line)
    elif rest and lines:
        lines[-1] = metrics.elidedText(
            f"{lines[-1]} {' '.join(rest)}", Qt.TextElideMode.ElideRight, width
        )
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
