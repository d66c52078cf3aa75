"""The support map as a table: needs under their headings, and a column for each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.domain.coverage import Cell, Need, Standing
from app.domain.ids import Id
from app.queries.people import PersonRow, SupportMap
from ui.labels import number
from ui.people.words import behind_words, cover_fact, said_of, standing_words
from ui.person_words import person_words
from ui.widgets.plain import tooltip
from ui.widgets.rows import Index, RowRole

NEED: Final = 0
"""The column of the needs; those of people follow."""

_ROOT = QModelIndex()
Line = Standing | Need


class MapModel(QAbstractTableModel):
    """Needs from the least covered one on; a heading with a count stands above each group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._map: SupportMap | None = None
        self._lines: list[Line] = []
        self._people: tuple[PersonRow, ...] = ()

    # Methods

    def show_map(self, found: SupportMap) -> None:
        """Show this map; the same one again changes nothing."""
        if found == self._map:
            return
        self.beginResetModel()
        self._map, self._people, self._lines = found, found.columns, []
        for standing in Standing:
            if needs := found.coverage.standing(standing):
                self._lines += [standing, *needs]
        self.endResetModel()

    def need(self, row: int) -> Need | None:
        """The need in a row; None for a heading."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Need) else None

    def person(self, column: int) -> PersonRow | None:
        """The person of a column; None for the column of the needs."""
        return self._people[column - 1] if 0 < column <= len(self._people) else None

    def cell(self, index: Index) -> Cell | None:
        """How the person of a cell stands to its need; None where they do not."""
        need, person = self.need(index.row()), self.person(index.column())
        return need.cell(person.id) if need and person else None

    def name(self, need: Need) -> str:
        """What a need is called."""
        return self._map.names.name(need.competency) if self._map else need.competency

    def row_of(self, competency: str) -> int:
        """The row of a need; -1 where it is not needed any more."""
        found = (
            at for at, line in enumerate(self._lines)
            if isinstance(line, Need) and line.competency == competency
        )  # fmt: skip
        return next(found, -1)

    def column_of(self, person_id: Id) -> int:
        """The column of a person; that of the needs where they have none."""
        ids = [person.id for person in self._people]
        return ids.index(person_id) + 1 if person_id in ids else NEED

    def first_need(self) -> int:
        """The row of the first need; -1 where there is none."""
        return next((at for at, line in enumerate(self._lines) if isinstance(line, Need)), -1)

    def as_text(self) -> str:
        """The whole map with tabs between its columns."""
        heads = [self._head(column) for column in range(self.columnCount())]
        lines = [heads, *(self._texts(line) for line in self._lines if isinstance(line, Need))]
        return "\n".join("\t".join(line) for line in lines)

    # Qt's own

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many needs and headings there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """The needs, and everybody."""
        return 0 if parent.isValid() else len(self._people) + 1

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation != Qt.Orientation.Horizontal or role not in spoken:
            return None
        return self._head(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows and says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Standing):
            return self._heading(line, index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(line, index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self._sentence(line, index)
            return tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return False if role == RowRole.SECTION else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected."""
        if self.need(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    # Private

    def _head(self, column: int) -> str:
        person = self.person(column)
        if person is None:
            return self.tr("Need, and the goal behind it")
        return person_words(person.name, person.relation)

    def _heading(self, standing: Standing, column: int, role: int) -> object:
        if role == RowRole.SECTION:
            return True
        if column != NEED:
            return None
        count = number(self._count(standing))
        if role == RowRole.ASIDE:
            return count
        words = standing_words(standing)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{heading}: {count}").format(heading=words, count=count)
        return words if role == Qt.ItemDataRole.DisplayRole else None

    def _count(self, standing: Standing) -> int:
        return len(self._map.coverage.standing(standing)) if self._map else 0

    def _word(self, need: Need, index: Index) -> str:
        if index.column() == NEED:
            return self.name(need)
        cell = self.cell(index)
        return cover_fact(cell.cover)[1] if cell else ""

    def _sentence(self, need: Need, index: Index) -> str:
        person, cell = self.person(index.column()), self.cell(index)
        name = self.name(need)
        if person is None:
            parts = (name, behind_words(need), standing_words(need.standing))
            return ", ".join(parts)
        said = said_of(cell.cover, person.name) if cell else self._nothing(person)
        return self.tr("{need}: {said}").format(need=name, said=said)

    def _nothing(self, person: PersonRow) -> str:
        return self.tr("{name} was not asked").format(name=person.name)

    def _texts(self, need: Need) -> list[str]:
        cells = [need.cell(person.id) for person in self._people]
        return [self.name(need), *(cover_fact(cell.cover)[1] if cell else "" for cell in cells)]


def said_in_words(need: Need, people: Sequence[PersonRow]) -> str:
    """How everybody stands to a need, in one line."""
    by_id = {person.id: person.short for person in people}
    return ", ".join(
        said_of(cell.cover, by_id[cell.person]) for cell in need.cells if cell.person in by_id
    )
