"""Choosing a template for a new goal: a list to search, each with the why behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.goal_templates import GoalTemplate
from app.domain.ids import Id
from ui.plan import words
from ui.theme import current_theme
from ui.widgets.line_edit import LineEdit
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList, wrapped_lines
from ui.widgets.text import Label

_TOP, _BOTTOM, _WHY_LINES = 10, 12, 3


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as the list shows it."""

    id: Id
    template: GoalTemplate


class TemplateModel(RowModel):
    """Templates that match what was searched for."""

    def title(self, row: TemplateRow) -> str:
        """Return the template's title."""
        return row.template.title

    def sentence(self, row: TemplateRow) -> str:
        """Return title, length and why."""
        template = row.template
        return f"{template.title}, {words.week_words(template.weeks)}. {template.why}"


class TemplateDelegate(TallDelegate):
    """Paints a template: title, weeks, and why one would want it."""

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of title and why."""
        theme = current_theme()
        row: TemplateRow = index.data(RECORD)
        why = QFontMetrics(theme.font("body"))
        lines = wrapped_lines(why, row.template.why, width, _WHY_LINES)
        return theme.px(_TOP + _BOTTOM) + theme.line("heading") + len(lines) * theme.line("body")

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the template over a hairline."""
        theme = current_theme()
        row: TemplateRow = index.data(RECORD)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colours.border)
        weeks, caption = words.week_words(row.template.weeks), theme.numbers("caption")
        line = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.line("heading"))
        taken = draw_line(painter, line, weeks, font=caption, colour="text-2", end=True)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = taken + theme.px(12)
        title = line.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        draw_line(painter, title, row.template.title, font=theme.font("heading"))
        line.translate(0, line.height())
        line.setHeight(theme.line("body"))
        font = theme.font("body")
        lines = wrapped_lines(QFontMetrics(font), row.template.why, box.width(), _WHY_LINES)
        for text in lines:
            draw_line(painter, line, text, font=font, colour="text-2")
            line.translate(0, line.height())


class TemplatePicker(QWidget):
    """A search field above the templates; `chosen` carries the template that was opened."""

    chosen = Signal(object)

    def __init__(self, templates: Sequence[GoalTemplate]) -> None:
        super().__init__()
        self._templates = templates
        self._model = TemplateModel()
        self.search = LineEdit(self.tr("Search goals"), icon="search")
        self.rows = TallList(self.tr("Goals to start from"), self._model, TemplateDelegate())
        self._none = Label(self.tr("No goal matches. You can start blank."), "body", "text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.rows)
        column.addStretch()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._open_first)
        self.rows.opened.connect(self._open)
        self._filter()

    def _filter(self) -> None:
        sought = self.search.text().casefold().split()
        found = [t for t in self._templates if all(word in _spoken(t) for word in sought)]
        self._model.show_rows([TemplateRow(Id(t.id), t) for t in found])
        self._none.setVisible(not found)
        self.rows.setVisible(bool(found))

    def _open_first(self) -> None:
        if self._model.rowCount():
            self._open(self._model.index(0))

    def _open(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        if row is not None:
            self.chosen.emit(row.template)


def _spoken(template: GoalTemplate) -> str:
    measure = template.measure.what
    return f"{template.title} {template.why} {measure} {template.obstacle}".casefold()
