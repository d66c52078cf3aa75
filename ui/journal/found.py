"""Lights up what a search found in the entry it was opened for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser, QTextEdit

from app.domain.query import Query, parse
from app.queries.search import spans
from ui.context import FOUND
from ui.journal.sheet import EntrySheet
from ui.theme import current_theme
from ui.widgets.prose_positions import Positions

_MOST = 1000
"""More would be lit up by nobody's wish, and slow the painting of a long text."""


class FoundMarks(QObject):
    """Marks every hit in title and text and goes to the first; Esc puts them out.

    Another entry, or the same one written anew, takes its marks along: they hang on its letters.
    """

    def __init__(self, sheet: EntrySheet, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._lit = False

    def show(self, detail: str) -> None:
        """Light up what a destination's detail says was looked for; nothing where it does not."""
        self.clear()
        if not detail.startswith(FOUND):
            return
        query, sheet = parse(detail.removeprefix(FOUND)), self._sheet
        _mark(sheet.title, spans(query, sheet.title.text()))
        if sheet.reading:
            self._mark_view(query)
        else:
            self._mark_text(query)
        for part in self._parts():
            part.installEventFilter(self)
        (sheet.view if sheet.reading else sheet.prose).setFocus(Qt.FocusReason.OtherFocusReason)
        self._lit = True

    def clear(self) -> None:
        """Put the marks out."""
        if self._lit:
            for part in self._parts():
                part.removeEventFilter(self)
                part.setExtraSelections([])
        self._lit = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the marks out with Esc."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.clear()
            return True
        return super().eventFilter(watched, event)

    # Private

    def _parts(self) -> tuple[QPlainTextEdit | QTextBrowser, ...]:
        return (self._sheet.title, self._sheet.prose, self._sheet.view)

    def _mark_text(self, query: Query) -> None:
        prose = self._sheet.prose
        found = spans(query, prose.text())[:_MOST]
        prose.mark_spans(found)
        if found:
            start, _ = found[0]
            prose.setTextCursor(prose.find_span(start, start))
            prose.centerCursor()

    def _mark_view(self, query: Query) -> None:
        view = self._sheet.view
        text = view.toPlainText()
        found = spans(query, text)[:_MOST]
        _mark(view, found)
        if found:
            cursor = QTextCursor(view.document())
            cursor.setPosition(Positions(text).unit(found[0][0]))
            view.setTextCursor(cursor)
            view.ensureCursorVisible()


def _mark(widget: QPlainTextEdit | QTextBrowser, found: Sequence[tuple[int, int]]) -> None:
    theme, document = current_theme(), widget.document()
    positions, marks = Positions(widget.toPlainText()), []
    for start, end in found:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(document)
        mark.cursor.setPosition(positions.unit(start))
        mark.cursor.setPosition(positions.unit(end), QTextCursor.MoveMode.KeepAnchor)
        mark.format.setBackground(theme.colours.lamp_soft)
        mark.format.setFontUnderline(True)
        marks.append(mark)
    widget.setExtraSelections(marks)
