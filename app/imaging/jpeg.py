"""JPEG: the segments that make the picture, and which way up it is."""

from __future__ import annotations

import re
import struct
from typing import Final

from app.imaging.cursor import Cursor
from app.imaging.errors import ImageDamagedError

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APP0, _EXIF, _ICC, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES: Final = frozenset((0xC4, 0xCC, 0xDB, 0xDC, 0xDD))
_EXIF_MARK: Final = b"Exif\x00\x00"
_ICC_MARK: Final = b"ICC_PROFILE\x00"
_JFIF_BYTES, _ADOBE_BYTES = 14, 12
_ORIENTATION: Final = 0x0112
_LAST, _TURNED = 8, 5
_MARKER: Final = re.compile(rb"\xff+[^\xff\x00\xd0-\xd7]", re.DOTALL)
"""What ends a stretch of coded picture: any marker but a stuffed byte or a restart."""


def clean_jpeg(data: bytes) -> tuple[int, int, bytes]:
    """Width and height upright, and the image without what the camera wrote beside it.

    Of EXIF only the orientation stays. What follows the end, as films and second pictures of
    phones do, goes.
    """
    reading = _Reading(data)
    reading.run()
    if not (reading.size and reading.scanned):
        raise ImageDamagedError
    width, height = reading.size
    if reading.orientation >= _TURNED:
        width, height = height, width
    return width, height, reading.kept()


class _Reading:
    """One way through the segments of a file."""

    def __init__(self, data: bytes) -> None:
        self._cursor = Cursor(data, 2)
        self._head: list[bytes] = []
        self._parts: list[bytes] = []
        self.orientation = 1
        self.size: tuple[int, int] | None = None
        self.scanned = False

    def kept(self) -> bytes:
        """What is kept of the file."""
        turned = [_upright(self.orientation)] if self.orientation > 1 else []
        return b"".join((bytes((0xFF, _START)), *self._head, *turned, *self._parts))

    def run(self) -> None:
        """Read up to the end of the picture."""
        while (marker := self._marker()) != _END:
            self._segment(marker)
        self._parts.append(bytes((0xFF, _END)))

    def _marker(self) -> int:
        if self._cursor.take(1) != b"\xff":
            raise ImageDamagedError
        while (marker := self._cursor.big(1)) == 0xFF:  # noqa: PLR2004 - any number of these may stand before a marker
            pass
        return marker

    def _segment(self, marker: int) -> None:
        length = self._cursor.big(2) - 2
        if length < 0:
            raise ImageDamagedError
        body = self._cursor.take(length)
        if marker in _FRAMES:
            self._frame(body)
        if marker in _FRAMES or marker in _TABLES:
            self._parts.append(_segment(marker, body))
        elif marker == _SCAN:
            self._scan(body)
        else:
            self._application(marker, body)

    def _frame(self, body: bytes) -> None:
        if self.size is not None:
            raise ImageDamagedError
        frame = Cursor(body, 1)
        height, width = frame.big(2), frame.big(2)
        self.size = (width, height)

    def _scan(self, body: bytes) -> None:
        """Copy the coded picture as it stands, up to the next marker."""
        start = self._cursor.place
        end = _MARKER.search(self._cursor.data, start)
        if end is None:
            raise ImageDamagedError
        self._cursor.place = end.start()
        self.scanned = True
        self._parts += (_segment(_SCAN, body), self._cursor.data[start : end.start()])

    def _application(self, marker: int, body: bytes) -> None:
        if marker == _APP0 and body.startswith(b"JFIF\x00") and len(body) >= _JFIF_BYTES:
            # Without its thumbnail, which may show what was cut away.
            self._head = [_segment(_APP0, body[: _JFIF_BYTES - 2] + bytes(2))]
        elif marker == _EXIF and body.startswith(_EXIF_MARK):
            self.orientation = _orientation(body[len(_EXIF_MARK) :])
        elif marker == _ICC and body.startswith(_ICC_MARK):
            self._parts.append(_segment(_ICC, body))
        elif marker == _ADOBE and body.startswith(b"Adobe") and len(body) >= _ADOBE_BYTES:
            self._parts.append(_segment(_ADOBE, body[:_ADOBE_BYTES]))


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _orientation(exif: bytes) -> int:
    """Which way up the picture is, 1 to 8; 1 where EXIF does not say so clearly."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(exif[:4])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if tag == _ORIENTATION and kind == 3:  # noqa: PLR2004 - a short number
                return value if 1 <= value <= _LAST else 1
    except struct.error:
        return 1
    return 1


def _upright(orientation: int) -> bytes:
    """EXIF that says which way up the picture is, and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    exif = b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return _segment(_EXIF, _EXIF_MARK + exif)
