"""Two texts as one: what was inserted is underlined, what was deleted is struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.domain.worddiff import Fate, Piece
from ui.theme import current_theme, follow_theme
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.prose_layout import PitchedLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_CONTEXT = "Comparison"
_SPOKEN: Final = 30
"""How many changes are told at once to somebody who listens; the keys go through all."""
_SPOKEN_LENGTH: Final = 160


@dataclass(frozen=True, slots=True)
class _Change:
    """A change in the text that is shown, and what it is."""

    start: int
    end: int
    fate: Fate
    words: str


class Comparison(QPlainTextEdit):
    """Shows the pieces of a comparison, as plain text, and goes from change to change.

    Whoever listens is told the changes in words: in the description, and at each step.
    """

    stepped = Signal(int, int)
    """Which change is pointed at, from 1, or 0 for none; and how many there are."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._changes: list[_Change] = []
        self._at = -1
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._layout = PitchedLayout(self.document(), current_theme().line("writing"))
        self.document().setDocumentLayout(self._layout)
        follow_theme(self._apply_theme)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a comparison where something changed first."""
        self._pieces = tuple(pieces)
        self._at = -1
        self._write()
        self.setAccessibleDescription(self._told())
        self.stepped.emit(0, len(self._changes))

    def step(self, by: int) -> None:
        """Go to the next change, or with -1 to the one before; after the last comes the first."""
        if not self._changes:
            return
        begin = -1 if by > 0 else 0
        self._at = ((self._at if self._at >= 0 else begin) + by) % len(self._changes)
        change = self._changes[self._at]
        cursor = self.textCursor()
        cursor.setPosition(change.start)
        cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        event = QAccessibleAnnouncementEvent(self, spoken(change.fate, change.words))
        QAccessible.updateAccessibility(event)
        self.stepped.emit(self._at + 1, len(self._changes))

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(self.textCursor().selectedText().replace("\u2029", "\n"))

    # Private

    def _write(self) -> None:
        formats = _formats()
        self.clear()
        self._changes = []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for piece in self._pieces:
            start = cursor.position()
            cursor.insertText(_visible(piece), formats[piece.fate])
            if piece.fate is not Fate.KEPT:
                self._changes.append(_Change(start, cursor.position(), piece.fate, piece.text))
        cursor.endEditBlock()
        cursor.setPosition(self._changes[0].start if self._changes else 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _told(self) -> str:
        if not self._changes:
            return QCoreApplication.translate(_CONTEXT, "No word differs.")
        told = [spoken(change.fate, change.words) for change in self._changes[:_SPOKEN]]
        if len(self._changes) > _SPOKEN:
            more = QCoreApplication.translate(_CONTEXT, "And {0} more changes.")
            told.append(more.format(len(self._changes) - _SPOKEN))
        return " ".join(told)

    def _apply_theme(self) -> None:
        self.setFont(current_theme().font("writing"))
        self._layout.set_pitch(current_theme().line("writing"))
        self._write()


def _visible(piece: Piece) -> str:
    """A piece as it is shown: where only the end of a line changed, a sign stands for it."""
    text = piece.text.replace("\r\n", "\n").replace("\r", "\n")
    if piece.fate is Fate.KEPT or text.strip("\n"):
        return text
    return text.replace("\n", "\u00b6\n")


def spoken(fate: Fate, text: str) -> str:
    """What was inserted or deleted, as a sentence for somebody who listens."""
    words = " ".join(text.split())
    if len(words) > _SPOKEN_LENGTH:
        words = f"{words[:_SPOKEN_LENGTH].rstrip()}\u2026"
    if not words:
        words = QCoreApplication.translate(_CONTEXT, "space")
    if fate is Fate.INSERTED:
        return QCoreApplication.translate(_CONTEXT, "Inserted: {0}.").format(words)
    return QCoreApplication.translate(_CONTEXT, "Deleted: {0}.").format(words)


def _formats() -> dict[Fate, QTextCharFormat]:
    colours = current_theme().colours
    kept, inserted, deleted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    kept.setForeground(colours.text)
    inserted.setForeground(colours.accent_text)
    inserted.setBackground(colours.accent_soft)
    inserted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    deleted.setForeground(colours.text_2)
    deleted.setBackground(colours.sunken)
    deleted.setFontStrikeOut(True)
    return {Fate.KEPT: kept, Fate.INSERTED: inserted, Fate.DELETED: deleted}
