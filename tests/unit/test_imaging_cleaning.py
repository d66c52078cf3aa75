"""Any bytes at all: an image that can be kept, or a sentence about why not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imaging.cleaning import MAX_BYTES, MAX_PIXELS, cleaned, media_of
from app.imaging.errors import (
    ImageDamagedError,
    ImageError,
    ImageTooLargeError,
    NotAnImageError,
    TooManyPixelsError,
)
from tests.pictures import SECRET, chunk, exif, gif, jpeg, png, riff, segment, webp

LADEN = (
    png(8, 4, chunk(b"tEXt", b"Comment\0" + SECRET), chunk(b"eXIf", exif(1)[6:])),
    jpeg(segment(0xE1, exif(6)), segment(0xFE, SECRET), trailer=SECRET),
    gif(b"\x21\xfe" + bytes((len(SECRET),)) + SECRET + b"\0", frames=3),
    webp(riff(b"EXIF", SECRET), riff(b"XMP ", SECRET), flags=0x0C),
)
"""One image of each kind with a secret beside the picture."""


@pytest.mark.parametrize("data", LADEN, ids=media_of)
def test_what_stands_beside_the_picture_is_not_kept(data: bytes) -> None:
    assert SECRET in data
    assert SECRET not in cleaned(data).data


@pytest.mark.parametrize("data", LADEN, ids=media_of)
def test_cleaning_twice_changes_nothing(data: bytes) -> None:
    once = cleaned(data)

    assert cleaned(once.data) == once


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?xml version='1.0'?><svg/>",
        b"%PDF-1.7",
        b"BM" + bytes(60),
        b"II*\x00" + bytes(60),
        b"RIFF\x04\0\0\0WAVE",
    ],
)
def test_other_files_are_none(data: bytes) -> None:
    with pytest.raises(NotAnImageError):
        cleaned(data)


def test_a_file_of_too_many_bytes_is_refused_unread() -> None:
    with pytest.raises(ImageTooLargeError) as refused:
        cleaned(bytes(MAX_BYTES + 1))

    assert "25 MB" in str(refused.value)


def test_a_small_file_of_too_many_pixels_is_refused() -> None:
    bomb = png(size=(50_000).to_bytes(4, "big") * 2)
    assert len(bomb) < 200

    with pytest.raises(TooManyPixelsError) as refused:
        cleaned(bomb)

    assert "50 megapixels" in str(refused.value)


def test_the_limit_itself_is_allowed() -> None:
    size = (10_000).to_bytes(4, "big") + (MAX_PIXELS // 10_000).to_bytes(4, "big")

    assert cleaned(png(size=size)).width == 10_000


def test_an_image_without_area_is_damaged() -> None:
    with pytest.raises(ImageDamagedError):
        cleaned(png(size=bytes(8)))


@given(st.sampled_from(LADEN), st.data())
def test_a_file_that_breaks_off_never_raises_anything_else(
    data: bytes, more: st.DataObject
) -> None:
    cut = data[: more.draw(st.integers(0, len(data)))]
    try:
        cleaned(cut)
    except ImageError:
        return


@given(st.sampled_from(LADEN), st.integers(0, 2**32), st.integers(1, 12))
def test_bytes_turned_over_never_raise_anything_else(data: bytes, seed: int, count: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    broken = bytearray(data)
    for _ in range(count):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    try:
        picture = cleaned(bytes(broken))
    except ImageError:
        return
    assert 0 < picture.width * picture.height <= MAX_PIXELS
    assert len(picture.data) <= len(broken) + 64


@given(st.sampled_from([data[:12] for data in LADEN]), st.binary(max_size=300))
def test_any_bytes_behind_a_true_beginning_never_raise_anything_else(
    start: bytes, rest: bytes
) -> None:
    try:
        cleaned(start + rest)
    except ImageError:
        return
