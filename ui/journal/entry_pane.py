"""An entry and, on request, the panel about it: beside the text where there is room, else over."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.journal.about import sections
from ui.journal.editor import EntryEditor
from ui.journal.panel import SidePanel
from ui.theme import current_theme, follow_theme

_GUTTER, _BESIDE_GUTTER, _NARROW_GUTTER = 56, 32, 24
_PANEL, _OPEN = "journal.panel", "open"
_LEAST_TEXT = 436
"""What the text keeps beside the panel, at the usual text size."""


class EntryPane(QWidget):
    """Keeps the editor and the panel, and remembers in the vault whether the panel is open.

    Where it would stand over the text it opens only when it is asked for.
    """

    def __init__(self, context: Context, editor: EntryEditor) -> None:
        super().__init__()
        self._context = context
        self._editor = editor
        self.panel = SidePanel(context, sections(context, editor))
        self._wanted = context.vault.read.preference(_PANEL) == _OPEN
        self._over = False
        self._lent = False
        self._alone = False
        self._focused = False
        self._opener: QWidget | None = None
        editor.setParent(self)
        self.panel.setParent(self)
        self.panel.hide()
        self.panel.close_asked.connect(self.close_panel)
        editor.shown.connect(self.panel.show_entry)
        editor.header.panel_asked.connect(self.toggle_panel)
        follow_theme(self._fit)

    # Methods

    def refresh(self) -> None:
        """Show in the panel what the vault holds now."""
        self.panel.refresh()

    def set_alone(self, *, alone: bool) -> None:
        """Take note that the list is hidden, so that the text begins near the edge."""
        self._alone = alone
        self._fit()

    def set_focused(self, *, focused: bool) -> None:
        """Hide the panel while nothing but the text is to be seen, or show it as it was."""
        self._focused = focused
        self._fit()

    def toggle_panel(self) -> None:
        """Open the panel and go there, or close it."""
        if self.panel.isHidden():
            self.open_panel()
        else:
            self.close_panel()

    def open_panel(self) -> None:
        """Open the panel and go there."""
        self._opener = self.window().focusWidget()
        self._show(shown=True)
        self.panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Close the panel and give the focus back."""
        inside = self.panel.isAncestorOf(self.window().focusWidget() or self)
        self._show(shown=False)
        if inside:
            back = self._opener if self._opener and self._opener.isVisible() else None
            (back or self._editor.header.panel).setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _show(self, *, shown: bool) -> None:
        self._lent = shown and self._over
        if not self._over or not shown:
            self._wanted = shown
        self._fit()
        self._keep()

    def _keep(self) -> None:
        vault, value = self._context.vault, _OPEN if self._wanted else ""
        if value != vault.read.preference(_PANEL):
            self._context.perform(lambda: vault.prefer(_PANEL, value))

    def _fit(self) -> None:
        width = current_theme().size("side-panel")
        self._over = self.width() < width + current_theme().px(_LEAST_TEXT)
        if not self._over:
            self._lent = False
        shown = (self._lent if self._over else self._wanted) and not self._focused
        panel = min(width, self.width())
        taken = panel if shown and not self._over else 0
        self._editor.setGeometry(self._mirrored(0, self.width() - taken))
        self.panel.setGeometry(self._mirrored(self.width() - panel, panel))
        self.panel.setVisible(shown)
        self.panel.raise_()
        self._editor.header.show_panel(on=shown)
        gutter = _BESIDE_GUTTER if taken else _GUTTER
        editor = self._editor
        for part in (editor.header, editor.finding.bar, editor.sheet, editor.alt, editor.footer):
            part.set_gutter(_NARROW_GUTTER if self._alone else gutter)

    def _mirrored(self, x: int, width: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRect(x, 0, width, self.height())
