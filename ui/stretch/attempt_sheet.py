"""The sheet of an attempt: what was tried and when, what happened, and what it taught."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import Attempt
from app.operations import experiences
from ui.context import Context
from ui.forms import Form
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine


class AttemptSheet(Form):
    """A new attempt, or one to change; `debrief_asked` carries its id once it is saved."""

    debrief_asked = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget, attempt: Attempt, *, subtitle: str
    ) -> None:
        self._new = not attempt.created
        adding = QCoreApplication.translate("AttemptSheet", "Add an attempt")
        editing = QCoreApplication.translate("AttemptSheet", "Edit attempt")
        title = adding if self._new else editing
        draft = f"attempt.new.{attempt.goal}" if self._new else f"attempt.{attempt.id}"
        super().__init__(context, title, parent, draft=draft, subtitle=subtitle)
        self._attempt = attempt
        self._lay_out()
        self.add_buttons(self.tr("Add attempt") if self._new else self.tr("Save attempt"))
        for name in ("title", "happened", "taught"):
            self.put(name, getattr(attempt, name))
        self.put_day("day", context.today() if self._new else attempt.day)
        self.begin()

    def submit(self) -> None:
        """Save the attempt."""
        self._save()

    # Private

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.fields["title"] = Field(self.tr("What you tried"), LineEdit(), required=True)
        self.fields["day"] = Field(self.tr("Day"), DateField(self.context.today))
        for name, share in (("title", 3), ("day", 2)):
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.focus_first(self.fields["title"].editor)
        self.add_field("happened", Field(self.tr("What happened"), MultiLine(lines=3)))
        self.add_field("taught", Field(self.tr("What it taught you"), MultiLine(lines=2)))
        self.debrief = Button(self.tr("Write the debrief"), "link", icon="notebook-pen")
        self.debrief.setProperty("flush", True)
        self.debrief.setToolTip(self.tr("Save the attempt and go on in the journal"))
        self.debrief.setVisible(not self._attempt.entry)
        self.debrief.clicked.connect(self._save_and_debrief)
        self.body.addWidget(self.debrief, 0, Qt.AlignmentFlag.AlignLeft)

    def _save(self) -> Attempt | None:
        if not self.understood():
            return None
        vault, written = self.context.vault, self._as_written()
        save = experiences.add_attempt if self._new else experiences.revise_attempt
        return self.run(lambda: save(vault, written))

    def _save_and_debrief(self) -> None:
        saved = self._save()
        if saved is not None:
            self.debrief_asked.emit(saved.id)

    def _as_written(self) -> Attempt:
        return replace(
            self._attempt,
            title=self.text("title"),
            day=self.day("day") or self.context.today(),
            happened=self.text("happened"),
            taught=self.text("taught"),
        )
