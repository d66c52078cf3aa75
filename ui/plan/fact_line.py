"""A line of small facts under a title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.text import Label


class FactLine(QWidget):
    """Facts, each with its icon; a new line begins where the width ends."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=16, row_gap=2)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show pairs of icon and words; nothing at all where there are none."""
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for icon, said in facts:
            self._add(icon, said)
        self.setVisible(bool(facts))

    def add_chips(self, icon: str, chips: Sequence[Chip]) -> None:
        """Show chips behind the facts, after their icon."""
        fact = QWidget()
        row = QHBoxLayout(fact)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Picture(icon, "text-2", 14))
        row.addWidget(chips[0])
        self._flow.addWidget(fact)
        for chip in chips[1:]:
            self._flow.addWidget(chip)
            chip.show()
        fact.show()
        self.setVisible(True)

    def _add(self, icon: str, said: str) -> None:
        fact = QWidget()
        row = QHBoxLayout(fact)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Picture(icon, "text-2", 14))
        row.addWidget(Label(said, "body", "text-2", numbers=True))
        self._flow.addWidget(fact)
        fact.show()
