"""The pane with a list: title, actions, tabs and rows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.ring import is_by_keyboard
from ui.widgets.rows import RowDelegate, RowRole
from ui.widgets.segmented import Segmented
from ui.widgets.tab_order import put_before, stops_of
from ui.widgets.text import Label


class RowList(QListView):
    """A list of rows: one Tab stop, arrows, Home, End, type ahead; Enter opens.

    `opened` carries the index of the row that Enter or a double click opened, `deleted` that of
    the row on which Delete was pressed.
    """

    opened = Signal(QModelIndex)
    deleted = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self.opened)
        follow_theme(self.scheduleDelayedItemsLayout)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a row; with the first one, the heading above it."""
        super().scrollTo(index, hint)
        above = index.model().index(0, 0) if index.row() == 1 else QModelIndex()
        if above.data(RowRole.SECTION) and hint is QAbstractItemView.ScrollHint.EnsureVisible:
            super().scrollTo(above, hint)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the current row if a key brought the focus, and show it: it may lie beyond."""
        if is_by_keyboard(event.reason()):
            self.setProperty("keyboard", True)
            self.scrollTo(self.currentIndex())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        self.setProperty("keyboard", False)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, ask for removal on Delete."""
        self.setProperty("keyboard", True)
        current = self.currentIndex()
        if current.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif current.isValid() and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(current)
        else:
            super().keyPressEvent(event)


class ListPane(QWidget):
    """Title and actions, tabs if there are views, and the rows below; 304 pixels wide.

    Set the model on `rows`. Replace the rows by an empty state with `show_instead`.
    """

    def __init__(
        self,
        title: str,
        name: str,
        delegate: RowDelegate,
        *,
        actions: Sequence[Button] = (),
        views: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "pane")
        self.setProperty("line", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(title, "title", size=24)
        self.rows = RowList(name)
        delegate.setParent(self)
        self.rows.setItemDelegate(delegate)
        self.segments = Segmented(views, name=title, fill=True) if views else None
        self._instead: QWidget | None = None
        self.column = QVBoxLayout(self)
        self._lay_out(actions)
        follow_theme(self._apply_theme)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show a widget in place of the rows, or the rows again."""
        if self._instead is not None:
            self.column.removeWidget(self._instead)
            self._instead.deleteLater()
        self._instead = widget
        self.rows.setVisible(widget is None)
        if widget is not None:
            self.column.addWidget(widget, 1)

    def show_head_alone(self, *, alone: bool) -> None:
        """Show title, actions and what stands above the rows; with nothing to list, that is all."""
        self.rows.setVisible(not alone and self._instead is None)

    def put_above(self, widget: QWidget) -> None:
        """Let a widget stand between the head and the rows."""
        self.column.insertWidget(self.column.indexOf(self.rows), widget)
        put_before(self.rows, *stops_of(widget))

    def set_name(self, name: str) -> None:
        """Say what the list is and how much it holds, as "Journal, 31 entries"."""
        self.rows.setAccessibleName(name)

    def _lay_out(self, actions: Sequence[Button]) -> None:
        self.column.setContentsMargins(0, 0, 1, 0)
        self.column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 18, 14, 12)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for action in actions:
            head.addWidget(action)
        self.column.addLayout(head)
        if self.segments is not None:
            holder = QHBoxLayout()
            holder.setContentsMargins(20, 0, 16, 8)
            holder.addWidget(self.segments)
            self.column.addLayout(holder)
        self.column.addWidget(self.rows, 1)
        self.column.addStretch()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setMinimumWidth(theme.size("list-pane-min"))
        self.setMaximumWidth(theme.size("list-pane-max"))
        self.resize(theme.size("list-pane"), self.height())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
