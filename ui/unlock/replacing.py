"""Choosing a new passphrase after the recovery key has opened a vault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.jobs import Jobs
from ui.unlock.forms import Form, Notice
from ui.widgets.new_passphrase import NewPassphrase


class ReplaceForm(Form):
    """Asks for a new passphrase, after the recovery key opened the vault."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_action(self.tr("Set passphrase and open"))
        self._new = NewPassphrase(
            jobs, self.tr("New passphrase"), self.tr("Repeat passphrase"), narrow=True
        )
        self._error = Notice()
        self._new.changed.connect(self._fit)
        self._new.submitted.connect(self._submit)
        self.column.addWidget(self._new)
        self.column.addWidget(self._error)
        self.add_way(self.tr("Not now"), "arrow-left")
        self._fit()

    def title(self) -> str:
        """What stands over it."""
        return self.tr("A new passphrase")

    def secret(self) -> str:
        """The new passphrase, or nothing while it is not good enough."""
        return "" if self._new.obstacle() else self._new.passphrase()

    def wipe(self) -> None:
        """Empty both fields."""
        self._new.wipe()
        self._error.say("")

    def show_error(self, words: str) -> None:
        """Say why it could not be set."""
        self._error.say(words)
        self.take_focus()

    def take_focus(self) -> None:
        """Focus the first field."""
        self._new.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        obstacle = self._new.obstacle()
        self.button.setEnabled(not obstacle)
        self.button.setToolTip(obstacle)
        self.button.setAccessibleDescription(obstacle)
