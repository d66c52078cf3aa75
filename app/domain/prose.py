"""The block tree of a text: all that may be shown, printed or shared of somebody's Markdown.

Whatever is not in this tree (raw HTML, scripts, remote images, styles) cannot reach a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look; `link` is an http, https or mailto address or empty.

    `picture` is the id of an image in the vault that stands here, and `text` says what it shows.
    Whoever cannot or must not show it has the text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: str = ""
    picture: str = ""


Line: TypeAlias = tuple[Run, ...]
"""Runs that flow together; a hard line break is a newline inside a run's text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `checked` is None unless it is a task.

    `source_line` is the line of the Markdown that its box stands in, from 0; -1 where none does.
    """

    blocks: tuple[Block, ...]
    checked: bool | None = None
    source_line: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered from `start` where it is ordered."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Preformatted text."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: one header row and its body rows, all of one width."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Block: TypeAlias = Paragraph | Heading | Quotation | Listing | CodeBlock | Rule | Grid
