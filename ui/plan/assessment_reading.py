"""The last look before an assessment is finished, and a finished one as it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.content.library import Library
from app.domain.assessing import Assessing
from app.domain.competencies import Assessment
from app.queries import assessments
from app.queries.competencies import Catalogue
from ui.plan.rated_list import Rated, RatedList
from ui.plan.reading_column import ReadingColumn
from ui.widgets.page_frame import PageFrame
from ui.widgets.text import Label

_WIDTH = 680


class RatingsView(PageFrame):
    """Ratings under a line about them; `asked` carries the place of one to change."""

    asked = Signal(int)

    def __init__(self, *, changes: bool) -> None:
        super().__init__()
        self._line = Label("", "lede", "text-2", wrap=True)
        self.ratings = RatedList(changes=changes)
        held = ReadingColumn(_WIDTH)
        held.column.addWidget(self._line)
        held.column.addWidget(self.ratings)
        self.main.addWidget(held)
        self.main.addStretch()
        self.ratings.asked.connect(self.asked)

    def show_ratings(self, line: str, ratings: Sequence[Rated]) -> None:
        """Show these ratings."""
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.ratings.show_ratings(ratings)


def chosen(draft: Assessing, known: Catalogue, library: Library) -> list[Rated]:
    """What a draft holds, with anchors as they read now."""
    shown = []
    for competency in draft.chosen:
        row, answer = known.find(competency), draft.answer(competency)
        anchors = assessments.anchors(row, library) if row else ()
        anchor = anchors[answer.level - 1] if answer.level and anchors else ""
        name, again = known.name(competency), answer.recalibrated
        shown.append(Rated(competency, name, answer.level, anchor, answer.note, again))
    return shown


def kept(assessment: Assessment) -> list[Rated]:
    """What a finished assessment holds, as it read then."""
    return [
        Rated(each.competency, each.name, each.level, each.anchor, each.note, each.recalibrated)
        for each in assessment.ratings
    ]
