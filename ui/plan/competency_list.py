"""The list of competencies: group by group, each with the level rated last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPen

from app.domain.ids import Id
from app.queries.assessments import Seen
from app.queries.competencies import CompetencyRow
from ui import labels
from ui.plan import assessment_words as words
from ui.plan.competency_aside import paint_level
from ui.plan.words import translate
from ui.theme import current_theme
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList, wrapped_lines

_HEADING, _TOP, _NAME, _LINE, _BOTTOM, _LINES = 48, 11, 22, 18, 11, 2
_END, _FIRST = 132, 40


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A competency with its last own rating, or without one the name of a group."""

    id: Id
    name: str
    definition: str = ""
    level: int = 0
    day: date | None = None
    heading: bool = False


def listed(rows: Iterable[CompetencyRow], latest: Mapping[str, Seen]) -> Iterator[ListedRow]:
    """The rows below the names of their groups."""
    for group, members in groupby(rows, key=lambda row: row.group):
        name = group or translate("Plan", "Without a group")
        yield ListedRow(Id(f"group {group}"), name, heading=True)
        for row in members:
            seen = latest.get(row.id)
            level, day = (seen.rating.level, seen.day) if seen else (0, None)
            yield ListedRow(Id(row.id), row.name, row.definition, level, day)


class CompetencyModel(RowModel):
    """Groups and their competencies; groups cannot be chosen."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def title(self, row: ListedRow) -> str:
        """Return its name."""
        return row.name

    def sentence(self, row: ListedRow) -> str:
        """Return all that the row shows."""
        if row.heading:
            return row.name
        rated = words.rating_words(row.name, row.level)
        day = labels.short_day(row.day, self._today()) if row.day else ""
        return ", ".join(part for part in (rated, day, row.definition) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody choose the name of a group."""
        row = index.data(RECORD)
        heading = row is None or row.heading
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)


class CompetencyDelegate(TallDelegate):
    """Paints names of groups, and competencies with their levels."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of a row."""
        theme = current_theme()
        row: ListedRow = index.data(RECORD)
        if row.heading:
            return theme.px(_HEADING if index.row() else _FIRST)
        lines = max(1, len(self._lines(row, width)))
        return theme.px(_TOP + _NAME + _BOTTOM + lines * _LINE)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a row over a hairline."""
        theme = current_theme()
        row: ListedRow = index.data(RECORD)
        painter.setPen(QPen(theme.colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if row.heading:
            line = QRect(box.x(), box.bottom() - theme.px(26), box.width(), theme.px(22))
            draw_line(
                painter, line, row.name, font=theme.sized("caption", 12, 600), colour="text-2"
            )
            return
        line = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_NAME))
        self._paint_level(painter, line, row)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = theme.px(_END)
        text = line.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        draw_line(painter, text, row.name, font=theme.font("section"))
        text.translate(0, theme.px(_NAME))
        text.setHeight(theme.px(_LINE))
        for said in self._lines(row, box.width()):
            draw_line(painter, text, said, font=theme.font("caption"), colour="text-2")
            text.translate(0, text.height())

    def _paint_level(self, painter: QPainter, line: QRect, row: ListedRow) -> None:
        theme = current_theme()
        caption = theme.numbers("caption")
        if not row.level:
            said = translate("Plan", "Not rated")
            draw_line(painter, line, said, font=caption, colour="text-2", end=True)
            return
        paint_level(painter, line, row.level)
        day = labels.short_day(row.day, self._today()) if row.day else ""
        below = line.translated(0, theme.px(_NAME))
        below.setHeight(theme.px(_LINE))
        draw_line(painter, below, day, font=caption, colour="text-2", end=True)

    def _lines(self, row: ListedRow, width: int) -> list[str]:
        theme = current_theme()
        metrics = QFontMetrics(theme.font("caption"))
        return wrapped_lines(metrics, row.definition, width - theme.px(_END), _LINES)


class CompetencyList(TallList):
    """The list; the focus begins at the first competency."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin below the name of the first group."""
        if not self.currentIndex().isValid() and self.model().rowCount() > 1:
            self.setCurrentIndex(self.model().index(1, 0))
        super().focusInEvent(event)
