"""Lists that are as tall as their rows, over models that know their rows by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol, TypeVar, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
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
_WIDTHS: Final = 4
"""For how many widths the heights are kept; layouts try two or three."""
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
        """Become these rows by few steps, however many there are."""
        wanted = {row.id for row in rows}
        for first, last in reversed(_runs([row.id not in wanted for row in self._rows])):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        known = {row.id for row in self._rows}
        self._arrange([row.id for row in rows if row.id in known])
        for first, last in _runs([row.id not in known for row in rows]):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()
        changed = [shown != row for shown, row in zip(self._rows, rows, strict=True)]
        for first, last in _runs(changed):
            self._rows[first : last + 1] = rows[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))

    def _arrange(self, ids: Sequence[Id]) -> None:
        """Bring the rows into an order: one is moved, or all are where more than one moved."""
        before = [row.id for row in self._rows]
        moved = [at for at, row_id in enumerate(ids) if before[at] != row_id]
        if not moved:
            return
        first, last = moved[0], moved[-1]
        if ids[first:last] == before[first + 1 : last + 1]:
            self._move(first, last)
        elif ids[first + 1 : last + 1] == before[first:last]:
            self._move(last, first)
        else:
            self._sort({row_id: at for at, row_id in enumerate(ids)})

    def _move(self, origin: int, target: int) -> None:
        # Qt wants the row before which it lands, counted as before the move.
        behind = target + 1 if target > origin else target
        self.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), behind)
        self._rows.insert(target, self._rows.pop(origin))
        self.endMoveRows()

    def _sort(self, places: Mapping[Id, int]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        new = [self.index(places[self._rows[index.row()].id]) for index in held]
        self._rows.sort(key=lambda row: places[row.id])
        self.changePersistentIndexList(held, new)
        self.layoutChanged.emit()

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
        view = option.widget
        if isinstance(view, TallList):
            return QSize(1, view.heights(view.viewport().width())[index.row()])
        width = view.viewport().width() if isinstance(view, RowList) else option.rect.width()
        return QSize(1, self.height_at(width - 2 * self.inset, index))

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
        self._heights: dict[int, list[int]] = {}
        delegate.setParent(self)
        model.setParent(self)
        self.setItemDelegate(delegate)
        # Before the list hears of it, which asks for heights.
        for changed in (
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.dataChanged,
            model.layoutChanged,
        ):
            changed.connect(self._forget_heights)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.doubleClicked.disconnect(self.opened)
        self.clicked.connect(self.opened)
        follow_theme(self._forget_heights)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, in pixels."""
        return sum(self.heights(width))

    def heights(self, width: int) -> list[int]:
        """Return the height of each row at a width of the list; they are measured once."""
        found = self._heights.get(width)
        if found is None:
            delegate, model = cast("TallDelegate", self.itemDelegate()), self.model()
            inner, count = width - 2 * delegate.inset, model.rowCount()
            found = [delegate.height_at(inner, model.index(at, 0)) for at in range(count)]
            if len(self._heights) == _WIDTHS:
                self._heights.clear()
            self._heights[width] = found
        return found

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

    def _forget_heights(self) -> None:
        self._heights.clear()
        self.updateGeometry()

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


def _runs(marks: Sequence[bool]) -> list[tuple[int, int]]:
    """The first and the last place of each run of marked ones."""
    runs: list[tuple[int, int]] = []
    for at, marked in enumerate(marks):
        if marked and runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        elif marked:
            runs.append((at, at))
    return runs


def wrapped_lines(metrics: QFontMetrics, text: str, width: int, limit: int) -> list[str]:
    """The lines of a text at a width, at most `limit`, the last one elided where there is more."""
    if metrics.horizontalAdvance(text) <= width and "\n" not in text:
        return [" ".join(text.split())] if text.strip() else []
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
