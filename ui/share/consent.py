"""Step 3: what leaves, what stays, who is named, and the sentence to tick."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.ids import Id, Kind
from app.errors import AppError
from app.export.failures import PassphraseRefusedError
from app.operations.packs import WithheldTextFoundError
from app.queries import left_out as staying
from app.queries import naming
from app.sharing.source import Chosen, PackSource
from ui.context import Context
from ui.messages import sentence
from ui.person_words import person_words
from ui.share.columns import TwoColumns
from ui.share.consent_rows import included_row, left_out_words
from ui.share.draft import DraftPack
from ui.share.found_words import found_words
from ui.share.frame import page_heading
from ui.share.item_words import about_words, kind_words, title_words
from ui.share.passphrase_card import PassphraseCard
from ui.share.people_card import PeopleCard
from ui.share.words import first_name, number_words, pages_words, sentence_case
from ui.widgets.button import Button
from ui.widgets.consent_card import ConsentCard
from ui.widgets.icons import Picture
from ui.widgets.notices import Banner
from ui.widgets.styling import Rule
from ui.widgets.text import Label

_ANY_TIME = Moment(0)


class ConsentStep(TwoColumns):
    """Everything that will be in the file, once more, before it is saved."""

    change_asked = Signal()
    mention_opened = Signal(str, str)
    """The item and the field in which somebody is named."""
    ticked = Signal()
    """The sentence was ticked, or is not any more."""

    def __init__(self, context: Context, draft: DraftPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self._title = Label(self.tr("Before this leaves the room"), "title", size=26, wrap=True)
        self._lede = Label("", "body", "text-2", wrap=True)
        self._included = Label("", "section")
        self._rows = QVBoxLayout()
        self._told: list[tuple[Chosen, str, str, int]] = []
        self._left_out = Label("", "body", "text-2", wrap=True)
        self._changed = Label("", "body", "lamp-text", wrap=True)
        self._notices = QVBoxLayout()
        self.consent = ConsentCard()
        self.people = PeopleCard()
        self.passphrase = PassphraseCard(context)
        self._lay_out_main()
        self._lay_out_side()
        self.consent.ticked.connect(self.ticked)
        self.people.renamed.connect(self._rename)
        self.people.roles_asked.connect(lambda: draft.call_by_role(self.people.rows))
        self.people.opened.connect(self.mention_opened)
        self.verticalScrollBar().rangeChanged.connect(self._keep_sentence)

    # Methods

    def show_pack(self, pages: int) -> None:
        """Show the draft as it would be saved now."""
        source = self._draft.source
        self._show_heading(source, pages)
        self._show_rows(source)
        self._show_left_out(source)
        named = naming.people_named(self._context.vault, source)
        self.people.show_people(named, source.pack.unnamed, self._title_of)
        known = (source.recipient, source.owner)
        self.passphrase.set_reader(first_name(source.recipient), known)
        one = self.tr(
            "I choose to share this item with {name} for this purpose. I know a copy cannot be "
            "taken back once I send it."
        )
        many = self.tr(
            "I choose to share these {n} items with {name} for this purpose. I know a copy "
            "cannot be taken back once I send it."
        )
        count = len(source.chosen)
        words = one if count == 1 else many
        about = replace(source, now=_ANY_TIME)
        self.consent.ask(words.format(n=number_words(count), name=source.recipient), about)

    def show_error(self, error: AppError) -> None:
        """Say why there is no file: under the passphrase if it is that, else on top."""
        if isinstance(error, PassphraseRefusedError):
            self.passphrase.field.set_error(sentence(error))
            self.passphrase.field.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        details = ""
        if isinstance(error, WithheldTextFoundError):
            details = found_words(error, self._draft, self._context.today())
        title = sentence(error) if details else ""
        self._notice(Banner("danger", details or sentence(error), title=title))

    def show_outdated(self) -> None:
        """Say that something changed before the file was saved."""
        words = self.tr(
            "Something in this pack changed meanwhile, so nothing was saved. Look at it again."
        )
        self._notice(Banner("lamp", words))

    def withdraw(self) -> None:
        """Take the tick back and wipe the passphrase: each file is agreed to by itself."""
        self.consent.check.setChecked(False)
        self.passphrase.forget()
        self.clear_error()

    def clear_error(self) -> None:
        """Take the notice away."""
        while item := self._notices.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def show_sentence(self) -> None:
        """Scroll to the whole sentence to tick: it is not to be agreed to half unseen."""
        # Once what stands above it is laid out.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.consent))

    def _keep_sentence(self) -> None:
        if self.consent.check.hasFocus():
            self.show_sentence()

    def first_focus(self) -> QWidget:
        """The sentence to tick."""
        return self.consent.check

    # Private

    def _lay_out_main(self) -> None:
        head = QHBoxLayout()
        change = Button(self.tr("Change items"), "link")
        change.clicked.connect(self.change_asked)
        head.addWidget(self._included, 1)
        head.addWidget(change)
        self.main.addLayout(self._notices)
        self.main.addLayout(page_heading(self._title, self._lede))
        self.main.addSpacing(18)
        self.main.addLayout(head)
        self._rows.setSpacing(0)
        self.main.addLayout(self._rows)
        self.main.addSpacing(24)
        self.main.addWidget(Label(self.tr("Left out"), "section"))
        self.main.addSpacing(2)
        self.main.addWidget(self._left_out)
        self.main.addWidget(self._changed)
        self.main.addSpacing(22)
        self.main.addWidget(self.consent)

    def _lay_out_side(self) -> None:
        note = QHBoxLayout()
        note.setSpacing(12)
        words = self.tr(
            "Saving adds a line to your sharing ledger: what, to whom, why and when. The ledger "
            "stays in your vault."
        )
        note.addWidget(Picture("history", "text-2"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Label(words, "caption", "text-2", wrap=True), 1)
        self.side.addWidget(self.people)
        self.side.addWidget(self.passphrase)
        self.side.addLayout(note)

    def _show_heading(self, source: PackSource, pages: int) -> None:
        words = self.tr("For {person}. Purpose: {purpose}.").format(
            person=person_words(source.recipient, source.relation),
            purpose=source.pack.purpose.rstrip("."),
        )
        if pages:
            words = self.tr("{purpose} {pages}.").format(purpose=words, pages=pages_words(pages))
        self._lede.setText(words)
        count = len(source.chosen)
        words = self.tr("One item is included") if count == 1 else self.tr("{n} items are included")
        self._included.setText(words.format(n=sentence_case(number_words(count))))

    def _show_rows(self, source: PackSource) -> None:
        told = self._included_in(source)
        if told == self._told:
            # Rows made anew would let the page jump back to its top.
            return
        self._told = told
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in told:
            self._rows.addWidget(included_row(*row))
            self._rows.addWidget(Rule())

    def _included_in(self, source: PackSource) -> list[tuple[Chosen, str, str, int]]:
        """What is included: what each is called, what it is, and how many names it goes without."""
        chosen = {each.id: each for each in source.chosen}
        names = naming.unnamed_in(source)
        told = list[tuple[Chosen, str, str, int]]()
        for candidate in self._draft.picked:
            if candidate.id in chosen:
                title = title_words(candidate, self._context.today())
                about = kind_words(candidate.kind)
                if candidate.kind is Kind.ENTRY:
                    about = about_words(candidate, self._context.today())
                told.append((chosen[candidate.id], title, about, names.get(candidate.id, 0)))
        return told

    def _show_left_out(self, source: PackSource) -> None:
        stays = staying.left_out(self._context.vault, source)
        others = len(self._draft.candidates) - len(source.chosen)
        self._left_out.setText(left_out_words(stays, others))
        stale = [title_words(each, self._context.today()) for each in self._draft.stale]
        words = self.tr("Changed since you ticked it, so it stays until you look again: {titles}.")
        self._changed.setText(words.format(titles=", ".join(stale)))
        self._changed.setVisible(bool(stale))

    def _rename(self, person: str, by_role: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._draft.call_by_role([Id(person)], by_role=by_role)

    def _title_of(self, item: Id) -> str:
        """What an item is called; the pack itself where there is none."""
        found = (each for each in self._draft.candidates if each.id == item)
        candidate = next(found, None)
        if candidate is None:
            return self.tr("First page")
        return title_words(candidate, self._context.today())

    def _notice(self, banner: Banner) -> None:
        self.clear_error()
        self._notices.addWidget(banner)
        self._notices.addSpacing(16)
        banner.announce()
        self.ensureWidgetVisible(banner)
