"""Assessments below each other: what they are called, of when and whose, and what they rated."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.domain.ids import Id
from ui.plan import assessment_words as words
from ui.plan.competency_aside import paint_level
from ui.theme import current_theme
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList, wrapped_lines

_TOP, _TITLE, _LINE, _BOTTOM, _LINES, _END = 9, 20, 17, 10, 4, 88


@dataclass(frozen=True, slots=True)
class PastRow:
    """An assessment; with a level it is the rating of one competency, as it read then."""

    id: Id
    title: str
    line: str
    level: int = 0
    anchor: str = ""


class PastModel(RowModel):
    """Assessments, newest first."""

    def title(self, row: PastRow) -> str:
        """Return what it is called."""
        return row.title

    def sentence(self, row: PastRow) -> str:
        """Return all that the row shows."""
        title = words.rating_words(row.title, row.level, row.anchor) if row.level else row.title
        return f"{title}, {row.line}"


class PastDelegate(TallDelegate):
    """Paints an assessment over a hairline."""

    inset = 8

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of title, line and anchor."""
        row: PastRow = index.data(RECORD)
        lines = 1 + len(self._lines(row, width))
        return current_theme().px(_TOP + _TITLE + lines * _LINE + _BOTTOM)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint an assessment."""
        theme = current_theme()
        row: PastRow = index.data(RECORD)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colours.border)
        line = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_TITLE))
        title = QRect(line)
        if row.level:
            paint_level(painter, line, row.level)
            rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            room = theme.px(_END)
            title.adjust(room if rtl else 0, 0, 0 if rtl else -room, 0)
        draw_line(painter, title, row.title, font=theme.font("section"))
        line.translate(0, theme.px(_TITLE))
        line.setHeight(theme.px(_LINE))
        for said in (row.line, *self._lines(row, box.width())):
            draw_line(painter, line, said, font=theme.font("caption"), colour="text-2")
            line.translate(0, line.height())

    def _lines(self, row: PastRow, width: int) -> list[str]:
        metrics = QFontMetrics(current_theme().font("caption"))
        return wrapped_lines(metrics, row.anchor, width, _LINES)


class PastList(TallList):
    """The list of them."""

    def __init__(self, name: str) -> None:
        self._past = PastModel()
        super().__init__(name, self._past, PastDelegate())

    def show_past(self, rows: list[PastRow]) -> None:
        """Show these."""
        self._past.show_rows(rows)
        self.setVisible(bool(rows))
