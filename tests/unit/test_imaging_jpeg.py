from __future__ import annotations

import pytest

from app.imaging.errors import ImageDamagedError
from app.imaging.jpeg import clean_jpeg
from tests.pictures import SECRET, exif, jpeg, segment

JFIF = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
THUMBNAIL = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x08\x01" + SECRET + b"..")


def test_a_bare_image_stays_as_it_is() -> None:
    assert clean_jpeg(jpeg()) == (8, 4, jpeg())


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("orientation", range(2, 9))
def test_which_way_up_is_all_that_stays_of_exif(orientation: int, order: str) -> None:
    width, height, kept = clean_jpeg(jpeg(segment(0xE1, exif(orientation, order=order))))

    assert (width, height) == ((4, 8) if orientation > 4 else (8, 4))
    assert SECRET not in kept
    assert len(kept) == len(jpeg()) + 36
    assert clean_jpeg(kept) == (width, height, kept)


@pytest.mark.parametrize("told", [exif(1), exif(9), exif(0), b"Exif\x00\x00", exif(6)[:12]])
def test_an_orientation_that_says_nothing_is_left_out(told: bytes) -> None:
    assert clean_jpeg(jpeg(segment(0xE1, told))) == (8, 4, jpeg())


def test_a_thumbnail_goes() -> None:
    _, _, kept = clean_jpeg(jpeg(THUMBNAIL, segment(0xE0, b"JFXX\x00" + SECRET)))

    assert SECRET not in kept


def test_colour_profiles_stay() -> None:
    profile = segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + bytes(40))
    adobe = segment(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x01")

    _, _, kept = clean_jpeg(jpeg(profile, adobe))

    assert profile in kept
    assert adobe in kept


def test_films_and_pictures_behind_the_end_go() -> None:
    motion = segment(0xE2, b"MPF\x00" + SECRET)

    assert clean_jpeg(jpeg(motion, trailer=jpeg() + SECRET))[2] == jpeg()


@pytest.mark.parametrize(
    "data",
    [
        jpeg()[:-2],
        jpeg()[:40],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + segment(0xFE, b"") + b"\x00\xd9",
        b"\xff\xd8\xff\xfe\x00\x01\xff\xd9",
        jpeg().replace(b"\xff\xc0", b"\xff\xe3"),
        jpeg(segment(0xC0, b"\x08\x00\x04\x00\x08")),
    ],
)
def test_a_broken_one_is_damaged(data: bytes) -> None:
    with pytest.raises(ImageDamagedError):
        clean_jpeg(data)
