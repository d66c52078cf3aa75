"""Reads what a content stream draws, glyph by glyph, by what its fonts say that they mean.

It sees what no page shows as well: a form that nothing draws, the look of a note, a glyph that is
a drawing itself, a text without a size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sharing.errors import UnreadableError
from app.sharing.pieces import unpacked
from app.sharing.strings import HEX, LITERAL, content, readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.sharing.pieces import Piece

_SHOWS = re.compile(rb"[)>]\s*['\"]")
_FONT_NAME = rb"/([^\s()<>\[\]{}/%]+)"
_DRAWN = re.compile(
    b"|".join((_FONT_NAME + rb"\s+[-+.\d]+\s+Tf\b", rb"(" + LITERAL + rb"|(?<!<)" + HEX + rb")")),
    re.DOTALL,
)
_CODED = re.compile(rb"[\x80-\xff\0]")
_IS_FONT = re.compile(rb"/Type\s*/Font\b(?!Desc)")
_NAMED = re.compile(_FONT_NAME + rb"\s+(\d+)\s+\d+\s+R\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R\b")
_OWN_SIGNS = re.compile(rb"/Differences\b|/Type0\b|/Type3\b")
_SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f\s]+)>")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_ITEM = re.compile(rb"<[0-9A-Fa-f\s]*>|\[[^\]]*\]")
_LIST_ITEM = re.compile(rb"<[0-9A-Fa-f\s]*>")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the codes of a font mean, of so many bytes each; `unknown` if it does not say."""

    width: int
    texts: Mapping[int, str]
    unknown: bool = False

    def of(self, codes: bytes) -> str:
        """The text of a string that is drawn in this font."""
        if self.unknown:
            raise UnreadableError
        if self.width == 1:
            return codes.decode("latin-1").translate(self.texts) if self.texts else _plain(codes)
        pairs = zip(codes[::2], codes[1::2], strict=False)
        return "".join(self.texts.get(high << 8 | low, "\ufffd") for high, low in pairs)


class Fonts:
    """The fonts of a file, by the names that its content streams call them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        by_number = {piece.number: piece for piece in pieces}
        meanings = {
            piece.number: _meaning(piece, by_number)
            for piece in pieces
            if _IS_FONT.search(piece.head)
        }
        self._named: dict[bytes, dict[int, Meaning]] = {}
        for name, each in _NAMED.findall(b"\n".join(piece.head for piece in pieces)):
            number = int(each)
            if number in meanings:
                self._named.setdefault(name, {})[number] = meanings[number]

    def drawn(self, stream: bytes) -> Iterator[str]:
        """The text of each string that a content stream draws, in the order of drawing.

        A string that is not drawn, such as an alternate text, comes as what it says, too: at the
        end, so that what is drawn is read as one.
        """
        said: list[str] = []
        fonts: Sequence[Meaning] = ()
        for name, token in _DRAWN.findall(stream):
            if name:
                fonts = [*self._named.get(name, {}).values()]
                if not fonts:
                    raise UnreadableError
            else:
                codes = content(token)
                for font in fonts:
                    yield font.of(codes)
                if token[:1] == b"<" or b"\\" in token or _CODED.search(codes):
                    said += readings(codes)
        yield from said


def shows(stream: bytes) -> bool:
    """Whether a stream draws text."""
    return b"Tj" in stream or b"TJ" in stream or _SHOWS.search(stream) is not None


def spelled(cmap: bytes) -> str:
    """All that a table of meanings says, in its order."""
    return "\n".join(_texts(cmap).values())


def is_table(stream: bytes) -> bool:
    """Whether a stream is a table of meanings."""
    return b"beginbf" in stream


def _meaning(font: Piece, by_number: Mapping[int, Piece]) -> Meaning:
    table = _TO_UNICODE.search(font.head)
    if table is None:
        return Meaning(1, {}, unknown=_OWN_SIGNS.search(font.head) is not None)
    piece = by_number.get(int(table[1]))
    if piece is None or piece.stream is None:
        raise UnreadableError
    cmap = unpacked(piece)
    space = _SPACE.search(cmap)
    width = len(content(b"<" + space[1] + b">")) if space else 1
    if width not in {1, 2}:
        raise UnreadableError
    return Meaning(width, _texts(cmap))


def _texts(cmap: bytes) -> dict[int, str]:
    texts: dict[int, str] = {}
    for kind, section in _SECTION.findall(cmap):
        items = _ITEM.findall(section)
        if kind == b"char":
            for code, text in zip(items[::2], items[1::2], strict=False):
                texts[_number(code)] = _text(text)
        else:
            for first, last, text in zip(items[::3], items[1::3], items[2::3], strict=False):
                texts |= _run(_number(first), _number(last), text)
    return texts


def _run(first: int, last: int, target: bytes) -> dict[int, str]:
    if last - first > 0xFFFF:  # noqa: PLR2004 - codes have two bytes at most
        raise UnreadableError
    codes = range(first, last + 1)
    if target[:1] == b"[":
        targets = [_text(each) for each in _LIST_ITEM.findall(target)]
        return dict(zip(codes, targets, strict=False))
    text = _text(target)
    if not text:
        return {}
    start, end = text[:-1], ord(text[-1])
    return {code: start + chr(min(end + code - first, 0x10FFFF)) for code in codes}


def _number(token: bytes) -> int:
    return int.from_bytes(content(token), "big")


def _text(token: bytes) -> str:
    return content(token).decode("utf-16-be", "replace")


def _plain(codes: bytes) -> str:
    return next(readings(codes))
