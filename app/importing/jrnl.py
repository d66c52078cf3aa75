"""Reads a journal of jrnl: its JSON export, its text file, or its folder of days.

An entry says its local time without a zone. Tags are words after @ or # in the text, which keeps
them. The same entry has the same source in all three forms.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from app.clock import Moment
from app.importing.drafts import (
    ENTRIES_LIMIT,
    ENTRY_BYTES,
    MEBIBYTE,
    EncryptedJournalError,
    EntryDraft,
    Gathering,
    JournalTooLargeError,
    NotTextError,
    Reading,
    SkipReason,
    UnknownJournalError,
    UnreachableJournalError,
    clean,
    content_source,
    fitting,
)
from app.importing.jrnl_dates import Stamp, date_of, is_day_first, stamp
from app.importing.jrnl_text import (
    BOM,
    HEAD_BYTES,
    JOURNAL,
    Found,
    lines_of,
    not_text,
    pieces_of,
)

# Plain text of this size is some ten million words; the limit bounds what parsing it takes.
JSON_BYTES = 64 * MEBIBYTE
JSON_PARTS = 2_000_000
TAG = re.compile(r"(?<!\S)[@#]([-+*#/\w]+)")
LEVELS = (re.compile(r"[0-9]{4}"), re.compile(r"0[1-9]|1[0-2]"))
DAY_FILE = re.compile(r"([0-3][0-9])\.(?:txt|md)")
# What is skipped for these reasons was an entry all the same.
DATED = frozenset({SkipReason.EMPTY, SkipReason.TOO_LONG})
# Some systems know the rules of a zone in these years only (both have a 29 February).
ZONE_YEARS = (1972, 2036)


def read(path: Path, zone: tzinfo | None = None) -> Reading:
    """Everything in the journal at this path; raises ImportFailedError.

    The path itself was chosen by the person and may be a link; links inside a folder are not
    followed. Times without a zone are of `zone`, or of this computer's at that date.
    """
    gathering = Gathering()
    try:
        read_path(path, zone, gathering)
    except OSError as error:
        raise UnreachableJournalError from error
    reading = gathering.reading()
    if not reading.drafts and DATED.isdisjoint(skipped.reason for skipped in reading.skipped):
        raise UnknownJournalError(journal=JOURNAL)
    return reading


def read_path(path: Path, zone: tzinfo | None, gathering: Gathering) -> None:
    """Read a file or a folder, whichever it is; nothing else is opened."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        read_folder(path, zone, gathering)
    elif stat.S_ISREG(mode):
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES).removeprefix(BOM).lstrip()
            file.seek(0)
            if head.startswith(b"{"):
                read_json(file, zone, gathering)
            else:
                read_text(file, zone, gathering)
    else:
        raise UnreachableJournalError


def read_text(file: BinaryIO, zone: tzinfo | None, gathering: Gathering) -> None:
    """Read a journal that is one text file."""
    pieces = list(islice(pieces_of(lines_of(file, gathering), ""), ENTRIES_LIMIT + 1))
    day_first = is_day_first([piece.stamp for piece in pieces if piece.stamp])
    for piece in pieces:
        if piece.stamp is None:
            gathering.skip(piece.where, SkipReason.BEFORE_FIRST_DATE)
        elif day := piece.stamp.day(day_first=day_first):
            add_piece(piece, day, zone, gathering)


def read_folder(folder: Path, zone: tzinfo | None, gathering: Gathering) -> None:
    """Read a journal that is a folder of years, months and days."""
    for where, path, day in day_files(folder, (), gathering):
        try:
            with path.open("rb") as file:
                pieces = list(pieces_of(lines_of(file, gathering), where, of_a_day=True))
        except (EncryptedJournalError, NotTextError):
            gathering.skip(where, SkipReason.NOT_TEXT)
        except OSError:
            gathering.skip(where, SkipReason.UNREADABLE)
        else:
            for piece in pieces:
                add_piece(piece, day, zone, gathering)


def day_files(
    folder: Path, parts: tuple[str, ...], gathering: Gathering
) -> Iterator[tuple[str, Path, date]]:
    """The files of days in a folder, with their dates; everything else is skipped."""
    for item in listing(folder, gathering):
        where = "/".join((*parts, item.name))
        if item.is_symlink():
            gathering.skip(where, SkipReason.LINK)
        elif item.is_dir(follow_symlinks=False):
            if len(parts) < len(LEVELS) and LEVELS[len(parts)].fullmatch(item.name):
                yield from day_files(Path(item.path), (*parts, item.name), gathering)
            else:
                gathering.skip(where, SkipReason.NOT_AN_ENTRY)
        elif item.is_file(follow_symlinks=False) and (day := day_of(parts, item.name)):
            yield where, Path(item.path), day
        else:
            gathering.skip(where, SkipReason.NOT_AN_ENTRY)


