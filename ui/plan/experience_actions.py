"""What can be done with an experience, wherever it is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.experiences import Experience, ExperienceKind
from app.domain.feedback import Linked
from app.domain.ids import Id, Kind
from app.operations import experiences as operations
from app.operations import feedback, journal
from app.queries import experiences
from ui.context import Context, Destination
from ui.plan.experience_sheet import ExperienceForm

TEMPLATES = {
    ExperienceKind.SHADOWING: "shadowing-notes",
    ExperienceKind.ROTATION: "rotation-week",
    ExperienceKind.CROSS_FUNCTIONAL: "cross-team-project",
    ExperienceKind.PUBLIC_SPEAKING: "public-speaking-debrief",
    ExperienceKind.STRETCH_ASSIGNMENT: "stretch-debrief",
    ExperienceKind.STAKEHOLDERS: "after-event-review",
    ExperienceKind.HARDSHIP: "deeper-look",
}
"""The journal's template for each kind of experience that one fits."""


class ExperienceActions(QObject):
    """Opens the sheet of an experience and runs what its menu offers."""

    navigate = Signal(object)
    """A Destination outside the experiences."""
    added = Signal(str)
    """The id of a new experience."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._over = parent

    def new(self) -> None:
        """Begin an experience."""
        sheet = ExperienceForm(self._context, self._over)
        sheet.added.connect(self.added)
        sheet.open()

    def edit(self, experience_id: Id, field: str = "") -> None:
        """Edit an experience, beginning at a field."""
        found = self._find(experience_id)
        if found is not None:
            sheet = ExperienceForm(self._context, self._over, found)
            if field:
                sheet.focus_first(sheet.fields[field].editor)
            sheet.open()

    def trash(self, experience_id: Id) -> None:
        """Move an experience to the trash."""
        vault = self._context.vault
        if self._find(experience_id) is not None:
            self._context.perform(lambda: operations.delete_experience(vault, experience_id))
            self._context.messages.say(self.tr("Experience moved to trash"), undo=True)

    def write(self, experience_id: Id) -> None:
        """Begin an entry that is evidence for an experience, with the template that fits."""
        found = self._find(experience_id)
        if found is None:
            return
        lines = [f"evidence:{Kind.EXPERIENCE}:{experience_id}"]
        if template := TEMPLATES.get(found.type):
            lines.append(f"template:{template}")
        self.navigate.emit(Destination("journal", act="new", detail="\n".join(lines)))

    def share(self, experience_id: Id) -> None:
        """Go and make a PDF of an experience."""
        detail = f"{Kind.EXPERIENCE}:{experience_id}"
        self.navigate.emit(Destination("share", act="new", detail=detail))

    def link(self, experience_id: Id, entry_id: Id) -> None:
        """Make an entry evidence for an experience."""
        vault = self._context.vault
        self._context.perform(lambda: journal.link(vault, entry_id, Kind.EXPERIENCE, experience_id))
        self._context.messages.say(self.tr("Evidence linked"), undo=True)

    def unlink(self, experience_id: Id, proof: Id, kind: Kind = Kind.ENTRY) -> None:
        """Make an entry, or feedback, no longer evidence for an experience."""
        vault, target = self._context.vault, Linked(Kind.EXPERIENCE, experience_id)
        if kind is Kind.FEEDBACK:
            self._context.perform(lambda: feedback.unlink(vault, proof, target))
        else:
            self._context.perform(lambda: journal.unlink(vault, proof, experience_id))
        self._context.messages.say(self.tr("No longer evidence"), undo=True)

    def menu(self, experience_id: Id, parent: QWidget) -> QMenu:
        """The menu of an experience."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit experience"), lambda: self.edit(experience_id))
        menu.addAction(self.tr("Write about it"), lambda: self.write(experience_id))
        menu.addSeparator()
        menu.addAction(self.tr("Make a PDF of this"), lambda: self.share(experience_id))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: self.trash(experience_id))
        return menu

    def _find(self, experience_id: Id) -> Experience | None:
        return experiences.find(self._context.vault.read, experience_id)
