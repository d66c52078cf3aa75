"""A style of prose for tests."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor, QFont

from ui.widgets.prose_style import ProseStyle


def font(pixels: int) -> QFont:
    """A font of this size, whatever this computer has."""
    made = QFont()
    made.setFamilies(["Literata", "sans-serif"])
    made.setPixelSize(pixels)
    return made


def prose_style(pitch: int = 29) -> ProseStyle:
    """Colours that can be told apart."""
    return ProseStyle(
        text=QColor("#101010"),
        text_2=QColor("#202020"),
        text_3=QColor("#303030"),
        accent=QColor("#00ff00"),
        accent_text=QColor("#400000"),
        lamp_soft=QColor("#ffff00"),
        border=QColor("#606060"),
        code_background=QColor("#e0e0e0"),
        writing=font(17),
        headings=(font(26), font(22), font(19), font(17), font(17), font(17)),
        mono=font(14),
        pitch=pitch,
    )


def larger(style: ProseStyle) -> ProseStyle:
    """The same style for other eyes."""
    return replace(style, pitch=style.pitch * 2, writing=font(34))
