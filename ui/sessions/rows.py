"""The list of sessions: today, coming up and past, and how its rows look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from app.clock import Moment
from app.domain.ids import Id
from app.domain.sessions import SessionState
from app.queries.sessions import READY, SessionRow
from ui import session_words as words
from ui.person_words import person_words
from ui.theme import Theme, current_theme
from ui.widgets.bulbs import paint_bulb
from ui.widgets.plain import tooltip
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_fact, draw_line
from ui.widgets.tall_list import RECORD, RowModel

TODAY: Final = Id("today")
COMING: Final = Id("coming")
PAST: Final = Id("past")
_TOP, _LINE, _FACTS, _HEIGHT = 12, 20, 18, 85
_BULB, _PITCH, _GAP = 9, 12, 8


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What stands above sessions."""

    id: Id


class SessionsModel(RowModel):
    """Sessions in three groups: those to come by their time, those past the newest first."""

    def __init__(self, now: Callable[[], Moment], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now

    # Methods

    def show(self, rows: Sequence[SessionRow]) -> None:
        """Show these, given the newest first; what stays keeps its place and its selection."""
        groups: dict[Id, list[SessionRow]] = {TODAY: [], COMING: [], PAST: []}
        for row in rows:
            groups[self._group(row)].append(row)
        for heading in (TODAY, COMING):
            groups[heading].reverse()
        shown: list[HeadingRow | SessionRow] = []
        for heading, found in groups.items():
            if found:
                shown += [HeadingRow(heading), *found]
        self.show_rows(shown)

    def session(self, index: Index) -> SessionRow | None:
        """The session in a row; None for a heading."""
        row = index.data(RECORD)
        return row if isinstance(row, SessionRow) else None

    def first(self) -> Id | None:
        """The one that is next, else the newest; None where there is none."""
        return next((row.id for row in self._rows if isinstance(row, SessionRow)), None)

    def neighbour(self, session_id: Id) -> Id | None:
        """The id of the one below, or of the one above where there is none below."""
        ids = [row.id for row in self._rows if isinstance(row, SessionRow)]
        if session_id not in ids or len(ids) == 1:
            return None
        place = ids.index(session_id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    # Of a model of rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The row, its title, its sentence, and whether it is a heading."""
        row = super().data(index, RECORD)
        if role == RowRole.SECTION:
            return isinstance(row, HeadingRow)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, SessionRow):
            return tooltip(words.row_title(row))
        return super().data(index, role)

    def title(self, row: HeadingRow | SessionRow) -> str:
        """What typing ahead looks for."""
        if isinstance(row, SessionRow):
            return words.title_words(row.title, row.number)
        return {
            TODAY: self.tr("Today"),
            COMING: self.tr("Coming up"),
            PAST: self.tr("Past"),
        }[row.id]

    def sentence(self, row: HeadingRow | SessionRow) -> str:
        """The whole row as a sentence."""
        if isinstance(row, HeadingRow):
            return self.title(row)
        today = self._now().day
        said = [words.title_words(row.title, row.number), _who(row)]
        said += [
            words.list_when(row, today),
            words.moved_words(row.moved, today),
            words.shared_words(shared=row.shared),
        ]
        return ", ".join(part for part in (*said, words.standing_words(row, self._now())) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, so the arrows skip them."""
        if self.session(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def _group(self, row: SessionRow) -> Id:
        today = self._now().day
        if row.day == today or row.under_way:
            return TODAY
        # One that was held before its day lies behind all the same.
        ahead = row.day > today and row.state is not SessionState.HELD
        return COMING if ahead else PAST


class SessionsDelegate(RowDelegate):
    """Paints a session: its name and day, whom it is with, whether it is private, how it stands."""

    def __init__(self, now: Callable[[], Moment]) -> None:
        super().__init__()
        self._now = now

    def row_height(self, index: Index) -> int:
        """Return the height of three lines."""
        del index
        return current_theme().px(_HEIGHT) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one session."""
        row = index.data(RECORD)
        if not isinstance(row, SessionRow):
            return
        theme, today = current_theme(), self._now().day
        off = row.state is SessionState.CANCELLED
        head = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), theme.px(_LINE))
        below = head.translated(0, theme.px(_LINE))
        below.setHeight(theme.px(_FACTS))
        facts = below.translated(0, theme.px(_FACTS + 6))
        small = theme.numbers("caption")
        when = words.list_when(row, today)
        taken = draw_line(painter, head, when, font=small, colour="text-2", end=True)
        draw_line(
            painter,
            _less(painter, head, taken + theme.px(_GAP)),
            words.title_words(row.title, row.number),
            font=theme.font("section"),
            colour="text-2" if off else "text",
        )
        who = _who(row)
        draw_line(painter, below, who, font=theme.font("caption"), colour="text-2")
        self._paint_facts(painter, facts, row, today)

    def _paint_facts(self, painter: QPainter, box: QRect, row: SessionRow, today: date) -> None:
        theme = current_theme()
        taken = self._paint_standing(painter, box, row)
        left = _less(painter, box, taken + theme.px(_GAP))
        moved = words.moved_words(row.moved, today)
        privacy = words.shared_words(shared=row.shared)
        if row.shared:
            draw_fact(painter, left, "send", privacy, colour="curtain-text")
        elif moved:
            draw_fact(painter, left, "calendar-clock", moved, colour="text-3")
        else:
            draw_fact(painter, left, "lock", privacy, colour="text-3")

    def _paint_standing(self, painter: QPainter, box: QRect, row: SessionRow) -> int:
        """Paint at the end how it stands; returns the width it took."""
        theme, said = current_theme(), words.standing_words(row, self._now())
        prepares = said == words.ready_words(row)
        colour = "accent-text" if row.under_way else "text" if prepares else "text-2"
        weight = 600 if row.under_way else 400
        font = theme.sized("caption", 12, weight)
        taken = draw_line(painter, box, said, font=font, colour=colour, end=True)
        if prepares:
            return taken + self._paint_bulbs(painter, box, taken, row.ready, theme)
        if row.under_way:
            return taken + self._paint_dot(painter, box, taken, theme)
        return taken

    def _paint_bulbs(
        self, painter: QPainter, box: QRect, taken: int, lit: int, theme: Theme
    ) -> int:
        side, pitch, gap = theme.px(_BULB), theme.px(_PITCH), theme.px(6)
        width = pitch * (READY - 1) + side
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = box.x() + taken + gap if rtl else box.right() + 1 - taken - gap - width
        top = box.y() + (box.height() - side) / 2
        for place in range(READY):
            at = READY - 1 - place if rtl else place
            bulb = QRectF(start + at * pitch, top, side, side)
            paint_bulb(painter, bulb, lit=place < lit)
        return gap + width

    def _paint_dot(self, painter: QPainter, box: QRect, taken: int, theme: Theme) -> int:
        side, gap = theme.px(7), theme.px(5)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.x() + taken + gap if rtl else box.right() + 1 - taken - gap - side
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.accent)
        painter.drawEllipse(QRectF(x, box.center().y() - side / 2 + 1, side, side))
        return gap + side


def _who(row: SessionRow) -> str:
    return person_words(row.name, row.relation) if row.relation else row.name


def _less(painter: QPainter, box: QRect, taken: int) -> QRect:
    """A box without what is taken at its end."""
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return box.adjusted(taken, 0, 0, 0)
    return box.adjusted(0, 0, -taken, 0)
