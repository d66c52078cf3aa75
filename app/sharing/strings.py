"""The strings and names in a piece of a PDF, read in every way that a reader might."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

LITERAL = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
HEX = rb"<[0-9A-Fa-f\s]*>"
NAME = rb"/[^\s()<>\[\]{}/%]*"
_TOKEN = re.compile(b"|".join((LITERAL, rb"(?<!<)" + HEX, NAME)), re.DOTALL)
_STRING = re.compile(
    b"|".join((LITERAL, rb"(?<!<)" + HEX, rb"/[^\s()<>\[\]{}/%]*#" + NAME[1:])), re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
_LANGUAGE = re.compile("\x1b[^\x1b]{1,8}\x1b")
_POINT = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2}))")
_LAST_POINT = 0x10FFFF
_TIMES = 3
"""How often an address may have been written in percents."""

_PDF_DOC = str.maketrans(
    dict(
        zip(
            map(chr, range(0x80, 0xA1)),
            "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€",  # noqa: RUF001 - the table of the standard
            strict=True,
        )
    )
)
# Words of at least four characters among bytes: UTF-8, then UTF-16 of Latin letters both ways.
_RUN = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
    rb"|[\xf0-\xf4][\x80-\xbf]{3}){4,}"
)
_WIDE = re.compile(rb"(?:\x00[\x20-\x7e]){4,}|(?:[\x20-\x7e]\x00){4,}")


def strings(data: bytes) -> Iterator[bytes]:
    """The bytes of each string, and of each name that spells signs by numbers."""
    for token in _STRING.findall(data):
        yield content(token)


def keyed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The same strings and all names, each after the name that stands before it."""
    key = ""
    for token in _TOKEN.findall(data):
        inside = content(token)
        yield key, inside
        if token[:1] == b"/":
            key = inside.decode("latin-1")


def content(token: bytes) -> bytes:
    """What a string or a name says, without the signs it is written with."""
    first = token[:1]
    if first == b"(":
        inside = token[1:-1]
        return _ESCAPE.sub(_unescaped, inside) if b"\\" in inside else inside
    if first == b"/":
        return _SPELLED.sub(lambda found: bytes.fromhex(found[1].decode()), token[1:])
    digits = b"".join(token[1:-1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def readings(data: bytes) -> Iterator[str]:
    """What a string may say: as UTF-16 by its mark, else as UTF-8 or PDFDocEncoding.

    Then once more without what addresses, XML and scripts write in numbers.
    """
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        text = _LANGUAGE.sub("", data.decode("utf-16", "replace"))
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("latin-1").translate(_PDF_DOC)
    yield text
    plain = _without_numbers(text)
    if plain != text:
        yield plain


def runs(data: bytes) -> Iterator[str]:
    """What can be read among bytes that are no text, such as the remarks in a picture."""
    for run in _RUN.findall(data):
        yield from readings(run)
    for run in _WIDE.findall(data):
        yield run.replace(b"\0", b"").decode("ascii")


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign[:1].isdigit():
        return bytes([int(sign, 8) & 0xFF])
    return b"" if sign in {b"\n", b"\r", b"\r\n"} else _ESCAPED.get(sign, sign)


def _without_numbers(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _POINT.sub(_point, text)
    for _ in range(_TIMES):
        if "%" not in text:
            break
        text = unquote(text.replace("+", " "))
    return text


def _point(match: re.Match[str]) -> str:
    point = int(match[1] or match[2], 16)
    return chr(point) if point <= _LAST_POINT else ""
