"""A field of plain text whose places are counted in characters, as texts are everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.prose import plain
from ui.widgets.prose_places import Spot, line_start
from ui.widgets.prose_positions import Positions

_KEEP = QTextCursor.MoveMode.KeepAnchor


class ProseField(QPlainTextEdit):
    """The text, and places in it to find, to light and to scroll to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.light = QColor()
        """The ground of what is lit up."""

    def text(self) -> str:
        """The text as it stands, with prompts that were not answered."""
        # Replaced one by one: a table of signs would look at each character of a long text.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def find_span(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects the characters from `start` to before `end`."""
        positions = Positions(self.text())
        cursor = QTextCursor(self.document())
        cursor.setPosition(positions.unit(start))
        cursor.setPosition(positions.unit(end), _KEEP)
        return cursor

    def selected_span(self) -> tuple[int, int]:
        """The selection, or the cursor's place, counted in characters."""
        positions = Positions(self.text())
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return positions.character(start), positions.character(end)

    def mark_spans(self, spans: Sequence[tuple[int, int]]) -> None:
        """Light these characters up, such as what a search found; none puts them out."""
        positions = Positions(self.text())
        marks = []
        for start, end in spans:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(positions.unit(start))
            mark.cursor.setPosition(positions.unit(end), _KEEP)
            mark.format.setBackground(self.light)
            mark.format.setFontUnderline(True)  # for whoever does not see the colour
            marks.append(mark)
        self.setExtraSelections(marks)

    def spot(self) -> Spot:
        """What is read first of what is seen."""
        text, unit = self.text(), self.firstVisibleBlock().position()
        above = text.count("\n", 0, Positions(text).character(unit))
        words = plain(text)
        return Spot.at(words, line_start(words, above)) if above else Spot()

    def go_to_spot(self, spot: Spot) -> None:
        """Scroll until what was seen elsewhere is seen here."""
        text = self.text()
        words = plain(text)
        place = line_start(text, words.count("\n", 0, spot.find(words)) if spot.share else 0)
        block = self.find_span(place, place).block()
        self.verticalScrollBar().setValue(block.firstLineNumber())
