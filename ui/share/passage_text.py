"""The texts of an item to select from: read-only, with a caret that the keyboard moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.packs import Passage
from app.sharing.matching import Needle, spans
from app.sharing.texts import FieldText
from ui.share.growing import grown
from ui.theme import current_theme, follow_theme
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.prose_positions import Positions

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LINES = {0x2029: "\n", 0x2028: "\n"}
_SIZE, _PITCH, _LEAST, _USUAL = 15.5, 25, 120, 300
_CARET = 2


@dataclass(frozen=True, slots=True)
class Selected:
    """What is selected of one text; `whole` says that it is all of it."""

    text: FieldText
    words: str
    whole: bool


class PassageText(QTextEdit):
    """Texts under their headings; what is withheld of them is struck through, on plum."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[FieldText, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._places: list[tuple[int, int]] = []
        self._withheld: tuple[Passage, ...] = ()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setCursorWidth(_CARET)
        follow_theme(self._apply_theme)

    # Methods

    def show_texts(self, texts: Sequence[FieldText], headings: Sequence[str]) -> None:
        """Show texts, each under its heading unless the one before it stands there already."""
        self._texts, self._headings = tuple(texts), tuple(headings)
        self._fill()
        cursor = self.textCursor()
        # The title is seldom what is to stay: the caret waits in what follows.
        cursor.setPosition(self._places[min(1, len(self._places) - 1)][0] if self._places else 0)
        self.setTextCursor(cursor)

    def mark(self, withheld: Sequence[Passage]) -> None:
        """Strike through what is withheld, wherever it stands."""
        self._withheld = tuple(withheld)
        self.setExtraSelections([self._struck(cursor) for cursor in self._found()])

    def selected(self) -> tuple[Selected, ...]:
        """What is selected, of each text by itself, without the space at its ends."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        found = []
        for text, (start, end) in zip(self._texts, self._places, strict=True):
            if max(first, start) < min(last, end):
                words = self._between(max(first, start), min(last, end)).selectedText()
                words = words.translate(_LINES).strip()
                if words:
                    found.append(Selected(text, words, words == text.words.strip()))
        return tuple(found)

    def grow(self) -> None:
        """Select the word at the caret, then its sentence, its paragraph, all of its text."""
        cursor = self.textCursor()
        span = cursor.selectionStart(), cursor.selectionEnd()
        whole = next((each for each in self._places if each[0] <= span[0] <= each[1]), None)
        if whole is None:  # on a heading
            whole = next((each for each in self._places if each[0] > span[0]), (0, 0))
            span = whole[0], whole[0]
        start, end = grown(self.document(), span, whole)
        self.setTextCursor(self._between(start, max(end, span[1])))
        self.ensureCursorVisible()

    def drop_selection(self) -> None:
        """Go on behind what was selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    # Events

    def sizeHint(self) -> QSize:
        """Return room for about ten lines."""
        return QSize(super().sizeHint().width(), current_theme().px(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines, the rest scrolls."""
        return QSize(super().minimumSizeHint().width(), current_theme().px(_LEAST))

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(self.textCursor().selectedText().translate(_LINES))

    # Private

    def _fill(self) -> None:
        self.clear()
        self._places = []
        cursor, shown = QTextCursor(self.document()), ""
        for text, heading in zip(self._texts, self._headings, strict=True):
            if heading != shown:
                self._begin(cursor, above=18 if self._places else 0)
                cursor.insertText(heading, self._heading_look())
            shown = heading
            start = -1
            for paragraph in text.paragraphs:
                self._begin(cursor, above=2 if start < 0 else 8)
                start = cursor.position() if start < 0 else start
                cursor.insertText(paragraph.replace("\n", "\u2028"), self._text_look())
            self._places.append((start, cursor.position()))

    def _begin(self, cursor: QTextCursor, *, above: int) -> None:
        theme, form = current_theme(), QTextBlockFormat()
        form.setTopMargin(theme.px(above))
        fixed = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        form.setLineHeight(theme.px(_PITCH), fixed)
        if cursor.position():
            cursor.insertBlock(form)
        else:
            cursor.setBlockFormat(form)

    def _heading_look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(current_theme().sized("caption", 12, 600))
        look.setForeground(current_theme().colours.text_2)
        return look

    def _text_look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(current_theme().sized("writing", _SIZE))
        look.setForeground(current_theme().colours.text)
        return look

    def _found(self) -> Iterator[QTextCursor]:
        needles = [Needle(each.text) for each in self._withheld]
        for text, (begin, _) in zip(self._texts, self._places, strict=True):
            positions = Positions(text.words)
            for needle in needles:
                for start, end in spans(text.words, needle):
                    at, to = positions.unit(start), positions.unit(end)
                    yield self._between(begin + at, begin + to)

    def _struck(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        colours, look = current_theme().colours, QTextEdit.ExtraSelection()
        look.cursor = cursor
        form = QTextCharFormat()
        form.setBackground(colours.curtain_soft)
        form.setForeground(colours.curtain_text)
        form.setFontStrikeOut(True)
        look.format = form
        return look

    def _between(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        return cursor

    def _apply_theme(self) -> None:
        """Show the same in other colours and sizes; the selection stays."""
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._fill()
        self.setTextCursor(self._between(anchor, position))
        self.mark(self._withheld)
