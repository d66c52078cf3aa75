"""What a line of Markdown is made of while it is being written: marks, and what they mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntFlag, auto
from functools import cache
from itertools import pairwise

MAX_LENGTH = 20_000
"""Characters of one line that are looked through; the rest stays plain."""


class Look(IntFlag):
    """How a stretch of a line is shown; several may apply at once."""

    PLAIN = 0
    MARK = auto()
    HEADING = auto()
    EMPHASIS = auto()
    STRONG = auto()
    STRIKE = auto()
    QUOTE = auto()
    CODE = auto()
    LINK = auto()
    DONE = auto()
    PICTURE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters from `start` to before `end` with one look."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True, slots=True)
class Item:
    """The start of a list item or a quoted line, as far as it goes on to the next line.

    `front` are the marks of quotation before an item that is quoted.
    """

    indent: str
    mark: str
    task: str
    end: int
    front: str = ""

    @property
    def following(self) -> str:
        """What begins the next line: the same mark, the next number, an open box."""
        mark = self.mark
        if mark[0].isdigit():
            mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
        return f"{self.front}{self.indent}{mark} {'[ ] ' if self.task else ''}"

    @property
    def listed(self) -> bool:
        """Whether this is a list item and not a quotation."""
        return not self.mark.startswith(">")

    @property
    def quoted(self) -> bool:
        """Whether it stands in a quotation."""
        return bool(self.front) or not self.listed


_HEADING = re.compile(r" {0,3}#{1,6} +(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_ITEM = re.compile(r"(\s*)([-+*]|\d{1,9}[.)]) +(?:(\[[ xX]\])(?: +|$))?")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_FENCE = re.compile(r" *+(`{3,20}|~{3,20}) *+([\w+#.-]*+) *+$")
_ROW = re.compile(r" *\|.*\|")
_DIVIDER = re.compile(r" *+\|?(?: *+:?-++:? *+\|)+(?: *+:?-++:?)? *+$")
_CODE = re.compile(r"(`(?<![`\\]`)`*)(?!`)([^`]+)\1(?!`)")
_LINK = re.compile(r"(\[)(?<!!\[)([^\[\]]{1,500})(\]\([^()\s]{0,2000}\))")
_IMAGE = re.compile(r"(!\[)([^\[\]]{0,500})(\]\([^()\s]{0,2000}\))")
_BOTH = re.compile(r"(\*\*\*)(?<![\\*]\*\*\*)(?=[^\s*])([^*]*[^\s\\*])(\*{3})(?!\*)")
_STRONG = re.compile(r"(\*\*)(?<![\\*]\*\*)(?=[^\s*])((?:[^*]|\*(?!\*))*?[^\s\\])(\*\*)")
_STRONG_LOW = re.compile(r"(__)(?<![\w\\]__)(?=[^\s_])([^_]*[^\s\\_])(__)(?!\w)")
_EMPHASIS = re.compile(r"(\*)(?<![\\*]\*)(?=[^\s*])([^*]*[^\s\\*])(\*)(?!\*)")
_EMPHASIS_LOW = re.compile(r"(_)(?<![\w\\]_)(?=[^\s_])([^_]*[^\s\\_])(_)(?!\w)")
_STRIKE = re.compile(r"(~~)(?<![\\~]~~)(?=\S)([^~]*[^\s~])(~~)(?!~)")
_INLINE = (
    (_IMAGE, Look.PICTURE, "!["),
    (_LINK, Look.LINK, "["),
    (_BOTH, Look.STRONG | Look.EMPHASIS, "***"),
    (_STRONG, Look.STRONG, "**"),
    (_STRONG_LOW, Look.STRONG, "__"),
    (_EMPHASIS, Look.EMPHASIS, "*"),
    (_EMPHASIS_LOW, Look.EMPHASIS, "_"),
    (_STRIKE, Look.STRIKE, "~~"),
)
"""What to look for, how it looks, and what it cannot begin without: most lines have none of it.

Each begins with the letters it is found by, and looks at what stands before them afterwards: so
a long line is searched for letters and not for places.
"""


def item_of(line: str) -> Item | None:
    """The list item or quotation a line begins, if it begins one."""
    quote = _QUOTE.match(line)
    front = quote[0] if quote else ""
    item = None if _RULE.match(line[len(front) :]) else _ITEM.match(line, len(front))
    if item:
        return Item(item[1], item[2], item[3] or "", item.end(), front)
    return Item("", front.strip(), "", len(front)) if quote else None


def fence_after(line: str, fence: str) -> str:
    """The fence that is open after a line, given the one open before it; empty for none."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    closes = match[1].startswith(fence) and not match[2].strip()
    return "" if closes else fence


