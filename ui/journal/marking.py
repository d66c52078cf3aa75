"""Marks of the entry that is shown: pinned, to bring, and the template it began with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.operations.journal import EntryDraft
from ui.context import Context
from ui.entry.writing import Writing


class Marking(QObject):
    """Holds the marks, and keeps each that is changed as an undo step of its own."""

    changed = Signal()
    """A mark was set or taken away here."""

    def __init__(self, context: Context, writing: Writing) -> None:
        super().__init__(writing)
        self._context = context
        self._writing = writing
        self._marks = EntryDraft()

    @property
    def marks(self) -> EntryDraft:
        """A draft whose marks are those of the entry."""
        return self._marks

    def show_marks(self, draft: EntryDraft) -> None:
        """Take the marks of what is shown from now on."""
        self._marks = draft

    def added_to(self, draft: EntryDraft) -> EntryDraft:
        """A draft with the marks."""
        marks = self._marks
        return replace(draft, bring=marks.bring, pinned=marks.pinned, template=marks.template)

    def note_template(self, template_id: str) -> None:
        """Remember which template the text began with; it is kept with the text."""
        self._marks = replace(self._marks, template=template_id)

    def toggle_bring(self) -> None:
        """Flag the entry to bring to the next session, or no longer."""
        self._mark(replace(self._marks, bring=not self._marks.bring))

    def toggle_pin(self) -> None:
        """Keep the entry at the top of the list, or no longer."""
        self._mark(replace(self._marks, pinned=not self._marks.pinned))

    def _mark(self, marks: EntryDraft) -> None:
        """Keep a mark; a blank entry gets it with its first words."""
        self._writing.keep()
        self._context.vault.seal()
        self._marks = marks
        self.changed.emit()
        self._writing.keep()
        self._context.vault.seal()
