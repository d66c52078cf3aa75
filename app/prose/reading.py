"""A parsed text as it is read: paragraph by paragraph, without anything but its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.prose import (
    Block,
    CodeBlock,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Quotation,
    Rule,
)


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of each paragraph, heading, list item and row of a table, in their order.

    Cells are set apart by tabs. An image is what it is said to show.
    """
    for block in blocks:
        yield from (text for text in _words(block) if text.strip())


def _words(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line) | Heading(_, line):
            yield _line(line)
        case Quotation(blocks):
            yield from paragraphs(blocks)
        case Listing(items):
            for item in items:
                yield from paragraphs(item.blocks)
        case CodeBlock(text):
            yield text.strip("\n")
        case Grid(header, rows):
            for row in (header, *rows):
                yield "\t".join(map(_line, row))
        case Rule():
            return


def _line(line: Line) -> str:
    return "".join(run.text for run in line).strip()
