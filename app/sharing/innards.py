"""Every string inside a PDF beside its pages, whatever it is there for.

Title, outlines, links, form values, alternate texts, names of attachments: in a PDF all of them
are strings in objects. They are read from a plain copy that PDFium writes (without object streams
and without encryption), so a place nobody thought of cannot hide anything. XMP and attached files
are streams of their own and are read as well.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

_STREAM = re.compile(rb"\bstream\r?\n(.*?)\r?\n?endstream\b", re.DOTALL)
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]+)>(?!>)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_READ_STREAMS = (b"/Metadata", b"/EmbeddedFile")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def strings(document: PdfDocument) -> Iterator[str]:
    """The strings of all objects, then XMP and attached files as text."""
    copy = BytesIO()
    document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    data, end = copy.getvalue(), 0
    for stream in _STREAM.finditer(data):
        between = data[end : stream.start()]
        yield from _strings(between)
        description = between[between.rfind(b" obj") :]
        if any(kind in description for kind in _READ_STREAMS):
            yield _stream_text(stream[1])
        end = stream.end()
    yield from _strings(data[end:])


def _strings(data: bytes) -> Iterator[str]:
    for literal in _LITERAL.finditer(data):
        yield _decoded(_ESCAPE.sub(_unescaped, literal[1]))
    for digits in _HEX.finditer(data):
        packed = b"".join(digits[1].split())
        yield _decoded(bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii")))


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign[:1].isdigit():
        return bytes([int(sign, 8) & 0xFF])
    return b"" if sign in {b"\n", b"\r", b"\r\n"} else _ESCAPED.get(sign, sign)


def _stream_text(data: bytes) -> str:
    try:
        return _decoded(zlib.decompress(data))
    except zlib.error:
        return _decoded(data)


def _decoded(data: bytes) -> str:
    """The text of a string: by its mark as UTF-16 or UTF-8, else as UTF-8 or Latin-1."""
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
