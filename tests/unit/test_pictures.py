"""Pictures of pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.export.pdf import build
from app.sharing.pictures import render_pages
from app.sharing.readback import UnreadableError
from tests.documents import EMPTY, brief


@pytest.mark.parametrize("passphrase", [None, "lockéd"])
def test_every_page_has_its_picture(passphrase: str | None) -> None:
    pictures = render_pages(build(brief(), passphrase).data, passphrase, 0.5)
    assert len(pictures) == 2
    image = Image.open(BytesIO(pictures[0]))
    assert image.format == "PNG"
    assert image.size == (298, 421)
    assert image.getextrema() != ((255, 255),) * 3


def test_a_locked_file_shows_nothing_without_its_passphrase() -> None:
    with pytest.raises(UnreadableError):
        render_pages(build(EMPTY, "locked").data, None)
