"""WebP: the chunks that make the picture and its colours."""

from __future__ import annotations

import struct
from typing import Final

from app.imaging.cursor import Cursor
from app.imaging.errors import ImageDamagedError

_LOSSY, _LOSSLESS, _EXTENDED = b"VP8 ", b"VP8L", b"VP8X"
_KEPT: Final = frozenset((_LOSSY, _LOSSLESS, _EXTENDED, b"ALPH", b"ICCP", b"ANIM", b"ANMF"))
_PICTURES: Final = frozenset((_LOSSY, _LOSSLESS, b"ANMF"))
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04
_LOSSY_START: Final = b"\x9d\x01\x2a"
_LOSSLESS_START: Final = 0x2F
_14_BITS: Final = 0x3FFF


def clean_webp(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the image without EXIF, XMP and what others added."""
    cursor = Cursor(data, 4)
    end = min(cursor.little(4) + 8, len(data))
    cursor = Cursor(data[:end], 12)
    size: tuple[int, int] | None = None
    parts: list[bytes] = []
    painted = False
    while cursor.left > 1:
        kind, content = _chunk(cursor)
        size = size or _size(kind, content)
        painted = painted or kind in _PICTURES
        if kind in _KEPT:
            parts.append(_as_chunk(kind, _without_flags(kind, content)))
    if size is None or not painted:
        raise ImageDamagedError
    body = b"WEBP" + b"".join(parts)
    return *size, b"RIFF" + struct.pack("<I", len(body)) + body


def _chunk(cursor: Cursor) -> tuple[bytes, bytes]:
    kind = cursor.take(4)
    length = cursor.little(4)
    content = cursor.take(length)
    cursor.take(min(length % 2, cursor.left))
    return kind, content


def _as_chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def _without_flags(kind: bytes, content: bytes) -> bytes:
    if kind != _EXTENDED:
        return content
    return bytes((content[0] & ~(_EXIF_FLAG | _XMP_FLAG),)) + content[1:]


def _size(kind: bytes, content: bytes) -> tuple[int, int] | None:
    cursor = Cursor(content)
    if kind == _EXTENDED:
        cursor.take(4)
        return cursor.little(3) + 1, cursor.little(3) + 1
    if kind == _LOSSY:
        cursor.take(3)
        if cursor.take(3) != _LOSSY_START:
            raise ImageDamagedError
        return cursor.little(2) & _14_BITS, cursor.little(2) & _14_BITS
    if kind == _LOSSLESS:
        if cursor.big(1) != _LOSSLESS_START:
            raise ImageDamagedError
        bits = cursor.little(4)
        return (bits & _14_BITS) + 1, (bits >> 14 & _14_BITS) + 1
    return None
