"""The colours of a printed page: the light scheme of the theme."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from importlib import resources

from reportlab.lib.colors import Color, HexColor

from app.drawing.shapes import Colour


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours by the names they have in `tokens.json`, with underscores for hyphens."""

    text: Color
    text_2: Color
    text_3: Color
    accent: Color
    on_accent: Color
    raised: Color
    sunken: Color
    border: Color
    border_strong: Color
    border_control: Color
    surface: Color
    lamp: Color
    lamp_edge: Color
    chart_then: Color
    chart_now: Color
    chart_grid: Color
    chart_line: Color
    chart_marker: Color
    heat_0: Color
    heat_1: Color
    heat_2: Color
    heat_3: Color
    heat_4: Color
    mix_job: Color
    mix_others: Color
    mix_formal: Color

    @classmethod
    def load(cls) -> Inks:
        """Read them from the theme that ships with Greenroom."""
        file = resources.files("resources") / "themes" / "tokens.json"
        light = json.loads(file.read_text("utf-8"))["color"]["light"]
        names = [field.name for field in fields(cls)]
        return cls(**{name: HexColor(light[name.replace("_", "-")]) for name in names})

    def named(self, colour: Colour) -> Color:
        """The ink of a colour in a chart; it stands on white."""
        name = "raised" if colour == "ground" else colour.replace("-", "_")
        ink: Color = getattr(self, name)
        return ink
