"""Markdown into the block tree, by an allow-list: what is not named here becomes plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

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
from app.prose.images import pictured
from app.prose.source import STASHED, Box, Code, Source, prepare

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

MAX_LENGTH = 2_000_000
"""Characters of one text that are parsed; a longer one is shown as it was typed."""

_BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "hr", "table")
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_ESCAPED = re.compile("\x02(\\d+)\x03")
_TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def parse(markdown_text: str) -> tuple[Block, ...]:
    """The block tree of any text.

    Line breaks stay line breaks, raw HTML is text, and only http, https and mailto links are
    links. An image is its alternative text, with a picture where it names an image of the vault.
    """
    if len(markdown_text) > MAX_LENGTH:
        return _as_typed(markdown_text)
    source = prepare(markdown_text)
    try:
        return _Reader(source).blocks(_tree(source.lines))
    except RecursionError:
        return _as_typed(markdown_text)


def _as_typed(text: str) -> tuple[Block, ...]:
    paragraphs = re.split(r"\n\s*\n", text)
    return tuple(Paragraph((Run(p.strip()),)) for p in paragraphs if p.strip())


def _tree(lines: list[str]) -> Element:
    markdown = _markdown()
    root = cast("Element", markdown.parser.parseDocument(lines).getroot())
    for name in ("inline", "unescape"):
        markdown.treeprocessors[name].run(root)
    return root


def _markdown() -> Markdown:
    """A parser without raw HTML, and without what has no mark of its own in the editor."""
    from markdown import Markdown  # noqa: PLC0415 - heavy, needed by a reading view only
    from markdown.inlinepatterns import SimpleTagInlineProcessor  # noqa: PLC0415 - as above

    markdown = Markdown(extensions=["tables", "sane_lists"])
    for inline in ("html", "entity", "automail"):
        markdown.inlinePatterns.deregister(inline)
    for block in ("code", "setextheader"):
        markdown.parser.blockprocessors.deregister(block)
    strike = SimpleTagInlineProcessor(r"(~~)(?=\S)([^~\n]+?)(?<=\S)~~", "del")
    markdown.inlinePatterns.register(strike, "strike", 70)
    return markdown


class _Reader:
    """Elements into blocks and runs."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def blocks(self, element: Element) -> tuple[Block, ...]:
        """The blocks in an element; stray inline content between them becomes paragraphs."""
        found: list[Block] = []
        loose: list[Run] = list(self._text(element.text, Run("")))
        for child in element:
            if child.tag in _BLOCKS:
                found += self._paragraphs(loose)
                loose = []
                found += self._block(child)
            else:
                loose += self._inline(child, Run(""))
            loose += self._text(child.tail, Run(""))
        return (*found, *self._paragraphs(loose))

    def _block(self, element: Element) -> Iterator[Block]:
        if element.tag == "p":
            yield from self.blocks(element)
        elif element.tag == "blockquote":
            yield Quotation(self.blocks(element))
        elif element.tag == "hr":
            yield Rule()
        elif element.tag == "table":
            yield self._grid(element)
        elif element.tag in ("ul", "ol"):
            yield self._listing(element)
        else:
            yield Heading(int(element.tag[1]), self._line(element))

    def _paragraphs(self, runs: list[Run]) -> Iterator[Block]:
        whole = "".join(run.text for run in runs).strip()
        lone = STASHED.fullmatch(whole)
        code = self._source.stash[int(lone[1])] if lone else None
        line = self._flowing(runs)
        if isinstance(code, Code):
            yield CodeBlock(code.text)
        elif line:
            yield Paragraph(line)

    def _listing(self, element: Element) -> Listing:
        items = tuple(_as_task(self.blocks(item), self._task_line(item)) for item in element)
        start = element.get("start", "1")
        return Listing(items, ordered=element.tag == "ol", start=int(start))

    def _task_line(self, item: Element) -> int:
        """The source line of the box an item begins with; -1 where it begins with none."""
        text = item.text or ""
        if not text.strip() and len(item) and item[0].tag == "p":
            text = item[0].text or ""
        thing: str | Code | Box | None = text
        while isinstance(thing, str):
            found = STASHED.match(thing.lstrip())
            thing = self._source.stash[int(found[1])] if found else None
        return thing.line if isinstance(thing, Box) else -1

    def _grid(self, element: Element) -> Grid:
        rows = [tuple(self._line(cell) for cell in row) for row in element.iter("tr")]
        return Grid(rows[0], tuple(row for row in rows[1:] if any(row)))

    def _line(self, element: Element) -> Line:
        runs = list(self._text(element.text, Run("")))
        for child in element:
            runs += self._inline(child, Run(""))
            runs += self._text(child.tail, Run(""))
        return self._flowing(runs)

    def _inline(self, element: Element, look: Run) -> Iterator[Run]:
        if element.tag == "br":
            yield replace(look, text="\n")
        elif element.tag == "img":
            yield from self._image(element, look)
        else:
            look = _looking(element, look)
            yield from self._text(element.text, look)
            for child in element:
                yield from self._inline(child, look)
                yield from self._text(child.tail, look)

    def _image(self, element: Element, look: Run) -> Iterator[Run]:
        alt = _unescaped(element.get("alt", ""))
        picture = pictured(_unescaped(element.get("src", "")))
        if picture:
            yield replace(look, text=alt, picture=picture)
        else:
            yield from self._text(alt, look)

    def _text(self, text: str | None, look: Run) -> Iterator[Run]:
        if text:
            yield replace(look, text=text)

    def _flowing(self, runs: list[Run]) -> Line:
        """Runs with their put-by text restored, joined where they look alike, and trimmed."""
        joined: list[Run] = []
        for run in runs:
            text = self._source.restored(run.text)
            alike = joined and replace(joined[-1], text="") == replace(run, text="")
            if alike and not run.picture:
                joined[-1] = replace(run, text=joined[-1].text + text)
            else:
                joined.append(replace(run, text=text))
        return trimmed([replace(run, text=_BREAK.sub("\n", run.text)) for run in joined])


def _looking(element: Element, look: Run) -> Run:
    if element.tag == "strong":
        return replace(look, bold=True)
    if element.tag == "em":
        return replace(look, italic=True)
    if element.tag == "del":
        return replace(look, strike=True)
    if element.tag == "code":
        return replace(look, code=True)
    address = _unescaped(element.get("href", ""))
    return replace(look, link=address) if _ADDRESS.fullmatch(address) else look


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


def trimmed(runs: list[Run]) -> Line:
    """A line of these runs without blanks at its ends; they are taken out of the list, too."""
    while runs and _blank(runs[0]):
        runs.pop(0)
    while runs and _blank(runs[-1]):
        runs.pop()
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


def _blank(run: Run) -> bool:
    return not (run.text.strip() or run.picture)


def _as_task(blocks: tuple[Block, ...], source_line: int) -> ListItem:
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.line[0].code or first.line[0].picture:
        return ListItem(blocks)
    box = _TASK.match(first.line[0].text)
    if box is None:
        return ListItem(blocks)
    rest = trimmed([replace(first.line[0], text=first.line[0].text[box.end() :]), *first.line[1:]])
    blocks = (Paragraph(rest), *blocks[1:]) if rest else blocks[1:]
    return ListItem(blocks, box[1] != " ", source_line)
