"""Step 1: who the PDF is for, what for, and from whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.cycles import Relation
from app.domain.document import PaperSize
from app.domain.ids import NO_ID, Id
from app.domain.packs import OWNER_NAME, Pack
from app.domain.records import TITLE_LIMIT
from app.operations import packs
from app.queries import packs as queries
from ui.context import Context
from ui.person_words import person_words, relation_options
from ui.share.columns import TwoColumns
from ui.share.draft import DraftPack
from ui.share.frame import page_heading
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

TYPING_PAUSE_MS: Final = 800
SOMEBODY_NEW: Final = "new"
NOBODY: Final = ""
NAME_LIMIT: Final = 80


class RecipientStep(TwoColumns):
    """The form of step 1; what is typed is kept after a pause, and when the step is left."""

    def __init__(self, context: Context, draft: DraftPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self._pack: Id = NO_ID
        self._keeping = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_PAUSE_MS)
        self._timer.timeout.connect(self.commit)
        self._build()
        self._lay_out_fields()
        self._connect()

    # Methods

    def show_pack(self) -> None:
        """Load the form, unless it holds what was not kept yet."""
        if self._keeping:
            return
        self._show_people()
        pack = self._draft.pack
        if pack.id != self._pack:
            self._pack = pack.id
            self.name.clear()
            self.person.set_value(str(pack.recipient))
            self._load(pack)
        elif not self._timer.isActive():
            if self.person.value() != SOMEBODY_NEW:
                self.person.set_value(str(pack.recipient))
            self._load(pack)

    def commit(self) -> None:
        """Keep the form. Somebody new becomes a person only when the step is left."""
        self._keep(new_person=False)

    def save(self) -> None:
        """Keep everything, with somebody new as a person of the vault."""
        self._keep(new_person=True)

    def complete(self) -> bool:
        """Keep everything and say what is missing, under its field; True where nothing is."""
        say_who = self.tr("Say who it is for.")
        missing = [
            (self._person_field, say_who, self.person.value() == NOBODY),
            (self._name_field, say_who, self._is_unnamed()),
            (
                self._purpose_field,
                self.tr("Say what for, in a sentence. It stands on the first page."),
                not self.purpose.text().strip(),
            ),
            (self._owner_field, self.tr("Say who it is from."), not self.owner.text().strip()),
        ]
        wrong = [(field, words) for field, words, is_wrong in missing if is_wrong]
        for field, words in wrong:
            field.set_error(words)
        if wrong:
            first, _ = wrong[0]
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            # With the sentence below it: in a low window both lie under the bar.
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(first))
            return False
        self.save()
        return True

    def first_focus(self) -> QWidget:
        """The first field."""
        return self.person

    # Private

    def _build(self) -> None:
        self.person = Choice()
        self.name = LineEdit(self.tr("Their name"))
        self.relation = Choice(relation_options())
        self.purpose = LineEdit(self.tr("Our check-in on 29 May"))
        self.title = LineEdit()
        self.note = MultiLine(lines=4)
        self.owner = LineEdit()
        papers = [(PaperSize.A4.value, "A4"), (PaperSize.LETTER.value, self.tr("US Letter"))]
        self.paper = Segmented(papers, name=self.tr("Paper"))
        for line, limit in ((self.name, NAME_LIMIT), (self.owner, NAME_LIMIT)):
            line.setMaxLength(limit)
        for line in (self.purpose, self.title):
            line.setMaxLength(TITLE_LIMIT)

    def _lay_out_fields(self) -> None:
        heading = Label(self.tr("Who is it for?"), "title", size=26, wrap=True)
        lede = Label(
            self.tr("One person, one purpose. Nothing is ticked until you tick it."),
            "body",
            "text-2",
            wrap=True,
        )
        self._person_field = Field(self.tr("For"), self.person, required=True)
        self._name_field = Field(self.tr("Name"), self.name, required=True)
        self._relation_field = Field(self.tr("What they are to you"), self.relation)
        self._purpose_field = Field(self.tr("Purpose"), self.purpose, required=True)
        title = Field(self.tr("Title"), self.title, note=self.tr("if you like"))
        note_help = self.tr("It comes first: what you would like from them.")
        note = Field(self.tr("Note to them"), self.note, note=self.tr("if you like"),
                     help_text=note_help)  # fmt: skip
        self.main.setSpacing(20)
        self.main.addLayout(page_heading(heading, lede))
        for field in (
            self._person_field,
            self._name_field,
            self._relation_field,
            self._purpose_field,
            title,
            note,
        ):
            self.main.addWidget(field)
        owner_help = self.tr("As it stands on the PDF. It is kept in this vault.")
        self._owner_field = Field(self.tr("From"), self.owner, required=True, help_text=owner_help)
        self.side.setContentsMargins(0, 82, 0, 0)
        self.side.setSpacing(20)
        self.side.addWidget(self._owner_field)
        self.side.addWidget(Field(self.tr("Paper"), self.paper))

    def _connect(self) -> None:
        for line in (self.purpose, self.title, self.owner):
            line.textEdited.connect(self._timer.start)
        self.note.textChanged.connect(self._note_typing)
        self.person.picked.connect(self._pick_person)
        self.paper.chosen.connect(self.commit)

    def _note_typing(self) -> None:
        if self.note.toPlainText().rstrip() != self._draft.pack.note:
            self._timer.start()

    def _pick_person(self) -> None:
        self._show_new_person()
        self.commit()
        if self.person.value() == SOMEBODY_NEW:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self) -> None:
        known = queries.people(self._context.vault)
        options: list[tuple[str, object]] = [
            (person_words(each.name, each.relation), str(each.id)) for each in known
        ]
        first = [(self.tr("Choose a person"), NOBODY)] if known else []
        new = (self.tr("Somebody new"), SOMEBODY_NEW)
        self.person.set_options([*first, *options, new])

    def _show_new_person(self) -> None:
        new = self.person.value() == SOMEBODY_NEW
        self._name_field.setVisible(new)
        self._relation_field.setVisible(new)

    def _load(self, pack: Pack) -> None:
        self._show_new_person()
        for line, text in (
            (self.purpose, pack.purpose),
            (self.title, pack.title),
            (self.owner, self._context.vault.read.preference(OWNER_NAME)),
        ):
            if line.text().strip() != text:
                line.setText(text)
        if self.note.toPlainText().rstrip() != pack.note:
            self.note.setPlainText(pack.note)
        self.paper.set_view(pack.paper.value)

    def _is_unnamed(self) -> bool:
        return self.person.value() == SOMEBODY_NEW and not self.name.text().strip()

    def _keep(self, *, new_person: bool) -> None:
        # Each write makes the page refresh; the form is read to its end before it is loaded.
        self._timer.stop()
        self._keeping = True
        try:
            if new_person and self.person.value() == SOMEBODY_NEW and self.name.text().strip():
                self._add_person()
            self._keep_owner()
            self._draft.keep(self._filled_in())
        finally:
            self._keeping = False
        self.show_pack()

    def _filled_in(self) -> Pack:
        """The pack as the form has it."""
        pack = replace(
            self._draft.pack,
            title=self.title.text().strip(),
            purpose=self.purpose.text().strip(),
            note=self.note.toPlainText().rstrip(),
            paper=PaperSize(self.paper.view()),
        )
        value = self.person.value()
        if value == SOMEBODY_NEW:
            return pack
        return replace(pack, recipient=Id(str(value or NO_ID)))

    def _add_person(self) -> None:
        relation = Relation(str(self.relation.value()))
        name = self.name.text().strip()
        vault = self._context.vault
        person = self._context.perform(lambda: packs.add_recipient(vault, name, relation))
        if person is not None:
            self._show_people()
            self.person.set_value(str(person.id))
            self.name.clear()
            self._show_new_person()

    def _keep_owner(self) -> None:
        name = self.owner.text().strip()
        vault = self._context.vault
        if name and name != vault.read.preference(OWNER_NAME):
            self._context.perform(lambda: vault.prefer(OWNER_NAME, name))
