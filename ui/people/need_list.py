"""The support map where there is no room for a table: needs, each with its people in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.domain.coverage import Need, Standing
from app.domain.ids import Id
from app.queries.people import SupportMap
from ui.labels import number
from ui.people.map_model import said_in_words
from ui.people.words import behind_words, standing_words
from ui.theme import current_theme
from ui.widgets.rows import Index, RowRole, draw_line
from ui.widgets.tall_list import RECORD, RowModel, TallDelegate, TallList, wrapped_lines

_TOP, _TITLE, _LINE, _HEADING, _MOST = 10, 20, 18, 40, 6


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need with its people in words, or a heading with a count where there is no need."""

    id: Id
    name: str
    behind: str = ""
    said: str = ""
    count: str = ""
    need: Need | None = None


class NeedModel(RowModel):
    """Needs from the least covered one on, under their headings."""

    def show_map(self, found: SupportMap) -> None:
        """Show this map."""
        rows: list[NeedRow] = []
        for standing in Standing:
            needs = found.coverage.standing(standing)
            if needs:
                rows.append(_heading(standing, needs))
            rows += [self._row(found, need) for need in needs]
        self.show_rows(rows)

    def need(self, index: Index) -> Need | None:
        """The need in a row; None for a heading."""
        row = index.data(RECORD)
        return row.need if isinstance(row, NeedRow) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The row, its title, its sentence, and whether it is a heading."""
        if role == RowRole.SECTION:
            return index.isValid() and self.need(index) is None
        return super().data(index, role)

    def title(self, row: NeedRow) -> str:
        """What typing ahead looks for."""
        return row.name

    def sentence(self, row: NeedRow) -> str:
        """The whole row as a sentence."""
        return ", ".join(part for part in (row.name, row.behind, row.said, row.count) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, so the arrows skip them."""
        if self.need(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def _row(self, found: SupportMap, need: Need) -> NeedRow:
        said = said_in_words(need, found.columns) or self.tr("Nobody yet")
        name = found.names.name(need.competency)
        return NeedRow(Id(need.competency), name, behind_words(need), said, need=need)


class NeedDelegate(TallDelegate):
    """Paints a need: its name, the goal behind it, and how everybody stands to it."""

    inset = 0

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of a heading, or of a need with all its lines."""
        theme, row = current_theme(), index.data(RECORD)
        if row.need is None:
            return theme.px(_HEADING)
        lines = len(self._lines(row, width))
        return theme.px(2 * _TOP + _TITLE + _LINE * (1 + lines)) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one row."""
        theme, row = current_theme(), index.data(RECORD)
        if row.need is None:
            strong = theme.sized("caption", 12, 600)
            draw_line(painter, box, row.name, font=strong, colour="text-2")
            small = theme.numbers("caption")
            draw_line(painter, box, row.count, font=small, colour="text-2", end=True)
            return
        edge, line = theme.px(4), theme.px(_LINE)
        inner = box.adjusted(edge, theme.px(_TOP), -edge, 0)
        head = QRect(inner.x(), inner.y(), inner.width(), theme.px(_TITLE))
        draw_line(painter, head, row.name, font=theme.font("label"))
        below = QRect(head.x(), head.bottom() + 1, head.width(), line)
        small = theme.font("caption")
        draw_line(painter, below, row.behind, font=small, colour="text-2")
        for words in self._lines(row, box.width()):
            below.translate(0, line)
            draw_line(painter, below, words, font=small)

    def _lines(self, row: NeedRow, width: int) -> list[str]:
        theme = current_theme()
        metrics = QFontMetrics(theme.font("caption"))
        return wrapped_lines(metrics, row.said, width - 2 * theme.px(4), _MOST)


class NeedList(TallList):
    """Needs below each other; Enter opens what can be done about one."""

    def __init__(self, name: str) -> None:
        self.needs = NeedModel()
        super().__init__(name, self.needs, NeedDelegate())


def _heading(standing: Standing, needs: Sequence[Need]) -> NeedRow:
    words, count = standing_words(standing), number(len(needs))
    return NeedRow(Id(f"standing-{standing.value}"), words, count=count)
