"""The plan's aside of competencies: those of open goals with the level rated last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries import assessments
from app.queries.assessments import Standing
from ui import labels
from ui.context import Context, Destination
from ui.plan import assessment_words as words
from ui.theme import current_theme
from ui.widgets.bulbs import paint_row, row_boxes
from ui.widgets.button import Button
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList
from ui.widgets.text import Label

_HEIGHT, _BULB, _PITCH, _BULBS = 34, 12, 16, 76


class StandingModel(RowModel):
    """Competencies with their levels."""

    def title(self, row: Standing) -> str:
        """Return the competency's name."""
        return row.name

    def sentence(self, row: Standing) -> str:
        """Return name and level."""
        return words.rating_words(row.name, row.level)


class StandingDelegate(TallDelegate):
    """Paints a name and its bulbs."""

    inset = 0

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of a line."""
        del width, index
        return current_theme().px(_HEIGHT)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a competency."""
        theme, row = current_theme(), index.data(RECORD)
        room = theme.px(_BULBS + 12)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name = box.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        draw_line(painter, name, row.name, font=theme.font("body"))
        paint_level(painter, box, row.level)


class CompetencyAside(QWidget):
    """Heading, levels, the way to all competencies; `navigate` carries a Destination."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._model = StandingModel()
        self.rows = TallList(self.tr("Competencies"), self._model, StandingDelegate())
        self.assess = Button(self.tr("Assess"), "link")
        self.all = Button(self.tr("View all"), "link")
        self.all.setAccessibleName(self.tr("View all competencies"))
        self._line = Label("", "caption", "text-2", wrap=True)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(16)
        head.addWidget(Label(self.tr("Competencies"), "section"), 1)
        for button in (self.all, self.assess):
            button.setProperty("flush", True)
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.rows)
        self.assess.clicked.connect(self._assess)
        self.all.clicked.connect(lambda: self._open(QModelIndex()))
        self.rows.opened.connect(self._open)

    def refresh(self) -> None:
        """Show the levels as they are now, and what is under way."""
        reader, library = self._context.vault.read, self._context.library
        rows = assessments.standings(reader, library)
        self._model.show_rows(rows)
        self.rows.setVisible(bool(rows))
        draft = assessments.under_way(reader)
        going = draft is not None and draft.begun
        self.assess.setText(self.tr("Go on") if going else self.tr("Assess"))
        name = self.tr("Go on with the assessment") if going else self.tr("Assess competencies")
        self.assess.setAccessibleName(name)
        self._line.setText(self._said(rows))

    def _said(self, rows: Sequence[Standing]) -> str:
        days = {row.day for row in rows if row.day is not None}
        if not days:
            return self.tr("Rate yourself once, and the levels stand here.")
        last = labels.short_day(max(days), self._context.today())
        if len(days) == 1:
            return self.tr("Self-assessed {day}, out of 5").format(day=last)
        return self.tr("Self-assessed until {day}, out of 5").format(day=last)

    def _assess(self) -> None:
        self.navigate.emit(Destination("plan", kind=Kind.ASSESSMENT, act="new"))

    def _open(self, index: QModelIndex) -> None:
        found = self.rows.id_at(index)
        everything = Destination("plan", kind=Kind.COMPETENCY)
        self.navigate.emit(Destination("plan", found, Kind.COMPETENCY) if found else everything)


def paint_level(painter: QPainter, box: QRect, level: int) -> None:
    """Paint five bulbs at the end of a row, in its middle."""
    theme = current_theme()
    right = QPointF(box.right() + 1, box.center().y() + 0.5)
    boxes = row_boxes(right, theme.px(_BULB), theme.px(_PITCH))
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        shift = box.left() - boxes[0].left()
        boxes = [QRectF(each.translated(shift, 0)) for each in reversed(boxes)]
    paint_row(painter, boxes, level)
