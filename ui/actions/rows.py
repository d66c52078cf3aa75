"""Actions as a list: a check, what is to be done, by whom and by when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.domain.sessions import ActionState
from app.queries.actions import ActionRow
from ui.actions.words import about_words, sentence
from ui.theme import current_theme
from ui.widgets.check import paint_check
from ui.widgets.icons import paint_icon
from ui.widgets.rows import Index, draw_line
from ui.widgets.spot_list import SpotDelegate, SpotList
from ui.widgets.tall_list import RECORD, RowModel, wrapped_lines

_TOP, _TITLE, _LINE, _BOTTOM, _BOX, _LEAD, _LINES = 5, 20, 18, 7, 18, 28, 4


class ActionModel(RowModel):
    """Actions; with `both_sides` each of the mentee's says for whom it is."""

    def __init__(self, today: Callable[[], date], *, both_sides: bool) -> None:
        super().__init__()
        self._today = today
        self._both_sides = both_sides

    def title(self, row: ActionRow) -> str:
        """Return what is to be done."""
        return row.title

    def sentence(self, row: ActionRow) -> str:
        """Return the whole row as a sentence."""
        return sentence(row, self._today(), both_sides=self._both_sides)

    def about(self, row: ActionRow) -> str:
        """Return who does it and by when."""
        return about_words(row, self._today(), both_sides=self._both_sides)


class ActionDelegate(SpotDelegate):
    """Paints a check with what is to be done beside it, and below that by whom and by when."""

    inset = 6

    def __init__(self, model: ActionModel) -> None:
        super().__init__()
        self._model = model

    def height_at(self, width: int, index: Index) -> int:
        """Return room for what is to be done, and a line below it."""
        lines = len(self._title(width, index.data(RECORD)))
        return current_theme().px(_TOP + lines * _TITLE + _LINE + _BOTTOM)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one action."""
        theme, row = current_theme(), index.data(RECORD)
        self._paint_check(painter, self.spot_box(box, index), row)
        lead = theme.px(_LEAD)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
        line = QRect(words.x(), box.y() + theme.px(_TOP), words.width(), theme.px(_TITLE))
        for title in self._title(box.width(), row):
            colour = "text" if row.is_open else "text-2"
            draw_line(painter, line, title, font=theme.sized("body", 13, 500), colour=colour)
            line.translate(0, theme.px(_TITLE))
        line.setHeight(theme.px(_LINE))
        about = self._model.about(row)
        draw_line(painter, line, about, font=theme.font("caption"), colour="text-2")

    def spot_box(self, box: QRect, index: Index) -> QRect:
        """Return where the check of a row is painted, and clicked."""
        del index
        theme, view = current_theme(), self.parent()
        side = theme.px(_BOX)
        mirrored = isinstance(view, ActionList) and (
            view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        x = box.right() + 1 - side if mirrored else box.x()
        return QRect(x, box.y() + theme.px(_TOP + 1), side, side)

    def _paint_check(self, painter: QPainter, box: QRect, row: ActionRow) -> None:
        colours = current_theme().colours
        if row.state is ActionState.DROPPED:
            paint_icon(painter, box, "minus", "text-2")
            return
        fill = colours.accent if row.state is ActionState.DONE else None
        paint_check(painter, QRectF(box), fill=fill, on_fill=colours.on_accent)

    def _title(self, width: int, row: ActionRow) -> list[str]:
        theme = current_theme()
        metrics = QFontMetrics(theme.sized("body", 13, 500))
        return wrapped_lines(metrics, row.title, width - theme.px(_LEAD), _LINES)


class ActionList(SpotList):
    """The rows; the spot in each is its check."""

    def __init__(self, name: str, today: Callable[[], date], *, both_sides: bool = False) -> None:
        self.actions_shown = ActionModel(today, both_sides=both_sides)
        super().__init__(name, self.actions_shown, ActionDelegate(self.actions_shown))
