"""One competency of an assessment: its anchors, the proof, and recent evidence beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assessing import Answer
from app.domain.competencies import LEVELS
from app.queries.assessments import Seen
from app.queries.competencies import CompetencyRow
from app.queries.trail import TrailItem
from ui.context import Context
from ui.plan import assessment_words as words
from ui.plan.anchor_rows import AnchorRows
from ui.plan.evidence_rows import EvidenceDelegate, EvidenceSide
from ui.theme import Theme, current_theme
from ui.widgets.check import Check
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.styling import Card
from ui.widgets.text import Label

_MAIN, _SIDE, _GAP = 640, 300, 48


class StepView(Columns):
    """A competency to rate; `answered` carries the Answer, `next_asked` that Enter was pressed."""

    answered = Signal(object)
    next_asked = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._answer = Answer("")
        self._anchors: Sequence[str] = ()
        self._earlier: Seen | None = None
        self.name = Label("", "title-detail", wrap=True)
        self._definition = Label("", "lede", "text-2", wrap=True)
        self._question = Label("", "section", wrap=True)
        self.anchors = AnchorRows("")
        self.differently = Check(self.tr("I see this differently now; nothing changed"))
        self.proof = LineEdit()
        self._proof_field = Field(self.tr("How do you know?"), self.proof, note=self.tr("optional"))
        self._foot = Label("", "caption", "text-2", wrap=True)
        self.evidence = EvidenceSide(context.today)
        self._lay_out()
        self.anchors.rated.connect(self._rate)
        self.differently.toggled.connect(self._note)
        self.proof.textEdited.connect(self._note)
        self.evidence.navigate.connect(self.navigate)

    # Methods

    def show_competency(
        self, row: CompetencyRow, anchors: Sequence[str], question: str, foot: str
    ) -> None:
        """Show what is asked."""
        self.name.setText(row.name)
        self._definition.setText(row.definition)
        self._definition.setVisible(bool(row.definition.strip()))
        self._question.setText(question)
        self._foot.setText(foot)
        self._anchors = anchors
        self.anchors.setAccessibleName(self.tr("{0}. {1}").format(row.name, question))

    def show_answer(self, answer: Answer, earlier: Seen | None) -> None:
        """Show what was answered; the earlier rating shows only beside a level."""
        if answer.competency != self._answer.competency:
            self.verticalScrollBar().setValue(0)
        self._answer, self._earlier = answer, earlier
        self.anchors.set_level(answer.level)
        if self.proof.text() != answer.note:
            self.proof.setText(answer.note)
        self._show_earlier()

    def show_evidence(self, items: Sequence[TrailItem], since: date | None) -> None:
        """Show the evidence there is."""
        self.evidence.show_evidence(items, since)

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the evidence."""
        narrow = window < theme.breakpoint("rail-collapse-below")
        return theme.px(_SIDE - 40 if narrow else _SIDE) + EvidenceDelegate.inset * 2

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins; rows of evidence reach beyond their column by their inset."""
        inset, end = EvidenceDelegate.inset, edge - EvidenceDelegate.inset
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.outer.setContentsMargins(end if rtl else edge, top - 4, edge if rtl else end, top)
        wide = edge >= 40  # noqa: PLR2004 - the padding of a wide page
        self.columns.setSpacing(24 if stacked else (_GAP if wide else 28) - inset)
        self.main_holder.setMaximumWidth(1 << 20 if stacked else current_theme().px(_MAIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate with 1 to 5 and go on with Enter wherever no field takes them."""
        level = event.key() - int(Qt.Key.Key_0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        elif 1 <= level <= LEVELS and not event.modifiers():
            self.anchors.choose_level(level)
        else:
            super().keyPressEvent(event)

    # Private

    def _lay_out(self) -> None:
        card, rows = Card("card"), QHBoxLayout()
        rows.setContentsMargins(1, 1, 1, 1)
        rows.addWidget(self.anchors)
        card.setLayout(rows)
        below = QVBoxLayout()
        below.setSpacing(12)
        for part in (self.differently, self._proof_field, self._foot):
            below.addWidget(part)
        self.main.setSpacing(0)
        above: tuple[tuple[QWidget, int], ...] = (
            (self.name, 4),
            (self._definition, 20),
            (self._question, 8),
            (card, 12),
        )
        for widget, gap in above:
            self.main.addWidget(widget)
            self.main.addSpacing(gap)
        self.main.addLayout(below)
        self.main.addStretch()
        self.side.addWidget(self.evidence)
        self.columns.addStretch()

    def _rate(self, level: int) -> None:
        self._answer = replace(self._answer, level=level)
        self._show_earlier()
        self._tell()

    def _note(self) -> None:
        self._answer = replace(self._answer, note=self.proof.text())
        self._tell()

    def _tell(self) -> None:
        recalibrated = not self.differently.isHidden() and self.differently.isChecked()
        self._answer = replace(self._answer, recalibrated=recalibrated)
        self.answered.emit(self._answer)

    def _show_earlier(self) -> None:
        """Tell the earlier rating once a level is chosen, and ask where they differ."""
        level, earlier = self._answer.level, self._earlier
        told: dict[int, str] = {}
        if level and earlier is not None:
            told = {earlier.rating.level: words.earlier_words(earlier, self._context.today())}
        self.anchors.show_anchors(self._anchors, told)
        differs = bool(told) and level not in told
        self.differently.setVisible(differs)
        self.differently.blockSignals(True)
        self.differently.setChecked(differs and self._answer.recalibrated)
        self.differently.blockSignals(False)
