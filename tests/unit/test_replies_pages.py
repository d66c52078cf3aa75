"""Pages are read as they are seen: letters in place, greys only where a code is printed."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.replies import limits
from app.replies.contents import Page
from app.replies.pages import pages_of
from tests.reply_forms import CODE, changed, paper


def _pages(data: bytes, *, draw: bool = True) -> list[Page]:
    document = pypdfium2.PdfDocument(data)
    try:
        return pages_of(document, draw=draw)
    finally:
        document.close()


def _with_words(*texts: str, size: tuple[float, float] = (300, 200)) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=size)
    for text in texts:
        canvas.drawString(50, 100, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_letters_stand_where_they_are_seen_in_tenths_of_a_point_from_the_upper_left() -> None:
    page = _pages(_with_words("Hi"))[0]
    assert (page.width, page.height, page.text) == (3000, 2000, "Hi")
    assert [(each.x, each.y) for each in page.letters] == [(500, 1000), (587, 1000)]
    assert all(each.box.top < 1000 for each in page.letters)


@pytest.mark.parametrize(
    ("turn", "size", "origin"),
    [
        (90, (2000, 3000), (1000, 500)),
        (180, (3000, 2000), (2500, 1000)),
        (270, (2000, 3000), (1000, 2500)),
    ],
)
def test_a_turned_page_is_read_as_it_is_seen(
    turn: int, size: tuple[int, int], origin: tuple[int, int]
) -> None:
    def rotate(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn

    page = _pages(changed(_with_words("Hi"), rotate))[0]
    assert (page.width, page.height) == size
    assert (page.letters[0].x, page.letters[0].y) == origin


def test_a_cropped_page_counts_from_what_is_seen_of_it() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.CropBox = pikepdf.Array([40, 50, 240, 150])

    page = _pages(changed(_with_words("Hi"), crop))[0]
    assert (page.width, page.height) == (2000, 1000)
    assert (page.letters[0].x, page.letters[0].y) == (100, 500)


def test_pages_are_drawn_only_where_a_code_is_printed_and_it_is_asked() -> None:
    assert _pages(_with_words("Hi"))[0].pixels == b""
    assert _pages(paper().data, draw=False)[0].pixels == b""
    page = _pages(_with_words(f"Request {CODE}"))[0]
    assert (page.columns, page.rows, len(page.pixels)) == (450, 300, 450 * 300)
    assert min(page.pixels) < 100
    assert max(page.pixels) == 255


def test_a_large_page_is_drawn_small_and_one_beyond_all_paper_not_at_all() -> None:
    page = _pages(_with_words(f"Request {CODE}", size=(3400, 2400)))[0]
    assert 0 < page.columns * page.rows <= limits.PIXELS
    for size in ((14_000, 200), (200, 14_000), (300, 20)):
        assert _pages(_with_words(f"Request {CODE}", size=size))[0].pixels == b""


def test_only_the_first_pages_and_letters_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGES", 3)
    monkeypatch.setattr(limits, "LETTERS", 5)
    pages = _pages(_with_words("abc", "def", "ghi", "jkl"))
    assert [page.text for page in pages] == ["abc", "de", ""]


def test_a_page_that_cannot_be_read_is_empty() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pages = pdf.Root.Pages
        pages.Kids = pikepdf.Array([pdf.make_indirect(pikepdf.Array()), *pages.Kids])
        pages.Count = 2

    document = pypdfium2.PdfDocument(changed(_with_words("abc"), spoil))
    assert pages_of(document, draw=True) == [Page(0, 0)]
    document.close()
