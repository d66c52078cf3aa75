"""Whether a file is one that was saved: dropped on the page or chosen, and answered in a card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.queries.ledger import LedgerRow, sent
from app.sharing.fingerprint import Fingerprint, fingerprint
from ui import labels
from ui.context import Context
from ui.messages import choose_file, sentence
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_PATIENCE = 400


class FileCheck(QWidget):
    """Holds the answer to the last question; `found` carries the line that a file is."""

    found = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._card: Card | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE)
        self._late.timeout.connect(self._say_late)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    # Methods

    def choose(self) -> None:
        """Ask for a file."""
        title = self.tr("Check a file")
        choose_file(self, title, Path.home(), lambda path: self.check([path]), suffix="pdf")

    def drop(self, urls: Sequence[QUrl]) -> None:
        """Check what was dropped."""
        self.check([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def check(self, paths: Sequence[Path]) -> None:
        """Say whether a file is one that was saved; it is read and never opened as a PDF."""
        if len(paths) != 1:
            self._answer("info", self.tr("Check one file at a time. Nothing was read."))
            return
        self._asked += 1
        asked, path = self._asked, paths[0]
        self._late.start()
        self._context.jobs.submit(
            lambda: fingerprint(path),
            lambda file: self._tell(asked, file),
            lambda error: self._fail(asked, error),
        )

    def clear(self) -> None:
        """Take the answer away."""
        self._late.stop()
        self._asked += 1
        self._drop_card()
        self.hide()

    # Private

    def _settle(self, asked: int) -> bool:
        """Whether an answer still has a place and a question."""
        if not shiboken6.isValid(self) or asked != self._asked:
            return False
        self._late.stop()
        return True

    def _say_late(self) -> None:
        self._answer("loader-circle", self.tr("Reading the file\u2026"))

    def _tell(self, asked: int, file: Fingerprint) -> None:
        if not self._settle(asked):
            return
        found = sent(self._context.vault, file)
        if found.same:
            self._answer("circle-check", self._same_words(found.same), "accent-card")
            self.found.emit(found.same[0].id)
            return
        words = self.tr(
            "No PDF in your ledger is exactly this file. It may have been saved again by a "
            "reader, or changed."
        )
        line = found.named[0] if found.named else None
        if line is not None:
            about = self.tr(
                "A PDF of this name was saved on {day} for {person}. Whether this file came of "
                "it cannot be told."
            )
            words = f"{words} {self._placed(about, line)}"
        self._answer("file-text", words, line=line)

    def _same_words(self, same: Sequence[LedgerRow]) -> str:
        if len(same) == 1:
            return self._placed(
                self.tr("Yes: this is the PDF you saved on {day} for {person}."), same[0]
            )
        form = self.tr("Yes: this is a PDF you saved {n} times, last on {day} for {person}.")
        return self._placed(form, same[0], n=labels.number(len(same)))

    def _placed(self, form: str, row: LedgerRow, **others: str) -> str:
        day = labels.short_day(row.when.day, self._context.today())
        person = row.line.recipient or self.tr("nobody by name")
        return form.format(day=day, person=person, **others)

    def _fail(self, asked: int, error: AppError) -> None:
        if self._settle(asked):
            self._answer("circle-alert", sentence(error), "lamp")

    def _answer(
        self, icon: str, words: str, kind: str = "quiet-card", line: LedgerRow | None = None
    ) -> None:
        self._drop_card()
        card, row = Card(kind), QHBoxLayout()
        card.setAccessibleName(words)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(12)
        colour = {"accent-card": "accent-text", "lamp": "lamp-text"}.get(kind, "text-2")
        row.addWidget(Picture(icon, colour, 18))
        row.addWidget(Label(words, "body", wrap=True), 1)
        if line is not None:
            show = Button(self.tr("Show its line"), "link")
            show.clicked.connect(lambda: self.found.emit(line.id))
            row.addWidget(show)
        close = Button("", "ghost", icon="x")
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.clear)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        card.setLayout(row)
        self._column.addWidget(card)
        self._card = card
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(card, QAccessible.Event.Alert))

    def _drop_card(self) -> None:
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None


class DropTarget(QWidget):
    """Covers a page while a file is dragged over it, and says what dropping does."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        middle = Qt.AlignmentFlag.AlignCenter
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(Picture("file-input", "accent-text", 32), 0, middle)
        label = Label(words, "heading", "accent-text", wrap=True)
        label.setAlignment(middle)
        column.addWidget(label)
        column.addStretch()
        self.hide()

    def cover(self) -> None:
        """Lie over the whole page."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and a dashed edge."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colours.accent_soft)
        pen = QPen(theme.colours.accent, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        edge = theme.px(12)
        radius = theme.radius("dialog")
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius
        )
        painter.end()


def is_one_to_check(urls: Sequence[QUrl]) -> bool:
    """Whether something that is dragged holds files of this computer."""
    return any(url.isLocalFile() for url in urls)
