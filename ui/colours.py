"""The colours of one scheme, one attribute for each token."""

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Colours:
    """Every colour a painter may use; a dash in a token's name is an underscore here."""

    room: QColor
    room_floor: QColor
    room_hi: QColor
    room_text: QColor
    room_muted: QColor
    rail: QColor
    pane: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    selected: QColor
    rail_hover: QColor
    rail_selected: QColor
    border: QColor
    border_strong: QColor
    border_control: QColor
    text: QColor
    text_2: QColor
    text_3: QColor
    text_disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    accent_soft: QColor
    accent_text: QColor
    on_accent: QColor
    lamp: QColor
    lamp_edge: QColor
    lamp_soft: QColor
    lamp_text: QColor
    curtain: QColor
    curtain_hover: QColor
    curtain_pressed: QColor
    curtain_soft: QColor
    curtain_text: QColor
    on_curtain: QColor
    danger: QColor
    danger_hover: QColor
    danger_pressed: QColor
    on_danger: QColor
    danger_soft: QColor
    danger_text: QColor
    focus: QColor
    scrim: QColor
    tooltip: QColor
    tooltip_text: QColor
    chart_then: QColor
    chart_now: QColor
    chart_grid: QColor
    chart_line: QColor
    chart_marker: QColor
    heat_0: QColor
    heat_1: QColor
    heat_2: QColor
    heat_3: QColor
    heat_4: QColor
    mix_job: QColor
    mix_others: QColor
    mix_formal: QColor

    @classmethod
    def from_tokens(cls, tokens: "Mapping[str, str]") -> "Colours":
        """Read the tokens of one scheme (`#RRGGBB`, or `#RRGGBBAA` with its opacity)."""
        return cls(**{name.replace("-", "_"): _colour(code) for name, code in tokens.items()})

    def named(self, token: str) -> QColor:
        """Return the colour called `token` (dashes or underscores)."""
        colour: QColor = getattr(self, token.replace("-", "_"))
        return colour

    def by_name(self) -> dict[str, QColor]:
        """Return every colour under its attribute's name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def with_contrast(self) -> "Colours":
        """Return the same colours with stronger borders and captions, and no soft fills."""
        return replace(
            self,
            border=self.border_control,
            border_strong=self.border_control,
            text_2=self.text,
            text_3=self.text,
            accent_soft=self.surface,
            lamp_soft=self.surface,
            curtain_soft=self.surface,
            danger_soft=self.surface,
        )


def _colour(code: str) -> QColor:
    colour = QColor(code[:7])
    if len(code) == len("#RRGGBBAA"):
        colour.setAlpha(int(code[7:], 16))
    return colour
