"""What is left to do at the end of a cycle, wherever that is shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cycles import Cycle, Point
from app.domain.ids import NO_ID, Id
from app.domain.packs import PackType
from app.queries.cycles import LETTER, CyclePage
from ui.context import Destination
from ui.reflections import beginning
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_BESIDE = 560
"""The narrowest view, in pixels at 100 %, that has room for three cards side by side."""


class Closing(QWidget):
    """Three things to do at a cycle's end: look back, hand over, and pass something on."""

    navigate = Signal(object)
    """The Destination where one of them is done, or was."""

    def __init__(self) -> None:
        super().__init__()
        self._page: CyclePage | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.reflection = self._add(
            "notebook-pen",
            self.tr("Exit reflection"),
            self.tr("What you can do now, and what you still carry."),
        )
        self.handover = self._add(
            "send",
            self.tr("Handover pack"),
            self.tr("What your next mentor should know. You choose all of it."),
        )
        self.letter = self._add(
            "mail",
            self.tr("Letter to the next mentee"),
            self.tr("What you wish somebody had told you."),
        )
        self.reflection.clicked.connect(self._reflect)
        self.handover.clicked.connect(self._hand_over)
        self.letter.clicked.connect(self._write_letter)

    def show_page(self, page: CyclePage, today: date) -> bool:
        """Show what is written already; return whether the cycle is near its end or over."""
        self._page = page
        self._name(self.reflection, self.tr("Exit reflection"), done=bool(_exit_of(page)))
        self._name(self.letter, self.tr("Letter to the next mentee"), done=page.letter != NO_ID)
        return page.closes(today)

    def fit(self, width: int) -> None:
        """Place the cards beside each other where there is room, else below each other."""
        wide = width >= current_theme().px(_BESIDE)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _add(self, icon: str, title: str, words: str) -> Button:
        card, button = Card("card"), Button(self.tr("Begin"), "link")
        column, head = QVBoxLayout(card), QHBoxLayout()
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(4)
        head.setSpacing(8)
        head.addWidget(Picture(icon, "text-2", 16))
        head.addWidget(Label(title, "section", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(Label(words, "body", "text-2", wrap=True))
        column.addStretch()
        button.setProperty("flush", True)
        button.setAccessibleName(f"{self.tr('Begin')}, {title}")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(card, 1)
        return button

    def _name(self, button: Button, title: str, *, done: bool) -> None:
        words = self.tr("Open") if done else self.tr("Begin")
        button.setText(words)
        button.setAccessibleName(f"{words}, {title}")

    def _reflect(self) -> None:
        if self._page is not None:
            self._go(_exit_of(self._page), beginning(self._page.cycle.id, Point.EXIT))

    def _write_letter(self) -> None:
        if self._page is not None:
            lines = f"title:{self.tr('Letter to the next mentee')}\ntemplate:{LETTER}"
            self._go(self._page.letter, Destination("journal", act="new", detail=lines))

    def _go(self, written: Id, begun: Destination) -> None:
        """Open the entry that was written, else begin it."""
        self.navigate.emit(Destination("journal", written) if written else begun)

    def _hand_over(self) -> None:
        if self._page is not None:
            self.navigate.emit(handover(self._page.cycle))


def handover(cycle: Cycle) -> Destination:
    """Where a pack for the next mentor is made."""
    title = QCoreApplication.translate("Closing", "Handover: {title}")
    named = title.format(title=" ".join(cycle.title.split()))
    detail = f"cycle:{cycle.id}\ntitle:{named}\ntype:{PackType.HANDOVER.value}"
    return Destination("share", act="new", detail=detail)


def _exit_of(page: CyclePage) -> Id:
    return next(each.entry for each in page.points if each.point is Point.EXIT)
