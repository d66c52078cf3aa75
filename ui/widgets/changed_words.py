"""A few changed words as a label: what was deleted is struck, what was inserted underlined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from app.domain.worddiff import Fate, Piece
from ui.theme import current_theme
from ui.widgets.comparison import spoken
from ui.widgets.text import Label

_EMPTY_LINES: Final = re.compile(r"\n\s*\n")


class ChangedWords(Label):
    """Pieces of a comparison as wrapped text; whoever listens hears each change as a sentence."""

    def __init__(self, pieces: Sequence[Piece], parent: QWidget | None = None) -> None:
        self._pieces = tuple(_apart(pieces))
        text = "".join(piece.text for piece in self._pieces)
        super().__init__(text, "body", wrap=True, parent=parent)
        told = (spoken(each.fate, each.text) for each in pieces if each.fate is not Fate.KEPT)
        self.setAccessibleName(" ".join(told))

    def _formats(self, paragraph: str, start: int) -> list[QTextLayout.FormatRange]:
        """Return the stretches of a paragraph that were deleted or inserted."""
        ranges, at = [], 0
        for piece in self._pieces:
            first = max(at, start) - start
            last = min(at + len(piece.text), start + len(paragraph)) - start
            at += len(piece.text)
            if piece.fate is Fate.KEPT or first >= last:
                continue
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length = first, last - first
            stretch.format = _format(piece.fate)
            ranges.append(stretch)
        return ranges


def _apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without empty lines, and what was replaced apart from what replaces it."""
    before = Piece(Fate.KEPT, "")
    for piece in pieces:
        if (before.fate, piece.fate) == (Fate.DELETED, Fate.INSERTED):
            apart = before.text[-1:].isspace() or piece.text[:1].isspace()
            yield Piece(Fate.KEPT, "" if apart else " ")
        yield Piece(piece.fate, _EMPTY_LINES.sub("\n", piece.text))
        before = piece


def _format(fate: Fate) -> QTextCharFormat:
    colours, look = current_theme().colours, QTextCharFormat()
    if fate is Fate.DELETED:
        look.setForeground(colours.text_2)
        look.setFontStrikeOut(True)
        return look
    look.setForeground(colours.text)
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return look
