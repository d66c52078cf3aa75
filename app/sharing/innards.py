"""Everything that a PDF says beside what its pages show: every string, name and stream of it.

Titles, outlines, links, form values, alternate texts, scripts, names of attachments: in a PDF all
of them are strings in objects. They are read from a plain copy that PDFium writes (without object
streams and without encryption), so a place nobody thought of cannot hide anything. What that copy
leaves out, an older version or a remark between objects, is read from the file itself; what
cannot be read there keeps it from being saved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from app.sharing.errors import UnreadableError
from app.sharing.glyphs import Fonts, is_table, shows, spelled
from app.sharing.matching import Haystack
from app.sharing.pieces import accounted_for, take_apart, unpacked
from app.sharing.strings import keyed, readings, runs, strings
from app.sharing.whereabouts import Place, Whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.sharing.matching import Needle
    from app.sharing.pieces import Piece

_JUMP = re.compile(rb"\)\s*-?\d{4,}|>\s*-?\d{4,}|-[\d.]+\s+T[cz]\b")
_JUMPING = (b"TJ", b"Tc", b"Tz")
_MARKED = re.compile(rb"<<(.*?)>>\s*(?:BDC|DP)\b", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_TEXT_MARKS = (b"\xfe\xff", b"\xff\xfe")


class Words:
    """The texts of some part of a file.

    Those that somebody might read, and bytes that only look like letters. Among bytes a short
    word is there by chance or by the rules of the format, so only long texts count there.
    """

    def __init__(self) -> None:
        self._sure: list[str] = []
        self._likely: list[str] = []

    def add(self, texts: Iterable[str]) -> None:
        """Add what somebody might read."""
        self._sure += texts

    def add_string(self, data: bytes) -> None:
        """Add a string; one with controls in it is a number or a key."""
        for text in readings(data):
            (self._likely if _CONTROL.search(text) else self._sure).append(text)

    def add_strings(self, data: bytes) -> None:
        """Add the strings among some bytes."""
        for inside in strings(data):
            self.add_string(inside)

    def add_bytes(self, data: bytes) -> None:
        """Add bytes as they are."""
        self._likely += readings(data)

    def add_runs(self, data: bytes) -> None:
        """Add what can be read among bytes that are no text."""
        self._likely += runs(data)

    def add_table(self, cmap: bytes) -> None:
        """Add what a table of glyphs says; most of it says a letter at a time."""
        self._likely.append(spelled(cmap))

    def has(self, needle: Needle) -> bool:
        """Whether something is there."""
        sure, *likely = self._texts
        return sure.has(needle) or (needle.long and any(text.has(needle) for text in likely))

    @cached_property
    def _texts(self) -> list[Haystack]:
        # Where all of a text is ASCII it is searched many times faster.
        plain = [text for text in self._likely if text.isascii()]
        other = [text for text in self._likely if not text.isascii()]
        return [Haystack("\n".join(texts)) for texts in (self._sure, plain, other)]


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
        return self._all.has(needle)

    def holds(self, code: bytes) -> bool:
        """Whether these very bytes are in an object or a stream."""
        return code in self._bytes

    def places(self, needle: Needle) -> Iterator[Place]:
        """Where something stands that the file has; each place once."""
        found = {place for place, words in self._placed.items() if words.has(needle)}
        yield from (place for place in Place if place in found)
        if not found:
            yield Place.FILE

    @property
    def jumps(self) -> bool:
        """Whether letters may have been drawn in another order than that of their strings."""
        return any(
            any(sign in each for sign in _JUMPING) and shows(each) and _JUMP.search(each)
            for each in self._streams.values()
        )

    @cached_property
    def leftover(self) -> Words:
        """What can be read in the file itself, in all its versions."""
        words = Words()
        for data in (*self._file.between, *(piece.head for piece in self._file.pieces)):
            words.add_bytes(data)
            words.add_strings(data)
        for piece in self._file.pieces:
            if piece.stream is not None:
                with suppress(UnreadableError):
                    stream = unpacked(piece)
                    words.add_bytes(stream)
                    words.add_strings(stream)
                    words.add_runs(stream)
                    words.add(self._fonts.drawn(stream))
        return words

    # Private

    @cached_property
    def _bytes(self) -> bytes:
        heads = (piece.head for piece in self._copy.pieces)
        return b"\n".join((*heads, *self._streams.values()))

    @cached_property
    def _all(self) -> Words:
        """All of it: the bytes as they are, the strings in them, and what is drawn."""
        words = Words()
        loose = [*self._file.between, *self._indexes()]
        heads = b"\n".join((*(piece.head for piece in self._copy.pieces), *loose))
        for data in (heads, *loose):
            words.add_bytes(data)
        words.add_strings(heads)
        for piece in self._copy.pieces:
            if piece.number in self._streams:
                self._add_stream(words, piece)
        return words

    @cached_property
    def _placed(self) -> dict[Place, Words]:
        found: defaultdict[Place, Words] = defaultdict(Words)
        for piece in self._copy.pieces:
            for key, inside in keyed(piece.head):
                found[self._known.of_string(piece, key)].add_string(inside)
            if piece.number not in self._streams:
                continue
            place = self._known.of_stream(piece)
            if not self._known.draws(piece):
                self._add_stream(found[place], piece)
                continue
            stream = self._streams[piece.number]
            for marked in _MARKED.findall(stream):
                found[Place.READER].add_bytes(marked)
                found[Place.READER].add_strings(marked)
            drawn = _MARKED.sub(b"", stream)
            found[place].add_bytes(drawn)
            found[place].add_strings(drawn)
            found[place].add(self._fonts.drawn(drawn))
        return found

    def _indexes(self) -> Iterator[bytes]:
        for piece in self._file.pieces:
            if piece.is_index:
                yield piece.head
                yield unpacked(piece)

    def _add_stream(self, words: Words, piece: Piece) -> None:
        stream = self._streams[piece.number]
        if self._known.is_plain_text(piece):
            words.add([*readings(stream), _plain_text(stream)])
        if is_table(stream):
            words.add_table(stream)
        if not stream.isascii():
            words.add_runs(stream)
            if stream.startswith(_TEXT_MARKS):
                words.add_string(stream)
        if piece.is_picture or self._known.is_font(piece):
            return
        words.add_bytes(stream)
        if shows(stream):
            words.add(self._fonts.drawn(stream))
        else:
            words.add_strings(stream)


def _plain_text(data: bytes) -> str:
    """The text of an attached file or of XMP; what is no text nobody has read."""
    try:
        text = data.decode("utf-16" if data.startswith(_TEXT_MARKS) else "utf-8")
    except UnicodeDecodeError:
        raise UnreadableError from None
    if _CONTROL.search(text):
        raise UnreadableError
    return text
