"""One competency: its anchors, questions and things to try, with ratings and evidence beside."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries import assessments
from app.queries.assessments import Seen
from app.queries.competencies import CompetencyRow, catalogue
from ui import labels
from ui.context import Context, Destination
from ui.plan import assessment_words as words
from ui.plan.anchor_card import AnchorCard
from ui.plan.competency_actions import CompetencyActions
from ui.plan.evidence_rows import EvidenceDelegate, EvidenceSide
from ui.plan.past_rows import PastList, PastRow
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.columns import Columns
from ui.widgets.text import Label

_SIDE, _GAP = 300, 48


class CompetencyDetail(Columns):
    """The page of a competency; `left` asks for the list."""

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context, actions: CompetencyActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self.competency = ""
        self.back = Button(self.tr("Competencies"), "link", icon="chevron-left")
        self.title = Label("", "title-detail", wrap=True)
        self.edit = Button("", "ghost", icon="pencil")
        self.more = Button("", "ghost", icon="ellipsis")
        self.bring_back = Button(self.tr("Bring back"), "link", icon="archive-restore")
        self._facts = Label("", "caption", "text-2", wrap=True)
        self._definition = Label("", "lede", "text-2", wrap=True)
        self.anchors = AnchorCard()
        self._questions, self._tries = _Lines(), _Lines()
        self.past = PastList(self.tr("Assessments"))
        self._never = Label("", "body", "text-2", wrap=True)
        self.evidence = EvidenceSide(context.today)
        self._lay_out()
        self._connect()

    # Methods

    def show_competency(self, competency: str) -> bool:
        """Show a competency as it is now; False where it is gone."""
        reader, library = self._context.vault.read, self._context.library
        row = catalogue(reader, library).find(competency)
        if row is None:
            return False
        if competency != self.competency:
            self.verticalScrollBar().setValue(0)
        self.competency = competency
        self._show(row)
        self._show_ratings(row)
        self.evidence.show_evidence(assessments.evidence(reader, competency))
        return True

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of ratings and evidence."""
        narrow = window < theme.breakpoint("rail-collapse-below")
        return theme.px(_SIDE - 40 if narrow else _SIDE) + EvidenceDelegate.inset * 2

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins; rows reach beyond their column by their inset."""
        inset = EvidenceDelegate.inset
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        end = edge - inset
        self.outer.setContentsMargins(end if rtl else edge, top - 8, edge if rtl else end, top)
        self.columns.setSpacing(24 if stacked else _GAP - inset)
        self.side.setContentsMargins(0, 0 if stacked else 48, 0, 0)

    # Building

    def _lay_out(self) -> None:
        self.back.setProperty("flush", True)
        self.bring_back.setProperty("flush", True)
        self.edit.setToolTip(self.tr("Edit in your own words (F2)"))
        self.more.setToolTip(self.tr("More about this competency"))
        start, head = Qt.AlignmentFlag.AlignLeft, QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.edit, self.more):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.main.setSpacing(6)
        self.main.addWidget(self.back, 0, start)
        self.main.addLayout(head)
        for widget in (self._facts, self._definition):
            self.main.addWidget(widget)
        self.main.addWidget(self.bring_back, 0, start)
        self.main.addSpacing(10)
        self.main.addWidget(self.anchors)
        for lines in (self._questions, self._tries):
            self.main.addWidget(lines)
        self.main.addStretch()
        heading = Label(self.tr("Assessments"), "section")
        for label in (heading, self._never):
            label.setContentsMargins(EvidenceDelegate.inset, 0, EvidenceDelegate.inset, 0)
            self.side.addWidget(label)
        self.side.addWidget(self.past)
        self.side.addSpacing(24)
        self.side.addWidget(self.evidence)
        self.side.addStretch()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(lambda: self._actions.edit(self.competency))
        self.bring_back.clicked.connect(lambda: self._actions.bring_back(self.competency))
        self.more.clicked.connect(self._offer)
        self.past.opened.connect(self._open_past)
        self.evidence.navigate.connect(self.navigate)

    # Showing

    def _show(self, row: CompetencyRow) -> None:
        library = self._context.library
        self.title.setText(row.name)
        facts = [row.group]
        if row.changed or not row.shipped:
            facts.append(self.tr("In your own words") if row.shipped else self.tr("Your own"))
        if row.archived:
            facts.append(self.tr("Archived: it is offered nowhere"))
        said = [fact for fact in facts if fact]
        self._facts.setText(" · ".join(said))
        self._facts.setVisible(bool(said))
        self._definition.setText(row.definition)
        self._definition.setVisible(bool(row.definition.strip()))
        self.bring_back.setVisible(row.archived)
        self._questions.show_lines(self.tr("Questions to think about"), row.questions)
        shipped = library.framework.find(row.id)
        kinds = {kind.id: kind.label for kind in library.framework.experience_types}
        tries = shipped.experiences if shipped else ()
        words_of_it = self.tr("{kind}: {what}")
        self._tries.show_lines(
            self.tr("Things to try"),
            tuple(words_of_it.format(kind=kinds.get(t.type, t.type), what=t.text) for t in tries),
        )

    def _show_ratings(self, row: CompetencyRow) -> None:
        reader, today = self._context.vault.read, self._context.today()
        seen = assessments.history(reader, row.id)
        own = next((each for each in seen if not each.by), None)
        said = words.earlier_words(own, today) if own else ""
        level = own.rating.level if own else 0
        self.anchors.show_anchors(assessments.anchors(row, self._context.library), level, said)
        self.past.show_past([self._past_row(each) for each in seen])
        self._never.setVisible(not seen)
        self._never.setText(self.tr("Not rated yet."))

    def _past_row(self, seen: Seen) -> PastRow:
        day = labels.short_day(seen.day, self._context.today())
        by = seen.by or self.tr("Yours")
        line = self.tr("{by}, {label}").format(by=by, label=seen.label) if seen.label else by
        return PastRow(seen.assessment, day, line, seen.rating.level, seen.rating.anchor)

    # Acting

    def _offer(self) -> None:
        menu = self._actions.menu(self.competency, self)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _open_past(self, index: QModelIndex) -> None:
        found = self.past.id_at(index)
        if found is not None:
            self.navigate.emit(Destination("plan", found, Kind.ASSESSMENT))


class _Lines(QWidget):
    """A heading over a few sentences; without any it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 18, 0, 0)
        self._column.setSpacing(6)

    def show_lines(self, heading: str, lines: tuple[str, ...]) -> None:
        """Show these sentences."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(Label(heading, "section"))
        for line in lines:
            self._column.addWidget(Label(line, "body", wrap=True))
        self.setVisible(bool(lines))
