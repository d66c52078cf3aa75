"""Lays a document out and draws it: from plain values to the bytes of an open PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab import rl_config

from app.course import Step, part, unwatched, watched
from app.export.figures import Figures
from app.export.masthead import imprint, masthead
from app.export.paging import Pager
from app.export.sheets import Drawer, Sheet
from app.export.structure import Spoken, Structure
from app.export.styles import Setter
from app.export.tags import TaggedCanvas
from app.export.typeset import Typesetter

if TYPE_CHECKING:
    from app.domain.document import Document


@dataclass(frozen=True, slots=True)
class Pages:
    """The drawn pages; `unprinted` are the characters no font could show."""

    data: bytes
    count: int
    unprinted: str


def draw(document: Document, step: Step = unwatched) -> Pages:
    """The pages as a PDF, with the tree of what is to be read on them."""
    harden()
    setter = Setter()
    sheet = Sheet.of(document.paper)
    typesetter = Typesetter(setter, sheet.measure, Figures(document.figures))
    pager = Pager(sheet.depth)
    pager.add(masthead(document, sheet.measure, setter))
    sections = watched(document.sections, part(step, 0, 0.6))
    pager.add(typesetter.sections(sections, fresh_page=False))
    pager.add(typesetter.sections(document.colophon, fresh_page=True))
    last = imprint(document.imprint, sheet.measure, setter)
    if last:
        pager.add_last(last)
    target = BytesIO()
    canvas = TaggedCanvas(
        target,
        (sheet.width, sheet.height),
        setter.looks.body.family.regular.name,
        Structure(len(pager.pages), Spoken(document.done, document.to_do, document.picture)),
    )
    Drawer(canvas, document, sheet, setter).draw(pager.pages, part(step, 0.6, 1))
    canvas.save()
    unprinted = "".join(sorted(setter.lettering.unprinted))
    return Pages(target.getvalue(), len(pager.pages), unprinted)


def harden() -> None:
    """Take from reportlab what we never ask of it: to open a file or an address by itself."""
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []
    # Bytes as text would make each image a quarter larger.
    rl_config.useA85 = 0
