"""Competencies out of a table in a file of commas, semicolons or tabs.

The file may come from anywhere: everything has a limit, and what cannot be read is said with its
line. Nothing is kept here; `plan` says what would come in.
"""

from __future__ import annotations

import csv
import io
import re
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from app.domain.competencies import LEVELS, OwnCompetency
from app.domain.records import TITLE_LIMIT
from app.errors import RuleBrokenError
from app.export import failures, saving
from app.importing.drafts import ImportFailedError, UnreachableJournalError, clean

SUFFIX: Final = "csv"
FILE_BYTES: Final = 4 * 1024 * 1024
LINES_LIMIT: Final = 2000
EMPTY_LIMIT: Final = 100_000
"""How many lines there can be with those that say nothing: to pass over millions takes seconds."""
COLUMNS_LIMIT: Final = 200
CELL_LIMIT: Final = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LEVEL = re.compile(r"(?:level|anchor|stage|step|l)? ?([1-5])(?: .*)?")
_QUESTIONS = re.compile(r"(?:reflection )?questions?(?: \d+)?")
_NAMES = {
    "name": frozenset({"name", "competency", "competence", "skill", "title", "competency name"}),
    "group": frozenset({"group", "category", "area", "domain", "theme", "cluster", "group name"}),
    "definition": frozenset({"definition", "description", "meaning", "about", "summary"}),
}
_PARTED = re.compile(r"\n|\||(?<=\?)\s*;")
_MARKS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
_EXAMPLE_ROWS = 4


class NotATableError(ImportFailedError):
    """A file is no text, or its encoding cannot be told."""

    message = (
        "This file is no table in text. Nothing was imported. "
        "Save it as CSV in your spreadsheet, then choose it again."
    )


class NoNamesError(ImportFailedError):
    """No line names the columns."""

    message = (
        "The first line of this file does not name its columns. Nothing was imported. "
        "It needs one called name. The example file shows the others."
    )


class BrokenTableError(ImportFailedError):
    """A line cannot be taken apart."""

    message = (
        "Line {line} of this file could not be understood: a quotation mark may be missing. "
        "Nothing was imported."
    )


class TableTooLargeError(ImportFailedError):
    """A file holds more than is read at once."""

    message = (
        "This file holds more than {limit} lines, or very long ones. Nothing was imported. "
        "Split it first."
    )


class ExampleNotSavedError(failures.SaveError):
    """The example did not reach its file."""

    message = "The file was not saved. Try again, or choose another folder or name."


class Fate(StrEnum):
    """What becomes of a line."""

    COMES_IN = "comes_in"
    ALREADY_THERE = "already_there"
    REPEATED = "repeated"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Line:
    """A competency as a line of the file has it, with the number of that line."""

    number: int
    competency: OwnCompetency


