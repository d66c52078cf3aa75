"""Draws laid-out pages: the boxes, the lines beside them, the foot and the sample word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.course import watched
from app.domain.document import PaperSize
from app.export import drawings
from app.export.balance import balanced_width, by_sentence
from app.export.styles import LEFT, RIGHT, Align, Setter, apart, width_of
from app.export.tree import Furniture, Levels

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from app.course import Step
    from app.domain.document import Document
    from app.export.boxes import Bar, Box
    from app.export.lines import SetText
    from app.export.paging import Placed
    from app.export.tags import TaggedCanvas

FOOT_GAP = 24.0
FOOT_LINES = 3
ABOVE = 12.0
"""How much is seen above a place that the list of contents leads to."""
SAMPLE_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and its margins, in points."""

    width: float
    height: float

    SIDE: ClassVar[float] = 63.2
    TOP: ClassVar[float] = 54.3
    FOOT: ClassVar[float] = 68.0
    FOOT_RULE: ClassVar[float] = 52.3
    FOOT_TEXT: ClassVar[float] = 44.9

    @classmethod
    def of(cls, paper: PaperSize) -> Sheet:
        """The sheet of a paper size."""
        return cls(612, 792) if paper is PaperSize.LETTER else cls(595.276, 841.89)

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - 2 * self.SIDE

    @property
    def depth(self) -> float:
        """The height of the text."""
        return self.height - self.TOP - self.FOOT


def page_label(document: Document, number: int, count: int) -> str:
    """What is said at the foot of which page it is."""
    return document.page_label.replace("{page}", str(number)).replace("{pages}", str(count))


class Drawer:
    """Draws the pages of one document onto a canvas."""

    def __init__(
        self, canvas: TaggedCanvas, document: Document, sheet: Sheet, setter: Setter
    ) -> None:
        self._canvas = canvas
        self._document = document
        self._sheet = sheet
        self._setter = setter
        self._bookmarks = 0
        self._levels = Levels()
        self._feet: dict[float, SetText | None] = {}

    def draw(self, pages: list[list[Placed]], step: Step) -> None:
        """Draw every page."""
        for number, page in enumerate(watched(pages, step), 1):
            self._sample()
            self._page(page)
            with self._canvas.marked(Furniture.FOOT):
                self._foot(number, len(pages))
            self._canvas.showPage()

    def _page(self, page: list[Placed]) -> None:
        left, head = self._sheet.SIDE, self._sheet.height - self._sheet.TOP
        for placed in page:
            if placed.box.bookmark:
                self._bookmark(placed.box, head - placed.top)
            placed.box.draw(self._canvas, left, head - placed.top)
        for above, placed in zip([None, *page], page, strict=False):
            for bar in placed.box.bars:
                joined = above is not None and bar in above.box.bars
                top = above.bottom if above and joined else placed.top
                with self._canvas.marked(Furniture.LAYOUT):
                    self._bar(bar, left, head - top, head - placed.bottom)

    def _bar(self, bar: Bar, left: float, top: float, bottom: float) -> None:
        self._canvas.setFillColor(bar.colour)
        self._canvas.rect(left + bar.x, bottom, bar.thickness, top - bottom, stroke=0, fill=1)

    def _bookmark(self, box: Box, top: float) -> None:
        key = f"s{self._bookmarks}"
        self._bookmarks += 1
        self._canvas.bookmarkHorizontalAbsolute(key, top + ABOVE)
        level = self._levels.place(box.depth)
        self._canvas.addOutlineEntry(box.bookmark, key, level=level, closed=True)

    def _foot(self, number: int, count: int) -> None:
        sheet, setter, document = self._sheet, self._setter, self._document
        look = setter.looks.footer
        self._line(setter.inks.border, sheet.FOOT_RULE)
        label = page_label(document, number, count)
        at_right = apart(" · ".join(part for part in (document.date, label) if part))
        wide = min(width_of(setter.lettering.plain(at_right, look)), sheet.measure / 2)
        room = sheet.measure - wide - FOOT_GAP
        if room not in self._feet:
            words = by_sentence(document.footer, look, room, setter)
            narrow = balanced_width(words, look, room, setter)
            self._feet[room] = self._short(words, narrow)
        self._stand(self._feet[room], sheet.SIDE)
        self._stand(self._short(at_right, wide, RIGHT), sheet.width - sheet.SIDE - wide)

    def _stand(self, paragraph: SetText | None, x: float) -> None:
        if paragraph:
            paragraph.drawOn(self._canvas, x, self._sheet.FOOT_TEXT - paragraph.height)

    def _short(self, words: str, width: float, align: Align = LEFT) -> SetText | None:
        """A text at the foot; beyond three lines it ends in an ellipsis, for there is no room."""
        look = self._setter.looks.footer
        most = FOOT_LINES * look.leading
        paragraph = self._setter.text(words, look, width, align)
        while paragraph and paragraph.height > most and len(words) > 1:
            keep = min(len(words) - 2, int(len(words) * most / paragraph.height))
            words = words[: max(keep, 0)].rstrip() + "…"
            paragraph = self._setter.text(words, look, width, align)
        return paragraph

    def _line(self, colour: Color, y: float) -> None:
        paint = drawings.hairline(self._sheet.measure, colour, 0.5)
        paint(self._canvas, self._sheet.SIDE, y + 0.25)

    def _sample(self) -> None:
        """The sample word from corner to corner, under everything else."""
        words, sheet, setter = self._document.sample, self._sheet, self._setter
        look = setter.looks.sample
        fragments = setter.lettering.plain(" ".join(words.split()), look)
        if not fragments:
            return
        wide = width_of(fragments)
        paragraph = setter.flow(fragments, look, wide)
        scale = min(SAMPLE_SHARE * sheet.measure * 1.3 / wide, 1.6)
        with self._canvas.marked(Furniture.WATERMARK):
            self._canvas.saveState()
            self._canvas.translate(sheet.width / 2, sheet.height / 2)
            self._canvas.rotate(52)
            self._canvas.scale(scale, scale)
            if paragraph:
                paragraph.drawOn(self._canvas, -wide / 2, -look.leading / 2)
            self._canvas.restoreState()
