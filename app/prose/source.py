"""Markdown made ready for python-markdown: bounded, and with the habits of other journals met.

python-markdown wants four spaces below an item and a blank line above a list, knows fences at the
left edge only, and slows down quadratically on unclosed brackets. The lines are rewritten here so
that lists nest as they look, code stands anywhere, and no text costs more than its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

MAX_DEPTH = 8
"""Quotes in quotes and lists in lists; what lies deeper is shown as it was typed."""

MAX_MARKS = 400
"""Emphasis, code and bracket marks in one paragraph or item; more are shown as they were typed."""

MAX_BRACKETS = 100
"""Opening brackets in one paragraph or item: each may be searched to the paragraph's end."""

BRACKET_BUDGET = 100_000
"""The sum of squares of the brackets in all paragraphs, after which they are shown as typed."""

_FENCE = re.compile(r" *+(`{3,20}|~{3,20}) *+([\w+#.-]*+) *+$")
_ITEM = re.compile(r"( *)([-+*]|\d{1,9}[.)])(?: +(.*)|)$")
_QUOTE = re.compile(r" {0,3}>")
_CONTAINERS = re.compile(r"(?:(?:>|[-+*](?= )|\d{1,9}[.)](?= )) *)+")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_TABLE_ROW = re.compile(r" *\|")
_MARKS = re.compile(r"[*_`\[\\]")
_BOXED = re.compile(r"((?:(?:[-+*]|\d{1,9}[.)]) +)*)(\[[ xX]\])(?=\s|$)")
"""The box of a task and what stands before it, in what an item says."""
STASHED = re.compile("\x02=(\\d+)=\x03")
"""Where something taken out of the text stood; it cannot be typed, as the two signs are removed."""


@dataclass(frozen=True, slots=True)
class Code:
    """The inside of a fence."""

    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """The box of a task, which no link may take its brackets from, and its line in the source."""

    text: str
    line: int


class _OpenItem(NamedTuple):
    """A list item whose lines may go on."""

    indent: int
    ordered: bool


@dataclass
class Source:
    """The rewritten lines, and what was taken out of them to be put back after parsing."""

    lines: list[str] = field(default_factory=list)
    stash: list[str | Code | Box] = field(default_factory=list)
    brackets: int = 0

    def put_by(self, thing: str | Code | Box) -> str:
        """Keep something from being parsed; returns the mark that stands for it."""
        self.stash.append(thing)
        return f"\x02={len(self.stash) - 1}=\x03"

    def restored(self, text: str) -> str:
        """A text with what was put by back in its place."""

        def original(match: re.Match[str]) -> str:
            thing = self.stash[int(match[1])]
            return self.restored(thing) if isinstance(thing, str) else thing.text

        return STASHED.sub(original, text)


def prepare(text: str) -> Source:
    """Markdown as python-markdown reads it best, of any text at all."""
    clean = text.replace("\x02", "").replace("\x03", "")
    clean = clean.replace("\r\n", "\n").replace("\r", "\n")
    source = Source()
    source.lines = _Rewriter(source, depth=0, first=0).rewrite(clean.split("\n"))
    return source


