"""How an entry looks in the list: title, day, two lines of text, and what it is part of."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from app.queries.journal import EntryRow
from ui.journal.entries import EntryModel, EntryRole, Shape
from ui.theme import current_theme, follow_theme
from ui.widgets.bulbs import paint_row, row_boxes
from ui.widgets.prose_positions import Positions
from ui.widgets.rows import Index, RowDelegate, draw_fact, draw_line

_TOP, _TITLE, _LINE, _FACTS, _BOTTOM = 11, 20, 17, 16, 12
_FRAME = _TOP + _TITLE + 6 + _FACTS + _BOTTOM - 1
_FIRST_HEADING, _HEADING = 32, 44
_LINES = 2
_GAP, _DAY_GAP = 12, 10
_BULB, _PITCH = 9, 12


class EntryDelegate(RowDelegate):
    """Paints the rows of the journal's list."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self._model = model
        self._sizes: list[QSize] = []
        follow_theme(self._measure)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the measured size; the list asks for every row that was read, at each page."""
        return self._sizes[self._model.shape(index.row())]

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one entry."""
        theme, row = current_theme(), index.data(EntryRole.ROW)
        head = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_TITLE))
        self._paint_head(painter, head, row, index.data(EntryRole.DAY))
        if row.title and row.opening:
            top = head.bottom() + 1 + theme.px(2)
            lines = QRect(box.x(), top, box.width(), theme.px(_LINES * _LINE))
            _paint_lines(painter, lines, row.snippet)
        height = theme.px(_FACTS)
        bottom = box.bottom() - theme.px(_BOTTOM)
        self._paint_facts(painter, QRect(box.x(), bottom - height, box.width(), height), row)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole title where it is cut."""
        row: EntryRow | None = index.data(EntryRole.ROW)
        if event.type() != QEvent.Type.ToolTip or row is None or not row.title:
            return False
        font = current_theme().font("section")
        room = option.rect.width() - self.padding - self.end_padding
        room -= self._day_width(index.data(EntryRole.DAY))
        cut = QFontMetrics(font).horizontalAdvance(row.title) > room
        # The tooltip would take a title that looks like HTML for it.
        QToolTip.showText(event.globalPos(), f"<p>{escape(row.title)}</p>" if cut else "", view)
        return True

    def _measure(self) -> None:
        theme = current_theme()
        text = _LINES * _LINE + 2
        rows = {
            Shape.FIRST_HEADING: theme.px(_FIRST_HEADING),
            Shape.HEADING: theme.px(_HEADING),
            Shape.TITLE_ONLY: theme.px(_FRAME) + 1,
            Shape.WITH_TEXT: theme.px(_FRAME + text) + 1,
        }
        self._sizes = [QSize(1, rows[shape]) for shape in Shape]

    def _paint_head(self, painter: QPainter, box: QRect, row: EntryRow, day: str) -> None:
        theme = current_theme()
        font = theme.font("caption")
        draw_line(painter, box, day, font=font, colour="text-2", end=True)
        title = box.adjusted(0, 0, -self._day_width(day), 0)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            title = box.adjusted(self._day_width(day), 0, 0, 0)
        draw_line(painter, title, row.title or row.snippet, font=theme.font("section"))

    def _day_width(self, day: str) -> int:
        theme = current_theme()
        return QFontMetrics(theme.font("caption")).horizontalAdvance(day) + theme.px(_DAY_GAP)

    def _paint_facts(self, painter: QPainter, box: QRect, row: EntryRow) -> None:
        theme = current_theme()
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        diameter, pitch = theme.px(_BULB), theme.px(_PITCH)
        bulbs = pitch * 4 + diameter
        right = box.x() + bulbs if rtl else box.right() + 1
        middle = box.y() + box.height() / 2
        boxes = row_boxes(QPointF(right, middle), diameter, pitch)
        paint_row(painter, boxes[::-1] if rtl else boxes, row.confidence or 0)
        room = box.width() - bulbs - theme.px(_GAP)
        facts = _facts(row)
        words = sum(_fact_width(text) for _, text, _ in facts) + theme.px(_GAP) * (len(facts) - 1)
        for icon, text, colour in facts:
            # Where not all words fit, the icons stand alone; a count is never left out.
            shown = text if words <= room or text.isdigit() else ""
            used = draw_fact(painter, box, icon, shown, colour=colour) + theme.px(_GAP)
            box = box.adjusted(0, 0, -used, 0) if rtl else box.adjusted(used, 0, 0, 0)


def _facts(row: EntryRow) -> list[tuple[str, str, str]]:
    """Icon, words and colour of each fact about an entry."""
    if row.shared:
        shared = QCoreApplication.translate("Journal", "In a share pack")
        facts = [("send", shared, "curtain-text")]
    else:
        facts = [("lock", QCoreApplication.translate("Journal", "Private"), "text-3")]
    if row.bring:
        facts.append(("flag", QCoreApplication.translate("Journal", "Bring"), "lamp-text"))
    if row.goals:
        facts.append(("target", str(row.goals), "text-3"))
    return facts


def _fact_width(text: str) -> int:
    theme = current_theme()
    words = QFontMetrics(theme.sized("caption", 12, 500)).horizontalAdvance(text)
    return theme.size("icon-chip") + theme.px(4) + words


def _paint_lines(painter: QPainter, box: QRect, text: str) -> None:
    """Paint two lines of text, the second one cut where more follows."""
    theme = current_theme()
    font, pitch = theme.font("caption"), theme.px(_LINE)
    painter.setFont(font)
    painter.setPen(theme.colours.text_2)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(box.width())
    layout.endLayout()
    length = Positions(text).character(first.textLength())
    line = QRect(box.x(), box.y(), box.width(), pitch)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    # Somebody's words stand on the side of their own script.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(line, flags, text[:length].rstrip())
    rest = QFontMetrics(font).elidedText(
        text[length:].strip(), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(line.translated(0, pitch), flags, rest)
