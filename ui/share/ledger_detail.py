"""What the ledger knows of one PDF, and what has changed since."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Mark
from app.errors import NotFoundError
from app.operations import packs
from app.queries.ledger import LedgerDetail, again, detail
from app.queries.ledger_changes import differences
from ui import labels
from ui.context import Context, Destination
from ui.share.ledger_changes import ChangesCard
from ui.share.ledger_parts import DeletionNote, LedgerFoot, LedgerHead, LedgerItems, LedgerMarks
from ui.share.ledger_words import mark_words
from ui.share.words import first_name


class LedgerPane(QWidget):
    """One line of the ledger in full; nothing of it can be edited.

    `reused` carries the id of a new pack that was made of it, `navigate` a Destination.
    """

    reused = Signal(str)
    navigate = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.line: Id = NO_ID
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 32, 24, 24)
        self._column.setSpacing(0)
        self._inside: QWidget | None = None

    def show_line(self, line: Id) -> bool:
        """Show a line as it compares with the vault now; False where there is none."""
        same = self.line == line
        self.line = line
        focus = self._focused() if same else -1
        self._clear()
        if not line:
            return False
        try:
            found = detail(self._context.vault, line, self._context.library)
        except NotFoundError:
            return False
        self._inside = self._filled(found)
        self._column.addWidget(self._inside)
        self._focus(focus)
        return True

    def mark(self, line: Id, mark: Mark) -> None:
        """Note what became of a copy."""
        vault = self._context.vault
        if self._context.perform(lambda: packs.mark(vault, line, mark)) is not None:
            words = self.tr("Noted: {mark}").format(mark=mark_words(mark))
            self._context.messages.say(words, undo=True)

    # Private

    def _filled(self, found: LedgerDetail) -> QWidget:
        inside, today = QWidget(), self._context.today()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        head = LedgerHead(found, today)
        head.again.clicked.connect(self._use_again)
        head.marked.connect(lambda mark: self.mark(found.shared.id, mark))
        head.seen.clicked.connect(lambda: self._show_seen(found.row.person))
        column.addWidget(head)
        column.addWidget(LedgerItems(found, today))
        if found.changed:
            vault, library = self._context.vault, self._context.library
            told = differences(vault, found, library)
            column.addWidget(ChangesCard(self._context, found.shared, told))
        if found.row.marks:
            column.addWidget(LedgerMarks(found.row.marks, today))
        if found.row.mark is None or found.row.mark.mark is not Mark.DELETED:
            note = DeletionNote(found, today)
            note.copy.clicked.connect(lambda: self._copy_note(found, note.words))
            column.addWidget(note)
        foot = LedgerFoot(found, today)
        foot.copy.clicked.connect(
            lambda: self._copy(found.shared.sha256, self.tr("Fingerprint copied"))
        )
        column.addWidget(foot)
        column.addStretch()
        return inside

    def _clear(self) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None

    def _focusable(self) -> list[QWidget]:
        inside = self._inside.findChildren(QWidget) if self._inside is not None else []
        return [each for each in inside if each.focusPolicy().value]

    def _focused(self) -> int:
        """Which of the controls has the focus; -1 for none."""
        places = (place for place, each in enumerate(self._focusable()) if each.hasFocus())
        return next(places, -1)

    def _focus(self, place: int) -> None:
        """Give the focus back to the control that stands where the one before it stood."""
        controls = self._focusable()
        if place >= 0 and controls:
            controls[min(place, len(controls) - 1)].setFocus()

    def _use_again(self) -> None:
        vault, library, line = self._context.vault, self._context.library, self.line
        pack = self._context.perform(lambda: packs.add(vault, again(vault, line, library)))
        if pack is not None:
            self.reused.emit(pack.id)

    def _show_seen(self, person: Id) -> None:
        self.navigate.emit(Destination("people", person, Kind.PERSON))

    def _copy_note(self, found: LedgerDetail, note: str) -> None:
        QGuiApplication.clipboard().setText(note)
        shared = found.shared
        if found.row.mark is not None and found.row.mark.mark is Mark.REVOKED:
            self._context.messages.say(self.tr("Note copied"))
            return
        day = Moment(shared.at, shared.offset).day
        words = self.tr("Note copied. Once you have sent it to {name}, note that for {day}.")
        words = words.format(
            name=first_name(shared.recipient), day=labels.short_day(day, self._context.today())
        )
        ask = self.tr("Mark as asked")
        self._context.messages.offer(words, ask, lambda: self.mark(shared.id, Mark.REVOKED))

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.messages.say(said)
