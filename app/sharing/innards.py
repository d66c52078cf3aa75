"""Everything that a PDF says beside what its pages show: every string, name and stream of it.

Titles, outlines, links, form values, alternate texts, scripts, names of attachments: in a PDF all
of them are strings in objects. They are read from a plain copy that PDFium writes (without object
streams and without encryption), so a place nobody thought of cannot hide anything. What that copy
leaves out, an older version or a remark between objects, is read from the file itself; what
cannot be read there keeps it from being saved.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from app.sharing.errors import UnreadableError
from app.sharing.glyphs import Fonts, is_table, shows, spelled
from app.sharing.matching import Haystack
from app.sharing.pieces import accounted_for, take_apart, unpacked
from app.sharing.strings import keyed, readings, runs, strings
from app.sharing.whereabouts import Place, Whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.sharing.matching import Needle
    from app.sharing.pieces import Piece

_JUMP = re.compile(rb"\)\s*-?\d{4,}|>\s*-?\d{4,}|-[\d.]+\s+T[cz]\b")
_JUMPING = (b"TJ", b"Tc", b"Tz")
_MARKED = re.compile(rb"<<(.*?)>>\s*(?:BDC|DP)\b", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_TEXT_MARKS = (b"\xfe\xff", b"\xff\xfe")


class Innards:
    """What a file holds; `data` are its bytes, and `copy` the same file written plainly."""

    def __init__(self, data: bytes, copy: bytes) -> None:
        self._file, self._copy = take_apart(data), take_apart(copy)
        self._known = Whereabouts(self._copy)
        self._fonts = Fonts(self._copy.pieces)
        self._streams = {
            piece.number: unpacked(piece)
            for piece in self._copy.pieces
            if piece.stream is not None and not piece.is_index
        }
        self.whole = self._file.tidy and accounted_for(self._file, self._copy)
        """Whether the copy has all there is; if not, `leftover` has what can be read of it."""

    def has(self, needle: Needle) -> bool:
        """Whether something is in the file, wherever."""
        return any(text.has(needle) for text in self._texts)

    @cached_property
    def _texts(self) -> tuple[Haystack, ...]:
        """All of it: the bytes as they are, the strings in them, and what is drawn."""
        raw = [piece.head for piece in self._copy.pieces]
        raw += [*self._file.between, *self._indexes()]
        spoken = [*_spoken(b"\n".join(raw))]
        for piece in self._copy.pieces:
            if piece.number not in self._streams:
                continue
            stream = self._streams[piece.number]
            if self._is_text(piece):
                raw.append(stream)
            spoken += self._stream_texts(piece)
        # Where all of a text is ASCII it is searched many times faster.
        plain = b"\n".join(each for each in raw if each.isascii())
        other = b"\n".join(each for each in raw if not each.isascii())
        said = ("\n".join(readings(plain)), "\n".join(readings(other)), "\n".join(spoken))
        return tuple(map(Haystack, said))

    def holds(self, code: bytes) -> bool:
        """Whether these very bytes are in an object or a stream."""
        heads = (piece.head for piece in self._copy.pieces)
        return any(code in each for each in (*heads, *self._streams.values()))

    def places(self, needle: Needle) -> Iterator[Place]:
        """Where something stands that the file has; each place once."""
        found = {place for place, text in self._placed if text.has(needle)}
        yield from (place for place in Place if place in found)
        if not found:
            yield Place.FILE

    @cached_property
    def leftover(self) -> Haystack:
        """What can be read in the file itself, in all its versions."""
        parts = [*_said(b"\n".join(self._file.between))]
        for piece in self._file.pieces:
            parts += _said(piece.head)
            if piece.stream is not None:
                try:
                    stream = unpacked(piece)
                except UnreadableError:
                    continue
                parts += [*_said(stream), *runs(stream)]
                if shows(stream):
                    parts += self._drawn(stream)
        return Haystack("\n".join(parts))

    @property
    def jumps(self) -> bool:
        """Whether letters may have been drawn in another order than that of their strings."""
        return any(
            any(sign in each for sign in _JUMPING) and shows(each) and _JUMP.search(each)
            for each in self._streams.values()
        )

    @cached_property
    def _placed(self) -> list[tuple[Place, Haystack]]:
        parts: dict[Place, list[str]] = {}
        for piece in self._copy.pieces:
            for key, inside in keyed(piece.head):
                place = self._known.of_string(piece, key)
                parts.setdefault(place, []).extend(readings(inside))
            if piece.number in self._streams:
                for place, texts in self._placed_stream(piece):
                    parts.setdefault(place, []).extend(texts)
        return [(place, Haystack("\n".join(texts))) for place, texts in parts.items()]

    def _placed_stream(self, piece: Piece) -> Iterator[tuple[Place, Iterator[str]]]:
        stream, place = self._streams[piece.number], self._known.of_stream(piece)
        if not self._known.draws(piece):
            yield place, self._stream_texts(piece)
            if self._is_text(piece):
                yield place, readings(stream)
            return
        for words in _MARKED.findall(stream):
            yield Place.READER, _said(words)
        stream = _MARKED.sub(b"", stream)
        yield place, _said(stream)
        yield place, self._fonts.drawn(stream)

    def _indexes(self) -> Iterator[bytes]:
        for piece in self._file.pieces:
            if piece.is_index:
                yield piece.head
                yield unpacked(piece)

    def _is_text(self, piece: Piece) -> bool:
        return not (piece.is_picture or self._known.is_font(piece))

    def _stream_texts(self, piece: Piece) -> Iterator[str]:
        """What is in a stream beside its plain bytes."""
        stream = self._streams[piece.number]
        if self._known.is_plain_text(piece):
            yield _plain_text(stream)
        if is_table(stream):
            yield spelled(stream)
        if not stream.isascii():
            yield from runs(stream)
            if stream.startswith(_TEXT_MARKS):
                yield from readings(stream)
        if not self._is_text(piece):
            return
        if shows(stream):
            yield from self._fonts.drawn(stream)
        else:
            yield from _spoken(stream)

    def _drawn(self, stream: bytes) -> list[str]:
        try:
            return [*self._fonts.drawn(stream)]
        except UnreadableError:
            return []


def _said(data: bytes) -> Iterator[str]:
    """The bytes as they are, then every string in them."""
    yield from readings(data)
    yield from _spoken(data)


def _spoken(data: bytes) -> Iterator[str]:
    for inside in strings(data):
        yield from readings(inside)


def _plain_text(data: bytes) -> str:
    """The text of an attached file or of XMP; what is no text nobody has read."""
    try:
        text = data.decode("utf-16" if data.startswith(_TEXT_MARKS) else "utf-8")
    except UnicodeDecodeError:
        raise UnreadableError from None
    if _CONTROL.search(text):
        raise UnreadableError
    return text
