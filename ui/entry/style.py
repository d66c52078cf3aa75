"""The look of an entry's text in the present theme."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme import Theme
from ui.widgets.prose_style import ProseStyle

_HEADINGS = (24, 21, 19, 17, 17, 17)
_MONO = 15
_WRITING = 17
"""The size of text that these sizes go with; another one moves them all."""


def prose_style(theme: Theme) -> ProseStyle:
    """Colours and fonts of prose."""
    grown = theme.tokens["type"]["writing"]["size"] / _WRITING
    first, second, third, fourth, fifth, sixth = (
        theme.sized("title", size * grown) for size in _HEADINGS
    )
    colours = theme.colours
    return ProseStyle(
        text=colours.text,
        text_2=colours.text_2,
        text_3=colours.text_3,
        accent=colours.accent,
        accent_text=colours.accent_text,
        lamp_soft=colours.lamp_soft,
        border=colours.border,
        code_background=colours.sunken,
        writing=theme.font("writing"),
        headings=(first, second, third, fourth, fifth, sixth),
        mono=_mono(theme, grown),
        pitch=theme.line("writing"),
    )


def _mono(theme: Theme, grown: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme.px(_MONO * grown))
    return font
