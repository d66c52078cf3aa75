"""Sheets that keep what was typed as a draft until it is saved."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog

Values = dict[str, Any]
_PAUSE = 2000


class DraftSheet(Dialog):
    """A form over the page: closing it keeps a draft under its name, saving forgets the draft.

    A subclass builds its fields, calls `begin`, and says with `values`, `restore` and `submit`
    what they hold. Ctrl+Enter saves.
    """

    def __init__(
        self, context: Context, title: str, parent: QWidget, *, draft: str, subtitle: str = ""
    ) -> None:
        super().__init__(title, parent, kind="sheet", subtitle=subtitle)
        self.context = context
        self._name = draft
        self._untouched: Values = {}
        self._kept: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(lambda: context.perform(self.keep))
        self.set_note(self.tr("Kept as a draft until you save."))

    # For subclasses

    def values(self) -> Values:
        """What the fields hold, as plain values."""
        raise NotImplementedError

    def restore(self, values: Values) -> None:
        """Fill the fields with what a draft holds; it may be from an earlier version."""
        raise NotImplementedError

    def submit(self) -> bool:
        """Save; returns whether that went well."""
        raise NotImplementedError

    def begin(self, save: str) -> None:
        """Add the buttons and bring the draft back, once every field is there."""
        self.dismiss = self.add_action(Button(self.tr("Not now"), "ghost"))
        self.dismiss.clicked.connect(self.reject)
        self.confirm = self.add_action(Button(save, "primary"))
        self.confirm.setToolTip(self.tr("{0} (Ctrl+Enter)").format(save))
        self.confirm.clicked.connect(self.finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.finish)
        self._untouched = self.values()
        self._kept = self.context.vault.read.draft(self._name)
        if self._kept is not None:
            self.restore(json.loads(self._kept))

    def touch(self) -> None:
        """Keep a draft once typing pauses."""
        self._pause.start()

    # Methods

    def keep(self) -> None:
        """Keep what the fields hold as a draft; raises AppError where that fails."""
        self._pause.stop()
        values = self.values()
        self._keep(None if values == self._untouched else json.dumps(values))

    def finish(self) -> None:
        """Save, forget the draft and close; stay open where that fails."""
        if self.submit():
            self._pause.stop()
            self.context.perform(lambda: self._keep(None))
            self.accept()

    def reject(self) -> None:
        """Close and keep the draft."""
        self.context.perform(self.keep)
        super().reject()

    # Private

    def _keep(self, content: str | None) -> None:
        if content != self._kept:
            self.context.vault.keep_draft(self._name, content)
            self._kept = content
