"""An entry's title: one line that grows when it is long."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from app.domain.records import TITLE_LIMIT
from ui.theme import current_theme, follow_theme
from ui.widgets.prose_clipboard import UNLEARNED, unremembered
from ui.widgets.prose_offers import has_files

_MOST_OF_WINDOW = 0.4
"""A title that is longer scrolls: it would push what is below it off the page."""
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleEdit(QPlainTextEdit):
    """Edits a title; it has no line breaks, whatever is pasted."""

    finished = Signal()
    """Enter, or the arrow down in the last line: on to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(UNLEARNED)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(self.tr("Title"))
        self.setAccessibleName(self.tr("Title"))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        follow_theme(self._apply_theme)

    def text(self) -> str:
        """The title as it stands."""
        return self.document().toRawText().replace("\u2029", " ").replace("\u2028", " ")

    def set_text(self, title: str) -> None:
        """Show another title, and forget what could be undone."""
        self.setPlainText(" ".join(title.splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the text."""
        last = self.textCursor().blockNumber() == self.blockCount() - 1
        down = event.key() == Qt.Key.Key_Down and not event.modifiers() and last
        if event.key() in _ENTERS or (down and self._lines() == 1):
            self.finished.emit()
        elif not event.text().isprintable() or len(event.text()) <= self._room():
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed words as far as they fit a title, too."""
        words, room = event.commitString(), self._room()
        if len(words) > room:
            event.setCommitString(words[:room], event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where the lines are shorter now; the document does not tell that."""
        super().resizeEvent(event)
        self._grow()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(self.textCursor().selection().toPlainText())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there are words in it; the path of a file is none."""
        return source.hasText() and not has_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words in one line, as far as they fit a title."""
        if has_files(source):
            return
        self.insertPlainText(" ".join(source.text().split())[: self._room()])

    def _room(self) -> int:
        """How much may still be written in place of what is selected."""
        kept = len(self.text()) - len(self.textCursor().selection().toPlainText())
        return max(0, TITLE_LIMIT - kept)

    def _lines(self) -> int:
        # This layout measures its height in lines.
        return max(1, round(self.document().size().height()))

    def _grow(self) -> None:
        # Lines are as high as whole points hold them.
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        room = int(self.window().height() * _MOST_OF_WINDOW) // line
        self.setFixedHeight(line * min(self._lines(), max(1, room)))

    def _apply_theme(self) -> None:
        theme = current_theme()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.colours.text_3)
        self.setPalette(palette)
        self.setFont(theme.font("writing-title"))
        self._grow()
