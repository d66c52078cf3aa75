"""Cuts the text of a jrnl journal into its entries.

Nothing in it is escaped: a line that begins with a date in brackets begins an entry, every other
line belongs to the text above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from app.importing.drafts import ENTRY_BYTES, EncryptedJournalError, Gathering, NotTextError
from app.importing.jrnl_dates import Stamp, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JOURNAL = "jrnl"
HEAD_BYTES = 4096
BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
FERNET = b"gAAAA"
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HEADER = re.compile(r"\[([^\[\]]{4,64})\](?:[ \t](.*))?", re.DOTALL)


@dataclass(slots=True)
class Found:
    """A piece of a text file: an entry, or what stands before the first one (no stamp)."""

    where: str
    stamp: Stamp | None
    title: str = ""
    lines: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def body(self) -> str:
        """Its text without blank lines around it."""
        lines = self.lines
        first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
        return "\n".join(lines[first:]).rstrip()

    def take(self, line: str) -> None:
        """Add a line, unless there is too much of it to be kept anyway."""
        self.size += len(line.encode()) + 1
        if self.size <= ENTRY_BYTES:
            self.lines.append(line)


def lines_of(file: BinaryIO, gathering: Gathering) -> Iterator[str]:
    """The lines of a text file in UTF-8, without their ends; raises ImportFailedError."""
    head = file.read(HEAD_BYTES)
    file.seek(0)
    if head.lstrip().startswith(FERNET):
        raise EncryptedJournalError(journal=JOURNAL)
    prefix = BOM
    while raw := file.readline(gathering.bytes_left + 1):
        gathering.count_bytes(len(raw))
        try:
            line = raw.removeprefix(prefix).decode()
        except UnicodeDecodeError as error:
            raise not_text(head) from error
        if "\0" in line:
            raise not_text(head)
        yield line.rstrip("\r\n")
        prefix = b""


def not_text(head: bytes) -> EncryptedJournalError | NotTextError:
    """The error for a file that begins with these bytes and is not UTF-8."""
    if BINARY.search(head) and not head.startswith(UTF16_BOMS):
        return EncryptedJournalError(journal=JOURNAL)
    return NotTextError()


def pieces_of(lines: Iterable[str], name: str, *, of_a_day: bool = False) -> Iterator[Found]:
    """Cut a text at its headers.

    A header with a time alone counts in the file of a day, where the first header is one.
    """
    piece = Found(f"{name}:1".lstrip(":"), None)
    time_only = of_a_day
    for number, line in enumerate(lines, 1):
        header = HEADER.fullmatch(line) if line.startswith("[") else None
        when = stamp(header[1]) if header else None
        if header is None or when is None or (when.time_only and not time_only):
            piece.take(line)
            continue
        if piece.stamp or piece.body:
            yield piece
        time_only = time_only and when.time_only
        piece = Found(f"{name}:{number}".lstrip(":"), when, header[2] or "")
        piece.size = len(line.encode())
    if piece.stamp or piece.body:
        yield piece
