"""What feedback is evidence for: chips that lead there, and a picker that adds one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.feedback import Linked
from app.domain.ids import Id, Kind
from app.operations import feedback
from app.queries.evidence import Target
from app.queries.feedback import FeedbackView, linked, offered
from ui.context import Context, Destination
from ui.entry.offers import goal_picker
from ui.entry.words import TARGET_ICONS
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.section import Section
from ui.widgets.tab_order import put_before


class EvidencePart(Section):
    """`navigate` carries the Destination of what a chip names."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("", gap=8)
        self.heading.setText(self.tr("Evidence for"))
        self._context = context
        self._view: FeedbackView | None = None
        self._shown: tuple[Target, ...] | None = None
        self.chips: list[Chip] = []
        self.add = Button(self.tr("Evidence for\u2026"), "link", icon="plus")
        self.add.setToolTip(self.tr("Say what it is evidence for (Ctrl+Shift+L)"))
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=8, row_gap=2)
        self._flow.addWidget(self.add)
        self.column.addWidget(self._holder)
        self.add.clicked.connect(self.open_picker)

    def show_view(self, view: FeedbackView) -> None:
        """Show what it is evidence for now."""
        self._view = view
        if view.targets == self._shown:
            return
        self._shown = view.targets
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self.add:
                widget.hide()
                widget.deleteLater()
        self.chips = [self._chip(target) for target in view.targets]
        for each in (*self.chips, self.add):
            self._flow.addWidget(each)
            each.show()
        put_before(self.add, *self.chips)
        self._holder.updateGeometry()

    def open_picker(self) -> None:
        """Offer what it can be evidence for; the goal it was asked about stands first."""
        view = self._view
        if view is None:
            return
        reader, library = self._context.vault.read, self._context.library
        targets = {target.id: target for target in offered(reader, library)}
        picker = goal_picker(self.add, targets.values(), {each.id for each in view.targets})
        if view.request is not None and view.request.goal:
            picker.point_at(view.request.goal)
        picker.picked.connect(lambda key: self._link(linked(targets[Id(key)])))
        picker.open_below()

    # Private

    def _chip(self, target: Target) -> Chip:
        name = self.tr("Evidence for {0}").format(target.title)
        icon = TARGET_ICONS[target.kind]
        chip = Chip(target.title, "evidence", name=name, icon=icon, removable=True)
        chip.setToolTip(self.tr("Go there; Delete removes the link"))
        chip.clicked.connect(partial(self._go, target))
        chip.removed.connect(partial(self._unlink, linked(target)))
        return chip

    def _go(self, target: Target) -> None:
        place = "stretch" if target.kind is Kind.STRETCH else "plan"
        self.navigate.emit(Destination(place, target.id, target.kind))

    def _link(self, target: Linked) -> None:
        if self._view is not None:
            vault, given = self._context.vault, self._view.feedback.id
            self._context.perform(lambda: feedback.link(vault, given, target))
            self.add.setFocus()

    def _unlink(self, target: Linked) -> None:
        if self._view is not None:
            vault, given = self._context.vault, self._view.feedback.id
            self.add.setFocus()
            self._context.perform(lambda: feedback.unlink(vault, given, target))
