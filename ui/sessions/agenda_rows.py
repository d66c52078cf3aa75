"""The topics of an agenda as rows: where they stand, what they are from, and their minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.domain.ids import Id, Kind
from app.domain.sessions import AgendaItem, Session
from ui import labels
from ui.sessions import words
from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.plain import tooltip
from ui.widgets.rows import draw_fact, draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate

_HEIGHT, _TOP, _TITLE, _LINE = 53, 9, 20, 16
_GRIP, _NUMBER, _LEAD = 14, 24, 43


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic at its place; `source` is what it was pulled from, as that is called now."""

    id: Id
    place: int
    item: AgendaItem
    source: str


class AgendaModel(RowModel):
    """The topics in their order."""

    def show(self, session: Session, sources: Mapping[Id, str]) -> None:
        """Show the agenda of a session."""
        seen: Counter[str] = Counter()
        rows = []
        for place, item in enumerate(session.agenda):
            key = item.record or item.title
            seen[key] += 1
            row_id = Id(f"{key}#{seen[key]}")
            rows.append(TopicRow(row_id, place, item, sources.get(item.record, "")))
        self.show_rows(rows)

    def topic(self, index: Index) -> TopicRow | None:
        """The topic in a row."""
        row = index.data(RECORD)
        return row if isinstance(row, TopicRow) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its title, its sentence, and all of it as a tooltip."""
        row = super().data(index, RECORD)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, TopicRow):
            said = (row.item.title, row.item.prompt or row.source)
            return tooltip("\n".join(part for part in said if part))
        return super().data(index, role)

    def title(self, row: TopicRow) -> str:
        """What typing ahead looks for."""
        return row.item.title

    def sentence(self, row: TopicRow) -> str:
        """The whole row as a sentence."""
        number = self.tr("Topic {number}").format(number=labels.number(row.place + 1))
        said = (number, row.item.title, *_below(row), words.minutes_words(row.item.minutes))
        return ", ".join(part for part in said if part)


class AgendaDelegate(TallDelegate):
    """Paints a topic: grip, number, title over what it is from, and minutes."""

    inset = 0

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of two lines."""
        del width, index
        return current_theme().px(_HEIGHT) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a topic over a hairline."""
        theme, row = current_theme(), index.data(RECORD)
        if not isinstance(row, TopicRow):
            return
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colours.border)
        grip = theme.px(_GRIP)
        x = box.right() + 1 - grip if rtl else box.x()
        paint_icon(painter, QRect(x, box.y(), grip, box.height() - 1), "grip-vertical", "text-3")
        number = _from(box, theme.px(_NUMBER - 4), theme.px(18), rtl=rtl)
        said = labels.number(row.place + 1)
        draw_line(painter, number, said, font=theme.numbers("body"), colour="text-2")
        end = theme.px(4)
        inner = box.adjusted(end, 0, 0, 0) if rtl else box.adjusted(0, 0, -end, 0)
        minutes = words.minutes_words(row.item.minutes)
        font = theme.numbers("body")
        taken = draw_line(painter, inner, minutes, font=font, colour="text-2", end=True)
        width = box.width() - theme.px(_LEAD) - taken - theme.px(12) - end
        text = _from(box, theme.px(_LEAD), width, rtl=rtl)
        head = QRect(text.x(), text.y() + theme.px(_TOP), text.width(), theme.px(_TITLE))
        below = QRect(head.x(), head.bottom() + 1, head.width(), theme.px(_LINE))
        if not _below(row):
            head.moveCenter(text.center())
        draw_line(painter, head, row.item.title, font=theme.sized("body", 13, 500))
        self._paint_below(painter, below, row)

    def _paint_below(self, painter: QPainter, box: QRect, row: TopicRow) -> None:
        kind, said = row.item.kind, " ".join(_below(row))
        if kind is not None and said and row.item.record:
            draw_fact(painter, box, words.icon_of(kind), said, colour="text-2")
        else:
            draw_line(painter, box, said, font=current_theme().font("caption"), colour="text-2")


def _below(row: TopicRow) -> tuple[str, ...]:
    """What stands below a title: what it is from, or what to talk about."""
    kind = row.item.kind
    if kind is None:
        return (row.item.prompt,) if row.item.prompt else ()
    named = row.source if row.source != row.item.title else ""
    return (named or words.kind_words(kind),)


def _from(box: QRect, lead: int, width: int, *, rtl: bool) -> QRect:
    """A part of a box, so far from where reading begins."""
    x = box.right() + 1 - lead - width if rtl else box.x() + lead
    return QRect(x, box.y(), max(0, width), box.height() - 1)


def opens(item: AgendaItem) -> Kind | None:
    """The kind of what a topic leads to; None where it leads nowhere."""
    return item.kind if item.kind and item.record and words.place_of(item.kind) else None
