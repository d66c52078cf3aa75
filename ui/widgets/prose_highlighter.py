"""Markdown shown as it is meant while it is written, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor

from app.prose import Template
from ui.widgets.prose_marks import Look, fence_after, is_divider, is_header, stretches
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QTextBlock, QTextDocument

    from ui.widgets.prose_style import ProseStyle

_WAVES = 100_000
"""A block's state is 0, or the length of the fence open after it, plus `_WAVES` for tildes."""


_HEADER = -2
"""The state of a table's first row; where a state tells of a fence, it is above 0."""
_SLICE = 3_000
"""Characters that get their looks at a time: a few milliseconds between two keys."""

_PAUSE_MS = 200
"""Without a key, until the rest of a text gets its looks."""


class ProseHighlighter(QSyntaxHighlighter):
    """Sets the looks of one line at a time; only a fence, or a table's dashes, reach further.

    A new text gets its looks where it is seen first, then the rest of it little by little.
    """

    def __init__(self, document: QTextDocument, style: ProseStyle) -> None:
        super().__init__(document)
        self._style = style
        self._template = Template()
        self._formats: dict[Look, QTextCharFormat] = {}
        self._prompt = self._prompt_format()
        self._skimming = False
        self._busy = False
        self._rest: QTextCursor | None = None
        self._headers: list[QTextCursor] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        document.contentsChange.connect(self._give_way)

    def set_style(self, style: ProseStyle) -> None:
        """Show the same text in other colours and fonts."""
        self._style = style
        self._formats.clear()
        self._prompt = self._prompt_format()
        self._begin()

    def take(self, template: Template, put: Callable[[], None]) -> None:
        """Let `put` set another text, begun from this template, and leave its looks for later.

        The template's prompts are shown as ghost text.
        """
        self._template = template
        self._skimming = True
        put()
        self._skimming = False
        self._begin()

    def hurry(self, first: QTextBlock, lines: int) -> None:
        """Give these lines their looks now, if they may be waiting for them."""
        block = first
        for _ in range(lines if self._rest and not self._busy else 0):
            if not block.isValid():
                break
            self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        """Set the looks of one line."""
        if self._skimming:
            fence = _fence(self.previousBlockState())
            if fence or "```" in text or "~~~" in text:
                self.setCurrentBlockState(_state(fence_after(text, fence)))
            else:
                self.setCurrentBlockState(0)
            return
        fence = _fence(self.previousBlockState())
        header = not fence and self._heads_table(text)
        self.setCurrentBlockState(_HEADER if header else _state(fence_after(text, fence)))
        positions = Positions(text)
        for stretch in stretches(text, fence, header=header):
            if stretch.look is Look.PLAIN:
                continue
            start, end = positions.unit(stretch.start), positions.unit(stretch.end)
            self.setFormat(start, end - start, self._format(stretch.look))
        for span in self._template.standing(text):
            start, end = positions.unit(span[0]), positions.unit(span[1])
            self.setFormat(start, end - start, self._prompt)

    def _begin(self) -> None:
        self._rest = QTextCursor(self.document())
        self._soon.start(0)

    def _give_way(self, _place: int, removed: int, added: int) -> None:
        """Let somebody type first: what is seen has its looks already."""
        if self._rest is not None and (removed or added):
            self._soon.start(_PAUSE_MS)

    def _go_on(self) -> None:
        """Give the next lines their looks, as many as nobody notices."""
        for header in self._headers:
            self.rehighlightBlock(header.block())
        self._headers.clear()
        if self._rest is None:
            return
        block, done = self._rest.block(), 0
        # Lines that turn out to be several move the scroll bar; nothing new is seen by that.
        self._busy = True
        while block.isValid() and done < _SLICE:
            done += block.length()
            self.rehighlightBlock(block)
            block = block.next()
        self._busy = False
        if block.isValid():
            self._rest.setPosition(block.position())
            self._soon.start(0)
        else:
            self._rest = None

    def _heads_table(self, text: str) -> bool:
        """Whether this line is a table's header; what the line above was is looked at, too."""
        block = self.currentBlock()
        above = block.previous()
        if above.isValid():
            is_one = is_divider(text) and is_header(above.text(), text)
            if is_one != (self.previousBlockState() == _HEADER):
                self._headers.append(QTextCursor(above))
                self._soon.start(0)
        return "|" in text and is_header(text, block.next().text())

    def _format(self, look: Look) -> QTextCharFormat:
        if look not in self._formats:
            self._formats[look] = self._made(look)
        return self._formats[look]

    def _made(self, look: Look) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._colour(look))
        slanted = look & (Look.EMPHASIS | Look.QUOTE | Look.PICTURE)
        made.setFontItalic(bool(slanted) and not look & Look.MARK)
        if look & (Look.STRONG | Look.HEADING) and not look & Look.MARK:
            # The italics come in one weight; only full bold makes Qt thicken them.
            italic = made.fontItalic()
            made.setFontWeight(QFont.Weight.Bold if italic else QFont.Weight.DemiBold)
        made.setFontStrikeOut(bool(look & Look.STRIKE) and not look & Look.MARK)
        if look & (Look.CODE | Look.TABLE):
            # A table's rows stand in columns as they were typed.
            made.setFontFamilies(self._style.mono.families())
            made.setProperty(QTextCharFormat.Property.FontPixelSize, self._style.mono.pixelSize())
        if look & Look.CODE:
            made.setBackground(self._style.code_background)
        return made

    def _colour(self, look: Look) -> QColor:
        if look & (Look.MARK | Look.DONE):
            return self._style.text_3
        if look & Look.LINK:
            return self._style.accent_text
        quiet = look & (Look.QUOTE | Look.PICTURE)
        return self._style.text_2 if quiet else self._style.text

    def _prompt_format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._style.text_3)
        made.setFontItalic(True)
        return made


def _state(fence: str) -> int:
    if not fence:
        return 0
    return len(fence) + (_WAVES if fence[0] == "~" else 0)


def _fence(state: int) -> str:
    if state <= 0:
        return ""
    return "~" * (state - _WAVES) if state > _WAVES else "`" * state
