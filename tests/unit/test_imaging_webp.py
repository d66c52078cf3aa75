from __future__ import annotations

import struct

import pytest

from app.imaging.errors import ImageDamagedError
from app.imaging.webp import clean_webp
from tests.pictures import SECRET, riff, webp


def lossy(width: int, height: int) -> bytes:
    frame = b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)
    body = b"WEBP" + riff(b"VP8 ", frame)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def lossless(width: int, height: int, start: int = 0x2F) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    body = b"WEBP" + riff(b"VP8L", struct.pack("<BI", start, bits) + bytes(8))
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_bare_image_stays_as_it_is() -> None:
    assert clean_webp(webp()) == (8, 4, webp())


def test_a_lossy_one_tells_its_size() -> None:
    assert clean_webp(lossy(300, 200))[:2] == (300, 200)


def test_a_lossless_one_tells_its_size() -> None:
    assert clean_webp(lossless(300, 200))[:2] == (300, 200)


def test_exif_and_xmp_go_and_are_not_announced() -> None:
    profile = riff(b"ICCP", b"colour")

    kept = clean_webp(webp(profile, riff(b"EXIF", SECRET), riff(b"XMP ", b"x"), flags=0x2C))

    assert kept == (8, 4, webp(profile, flags=0x20))


def test_what_follows_its_end_goes() -> None:
    assert clean_webp(webp() + SECRET)[2] == webp()


@pytest.mark.parametrize(
    "data",
    [
        webp()[:12],
        webp()[:-8],
        webp(flags=0)[:30],
        webp().replace(b"VP8 ", b"VP8?"),
        lossless(3, 2, 0x2E),
        lossy(3, 2).replace(b"\x9d", b"\x9e"),
    ],
)
def test_a_broken_one_is_damaged(data: bytes) -> None:
    with pytest.raises(ImageDamagedError):
        clean_webp(data)
