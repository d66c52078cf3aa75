"""GIF: the frames and how long each stands."""

from __future__ import annotations

import struct
from typing import Final

from app.imaging.cursor import Cursor
from app.imaging.errors import ImageDamagedError

_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL: Final = 0xF9
_APPLICATION: Final = 0xFF
_REPEATS: Final = b"NETSCAPE2.0"
_PALETTE, _PALETTE_SIZE = 0x80, 0x07
_HEADER: Final = 13


def clean_gif(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the image without comments, texts and other programs' blocks."""
    cursor = Cursor(data)
    header = cursor.take(_HEADER)
    width, height = struct.unpack("<HH", header[6:10])
    _palette(cursor, header[10])
    parts = [data[: cursor.place]]
    framed = False
    # Some programs leave the trailer out.
    while cursor.left and (kind := cursor.big(1)) != _TRAILER:
        start = cursor.place - 1
        if kind == _IMAGE:
            width, height = _frame(cursor, width, height)
            framed = True
            parts.append(data[start : cursor.place])
        elif kind == _EXTENSION:
            if _extension(cursor):
                parts.append(data[start : cursor.place])
        else:
            raise ImageDamagedError
    if not framed:
        raise ImageDamagedError
    return width, height, b"".join((*parts, bytes((_TRAILER,))))


def _frame(cursor: Cursor, width: int, height: int) -> tuple[int, int]:
    """Pass over a frame; returns the size of the screen with it, as some files lie about that."""
    left, top, across, down, flags = struct.unpack("<HHHHB", cursor.take(9))
    _palette(cursor, flags)
    cursor.take(1)
    _blocks(cursor)
    return max(width, left + across), max(height, top + down)


def _extension(cursor: Cursor) -> bool:
    """Pass over an extension; returns whether it is kept."""
    kind = cursor.big(1)
    first = cursor.data[cursor.place + 1 : cursor.place + 1 + len(_REPEATS)]
    _blocks(cursor)
    return kind == _CONTROL or (kind == _APPLICATION and first == _REPEATS)


def _palette(cursor: Cursor, flags: int) -> None:
    if flags & _PALETTE:
        cursor.take(3 << ((flags & _PALETTE_SIZE) + 1))


def _blocks(cursor: Cursor) -> None:
    while length := cursor.big(1):
        cursor.take(length)
