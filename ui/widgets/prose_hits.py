"""What a search found in a page of text: lit where it is seen, gone to, replaced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QPen, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.theme import current_theme
from ui.widgets.prose_positions import Positions

Page = QPlainTextEdit | QTextEdit
Span = tuple[int, int]
_KEEP = QTextCursor.MoveMode.KeepAnchor
_FRAME = 2


class ProseHits(QObject):
    """The hits in one page. The current one has a frame: colour alone would not tell it."""

    text_changed = Signal()
    """Also where only looks changed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._spans: Sequence[Span] = ()
        self._current = -1
        self._lit = False
        self._positions = Positions("")
        page.verticalScrollBar().valueChanged.connect(self._light)
        page.document().contentsChanged.connect(self.text_changed)

    # Properties

    @property
    def can_replace(self) -> bool:
        """Whether the text can be written in."""
        return not self._page.isReadOnly()

    def text(self) -> str:
        """The text as it is searched, character by character as it stands there."""
        raw = self._page.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n").replace("\u00a0", " ")

    def selected(self) -> Span:
        """The selection, or the cursor's place, counted in characters."""
        cursor, positions = self._page.textCursor(), Positions(self.text())
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return positions.character(start), positions.character(end)

    # Methods

    def show(self, text: str, spans: Sequence[Span], current: int) -> None:
        """Light up what was found in this text; `current` is a number of a span, -1 for none."""
        self._spans, self._current = spans, current
        self._positions = Positions(text)
        self._light()

    def go_to(self, span: Span, *, select: bool = False) -> None:
        """Show a span, with the cursor behind it; selected where it is worked with next."""
        cursor = self._cursor(span)
        if not select:
            cursor.setPosition(cursor.selectionEnd())
        self._page.setTextCursor(cursor)
        self._page.ensureCursorVisible()

    def replace(self, spans: Sequence[Span], words: str) -> None:
        """Put the same words in the place of each span, in one step of undo."""
        # As it stands, no-break spaces and all: what is between the hits is put back.
        text = self._page.document().toRawText()
        edit = QTextCursor(self._page.document())
        edit.beginEditBlock()
        for group in reversed(_by_lines(text, spans)):
            place = self._cursor((group[0][0], group[-1][1]))
            edit.setPosition(place.selectionStart())
            edit.setPosition(place.selectionEnd(), _KEEP)
            edit.insertText(_replaced(text, group, words))
        edit.endEditBlock()

    # Private

    def _cursor(self, span: Span) -> QTextCursor:
        last = self._page.document().characterCount() - 1
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(min(self._positions.unit(span[0]), last))
        cursor.setPosition(min(self._positions.unit(span[1]), last), _KEEP)
        return cursor

    def _light(self) -> None:
        """Light the hits that are seen: each is a cursor that every key would have to move."""
        if not self._spans and not self._lit:
            return  # what is lit may be somebody else's
        first, last = self._seen()
        at = bisect_left(self._spans, (first, 0))
        marks = []
        for number in range(max(at - 1, 0), len(self._spans)):
            if self._spans[number][0] > last:
                break
            marks.append(self._mark(self._spans[number], current=number == self._current))
        self._page.setExtraSelections(marks)
        self._lit = bool(self._spans)

    def _seen(self) -> Span:
        corner = QPoint(self._page.viewport().width(), self._page.viewport().height())
        top = self._page.cursorForPosition(QPoint(0, 0))
        bottom = self._page.cursorForPosition(corner)
        top.movePosition(QTextCursor.MoveOperation.StartOfLine)
        bottom.movePosition(QTextCursor.MoveOperation.EndOfLine)
        # Not by blocks: a paragraph may go on for a hundred windows.
        first, last = top.position(), bottom.position()
        return self._positions.character(first), self._positions.character(last)

    def _mark(self, span: Span, *, current: bool) -> QTextEdit.ExtraSelection:
        theme = current_theme()
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(span)
        mark.format.setBackground(theme.colours.lamp_soft)
        if current or theme.high_contrast:
            frame = QPen(theme.colours.lamp_edge, _FRAME if current else 1)
            mark.format.setProperty(QTextFormat.Property.OutlinePen, frame)
        return mark


def _by_lines(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """The spans of each line together: thousands of changes would take seconds to undo."""
    groups: list[list[Span]] = []
    for span in spans:
        between = text[groups[-1][-1][1] : span[0]] if groups else "\u2029"
        if "\u2029" not in between and "\u2028" not in between:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _replaced(text: str, spans: Sequence[Span], words: str) -> str:
    between = (text[before[1] : after[0]] for before, after in pairwise(spans))
    return words + "".join(part + words for part in between)
