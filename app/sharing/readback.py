"""Reads a finished PDF as a stranger would, and says what of the withheld is still in it.

The reader is PDFium, which had no part in making the file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from app.errors import AppError
from app.sharing.matching import Haystack, Needle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pypdfium2 import PdfDocument

T = TypeVar("T")

FURNITURE_LINES = 12
_ONE_AT_A_TIME = Lock()


class UnreadableError(AppError):
    """The finished file could not be opened again, or not with its passphrase."""

    message = (
        "The finished PDF could not be read back, so it was not saved. "
        "Your pack is kept as a draft."
    )


class Place(Enum):
    """Where in a file something was found."""

    PAGE = "page"
    TITLE = "title"
    BOOKMARK = "list of contents"
    ATTACHMENT = "attachment"
    FILE = "elsewhere in the file"
    """Other metadata, XMP, a link, a form value: anything that is not seen on a page."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A text that must not be in the file, such as a passage, a name or a private id.

    Attributes:
        label: What a person calls it, such as "Note of 14 May"; never the text itself.
        text: Plain text or Markdown; shorter than 12 characters it counts as whole words only.
        name: It is somebody's name, and counts as one.
    """

    label: str
    text: str
    name: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A withheld text that is still there; `page` counts from 1, and is 0 off the pages."""

    label: str
    place: Place
    page: int = 0

    def __str__(self) -> str:
        where = f"page {self.page}" if self.page else self.place.value
        return f"{self.label}: {where}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the text of each page, and what should not have been in the file."""

    pages: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing withheld was found."""
        return not self.findings


def read_back(data: bytes, passphrase: str | None, withheld: Sequence[Withheld]) -> Reading:
    """Read pages, metadata, outlines, links, attachments and form values, and search them.

    Raises:
        UnreadableError: PDFium cannot open the file.
    """
    # PDFium takes 60 ms to load, which is not for the start of the app.
    from app.sharing import innards  # noqa: PLC0415

    def read(document: PdfDocument) -> tuple[tuple[str, ...], list[tuple[Place, str]], str]:
        rest = "\n\n".join(innards.strings(document))
        return tuple(_page_texts(document)), list(_offstage(document)), rest

    pages, offstage, rest = with_document(data, passphrase, read)
    return Reading(pages, tuple(_findings(pages, offstage, rest, withheld)))


def with_document(data: bytes, passphrase: str | None, work: Callable[[PdfDocument], T]) -> T:
    """Do something with the opened file; raises UnreadableError if PDFium cannot open it.

    One thread at a time, for PDFium itself knows nothing of threads.
    """
    with _ONE_AT_A_TIME:
        import pypdfium2  # noqa: PLC0415 - 60 ms, not for the start of the app

        key = None if passphrase is None else unicodedata.normalize("NFKC", passphrase)
        try:
            document = pypdfium2.PdfDocument(data, password=key)
        except pypdfium2.PdfiumError:
            raise UnreadableError from None
        try:
            return work(document)
        finally:
            document.close()


def _page_texts(document: PdfDocument) -> Iterator[str]:
    for page in document:
        text = page.get_textpage()
        yield text.get_text_range()
        text.close()
        page.close()


def _offstage(document: PdfDocument) -> Iterator[tuple[Place, str]]:
    yield Place.TITLE, document.get_metadata_value("Title")
    for bookmark in document.get_toc():
        yield Place.BOOKMARK, bookmark.get_title()
    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        content = bytes(attachment.get_data()).decode("utf-8", "replace")
        yield Place.ATTACHMENT, f"{attachment.get_name()}\n\n{content}"


def _findings(
    pages: Sequence[str],
    offstage: Sequence[tuple[Place, str]],
    rest: str,
    withheld: Sequence[Withheld],
) -> Iterator[Finding]:
    # A passage may run on over the foot of a page, which stands between its halves.
    whole = [_Joined(pages), _Joined(_without_furniture(pages))]
    named = [(place, Haystack(text)) for place, text in offstage]
    inside = Haystack(rest)
    for each in withheld:
        wanted = Needle(each.text, name=each.name)
        found = {(Place.PAGE, page): None for text in whole for page in text.find(wanted)}
        found |= {(place, 0): None for place, text in named if _has(text, wanted)}
        if not found and _has(inside, wanted):
            found[Place.FILE, 0] = None
        yield from (Finding(each.label, place, page) for place, page in found)


def _has(text: Haystack, wanted: Needle) -> bool:
    return any(True for _ in text.find(wanted))


class _Joined:
    """The texts of all pages as one, which knows the page of each place."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._starts = [0, *accumulate(len(page) + 1 for page in pages)]
        self._text = Haystack("\n".join(pages))

    def find(self, wanted: Needle) -> Iterator[int]:
        """The pages it begins on, counted from 1."""
        return (bisect_right(self._starts, place) for place in self._text.find(wanted))


def _without_furniture(pages: Sequence[str]) -> list[str]:
    """The pages without the first and last lines that all of them share but for numbers."""
    lines = [page.splitlines() for page in pages]
    if len(lines) < 2:  # noqa: PLR2004 - one page shares nothing
        return list(pages)
    first = _shared(lines)
    last = _shared([page[first:][::-1] for page in lines])
    return ["\n".join(page[first : len(page) - last]) for page in lines]


def _shared(pages: list[list[str]]) -> int:
    """How many lines at the start are the same on every page, but for numbers."""
    count = 0
    for row in zip(*(page[:FURNITURE_LINES] for page in pages), strict=False):
        if len({re.sub(r"\d+", "0", line) for line in row}) > 1:
            break
        count += 1
    return count
