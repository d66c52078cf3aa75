"""Finding a start for the entry that is shown: templates, and questions to write about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.ids import Kind
from app.operations.journal import EntryDraft
from app.prose import Template
from app.queries import templates
from ui.context import Context, Destination
from ui.entry.offers import template_picker
from ui.journal.asking import Asking

if TYPE_CHECKING:
    from ui.journal.editor import EntryEditor


class Starting(QObject):
    """Offers templates and questions for an editor, and makes templates of its entries."""

    def __init__(self, context: Context, editor: EntryEditor) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor

    def open_templates(self) -> None:
        """Offer the templates for the entry that is shown."""
        groups = templates.groups(self._context.vault.read, self._context.library)
        picker = template_picker(self._editor.header.menu, groups, blank=False)
        picker.picked.connect(self.use_template)
        picker.open_below()

    def use_template(self, template_id: str) -> None:
        """Put a template's text on the sheet, below what is written already."""
        template = templates.find(self._context.vault.read, self._context.library, template_id)
        if template is None:
            return
        editor, sheet = self._editor, self._editor.sheet
        blank = editor.blank
        kept = "" if blank else sheet.prose.written().rstrip()
        text = f"{kept}\n\n{template.body}" if kept else template.body
        editor.marking.note_template(template.id)
        facts = sheet.facts
        facts.show_facts(facts.energy(), facts.confidence(), facts.tags() or template.tags)
        sheet.begin_text(text, Template.of(template.body))
        if blank:
            editor.writing.begin_again()
        else:
            editor.writing.touch()
        editor.focus_text()

    def open_questions(self) -> None:
        """Offer questions to write about; the one taken stands at the top of the text."""
        asking = Asking(self._context, self._editor.header.menu)
        asking.asked.connect(self.take_question)
        asking.finished.connect(self._editor.focus_text)
        asking.open_below()

    def take_question(self, question: str) -> None:
        """Quote a question at the top and go on below it; with nothing else it is no entry yet."""
        editor, quoted = self._editor, f"> {question}\n\n"
        if editor.blank and not editor.sheet.prose.text():
            editor.begin(EntryDraft(body=quoted))
        else:
            top = editor.sheet.prose.find_span(0, 0)
            top.insertText(quoted)
            editor.sheet.prose.setTextCursor(top)
        editor.focus_text()

    def save_as_template(self) -> None:
        """Go and make a template of the entry's text."""
        editor = self._editor
        if editor.writing.keep():
            target = Destination("settings", editor.entry_id, Kind.ENTRY, "templates", "new")
            editor.navigate.emit(target)
