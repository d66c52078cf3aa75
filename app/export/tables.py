"""Tables: columns as wide as their words, rows under hairlines, the head again on each page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from app.domain.prose import Line, Run
from app.export.boxes import Box, Cell, Row
from app.export.styles import LEFT, RIGHT, Setter, width_of
from app.export.tree import Element, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.lib.colors import Color

    from app.domain.document import TablePart
    from app.domain.prose import Grid
    from app.export.lettering import Look

GAP = 22.0
NARROWEST = 44.0
TALLEST_HEAD = 90.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of lines, whatever it came from."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: frozenset[int] = frozenset()

    @classmethod
    def of_part(cls, part: TablePart) -> Sheet:
        """A document's table."""
        return cls(_lines(part.header), tuple(map(_lines, part.rows)), part.right)

    @classmethod
    def of_grid(cls, grid: Grid) -> Sheet:
        """A table somebody wrote."""
        return cls(grid.header, grid.rows)

    @property
    def columns(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, [self.header, *self.rows]))


def table(
    sheet: Sheet, width: float, setter: Setter, within: Element | None = None
) -> Iterator[Box]:
    """The rows of a table; of one with too many columns for the page, each row as a list."""
    count = sheet.columns
    if not count:
        return
    if count * (NARROWEST + GAP) - GAP > width:
        yield from _stacked(sheet, width, setter, within)
        return
    columns = _Columns(_widths(sheet, width, setter), sheet.right, Element("Table", within))
    head = _head(sheet.header, columns, setter)
    if head:
        yield head
    repeated = head.again() if head and head.height < TALLEST_HEAD else None
    looks = [setter.looks.item] + [setter.looks.item_soft] * (count - 1)
    for number, line in enumerate(sheet.rows):
        row = _row(line, looks, columns, setter, setter.inks.border)
        first = number == 0
        yield replace(
            row,
            before=4 if first and not head else 0,
            after=8 if number == len(sheet.rows) - 1 else 0,
            head=None if first else repeated,
        )


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the columns, which of them are set at the right, and whose they are."""

    widths: Sequence[float]
    right: frozenset[int]
    table: Element


def _head(header: tuple[Line, ...], columns: _Columns, setter: Setter) -> Row | None:
    """The names of the columns, which stay with the first row; None if there are none."""
    if not any(run.text.strip() for line in header for run in line):
        return None
    looks = [setter.looks.item_soft] * len(columns.widths)
    row = _row(header, looks, columns, setter, setter.inks.border_strong, role="TH")
    return replace(row, pad=1, height=row.height - 2 * (row.pad - 1), keep=True, before=9)


def _row(
    line: Sequence[Line],
    looks: Sequence[Look],
    columns: _Columns,
    setter: Setter,
    rule: Color,
    *,
    role: Role = "TD",
) -> Row:
    cells, x, row = [], 0.0, Element("TR", columns.table)
    for column, (look, width) in enumerate(zip(looks, columns.widths, strict=True)):
        align = RIGHT if column in columns.right else LEFT
        fragments = setter.lettering.line(line[column], look) if column < len(line) else []
        paragraph = setter.flow(fragments, look, width, align)
        cells.append(Cell(paragraph, x, width, tag=Element(role, row)))
        x += width + GAP
    height = max(looks[0].leading, *(cell.height for cell in cells))
    return Row(cells=tuple(cells), height=height + 7.5, pad=3.75, line=looks[0].leading, rule=rule)


def _widths(sheet: Sheet, width: float, setter: Setter) -> list[float]:
    """Each column as wide as it wants, if all can; the first takes what is left over."""
    look = setter.looks.item
    rows = zip_longest(sheet.header, *sheet.rows, fillvalue=())
    wanted = [
        max(NARROWEST, *(width_of(setter.lettering.line(line, look)) for line in column))
        for column in rows
    ]
    free = width - GAP * (len(wanted) - 1)
    widths = _shared(wanted, free)
    widths[0] += free - sum(widths)
    return widths


def _shared(wanted: list[float], free: float) -> list[float]:
    """What each gets: the modest all they want, the others equal shares of what is left."""
    given = [0.0] * len(wanted)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, index in enumerate(order):
        share = free / (len(order) - done)
        given[index] = min(wanted[index], share)
        free -= given[index]
    return given


def _stacked(sheet: Sheet, width: float, setter: Setter, within: Element | None) -> Iterator[Box]:
    """Every row as lines of "heading: value", under a hairline."""
    look, listing = setter.looks.item, Element("L", within)
    for line in sheet.rows or ((),):
        runs: list[Run] = []
        for name, value in zip_longest(sheet.header, line, fillvalue=()):
            runs += [replace(run, bold=True) for run in name]
            runs += [Run("  "), *value, Run("\n")]
        paragraph = setter.flow(setter.lettering.line(tuple(runs[:-1]), look), look, width)
        body = Element("LBody", Element("LI", listing))
        height = max(look.leading, paragraph.height if paragraph else 0)
        yield Row(
            cells=(Cell(paragraph, 0, width, tag=body),),
            height=height + 7.5,
            pad=3.75,
            line=look.leading,
            rule=setter.inks.border,
            after=4,
        )


def _lines(texts: Sequence[str]) -> tuple[Line, ...]:
    return tuple((Run(text),) for text in texts)
