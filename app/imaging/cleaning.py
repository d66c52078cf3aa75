"""One image as the vault keeps it: its own bytes, without what a camera or program added.

The picture itself is not encoded anew: that would blur a JPEG at every step and make two copies
of one photo differ. What goes is everything that is not needed to show it, such as where and when
it was taken, by which camera, comments, and small copies of what was cut away later. What is kept
is named in each format's module; whatever is not named there is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.imaging.errors import (
    ImageDamagedError,
    ImageTooLargeError,
    NotAnImageError,
    TooManyPixelsError,
)
from app.imaging.gif import clean_gif
from app.imaging.jpeg import clean_jpeg
from app.imaging.png import clean_png
from app.imaging.webp import clean_webp

MAX_BYTES: Final = 25 * 1024 * 1024
MAX_PIXELS: Final = 50_000_000
"""Enough for the camera of a good phone; showing this many takes 200 MB for a moment."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image ready to be kept: media type, bytes, and the pixels it has when shown upright.

    `sha256` is the digest of the bytes, worked out here and so never on the window's thread.
    """

    media: str
    width: int
    height: int
    data: bytes
    sha256: str


_CLEANERS: Final[dict[str, Callable[[bytes], tuple[int, int, bytes]]]] = {
    "image/png": clean_png,
    "image/jpeg": clean_jpeg,
    "image/gif": clean_gif,
    "image/webp": clean_webp,
}


def media_of(data: bytes) -> str:
    """The media type that the first bytes tell; empty where it is none that is kept."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return ""


def cleaned(data: bytes) -> Picture:
    """The image in these bytes; raises an ImageError where it cannot be kept."""
    check_size(len(data))
    media = media_of(data)
    if not media:
        raise NotAnImageError
    width, height, kept = _CLEANERS[media](data)
    if width < 1 or height < 1:
        raise ImageDamagedError
    if width * height > MAX_PIXELS:
        raise TooManyPixelsError(megapixels=MAX_PIXELS // 1_000_000)
    return Picture(media, width, height, kept, hashlib.sha256(kept).hexdigest())


def check_size(size: int) -> None:
    """Raise where a file has more bytes than one image may have."""
    if size > MAX_BYTES:
        raise ImageTooLargeError(megabytes=MAX_BYTES // (1024 * 1024))
