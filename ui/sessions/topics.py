"""The agenda while a session is held: each topic, and quietly how long it has taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.domain.ids import Id
from app.domain.sessions import Session
from ui.sessions.meet_words import spent_words
from ui.theme import current_theme
from ui.widgets.check import paint_tick
from ui.widgets.rows import Index, draw_line
from ui.widgets.tall_list import RECORD, RowModel, TallDelegate, TallList, wrapped_lines

_TOP, _TITLE, _LINE, _BOTTOM, _DISC, _LEAD, _LINES = 11, 20, 20, 11, 20, 32, 4


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic as it stands: `spent` are whole minutes, `on` says that it is talked about."""

    id: Id
    place: int
    title: str
    prompt: str
    minutes: int
    spent: int
    done: bool
    on: bool


def topic_rows(session: Session, now: int) -> tuple[TopicRow, ...]:
    """The agenda at a moment, UTC milliseconds."""
    return tuple(
        TopicRow(
            id=Id(str(place)),
            place=place,
            title=item.title,
            prompt=item.prompt,
            minutes=item.minutes,
            spent=session.spent(place, now) // 60,
            done=item.done,
            on=place == session.topic,
        )
        for place, item in enumerate(session.agenda)
    )


class TopicModel(RowModel):
    """Topics in the order of the agenda."""

    def title(self, row: TopicRow) -> str:
        """Return what is talked about."""
        return row.title

    def sentence(self, row: TopicRow) -> str:
        """Return the whole row as a sentence."""
        state = self.tr("talked about") if row.done else self.tr("now") if row.on else ""
        number = self.tr("{n}. {title}").format(n=row.place + 1, title=row.title)
        return ", ".join(part for part in (number, spent_words(row), state) if part)


class TopicDelegate(TallDelegate):
    """Paints a numbered disc, which a tick replaces, the topic, and its time."""

    def height_at(self, width: int, index: Index) -> int:
        """Return room for the topic, its time, and its prompt while it is talked about."""
        row: TopicRow = index.data(RECORD)
        lines = len(self._title(width, row)) * _TITLE + _LINE * bool(spent_words(row))
        lines += len(self._prompt(width, row)) * _LINE
        return current_theme().px(_TOP + lines + _BOTTOM)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one topic."""
        theme, row = current_theme(), index.data(RECORD)
        if row.on:
            self._paint_ground(painter, box)
        lead, rtl = theme.px(_LEAD), painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(_DISC)
        x = box.right() + 1 - side if rtl else box.x()
        self._paint_disc(painter, QRectF(x, box.y() + theme.px(_TOP), side, side), row)
        words = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
        line = QRect(words.x(), box.y() + theme.px(_TOP), words.width(), theme.px(_TITLE))
        for title in self._title(box.width(), row):
            font = theme.sized("body", 13, 400 if row.done else 600)
            draw_line(painter, line, title, font=font, colour="text-2" if row.done else "text")
            line.translate(0, theme.px(_TITLE))
        line.setHeight(theme.px(_LINE))
        for words_below in (*self._prompt(box.width(), row), spent_words(row)):
            if words_below:
                font = theme.numbers("caption")
                draw_line(painter, line, words_below, font=font, colour="text-2")
                line.translate(0, theme.px(_LINE))

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        theme = current_theme()
        ground = QRectF(box).adjusted(-self.inset + 2, 2, self.inset - 2, -3)
        pen = painter.pen()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.selected)
        painter.drawRoundedRect(ground, theme.radius("item") - 1, theme.radius("item") - 1)
        painter.setPen(pen)

    def _paint_disc(self, painter: QPainter, disc: QRectF, row: TopicRow) -> None:
        theme = current_theme()
        colours = theme.colours
        edge = colours.accent if row.on or row.done else colours.border_control
        painter.setPen(QPen(edge, 2 if row.on else 1))
        painter.setBrush(colours.accent if row.done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if row.done:
            paint_tick(painter, disc, colours.on_accent)
            return
        painter.setFont(theme.sized("caption", 11, 600))
        painter.setPen(colours.accent_text if row.on else colours.text_2)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(row.place + 1))

    def _title(self, width: int, row: TopicRow) -> list[str]:
        theme = current_theme()
        metrics = QFontMetrics(theme.sized("body", 13, 400 if row.done else 600))
        return wrapped_lines(metrics, row.title, width - theme.px(_LEAD), _LINES)

    def _prompt(self, width: int, row: TopicRow) -> list[str]:
        if not row.on or not row.prompt.strip():
            return []
        theme = current_theme()
        metrics = QFontMetrics(theme.numbers("caption"))
        return wrapped_lines(metrics, row.prompt, width - theme.px(_LEAD), _LINES)


class TopicList(TallList):
    """The topics; opening one talks about it."""

    def __init__(self, name: str) -> None:
        self.topics = TopicModel()
        super().__init__(name, self.topics, TopicDelegate())

    def show_topics(self, rows: Sequence[TopicRow]) -> None:
        """Show the agenda as it stands."""
        self.topics.show_rows(rows)
        self.setVisible(bool(rows))
