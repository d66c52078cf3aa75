"""The rows of goals: title, next step, facts, and the measure beside them or below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from app.queries.plan import GoalRow
from ui import labels
from ui.measures.words import now_words
from ui.plan import words
from ui.theme import current_theme
from ui.widgets.progress import paint_measure
from ui.widgets.rows import draw_fact, draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate

_BESIDE = 660
"""The narrowest row, in pixels at 100 %, that has room for the measure beside the words."""
_MEASURE, _GAP = 248, 36
_HEIGHT, _TOP, _BAR_ROOM = 113, 21, 62
_TITLE, _LINE = 24, 20


class GoalModel(RowModel):
    """The goals of one shelf."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def title(self, row: GoalRow) -> str:
        """Return the goal's title."""
        return row.title

    def sentence(self, row: GoalRow) -> str:
        """Return all that the row shows."""
        return words.row_sentence(row, self._today())


class GoalDelegate(TallDelegate):
    """Paints a goal; the measure moves below its words where the row is narrow."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of a goal's row."""
        theme = current_theme()
        row: GoalRow = index.data(RECORD)
        below = row.measure.named and not _is_wide(width)
        return theme.px(_HEIGHT + (_BAR_ROOM + 8 if below else 0))

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint words, facts and measure over a hairline."""
        theme = current_theme()
        row: GoalRow = index.data(RECORD)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colours.border)
        whole = QRect(box)
        text = QRect(box)
        if row.measure.named and _is_wide(box.width()):
            text.setWidth(box.width() - theme.px(_MEASURE + _GAP))
        self._paint_words(painter, whole, text, row)
        if row.measure.named:
            self._paint_measure(painter, whole, row)

    def _paint_words(self, painter: QPainter, whole: QRect, text: QRect, row: GoalRow) -> None:
        theme = current_theme()
        line = QRect(text.x(), text.y() + theme.px(_TOP), text.width(), theme.px(_TITLE))
        caption = theme.numbers("caption")
        due = words.due_words(row.due, self._today(), closed=row.state.closed)
        taken = QFontMetrics(caption).horizontalAdvance(due)
        draw_line(
            painter, _mirrored(painter, whole, line), due, font=caption, colour="text-2", end=True
        )
        title = QRect(line.x(), line.y(), line.width() - taken - theme.px(16), line.height())
        draw_line(
            painter, _mirrored(painter, whole, title), row.title, font=theme.sized("heading", 17)
        )
        line.translate(0, theme.px(_TITLE + 2))
        line.setHeight(theme.px(_LINE))
        following = words.following_words(row)
        if not following:
            self._paint_facts(painter, whole, line, row)
            return
        draw_line(
            painter,
            _mirrored(painter, whole, line),
            following,
            font=theme.font("body"),
            colour="text-2",
        )
        line.translate(0, theme.px(_LINE + 8))
        self._paint_facts(painter, whole, line, row)

    def _paint_facts(self, painter: QPainter, whole: QRect, line: QRect, row: GoalRow) -> None:
        facts = [("send" if row.packs else "lock", words.shared_words(row.packs))]
        if row.steps:
            facts.append(("milestone", words.milestone_words(row.done, row.steps)))
        if row.evidence:
            facts.append(("bookmark", words.evidence_words(row.evidence)))
        for icon, said in facts:
            colour = "curtain-text" if icon == "send" else "text-3"
            place = _mirrored(painter, whole, line)
            line.setLeft(line.left() + draw_fact(painter, place, icon, said, colour=colour))
            line.setLeft(line.left() + current_theme().px(16))

    def _paint_measure(self, painter: QPainter, whole: QRect, row: GoalRow) -> None:
        theme, measure = current_theme(), row.measure
        if _is_wide(whole.width()):
            width = theme.px(_MEASURE)
            line = QRect(
                whole.right() + 1 - width, whole.y() + theme.px(_TOP), width, theme.px(_LINE)
            )
        else:
            top = whole.y() + theme.px(_HEIGHT - 10)
            line = QRect(whole.x(), top, whole.width(), theme.px(_LINE))
        strong, caption = theme.numbers("caption"), theme.numbers("caption")
        strong.setWeight(strong.Weight.DemiBold)
        now = now_words(measure)
        place = _mirrored(painter, whole, line)
        draw_line(painter, place, now, font=strong, end=True)
        name = QRect(line)
        name.setWidth(line.width() - QFontMetrics(strong).horizontalAdvance(now) - theme.px(8))
        draw_line(
            painter, _mirrored(painter, whole, name), measure.what, font=caption, colour="text-2"
        )
        if measure.has_way:
            self._paint_way(painter, place.translated(0, theme.px(22)), row)

    def _paint_way(self, painter: QPainter, line: QRect, row: GoalRow) -> None:
        theme, measure = current_theme(), row.measure
        font = theme.numbers("caption")
        for value, end in ((measure.baseline, False), (measure.target, True)):
            if value is not None:
                said = labels.number(value)
                draw_line(painter, line, said, font=font, colour="text-2", end=end)
        bar = QRectF(line.x(), line.y() + theme.px(21), line.width(), theme.px(14))
        painter.save()
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(bar.left() + bar.right(), 0)
            painter.scale(-1, 1)
        paint_measure(painter, bar, measure.position)
        painter.restore()


def _is_wide(width: int) -> bool:
    return current_theme().effective_width(width) >= _BESIDE


def _mirrored(painter: QPainter, whole: QRect, box: QRect) -> QRect:
    """Return a box of a row where it lies in a layout from right to left."""
    return QStyle.visualRect(painter.layoutDirection(), whole, box)
