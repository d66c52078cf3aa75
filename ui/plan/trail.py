"""The trail of a goal: evidence, milestones, check-ins and sessions, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStyle, QVBoxLayout, QWidget

from app.domain.ids import Id, Kind
from app.domain.measures import Measure
from app.queries.plan import GoalPage
from app.queries.trail import TrailItem
from ui import labels, session_words
from ui.measures.words import value_step
from ui.plan import words
from ui.plan.words import translate
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.button import Kind as Act
from ui.widgets.icons import paint_icon
from ui.widgets.rows import draw_fact, draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList, wrapped_lines
from ui.widgets.text import Label

_ICONS = {
    Kind.ENTRY: "notebook-pen",
    Kind.MILESTONE: "circle-check",
    Kind.CHECK_IN: "gauge",
    Kind.SESSION: "messages-square",
    Kind.FEEDBACK: "message-square-quote",
}
NO_MEASURE = Measure()
_DISC, _LEAD, _TOP, _BOTTOM, _LINE = 27, 39, 5, 11, 20
_QUOTE, _QUOTE_SIZE, _QUOTE_LINES, _QUOTE_GAP = 21, 15, 4, 4


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An item of the trail with the name of the measure; the last has no line below it."""

    id: Id
    item: TrailItem
    measure: Measure
    first: bool
    last: bool

    @property
    def title(self) -> str:
        """What happened."""
        item = self.item
        if item.kind is Kind.CHECK_IN and item.now is not None:
            return value_step(self.measure, item.before, item.now)
        if item.kind is Kind.CHECK_IN:
            return translate("Plan", "Check-in")
        if item.kind is Kind.SESSION:
            return session_words.full_title(item.title, item.number, item.name)
        if item.kind is Kind.FEEDBACK:
            known = translate("Plan", "Feedback from {name}").format(name=item.name)
            return known if item.name else translate("Plan", "Feedback")
        return item.title.strip() or translate("Plan", "Untitled entry")

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that go with it, in quotation marks; a passage begins where it began."""
        text = " ".join(self.item.text.split())
        passages = [f"…{quote}" if quote[:1].islower() else quote for quote in self.item.quotes]
        said = [*passages, text] if text else passages
        return tuple(translate("Plan", "“{words}”").format(words=each) for each in said)

    @property
    def footnote(self) -> str:
        """What kind of thing it is, with the value that was logged on the day."""
        item = self.item
        if item.kind is Kind.ENTRY:
            return translate("Plan", "Journal")
        if item.kind is Kind.SESSION:
            return translate("Plan", "Talked about in a session")
        if item.kind is Kind.FEEDBACK:
            return item.title
        if item.kind is Kind.CHECK_IN:
            return ""
        if item.now is None:
            return translate("Plan", "Milestone reached")
        said = translate("Plan", "Milestone reached. {value}")
        value = value_step(self.measure, item.before, item.now)
        return said.format(value=value)


class TrailModel(RowModel):
    """The trail of the goal that is shown."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def title(self, row: TrailRow) -> str:
        """Return what happened."""
        return row.title

    def sentence(self, row: TrailRow) -> str:
        """Return all that the row shows."""
        shared = words.shared_words(row.item.packs) if row.item.kind is Kind.ENTRY else ""
        day = labels.short_day(row.item.day, self._today())
        parts = (row.title, day, *row.quotes, shared, row.footnote)
        return ", ".join(part for part in parts if part)


