"""The five anchors of a competency to read, the present level marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import labels
from ui.plan import assessment_words as words
from ui.widgets.bulbs import Bulbs
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label


class AnchorCard(Card):
    """A row for each level; the present one has its bulbs and the day it was rated."""

    def __init__(self) -> None:
        super().__init__("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_anchors(self, anchors: Sequence[str], present: int, said: str) -> None:
        """Show the anchors; `said` tells whose present level it is, and of when."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for level, anchor in enumerate(anchors, start=1):
            if level > 1:
                self._column.addWidget(Rule())
            self._column.addWidget(_row(level, anchor, said if level == present else ""))


def _row(level: int, anchor: str, said: str) -> QWidget:
    row = QWidget()
    row.setAccessibleName(words.rating_words(said, level, anchor) if said else anchor)
    line, end = QHBoxLayout(row), QVBoxLayout()
    line.setContentsMargins(18, 14, 17, 14)
    line.setSpacing(16)
    number = Label(
        labels.number(level), "body", "text" if said else "text-2", size=15, numbers=True
    )
    if said:
        row.setProperty("ground", "selected")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(anchor, "writing", size=16, wrap=True), 1)
    if said:
        bulbs = Bulbs(said, read_only=True)
        bulbs.setValue(level)
        end.setSpacing(4)
        end.addWidget(bulbs, 0, Qt.AlignmentFlag.AlignRight)
        end.addWidget(Label(said, "caption", "text-2"), 0, Qt.AlignmentFlag.AlignRight)
        line.addLayout(end)
    return row
