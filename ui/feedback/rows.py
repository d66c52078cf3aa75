"""The list of feedback: what arrived, what was asked, what is used, what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter

from app.domain.ids import Id
from app.queries.feedback import FeedbackRow, Shelf
from ui.feedback.words import (
    aside_words,
    fact,
    row_sentence,
    shelf_words,
    subject_words,
    who_words,
)
from ui.labels import number
from ui.theme import current_theme
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_fact, draw_line
from ui.widgets.tall_list import RECORD, RowModel

_HEIGHT, _TOP, _TITLE, _LINE = 85, 13, 20, 16
_BELOW, _FACTS, _GAP = 34, 57, 12


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What stands above a part of the list."""

    shelf: Shelf

    @property
    def id(self) -> Id:
        """What no record is called."""
        return Id(f"shelf:{self.shelf}")


class FeedbackModel(RowModel):
    """Requests and feedback under the headings of their shelves."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today

    def show(self, rows: Iterable[FeedbackRow]) -> None:
        """Show these; what stays keeps its place, its selection and its scroll."""
        shown: list[HeadingRow | FeedbackRow] = []
        for shelf, each in groupby(rows, key=lambda row: row.shelf):
            shown += [HeadingRow(shelf), *each]
        self.show_rows(shown)

    def row_at(self, index: Index) -> FeedbackRow | None:
        """What stands in a row; None for a heading."""
        row = index.data(RECORD)
        return row if isinstance(row, FeedbackRow) else None

    def first(self) -> Id | None:
        """The id of the first row."""
        return next((row.id for row in self._rows if isinstance(row, FeedbackRow)), None)

    def neighbour(self, row_id: Id) -> Id | None:
        """The id of the row below, or of the one above where there is none below."""
        ids = [row.id for row in self._rows if isinstance(row, FeedbackRow)]
        if row_id not in ids or len(ids) == 1:
            return None
        place = ids.index(row_id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The row, its title, its sentence, and whether it is a heading."""
        if role == RowRole.SECTION:
            return index.isValid() and isinstance(index.data(RECORD), HeadingRow)
        return super().data(index, role)

    def title(self, row: HeadingRow | FeedbackRow) -> str:
        """What typing ahead looks for."""
        return shelf_words(row.shelf) if isinstance(row, HeadingRow) else who_words(row.who)

    def sentence(self, row: HeadingRow | FeedbackRow) -> str:
        """The whole row as a sentence."""
        return self.title(row) if isinstance(row, HeadingRow) else row_sentence(row, self._today())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, so the arrows skip them."""
        if not index.isValid() or index.data(RowRole.SECTION):
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never


class FeedbackDelegate(RowDelegate):
    """Paints who, when, with which form about what, and how far it is."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def row_height(self, index: Index) -> int:
        """Return the height of three lines."""
        del index
        return current_theme().px(_HEIGHT) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one row."""
        theme, row, today = current_theme(), index.data(RECORD), self._today()
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        small = theme.numbers("caption")

        def line(top: int, height: int) -> QRect:
            return QRect(box.x(), box.y() + theme.px(top), box.width(), theme.px(height))

        head = line(_TOP, _TITLE)
        taken = draw_line(
            painter, head, aside_words(row, today), font=small, colour="text-2", end=True
        )
        taken += theme.px(_GAP) if taken else 0
        words = head.adjusted(taken, 0, 0, 0) if rtl else head.adjusted(0, 0, -taken, 0)
        draw_line(painter, words, who_words(row.who), font=theme.font("section"))
        subject = subject_words(row.form, row.about)
        below = line(_BELOW, _LINE)
        draw_line(painter, below, subject, font=theme.font("caption"), colour="text-2")
        facts = line(_FACTS, _LINE)
        icon, said, colour = fact(row, today)
        width = draw_fact(painter, facts, icon, said, colour=colour) + theme.px(_GAP)
        if row.evidence:
            rest = facts.adjusted(0, 0, -width, 0) if rtl else facts.adjusted(width, 0, 0, 0)
            draw_fact(painter, rest, "target", number(row.evidence))
