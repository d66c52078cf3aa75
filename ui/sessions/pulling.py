"""Things that one key puts onto the agenda: a list of them, and how their rows look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen

from app.domain.ids import Id, Kind
from ui.sessions import words
from ui.theme import current_theme
from ui.widgets.check import paint_check
from ui.widgets.icons import paint_icon
from ui.widgets.plain import tooltip
from ui.widgets.rows import draw_fact, draw_line
from ui.widgets.tall_list import (
    RECORD,
    Index,
    RowModel,
    TallDelegate,
    TallList,
    wrapped_lines,
)

_PAD, _TITLE, _LINE, _BOX, _LEAD, _LINES = 11, 20, 18, 16, 27, 2


@dataclass(frozen=True, slots=True)
class PullRow:
    """Something to talk about: what it is, what is said of it, when, and whether it is on."""

    id: Id
    kind: Kind
    title: str
    about: str
    when: str
    on: bool


class PullModel(RowModel):
    """What can be put onto the agenda."""

    def pulled(self, index: Index) -> PullRow | None:
        """What stands in a row."""
        row = index.data(RECORD)
        return row if isinstance(row, PullRow) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its title, its sentence, and all of it as a tooltip."""
        row = super().data(index, RECORD)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, PullRow):
            return tooltip("\n".join(part for part in (row.title, row.about) if part))
        return super().data(index, role)

    def title(self, row: PullRow) -> str:
        """What typing ahead looks for."""
        return row.title

    def sentence(self, row: PullRow) -> str:
        """The whole row as a sentence."""
        on = self.tr("on the agenda") if row.on else self.tr("not on the agenda")
        said = (words.kind_words(row.kind), row.title, row.about, row.when, on)
        return ", ".join(part for part in said if part)


class PullList(TallList):
    """The list: Space and Enter put a row onto the agenda or take it off, as a click does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space besides the keys of every list."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def row_at(self, where: QPoint) -> QModelIndex:
        """The row that a menu is asked for: below the pointer, else the current one."""
        index = self.indexAt(where)
        return index if index.isValid() else self.currentIndex()


class CardDelegate(TallDelegate):
    """Paints a row as a card: title over its day, and whether it is on the agenda."""

    inset = 15

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of a card and the gap below it."""
        theme, row = current_theme(), index.data(RECORD)
        lines = wrapped_lines(QFontMetrics(theme.font("section")), row.title, width, _LINES)
        return theme.px(2 * _PAD + _TITLE * max(1, len(lines)) + _LINE + 2) + theme.px(8) + 2

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a card."""
        theme, row = current_theme(), index.data(RECORD)
        if not isinstance(row, PullRow):
            return
        card = box.adjusted(-self.inset, 0, self.inset, -theme.px(8))
        painter.setPen(QPen(theme.colours.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.radius("card")
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font = theme.font("section")
        line = QRect(box.x(), box.y() + theme.px(_PAD) + 1, box.width(), theme.px(_TITLE))
        lines = wrapped_lines(QFontMetrics(font), row.title, box.width(), _LINES) or [row.title]
        for said in lines:
            draw_line(painter, line, said, font=font)
            line.translate(0, theme.px(_TITLE))
        line.setHeight(theme.px(_LINE))
        line.translate(0, 2)
        small = theme.numbers("caption")
        draw_line(painter, line, row.when, font=small, colour="text-2")
        self._paint_on(painter, line, on=row.on)

    def _paint_on(self, painter: QPainter, line: QRect, *, on: bool) -> None:
        theme = current_theme()
        said = self.tr("On agenda") if on else self.tr("Add to agenda")
        icon = "check" if on else "plus"
        width = QFontMetrics(theme.sized("caption", 12, 500)).horizontalAdvance(said)
        width += theme.size("icon-chip") + theme.px(4) + 2
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = line.x() if rtl else line.right() + 1 - width
        place = QRect(x, line.y(), width, line.height())
        draw_fact(painter, place, icon, said, colour="accent-text" if on else "text-2")


class TickDelegate(TallDelegate):
    """Paints a row with a check, its kind, its title, what is said of it, and its day."""

    inset = 0

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of one line, or of two where more is said."""
        del width
        theme, row = current_theme(), index.data(RECORD)
        return theme.px(2 * 8 + _TITLE + (_LINE if row.about else 0)) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a row over a hairline."""
        theme, row = current_theme(), index.data(RECORD)
        if not isinstance(row, PullRow):
            return
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colours, side = theme.colours, theme.px(_BOX)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), colours.border)
        head = QRect(box.x(), box.y() + theme.px(8), box.width(), theme.px(_TITLE))
        edge = theme.px(3)
        x = box.right() + 1 - side - edge if rtl else box.x() + edge
        check = QRectF(x, head.center().y() - side / 2 + 1, side, side)
        paint_check(painter, check, colours.accent if row.on else None, colours.on_accent)
        lead, small = theme.px(_LEAD), theme.numbers("caption")
        inner = head.adjusted(edge, 0, -lead, 0) if rtl else head.adjusted(lead, 0, -edge, 0)
        taken = draw_line(painter, inner, row.when, font=small, colour="text-2", end=True)
        less = taken + theme.px(12)
        words_box = inner.adjusted(less, 0, 0, 0) if rtl else inner.adjusted(0, 0, -less, 0)
        self._paint_title(painter, words_box, row)
        below = inner.translated(0, theme.px(_TITLE))
        below.setHeight(theme.px(_LINE))
        icon_room = theme.px(22)
        below = below.adjusted(0, 0, -icon_room, 0) if rtl else below.adjusted(icon_room, 0, 0, 0)
        draw_line(painter, below, row.about, font=theme.font("caption"), colour="text-2")

    def _paint_title(self, painter: QPainter, box: QRect, row: PullRow) -> None:
        theme = current_theme()
        side = theme.px(14)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.right() + 1 - side if rtl else box.x()
        place = QRect(x, box.y(), side, box.height())
        paint_icon(painter, place, words.icon_of(row.kind), "text-2")
        lead = theme.px(22)
        said = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
        draw_line(painter, said, row.title, font=theme.sized("body", 13, 500))
