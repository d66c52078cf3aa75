"""Competencies to choose: those chosen as chips, and a choice that adds one, group by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.queries.competencies import Catalogue
from ui.widgets.choice import Heading
from ui.widgets.chosen_field import ChosenField


class CompetencyField(ChosenField):
    """Chosen competencies; those that are archived or gone stay as they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(self.tr("Add a competency"))
        self._catalogue = catalogue
        self.show_chosen()

    def competencies(self) -> tuple[str, ...]:
        """Return the chosen ids, in the order they were chosen."""
        return self.chosen()

    def set_competencies(self, ids: Sequence[str]) -> None:
        """Show these as chosen."""
        self.set_chosen(ids)

    def name_of(self, chosen: str) -> str:
        """Return what a competency is called now."""
        return self._catalogue.name(chosen)

    def offered(self) -> Iterator[tuple[str, object]]:
        """Return the competencies that are not chosen, under the names of their groups."""
        left = [row for row in self._catalogue.offered if row.id not in self.chosen()]
        for group, rows in groupby(left, key=lambda row: row.group):
            if group:
                yield (group, Heading())
            for row in rows:
                yield (row.name, row.id)
