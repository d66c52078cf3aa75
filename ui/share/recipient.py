"""Step 1: who the PDF is for, what for, and from whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.cycles import Relation
from app.domain.document import PaperSize
from app.domain.ids import NO_ID, Id
from app.domain.packs import OWNER_NAME, Pack, PackType
from app.operations import packs
from app.queries import packs as queries
from ui.context import Context
from ui.forms import finished
from ui.person_words import person_words
from ui.share.draft import DraftPack
from ui.share.recipient_form import RecipientForm
from ui.share.type_words import suggests_words

TYPING_PAUSE_MS: Final = 800
SOMEBODY_NEW: Final = "new"
NOBODY: Final = ""


class RecipientStep(RecipientForm):
    """The form of step 1; what is typed is kept after a pause, and when the step is left."""

    def __init__(self, context: Context, draft: DraftPack, parent: QWidget | None = None) -> None:
        super().__init__(context.today, parent)
        self._context = context
        self._draft = draft
        self._pack: Id = NO_ID
        self._keeping = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_PAUSE_MS)
        self._timer.timeout.connect(self.commit)
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

    def focus_on(self, field: str) -> None:
        """Go to the title, the purpose or the note."""
        fields: dict[str, QWidget] = {"title": self.title, "note": self.note}
        fields.get(field, self.purpose).setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self) -> bool:
        """Keep everything and say what is missing, under its field; True where nothing is."""
        say_who = self.tr("Say who it is for.")
        missing = [
            (self.person_field, say_who, self.person.value() == NOBODY),
            (self.name_field, say_who, self._is_unnamed()),
            (
                self.purpose_field,
                self.tr("Say what for, in a sentence. It stands on the first page."),
                not self.purpose.text().strip(),
            ),
            (self.owner_field, self.tr("Say who it is from."), not self.owner.text().strip()),
            (
                self.until_field,
                self.tr("Write a day such as 22 May, or choose one."),
                not finished(self.until),
            ),
            (
                self.until_field,
                self.tr("That day has gone by. Choose a later one, or none."),
                self._is_gone_by(),
            ),
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

    # Private

    def _connect(self) -> None:
        for line in (self.purpose, self.title, self.owner):
            line.textEdited.connect(self._timer.start)
        self.note.textChanged.connect(self._note_typing)
        self.type.picked.connect(self._pick_type)
        self.person.picked.connect(self._pick_person)
        self.until.day_changed.connect(lambda _day: self.commit())
        self.paper.chosen.connect(self.commit)

    def _note_typing(self) -> None:
        if self.note.toPlainText().rstrip() != self._draft.pack.note:
            self._timer.start()

    def _pick_type(self) -> None:
        self._show_type()
        self.commit()

    def _show_type(self) -> None:
        """Say what the kind suggests, and expect somebody new where it is for a next mentor."""
        pack_type = PackType(str(self.type.value()))
        self.type_field.set_help(suggests_words(pack_type))
        if pack_type is PackType.HANDOVER and self.person.value() == NOBODY:
            self.person.set_value(SOMEBODY_NEW)
            self.relation.set_value(Relation.MENTOR.value)
            self._show_new_person()

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
        self.name_field.setVisible(new)
        self.relation_field.setVisible(new)

    def _load(self, pack: Pack) -> None:
        self.type.set_value(pack.type.value)
        self._show_type()
        self._show_new_person()
        if self.until.is_understood() and self.until.day() != pack.until:
            self.until.set_day(pack.until)
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

    def _is_gone_by(self) -> bool:
        day = self.until.day() if self.until.is_understood() else None
        return day is not None and day < self._context.today()

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
            type=PackType(str(self.type.value())),
            until=self.until.written() if self.until.is_understood() else self._draft.pack.until,
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