@dataclass(frozen=True, slots=True)
class Table:
    """All that was read, and the names of the columns that nobody knows."""

    lines: tuple[Line, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A line and what would become of it."""

    line: Line
    fate: Fate


def read(path: Path) -> Table:
    """The competencies in a file, to look at; nothing is kept. Raises ImportFailedError."""
    try:
        # Only a plain file: a device or a pipe may have no end, or wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreachableJournalError
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError:
        raise UnreachableJournalError from None
    return parse(data)


def parse(data: bytes) -> Table:
    """The competencies in the bytes of a file; raises ImportFailedError."""
    if len(data) > FILE_BYTES:
        raise TableTooLargeError(limit=LINES_LIMIT)
    text = _decoded(data)
    lines = _records(text, _separator(text))
    columns, unread = _columns(lines)
    found = tuple(Line(number, _competency(cells, columns)) for number, cells in lines)
    return Table(found, unread)


def plan(table: Table, known: Collection[tuple[str, str]]) -> tuple[Planned, ...]:
    """What would become of each line, where these names in these groups are there already."""
    there = {key(name, group) for name, group in known}
    seen: set[tuple[str, str]] = set()
    planned = []
    for line in table.lines:
        fate = _fate(line.competency, there, seen)
        planned.append(Planned(line, fate))
        seen.add(key(line.competency.name, line.competency.group))
    return tuple(planned)


def key(name: str, group: str) -> tuple[str, str]:
    """What makes two competencies the same: name and group, however they are spaced or cased."""
    return (" ".join(name.split()).casefold(), " ".join(group.split()).casefold())


def save_example(competencies: Sequence[OwnCompetency], path: Path) -> None:
    """Write some competencies as such a file; raises ExampleNotSavedError."""
    try:
        # Whether a file that is there may be replaced was asked where its name was chosen.
        saving.save(compose(competencies[:_EXAMPLE_ROWS]), path, replace=True)
    except failures.SaveError:
        raise ExampleNotSavedError from None


def compose(competencies: Sequence[OwnCompetency]) -> bytes:
    """Competencies as a table that spreadsheets open as it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    levels = [f"level {number}" for number in range(1, LEVELS + 1)]
    writer.writerow(["name", "group", "definition", *levels, "questions"])
    for each in competencies:
        anchors = each.anchors or ("",) * LEVELS
        writer.writerow(
            [each.name, each.group, each.definition, *anchors, "\n".join(each.questions)]
        )
    return text.getvalue().encode("utf-8-sig")


def _decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 where it says so, else Windows-1252."""
    marked = next((encoding for encoding, mark in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return clean(text).removeprefix("\ufeff")
    raise NotATableError


def _separator(text: str) -> str:
    """What parts the columns: whatever makes most of the first line's names known."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    if declared := re.fullmatch(r'"?sep=([,;\t|])"?', first.strip(" "), re.IGNORECASE):
        return declared.group(1)
    if len(first) > CELL_LIMIT:
        raise NoNamesError
    return max(",;\t", key=lambda sign: sum(_field(name) != "" for name in first.split(sign)))


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that say anything, each with its number; raises where one cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    taken = number = 0
    while True:
        number = reader.line_num + 1
        if number > EMPTY_LIMIT:
            raise TableTooLargeError(limit=LINES_LIMIT)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BrokenTableError(line=number) from None
        if not any(cell.strip() for cell in cells) or cells[0].casefold().startswith("sep="):
            continue
        taken += 1
        if taken > LINES_LIMIT + 1:
            raise TableTooLargeError(limit=LINES_LIMIT)
        yield (number, cells)


def _columns(
    lines: Iterator[tuple[int, list[str]]],
) -> tuple[dict[str, tuple[int, ...]], tuple[str, ...]]:
    """Which columns hold what, and the names of the others; the first line is used up."""
    _, names = next(lines, (0, []))
    found: dict[str, tuple[int, ...]] = {}
    unread = []
    for at, name in enumerate(islice(names, COLUMNS_LIMIT)):
        field = _field(name)
        if field == "questions" or (field and field not in found):
            found[field] = (*found.get(field, ()), at)
        elif name.strip():
            unread.append(" ".join(name.split())[:TITLE_LIMIT])
    if "name" not in found:
        raise NoNamesError
    return found, tuple(unread)


def _field(name: str) -> str:
    """What a column holds by its name; empty where nobody knows."""
    words = " ".join(re.sub(r'[\s_:."()-]+', " ", name).split()).casefold()
    if level := _LEVEL.fullmatch(words):
        return level.group(1)
    if _QUESTIONS.fullmatch(words):
        return "questions"
    return next((field for field, names in _NAMES.items() if words in names), "")


def _competency(cells: list[str], columns: dict[str, tuple[int, ...]]) -> OwnCompetency:
    def cell(field: str) -> str:
        places = columns.get(field, ())
        return "\n".join(cells[at].strip() for at in places if at < len(cells))

    anchors = tuple(" ".join(cell(str(level)).split()) for level in range(1, LEVELS + 1))
    questions = (part.strip(" \t-•*") for part in _PARTED.split(cell("questions")))
    return OwnCompetency(
        name=" ".join(cell("name").split()),
        group=" ".join(cell("group").split()),
        definition=cell("definition"),
        anchors=anchors if any(anchors) else (),
        questions=tuple(question for question in questions if question),
    )


def _fate(
    competency: OwnCompetency, there: set[tuple[str, str]], seen: set[tuple[str, str]]
) -> Fate:
    if not competency.name:
        return Fate.NO_NAME
    if len(competency.definition) + len(competency.words) > CELL_LIMIT:
        return Fate.TOO_LONG
    try:
        competency.check()
    except RuleBrokenError:
        return Fate.TOO_LONG
    same = key(competency.name, competency.group)
    if same in there:
        return Fate.ALREADY_THERE
    return Fate.REPEATED if same in seen else Fate.COMES_IN
