"""What a reader of another journal hands over: drafts to look at before anything is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.records import TEXT_LIMIT, TITLE_LIMIT
from app.errors import AppError

if TYPE_CHECKING:
    from app.clock import Moment

MEBIBYTE = 1024 * 1024
ENTRIES_LIMIT = 200_000
FILES_LIMIT = 100_000
ENTRY_BYTES = MEBIBYTE
JOURNAL_BYTES = 200 * MEBIBYTE


class ImportFailedError(AppError):
    """A journal could not be read."""

    message = "Greenroom could not read that journal. Nothing was imported."


class UnknownJournalError(ImportFailedError):
    """What was chosen holds no entry of the journal it should be."""

    message = (
        "Greenroom found no dated entry of {journal} in there. Nothing was imported. "
        "Choose the journal's own file or folder, or what {journal} exported."
    )


class EncryptedJournalError(ImportFailedError):
    """The journal is encrypted by the program that wrote it."""

    message = (
        "This journal is encrypted, or not text. Nothing was imported. "
        "Decrypt it with {journal} first, then choose it again."
    )


class NotTextError(ImportFailedError):
    """The file is text in an encoding that cannot be told."""

    message = (
        "This file is not text in UTF-8. Nothing was imported. "
        "Save it as UTF-8 in a text editor, then choose it again."
    )


class UnreachableJournalError(ImportFailedError):
    """The file or folder cannot be opened."""

    message = (
        "This file or folder could not be opened. Nothing was imported. "
        "Check that it is still there and that you may read it."
    )


class JournalTooLargeError(ImportFailedError):
    """There is more in the journal than is read at once; `limit` is in MiB."""

    message = "This journal is larger than {limit} MiB. Nothing was imported. Split it first."


class TooManyEntriesError(ImportFailedError):
    """There are more entries than are read at once."""

    message = "There are more than {limit} entries in there. Nothing was imported. Split it first."


class TooManyFilesError(ImportFailedError):
    """There are more files in a folder than are looked at."""

    message = (
        "There are more than {limit} files in that folder. Nothing was imported. "
        "Choose the journal's own folder."
    )


class SkipReason(StrEnum):
    """Why something in a journal does not come in."""

    NOT_AN_ENTRY = "not_an_entry"
    NO_DATE = "no_date"
    BEFORE_FIRST_DATE = "before_first_date"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    REPEATED = "repeated"
    NOT_TEXT = "not_text"
    UNREADABLE = "unreadable"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something left out; `where` is a path within the journal, an entry's number or both."""

    where: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry as it would come in, private like every entry.

    `source` is the same whenever the same entry is read again, and differs from all others.
    """

    title: str
    body: str
    written: Moment
    tags: tuple[str, ...]
    starred: bool
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a journal."""

    drafts: tuple[EntryDraft, ...]
    skipped: tuple[Skipped, ...]


class Gathering:
    """Collects drafts while a journal is read, and stops where there is too much of anything."""

    def __init__(self) -> None:
        self._drafts: dict[str, EntryDraft] = {}
        self._skipped: list[Skipped] = []
        self._files = 0
        self._bytes = 0

    @property
    def bytes_left(self) -> int:
        """How many more bytes of text may be read."""
        return JOURNAL_BYTES - self._bytes

    def count_bytes(self, count: int) -> None:
        """Note that so many bytes were read; raises JournalTooLargeError."""
        self._bytes += count
        if self._bytes > JOURNAL_BYTES:
            raise JournalTooLargeError(limit=JOURNAL_BYTES // MEBIBYTE)

    def count_file(self) -> None:
        """Note that a file was seen; raises TooManyFilesError."""
        self._files += 1
        if self._files > FILES_LIMIT:
            raise TooManyFilesError(limit=FILES_LIMIT)

    def skip(self, where: str, reason: SkipReason) -> None:
        """Leave something out; raises TooManyEntriesError."""
        self._skipped.append(Skipped(clean(where), reason))
        self._check_count()

    def add(self, where: str, draft: EntryDraft) -> None:
        """Take a draft unless it is empty, too long or there already."""
        if not (draft.title.strip() or draft.body.strip()):
            self.skip(where, SkipReason.EMPTY)
        elif too_long(draft):
            self.skip(where, SkipReason.TOO_LONG)
        elif draft.source in self._drafts:
            self.skip(where, SkipReason.REPEATED)
        else:
            self._drafts[draft.source] = draft
            self._check_count()

    def reading(self) -> Reading:
        """What was collected, in the order it was found."""
        return Reading(tuple(self._drafts.values()), tuple(self._skipped))

    def _check_count(self) -> None:
        if len(self._drafts) + len(self._skipped) > ENTRIES_LIMIT:
            raise TooManyEntriesError(limit=ENTRIES_LIMIT)


def too_long(draft: EntryDraft) -> bool:
    """Whether an entry holds more text than is kept."""
    size = len(draft.title.encode()) + len(draft.body.encode())
    return size > ENTRY_BYTES or len(draft.body) > TEXT_LIMIT


def clean(text: str) -> str:
    r"""The text with \n line ends and without what UTF-8 or a database cannot hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def content_source(journal: str, written: Moment, title: str, body: str) -> str:
    """A source for an entry without an id of its own: a digest of its local minute and words.

    The minute is as fine as every form of a journal tells it.
    """
    minute = written.local.strftime("%Y-%m-%dT%H:%M")
    words = f"{minute}\0{title.strip()}\0{body.strip()}"
    return f"{journal}:{hashlib.sha256(words.encode()).hexdigest()[:32]}"


def fitting(title: str, body: str) -> tuple[str, str]:
    """A title too long to be one is shortened, and said in full at the head of the body."""
    if len(title) <= TITLE_LIMIT:
        return title, body
    short = title[: TITLE_LIMIT - 1].rsplit(None, 1)[0] + "…"
    return short, f"{title}\n\n{body}".rstrip()
