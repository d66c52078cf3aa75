"""The journal's page: plain text that looks like writing while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu

from app.prose import Template, kept_lines, toggle_task, without_prompts
from ui.widgets.prose_boxes import ProseBoxes
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.prose_column import Column
from ui.widgets.prose_field import ProseField
from ui.widgets.prose_format import ProseFormat
from ui.widgets.prose_highlighter import ProseHighlighter
from ui.widgets.prose_layout import PitchedLayout
from ui.widgets.prose_offers import offered, offers_image
from ui.widgets.prose_paste import paste
from ui.widgets.prose_positions import Positions
from ui.widgets.prose_spelling import ProseSpelling
from ui.widgets.prose_spelling_menu import open_menu, open_suggestions
from ui.widgets.prose_typing import break_line, indent, item_at, outdent, toggle_mark
from ui.widgets.prose_underlines import Underlines

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QInputMethodEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QWidget

    from ui.widgets.prose_style import ProseStyle

CARET_WIDTH = 2
_KEEP = QTextCursor.MoveMode.KeepAnchor
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PARAGRAPHS = {0x2029: "\n", 0x2028: "\n"}
"""Qt's paragraph and line separators; a no-break space stays what it is."""


class ProseEditor(ProseField):
    """Edits Markdown as plain text: marks stay, quietly, and every line has the same height."""

    text_edited = Signal()
    """Somebody changed the text: never a restyling or `set_text`."""
    images_offered = Signal(object)
    """Images that were pasted or dropped: a tuple of Offers, to be put where the cursor is."""
    left = Signal()
    """The focus went elsewhere: a moment to save."""

    def __init__(self, style: ProseStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_tabs = True
        """Whether Tab moves the item of a list that it is pressed in; else it always leaves."""
        self._ghost = ""
        self._template = Template()
        self._column = Column()
        self._touched = False
        self._pitched = PitchedLayout(self.document(), style.pitch)
        self._highlighter = ProseHighlighter(self.document(), style)
        self._style = style
        self._format = ProseFormat(self)
        self._boxes = ProseBoxes(self)
        self.underlines = Underlines(self)
        self.spelling = ProseSpelling(self, self._prompts_in)
        self._prepare()
        self.set_style(style)
        self.document().contentsChange.connect(self._note_change)
        self.textChanged.connect(self._tell_of_edit)
        self.verticalScrollBar().valueChanged.connect(self._hurry)

    def _prepare(self) -> None:
        # The column is all the room it leaves: a field's border and padding would move it.
        self.setProperty("bare", "true")
        self.document().setDocumentLayout(self._pitched)
        self.document().setDocumentMargin(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(CARET_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._keep_upright)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )

    # Looks

    def _keep_upright(self, _least: int, most: int) -> None:
        # Qt remembers the widest line of a larger window; wrapped text never moves sideways.
        if most:
            self.horizontalScrollBar().setRange(0, 0)

    def set_style(self, style: ProseStyle) -> None:
        """Show the same text in other colours, fonts or sizes."""
        self._style = style
        self.light = style.lamp_soft
        self._pitched.set_pitch(style.pitch)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, style.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, style.text_3)
        self.setPalette(palette)
        self.setFont(style.writing)
        self.document().setDefaultFont(style.writing)
        self._highlighter.set_style(style)
        self._hurry()

    def _hurry(self) -> None:
        """Let what is seen have its looks before the rest of a long text."""
        lines = self.viewport().height() // self._style.pitch + 2
        self._highlighter.hurry(self.firstVisibleBlock(), lines)

    def set_column(self, column: Column) -> None:
        """Keep the lines to a column."""
        self._column = column
        self.setViewportMargins(column.margins(self))

    def set_ghost(self, text: str) -> None:
        """Words shown while nothing is written."""
        self._ghost = text
        self.viewport().update()

    # Text

    def written(self) -> str:
        """The text as it is kept: without prompts."""
        return without_prompts(self.text(), self._template)

    def set_text(self, text: str, template: Template | None = None) -> None:
        """Show another text with the cursor at its start, and forget what could be undone."""
        self._template = template or Template()
        with QSignalBlocker(self):
            self._highlighter.take(self._template, lambda: self.setPlainText(text))
        self._touched = False
        self._hurry()

    def selected_text(self) -> str:
        """The selected words, without prompts."""
        selected = self.textCursor().selectedText().translate(_PARAGRAPHS)
        return without_prompts(selected, self._template)

    def toggle_task(self, line: int) -> None:
        """Check or open the task in a line of what is written, counted from 0."""
        before = self.text()
        kept = kept_lines(before, self._template)
        after = toggle_task(before, kept[line]) if line < len(kept) else before
        place = next((at for at, sign in enumerate(after) if sign != before[at]), None)
        if place is not None:
            self.find_span(place, place + 1).insertText(after[place])

    # Typing

    def toggle_bold(self) -> None:
        """Make the selection bold, or no longer."""
        self._toggle("**")

    def toggle_italic(self) -> None:
        """Make the selection italic, or no longer."""
        self._toggle("*")

    def _toggle(self, mark: str) -> None:
        cursor = self.textCursor()
        toggle_mark(cursor, mark)
        self.setTextCursor(cursor)

    def _answer_prompt(self) -> None:
        """Select the prompt under the cursor, so that what is typed takes its place."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not self._template.wordings:
            return
        positions = Positions(cursor.block().text())
        place = positions.character(cursor.positionInBlock())
        for start, end in self._template.standing(cursor.block().text()):
            if start <= place <= end:
                base = cursor.block().position()
                cursor.setPosition(base + positions.unit(start))
                cursor.setPosition(base + positions.unit(end), _KEEP)
                self.setTextCursor(cursor)
                return

    def _prompts_in(self, line: str) -> Sequence[tuple[int, int]]:
        return self._template.standing(line)

    def _note_change(self, _place: int, removed: int, added: int) -> None:
        self._touched = self._touched or bool(removed or added)

    def _tell_of_edit(self) -> None:
        """Tell of changed words; Qt calls new colours a change, too."""
        if self._touched:
            self._touched = False
            self.text_edited.emit()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lists go on by themselves, Tab moves items, Ctrl+B and Ctrl+I set marks."""
        if event.key() in _TABS and not self._in_list():
            event.ignore()
        elif self.isReadOnly() or not self._typed(event):
            super().keyPressEvent(event)
        else:
            self.ensureCursorVisible()
            event.accept()

    def _typed(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            cursor.insertBlock()
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            if self.spelling.at_found:
                open_suggestions(self, self.spelling, self.context_menu())
            else:
                break_line(cursor)
        elif event.key() in _TABS:
            (indent if event.key() == Qt.Key.Key_Tab else outdent)(cursor)
        else:
            if event.text().isprintable() and event.text():
                self._answer_prompt()
            return False
        return True

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802, FBT001 - Qt's own
        """Tab leaves the editor, except in a list item, where it moves the item."""
        if self._in_list() and not self.isReadOnly():
            return False
        return super().focusNextPrevChild(forwards)

    def _in_list(self) -> bool:
        item = item_at(self.textCursor()) if self.takes_tabs else None
        return item is not None and item.listed

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed text answers a prompt as typed text does."""
        if event.preeditString() or event.commitString():
            self._answer_prompt()
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(self.textCursor().selectedText().translate(_PARAGRAPHS))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there is text in it, or an image that somebody takes."""
        return source.hasText() or offers_image(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the plain text and nothing else; images and files are left to others."""
        if offers_image(source):
            self._answer_prompt()
            self.images_offered.emit(offered(source))
        elif source.hasText():
            self._answer_prompt()
            paste(self.textCursor(), source.text())
            self.ensureCursorVisible()

    def context_menu(self) -> QMenu:
        """What can be done with the text under the cursor; it is freed when it closes."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addMenu(self._format.menu(menu))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what a misspelt word could be, and what can be done with any text."""
        open_menu(self, self.spelling, self.context_menu(), event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that writing paused."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column."""
        self.setViewportMargins(self._column.margins(self))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, the ghost where there is none, and the caret in the accent's colour."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.underlines.paint(painter, self._style.accent)
        self.spelling.paint(painter, event.rect())
        if self._ghost and self.document().isEmpty():
            self._paint_ghost(painter)
        if self.getPaintContext().cursorPosition >= 0:
            # Qt inverts what lies under its caret; the same place is filled over.
            painter.fillRect(self.cursorRect(), self._style.accent)
        painter.end()

    def _paint_ghost(self, painter: QPainter) -> None:
        painter.setPen(self._style.text_3)
        painter.setFont(self._style.writing)
        first = QRect(0, 0, self.viewport().width(), self._style.pitch)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(first, int(aligned), self._ghost)
