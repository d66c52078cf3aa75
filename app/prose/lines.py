"""The lines of a text in blocks: to read them, and to put others in their places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.domain.prose import (
    Block,
    CodeBlock,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Quotation,
    Run,
)
from app.prose.images import worded

HIDDEN: Final = "hidden"
"""Stands for the id of an image that stays."""


def lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """Every line of text in blocks, in order; code is a line, too."""
    for block in blocks:
        match block:
            case Paragraph(line) | Heading(line=line):
                yield line
            case Quotation(inner):
                yield from lines(inner)
            case Listing(items):
                for item in items:
                    yield from lines(item.blocks)
            case CodeBlock(text):
                yield (Run(text),)
            case Grid(header, rows):
                yield from header
                for row in rows:
                    yield from row
            case _:
                pass


def rebuilt(blocks: Sequence[Block], others: Iterator[Line]) -> Iterator[Block]:
    """The blocks with other lines in the order of `lines`; what is left empty goes."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                if says_anything(line := next(others)):
                    yield replace(block, line=line)
            case Quotation(inner):
                if found := tuple(rebuilt(inner, others)):
                    yield Quotation(found)
            case Listing():
                yield from _listed(block, others)
            case CodeBlock():
                if says_anything(line := next(others)):
                    yield CodeBlock("".join(run.text for run in line))
            case Grid(header, rows):
                head = tuple(next(others) for _ in header)
                yield Grid(head, tuple(tuple(next(others) for _ in row) for row in rows))
            case _:
                yield block


def hiding(blocks: tuple[Block, ...], shown: Collection[str] = ()) -> tuple[Block, ...]:
    """The blocks with none but these images told apart; of the others only their places stay."""

    def hidden(run: Run) -> Run:
        return replace(run, picture=HIDDEN) if run.picture and run.picture not in shown else run

    return _with_each(blocks, hidden)


def with_images(
    blocks: tuple[Block, ...], shown: Collection[str], unnamed: str
) -> tuple[Block, ...]:
    """The blocks with these images; of any other its words stand in brackets.

    One of which nothing is said is then called as `unnamed` says.
    """

    def told(run: Run) -> Run:
        if not run.picture or run.picture in shown:
            return run
        return worded(run if run.text.strip() else replace(run, text=unnamed))

    return _with_each(blocks, told)


def says_anything(line: Sequence[Run]) -> bool:
    """Whether there is a word or an image in a line."""
    return any(run.text.strip() or run.picture for run in line)


def _with_each(blocks: tuple[Block, ...], change: Callable[[Run], Run]) -> tuple[Block, ...]:
    if not any(run.picture for line in lines(blocks) for run in line):
        return blocks
    return tuple(rebuilt(blocks, (tuple(map(change, line)) for line in lines(blocks))))


def _listed(listing: Listing, others: Iterator[Line]) -> Iterator[Listing]:
    """A list without the items that are left empty; one that said nothing before stays."""
    items = [(each, tuple(rebuilt(each.blocks, others))) for each in listing.items]
    kept = [replace(each, blocks=new) for each, new in items if new or not each.blocks]
    if kept:
        yield replace(listing, items=tuple(kept))
