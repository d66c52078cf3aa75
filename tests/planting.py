"""Ways to smuggle a text into a PDF, for proving that it is found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.export.pdf import build
from tests.documents import brief

Change = Callable[[pikepdf.Pdf], object]
FONT, SIZE = "Helvetica", 12.0


def finished() -> bytes:
    """A file of ours that holds nothing withheld."""
    return build(brief()).data


def changed(change: Change, data: bytes | None = None, passphrase: str | None = None) -> bytes:
    """A finished file after somebody had it in their hands."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data or finished())) as pdf:
        change(pdf)
        lock = pikepdf.Encryption(user=passphrase, owner="o", R=6) if passphrase else False
        pdf.save(
            target,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            encryption=lock,
        )
    return target.getvalue()


def canvas(*pages: Callable[[Canvas], None]) -> bytes:
    """A file with these pages, in the plain font of every reader."""
    target = BytesIO()
    paper = Canvas(target, A4, invariant=1)
    for draw in pages:
        paper.setFont(FONT, SIZE)
        draw(paper)
        paper.showPage()
    paper.save()
    return changed(lambda _: None, target.getvalue())


def letters(
    lines: Sequence[str], paper: Canvas, left: float = 50, top: float = 700
) -> list[tuple[float, float, str]]:
    """Where each letter of some lines goes."""
    return [
        (left + paper.stringWidth(line[:index], FONT, SIZE), top - 16 * row, letter)
        for row, line in enumerate(lines)
        for index, letter in enumerate(line)
    ]


def strewn(
    lines: Sequence[str], seed: int = 1, left: float = 50, top: float = 700
) -> Callable[[Canvas], None]:
    """Every letter drawn by itself, in any order."""

    def draw(paper: Canvas) -> None:
        placed = letters(lines, paper, left, top)
        random.Random(seed).shuffle(placed)  # noqa: S311 - an order, not a secret
        for x, y, letter in placed:
            paper.drawString(x, y, letter)

    return draw


def onto(page: int, stream: bytes) -> Change:
    """Something added to what a page draws."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page].contents_add(stream)

    return change


def helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The plain font of every reader."""
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )
    )


def form(pdf: pikepdf.Pdf, text: str) -> pikepdf.Object:
    """A drawing that says something."""
    stream = Stream(pdf, f"BT /Hv 12 Tf 50 500 Td ({text}) Tj ET".encode())
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, 600, 800])
    stream.Resources = Dictionary(Font=Dictionary(Hv=helvetica(pdf)))
    return pdf.make_indirect(stream)


def note(pdf: pikepdf.Pdf, **entries: object) -> pikepdf.Object:
    """Something that hangs on the first page."""
    hung = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9])))
    for key, value in entries.items():
        hung[f"/{key}"] = value
    page = pdf.pages[0]
    page.Annots = Array([*(page.get("/Annots") or []), hung])
    return hung


def later(data: bytes, body: bytes, number: int = 900) -> bytes:
    """The file with another version at its end, which has one object more that nobody asks for."""
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    trailer = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", data, re.DOTALL)[-1]
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % (number + 1), trailer)
    added = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return (
        data
        + added
        + (
            b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<%s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
            % (number, len(data), trailer, start, len(data) + len(added))
        )
    )


def plainly(data: bytes) -> bytes:
    """The file without object streams, as older programs write it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            target, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
        )
    return target.getvalue()
