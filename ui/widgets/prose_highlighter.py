"""Markdown shown as it is meant while it is written, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from app.prose import Template
from ui.widgets.prose_marks import Look, fence_after, stretches
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QTextDocument

    from ui.widgets.prose_style import ProseStyle

_WAVES = 100_000
"""A block's state is 0, or the length of the fence open after it, plus `_WAVES` for tildes."""


class ProseHighlighter(QSyntaxHighlighter):
    """Sets the looks of one line at a time; only an opened or closed fence reaches further."""

    def __init__(self, document: QTextDocument, style: ProseStyle) -> None:
        super().__init__(document)
        self._style = style
        self._template = Template()
        self._formats: dict[Look, QTextCharFormat] = {}
        self._prompt = self._prompt_format()

    def set_style(self, style: ProseStyle) -> None:
        """Show the same text in other colours and fonts."""
        self._style = style
        self._formats.clear()
        self._prompt = self._prompt_format()
        self.rehighlight()

    def set_template(self, template: Template) -> None:
        """Show the prompts of this template as ghost text."""
        self._template = template
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Set the looks of one line."""
        fence = _fence(self.previousBlockState())
        self.setCurrentBlockState(_state(fence_after(text, fence)))
        positions = Positions(text)
        for stretch in stretches(text, fence):
            if stretch.look is Look.PLAIN:
                continue
            start, end = positions.unit(stretch.start), positions.unit(stretch.end)
            self.setFormat(start, end - start, self._format(stretch.look))
        for span in self._template.standing(text):
            start, end = positions.unit(span[0]), positions.unit(span[1])
            self.setFormat(start, end - start, self._prompt)

    def _format(self, look: Look) -> QTextCharFormat:
        if look not in self._formats:
            self._formats[look] = self._made(look)
        return self._formats[look]

    def _made(self, look: Look) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._colour(look))
        made.setFontItalic(bool(look & (Look.EMPHASIS | Look.QUOTE)) and not look & Look.MARK)
        if look & (Look.STRONG | Look.HEADING) and not look & Look.MARK:
            # The italics come in one weight; only full bold makes Qt thicken them.
            italic = made.fontItalic()
            made.setFontWeight(QFont.Weight.Bold if italic else QFont.Weight.DemiBold)
        made.setFontStrikeOut(bool(look & Look.STRIKE) and not look & Look.MARK)
        if look & Look.CODE:
            made.setFontFamilies(self._style.mono.families())
            made.setProperty(QTextCharFormat.Property.FontPixelSize, self._style.mono.pixelSize())
            made.setBackground(self._style.code_background)
        return made

    def _colour(self, look: Look) -> QColor:
        if look & (Look.MARK | Look.DONE):
            return self._style.text_3
        if look & Look.LINK:
            return self._style.accent_text
        return self._style.text_2 if look & Look.QUOTE else self._style.text

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
