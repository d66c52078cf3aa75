"""Lays a document out and draws it: from plain values to the bytes of an open PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.export.figures import Figures
from app.export.masthead import imprint, masthead
from app.export.paging import Pager
from app.export.sheets import Drawer, Sheet
from app.export.styles import Setter
from app.export.typeset import Typesetter

if TYPE_CHECKING:
    from app.domain.document import Document
    from app.export.tags import Element


@dataclass(frozen=True, slots=True)
class Pages:
    """The drawn pages; `unprinted` are the characters no font could show."""

    data: bytes
    count: int
    unprinted: str
    elements: tuple[Element, ...]


def draw(document: Document) -> Pages:
    """The pages as a PDF, and what is to be read on them."""
    _harden()
    setter = Setter()
    sheet = Sheet.of(document.paper)
    typesetter = Typesetter(setter, sheet.measure, Figures(document.figures))
    pager = Pager(sheet.depth)
    pager.add(masthead(document, sheet.measure, setter))
    pager.add(typesetter.sections(document.sections, fresh_page=False))
    pager.add(typesetter.sections(document.colophon, fresh_page=True))
    last = imprint(document.imprint, sheet.measure, setter)
    if last:
        pager.add_last(last)
    target = BytesIO()
    canvas = Canvas(
        target,
        (sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        # The types take this name for a size; without it every file would name Helvetica.
        initialFontName=setter.looks.body.family.regular.name,  # type: ignore[arg-type]
    )
    elements = Drawer(canvas, document, sheet, setter).draw(pager.pages)
    canvas.save()
    unprinted = "".join(sorted(setter.lettering.unprinted))
    return Pages(target.getvalue(), len(pager.pages), unprinted, tuple(elements))


def _harden() -> None:
    """Take from reportlab what we never ask of it: to open a file or an address by itself."""
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []
    # Bytes as text would make each image a quarter larger.
    rl_config.useA85 = 0
