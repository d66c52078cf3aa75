"""Attempts at a stretch goal: what was tried, when, and what it taught."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.ids import Id
from app.queries.stretch import AttemptRow
from ui.labels import short_day
from ui.stretch.words import taught_words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.rows import Index, draw_fact, draw_line
from ui.widgets.spot_list import SpotDelegate, SpotList
from ui.widgets.tall_list import RECORD, RowModel, wrapped_lines
from ui.widgets.text import Label

_TOP, _TITLE, _LINE, _BOTTOM, _LINES = 7, 20, 18, 8, 4
_FRESH: Final = timedelta(days=14)
"""For so long the newest attempt offers to write its debrief."""


class AttemptModel(RowModel):
    """Attempts, the newest first."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.today = today

    def title(self, row: AttemptRow) -> str:
        """Return what was tried."""
        return row.title

    def sentence(self, row: AttemptRow) -> str:
        """Return the whole row as a sentence."""
        day = short_day(row.day, self.today())
        parts = (row.title, day, taught_words(row.taught), self.offer(row)[1])
        return ", ".join(part for part in parts if part)

    def offer(self, row: AttemptRow) -> tuple[str, str]:
        """Return the colour and the words of the debrief that is there, or that can be written."""
        if row.entry:
            return "text-2", self.tr("Debrief")
        newest: AttemptRow = self.index(0).data(RECORD)
        fresh = row.id == newest.id and self.today() - row.day <= _FRESH
        return ("accent-text", self.tr("Write the debrief")) if fresh else ("", "")


class AttemptDelegate(SpotDelegate):
    """Paints what was tried with its day, what it taught, and the debrief."""

    inset = 0

    def __init__(self, model: AttemptModel) -> None:
        super().__init__()
        self._model = model

    def height_at(self, width: int, index: Index) -> int:
        """Return room for the lines there are."""
        row: AttemptRow = index.data(RECORD)
        titles = len(self._title(width, row)) * _TITLE
        lines = len(_lines(row, width)) + bool(self._model.offer(row)[1])
        return current_theme().px(_TOP + titles + lines * _LINE + _BOTTOM) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one row and the line below it."""
        theme, row = current_theme(), index.data(RECORD)
        painter.setPen(QPen(theme.colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        head = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_TITLE))
        day, small = short_day(row.day, self._model.today()), theme.numbers("caption")
        draw_line(painter, head, day, font=small, colour="text-2", end=True)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        taken = self._day_width(row)
        title = head.adjusted(taken, 0, 0, 0) if rtl else head.adjusted(0, 0, -taken, 0)
        for words in self._title(box.width(), row):
            draw_line(painter, title, words, font=theme.font("section"))
            title.translate(0, theme.px(_TITLE))
        line = QRect(box.x(), title.y(), box.width(), theme.px(_LINE))
        for words in _lines(row, box.width()):
            draw_line(painter, line, words, font=theme.font("caption"), colour="text-2")
            line.translate(0, theme.px(_LINE))
        colour, words = self._model.offer(row)
        if words:
            draw_fact(painter, line, "notebook-pen", words, colour=colour)

    def spot_box(self, box: QRect, index: Index) -> QRect:
        """Return where the debrief of a row is painted, empty where it is not."""
        theme, words = current_theme(), self._model.offer(index.data(RECORD))[1]
        if not words:
            return QRect()
        height = theme.size("hit-min")
        return QRect(box.x(), box.bottom() + 1 - height, box.width(), height)

    def _day_width(self, row: AttemptRow) -> int:
        theme, day = current_theme(), short_day(row.day, self._model.today())
        return QFontMetrics(theme.numbers("caption")).horizontalAdvance(day) + theme.px(12)

    def _title(self, width: int, row: AttemptRow) -> list[str]:
        metrics = QFontMetrics(current_theme().font("section"))
        return wrapped_lines(metrics, row.title, width - self._day_width(row), _LINES)


class AttemptList(SpotList):
    """The rows; the spot in each is its debrief."""

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        self.attempts = AttemptModel(today)
        super().__init__(name, self.attempts, AttemptDelegate(self.attempts))


class AttemptSection(QWidget):
    """Heading, rows and a way to add one; the signals carry the id of an attempt."""

    add_asked = Signal()
    edit_asked = Signal(str)
    debrief_asked = Signal(str)
    trash_asked = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        heading = self.tr("Attempts")
        self.add = Button(self.tr("Add"), "link", icon="plus")
        self.add.setAccessibleName(self.tr("Add an attempt"))
        self.rows = AttemptList(heading, today)
        self._nothing = Label(
            self.tr("Small tries count, too: each one teaches something."),
            "body",
            "text-2",
            wrap=True,
        )
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(Picture("flag", "text-2"))
        head.addWidget(Label(heading, "section"), 1)
        head.addWidget(self.add)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addWidget(self._nothing)
        self._connect()

    def show_rows(self, rows: Sequence[AttemptRow]) -> None:
        """Show these attempts."""
        self.rows.attempts.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_asked)
        self.rows.opened.connect(self._open)
        self.rows.edit_asked.connect(lambda at: self.edit_asked.emit(at.data(RECORD).id))
        self.rows.deleted.connect(lambda at: self.trash_asked.emit(at.data(RECORD).id))
        self.rows.spot_asked.connect(lambda at: self.debrief_asked.emit(at.data(RECORD).id))
        self.rows.customContextMenuRequested.connect(self._open_menu)

    def _open(self, index: QModelIndex) -> None:
        row: AttemptRow = index.data(RECORD)
        (self.debrief_asked if row.entry else self.edit_asked).emit(row.id)

    def _open_menu(self, at: QPoint) -> None:
        index = self.rows.currentIndex()
        if not index.isValid():
            return
        row: AttemptRow = index.data(RECORD)
        menu, attempt = QMenu(self), Id(row.id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        debrief = self.tr("Open the debrief") if row.entry else self.tr("Write the debrief")
        menu.addAction(debrief, partial(self.debrief_asked.emit, attempt))
        menu.addAction(self.tr("Edit attempt"), partial(self.edit_asked.emit, attempt))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), partial(self.trash_asked.emit, attempt))
        menu.popup(self.rows.viewport().mapToGlobal(at))


def _lines(row: AttemptRow, width: int) -> list[str]:
    metrics = QFontMetrics(current_theme().font("caption"))
    return wrapped_lines(metrics, taught_words(row.taught), width, _LINES)