def is_header(line: str, below: str) -> bool:
    """Whether a line is the first of a table: a row above the dashes that make it one."""
    return bool(_ROW.match(line) and _DIVIDER.match(below) and not _DIVIDER.match(line))


def is_divider(line: str) -> bool:
    """Whether a line is the dashes between a table's header and its rows."""
    return bool(_DIVIDER.match(line))


def stretches(line: str, fence: str = "", *, header: bool = False) -> list[Stretch]:
    """The looks of a line, one after the other without gaps.

    `fence` is the one open before it; `header` says that it is the first row of a table.
    """
    if fence or _FENCE.match(line):
        look = Look.CODE if fence_after(line, fence) == fence else Look.CODE | Look.MARK
        return [Stretch(0, len(line), look)] if line else []
    found = _found(line[:MAX_LENGTH])
    if header:
        found.append(Stretch(0, len(line), Look.HEADING))
    return _layered(found, len(line))


def _found(line: str) -> list[Stretch]:
    if _RULE.match(line):
        return [Stretch(0, len(line), Look.MARK)]
    if is_divider(line):
        return [Stretch(0, len(line), Look.MARK | Look.TABLE)]
    if _ROW.match(line):
        pipes = (Stretch(at, at + 1, Look.MARK) for at, sign in enumerate(line) if sign == "|")
        return [Stretch(0, len(line), Look.TABLE), *pipes, *_inline(line, 0)]
    heading = _HEADING.match(line)
    if heading:
        start = heading.end()
        return [
            Stretch(0, start, Look.MARK),
            Stretch(start, len(line), Look.HEADING),
            *_inline(line, start),
        ]
    item = item_of(line)
    return [*_opening(line, item), *_inline(line, item.end)] if item else _inline(line, 0)


def _opening(line: str, item: Item) -> list[Stretch]:
    opening = [Stretch(0, item.end, Look.MARK)]
    if item.quoted:
        opening.append(Stretch(item.end, len(line), Look.QUOTE))
    if item.task and item.task != "[ ]":
        opening.append(Stretch(item.end, len(line), Look.DONE))
    return opening


def _inline(line: str, start: int) -> list[Stretch]:
    found: list[Stretch] = []
    free = line
    if "`" in line:
        for code in _CODE.finditer(line, start):
            ticks = len(code[1])
            found += _marked(code.start(), code.end(), ticks, ticks, Look.CODE)
        free = _CODE.sub(lambda code: "x" * len(code[0]), line)
    for pattern, look, beginning in _INLINE:
        if beginning in free:
            for match in pattern.finditer(free, start):
                ends = match.start(2) - match.start(), len(match[3])
                found += _marked(match.start(), match.end(), *ends, look)
    return found


def _marked(start: int, end: int, before: int, after: int, look: Look) -> list[Stretch]:
    return [
        Stretch(start, start + before, Look.MARK),
        Stretch(start + before, end - after, look),
        Stretch(end - after, end, Look.MARK),
    ]


def _layered(found: list[Stretch], length: int) -> list[Stretch]:
    """Overlapping stretches as consecutive ones that carry all the looks at their place."""
    if not found:
        return [Stretch(0, length, Look.PLAIN)] if length else []
    # Plain numbers: every line of a long text comes through here, and an IntFlag adds slowly.
    edges: dict[int, list[tuple[int, int]]] = {0: [], length: []}
    for stretch in found:
        look = stretch.look.value
        edges.setdefault(stretch.start, []).append((look, 1))
        edges.setdefault(stretch.end, []).append((look, -1))
    open_looks: dict[int, int] = {}
    layered = []
    for start, end in pairwise(sorted(edges)):
        for look, change in edges[start]:
            open_looks[look] = open_looks.get(look, 0) + change
        whole = 0
        for look, count in open_looks.items():
            whole |= look if count else 0
        layered.append(Stretch(start, end, _look(whole)))
    return layered


@cache
def _look(value: int) -> Look:
    return Look(value)
