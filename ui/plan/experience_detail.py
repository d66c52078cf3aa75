"""One experience: what it was, what came of it and what it taught, with its entries beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charts.mix import LEARNING_ICONS
from app.domain.ids import NO_ID, Id, Kind
from app.queries import experiences
from app.queries.experiences import ExperiencePage, Linked
from app.queries.trail import TrailItem
from ui.context import Context, Destination
from ui.experience_words import KIND_ICONS, kind_words, learning_words
from ui.plan import experience_words as words
from ui.plan.detail_parts import SharingPopover
from ui.plan.evidence import EvidencePopover
from ui.plan.experience_actions import ExperienceActions
from ui.plan.fact_line import FactLine
from ui.plan.trail import Trail, TrailDelegate
from ui.plan.words import between_destination, evidence_words, pack_sentence, shared_words
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.chip import Kind as ChipKind
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import tooltip
from ui.widgets.side_pane import SidePane
from ui.widgets.styling import Card
from ui.widgets.text import Label

_ICONS = {Kind.PERSON: "user", Kind.GOAL: "target", Kind.STRETCH: "mountain"}
_PLACES = {Kind.PERSON: "people", Kind.STRETCH: "stretch"}


class ExperienceDetail(SidePane):
    """The page of an experience; `left` asks for the portfolio."""

    side_inset = TrailDelegate.inset

    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context, actions: ExperienceActions) -> None:
        self._context = context
        self._actions = actions
        self._page: ExperiencePage | None = None
        super().__init__()
        self.back = Button(self.tr("Experiences"), "link", icon="chevron-left")
        self.title = Label("", "title-detail", wrap=True)
        self.chip = Chip("")
        self.edit = Button("", "ghost", icon="pencil")
        self.more = Button("", "ghost", icon="ellipsis")
        self.facts = FactLine()
        self.learned = _Learned()
        self.did = _Passage(self.tr("What I did"))
        self.outcome = _Passage(self.tr("What came of it"))
        self.people = _Links(self.tr("People"))
        self.goals = _Links(self.tr("Goals"))
        self.competencies = _Links(self.tr("Competencies"))
        self.write = Button(self.tr("Write about it"), "primary", icon="notebook-pen")
        self.trail = Trail(context.today, self.tr("Evidence"), act="plain")
        self._lay_out()
        self._connect()

    # Properties

    @property
    def experience_id(self) -> Id:
        """The id of the experience that is shown, NO_ID where none is."""
        return self._page.experience.id if self._page else NO_ID

    # Methods

    def show_experience(self, experience_id: Id) -> bool:
        """Show an experience as it is now; False where it is gone."""
        if experience_id != self.experience_id:
            self.verticalScrollBar().setValue(0)
        self._page = experiences.experience_page(
            self._context.vault.read, self._context.library, experience_id, self._context.today()
        )
        if self._page is not None:
            self._show(self._page)
        return self._page is not None

    def leave(self) -> None:
        """Show no experience any more."""
        self._page = None

    # Building

    def _lay_out(self) -> None:
        self.back.setProperty("flush", True)
        self.edit.setToolTip(self.tr("Edit experience (F2)"))
        self.more.setToolTip(self.tr("More about this experience"))
        self.main.setSpacing(0)
        self.main.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.main.addSpacing(8)
        self.main.addLayout(self.head_of(self.title, (self.chip, self.edit, self.more)))
        self.main.addWidget(self.facts)
        self.main.addSpacing(22)
        self.main.addWidget(self.learned)
        for part in (self.did, self.outcome, self.people, self.goals, self.competencies):
            self.main.addWidget(part)
        self.main.addStretch()
        begin = QHBoxLayout()
        begin.setContentsMargins(TrailDelegate.inset, 0, TrailDelegate.inset, 16)
        begin.addWidget(self.write)
        begin.addStretch()
        self.side.addLayout(begin)
        self.side.addWidget(self.trail)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(lambda: self._actions.edit(self.experience_id))
        self.more.clicked.connect(self._offer)
        self.chip.clicked.connect(self._explain_sharing)
        self.write.clicked.connect(lambda: self._actions.write(self.experience_id))
        self.learned.asked.connect(lambda: self._actions.edit(self.experience_id, "learned"))
        self.trail.add.clicked.connect(self._choose_evidence)
        self.trail.opened.connect(self._open_entry)
        self.trail.removed.connect(
            lambda item: self._actions.unlink(self.experience_id, item.id, item.kind)
        )
        for links in (self.people, self.goals, self.competencies):
            links.opened.connect(self._go)

    # Showing

    def _show(self, page: ExperiencePage) -> None:
        experience = page.experience
        self.title.setText(experience.title)
        self._show_facts(page)
        kind: ChipKind = "shared" if page.packs else "private"
        self.chip.show_state(shared_words(page.packs), kind)
        self.chip.setToolTip(tooltip("\n".join(map(pack_sentence, page.packs))))
        self.learned.show_text(experience.learned)
        self.did.show_text(experience.did)
        self.outcome.show_text(experience.outcome)
        self.people.show_links(page.people)
        self.goals.show_links(page.goals)
        self.competencies.show_links(page.competencies)
        self.trail.show_items(page.evidence, evidence_words(len(page.evidence)))

    def _show_facts(self, page: ExperiencePage) -> None:
        experience, today = page.experience, self._context.today()
        learning, hours = experience.learnt_by, experience.hours
        days = words.days_words(experience.start, experience.end, today)
        facts = [(KIND_ICONS[experience.type], kind_words(experience.type))]
        facts.append(("calendar", words.sentence([words.phase_words(page.phase), days])))
        facts.append((LEARNING_ICONS[learning], learning_words(learning)))
        if hours is not None:
            facts.append(("clock", words.hours_words(hours)))
        if host := experience.host.strip():
            facts.append(("door-open", self.tr("At {place}").format(place=host)))
        self.facts.show_facts(facts)

    # Acting

    def _offer(self) -> None:
        menu = self._actions.menu(self.experience_id, self)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _explain_sharing(self) -> None:
        if self._page is None:
            return
        experience_id = self.experience_id
        popover = SharingPopover(self._page.packs, self.chip, Kind.EXPERIENCE)
        popover.opened.connect(lambda pack: self.navigate.emit(Destination("share", Id(pack))))
        popover.share_asked.connect(lambda: self._actions.share(experience_id))
        popover.open_below()

    def _choose_evidence(self) -> None:
        experience_id = self.experience_id
        popover = EvidencePopover(self._context, experience_id, self.trail.add)
        popover.chosen.connect(lambda entry: self._actions.link(experience_id, Id(entry)))
        popover.open_below()

    def _open_entry(self, item: TrailItem) -> None:
        if item.kind is Kind.FEEDBACK:
            self.navigate.emit(between_destination(item))
            return
        act = "passage" if item.passage else ""
        self.navigate.emit(Destination("journal", id=item.id, act=act, detail=item.passage))

    def _go(self, link: Linked) -> None:
        self.navigate.emit(Destination(_PLACES.get(link.kind, "plan"), link.id, link.kind))


class _Learned(Card):
    """What it taught, large; where nothing is written yet, the way to write it."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("quiet-card")
        self.words = Label("", "quote-lg", wrap=True)
        self.ask = Button(self.tr("Write down what it taught you"), "link", icon="pencil")
        self.ask.setProperty("flush", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("What it taught me"), "section"))
        column.addWidget(self.words)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask.clicked.connect(self.asked)

    def show_text(self, text: str) -> None:
        """Show what was written."""
        self.words.setText(text.strip())
        self.words.setVisible(bool(text.strip()))
        self.ask.setVisible(not text.strip())


class _Passage(QWidget):
    """A heading and what was written under it; hidden where nothing was."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.words = Label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(name, "section"))
        column.addWidget(self.words)

    def show_text(self, text: str) -> None:
        """Show what was written."""
        self.words.setText(text.strip())
        self.setVisible(bool(text.strip()))


class _Links(QWidget):
    """A heading and a chip for each thing it leads to; `opened` carries the Linked."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._shown: tuple[Linked, ...] = ()
        self.chips: list[Chip] = []
        self._flow = FlowLayout(gap=8, row_gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(name, "section"))
        column.addLayout(self._flow)

    def show_links(self, links: Sequence[Linked]) -> None:
        """Show these; chips that stay the same keep the focus."""
        self.setVisible(bool(links))
        if tuple(links) == self._shown:
            return
        self._shown = tuple(links)
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.chips = [self._chip(link) for link in links]

    def _chip(self, link: Linked) -> Chip:
        icon = _ICONS.get(link.kind, "sprout")
        spoken = self.tr("{group}: {name}").format(group=self._name, name=link.name)
        chip = Chip(link.name, "tag", name=spoken, icon=icon)
        chip.clicked.connect(lambda: self.opened.emit(link))
        self._flow.addWidget(chip)
        chip.show()
        return chip
