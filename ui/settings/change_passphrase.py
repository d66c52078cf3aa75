"""The sheet that changes the passphrase of the open vault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app import unlocking
from app.domain.packs import OWNER_NAME
from app.errors import AppError
from app.security.errors import WrongPassphraseError
from app.security.keyfile import KeyFile
from ui.context import Context
from ui.messages import sentence
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.field import PassphraseField
from ui.widgets.new_passphrase import NewPassphrase

_CONTEXT = "ChangePassphrase"


class ChangePassphrase(Dialog):
    """Asks for the passphrase in use and for a new one.

    `changed` is called with the new key file once it is on disk, also where the sheet was closed
    meanwhile.
    """

    def __init__(
        self, context: Context, changed: Callable[[KeyFile], None], parent: QWidget
    ) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Change passphrase")
        super().__init__(title, parent, kind="sheet")
        self._context = context
        self._changed = changed
        self._current = PassphraseField(self.tr("Passphrase in use"))
        self._new = NewPassphrase(
            context.jobs, self.tr("New passphrase"), self.tr("Repeat new passphrase")
        )
        vault = context.vault
        self._new.set_known([n for n in (vault.name, vault.read.preference(OWNER_NAME)) if n])
        self._cancel = self.add_action(Button(self.tr("Cancel")))
        self._act = self.add_action(Button(title, "primary"))
        self.body.addWidget(self._current)
        self.body.addWidget(self._new)
        self.add_text(
            self.tr(
                "This cannot be undone. The old passphrase stops opening this vault at once; "
                "copies of the vault made before still open with it. Your recovery key stays as "
                "it is."
            )
        )
        self.focus_first(self._current.passphrase)
        self._connect()
        self._fit_action()

    def done(self, result: int) -> None:
        """Forget what was typed, however the sheet is closed."""
        self._current.passphrase.wipe()
        self._new.wipe()
        super().done(result)

    def reject(self) -> None:
        """Close, unless the keys are being written."""
        if not self._act.working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close in any case: the vault is being locked."""
        self.done(ChangePassphrase.DialogCode.Rejected)
        super().closeEvent(event)

    # Private

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._change)
        self._current.passphrase.textChanged.connect(self._fit_action)
        self._current.passphrase.returnPressed.connect(self._new.first_field.setFocus)
        self._new.changed.connect(self._fit_action)
        self._new.submitted.connect(self._change)

    def _obstacle(self) -> str:
        if not self._current.passphrase.text():
            return self.tr("Type the passphrase in use first.")
        return self._new.obstacle()

    def _fit_action(self) -> None:
        obstacle = self._obstacle()
        self._act.setEnabled(not obstacle)
        self._act.setToolTip(obstacle)
        self._act.setAccessibleDescription(obstacle)

    def _change(self) -> None:
        if self._obstacle() or self._act.working:
            return
        self._set_working(working=True)
        vault = self._context.vault
        folder, vault_id, now = vault.folder, vault.id, vault.now()
        current, new = self._current.passphrase.text(), self._new.passphrase()
        changed = self._changed

        def finish(key_file: KeyFile) -> None:
            changed(key_file)
            if isValid(self):
                self._set_working(working=False)
                self.accept()

        self._context.jobs.submit(
            lambda: unlocking.change_passphrase(folder, vault_id, current, new, now),
            finish,
            self._refuse,
        )

    def _refuse(self, error: AppError) -> None:
        if not isValid(self):
            return
        self._set_working(working=False)
        if isinstance(error, WrongPassphraseError):
            self._current.passphrase.wipe()
        self._current.set_error(sentence(error))
        self._current.passphrase.setFocus()

    def _set_working(self, *, working: bool) -> None:
        self._act.set_working(working=working)
        for part in (self._cancel, self._current, self._new):
            part.setEnabled(not working)
