"""Entries that speak for a competency: title, day and what was quoted of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.trail import TrailItem
from ui import labels
from ui.context import Destination
from ui.plan import assessment_words as words
from ui.plan.words import translate
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import paint_icon
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList, wrapped_lines
from ui.widgets.text import Label

_TOP, _LINE, _GAP, _QUOTE, _BOTTOM, _LINES = 10, 20, 4, 21, 14, 4
_ICON, _LEAD = 14, 22


class EvidenceModel(RowModel):
    """Entries, newest first."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def title(self, row: TrailItem) -> str:
        """Return the entry's title."""
        return row.title.strip() or translate("Plan", "Untitled entry")

    def sentence(self, row: TrailItem) -> str:
        """Return all that the row shows."""
        day = labels.short_day(row.day, self._today())
        return ", ".join((self.title(row), day, *words.quotes_of(row)))


class EvidenceDelegate(TallDelegate):
    """Paints an entry over a hairline."""

    inset = 8

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of title and quotes."""
        quoted = len(self._lines(index.data(RECORD), width))
        height = _TOP + _LINE + _BOTTOM + (_GAP + quoted * _QUOTE if quoted else 0)
        return current_theme().px(height)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint an entry."""
        theme = current_theme()
        row: TrailItem = index.data(RECORD)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colours.border)
        line = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_LINE))
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(_ICON)
        x = line.right() + 1 - side if rtl else line.x()
        paint_icon(painter, QRect(x, line.y(), side, line.height()), "notebook-pen", "text-2")
        day = labels.short_day(row.day, self._today())
        caption = theme.numbers("caption")
        taken = draw_line(painter, line, day, font=caption, colour="text-2", end=True)
        lead, room = theme.px(_LEAD), taken + theme.px(8)
        title = line.adjusted(room if rtl else lead, 0, -lead if rtl else -room, 0)
        draw_line(painter, title, str(index.data()), font=theme.font("section"))
        line.translate(0, theme.px(_LINE + _GAP))
        line.setHeight(theme.px(_QUOTE))
        for said in self._lines(row, box.width()):
            draw_line(painter, line, said, font=theme.sized("quote", 14), colour="text-2")
            line.translate(0, line.height())

    def _lines(self, row: TrailItem, width: int) -> list[str]:
        metrics = QFontMetrics(current_theme().sized("quote", 14))
        lines = (wrapped_lines(metrics, quote, width, _LINES) for quote in words.quotes_of(row))
        return [line for quote in lines for line in quote]


class EvidenceSide(QWidget):
    """Recent evidence, and older at a press; `navigate` carries where an entry is."""

    navigate = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._all: tuple[TrailItem, ...] = ()
        self._since: date | None = None
        self._model = EvidenceModel(today)
        self._heading = Label("", "section")
        self._count = Label("", "caption", "text-2", numbers=True)
        self._none = Label("", "body", "text-2", wrap=True)
        self.rows = TallList(self.tr("Evidence"), self._model, EvidenceDelegate(today))
        self.older = Button(self.tr("Show older evidence"), "link")
        self.older.setProperty("flush", True)
        column, head = QVBoxLayout(self), QHBoxLayout()
        inset = EvidenceDelegate.inset
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head.setContentsMargins(inset, 0, inset, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(inset, 0, inset, 0)
        foot.addWidget(self.older)
        foot.addStretch()
        self._none.setContentsMargins(inset, 4, inset, 0)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.rows)
        column.addLayout(foot)
        column.addStretch()
        self.older.clicked.connect(self._show_older)
        self.rows.opened.connect(lambda index: self._open(index.data(RECORD)))

    def show_evidence(self, items: Sequence[TrailItem], since: date | None = None) -> None:
        """Show what came after a day, or all where there is no such day."""
        self._all, self._since = tuple(items), since
        recent = [item for item in items if since is None or item.day >= since]
        self._show(recent)
        self.older.setVisible(len(recent) < len(items))

    def _show(self, shown: Sequence[TrailItem]) -> None:
        self._model.show_rows(shown)
        self.rows.setVisible(bool(shown))
        recent = self._since is not None
        self._heading.setText(self.tr("Recent evidence") if recent else self.tr("Evidence"))
        self._count.setText(self._counted())
        self._none.setVisible(not shown)
        self._none.setText(self._nothing())

    def _counted(self) -> str:
        if self._since is None:
            return labels.number(len(self._all)) if self._all else ""
        count = sum(item.day >= self._since for item in self._all)
        day = labels.short_day(self._since, self._today())
        return self.tr("{count} since {day}").format(count=labels.number(count), day=day)

    def _nothing(self) -> str:
        if self._all:
            return self.tr("Nothing new since then.")
        return self.tr("Entries that you link to this competency, or to a goal with it, show here.")

    def _show_older(self) -> None:
        self._show(self._all)
        self.older.hide()
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, item: TrailItem | None) -> None:
        if item is not None:
            act = "passage" if item.passage else ""
            self.navigate.emit(Destination("journal", id=item.id, act=act, detail=item.passage))