class TrailDelegate(TallDelegate):
    """Paints a disc on the line of the trail and what happened beside it."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of title, quote and footnote."""
        theme = current_theme()
        row: TrailRow = index.data(RECORD)
        quoted = len(self._quote_lines(row, width - theme.px(_LEAD)))
        height = _TOP + _LINE + _BOTTOM + quoted * _QUOTE + (_QUOTE_GAP if quoted else 0)
        return theme.px(height + (_LINE if row.footnote else 0))

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint an item."""
        theme = current_theme()
        row: TrailRow = index.data(RECORD)
        direction = painter.layoutDirection()
        lead = theme.px(_LEAD)
        text = QRect(box.x() + lead, box.y(), box.width() - lead, box.height())
        self._paint_disc(painter, QStyle.visualRect(direction, box, self._disc(box)), box, row)
        text = QStyle.visualRect(direction, box, text)
        line = QRect(text.x(), text.y() + theme.px(_TOP), text.width(), theme.px(_LINE))
        self._paint_title(painter, line, row)
        line.translate(0, line.height())
        quoted = self._quote_lines(row, text.width())
        line.translate(0, theme.px(_QUOTE_GAP) if quoted else 0)
        line.setHeight(theme.px(_QUOTE))
        for words_of_line in quoted:
            font = theme.sized("quote", _QUOTE_SIZE)
            draw_line(painter, line, words_of_line, font=font, colour="text-2")
            line.translate(0, line.height())
        line.setHeight(theme.px(_LINE))
        self._paint_footnote(painter, line, row)

    def _paint_title(self, painter: QPainter, line: QRect, row: TrailRow) -> None:
        theme = current_theme()
        day = labels.short_day(row.item.day, self._today())
        font = theme.numbers("caption")
        taken = draw_line(painter, line, day, font=font, colour="text-2", end=True)
        room = taken + theme.px(8)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        title = line.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        draw_line(painter, title, row.title, font=theme.font("section"))

    def _paint_footnote(self, painter: QPainter, line: QRect, row: TrailRow) -> None:
        theme, place = current_theme(), QRect(line)
        if row.item.kind is Kind.ENTRY:
            shared = bool(row.item.packs)
            icon, colour = ("send", "curtain-text") if shared else ("lock", "text-3")
            said = words.shared_words(row.item.packs)
            taken = draw_fact(painter, place, icon, said, colour=colour) + theme.px(12)
            rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place.adjust(0 if rtl else taken, 0, -taken if rtl else 0, 0)
        draw_line(painter, place, row.footnote, font=theme.numbers("caption"), colour="text-2")

    def _paint_disc(self, painter: QPainter, disc: QRect, box: QRect, row: TrailRow) -> None:
        theme = current_theme()
        middle = disc.center().x() + 0.5
        painter.setPen(QPen(theme.colours.border_strong, 1))
        if not row.first:
            painter.drawLine(QRectF(middle, box.top(), 0, 1).topLeft(), QRectF(disc).center())
        if not row.last:
            end = QRectF(middle, box.bottom() + 1, 0, 1).topLeft()
            painter.drawLine(QRectF(disc).center(), end)
        painter.setBrush(theme.colours.raised)
        painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5))
        side = theme.px(15)
        icon = QRect(0, 0, side, side)
        icon.moveCenter(disc.center())
        paint_icon(painter, icon, _ICONS[row.item.kind], "accent-text")

    def _disc(self, box: QRect) -> QRect:
        theme = current_theme()
        side = theme.px(_DISC)
        top = box.y() + theme.px(_TOP) + (theme.px(_LINE) - side) // 2
        return QRect(box.x(), top, side, side)

    def _quote_lines(self, row: TrailRow, width: int) -> list[str]:
        metrics = QFontMetrics(current_theme().sized("quote", _QUOTE_SIZE))
        lines = (wrapped_lines(metrics, quote, width, _QUOTE_LINES) for quote in row.quotes)
        return [line for quote in lines for line in quote]


class Trail(QWidget):
    """Heading, counts, the button that adds evidence, and the list."""

    opened = Signal(object)
    """The TrailItem that was opened."""
    removed = Signal(object)
    """The TrailItem that is to go."""

    def __init__(self, today: Callable[[], date], name: str = "", *, act: Act = "primary") -> None:
        super().__init__()
        name = name or self.tr("Trail")
        self._model = TrailModel(today)
        self.rows = TallList(name, self._model, TrailDelegate(today))
        self.add = Button(self.tr("Add evidence"), act, icon="plus")
        self._counts = Label("", "caption", "text-2", wrap=True)
        self._counts.setContentsMargins(TrailDelegate.inset, 0, TrailDelegate.inset, 0)
        column, head = QVBoxLayout(self), QHBoxLayout()
        inset = TrailDelegate.inset
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head.setContentsMargins(inset, 0, inset, 0)
        head.addWidget(Label(name, "section"), 1)
        head.addWidget(self.add)
        column.addLayout(head)
        column.addWidget(self._counts)
        column.addSpacing(10)
        column.addWidget(self.rows)
        column.addStretch()
        self.rows.opened.connect(lambda index: self._with(index, self.opened.emit))
        self.rows.deleted.connect(lambda index: self._with(index, self._remove))
        self.rows.customContextMenuRequested.connect(self._offer)

    def show_page(self, page: GoalPage) -> None:
        """Show the trail of a goal."""
        counts = words.trail_words(page.evidence, len(page.trail) - page.evidence)
        self.show_items(page.trail, counts, page.measure)

    def show_items(
        self, items: Sequence[TrailItem], counts: str, measure: Measure = NO_MEASURE
    ) -> None:
        """Show what happened, with what is measured."""
        last = len(items) - 1
        self._model.show_rows(
            [TrailRow(item.id, item, measure, at == 0, at == last) for at, item in enumerate(items)]
        )
        self.rows.setVisible(bool(items))
        self._counts.setText(counts)

    def _with(self, index: QModelIndex, act: Callable[[TrailItem], None]) -> None:
        row = index.data(RECORD)
        if row is not None:
            act(row.item)

    def _remove(self, item: TrailItem) -> None:
        if item.kind not in {Kind.MILESTONE, Kind.SESSION}:
            self.removed.emit(item)

    def _offer(self, where: QPoint) -> None:
        index = self.rows.indexAt(where)
        index = index if index.isValid() else self.rows.currentIndex()
        row = index.data(RECORD)
        if row is None:
            return
        item: TrailItem = row.item
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if item.kind is Kind.ENTRY:
            menu.addAction(self.tr("Open in Journal"), lambda: self.opened.emit(item))
            menu.addAction(self.tr("No longer evidence"), lambda: self.removed.emit(item))
        elif item.kind in {Kind.SESSION, Kind.FEEDBACK}:
            menu.addAction(self.tr("Open"), lambda: self.opened.emit(item))
            if item.kind is Kind.FEEDBACK:
                menu.addAction(self.tr("No longer evidence"), lambda: self.removed.emit(item))
        elif item.check_in:
            menu.addAction(self.tr("Edit check-in"), lambda: self.opened.emit(item))
        menu.popup(self.rows.viewport().mapToGlobal(self.rows.visualRect(index).center()))
