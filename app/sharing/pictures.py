"""Pictures of a PDF's very pages, for looking at them where nothing else can show a PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.sharing.readback import with_document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def render_pages(data: bytes, passphrase: str | None, scale: float = 2.0) -> list[bytes]:
    """Each page as a PNG file; a scale of 1 is 72 pixels per inch.

    Raises:
        UnreadableError: PDFium cannot open the file.
    """

    def render(document: PdfDocument) -> list[bytes]:
        pictures = []
        for page in document:
            target = BytesIO()
            page.render(scale=scale).to_pil().save(target, format="PNG")
            pictures.append(target.getvalue())
            page.close()
        return pictures

    return with_document(data, passphrase, render)
