"""What the theme hands to Qt: tokens, fonts, palette and the one application stylesheet."""

import json
from importlib import resources
from string import Template
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFontDatabase, QPalette

if TYPE_CHECKING:
    from ui.colours import Colours
    from ui.theme import Theme

_GROUP = QPalette.ColorGroup
_ROLE = QPalette.ColorRole


def read_tokens() -> dict[str, Any]:
    """Read the design tokens that ship with Greenroom."""
    path = resources.files("resources") / "themes" / "tokens.json"
    tokens: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return tokens


def load_fonts() -> None:
    """Make the bundled fonts known to Qt (0.5 ms a file)."""
    for file in (resources.files("resources") / "fonts").iterdir():
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))


def palette(colours: "Colours") -> QPalette:
    """Return the palette for what Qt paints itself, every group filled."""
    result = QPalette()
    for group in (_GROUP.Active, _GROUP.Inactive, _GROUP.Disabled):
        off = group is _GROUP.Disabled
        for role, colour in _roles(colours, off=off).items():
            result.setColor(group, role, colour)
    return result


def _roles(colours: "Colours", *, off: bool) -> dict[QPalette.ColorRole, QColor]:
    text = colours.text_disabled if off else colours.text
    return {
        _ROLE.Window: colours.surface,
        _ROLE.WindowText: text,
        _ROLE.Base: colours.sunken if off else colours.raised,
        _ROLE.AlternateBase: colours.pane,
        _ROLE.ToolTipBase: colours.tooltip,
        _ROLE.ToolTipText: colours.tooltip_text,
        _ROLE.PlaceholderText: colours.text_disabled if off else colours.text_3,
        _ROLE.Text: text,
        _ROLE.Button: colours.raised,
        _ROLE.ButtonText: text,
        _ROLE.BrightText: colours.on_accent,
        _ROLE.Light: colours.raised,
        _ROLE.Midlight: colours.sunken,
        _ROLE.Mid: colours.border,
        _ROLE.Dark: colours.border_strong,
        _ROLE.Shadow: colours.border_control,
        _ROLE.Highlight: colours.accent,
        _ROLE.HighlightedText: colours.on_accent,
        _ROLE.Link: colours.accent_text,
        _ROLE.LinkVisited: colours.accent_text,
        _ROLE.Accent: colours.accent,
    }


def stylesheet(theme: "Theme") -> str:
    """Fill the stylesheet's template with the tokens of a theme."""
    source = resources.files("resources") / "themes" / "app.qss"
    values = {name: _code(colour) for name, colour in theme.colours.by_name().items()}
    values |= {f"r_{name}": f"{size}px" for name, size in theme.tokens["radius"].items()}
    values["bar"] = "14px" if theme.high_contrast else "10px"
    return Template(source.read_text("utf-8")).substitute(values)


def _code(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
