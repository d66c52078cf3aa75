"""What has changed since a PDF was saved: the words of then struck, those of now underlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.excerpts import excerpt
from app.domain.packs import Shared
from app.domain.worddiff import Fate, Piece
from app.queries.ledger_changes import Difference
from ui import labels
from ui.context import Context
from ui.share.words import field_words, first_name
from ui.widgets.button import Button
from ui.widgets.changed_words import ChangedWords
from ui.widgets.comparison import Comparison
from ui.widgets.dialog import Dialog
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

Compared = Sequence[tuple[Difference, tuple[Piece, ...]]]
"""Differences, each with its pieces; those of which the words of then are not known have none."""

AT_ONCE: Final = 20_000
"""Texts of so many characters together are compared at once; longer ones off this thread."""

SHOWN: Final = 4
"""How many differences stand in the card; all of them are in the sheet."""

_CONTEXT = "ChangesCard"


class ChangesCard(Card):
    """The first words of what changed, and a sheet with all of them."""

    def __init__(self, context: Context, shared: Shared, differences: Sequence[Difference]) -> None:
        super().__init__("lamp")
        self._context = context
        self._shared = shared
        self._compared: Compared = ()
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self.all = Button(self.tr("Show all"), "quiet-lamp")
        self.all.setProperty("flush", "true")
        self.all.clicked.connect(self._open)
        self.all.hide()
        self._lay_out()
        self._compare(tuple(differences))

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("git-compare", "lamp-text"))
        head.addWidget(Label(self.tr("Changed since you saved it"), "section", "lamp-text"), 1)
        copy = self.tr("{name}'s copy still reads as it did. It cannot be taken back.")
        copy = copy.format(name=first_name(self._shared.recipient))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._words)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(copy, "caption", "text-2", wrap=True))

    # Private

    def _compare(self, differences: tuple[Difference, ...]) -> None:
        if sum(each.length for each in differences) <= AT_ONCE:
            self._show(_compared(differences))
            return
        self._words.addWidget(Label(self.tr("Comparing\u2026"), "caption", "text-2"))
        self._context.jobs.submit(
            lambda: _compared(differences),
            lambda found: self._show(found) if shiboken6.isValid(self) else None,
            self._context.messages.fail,
        )

    def _show(self, compared: Compared) -> None:
        while item := self._words.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._compared = compared
        whole = len(compared) <= SHOWN
        for difference, pieces in compared[:SHOWN]:
            self._words.addWidget(Label(heading_words(difference), "caption", wrap=True))
            if difference.then is None:
                self._words.addWidget(Label(self._unknown(), "caption", "text-2", wrap=True))
                continue
            short = excerpt(pieces)
            whole = whole and short.whole
            self._words.addWidget(ChangedWords(short.pieces))
        self.all.setVisible(not whole)

    def _unknown(self) -> str:
        when = Moment(self._shared.at, self._shared.offset)
        form = self.tr("What it said on {day} is not in this vault any more.")
        return form.format(day=labels.short_day(when.day, self._context.today()))

    def _open(self) -> None:
        ChangesSheet(self._compared, self._unknown(), self).open()


class ChangesSheet(Dialog):
    """Everything that changed since a PDF was saved, one after the other."""

    def __init__(self, compared: Compared, unknown: str, parent: QWidget) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Changed since you saved it")
        super().__init__(title, parent, kind="wide")
        self.view = Comparison(title)
        self.previous = Button("", "ghost", icon="arrow-up")
        self.next = Button("", "ghost", icon="arrow-down")
        self._place = Label("", "caption", "text-2", numbers=True)
        self._lay_out()
        self.view.stepped.connect(self._say_place)
        self.view.show_pieces(_as_one(compared, unknown))
        self.focus_first(self.view)

    def _lay_out(self) -> None:
        self.previous.setToolTip(self.tr("Previous change (Shift+F3)"))
        self.next.setToolTip(self.tr("Next change (F3)"))
        self.previous.clicked.connect(lambda: self.view.step(-1))
        self.next.clicked.connect(lambda: self.view.step(1))
        for keys, button in (("F3", self.next), ("Shift+F3", self.previous)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        tools, frame = QHBoxLayout(), Card("quiet-card")
        tools.addWidget(self._place, 1)
        tools.addWidget(self.previous)
        tools.addWidget(self.next)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(self.view)
        self.body.addLayout(tools)
        self.body.addWidget(frame, 1)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.add_action(close)

    def _say_place(self, at: int, count: int) -> None:
        self.previous.setEnabled(count > 0)
        self.next.setEnabled(count > 0)
        if at:
            form = self.tr("Change {0} of {1}")
            self._place.setText(form.format(labels.number(at), labels.number(count)))
        else:
            one, many = self.tr("1 change"), self.tr("{n} changes")
            self._place.setText(labels.counted(count, one, many))


def heading_words(difference: Difference) -> str:
    """Which field of which item changed."""
    title = difference.item.title or QCoreApplication.translate(
        _CONTEXT, "An entry without a title"
    )
    form = QCoreApplication.translate(_CONTEXT, "{title}: {field}")
    return form.format(title=title, field=field_words(difference.field).lower())


def _compared(differences: Sequence[Difference]) -> Compared:
    return [(each, () if each.then is None else each.pieces()) for each in differences]


def _as_one(compared: Compared, unknown: str) -> list[Piece]:
    """All comparisons as one text, each under its heading."""
    found = []
    for number, (difference, pieces) in enumerate(compared):
        gap = "\n\n" if number else ""
        found.append(Piece(Fate.KEPT, f"{gap}{heading_words(difference)}\n"))
        found += pieces or [Piece(Fate.KEPT, unknown)]
    return found
