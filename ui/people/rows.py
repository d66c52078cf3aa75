"""The list of people: the support map first, then everybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.domain.ids import Id
from app.queries.people import PersonRow
from ui.labels import day_words, weekday_and_day
from ui.people.words import size_words, uncovered_words
from ui.person_words import relation_title
from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.initials import SIDE, paint_initials
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_line
from ui.widgets.tall_list import RECORD, RowModel

MAP: Final = Id("map")
"""The id of the first row."""

_HEADING: Final = Id("heading")
_GAP = 12


@dataclass(frozen=True, slots=True)
class MapRow:
    """The first row: how large the map is, and how many needs nobody covers."""

    needs: int
    people: int
    uncovered: int
    id: Id = MAP


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What stands above everybody."""

    id: Id = _HEADING


class PeopleModel(RowModel):
    """The map, a heading, and people in the order they are listed."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._coming: dict[Id, date] = {}

    def show(self, first: MapRow, people: Sequence[PersonRow], coming: dict[Id, date]) -> None:
        """Show these, with the day of the next session; what stays keeps its place."""
        moved, self._coming = coming != self._coming, coming
        self.show_rows([first, HeadingRow(), *people] if people else [first])
        if moved:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def coming(self, row: MapRow | HeadingRow | PersonRow) -> str:
        """When the next session with somebody is; nothing where none is planned."""
        day = self._coming.get(row.id)
        if day is None:
            return ""
        today = self._today()
        soon = (day - today).days <= 1
        return day_words(day, today) if soon else weekday_and_day(day, today)

    def person(self, index: Index) -> PersonRow | None:
        """Somebody in a row; None for the map and the heading."""
        row = index.data(RECORD)
        return row if isinstance(row, PersonRow) else None

    def neighbour(self, person_id: Id) -> Id | None:
        """The id of the one below, or of the one above where there is none below."""
        ids = [row.id for row in self._rows if isinstance(row, PersonRow)]
        if person_id not in ids or len(ids) == 1:
            return None
        place = ids.index(person_id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The row, its title, its sentence, and whether it is a heading."""
        if role == RowRole.SECTION:
            return index.isValid() and isinstance(index.data(RECORD), HeadingRow)
        if role == RowRole.ASIDE:
            return self.coming(index.data(RECORD)) if index.isValid() else None
        return super().data(index, role)

    def title(self, row: MapRow | HeadingRow | PersonRow) -> str:
        """What typing ahead looks for."""
        if isinstance(row, MapRow):
            return self.tr("Support map")
        return self.tr("People") if isinstance(row, HeadingRow) else row.name

    def sentence(self, row: MapRow | HeadingRow | PersonRow) -> str:
        """The whole row as a sentence."""
        parts = [self.title(row)]
        if isinstance(row, MapRow):
            parts += [size_words(row.needs, row.people), uncovered_words(row.uncovered)]
        elif isinstance(row, PersonRow):
            parts.append(relation_title(row.relation))
            if coming := self.coming(row):
                parts.append(self.tr("next session {day}").format(day=coming))
        return ", ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The heading cannot be selected, so the arrows skip it."""
        if not index.isValid() or index.data(RowRole.SECTION):
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never


class PeopleDelegate(RowDelegate):
    """Paints somebody: initials, name and relation; or the map: its size and what is open."""

    def __init__(self) -> None:
        super().__init__()
        self._ground = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row; in a chosen one the disc stands out from its ground."""
        chosen = option.state & QStyle.StateFlag.State_Selected
        self._ground = "surface" if chosen else ""
        super().paint(painter, option, index)

    def row_height(self, index: Index) -> int:
        """Return the height of two lines."""
        del index
        return current_theme().px(62) + 1

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one row."""
        theme, row = current_theme(), index.data(RECORD)
        is_map = isinstance(row, MapRow)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(SIDE)
        x = box.right() + 1 - side if rtl else box.x()
        disc = QRect(x, box.center().y() - side // 2, side, side)
        if is_map:
            edge = theme.px(5)
            paint_icon(painter, disc.adjusted(edge, edge, -edge, -edge), "handshake", "accent-text")
        else:
            paint_initials(painter, disc, row.name, ground=self._ground)
        lead = side + theme.px(_GAP)
        words = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
        head = QRect(words.x(), words.y() + theme.px(11), words.width(), theme.px(20))
        below = head.translated(0, theme.px(20))
        name, font = str(index.data()), theme.font("section")
        if not is_map:
            detail, aside = relation_title(row.relation), str(index.data(RowRole.ASIDE))
        else:
            detail, aside = self._sizes(
                row, words.width() - QFontMetrics(font).horizontalAdvance(name)
            )
        small = theme.font("caption")
        taken = draw_line(painter, head, aside, font=small, colour="text-2", end=True)
        less = taken + theme.px(8) if taken else 0
        room = head.adjusted(less, 0, 0, 0) if rtl else head.adjusted(0, 0, -less, 0)
        draw_line(painter, room, name, font=font)
        draw_line(painter, below, detail, font=small, colour="text-2")

    def _sizes(self, row: MapRow, room: int) -> tuple[str, str]:
        """What stands below the name and what beside it; where little fits, what is not covered."""
        theme, size = current_theme(), size_words(row.needs, row.people)
        aside = uncovered_words(row.uncovered)
        taken = QFontMetrics(theme.font("caption")).horizontalAdvance(aside) + theme.px(8)
        return (size, aside) if not aside or taken <= room else (aside, "")
