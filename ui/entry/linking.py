"""Linking the entry that is being written to what it is evidence for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import Id, Kind
from app.operations import journal
from app.prose import has_words
from app.queries import evidence
from app.queries.evidence import Target
from ui.context import Context, Destination
from ui.entry.offers import goal_picker, target_offers
from ui.entry.writing import Writing
from ui.widgets.completion import Completion
from ui.widgets.picker import Offer
from ui.widgets.prose_editor import ProseEditor


class Linking(QObject):
    """Links and unlinks the open entry; `targets` is what it is evidence for now."""

    navigate = Signal(object)
    """A Destination: the goal to go to."""
    evidence_asked = Signal(str)
    """The id of a competency: it has no page, so its evidence is listed."""

    def __init__(
        self,
        context: Context,
        writing: Writing,
        anchor: QWidget,
        selected: Callable[[], str] = str,
    ) -> None:
        super().__init__(anchor)
        self._selected = selected
        self.targets: tuple[Target, ...] = ()
        self._context = context
        self._writing = writing
        self._anchor = anchor

    def open_picker(self) -> None:
        """Offer what the entry, or the passage selected in it, can be evidence for.

        Enter takes the last one used.
        """
        passage = self._selected()
        if has_words(passage):
            self._offer(self._anchor, passage)
        else:
            self._offer(self._anchor)

    def offer(self, anchor: QWidget) -> None:
        """Offer below another widget what the whole entry can be evidence for."""
        self._offer(anchor)

    def _offer(self, anchor: QWidget, passage: str = "") -> None:
        reader, library = self._context.vault.read, self._context.library
        targets = {target.id: target for target in evidence.targets(reader, library)}
        picker = goal_picker(anchor, targets.values(), self._linked(passage), passage=passage)
        last = evidence.last_target(reader, library)
        if last is not None:
            picker.point_at(last.id)
        picker.picked.connect(lambda target: self._take(targets[Id(target)], passage))
        picker.open_below()

    def _linked(self, passage: str) -> set[Id]:
        """What is not offered: a passage may go to what the entry is linked to already."""
        return set() if passage else {target.id for target in self.targets}

    def _take(self, target: Target, passage: str) -> None:
        if passage:
            self.quote(passage, target)
        else:
            self.link(target)

    def quote(self, passage: str, target: Target) -> None:
        """Make a passage of the entry evidence for something."""
        self._writing.keep()
        entry_id, vault = self._writing.make(), self._context.vault
        if not entry_id:
            return
        quoted = self._context.perform(
            lambda: journal.quote(vault, entry_id, passage, target.kind, target.id)
        )
        if quoted:
            self._context.messages.say(self.tr("Passage linked as evidence"), undo=True)

    def link(self, target: Target) -> None:
        """Make the entry evidence for something."""
        self._writing.keep()
        entry_id = self._writing.make()
        if entry_id:
            vault = self._context.vault
            self._context.perform(lambda: journal.link(vault, entry_id, target.kind, target.id))

    def complete_in(self, prose: ProseEditor) -> Completion:
        """Offer what the entry can be evidence for where [[ is typed in its text."""
        completion = Completion(prose, "[[", self.tr("Evidence for"), self._offers)
        completion.taken.connect(self.link_to)
        return completion

    def link_to(self, target: str) -> None:
        """Make the entry evidence for what has this id."""
        reader, library = self._context.vault.read, self._context.library
        found = next((t for t in evidence.targets(reader, library) if t.id == target), None)
        if found is not None:
            self.link(found)

    def _offers(self) -> list[Offer]:
        return target_offers(evidence.targets(self._context.vault.read, self._context.library))

    def unlink(self, target: str) -> None:
        """Make the entry no longer evidence for what has this id."""
        entry_id, vault = self._writing.make(), self._context.vault
        if entry_id:
            self._context.perform(lambda: journal.unlink(vault, entry_id, Id(target)))

    def awaited(self) -> tuple[Target, ...]:
        """What a blank entry becomes evidence for with its first words."""
        reader, library = self._context.vault.read, self._context.library
        found = (evidence.find_target(reader, library, *each) for each in self._writing.evidence)
        return tuple(target for target in found if target)

    def remove(self, evidence_id: str) -> None:
        """Take one passage back as evidence."""
        vault = self._context.vault
        self._context.perform(lambda: journal.unquote(vault, Id(evidence_id)))

    def go_to(self, target: Target) -> None:
        """Go to the goal, to the goal of a milestone, or to the evidence for a competency."""
        if target.kind is Kind.COMPETENCY:
            self.evidence_asked.emit(target.id)
            return
        aim = target.within or target
        place = "stretch" if aim.kind is Kind.STRETCH else "plan"
        self.navigate.emit(Destination(place, aim.id, aim.kind))
