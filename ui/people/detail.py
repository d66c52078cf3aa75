"""One person: who they are and what they know, and what goes back and forth with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.domain.ids import NO_ID, Id, Kind
from app.queries.people import PersonView, search_for
from ui.context import Context, Destination
from ui.labels import short_day
from ui.people.actions import PeopleActions
from ui.people.ask_form import Wish
from ui.people.between_section import BetweenSection
from ui.people.detail_parts import Fact, FactList, Knows, Safety, Spoken
from ui.people.seen_section import SeenSection
from ui.people.words import about_words, spoken_words
from ui.support.section import SupportSection
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.columns import Columns
from ui.widgets.initials import Initials
from ui.widgets.plain import unmarked
from ui.widgets.section import TextSection
from ui.widgets.text import Label

_SIDE, _SIDE_NARROW = 296, 256
_WIDE_WINDOW = 1080
_PDFS = 5
"""How many PDFs are listed; the ledger has all of them."""


class PersonDetail(Columns):
    """The right pane; `navigate` carries a Destination, `left` asks for the list."""

    navigate = Signal(object)
    left = Signal()

    def __init__(self, context: Context, actions: PeopleActions) -> None:
        self._context = context
        self._actions = actions
        self._view: PersonView | None = None
        self.back = Button("", "ghost", icon="arrow-left")
        self.more = Button("", "ghost", icon="ellipsis")
        self.ask = Button("", "primary", icon="hand-helping")
        self.disc = Initials()
        self.name = Label("", "title-detail", wrap=True)
        self.about = Label("", "body", "text-2", wrap=True)
        super().__init__()
        self.note = TextSection(self.tr("Who they are"))
        self.knows = Knows()
        self.strengths = TextSection(self.tr("Strengths"))
        self.interests = TextSection(self.tr("Interests"))
        self.availability = TextSection(self.tr("When and how to reach them"))
        self.spoken = Spoken()
        self.safety = Safety()
        self.between = BetweenSection(context)
        self.support = SupportSection(context, of_person=True)
        self.packs = FactList(self.tr("What left this room for them"))
        self.seen = SeenSection(context)
        self.entries = FactList("")
        self.views = FactList(self.tr("How they see you"))
        self._lay_out()
        self._connect()

    # Methods

    def show_view(self, view: PersonView) -> None:
        """Show somebody; another one is shown from the top."""
        moved = self._view is None or self._view.person.id != view.person.id
        if moved:
            self.flush()
        self._view = view
        person, today = view.person, self._context.today()
        self.disc.show_name(person.name)
        self.name.setText(person.name)
        self.about.setText(about_words(person, today))
        self.ask.setText(self.tr("Ask {0}").format(view.row.short))
        self.ask.setToolTip(self.tr("{0} (Ctrl+Enter)").format(self.ask.text()))
        self.ask.setAccessibleName(self.ask.text())
        self.note.show_text(person.note)
        self.knows.show_knows(view.knows)
        self.strengths.show_text(person.strengths)
        self.interests.show_text(person.interests)
        self.availability.show_text(person.availability)
        spoke = person.last_spoke
        self.spoken.show_day(spoken_words(spoke, today), is_today=spoke == today)
        self.safety.show_safety(person.safety, person.safety_note)
        self._show_between(view)
        if moved:
            self.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Keep what was typed in place."""
        self.safety.flush()

    def press_primary(self) -> None:
        """Ask them for something."""
        if self._view is not None:
            self._actions.ask(Wish(person=self._view.person.id))

    def menu(self) -> QMenu | None:
        """What else one can do with somebody; None where nobody is shown."""
        view, actions = self._view, self._actions
        if view is None:
            return None
        menu, person = QMenu(self), view.person.id
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(unmarked(self.ask.text()), self.press_primary)
        menu.addAction(self.tr("New session"), self.between.new_session.click)
        menu.addAction(self.tr("Ask for feedback"), self.between.ask.click)
        menu.addAction(self.tr("New share pack for them"), self._share)
        menu.addAction(self.tr("Edit person"), lambda: actions.edit(person))
        about = self.tr("Everything about {0}").format(view.row.short)
        menu.addAction(unmarked(about), self._search)
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: actions.trash(person))
        return menu

    # Of columns

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the side column."""
        return theme.px(_SIDE if window >= _WIDE_WINDOW else _SIDE_NARROW)

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins of the page."""
        self.outer.setContentsMargins(edge, top, edge, top)
        self.columns.setSpacing(24 if stacked else 32)

    # Building

    def _lay_out(self) -> None:
        self.back.setToolTip(self.tr("Back to the list"))
        self.more.setToolTip(self.tr("More"))
        words, row = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        row.addWidget(self.disc, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, top)
        row.addWidget(self.ask, 0, top)
        self.head.addLayout(row)
        self.head.addSpacing(24)
        for part in (
            self.note,
            self.knows,
            self.strengths,
            self.interests,
            self.availability,
            self.spoken,
            self.safety,
        ):
            self.main.addWidget(part)
        for each in (self.between, self.support, self.packs, self.seen, self.entries, self.views):
            self.side.addWidget(each)
        for column in (self.main, self.side):
            column.setSpacing(20)
            column.addStretch()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self._open_menu)
        self.ask.clicked.connect(self.press_primary)
        self.between.navigate.connect(self.navigate)
        self.support.navigate.connect(self.navigate)
        self.knows.opened.connect(lambda one: self._go("plan", one, Kind.COMPETENCY))
        self.views.opened.connect(lambda one: self._go("plan", one, Kind.ASSESSMENT))
        self.packs.opened.connect(
            lambda one: self.navigate.emit(Destination("share", id=Id(one), act="ledger"))
        )
        self.seen.opened.connect(
            lambda one: self.navigate.emit(Destination("share", id=Id(one), act="ledger"))
        )
        self.seen.all.clicked.connect(self._show_ledger)
        self.entries.opened.connect(self._open_entry)
        self.spoken.today.clicked.connect(self._spoke_today)
        self.safety.rated.connect(lambda rating: self._revise(safety=rating))
        self.safety.noted.connect(lambda note: self._revise(safety_note=note))

    # Private

    def _show_between(self, view: PersonView) -> None:
        today = self._context.today()
        self.between.show_person(view.row)
        self.support.show_person(view.person.id)
        self.packs.show_facts(
            [
                Fact(row.id, row.title, short_day(row.day, today), "send")
                for row in view.left[:_PDFS]
            ]
        )
        self.seen.show_person(view.person, view.row.short)
        self.entries.heading.setText(self.tr("Entries that say {0}").format(view.row.short))
        entries = [
            Fact(row.id, row.title, short_day(row.day, today) if row.day else "", "notebook-pen")
            for row in view.mentions
        ]
        if view.more_mentions:
            entries.append(Fact(NO_ID, self.tr("All of them"), icon="search"))
        self.entries.show_facts(entries)
        self.views.show_facts(
            [
                Fact(row.id, row.label or self.tr("Assessment"), short_day(row.day, today), "gauge")
                for row in view.views
            ]
        )

    def _share(self) -> None:
        if self._view is not None:
            detail = f"for:{self._view.person.id}"
            self.navigate.emit(Destination("share", act="new", detail=detail))

    def _open_menu(self) -> None:
        if menu := self.menu():
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _open_entry(self, entry: str) -> None:
        if entry:
            self._go("journal", entry, Kind.ENTRY)
        else:
            self._search()

    def _show_ledger(self) -> None:
        if self._view is not None:
            person = self._view.person.id
            self.navigate.emit(Destination("share", person, Kind.PERSON, act="ledger"))

    def _search(self) -> None:
        if self._view is not None:
            self.navigate.emit(Destination("search", detail=search_for(self._view.row.short)))

    def _go(self, place: str, record: str, kind: Kind) -> None:
        self.navigate.emit(Destination(place, Id(record), kind))

    def _spoke_today(self) -> None:
        if self._view is not None:
            self._actions.spoke_today(self._view.person.id)

    def _revise(self, **fields: object) -> None:
        if self._view is not None:
            self._actions.revise(self._view.person.id, **fields)
