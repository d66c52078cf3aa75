"""Sets the sections of a document: heads, kickers, badges, measures, milestones and prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.charts.words import sentences
from app.domain.document import (
    Badge,
    ChartPart,
    Checklist,
    Columns,
    LabelledText,
    MeasureBar,
    Part,
    Prose,
    Section,
    TablePart,
)
from app.domain.prose import Run
from app.export import charts, drawings
from app.export.boxes import Bar, Box, Cell, Drawing, Mark, Row
from app.export.columns import columns
from app.export.figures import Figures
from app.export.lettering import whole
from app.export.measures import measure
from app.export.prose import Place, prose, text
from app.export.styles import RIGHT, Setter, width_of
from app.export.tables import Sheet, table
from app.export.tree import Element

if TYPE_CHECKING:
    from app.domain.document import Check
    from app.drawing.chart import Chart
    from app.export.lettering import Look
    from app.export.tree import Role

SECTION_GAP = 22.0
FIRST_GAP = 17.0
SHORT_SECTION = 250.0
"""Sections below this height are not parted by the end of a page."""
FRAME_STEP = 13.5
BADGE_PAD = 6.2
BADGE_HEIGHT = 14.5
CHART_GAP = 14.0


class Typesetter:
    """Turns the sections of a document into boxes of one width."""

    def __init__(self, setter: Setter, width: float, figures: Figures | None = None) -> None:
        self._setter = setter
        self._figures = figures or Figures()
        self._looks = setter.looks
        self._width = width

    def sections(self, sections: Iterable[Section], *, fresh_page: bool) -> Iterator[Box]:
        """The boxes of sections; with `fresh_page` they begin on a page of their own."""
        boxes = [box for section in sections for box in self._section(section)]
        if boxes:
            yield replace(boxes[0], breaks=fresh_page, before=FIRST_GAP)
            yield from boxes[1:]

    def _section(self, section: Section) -> Iterator[Box]:
        place = self._place(section)
        boxes: list[Box] = []
        if not section.kicker:
            paint = drawings.hairline(self._width, self._setter.inks.border, 0.5)
            boxes.append(
                Drawing(height=0.5, before=15, after=14.5, fades=True, keep=True, paint=paint)
            )
        head = list(self._head(section, place))
        parts = [box for part in section.parts for box in self._part(part, place)]
        if head:
            head[0] = replace(
                head[0], before=SECTION_GAP if section.kicker else 14.5, bookmark=_name(section)
            )
            head[-1] = replace(head[-1], after=7 if section.title else 6.5)
        if parts and head and not isinstance(parts[0], Drawing):
            parts[0] = replace(parts[0], before=0)
        boxes += [replace(box, keep=bool(parts) or box is not head[-1]) for box in head]
        boxes += parts
        whole = sum(box.height + box.after for box in boxes) < SHORT_SECTION
        yield from (replace(box, keep=box.keep or whole) for box in boxes[:-1])
        yield from boxes[-1:]

    def _place(self, section: Section) -> Place:
        """Where its text stands: behind a green bar if it begins with a framed text."""
        place = Place(self._width, self._looks.body, figures=self._figures).part("Sect")
        first = section.parts[0] if section.parts else None
        if isinstance(first, Prose) and first.framed:
            return _framed(place, self._setter)
        return place

    def _head(self, section: Section, place: Place) -> Iterator[Row]:
        looks = self._looks
        kicker = replace(looks.kicker, leading=11)
        # A section without a title is headed by its kicker.
        titled = self._setter.lettering.plain(section.title, looks.heading)
        role: Role = "P" if titled else "H2"
        for box in text((Run(section.kicker),), place, kicker, self._setter, role):
            yield replace(box, before=0, after=2.5)
        if section.title or section.aside or section.badge:
            yield from self._title(section, place)

    def _title(self, section: Section, place: Place) -> Iterator[Row]:
        """The title, with what stands at its right, or under it where there is no room."""
        look, lettering = self._looks.heading, self._setter.lettering
        aside = lettering.plain(section.aside, self._looks.aside)
        badge = lettering.plain(section.badge, self._looks.badge)
        wide = (width_of(aside) + 4 if aside else 0) + (width_of(badge) + 2 * BADGE_PAD)
        titles = list(text((Run(section.title),), place, look, self._setter, "H2"))
        if wide > place.width / 2 or not titles:
            yield from (replace(box, after=3) for box in titles)
            yield from text((Run(section.aside),), place, self._looks.aside, self._setter)
            yield from self._badge(section.badge, place)
            return
        room = place.width - wide - 12 if aside or badge else place.width
        title = self._setter.text(section.title, look, room)
        heading = Cell(title, 0, room, tag=Element("H2", place.within))
        beside = self._beside(section, place)
        yield replace(
            beside,
            cells=(heading, *beside.cells),
            height=max(title.height if title else 0, look.leading),
            inset=place.inset,
            bars=place.bars,
        )

    def _beside(self, section: Section, place: Place) -> Row:
        """The aside and the badge at the right, on the base line of the title."""
        looks, setter = self._looks, self._setter
        cells, mark, right = [], None, place.width
        badge = setter.lettering.plain(section.badge, looks.badge)
        if badge:
            wide = width_of(badge)
            right -= wide + 2 * BADGE_PAD
            drop = _base(looks.heading) - _base(looks.badge) + 0.6
            paragraph = setter.flow(badge, looks.badge, wide)
            cells.append(Cell(paragraph, right + BADGE_PAD, wide, drop, _paragraph(place)))
            plate = drawings.plate(wide + 2 * BADGE_PAD, BADGE_HEIGHT, setter.inks)
            mark = Mark(drawings.shifted(plate, right, drop - 1.9))
            right -= 4
        aside = setter.lettering.plain(section.aside, looks.aside)
        if aside:
            wide = width_of(aside)
            drop = _base(looks.heading) - _base(looks.aside)
            paragraph = setter.flow(aside, looks.aside, wide, RIGHT)
            cells.insert(0, Cell(paragraph, right - wide, wide, drop, _paragraph(place)))
        line = looks.heading.leading
        return Row(cells=tuple(cells), mark=mark, line=line, height=line)

    def _part(self, part: Part, place: Place) -> Iterator[Box]:
        setter = self._setter
        match part:
            case Prose():
                look = self._looks.lead if part.lead else self._looks.body
                framed = part.framed and not place.bars
                inner = _framed(place, setter) if framed else place
                yield from prose(part.blocks, replace(inner, look=look), setter)
            case Badge():
                yield from self._badge(part.text, place)
            case MeasureBar():
                yield from measure(part, place, setter)
            case Checklist(items):
                yield from self._checklist(items, place)
            case TablePart():
                for box in table(Sheet.of_part(part), place.width, setter, place.within):
                    yield replace(box, inset=place.inset, bars=place.bars)
            case LabelledText():
                line = (Run(part.label, bold=True), Run("  "), Run(part.text))
                yield from text(line, place, self._looks.item, setter)
            case ChartPart(chart):
                yield from self._chart(chart, place)
            case Columns(items):
                yield from columns(items, place, setter)

    def _badge(self, words: str, place: Place) -> Iterator[Row]:
        """A badge on a line of its own; a long one grows downwards."""
        look = self._looks.badge
        fragments = self._setter.lettering.plain(words, look)
        wide = min(width_of(fragments), place.width - 2 * BADGE_PAD)
        paragraph = self._setter.flow(fragments, look, wide)
        if not paragraph:
            return
        height = paragraph.height + BADGE_HEIGHT - look.leading
        pad = (BADGE_HEIGHT - look.leading) / 2
        plate = drawings.plate(wide + 2 * BADGE_PAD, height, self._setter.inks)
        yield Row(
            cells=(Cell(paragraph, BADGE_PAD, wide, tag=_paragraph(place)),),
            height=height,
            pad=pad,
            line=look.leading,
            mark=Mark(drawings.shifted(plate, 0, -pad)),
            inset=place.inset,
            bars=place.bars,
            before=8,
            after=9,
        )

    def _checklist(self, items: tuple[Check, ...], place: Place) -> Iterator[Row]:
        place = place.part("L")
        for number, item in enumerate(items):
            row = self._check(item, place.part("LI"))
            last = number == len(items) - 1
            yield replace(row, after=8 if last else 0, keep=number == 0 and not last)

    def _check(self, item: Check, place: Place) -> Row:
        looks, setter = self._looks, self._setter
        day = setter.lettering.plain(item.day, looks.item_soft)
        wide = min(width_of(day), place.width / 2)
        room = place.width - 18 - wide - 12
        label = Element("Lbl", place.within, checked=item.done)
        body = place.part("LBody")
        words = setter.text(item.text, looks.item, room)
        date = setter.flow(day, looks.item_soft, wide, RIGHT)
        cells = (
            Cell(words, 18, room, tag=_paragraph(body)),
            Cell(date, place.width - wide, wide, tag=_paragraph(body)),
        )
        line = looks.item.leading
        return Row(
            cells=cells,
            height=max(line, *(cell.height for cell in cells)) + 6,
            pad=3,
            line=line,
            mark=Mark(drawings.check(setter.inks, done=item.done, middle=6.2), label),
            inset=place.inset,
            bars=place.bars,
        )

    def _chart(self, chart: Chart, place: Place) -> Iterator[Box]:
        """What was seen, then the drawing; a small one stands before the words."""
        said = sentences(chart.heading, chart.under)
        line = (Run(chart.name, bold=True), Run("  "), Run(said))
        drawing = charts.drawn(chart, place.width, self._setter)
        inner = place
        if drawing and drawing.width < place.width / 2:
            inner = place.inner(drawing.width + CHART_GAP)
        rows = list(text(line, inner, self._looks.item, self._setter))
        aside = inner.inset - place.inset
        if drawing and aside and rows:
            tall = max(rows[0].height, drawing.height)
            mark = Mark(
                drawings.shifted(drawing.paint, -aside, 0),
                Element("Figure", place.within, alt=chart.description),
                (-aside, drawing.width, drawing.height),
            )
            yield replace(rows[0], height=tall, line=tall, mark=mark, before=6)
            yield from rows[1:]
        else:
            yield from (replace(box, keep=drawing is not None, after=4) for box in rows)
            if drawing:
                yield drawing.box(place, chart.description)


def _framed(place: Place, setter: Setter) -> Place:
    bar = Bar(place.inset, setter.inks.accent, 1.5)
    return replace(place.inner(FRAME_STEP), bars=(*place.bars, bar))


def _paragraph(place: Place) -> Element:
    return Element("P", place.within)


def _name(section: Section) -> str:
    """What a reader's list of contents calls a section: its words on the page, on one line."""
    return whole(section.title or section.kicker)


def _base(look: Look) -> float:
    """How far the base line of a first line is below its top, in points."""
    return look.size