def listing(folder: Path, gathering: Gathering) -> list[os.DirEntry[str]]:
    """What is in a folder, by name."""
    found = []
    with os.scandir(folder) as items:
        for item in items:
            gathering.count_file()
            found.append(item)
    return sorted(found, key=lambda item: item.name)


def day_of(parts: tuple[str, ...], name: str) -> date | None:
    """The date that a path stands for, if it stands for one."""
    match = DAY_FILE.fullmatch(name)
    if match is None or len(parts) != len(LEVELS):
        return None
    return date_of(int(parts[0]), int(parts[1]), int(match[1]))


def add_piece(piece: Found, day: date, zone: tzinfo | None, gathering: Gathering) -> None:
    """Turn a piece of text into a draft of that day."""
    if piece.size > ENTRY_BYTES:
        gathering.skip(piece.where, SkipReason.TOO_LONG)
        return
    title, body = piece.title, piece.body
    if piece.stamp is None:
        title, _, body = body.partition("\n")
    title, starred = without_star(title)
    when = piece.stamp or Stamp(day, day, time())
    written = moment(day, when, zone)
    gathering.add(piece.where, draft(title, body, written, text_tags(title, body), starred=starred))


def without_star(title: str) -> tuple[str, bool]:
    """A title without the star at its end, and whether it had one.

    A star that closes *emphasis* is none.
    """
    title = title.strip()
    words = title.removesuffix("*")
    alone = words.rstrip() != words or "*" not in words
    return (words.rstrip(), True) if words != title and alone else (title, False)


def text_tags(title: str, body: str) -> Iterator[str]:
    """The tags in a text: words after @ or #."""
    for match in TAG.finditer(f"{title}\n{body}"):
        yield match[1]


def draft(
    title: str, body: str, written: Moment, tags: Iterable[str], *, starred: bool
) -> EntryDraft:
    """A draft of an entry; its source says the same for every form of the journal."""
    title, body = clean(title).strip(), clean(body).rstrip()
    source = content_source(JOURNAL, written, title, body)
    title, body = fitting(title, body)
    names = (clean(tag).lower().lstrip("@#").rstrip("-+*#/") for tag in tags)
    named = dict.fromkeys(name for name in names if any(map(str.isalpha, name)))
    return EntryDraft(title, body, written, tuple(named), starred, source)


def moment(day: date, when: Stamp, zone: tzinfo | None) -> Moment:
    """A local date and time as a moment."""
    local = datetime.combine(day, when.at)
    if when.offset is not None:
        return Moment.of(local.replace(tzinfo=timezone(timedelta(minutes=when.offset))))
    if zone is not None:
        return Moment.of(local.replace(tzinfo=zone))
    return Moment.of(local.replace(tzinfo=zone_here(local)))


def zone_here(local: datetime) -> tzinfo | None:
    """This computer's zone at a local time."""
    try:
        return local.astimezone().tzinfo
    except (OSError, OverflowError):
        first, last = ZONE_YEARS
        return local.replace(year=min(max(local.year, first), last)).astimezone().tzinfo


def read_json(file: BinaryIO, zone: tzinfo | None, gathering: Gathering) -> None:
    """Read what `jrnl --format json` wrote."""
    for number, item in enumerate(json_entries(file), 1):
        if not isinstance(item, dict):
            gathering.skip(str(number), SkipReason.NOT_AN_ENTRY)
            continue
        when = stamp(clean(f"{item.get('date')} {item.get('time') or ''}"))
        day = when.day(day_first=False) if when else None
        if when is None or day is None:
            gathering.skip(str(number), SkipReason.NO_DATE)
            continue
        title, _, rest = text_of(item.get("title")).strip().partition("\n")
        body = f"{rest}\n{text_of(item.get('body'))}".strip("\n")
        tags = item.get("tags")
        names = map(text_of, tags) if isinstance(tags, list) else text_tags(title, body)
        starred = item.get("starred") is True
        written = moment(day, when, zone)
        gathering.add(str(number), draft(title, body, written, names, starred=starred))


def text_of(value: object) -> str:
    """A value of a JSON file where a text should be."""
    return value if isinstance(value, str) else ""


def json_entries(file: BinaryIO) -> list[object]:
    """The entries in a JSON file; raises ImportFailedError."""
    data = file.read(JSON_BYTES + 1)
    if len(data) > JSON_BYTES or data.count(b"{") + data.count(b"[") > JSON_PARTS:
        raise JournalTooLargeError(limit=JSON_BYTES // MEBIBYTE)
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise not_text(data[:HEAD_BYTES]) from error
    except (ValueError, RecursionError) as error:
        raise UnknownJournalError(journal=JOURNAL) from error
    entries = values.get("entries") if isinstance(values, dict) else None
    if not isinstance(entries, list):
        raise UnknownJournalError(journal=JOURNAL)
    return entries
