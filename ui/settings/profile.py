"""Settings: the mentee's name on what they share."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.packs import OWNER_NAME
from ui.context import Context
from ui.settings.section import Section
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

_CONTEXT = "ProfileSection"
_LONGEST: Final = 120


class ProfileSection(Section):
    """Who the PDFs are from."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate(_CONTEXT, "Your name"), "", parent)
        self._context = context
        self._name = LineEdit()
        self._name.setMaxLength(_LONGEST)
        field = Field(
            self.tr("Your name on the PDFs you share"),
            self._name,
            help_text=self.tr("Kept in this vault. Without a name, the PDFs carry none."),
        )
        self.column.addWidget(field)
        self.column.addStretch(1)
        self._name.editingFinished.connect(self._keep)
        self.refresh()

    def refresh(self) -> None:
        """Show the name as kept, unless it is being typed."""
        if not self._name.hasFocus():
            self._name.setText(self._kept())

    def save(self) -> None:
        """Keep the name."""
        typed = self._name.text().strip()
        if typed != self._kept():
            self._context.vault.prefer(OWNER_NAME, typed)

    def _keep(self) -> None:
        self._context.perform(self.save)

    def _kept(self) -> str:
        return self._context.vault.read.preference(OWNER_NAME)
