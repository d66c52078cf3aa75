"""Rows of lists: their states, their sections and what delegates share."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import current_theme
from ui.widgets.icons import paint_icon

Index = QModelIndex | QPersistentModelIndex
_STATE = QStyle.StateFlag
_BAR = 3


class RowRole(IntEnum):
    """What rows tell their delegate beside their text."""

    SECTION = Qt.ItemDataRole.UserRole + 100
    """True for a heading between rows; such a row must not be selectable."""
    ASIDE = Qt.ItemDataRole.UserRole + 101
    """What stands at the end of a heading, such as how much it gathers."""


class RowDelegate(QStyledItemDelegate):
    """Paints the states of a row; a subclass paints its content with `paint_row`.

    Section rows are painted here. Rows say their sentence by the AccessibleTextRole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.padding = 20
        self.end_padding = 16

    def row_height(self, index: Index) -> int:
        """Return the height of a row in pixels."""
        del index
        return current_theme().size("row-2")

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the content of a row into its padded box."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the list and the height of this row."""
        del option
        if index.data(RowRole.SECTION):
            return QSize(1, current_theme().px(44 if index.row() else 32))
        return QSize(1, self.row_height(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the state, then the content."""
        box: QRect = option.rect
        painter.save()
        if index.data(RowRole.SECTION):
            self._paint_section(painter, box, str(index.data()))
            self._paint_aside(painter, box, str(index.data(RowRole.ASIDE) or ""))
        else:
            self._paint_state(painter, option, box)
            self.paint_row(painter, box.adjusted(self.padding, 0, -self.end_padding, 0), index)
        painter.restore()

    def _paint_section(self, painter: QPainter, box: QRect, words: str) -> None:
        theme = current_theme()
        painter.setFont(theme.sized("caption", 12, 500))
        painter.setPen(theme.colours.text_2)
        painter.drawText(self._heading_box(box), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_aside(self, painter: QPainter, box: QRect, words: str) -> None:
        inner = self._heading_box(box)
        font = current_theme().font("caption")
        draw_line(painter, inner, words, font=font, colour="text-2", end=True)

    def _heading_box(self, box: QRect) -> QRect:
        line = current_theme().px(24)
        inner = QRect(box.x() + self.padding, box.bottom() + 1 - line - 2, box.width(), line)
        inner.setRight(box.right() - self.end_padding)
        return inner

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        colours, state = current_theme().colours, option.state
        selected = bool(state & _STATE.State_Selected)
        if selected:
            painter.fillRect(box, colours.selected)
        elif state & _STATE.State_MouseOver:
            painter.fillRect(box, colours.hover)
        painter.setPen(QPen(colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected:
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            x = box.right() + 1 - _BAR if rtl else box.x()
            painter.fillRect(QRect(x, box.y(), _BAR, box.height()), colours.accent)
        if state & _STATE.State_HasFocus and shows_focus(option.widget):
            painter.setPen(QPen(colours.focus, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))


def shows_focus(widget: QWidget | None) -> bool:
    """Return whether a key brought the focus to a list, which then frames its row."""
    return widget is None or bool(widget.property("keyboard"))


def draw_line(
    painter: QPainter,
    box: QRect,
    text: str,
    *,
    font: QFont,
    colour: str = "text",
    end: bool = False,
) -> int:
    """Draw one elided line at the start or the end of a box; return the width it took."""
    theme = current_theme()
    painter.setFont(font)
    painter.setPen(theme.colours.named(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if end != rtl else Qt.AlignmentFlag.AlignLeft
    # Without AlignAbsolute the painter would mirror the side once more.
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, flags, shown)
    return QFontMetrics(font).horizontalAdvance(shown)


def draw_fact(
    painter: QPainter, box: QRect, icon: str, text: str, *, colour: str = "text-3"
) -> int:
    """Draw a small icon with words after it; return the width they took."""
    theme = current_theme()
    side, gap = theme.size("icon-chip"), theme.px(4)
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = box.right() + 1 - side if rtl else box.x()
    paint_icon(painter, QRect(x, box.y(), side, box.height()), icon, colour)
    lead = side + gap
    words = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
    weight = 400 if colour == "text-3" else 500
    return lead + draw_line(
        painter, words, text, font=theme.sized("caption", 12, weight), colour=colour
    )
