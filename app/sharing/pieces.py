"""Takes a PDF apart into its numbered objects, from its bytes alone.

What it cannot take apart is an UnreadableError, for nobody would know what is in it.
"""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import a85decode
from dataclasses import dataclass

from app.sharing.errors import UnreadableError

MOST_BYTES = 512 * 1024 * 1024
"""What a stream may unpack to; far above any file of ours."""

_OBJECT = re.compile(rb"(?<![\w.])(\d{1,10})\s+(\d{1,5})\s+obj\b")
_BODY_END = re.compile(rb"\bstream\r?\n|\bendobj\b")
_STREAM_END = re.compile(rb"\s{0,2}endstream\s+endobj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R\b)")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_PREDICTOR = re.compile(rb"/Predictor\s+(?!1\b)\d")
_NAME = re.compile(rb"/(\w+)")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_XREF = re.compile(rb"/Type\s*/XRef\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_COUNT = re.compile(rb"/N\s+(\d+)")

_HEAD = re.compile(rb"%PDF-\d\.\d\s+(%[^\r\n]{1,8}\s+)?")
_SPACE = re.compile(rb"\s*")
_FOOT = re.compile(
    rb"\s*(xref\s+(\d+\s+\d+\s+|\d{10}\s\d{5}\s[nf]\s+)*trailer\s*<<.*>>)?"
    rb"\s*startxref\s+\d+\s+%%EOF\s*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A numbered object: what it says of itself, and the stream that may follow, still packed."""

    number: int
    head: bytes
    stream: bytes | None = None

    @property
    def is_index(self) -> bool:
        """Whether it is the index of a file, which is never locked."""
        return _XREF.search(self.head) is not None

    @property
    def is_picture(self) -> bool:
        """Whether it is the dots of a picture."""
        return self.stream is not None and _PICTURE.search(self.head) is not None


@dataclass(frozen=True, slots=True)
class Taken:
    """A file taken apart; `between` is what stands before, between and after its objects."""

    pieces: tuple[Piece, ...]
    between: tuple[bytes, ...]

    @property
    def tidy(self) -> bool:
        """Whether nothing is there twice, nothing between the objects and nothing after the end."""
        first, *middle, last = self.between
        numbers = [piece.number for piece in self.pieces]
        return (
            len(set(numbers)) == len(numbers)
            and _HEAD.fullmatch(first) is not None
            and all(_SPACE.fullmatch(each) for each in middle)
            and _FOOT.fullmatch(last) is not None
            and last.count(b"%%EOF") == 1
        )


def take_apart(data: bytes) -> Taken:
    """The objects of a file as they stand in it, whether anything points to them or not."""
    pieces: list[Piece] = []
    between: list[bytes] = []
    end = 0
    while found := _OBJECT.search(data, end):
        between.append(data[end : found.start()])
        piece, end = _piece(data, int(found[1]), found.end())
        pieces.append(piece)
    between.append(data[end:])
    return Taken(tuple(pieces), tuple(between))


def accounted_for(file: Taken, copy: Taken) -> bool:
    """Whether a plain copy has all objects of a file: nobody pointed to what it has not.

    Objects that are packed into a stream are counted by what the stream says of itself, for in a
    locked file nothing else of it can be read.
    """
    kept = {each.number for each in copy.pieces if not each.is_index}
    loose = [each for each in file.pieces if not each.is_index]
    packs = [each for each in loose if _PACKED.search(each.head)]
    open_ones = {each.number for each in loose} - {each.number for each in packs}
    counts = [int(found[1]) for each in packs if (found := _COUNT.search(each.head))]
    whole = len(counts) == len(packs) and all(counts)
    return whole and open_ones <= kept and len(open_ones) + sum(counts) == len(kept)


def unpacked(piece: Piece) -> bytes:
    """The bytes of an object's stream; those of a picture in its own format stay as they are."""
    data = piece.stream or b""
    filters = _filters(piece.head)
    plain = piece.is_picture or piece.is_index
    if not plain and _PREDICTOR.search(piece.head):
        raise UnreadableError
    if not filters:
        return _as_it_was(data)
    for number, name in enumerate(filters):
        unpack = _UNPACK.get(name)
        if unpack is None:
            if piece.is_picture and name in _FORMATS and number == len(filters) - 1:
                return data
            raise UnreadableError
        data = unpack(data)
    return data


def _piece(data: bytes, number: int, start: int) -> tuple[Piece, int]:
    body = _BODY_END.search(data, start)
    if body is None:
        raise UnreadableError
    head = data[start : body.start()]
    if body[0] == b"endobj":
        return Piece(number, head), body.end()
    length = _LENGTH.search(head)
    if length is None:
        raise UnreadableError
    last = body.end() + int(length[1])
    end = _STREAM_END.match(data, last)
    if end is None:
        raise UnreadableError
    return Piece(number, head, data[body.end() : last]), end.end()


def _filters(head: bytes) -> list[bytes]:
    found = _FILTER.search(head)
    return _NAME.findall(found[1]) if found else []


def _as_it_was(data: bytes) -> bytes:
    """Where PDFium unlocks a stream of metadata it leaves it packed, and does not say so."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data


def _inflate(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(data, MOST_BYTES)
    except zlib.error:
        raise UnreadableError from None
    # Whatever follows the packed part is something that a reader would skip.
    if stream.unconsumed_tail or not stream.eof or stream.unused_data.strip():
        raise UnreadableError
    return plain


def _from_hex(data: bytes) -> bytes:
    digits = b"".join(data.rstrip().removesuffix(b">").split())
    try:
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except binascii.Error:
        raise UnreadableError from None


def _from_base_85(data: bytes) -> bytes:
    try:
        return a85decode(data.strip().removesuffix(b"~>").removeprefix(b"<~"))
    except ValueError:
        raise UnreadableError from None


_UNPACK = {
    b"FlateDecode": _inflate,
    b"Fl": _inflate,
    b"ASCIIHexDecode": _from_hex,
    b"AHx": _from_hex,
    b"ASCII85Decode": _from_base_85,
    b"A85": _from_base_85,
}
_FORMATS = frozenset({b"DCTDecode", b"DCT", b"JPXDecode"})
