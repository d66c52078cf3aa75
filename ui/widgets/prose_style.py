"""How somebody's text looks: colours and fonts of the editor and the reading view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont


@dataclass(frozen=True, slots=True)
class ProseStyle:
    """Colours and fonts of prose; fonts carry pixel sizes, `pitch` is the line's height in pixels.

    `headings` are the reading view's, from level 1 to 6; in the editor a heading is the writing
    font in bold, so that the lines keep their pitch.
    """

    text: QColor
    text_2: QColor
    text_3: QColor
    accent: QColor
    accent_text: QColor
    lamp_soft: QColor
    border: QColor
    code_background: QColor
    writing: QFont
    headings: tuple[QFont, QFont, QFont, QFont, QFont, QFont]
    mono: QFont
    pitch: int
