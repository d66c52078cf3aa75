"""What the window asks of a page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.changes import Changes
from app.domain.ids import Kind
from ui.context import Context, Destination


class Page(QWidget):
    """A place of the rail. It is made when it is first shown and freed when the vault locks.

    A subclass builds its widgets in `__init__`, then `refresh` loads them. The page refreshes
    when one of its `kinds` changed: at once if it is visible, else when it is shown.
    """

    place: ClassVar[str]
    kinds: ClassVar[frozenset[Kind]] = frozenset()

    navigate = Signal(object)
    """A Destination somewhere else; the window goes there."""
    alone = Signal(bool)
    """The page is shown without the rail from now on, or with it again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        context.changed.connect(self._on_changes)

    def refresh(self) -> None:
        """Show the vault as it is now, keeping selection and scroll."""
        raise NotImplementedError

    def prepare(self, destination: Destination) -> None:
        """Hear, before the page is shown, where one is about to arrive."""

    def arrive(self, destination: Destination) -> None:
        """Show a record or begin an act here; without either, the page as it was."""

    def where(self) -> Destination:
        """Where one is in this page, so that unlocking returns there."""
        return Destination(self.place)

    def save(self) -> None:
        """Write everything typed to the vault; raises AppError where that fails."""

    def leave(self) -> None:
        """Another page is shown from now on; what was typed here is one step of undo."""
        self.context.perform(self.save)
        self.context.vault.seal()

    def first_focus(self) -> QWidget | None:
        """The widget that has the focus when the page opens."""
        return None

    def foot(self) -> QWidget | None:
        """What lies at the bottom of the page and is not to be covered by a toast."""
        return None

    def on_changes(self, changes: Changes) -> None:
        """Hear of a change that concerns this page; refreshes, unless a page knows better."""
        del changes
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Reload in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if not changes.touches(*self.kinds):
            return
        if self.isVisible():
            self.on_changes(changes)
        else:
            self._stale = True
