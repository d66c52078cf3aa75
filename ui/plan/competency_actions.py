"""What can be done with competencies, wherever they are shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.ids import Id
from app.importing import competency_table
from app.importing.competency_table import SUFFIX
from app.operations import competencies
from app.queries.competencies import CompetencyRow, catalogue
from ui import messages
from ui.context import Context
from ui.plan.competency_import import ImportSheet
from ui.plan.competency_sheet import CompetencyForm


class CompetencyActions(QObject):
    """Opens the sheets and files of competencies and runs what a menu offers."""

    added = Signal(str)
    """The id of a new competency."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over

    # Sheets

    def new(self) -> None:
        """Begin a competency of one's own."""
        sheet = CompetencyForm(self._context, self._over)
        sheet.saved.connect(self.added)
        sheet.open()

    def edit(self, competency: str) -> None:
        """Put a competency into one's own words."""
        found = self._find(competency)
        if found is not None:
            CompetencyForm(self._context, self._over, found).open()

    # Files

    def bring_in(self) -> None:
        """Choose a file and look at what is in it before anything comes in."""
        title = self.tr("Choose a file of competencies")
        messages.choose_file(self._over, title, _documents(), self.look_at, suffix=SUFFIX)

    def look_at(self, path: Path) -> None:
        """Show what would come in from a file."""
        table = self._context.perform(lambda: competency_table.read(path))
        if table is not None:
            ImportSheet(self._context, table, path.name, self._over).open()

    def save_example(self) -> None:
        """Save a file that shows what such a table looks like."""
        start = _documents() / f"{self.tr('Competencies')}.{SUFFIX}"
        title = self.tr("Save an example file")
        messages.choose_new_file(self._over, title, start, self.write_example, suffix=SUFFIX)

    def write_example(self, path: Path) -> None:
        """Write the example into a file."""
        rows = catalogue(self._context.vault.read, self._context.library).rows
        shipped = [row.own for row in rows if row.shipped and not row.changed]

        def save() -> bool:
            competency_table.save_example(shipped, path)
            return True

        if self._context.perform(save):
            self._context.messages.say(self.tr("Example file saved"))

    # At once

    def archive(self, competency: str) -> None:
        """Offer a competency nowhere any more."""
        found, vault = self._find(competency), self._context.vault
        if found is not None:
            self._context.perform(lambda: competencies.archive_competency(vault, found.own))
            self._context.messages.say(self.tr("Competency archived"), undo=True)

    def bring_back(self, competency: str) -> None:
        """Offer an archived competency again."""
        vault = self._context.vault
        self._context.perform(lambda: competencies.bring_back(vault, Id(competency)))
        self._context.messages.say(self.tr("Competency brought back"), undo=True)

    def restore(self, competency: str) -> None:
        """Let a shipped competency read as it shipped."""
        vault = self._context.vault
        self._context.perform(lambda: competencies.delete_competency(vault, Id(competency)))
        self._context.messages.say(self.tr("It reads as it shipped again"), undo=True)

    def trash(self, competency: str) -> None:
        """Move a competency of one's own to the trash."""
        found, vault = self._find(competency), self._context.vault
        if found is not None and not found.shipped:
            self._context.perform(lambda: competencies.delete_competency(vault, Id(competency)))
            self._context.messages.say(self.tr("Competency moved to trash"), undo=True)

    def menu(self, competency: str, parent: QWidget) -> QMenu:
        """The menu of a competency."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self._find(competency)
        if found is None:
            return menu
        menu.addAction(self.tr("Edit in your own words"), lambda: self.edit(competency))
        if found.changed:
            menu.addAction(self.tr("Back to how it shipped"), lambda: self.restore(competency))
        menu.addSeparator()
        if found.archived:
            menu.addAction(self.tr("Bring back"), lambda: self.bring_back(competency))
        else:
            menu.addAction(self.tr("Archive"), lambda: self.archive(competency))
        if not found.shipped:
            menu.addSeparator()
            menu.addAction(self.tr("Move to trash"), lambda: self.trash(competency))
        return menu

    def _find(self, competency: str) -> CompetencyRow | None:
        return catalogue(self._context.vault.read, self._context.library).find(competency)


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))
