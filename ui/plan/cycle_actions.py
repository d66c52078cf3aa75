"""What can be done with a cycle."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.cycles import Cycle, Point
from app.domain.ids import NO_ID, Id
from app.domain.packs import PackType
from app.operations import cycles
from app.operations.cycles import Reflection
from app.queries import cycles as queries
from app.queries.cycles import CyclePage, CyclePoint
from ui.closing import handover
from ui.context import Context, Destination
from ui.plan import words
from ui.plan.agreement_form import AgreementForm
from ui.plan.cycle_end import EndForm
from ui.plan.cycle_form import CycleForm
from ui.plan.evidence import EvidencePopover
from ui.reflections import beginning
from ui.widgets.picker import Offer, Picker


class CycleActions(QObject):
    """Opens the sheets of a cycle and runs what its view offers."""

    navigate = Signal(object)
    """A Destination elsewhere."""
    saved = Signal(str)
    """The id of a cycle that was started or edited."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over

    # Sheets

    def start(self) -> None:
        """Start a cycle."""
        self._open_form(None)

    def edit(self, cycle: Cycle) -> None:
        """Edit a cycle."""
        self._open_form(cycle)

    def agree(self, cycle: Cycle) -> None:
        """Write down what was agreed."""
        AgreementForm(self._context, cycle, self._over).open()

    def end(self, cycle: Cycle) -> None:
        """Ask when a cycle ended, and what came of it."""
        EndForm(self._context, cycle, self._over).open()

    # Entries

    def write(self, cycle_id: Id, point: Point) -> None:
        """Begin the entry of a point."""
        self.navigate.emit(beginning(cycle_id, point))

    def read(self, entry_id: Id) -> None:
        """Open an entry."""
        self.navigate.emit(Destination("journal", id=entry_id))

    def choose(self, cycle_id: Id, point: CyclePoint, anchor: QWidget) -> None:
        """Offer entries that were written already for a point."""
        name = self.tr("Choose an entry")
        popover = EvidencePopover(self._context, cycle_id, anchor, name)
        link = Reflection(cycle_id, point.point)
        popover.chosen.connect(lambda entry: self._link(link, Id(entry)))
        popover.open_below()

    def take_away(self, cycle_id: Id, point: CyclePoint) -> None:
        """Leave a point without its entry, which stays in the journal."""
        vault, link = self._context.vault, Reflection(cycle_id, point.point)
        self._context.perform(lambda: cycles.choose_reflection(vault, link, NO_ID))
        self._say(self.tr("Entry taken away from the cycle"))

    # Goals

    def offer_goals(self, cycle_id: Id, anchor: QWidget) -> None:
        """Offer the goals that could belong to a cycle."""
        reader = self._context.vault.read
        offers = [
            Offer(g.id, g.title, g.cycle, icon=words.STATE_ICONS[g.state])
            for g in queries.to_add(reader, cycle_id)
        ]
        empty = self.tr("No goal matches.")
        picker = Picker(self.tr("Add a goal"), anchor, offers, empty)
        picker.picked.connect(lambda goal: self.move_goal(Id(goal), cycle_id))
        picker.open_below()

    def move_goal(self, goal_id: Id, cycle_id: Id) -> None:
        """A goal to a cycle, or out of any."""
        vault = self._context.vault
        self._context.perform(lambda: cycles.move_goals(vault, [goal_id], cycle_id))
        added, removed = self.tr("Goal added to the cycle"), self.tr("Goal taken out of the cycle")
        self._say(added if cycle_id != NO_ID else removed)

    # At once

    def reopen(self, cycle_id: Id) -> None:
        """Let a cycle run again."""
        vault = self._context.vault
        self._context.perform(lambda: cycles.reopen_cycle(vault, cycle_id))

    def share(self, cycle_id: Id) -> None:
        """Go and make a PDF of a cycle."""
        self.navigate.emit(Destination("share", act="new", detail=f"cycle:{cycle_id}"))

    def share_agreement(self, cycle_id: Id) -> None:
        """Go and make a PDF of what was agreed for a cycle."""
        detail = f"cycle:{cycle_id}\ntype:{PackType.AGREEMENT.value}"
        self.navigate.emit(Destination("share", act="new", detail=detail))

    def hand_over(self, cycle: Cycle) -> None:
        """Go and make a pack for the next mentor."""
        self.navigate.emit(handover(cycle))

    def trash(self, cycle_id: Id) -> None:
        """Move a cycle to the trash."""
        vault = self._context.vault
        self._context.perform(lambda: cycles.delete_cycle(vault, cycle_id))
        self._say(self.tr("Cycle moved to trash"))

    def menu(self, page: CyclePage, parent: QWidget) -> QMenu:
        """The menu of a cycle."""
        menu, cycle = QMenu(parent), page.cycle
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit cycle"), partial(self.edit, cycle))
        menu.addAction(self.tr("Edit what you agreed"), partial(self.agree, cycle))
        if cycle.ended is None:
            menu.addAction(self.tr("End cycle..."), partial(self.end, cycle))
        else:
            menu.addAction(self.tr("Reopen"), partial(self.reopen, cycle.id))
        menu.addSeparator()
        menu.addAction(self.tr("Start the next cycle"), self.start)
        menu.addAction(self.tr("Make a PDF of this"), partial(self.share, cycle.id))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), partial(self.trash, cycle.id))
        return menu

    # Private

    def _open_form(self, cycle: Cycle | None) -> None:
        form = CycleForm(self._context, cycle, self._over)
        form.saved.connect(self.saved)
        form.open()

    def _link(self, reflection: Reflection, entry_id: Id) -> None:
        vault = self._context.vault
        self._context.perform(lambda: cycles.choose_reflection(vault, reflection, entry_id))
        self._say(self.tr("Entry chosen for the cycle"))

    def _say(self, done: str) -> None:
        self._context.messages.say(done, undo=True)
