"""Linking the entry that is being written to what it is evidence for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import Id, Kind
from app.operations import journal
from app.queries import journal as pages
from app.queries.journal import Target
from ui.context import Context, Destination
from ui.entry.offers import goal_picker
from ui.entry.writing import Writing


class Linking(QObject):
    """Links and unlinks the open entry; `targets` is what it is evidence for now."""

    navigate = Signal(object)
    """A Destination: the goal to go to."""

    def __init__(self, context: Context, writing: Writing, anchor: QWidget) -> None:
        super().__init__(anchor)
        self.targets: tuple[Target, ...] = ()
        self._context = context
        self._writing = writing
        self._anchor = anchor

    def open_picker(self) -> None:
        """Offer the goals that the entry can be evidence for; the last one used comes first."""
        reader = self._context.vault.read
        targets = {target.id: target for target in pages.targets(reader)}
        picker = goal_picker(self._anchor, targets.values(), {t.id for t in self.targets})
        last = pages.last_target(reader)
        if last is not None:
            picker.point_at(last.id)
        picker.picked.connect(lambda target: self.link(targets[Id(target)]))
        picker.open_below()

    def link(self, target: Target) -> None:
        """Make the entry evidence for something."""
        self._writing.keep()
        entry_id = self._writing.make()
        if entry_id:
            vault = self._context.vault
            self._context.perform(lambda: journal.link(vault, entry_id, target.kind, target.id))

    def unlink(self, target: str) -> None:
        """Make the entry no longer evidence for what has this id."""
        entry_id, vault = self._writing.entry_id, self._context.vault
        self._context.perform(lambda: journal.unlink(vault, entry_id, Id(target)))

    def go_to(self, kind: str, target: str) -> None:
        """Go to what the entry is evidence for."""
        place = "stretch" if kind == Kind.STRETCH else "plan"
        self.navigate.emit(Destination(place, Id(target), Kind(kind)))
