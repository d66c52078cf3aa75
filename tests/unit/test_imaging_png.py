from __future__ import annotations

import pytest

from app.imaging.errors import ImageDamagedError
from app.imaging.png import clean_png
from tests.pictures import SECRET, chunk, png


def test_a_bare_image_stays_as_it_is() -> None:
    assert clean_png(png(8, 4)) == (8, 4, png(8, 4))


def test_its_colours_stay_and_its_texts_go() -> None:
    gamma = chunk(b"gAMA", (45455).to_bytes(4, "big"))

    kept = clean_png(png(8, 4, gamma, chunk(b"tEXt", SECRET), chunk(b"acTL", bytes(8))))

    assert kept == (8, 4, png(8, 4, gamma))


def test_what_follows_its_end_goes() -> None:
    assert clean_png(png() + SECRET)[2] == png()


@pytest.mark.parametrize(
    "data",
    [
        png()[:-14],
        png()[:8],
        png().replace(b"IDAT", b"IDAX"),
        png()[:8] + chunk(b"IEND", b""),
        png()[:33] + chunk(b"IEND", b""),
    ],
)
def test_a_broken_one_is_damaged(data: bytes) -> None:
    with pytest.raises(ImageDamagedError):
        clean_png(data)
