"""What somebody said: to be read first, and then what one makes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.feedback import FeedbackState, Way
from app.domain.forms import Consent
from app.domain.ids import Id, Kind
from app.queries.feedback import FeedbackView
from ui.context import Context, Destination
from ui.feedback import arrival
from ui.feedback.actions import FeedbackActions
from ui.feedback.answers import Answers
from ui.feedback.arrival import Arrival
from ui.feedback.cards import AllowsCard, ArrivalCard, MatchCard
from ui.feedback.evidence_part import EvidencePart
from ui.feedback.foot import Foot
from ui.feedback.pulse_card import PulseCard
from ui.feedback.reading import Reading
from ui.feedback.words import arrived_lede, given_title, packs_tip, who_words
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.field import Field
from ui.widgets.kept_note import KeptNote
from ui.widgets.notices import Banner
from ui.widgets.plain import tooltip, unmarked
from ui.widgets.text import Label


class FeedbackDetail(QWidget):
    """The right pane; `navigate` carries a Destination, `left` asks for the list."""

    navigate = Signal(object)
    left = Signal()

    def __init__(self, context: Context, actions: FeedbackActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._view: FeedbackView | None = None
        self.back = Button("", "ghost", icon="arrow-left")
        self.chip = Chip("", "private")
        self.more = Button("", "ghost", icon="ellipsis")
        self.title = Label("", "title-detail", wrap=True)
        self.lede = Label("", "body", "text-2", wrap=True)
        first = self.tr("Read it first.")
        rest = self.tr("Nothing is linked yet. Only the answers were read, as plain text.")
        self.first = Banner("lamp", f"{first} {rest}", icon="inbox")
        self.first.emphasise(first)
        self.aside = Banner(
            "lamp",
            self.tr("You set this aside. It is evidence for nothing and in no share pack."),
            action=self.tr("Keep it after all"),
            icon="archive",
        )
        self.answers = Answers()
        self.note = KeptNote(lines=3)
        self.note_field = Field(self.tr("My note"), self.note)
        self.evidence = EvidencePart(context)
        self.match = MatchCard()
        self.allows = AllowsCard()
        self.pulse = PulseCard()
        self.arrival = ArrivalCard()
        self.thank = Button("", icon="mail")
        self.foot = Foot()
        self.reading = Reading(self.foot)
        self._lay_out()
        self._connect()

    # Methods

    def show_view(self, view: FeedbackView) -> None:
        """Show what somebody said; another one is shown from the top."""
        moved = self._view is None or self._view.feedback.id != view.feedback.id
        if moved:
            self.flush()
        self._view = view
        given, today = view.feedback, self._context.today()
        arrived = given.state is FeedbackState.ARRIVED
        kept = given.state is FeedbackState.KEPT
        self.title.setText(given_title(view))
        self.lede.setText(arrived_lede(view, today))
        self._show_chip(view)
        self.first.setVisible(arrived)
        self.aside.setVisible(given.state is FeedbackState.SET_ASIDE)
        self.answers.show_answers(given.answers)
        self.note_field.setVisible(not arrived)
        self.note.show_text(given.note)
        self.evidence.setVisible(kept)
        self.evidence.show_view(view)
        self.match.show_view(view, today)
        self.allows.show_view(view)
        self.pulse.show_view(view)
        left_alone = arrival.kept(self._context.vault, given.id) if arrived else Arrival()
        self.arrival.show_arrival(left_alone, view)
        self.thank.setVisible(kept and given.thanked is None)
        self.thank.setText(self.tr("Thank {name}").format(name=who_words(view.short)))
        self.thank.setAccessibleName(self.thank.text())
        self.foot.setVisible(arrived)
        self.foot.show_view(view)
        if moved:
            self.reading.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Keep what was typed in place."""
        self.note.flush()

    def first_focus(self) -> QWidget:
        """The pane itself, where arrows scroll what is to be read."""
        return self.reading

    def press_primary(self) -> None:
        """Keep what arrived; of what is kept, say what it is evidence for."""
        if self._view is not None and self._view.feedback.state is not FeedbackState.KEPT:
            self._keep()
        else:
            self.link()

    def link(self) -> None:
        """Say what it is evidence for, once it is kept."""
        if self._view is not None and self._view.feedback.state is FeedbackState.KEPT:
            self.evidence.open_picker()

    def menu(self) -> QMenu | None:
        """What else one can do with it; None where nothing is shown."""
        view, acts = self._view, self._actions
        if view is None:
            return None
        given, menu = view.feedback, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if given.state is not FeedbackState.KEPT:
            menu.addAction(self.tr("Keep"), self._keep)
        if given.state is not FeedbackState.SET_ASIDE:
            menu.addAction(self.tr("Set aside"), lambda: acts.set_aside(given.id))
        menu.addAction(self.tr("Copy the answers"), lambda: acts.copy_answers(given))
        if given.way is Way.HAND:
            menu.addAction(self.tr("Edit what you typed in"), lambda: acts.edit(given.id))
        menu.addAction(self.tr("Say who it is from"), lambda: acts.name_giver(given.id))
        self._add_thanks(menu, view)
        self._add_narrowing(menu, view)
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: acts.trash(given.id))
        return menu

    # Building

    def _lay_out(self) -> None:
        self.back.setToolTip(self.tr("Back to the list"))
        self.more.setToolTip(self.tr("More"))
        words, row = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lede)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        row.addLayout(words, 1)
        for widget in (self.chip, self.more):
            row.addWidget(widget, 0, top)
        page = self.reading
        page.head.addLayout(row)
        page.head.addSpacing(18)
        page.head.addWidget(self.first)
        page.head.addWidget(self.aside)
        page.head.addSpacing(16)
        for part in (self.answers, self.note_field, self.evidence):
            page.main.addWidget(part)
        for card in (self.match, self.allows, self.pulse, self.arrival):
            page.side.addWidget(card)
        page.side.addWidget(self.thank, 0, Qt.AlignmentFlag.AlignLeft)
        page.main.setSpacing(24)
        page.side.setSpacing(12)
        page.main.addStretch()
        page.side.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self._open_menu)
        self.chip.clicked.connect(self._go_to_packs)
        self.aside.acted.connect(self._keep)
        self.foot.keep.clicked.connect(self._keep)
        self.foot.aside.clicked.connect(lambda: self._act(self._actions.set_aside))
        self.foot.delete.clicked.connect(lambda: self._act(self._actions.trash))
        self.note.noted.connect(self._note)
        self.evidence.navigate.connect(self.navigate)
        self.match.request_asked.connect(self._show_request)
        self.match.giver_asked.connect(lambda: self._act(self._actions.name_giver))
        self.pulse.put_asked.connect(lambda: self._act(self._actions.put_beside))
        self.pulse.shown_asked.connect(self._show_beside)
        self.thank.clicked.connect(lambda: self._act(self._actions.thank))

    # Private

    def _act(self, act: Callable[[Id], None]) -> None:
        if self._view is not None:
            act(self._view.feedback.id)

    def _keep(self) -> None:
        """Keep it, and go on with what one makes of it."""
        if self._view is not None and self._actions.keep(self._view.feedback.id):
            self.note.setFocus(Qt.FocusReason.TabFocusReason)

    def _note(self, text: str) -> None:
        if self._view is not None:
            self._actions.note(self._view.feedback.id, text)

    def _show_chip(self, view: FeedbackView) -> None:
        if view.packs:
            self.chip.show_state(self.tr("In a share pack"), "shared")
            self.chip.setToolTip(tooltip(packs_tip(view.packs)))
        else:
            self.chip.show_state(self.tr("Private"), "private")
            self.chip.setToolTip(self.tr("Nobody else can read it. Open Share to change that."))

    def _go_to_packs(self) -> None:
        view = self._view
        pack = view.packs[0].pack if view and view.packs else None
        self.navigate.emit(Destination("share", id=pack) if pack else Destination("share"))

    def _show_request(self) -> None:
        if self._view is not None and self._view.request is not None:
            request = self._view.request.id
            self.navigate.emit(Destination("feedback", request, Kind.REQUEST))

    def _show_beside(self) -> None:
        if self._view is not None:
            self.navigate.emit(Destination("plan", self._view.beside, Kind.ASSESSMENT))

    def _add_thanks(self, menu: QMenu, view: FeedbackView) -> None:
        given, acts = view.feedback, self._actions
        if given.state is not FeedbackState.KEPT:
            return
        if given.thanked is None:
            menu.addAction(unmarked(self.thank.text()), lambda: acts.thank(given.id))
        else:
            menu.addAction(self.tr("Not thanked yet"), lambda: acts.unthank(given.id))

    def _add_narrowing(self, menu: QMenu, view: FeedbackView) -> None:
        given, acts = view.feedback, self._actions
        if given.consent is Consent.NAMED:
            menu.addAction(
                self.tr("They asked me to leave their name out"),
                lambda: acts.narrow(given.id, Consent.UNNAMED),
            )
        if given.consent is not Consent.PRIVATE:
            menu.addAction(
                self.tr("They asked me to keep it private"),
                lambda: acts.narrow(given.id, Consent.PRIVATE),
            )

    def _open_menu(self) -> None:
        if menu := self.menu():
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
