"""The block tree as HTML for the reading view: our own few tags around escaped text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from app.domain.prose import (
    Block,
    CodeBlock,
    Grid,
    Heading,
    Line,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Rule,
    Run,
)

OPEN_BOX = "☐"
CHECKED_BOX = "☑"
TASK_ADDRESS = "task:"
"""Begins the address of a task's box, before its line; no link of somebody's text begins so."""


def to_html(blocks: Iterable[Block]) -> str:
    """HTML of the blocks; user text stands in it only escaped, as text or as a link's address."""
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(line):
            html = f"<p>{_line(line)}</p>"
        case Heading(level, line):
            html = f"<h{level}>{_line(line)}</h{level}>"
        case Quotation(blocks):
            html = f"<blockquote>{to_html(blocks)}</blockquote>"
        case Listing():
            html = _listing(block)
        case CodeBlock(text):
            html = f"<pre>{escape(text)}</pre>"
        case Grid():
            html = _grid(block)
        case Rule():
            html = "<hr>"
    return html


def _listing(listing: Listing) -> str:
    if listing.ordered:
        items = "".join(map(_item, listing.items))
        return f'<ol start="{listing.start}">{items}</ol>'
    parts = groupby(listing.items, key=lambda item: item.checked is not None)
    return "".join(
        f'<ul class="{"tasks" if tasks else "items"}">{"".join(map(_item, items))}</ul>'
        for tasks, items in parts
    )


def _item(item: ListItem) -> str:
    """An item; its first paragraph stands in it bare, as Qt sets a paragraph further down."""
    box = _box(item)
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, Paragraph):
        return f"<li>{box}{_line(first.line)}{to_html(item.blocks[1:])}</li>"
    return f"<li>{box}{to_html(item.blocks)}</li>"


def _box(item: ListItem) -> str:
    if item.checked is None:
        return ""
    sign = CHECKED_BOX if item.checked else OPEN_BOX
    if item.source_line >= 0:
        sign = f'<a class="task" href="{TASK_ADDRESS}{item.source_line}">{sign}</a>'
    return f"{sign}\u00a0"


def _grid(grid: Grid) -> str:
    header = "".join(f"<th>{_line(cell)}</th>" for cell in grid.header)
    rows = ("".join(f"<td>{_line(cell)}</td>" for cell in row) for row in grid.rows)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><tr>{header}</tr>{body}</table>"


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    if run.picture:
        return _picture(run)
    html = escape(run.text).replace("\n", "<br>")
    for wanted, tag in (
        (run.code, "code"),
        (run.strike, "s"),
        (run.italic, "em"),
        (run.bold, "strong"),
    ):
        if wanted:
            html = f"<{tag}>{html}</{tag}>"
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html


def _picture(run: Run) -> str:
    """An image as something to choose: it opens large, or where the text links to from it."""
    address = f"image:{escape(run.picture)}"
    alt = escape(" ".join(run.text.split()))
    return f'<a href="{escape(run.link) or address}"><img src="{address}" alt="{alt}"></a>'
