"""Small images for tests, made byte by byte, with as much beside the picture as cameras write."""

from __future__ import annotations

import base64
import struct
import zlib

SECRET = b"canarysinginginthemine"
"""What must not be kept of an image."""

_JPEG = (
    "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////"
    "////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////"
    "////////////////////////////////////wAARCAAEAAgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAA"
    "AAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAk"
    "M2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKT"
    "lJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QA"
    "HwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdh"
    "cRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hp"
    "anN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk"
    "5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwCKiiikQf/Z"
)
_WEBP = "UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoIAAQAAUAmJaACdAFAAAD+8iJCMNGv/yDH+hr/BXdgAA=="


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    checked = zlib.crc32(content, zlib.crc32(kind))
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)


def png(
    width: int = 8, height: int = 4, *extra: bytes, colour: int = 0, size: bytes | None = None
) -> bytes:
    """A PNG of one grey; `extra` chunks stand before the picture, `size` lies about its own."""
    told = size or struct.pack(">II", width, height)
    rows = (b"\x00" + bytes((colour,)) * width) * height
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", told + bytes((8, 0, 0, 0, 0))),
            *extra,
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(orientation: int, *, order: str = "<") -> bytes:
    """EXIF with an orientation, and with a secret in its description."""
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack(f"{order}HHII", 0x010E, 2, len(SECRET), 38)
    head = mark + struct.pack(f"{order}IH", 8, 2) + entries + bytes(4)
    return b"Exif\x00\x00" + head + SECRET


def jpeg(*extra: bytes, trailer: bytes = b"") -> bytes:
    """A JPEG of 8 by 4; `extra` segments stand at its beginning, the trailer behind its end."""
    whole = base64.b64decode(_JPEG)
    return whole[:2] + b"".join(extra) + whole[2:] + trailer


def gif(*extra: bytes, frames: int = 1, frame_size: tuple[int, int] = (8, 4)) -> bytes:
    """A GIF of 8 by 4 in two colours; `extra` blocks stand before the frames."""
    head = b"GIF89a" + struct.pack("<HHBBB", 8, 4, 0x80, 0, 0) + bytes(3) + b"\xff" * 3
    frame = struct.pack("<BHHHHB", 0x2C, 0, 0, *frame_size, 0)
    return head + b"".join(extra) + (frame + _gif_pixels()) * frames + b";"


def _gif_pixels() -> bytes:
    """Thirty-two black pixels, each after a sign that clears the dictionary."""
    codes = [code for _ in range(32) for code in (4, 0)] + [5]
    bits = "".join(f"{code:03b}"[::-1] for code in codes)
    bits += "0" * (-len(bits) % 8)
    packed = bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))
    return bytes((2, len(packed))) + packed + b"\x00"


def riff(kind: bytes, content: bytes) -> bytes:
    """A chunk of a WebP."""
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def webp(*extra: bytes, flags: int | None = None) -> bytes:
    """A WebP of 8 by 4, extended where there are flags; `extra` chunks stand at its end."""
    picture = base64.b64decode(_WEBP)[12:]
    head = b""
    if flags is not None:
        head = riff(b"VP8X", bytes((flags, 0, 0, 0, 7, 0, 0, 3, 0, 0)))
    body = b"WEBP" + head + picture + b"".join(extra)
    return b"RIFF" + struct.pack("<I", len(body)) + body
