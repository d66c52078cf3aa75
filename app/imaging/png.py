"""PNG: the chunks that make the picture and its colours."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from app.imaging.cursor import Cursor
from app.imaging.errors import ImageDamagedError

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = frozenset(
    (b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs")
)
_HEADER: Final = 13


def clean_png(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the image without texts, times, EXIF and further frames."""
    cursor = Cursor(data, len(_SIGNATURE))
    kind, header, whole = _chunk(cursor)
    if kind != b"IHDR" or len(header) != _HEADER:
        raise ImageDamagedError
    width, height = struct.unpack(">II", header[:8])
    parts = [_SIGNATURE, whole]
    painted = False
    while kind != b"IEND":
        kind, _, whole = _chunk(cursor)
        painted = painted or kind == b"IDAT"
        if kind in _KEPT or kind == b"IEND":
            parts.append(whole)
    if not painted:
        raise ImageDamagedError
    return width, height, b"".join(parts)


def _chunk(cursor: Cursor) -> tuple[bytes, bytes, bytes]:
    """Kind, content, and the chunk as it stands; its check sum must be right."""
    start = cursor.place
    length = cursor.big(4)
    kind, content = cursor.take(4), cursor.take(length)
    if zlib.crc32(content, zlib.crc32(kind)) != cursor.big(4):
        raise ImageDamagedError
    return kind, content, cursor.data[start : cursor.place]
