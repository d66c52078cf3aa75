"""Support as a list: what, of whom, and how far asking has come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.queries.support import SupportRow
from ui.support.words import Fact, goal_words, state_fact, who_words
from ui.theme import current_theme
from ui.widgets.rows import Index, draw_fact, draw_line
from ui.widgets.spot_list import SpotDelegate, SpotList
from ui.widgets.tall_list import RECORD, RowModel, wrapped_lines

_TOP, _TITLE, _LINE, _GAP, _NARROW, _LINES = 6, 20, 18, 12, 300, 3


class SupportModel(RowModel):
    """What is asked for; each row says of whom, or on the page of a person what for."""

    def __init__(self, today: Callable[[], date], *, of_person: bool) -> None:
        super().__init__()
        self.today = today
        self.about = goal_words if of_person else who_words

    def title(self, row: SupportRow) -> str:
        """Return what is asked for."""
        return row.title

    def sentence(self, row: SupportRow) -> str:
        """Return the whole row as a sentence."""
        parts = (row.title, self.about(row), self.fact(row).words)
        return ", ".join(part for part in parts if part)

    def fact(self, row: SupportRow) -> Fact:
        """Return how far asking has come."""
        return state_fact(row.state, row.day, self.today())


class SupportDelegate(SpotDelegate):
    """Paints what is asked for and of whom; the state stands at the end, below in narrow rows."""

    inset = 0

    def __init__(self, model: SupportModel) -> None:
        super().__init__()
        self._model = model

    def height_at(self, width: int, index: Index) -> int:
        """Return room for what is asked for, of whom, and the state where it stands below."""
        below = 2 if _is_narrow(width) else 1
        title = len(self._title(width, index)) * _TITLE
        return current_theme().px(2 * _TOP + title + below * _LINE) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one row and the line below it."""
        theme, row, model = current_theme(), index.data(RECORD), self._model
        painter.setPen(QPen(theme.colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        fact, state = model.fact(row), self.spot_box(box, index)
        draw_fact(painter, state, fact.icon, fact.words, colour=fact.colour)
        words = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_TITLE))
        if not _is_narrow(box.width()):
            taken = state.width() + theme.px(_GAP)
            rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            words = words.adjusted(taken, 0, 0, 0) if rtl else words.adjusted(0, 0, -taken, 0)
        for line in self._title(box.width(), index):
            draw_line(painter, words, line, font=theme.font("section"))
            words.translate(0, theme.px(_TITLE))
        words.setHeight(theme.px(_LINE))
        colour = "text-2" if row.who else "lamp-text"
        draw_line(painter, words, model.about(row), font=theme.font("caption"), colour=colour)

    def spot_box(self, box: QRect, index: Index) -> QRect:
        """Return where the state of a row is painted, and clicked."""
        theme, width, rtl = current_theme(), self._state_width(index), self._is_mirrored()
        if _is_narrow(box.width()):
            top = box.bottom() - theme.px(_TOP + _LINE)
            x = box.right() + 1 - width if rtl else box.x()
            return QRect(x, top, width, theme.px(_LINE))
        x = box.x() if rtl else box.right() + 1 - width
        return QRect(x, box.y(), width, box.height() - 1)

    def _state_width(self, index: Index) -> int:
        theme, words = current_theme(), self._model.fact(index.data(RECORD)).words
        advance = QFontMetrics(theme.sized("caption", 12, 500)).horizontalAdvance(words)
        return theme.size("icon-chip") + theme.px(4) + advance + 2

    def _title(self, width: int, index: Index) -> list[str]:
        theme = current_theme()
        if not _is_narrow(width):
            width -= self._state_width(index) + theme.px(_GAP)
        metrics = QFontMetrics(theme.font("section"))
        return wrapped_lines(metrics, index.data(RECORD).title, width, _LINES)

    def _is_mirrored(self) -> bool:
        view = self.parent()
        if not isinstance(view, SupportList):
            return False
        return view.layoutDirection() == Qt.LayoutDirection.RightToLeft


class SupportList(SpotList):
    """The rows; the spot in each is its state."""

    def __init__(self, name: str, today: Callable[[], date], *, of_person: bool = False) -> None:
        self.support = SupportModel(today, of_person=of_person)
        super().__init__(name, self.support, SupportDelegate(self.support))


def _is_narrow(width: int) -> bool:
    return width < current_theme().px(_NARROW)
