"""What can be done with templates: make, change, copy, delete, and pass on as files."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from app.domain.entries import Entry
from app.domain.ids import Id, new_id
from app.domain.templates import OwnTemplate
from app.importing import template_files
from app.importing.template_files import SUFFIX
from app.operations import templates as operations
from app.queries import templates
from app.queries.templates import JournalTemplate
from ui import messages
from ui.context import Context
from ui.entry.offers import template_picker
from ui.settings.template_sheet import TemplateSheet
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog

_NAME_LENGTH = 60


class TemplateActs(QObject):
    """Opens the sheets for templates and does what needs none."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._sheet: TemplateSheet | None = None

    def save(self) -> None:
        """Keep what an open sheet holds; raises AppError where that fails."""
        if self._sheet is not None:
            self._sheet.keep()

    def new(self) -> None:
        """Write a template from nothing."""
        self._open_new(OwnTemplate(), "blank", self.tr("New template"))

    def begin_with(self, entry_id: Id) -> None:
        """Make a template of an entry's text."""
        entry = self._context.vault.read.find(Entry, entry_id)
        if entry is not None and entry.deleted is None:
            template = OwnTemplate(name=entry.title, tags=entry.tags, body=entry.body)
            self._open_new(template, entry.id, self.tr("Save as template"))

    def edit(self, template_id: str) -> None:
        """Change a template of one's own."""
        template = self._context.vault.read.find(OwnTemplate, Id(template_id))
        if template is not None and template.deleted is None:
            title, draft = self.tr("Edit template"), f"template.{template_id}"
            self._open(template, title, draft, is_new=False)

    def copy(self, template_id: str) -> None:
        """Change a copy of any template."""
        reader = self._context.vault.read
        found = templates.find(reader, self._context.library, template_id)
        if found is not None:
            name = templates.free_name(reader, found.name)
            self._open_new(found.copied(name), template_id, self.tr("Copy of a template"))

    def choose_to_copy(self, anchor: QWidget) -> None:
        """Offer the templates that ship with Greenroom, to change a copy of one."""
        every = templates.groups(self._context.vault.read, self._context.library)
        shipped = [group for group in every if group.id != templates.MINE]
        picker = template_picker(anchor, shipped, blank=False)
        picker.picked.connect(self.copy)
        picker.open_below()

    def delete(self, template_id: str) -> None:
        """Move a template to the trash."""
        vault = self._context.vault
        if self._context.perform(lambda: operations.delete(vault, Id(template_id))) is not None:
            self._context.messages.say(self.tr("Template moved to trash"), undo=True)

    def bring_in(self) -> None:
        """Choose a file and look at the template in it before it is kept."""
        title = self.tr("Choose a template")
        messages.choose_file(self._over, title, _documents(), self._look_at, suffix=SUFFIX)

    def pass_on(self, template: JournalTemplate) -> None:
        """Save a template as a file, once it is clear that nothing protects it there."""
        dialog = Dialog(self.tr("Save this template as a file?"), self._over)
        dialog.add_text(
            self.tr(
                "The file holds the words of this template and nothing else of the vault. It is "
                "not encrypted: whoever has the file can read them."
            )
        )
        cancel = dialog.add_action(Button(self.tr("Cancel")), focused=True)
        cancel.clicked.connect(dialog.reject)
        go_on = dialog.add_action(Button(self.tr("Choose a place"), "primary"))
        go_on.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._choose_place(template))
        dialog.open()

    # Private

    def _look_at(self, path: Path) -> None:
        found = self._context.perform(lambda: template_files.read(path))
        if found is None:
            return
        name = templates.free_name(self._context.vault.read, found.name)
        mark = hashlib.sha256(template_files.compose(found).encode()).hexdigest()[:16]
        self._open_new(replace(found, name=name), mark, self.tr("Template from a file"))
        if name != found.name and self._sheet is not None:
            words = self.tr("You have a template of this name, so this one has a number.")
            self._sheet.set_note(words)

    def _choose_place(self, template: JournalTemplate) -> None:
        start = _documents() / f"{_file_name(template.name) or self.tr('Template')}.{SUFFIX}"
        title = self.tr("Save template")

        def save(path: Path) -> bool:
            # Whether a file that is there may be replaced was asked where its name was chosen.
            template_files.save(template.copied(template.name), path, replace=True)
            return True

        def chosen(path: Path) -> None:
            if self._context.perform(lambda: save(path)):
                self._context.messages.say(self.tr("Template saved as a file"))

        messages.choose_new_file(self._over, title, start, chosen, suffix=SUFFIX)

    def _open_new(self, template: OwnTemplate, source: str, title: str) -> None:
        fresh = replace(template, id=new_id(), created=0)
        self._open(fresh, title, f"template.new.{source}", is_new=True)

    def _open(self, template: OwnTemplate, title: str, draft: str, *, is_new: bool) -> None:
        sheet = TemplateSheet(
            self._context, template, self._over, title=title, draft=draft, is_new=is_new
        )
        self._sheet = sheet
        sheet.finished.connect(self._forget)
        sheet.open()

    def _forget(self) -> None:
        self._sheet = None


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def _file_name(name: str) -> str:
    """The name as far as every system takes it for a file."""
    kept = "".join(each if each.isalnum() or each in " -" else " " for each in name)
    return " ".join(kept.split())[:_NAME_LENGTH]
