"""Reads a finished PDF as a stranger would, and says what of the withheld is still in it.

The reader is PDFium, which had no part in making the file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from app.course import part, unwatched, watched
from app.sharing.errors import UnreadableError
from app.sharing.matching import Haystack, Needle
from app.sharing.turning import has_leftward, turned
from app.sharing.whereabouts import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pypdfium2 import PdfDocument

    from app.course import Step
    from app.sharing.innards import Innards

T = TypeVar("T")

__all__ = [
    "Finding",
    "Place",
    "Reading",
    "UnreadableError",
    "Withheld",
    "read_back",
    "with_document",
]

FURNITURE_LINES = 12
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A text that must not be in the file, such as a passage, a name or a private id.

    Attributes:
        label: What a person calls it, such as "Note of 14 May"; never the text itself.
        text: Plain text or Markdown; shorter than 12 characters it counts as whole words only.
        name: Whether it is somebody's name (see `matching`).
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


def read_back(
    data: bytes,
    passphrase: str | None,
    withheld: Sequence[Withheld],
    step: Step = unwatched,
) -> Reading:
    """Read the pages and all that is in the file beside them, and search it.

    Raises:
        UnreadableError: PDFium cannot open the file, or a part of it cannot be read.
        StoppedError: `step` said so.
    """

    def read(document: PdfDocument) -> _Read:
        # PDFium takes 60 ms to load, which is not for the start of the app.
        from app.sharing.innards import Innards  # noqa: PLC0415

        innards = Innards(data, _plain_copy(document))
        return _Read(innards, _sides(document, part(step, 0.1, 0.6), every=innards.jumps))

    found = with_document(data, passphrase, read)
    return found.searched(watched(withheld, part(step, 0.6, 1)))


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


def _plain_copy(document: PdfDocument) -> bytes:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - 60 ms, not for the start of the app

    copy = BytesIO()
    document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    return copy.getvalue()


@dataclass(frozen=True, slots=True)
class _Side:
    """The text of a page as it was drawn, and by place: by lines, by columns."""

    drawn: str
    lines: str
    columns: str


def _sides(document: PdfDocument, step: Step, *, every: bool) -> list[_Side]:
    from app.sharing.positions import by_place, in_order  # noqa: PLC0415 - as above

    sides = []
    for number in watched(range(len(document)), step):
        page = document[number]
        text = page.get_textpage()
        drawn = text.get_text_range()
        plain = in_order(text) and not every and not has_leftward(drawn)
        lines, columns = (drawn, drawn) if plain else by_place(text)
        sides.append(_Side(drawn, lines, columns))
        text.close()
        page.close()
    return sides


class _Read:
    """What was read of a file, ready to be searched."""

    def __init__(self, innards: Innards, sides: list[_Side]) -> None:
        self._innards = innards
        self._pages = tuple(side.drawn for side in sides)
        readings = [list(self._pages)]
        if any(side.lines is not side.drawn for side in sides):
            readings += [[side.lines for side in sides], [side.columns for side in sides]]
        if any(has_leftward(page) for page in self._pages):
            readings += [
                list(pages)
                for seen in readings[1:]
                for pages in zip(*map(turned, seen), strict=True)
            ]
        # A passage may run on over the foot of a page, which stands between its halves.
        clear = [_without_furniture(pages) for pages in readings]
        readings += [new for new, old in zip(clear, readings, strict=True) if new != old]
        self._readings = [_Joined(pages) for pages in readings]

    def searched(self, withheld: Iterable[Withheld]) -> Reading:
        """The pages, and what of the withheld is in the file."""
        findings = tuple(self._findings(withheld))
        if not (findings or self._innards.whole):
            raise UnreadableError
        return Reading(self._pages, findings)

    def _findings(self, withheld: Iterable[Withheld]) -> Iterator[Finding]:
        for each in withheld:
            needle = Needle(each.text, name=each.name)
            pages = {page: None for text in self._readings for page in text.find(needle)}
            yield from (Finding(each.label, Place.PAGE, page) for page in pages)
            for place in self._places(each, needle):
                if place is not Place.PAGE:
                    yield Finding(each.label, place)
                elif not pages:
                    yield Finding(each.label, Place.HIDDEN)

    def _places(self, each: Withheld, needle: Needle) -> Iterator[Place]:
        innards, code = self._innards, _code(each.text)
        if innards.has(needle):
            yield from innards.places(needle)
        elif code and innards.holds(code):
            yield Place.FILE
        elif not innards.whole and innards.leftover.has(needle):
            yield Place.LEFTOVER


def _code(text: str) -> bytes:
    """The sixteen bytes of an id as such, if it is one."""
    try:
        return UUID(text).bytes
    except ValueError:
        return b""


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
