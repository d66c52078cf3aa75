"""The looks of a document, in points, after the printed pages this design was drawn with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from app.export.fonts import Fonts
from app.export.inks import Inks
from app.export.lettering import Lettering, Look
from app.export.lines import Lines, SetText, needs_lines
from app.export.spread import Spread

if TYPE_CHECKING:
    from reportlab.platypus.paraparser import ParaFrag

Align: TypeAlias = Literal[0, 1, 2]
LEFT: Align = TA_LEFT
CENTRE: Align = TA_CENTER
RIGHT: Align = TA_RIGHT
UNLIMITED = 1e7


@dataclass(frozen=True, slots=True)
class Looks:
    """Every look a page uses."""

    overline: Look
    title: Look
    fact_label: Look
    fact: Look
    kicker: Look
    heading: Look
    subheading: Look
    aside: Look
    badge: Look
    body: Look
    body_soft: Look
    lead: Look
    item: Look
    item_soft: Look
    item_strong: Look
    code: Look
    axis: Look
    imprint: Look
    footer: Look
    sample: Look

    @classmethod
    def of(cls, fonts: Fonts, inks: Inks) -> Looks:
        """The looks in these fonts and colours."""
        plain, medium, strong = fonts.plain, fonts.plain_medium, fonts.plain_strong
        return cls(
            overline=Look(plain, 9, 13, inks.text_2),
            title=Look(fonts.writing_medium, 23.5, 30, inks.text),
            fact_label=Look(plain, 9, 13.5, inks.text_2),
            fact=Look(strong, 9, 13, inks.text),
            kicker=Look(strong, 9, 13, inks.accent),
            heading=Look(fonts.writing_strong, 13, 17, inks.text),
            subheading=Look(strong, 9.5, 14, inks.text),
            aside=Look(plain, 9, 13, inks.text_2),
            badge=Look(medium, 8.25, 11, inks.text_2),
            body=Look(fonts.writing, 10.4, 15.8, inks.text),
            body_soft=Look(fonts.writing, 10.4, 15.8, inks.text_2),
            lead=Look(fonts.writing, 12.1, 19.5, inks.text),
            item=Look(plain, 9.4, 13.5, inks.text),
            item_soft=Look(plain, 9.4, 13.5, inks.text_2),
            item_strong=Look(strong, 9.4, 13.5, inks.text),
            code=Look(plain, 9, 13, inks.text),
            axis=Look(plain, 8, 11, inks.text_3),
            imprint=Look(plain, 9, 13, inks.text_2),
            footer=Look(plain, 8, 11, inks.text_2),
            sample=Look(strong, 96, 120, inks.sunken),
        )


class Setter:
    """Sets text for one document: its looks, its inks and the paragraphs made of them."""

    def __init__(self) -> None:
        fonts = Fonts.load()
        self.inks = Inks.load()
        self.looks = Looks.of(fonts, self.inks)
        self.lettering = Lettering(fonts)
        self._styles: dict[tuple[Look, Align], ParagraphStyle] = {}

    def text(self, text: str, look: Look, width: float, align: Align = LEFT) -> SetText | None:
        """A wrapped paragraph of a text; None where there is nothing to see."""
        return self.flow(self.lettering.plain(text, look), look, width, align)

    def flow(
        self, fragments: list[ParaFrag], look: Look, width: float, align: Align = LEFT
    ) -> SetText | None:
        """A wrapped paragraph of fragments; None if there are none."""
        if not fragments:
            return None
        style = self._style(look, align)
        paragraph: SetText
        if needs_lines(fragments):
            paragraph = Lines(Spread(fragments), style)
        else:
            paragraph = Paragraph("", style, frags=fragments)
        paragraph.wrap(width, UNLIMITED)
        return paragraph

    def _style(self, look: Look, align: Align) -> ParagraphStyle:
        style = self._styles.get((look, align))
        if style is None:
            style = self._styles[look, align] = ParagraphStyle(
                "",
                fontName=look.family.regular.name,
                fontSize=look.size,
                leading=look.leading,
                textColor=look.colour,
                alignment=align,
                allowWidows=0,
                allowOrphans=0,
                splitLongWords=1,
            )
        return style


def apart(words: str) -> str:
    """Words with more space around the dots between them; plain spaces would fall together."""
    return words.replace(" · ", " \N{NO-BREAK SPACE}·\N{NO-BREAK SPACE} ")


def width_of(fragments: list[ParaFrag]) -> float:
    """How wide fragments are on one line, in points, with a hair to spare."""
    if needs_lines(fragments):
        spread = Spread(fragments)
        return max(map(spread.width, spread.lines(UNLIMITED)), default=0.0) + 0.05
    widest = line = 0.0
    for fragment in fragments:
        if hasattr(fragment, "lineBreak"):
            line = 0.0
        line += stringWidth(fragment.text, fragment.fontName, fragment.fontSize)
        widest = max(widest, line)
    return widest + 0.05
