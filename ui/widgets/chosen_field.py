"""Several of what there is to choose from: those chosen as chips, and a choice that adds one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout


class ChosenField(QWidget):
    """Chosen ids in the order they were chosen; a subclass says what is offered and how named."""

    changed = Signal()

    def __init__(self, invitation: str) -> None:
        super().__init__()
        self._invitation = invitation
        self._chosen: tuple[str, ...] = ()
        self.add = Choice(name=invitation)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=8, row_gap=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.add)
        self.setFocusProxy(self.add)
        self.add.picked.connect(self._take)

    # For subclasses

    def name_of(self, chosen: str) -> str:
        """Return what something chosen is called."""
        raise NotImplementedError

    def offered(self) -> Iterable[tuple[str, object]]:
        """Return the words and the value of all that can be chosen, chosen ones included."""
        raise NotImplementedError

    # Methods

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen ids, in the order they were chosen."""
        return self._chosen

    def set_chosen(self, ids: Sequence[str]) -> None:
        """Show these as chosen."""
        self._chosen = tuple(ids)
        self.show_chosen()

    def draft(self) -> str:
        """Return the ids as text."""
        return json.dumps(self.chosen())

    def take_draft(self, draft: str) -> None:
        """Choose what a draft holds."""
        self.set_chosen([str(each) for each in json.loads(draft)])

    def show_chosen(self) -> None:
        """Show the chips, and offer what is not chosen."""
        while item := self._flow.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for chosen in self._chosen:
            chip = Chip(self.name_of(chosen), "tag", removable=True)
            chip.setToolTip(self.tr("Delete takes it away"))
            chip.removed.connect(partial(self._drop, chosen))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._chosen))
        left = (option for option in self.offered() if option[1] not in self._chosen)
        self.add.set_options([(self._invitation, ""), *left])
        self.add.set_value("")

    # Private

    def _take(self, chosen: object) -> None:
        if isinstance(chosen, str) and chosen and chosen not in self._chosen:
            self.set_chosen((*self.chosen(), chosen))
            self.changed.emit()
        else:
            self.add.set_value("")

    def _drop(self, dropped: str) -> None:
        self.set_chosen([chosen for chosen in self.chosen() if chosen != dropped])
        self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
