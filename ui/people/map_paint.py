"""How the support map is painted: its header of people, its needs and its cells."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.coverage import Cell, Need
from app.queries.people import PersonRow
from ui.people.map_model import NEED, MapModel
from ui.people.words import behind_words, cover_fact
from ui.person_words import relation_title
from ui.theme import current_theme
from ui.widgets.initials import SIDE, paint_initials
from ui.widgets.rows import Index, RowRole, draw_fact, draw_line, shows_focus

HEADER: Final = 44
"""The height of the header at 100 %, in pixels."""

_GAP, _LINE, _END = 8, 18, 8
_DISC = SIDE - 2
_STATE = QStyle.StateFlag


class MapHeader(QHeaderView):
    """People with their initials, first name and relation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(1, current_theme().px(HEADER))

    def paintSection(self, painter: QPainter, box: QRect, column: int) -> None:  # noqa: N802 - Qt's name
        """Paint one column's head."""
        theme, model = current_theme(), self.model()
        if not isinstance(model, MapModel):
            return
        painter.save()
        painter.fillRect(box, theme.colours.surface)
        painter.setPen(QPen(theme.colours.border_strong, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setLayoutDirection(self.layoutDirection())
        person = model.person(column)
        if person is None:
            words = str(model.headerData(column, Qt.Orientation.Horizontal))
            draw_line(painter, box, words, font=theme.font("caption"), colour="text-2")
        else:
            self._paint_person(painter, box, person)
        painter.restore()

    def _paint_person(self, painter: QPainter, box: QRect, person: PersonRow) -> None:
        theme = current_theme()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(_DISC)
        x = box.right() + 1 - side if rtl else box.x()
        paint_initials(painter, QRect(x, box.center().y() - side // 2, side, side), person.name)
        lead, end = side + theme.px(_GAP), theme.px(2)
        words = box.adjusted(end, 0, -lead, 0) if rtl else box.adjusted(lead, 0, -end, 0)
        line = theme.px(16)
        head = QRect(words.x(), box.center().y() - line + 1, words.width(), line)
        draw_line(painter, head, person.short, font=theme.sized("body", 13, 500))
        below = head.translated(0, line)
        small = theme.font("caption")
        draw_line(painter, below, relation_title(person.relation), font=small, colour="text-2")


class CellDelegate(QStyledItemDelegate):
    """Paints a heading with its count, a need over the goal behind it, or a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the state of a cell, then its content."""
        theme, box, state = current_theme(), option.rect, option.state
        model = index.model()
        if not isinstance(model, MapModel):
            return
        painter.save()
        if state & _STATE.State_MouseOver and not index.data(RowRole.SECTION):
            painter.fillRect(box, theme.colours.hover)
        painter.setPen(QPen(theme.colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        need = model.need(index.row())
        if need is None:
            self._paint_heading(painter, box, index)
        elif index.column() == NEED:
            self._paint_need(painter, box, str(index.data()), need)
        elif (cell := model.cell(index)) is not None:
            self._paint_cell(painter, box, cell)
        if state & _STATE.State_HasFocus and shows_focus(option.widget):
            painter.setPen(QPen(theme.colours.focus, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, index: Index) -> None:
        theme = current_theme()
        font = theme.sized("caption", 12, 600)
        draw_line(painter, box, str(index.data()), font=font, colour="text-2")
        count = str(index.data(RowRole.ASIDE))
        small = theme.numbers("caption")
        draw_line(painter, box, count, font=small, colour="text-2", end=True)

    def _paint_need(self, painter: QPainter, box: QRect, name: str, need: Need) -> None:
        theme = current_theme()
        line, end = theme.px(_LINE), theme.px(_END)
        inner = _towards_start(painter, box, end)
        head = QRect(inner.x(), box.center().y() - line + 1, inner.width(), line)
        draw_line(painter, head, name, font=theme.font("label"))
        small = theme.font("caption")
        behind = behind_words(need)
        draw_line(painter, head.translated(0, line), behind, font=small, colour="text-2")

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        icon, words, colour = cover_fact(cell.cover)
        inner = _towards_start(painter, box, current_theme().px(_END))
        draw_fact(painter, inner, icon, words, colour=colour)


def _towards_start(painter: QPainter, box: QRect, gap: int) -> QRect:
    """A box that ends a little earlier."""
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return box.adjusted(gap, 0, 0, 0) if rtl else box.adjusted(0, 0, -gap, 0)
