"""Choosing a journal entry as evidence for a goal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.ids import Id
from app.queries import plan
from app.queries.plan import Linkable
from ui import labels
from ui.context import Context
from ui.plan.words import translate
from ui.theme import current_theme
from ui.widgets.line_edit import LineEdit
from ui.widgets.list_pane import RowList
from ui.widgets.popover import Popover
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate
from ui.widgets.text import Label

_WIDTH, _HEIGHT, _LINE, _ROW = 380, 300, 20, 52


class LinkableModel(RowModel):
    """Entries that are no evidence for the goal yet."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def title(self, row: Linkable) -> str:
        """Return the entry's title."""
        return row.title.strip() or row.snippet or translate("Plan", "Untitled entry")

    def sentence(self, row: Linkable) -> str:
        """Return title and day."""
        return f"{self.title(row)}, {labels.short_day(row.day, self._today())}"


class LinkableDelegate(TallDelegate):
    """Paints an entry: title and day, and how it begins."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of two lines."""
        del width, index
        return current_theme().px(_ROW)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the entry."""
        theme = current_theme()
        row: Linkable = index.data(RECORD)
        line = QRect(box.x(), box.y() + theme.px(6), box.width(), theme.px(_LINE))
        day = labels.short_day(row.day, self._today())
        caption = theme.numbers("caption")
        room = draw_line(painter, line, day, font=caption, colour="text-2", end=True) + theme.px(8)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        title = line.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        draw_line(painter, title, str(index.data()), font=theme.font("section"))
        line.translate(0, theme.px(_LINE))
        draw_line(painter, line, row.snippet, font=theme.font("caption"), colour="text-2")


class EvidencePopover(Popover):
    """Journal entries to search; `chosen` carries the id of the one to link.

    It names itself "Add evidence" unless told otherwise.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, goal_id: Id, anchor: QWidget, name: str = "") -> None:
        super().__init__(name or translate("Plan", "Add evidence"), anchor)
        self._context = context
        self._goal_id = goal_id
        self.search = LineEdit(self.tr("Search your entries"), icon="search")
        self._model = LinkableModel(context.today)
        self.rows = RowList(self.tr("Entries"))
        self._model.setParent(self.rows)
        delegate = LinkableDelegate(context.today)
        delegate.setParent(self.rows)
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(delegate)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.doubleClicked.disconnect(self.rows.opened)
        self.rows.clicked.connect(self.rows.opened)
        self._none = Label("", "body", "text-2", wrap=True)
        for widget in (self.search, self._none, self.rows):
            self.body.addWidget(widget)
        theme = current_theme()
        self.setFixedWidth(theme.px(_WIDTH))
        self.rows.setFixedHeight(theme.px(_HEIGHT))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._choose(self._model.index(0)))
        self.rows.opened.connect(self._choose)
        self._find()

    def eventFilter(self, watched: QObject, event: object) -> bool:
        """Go from the search field to the list on Down."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.search and down and self._model.rowCount():
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            self.rows.setCurrentIndex(self._model.index(0))
            return True
        return False

    def _find(self) -> None:
        found = plan.linkable(self._context.vault.read, self._goal_id, self.search.text())
        self._model.show_rows(found)
        self.rows.setVisible(bool(found))
        sought = bool(self.search.text().strip())
        words = (
            self.tr("No entry matches.") if sought else self.tr("There is no entry to link yet.")
        )
        self._none.setText(words)
        self._none.setVisible(not found)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        if row is not None:
            self.close()
            self.chosen.emit(row.id)
