"""Finding and replacing in the entry that is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.journal.keys import MAC, REPLACE_KEYS, add_keys
from ui.journal.sheet import EntrySheet
from ui.journal.words import replaced_words
from ui.messages import Messages
from ui.widgets.find_bar import FindBar
from ui.widgets.prose_hits import ProseHits


class Finding(QObject):
    """The bar above an entry's text, and its keys; it searches what is shown of the two."""

    def __init__(self, sheet: EntrySheet, messages: Messages) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._messages = messages
        self.bar = FindBar()
        self._writing = ProseHits(sheet.prose)
        self._read = ProseHits(sheet.view)
        self.bar.closed.connect(self._go_back)
        self.bar.replaced.connect(self._tell)
        sheet.turned.connect(self._follow)
        self._follow()

    def open_replace(self) -> None:
        """Show the bar with both its fields, where the text is to be written in."""
        self.bar.open(replacing=True)

    def add_keys(self, around: QWidget) -> None:
        """Let the keys act while the focus is in the text or somewhere around it."""
        add_keys(
            around,
            ("Ctrl+F", self.bar.open),
            (REPLACE_KEYS, self.open_replace),
            ("F3", self.bar.go_on),
            ("Shift+F3", lambda: self.bar.go_on(-1)),
        )
        # Esc closes the bar from the text, too; without a bar it is somebody else's key.
        escape = QShortcut(QKeySequence("Esc"), around)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.setEnabled(False)
        escape.activated.connect(self.bar.close_bar)
        self.bar.opened.connect(lambda: escape.setEnabled(True))
        self.bar.closed.connect(lambda: escape.setEnabled(False))
        if MAC:
            add_keys(
                around,
                (QKeySequence.StandardKey.FindNext, self.bar.go_on),
                (QKeySequence.StandardKey.FindPrevious, lambda: self.bar.go_on(-1)),
            )

    def _follow(self) -> None:
        self.bar.search_in(self._read if self._sheet.reading else self._writing)

    def _go_back(self) -> None:
        (self._sheet.view if self._sheet.reading else self._sheet.prose).setFocus()

    def _tell(self, count: int) -> None:
        self._messages.say(replaced_words(count))