class _Rewriter:
    """One level of quotation: its lines, and the list items that are open in it."""

    def __init__(self, source: Source, *, depth: int, first: int) -> None:
        self._source = source
        self._depth = depth
        self._first = first
        self._open: list[_OpenItem] = []
        self._out: list[str] = []

    def rewrite(self, lines: list[str]) -> list[str]:
        index = 0
        while index < len(lines):
            line = lines[index].expandtabs(4)
            if _FENCE.match(line):
                index = self._fence(lines, index)
            elif _QUOTE.match(line) and not self._too_deep(line):
                index = self._quotation(lines, index)
            else:
                self._line(line, index)
                index += 1
        return _bounded(self._out, self._source)

    def _too_deep(self, line: str) -> bool:
        containers = _CONTAINERS.match(line.lstrip())
        marks = containers[0].split(" ") if containers else []
        return self._depth + sum(map(_weight, marks)) > MAX_DEPTH

    def _fence(self, lines: list[str], index: int) -> int:
        opening = _FENCE.match(lines[index].expandtabs(4))
        width = _indent(lines[index].expandtabs(4))
        mark = opening[1] if opening else "```"
        closing = re.compile(rf" *{re.escape(mark[0])}{{{len(mark)},}} *$")
        end = index + 1
        while end < len(lines) and not closing.match(lines[end]):
            end += 1
        inside = (re.sub(rf"^ {{0,{width}}}", "", line) for line in lines[index + 1 : end])
        self._close_above(width)
        self._out += ["", self._margin() + self._source.put_by(Code("\n".join(inside))), ""]
        return end + 1

    def _quotation(self, lines: list[str], index: int) -> int:
        end = index
        inside = []
        while end < len(lines) and _QUOTE.match(lines[end]) and not self._too_deep(lines[end]):
            inside.append(re.sub(r"^ {0,3}> ?", "", lines[end]))
            end += 1
        self._open.clear()
        quoted = _Rewriter(self._source, depth=self._depth + 1, first=self._first + index)
        self._out += ["", *(f"> {line}" for line in quoted.rewrite(inside))]
        return end

    def _line(self, line: str, index: int) -> None:
        item = _ITEM.match(line)
        if not line.strip():
            self._out.append("")
        elif self._too_deep(line):
            self._out.append(self._margin() + self._source.put_by(line.strip()))
        elif item and not _RULE.match(line):
            self._item(len(item[1]), item[2], item[3] or "", index)
        else:
            self._running(line)

    def _item(self, width: int, mark: str, rest: str, index: int) -> None:
        if not self._open and self._in_paragraph():
            if not rest or (mark[0].isdigit() and mark[:-1] != "1"):
                self._running(f"{mark} {rest}".rstrip())
                return
            self._out.append("")
        ordered = mark[0].isdigit()
        sibling = self._close_above(width)
        if sibling and sibling.ordered != ordered:
            self._out.append("")
        margin = self._margin()
        self._open = [*self._open[: MAX_DEPTH - 1], _OpenItem(width, ordered)]
        box = _BOXED.match(rest)
        if box:
            put_by = self._source.put_by(Box(box[2], self._first + index))
            rest = f"{box[1]}{put_by}{rest[box.end() :]}"
        self._out.append(f"{margin}{mark.replace(')', '.')} {rest}")

    def _running(self, line: str) -> None:
        after_blank = not self._in_paragraph()
        heading = bool(_HEADING.match(line))
        if after_blank or heading or _RULE.match(line):
            self._close_above(_indent(line))
        if heading and not self._open and not after_blank:
            self._out.append("")
        self._out.append((self._margin() if after_blank else "") + line.lstrip())

    def _close_above(self, width: int) -> _OpenItem | None:
        """Leave the items a line of this indent no longer belongs to; returns the last one left."""
        sibling = None
        while self._open and width < self._open[-1].indent + 2:
            sibling = self._open.pop()
        return sibling

    def _margin(self) -> str:
        return " " * 4 * len(self._open)

    def _in_paragraph(self) -> bool:
        return bool(self._out) and bool(self._out[-1].strip())


def _weight(mark: str) -> int:
    return mark.count(">") or bool(mark)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bounded(lines: list[str], source: Source) -> list[str]:
    """The lines, with every paragraph or item of too many marks put by as it was typed.

    Quoted lines have been through this at their own level.
    """
    bounded: list[str] = []
    unit: list[str] = []
    for line in lines:
        quoted = line.startswith("> ")
        if not line.strip() or quoted or _ITEM.match(line) or _TABLE_ROW.match(line):
            bounded += _affordable(unit, source)
            unit = []
        (bounded if quoted else unit).append(line)
    return bounded + _affordable(unit, source)


def _affordable(unit: list[str], source: Source) -> list[str]:
    text = "\n".join(unit)
    brackets = text.count("[")
    if len(text) < MAX_BRACKETS or (
        brackets <= MAX_BRACKETS
        and source.brackets + brackets**2 <= BRACKET_BUDGET
        and len(_MARKS.findall(text)) <= MAX_MARKS
    ):
        source.brackets += brackets**2
        return unit
    return [_put_by_line(line, source) for line in unit]


def _put_by_line(line: str, source: Source) -> str:
    start = re.match(r" *(?:(?:>|[-+*]|\d{1,9}\.|#{1,6}) +)*", line)
    at = start.end() if start else 0
    return line[:at] + source.put_by(line[at:]) if line[at:] else line
