"""Takes the bytes of a file apart; runs in a process of its own (see `child` and `elsewhere`)."""

from __future__ import annotations

import codecs
from io import BytesIO
from typing import Final

from app.domain.forms import CONSENT, GIVER
from app.errors import MALFORMED
from app.replies import limits
from app.replies.contents import Contents, Field, Page, packed, refused
from app.replies.reply import What

_HEAD: Final = 1024
"""Bytes before which a PDF has to begin, as its readers have it."""

_BROKEN: Final = (*MALFORMED, RuntimeError, ArithmeticError, OSError)
"""What the libraries raise where a file is not as it should be."""


class _LockedError(Exception):
    """The file opens only with a passphrase."""


def prepare() -> None:
    """Load everything that is needed, and set the libraries' own limits: no file opens later."""
    import pikepdf.codec  # noqa: PLC0415 - not for the start of the app
    import pikepdf.settings  # noqa: PLC0415 - as above
    import pypdfium2.raw  # noqa: F401, PLC0415 - 60 ms, not for the start of the app

    from app.replies import beside, fields, pages, weighing  # noqa: F401, PLC0415 - as above

    for name in ("utf-8", "utf-16-le", "utf-16-be", "pdfdoc_pikepdf"):
        codecs.lookup(name)
    if hasattr(pikepdf.settings, "set_qpdf_limits"):  # since pikepdf 10.8
        most = limits.STREAM_BYTES
        pikepdf.settings.set_qpdf_limits(
            flate_max_memory=most,
            run_length_max_memory=most,
            png_max_memory=most,
            tiff_max_memory=most,
            dct_max_memory=most,
            parser_max_nesting=limits.DEPTH,
        )


def taken_apart(data: bytes) -> bytes:
    """The contents of a file as they are handed over, or the word for why there are none."""
    if b"%PDF-" not in data[:_HEAD]:
        return refused("not a PDF")
    try:
        form = _form(data)
        if form is None:  # what was not weighed is not drawn: it may never end
            return refused("damaged")
        fields, found, light = form
        pages = _pages(data, light, draw=not _is_whole(fields))
    except _LockedError:
        return refused("locked")
    except MemoryError:
        return refused("too large")
    return packed(Contents(tuple(fields), tuple(pages), found))


def _is_whole(fields: list[Field]) -> bool:
    """Whether a form still has its fields: a reader may leave the hidden ones and draw the rest."""
    return any(each.name.endswith((CONSENT, GIVER)) for each in fields)


def _form(data: bytes) -> tuple[list[Field], dict[What, int], frozenset[int]] | None:
    """The fields, what is beside them and the pages to read; None where qpdf cannot read it."""
    import pikepdf  # noqa: PLC0415 - not for the start of the app

    from app.replies.beside import found_in  # noqa: PLC0415 - as above
    from app.replies.fields import fields_of  # noqa: PLC0415 - as above
    from app.replies.weighing import light_pages  # noqa: PLC0415 - as above

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            return fields_of(pdf), found_in(pdf), light_pages(pdf)
    except pikepdf.PasswordError:
        raise _LockedError from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, *_BROKEN):
        return None


def _pages(data: bytes, light: frozenset[int], *, draw: bool) -> list[Page]:
    """The pages; none where PDFium makes nothing of the file."""
    import pypdfium2  # noqa: PLC0415 - 60 ms, not for the start of the app

    from app.replies.pages import pages_of  # noqa: PLC0415 - as above

    try:
        document = pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, *_BROKEN):
        return []
    try:
        return pages_of(document, draw=draw, light=light)
    except (pypdfium2.PdfiumError, *_BROKEN):
        return []
    finally:
        document.close()
