"""Focus mode: the text alone in the window, and back to how everything was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.journal.editor import EntryEditor
from ui.journal.entry_pane import EntryPane
from ui.journal.keys import FOCUS_KEYS, add_keys
from ui.journal.panes import Panes


class Focusing(QObject):
    """Hides the list, the panel and the footer of a page, and lets the window hide its rail."""

    changed = Signal(bool)

    def __init__(self, page: QWidget, panes: Panes, pane: EntryPane, editor: EntryEditor) -> None:
        super().__init__(page)
        self._page = page
        self._panes = panes
        self._pane = pane
        self._editor = editor
        self._on = False
        self._before: QWidget | None = None
        add_keys(page, (FOCUS_KEYS, self.toggle))
        editor.header.leave.clicked.connect(self.leave)
        editor.focus_asked.connect(self.toggle)
        for text in (editor.sheet.prose, editor.sheet.view):
            self._add_escape(text)

    @property
    def on(self) -> bool:
        """Whether only the text is shown."""
        return self._on

    def toggle(self) -> None:
        """Show the text alone, or everything again."""
        if self._on:
            self.leave()
        elif not self._pane.isHidden():
            self._before = self._page.window().focusWidget()
            self._set(on=True)
            self._editor.focus_text()

    def leave(self) -> None:
        """Show everything as it was, with the focus where it was."""
        if not self._on:
            return
        inside = self._editor.isAncestorOf(self._page.window().focusWidget() or self._page)
        self._set(on=False)
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif inside:
            self._editor.focus_text()

    # Private

    def _add_escape(self, text: QWidget) -> None:
        escape = QShortcut(QKeySequence("Esc"), text)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.setEnabled(False)
        escape.activated.connect(self.leave)
        bar = self._editor.finding.bar
        # Esc closes the bar first.
        bar.opened.connect(lambda: escape.setEnabled(False))
        bar.closed.connect(lambda: escape.setEnabled(self._on))
        self.changed.connect(lambda on: escape.setEnabled(on and bar.isHidden()))

    def _set(self, *, on: bool) -> None:
        self._on = on
        self._panes.set_main_alone(alone=on)
        self._pane.set_focused(focused=on)
        self._editor.footer.setVisible(not on)
        self._editor.header.show_leave(shown=on)
        self._editor.sheet.set_centred(centred=on)
        self.changed.emit(on)
