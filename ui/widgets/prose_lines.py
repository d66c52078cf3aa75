"""Lines of Markdown made a heading, a list, tasks or a quotation, and plain again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum

from app.prose import toggle_box
from ui.widgets.prose_marks import item_of

Lines = Sequence[str]

_QUOTE = re.compile(r" {0,3}> ?")
_FRONT = re.compile(r"(?: {0,3}> ?)*")
_HEADING = re.compile(r"( {0,3}#{1,6})(?: +|$)")
_ITEM = re.compile(r"(\s*)([-+*]|\d{1,9}[.)])(?: +|$)(?:(\[[ xX]\])(?: +|$))?")


class List(Enum):
    """The kinds of list that lines can be made."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    TASKS = "tasks"


def with_heading(lines: Lines, level: int) -> list[str]:
    """The lines as headings of a level, or plain where they are that already; 0 is plain."""
    mark = "#" * level
    same = bool(level) and all(_level(line) == level for line in _written(lines))
    return _each(lines, lambda rest: _as_heading(rest, "" if same else mark))


def with_list(lines: Lines, kind: List) -> list[str]:
    """The lines as items of a list, or plain where they are such items already."""
    if all(_kind(line) is kind for line in _written(lines)):
        return _each(lines, _without_item)
    numbers: dict[int, int] = {}
    return _each(lines, lambda rest: _as_item(rest, kind, numbers))


def with_quote(lines: Lines) -> list[str]:
    """The lines quoted, or one level less where all of them are."""
    if all(_QUOTE.match(line) for line in lines):
        return [_QUOTE.sub("", line, count=1) for line in lines]
    return [f"> {line}" for line in lines]


def with_boxes(lines: Lines) -> list[str]:
    """The tasks among the lines checked, or open again where all are; no tasks become some."""
    tasks = [line for line in lines if _kind(line) is List.TASKS]
    if not tasks:
        return with_list(lines, List.TASKS)
    turned = [line for line in tasks if not is_done(line)] or tasks
    return [toggle_box(line) if line in turned else line for line in lines]


def is_done(line: str) -> bool:
    """Whether a line is a task that is checked."""
    item = _ITEM.match(_rest(line))
    return bool(item and item[3] and item[3] != "[ ]")


def box_of(line: str) -> tuple[int, int] | None:
    """Where the box of a task stands in its line, as (start, end)."""
    front = _front(line)
    item = _ITEM.match(line[front:])
    return (front + item.start(3), front + item.end(3)) if item and item[3] else None


def _each(lines: Lines, change: Callable[[str], str]) -> list[str]:
    """Each line changed behind its quotation marks; empty ones only where all of them are."""
    blank = not any(line.strip() for line in lines)
    return [
        line[: _front(line)] + change(_rest(line)) if blank or line.strip() else line
        for line in lines
    ]


def _written(lines: Lines) -> list[str]:
    return [line for line in lines if line.strip()] or list(lines)


def _front(line: str) -> int:
    front = _FRONT.match(line)
    return front.end() if front else 0


def _rest(line: str) -> str:
    return line[_front(line) :]


def _level(line: str) -> int:
    heading = _HEADING.match(_rest(line))
    return heading[1].count("#") if heading else 0


def _kind(line: str) -> List | None:
    item = _ITEM.match(_rest(line))
    if item is None or (item_of(_rest(line)) is None and line.strip() != item[2]):
        return None
    if item[3]:
        return List.TASKS
    return List.NUMBERS if item[2][0].isdigit() else List.BULLETS


def _as_heading(rest: str, mark: str) -> str:
    bare = _without_item(_HEADING.sub("", rest, count=1)).lstrip()
    return f"{mark} {bare}" if mark else bare


def _without_item(rest: str) -> str:
    item = _ITEM.match(rest) if _kind(rest) else None
    return item[1] + rest[item.end() :] if item else rest


def _as_item(rest: str, kind: List, numbers: dict[int, int]) -> str:
    bare = _without_item(_HEADING.sub("", rest, count=1))
    width = len(bare) - len(bare.lstrip())
    for deeper in [other for other in numbers if other > width]:
        del numbers[deeper]
    numbers[width] = numbers.get(width, 0) + 1
    mark = f"{numbers[width]}." if kind is List.NUMBERS else "-"
    box = "[ ] " if kind is List.TASKS else ""
    return f"{bare[:width]}{mark} {box}{bare[width:]}"
