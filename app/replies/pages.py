"""The pages of a PDF as they are seen, read with PDFium; runs only where a file is taken apart.

PDFium comes without its engine for scripts, and no form is ever started: nothing can run.
"""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.replies import limits
from app.replies.codes import codes_in
from app.replies.contents import FURTHEST, UNKNOWN, Box, Letter, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_TENTHS: Final = 10
_PIXELS_A_POINT: Final = 1.5
_FAR: Final = 1000
"""Points, to learn how the page is turned."""


def pages_of(
    document: PdfDocument, *, draw: bool, light: frozenset[int] | None = None
) -> list[Page]:
    """The letters of the first pages, with their pixels where a code is printed and it is asked.

    Where it is known which pages are light, the others stay empty.
    """
    pages: list[Page] = []
    left = limits.LETTERS
    for number in range(min(len(document), limits.PAGES)):
        heavy = light is not None and number not in light
        pages.append(Page(0, 0) if heavy else _page(document, number, left))
        left -= len(pages[-1].letters)
    if draw and any(codes_in(page.text) for page in pages):
        for number in range(min(len(pages), limits.PRINTED_PAGES)):
            if pages[number].letters:
                pages[number] = _drawn(document[number], pages[number])
    return pages


def _page(document: PdfDocument, number: int, most: int) -> Page:
    """A page with at most so many letters; empty where it cannot be read."""
    import pypdfium2  # noqa: PLC0415 - 60 ms, not for the start of the app

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Page(0, 0)
    width, height = page.get_size()
    read = Page(_tenths(width), _tenths(height), _letters(page, most))
    page.close()
    return read


def _tenths(points: float) -> int:
    """Points as tenths; whatever is no sensible number is far away."""
    if not abs(points) < FURTHEST / _TENTHS:
        return FURTHEST
    return round(points * _TENTHS)


def _letters(page: PdfPage, most: int) -> tuple[Letter, ...]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - 60 ms, not for the start of the app

    text = page.get_textpage()
    seen = _as_seen(page)
    letters = tuple(
        _letter(text, at, seen) for at in range(min(pdfium.FPDFText_CountChars(text), most))
    )
    text.close()
    return letters


def _letter(text: PdfTextPage, at: int, seen: Callable[[float, float], tuple[int, int]]) -> Letter:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    code = pdfium.FPDFText_GetUnicode(text, at)
    known = 0 < code <= 0x10FFFF  # noqa: PLR2004 - Unicode's last
    sign = chr(code) if known else UNKNOWN
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    if pdfium.FPDFText_IsGenerated(text, at) == 1 or sign in "\r\n":
        return Letter(sign, 0, 0, Box(0, 0, 0, 0))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    one, other = seen(left.value, top.value), seen(right.value, bottom.value)
    box = Box(*map(min, one, other), *map(max, one, other))
    return Letter(sign, *seen(x.value, y.value), box)


def _as_seen(page: PdfPage) -> Callable[[float, float], tuple[int, int]]:
    """From the page's own coordinates to tenths of a point from where its upper left is seen."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    width, height = (_tenths(size) for size in page.get_size())

    def placed(x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        return across.value, down.value

    (x0, y0), (x1, y1), (x2, y2) = placed(0, 0), placed(_FAR, 0), placed(0, _FAR)

    def seen(x: float, y: float) -> tuple[int, int]:
        across = x0 + ((x1 - x0) * x + (x2 - x0) * y) / _FAR
        down = y0 + ((y1 - y0) * x + (y2 - y0) * y) / _FAR
        return _bounded(across), _bounded(down)

    return seen


def _bounded(value: float) -> int:
    return round(value) if abs(value) < FURTHEST else FURTHEST


def _drawn(page: PdfPage, known: Page) -> Page:
    """The page with its greys, at the scale that fits into what is handed over."""
    width, height = page.get_size()
    wanted = max(1.0, width * height) * _PIXELS_A_POINT**2
    if not all(limits.SIDES[0] <= side <= limits.SIDES[1] for side in (width, height)):
        return known
    scale = _PIXELS_A_POINT * min(1.0, (limits.PIXELS / 2 / wanted) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, rev_byteorder=False)
    columns, rows, stride = bitmap.width, bitmap.height, bitmap.stride
    data = bytes(bitmap.buffer)
    step = bitmap.n_channels
    pixels = b"".join(
        data[row * stride : row * stride + columns * step : step] for row in range(rows)
    )
    bitmap.close()
    page.close()
    if columns * rows > limits.PIXELS:
        return known
    return replace(known, columns=columns, rows=rows, pixels=pixels)
