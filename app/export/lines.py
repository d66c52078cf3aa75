"""Paragraphs of any script, set line by line.

reportlab breaks lines at spaces and draws words from left to right, which is all that Latin,
Greek and Cyrillic need. Here lines end where Unicode lets them, each is put into the order in
which its scripts run, and Arabic letters are joined.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.platypus import Paragraph

from app.export.lettering import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject
    from reportlab.platypus.paraparser import ParaFrag

    from app.export.spread import Line, Spread, Stretch

SetText: TypeAlias = "Paragraph | Lines"

THICKNESS = 0.032
"""How wide an edge makes a sign bold, in parts of the size."""
_SLACK = 1e-6
_NEEDS_MORE = re.compile(
    "[\u00ad\u0590-\u08ff\u1100-\u11ff\u200b-\u200f\u2060\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufb1d-\ufdff\ufe10-\ufe1f\ufe30-\ufe4f\ufe70-\ufeff\uff00-\uffef"
    "\U0001e800-\U0001efff\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)


def needs_lines(fragments: Sequence[ParaFrag]) -> bool:
    """Whether some of the fragments cannot be set by reportlab."""
    return any(not each.text.isascii() and _NEEDS_MORE.search(each.text) for each in fragments)


class Lines:
    """A paragraph that is wrapped, split and drawn as reportlab's are."""

    def __init__(
        self, text: Spread, style: ParagraphStyle, lines: Sequence[Line] = (), width: float = -1.0
    ) -> None:
        self._text = text
        self._style = style
        self._lines = lines
        self.width = width

    @property
    def height(self) -> float:
        """How high its lines are."""
        height: float = len(self._lines) * self._style.leading
        return height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break it into lines for a width, unless it is already."""
        if width != self.width:
            self.width = width
            self._lines = list(self._text.lines(width))
        return width, self.height

    def split(self, width: float, height: float) -> list[Lines]:
        """What fits into a height and the rest; nothing if a line would be left alone."""
        self.wrap(width, height)
        count, fit = len(self._lines), int((height + _SLACK) / self._style.leading)
        if count <= fit:
            return [self]
        if count == fit + 1:
            fit -= 1
        if fit < 2:  # noqa: PLR2004 - a line and its company
            return []
        parts = (self._lines[:fit], self._lines[fit:])
        return [Lines(self._text, self._style, part, self.width) for part in parts]

    def drawOn(self, canvas: Canvas, x: float, y: float) -> None:  # noqa: N802 - as reportlab's
        """Draw it with its lower left corner at this place."""
        base = y + self.height - self._style.fontSize
        text = canvas.beginText(x, base)
        for line in self._lines:
            left = x + self._indent(line)
            for _, stretches in groupby(self._text.stretches(line), attrgetter("fragment.link")):
                _draw(canvas, text, list(stretches), (left, base))
            if self._text.ends_word(line) and not self._text.leftwards:
                # Who reads the lines one after the other needs what is between their words. Not
                # every font has it, but the one of the paragraph.
                text.setFont(self._style.fontName, self._style.fontSize)
                text._textOut(" ")  # type: ignore[attr-defined]  # noqa: SLF001 - see below
            base -= self._style.leading
        canvas.drawText(text)

    def _indent(self, line: Line) -> float:
        """How far a line begins from the left; a text from right to left begins at the right."""
        align = self._style.alignment
        if align == TA_LEFT and not self._text.leftwards:
            return 0.0
        free = self.width - self._text.width(line)
        return free / 2 if align == TA_CENTER else free


def _draw(
    canvas: Canvas, text: PDFTextObject, stretches: list[Stretch], place: tuple[float, float]
) -> None:
    """Draw stretches side by side which share a link, or have none."""
    left, base = place
    record = getattr(text, "_linkRecord", None)
    links = stretches[0].fragment.link
    fragment: ParaFrag | None = None
    for number, stretch in enumerate(stretches):
        if stretch.fragment is not fragment:
            fragment = stretch.fragment
            text.setFont(fragment.fontName, fragment.fontSize)
            text.setFillColor(fragment.textColor)
        _put(text, stretch, (left + stretch.x, base))
        _underline(canvas, stretch, (left + stretch.x, base))
        # A text that wants to know is told, as reportlab does, where a link begins and ends.
        if record and links and not number:
            record(links[0], "start")
    for link in links:
        if record:
            record(link, "end")
        size = stretches[0].fragment.fontSize
        begin = left + min(each.x for each in stretches)
        end = left + max(each.x + each.width for each in stretches)
        rectangle = (begin, base - 0.25 * size, end, base + 0.95 * size)
        canvas.linkURL(link[1], rectangle, relative=1, kind="URI")


def _put(text: PDFTextObject, stretch: Stretch, place: tuple[float, float]) -> None:
    """Put out signs; those that have to be bolder than their font get an edge."""
    fragment = stretch.fragment
    thick = getattr(fragment, "thickened", False)
    text.setTextOrigin(place[0], place[1] + stretch.rise)
    if thick:
        text.setStrokeColor(fragment.textColor)
        text.setTextRenderMode(2)
        text._code.append(f"{THICKNESS * fragment.fontSize:.3f} w")  # type: ignore[attr-defined]  # noqa: SLF001 - not offered
    text._textOut(stretch.signs)  # type: ignore[attr-defined]  # noqa: SLF001 - as reportlab's paragraphs
    if thick:
        text.setTextRenderMode(0)


def _underline(canvas: Canvas, stretch: Stretch, place: tuple[float, float]) -> None:
    """Draw the lines under signs and through them."""
    (x, base), size = place, stretch.fragment.fontSize
    for rule in stretch.fragment.us_lines if stretch.width else ():
        thickness, height = RULES[rule[1]]
        canvas.setStrokeColor(rule[2])
        canvas.setLineWidth(thickness * size)
        canvas.line(x, base + height * size, x + stretch.width, base + height * size)
