"""The sample row of the components sheet."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme import current_theme
from ui.widgets.bulbs import paint_row, row_boxes
from ui.widgets.rows import Index, RowDelegate, draw_fact, draw_line

_STATE = QStyle.StateFlag


class SampleDelegate(RowDelegate):
    """A row with a title, its state's name, a fact and a rating."""

    def row_height(self, index: Index) -> int:
        """Return the height of two lines."""
        del index
        return current_theme().px(59)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the state it is named after."""
        words = str(index.data())
        option.state &= ~(_STATE.State_MouseOver | _STATE.State_Selected | _STATE.State_HasFocus)
        if words == "Hover":
            option.state |= _STATE.State_MouseOver
        if "Selected" in words:
            option.state |= _STATE.State_Selected
        if "focus" in words:
            option.state |= _STATE.State_HasFocus
            option.widget.setProperty("keyboard", True)
        super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the content."""
        theme = current_theme()
        top = QRect(box.x(), box.y() + theme.px(10), box.width(), theme.px(20))
        draw_line(painter, top, "Smaller promises", font=theme.sized("body", 13, 600))
        caption = theme.font("caption")
        draw_line(painter, top, str(index.data()), font=caption, colour="text-2", end=True)
        foot = QRect(box.x(), box.y() + theme.px(33), box.width(), theme.px(16))
        draw_fact(painter, foot, "lock", "Private")
        right = QPointF(foot.right() + 1, foot.center().y() + 1)
        paint_row(painter, row_boxes(right, theme.px(9), theme.px(12)), 3)
