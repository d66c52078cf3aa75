"""What is drawn on the pages of a PDF: as what each piece is marked, and with which characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Object, Page, Pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {"Tj", "TJ", "'", '"'}
SHOWN = WORDS | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"}
KINDS = {"/Pagination", "/Layout", "/Page", "/Background"}
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page that is marked; `mark` is its number, None for ornament.

    What is `mute` may hold no words, for they would be read nowhere.
    """

    mark: int | None
    fault: str = ""
    mute: bool = False


def pieces(page: Page) -> Iterator[Piece]:
    """The marked stretches of a page, and everything that is not as it should be."""
    marked: Piece | None = None
    in_text = inside = False
    for each in pikepdf.parse_content_stream(page):
        sign = str(each.operator)
        if sign in {"BT", "ET"}:
            in_text = sign == "BT"
        if sign in {"BDC", "BMC"}:
            if marked:
                yield Piece(None, "01-003: one mark within another")
            marked, inside = _marked(each), in_text
            yield marked
        elif sign == "EMC":
            if not marked or inside != in_text:
                yield Piece(None, "the end of a mark that did not begin here")
            marked = None
        elif (sign in SHOWN or "INLINE" in sign) and not marked:
            yield Piece(None, f"01-005: {sign} is neither tagged nor ornament")
        elif sign in WORDS and marked and marked.mute:
            yield Piece(None, "01-004: words as ornament")
    if marked:
        yield Piece(None, "a mark without an end")


def _marked(begin: ContentStreamInstruction | pikepdf.ContentStreamInlineImage) -> Piece:
    name, *rest = begin.operands
    said = rest[0] if rest else Dictionary()
    if name == "/Artifact":
        kind = str(said.get("/Type", ""))
        fault = "" if kind in KINDS else "an ornament of an unknown kind"
        return Piece(None, fault, mute=kind != "/Pagination")
    return Piece(int(said.MCID))


def faults_of_fonts(pdf: Pdf) -> Iterator[str]:
    """Fonts that are not in the file, and characters that stand for nothing."""
    for page in pdf.pages:
        fonts = page.obj.Resources.get("/Font", Dictionary())
        used: dict[str, set[int]] = {}
        font = ""
        for each in pikepdf.parse_content_stream(page, "Tf Tj TJ ' \""):
            sign, operands = str(each.operator), each.operands
            if sign == "Tf":
                font = str(operands[0])
            elif sign in {"Tj", "TJ", "'", '"'}:
                used.setdefault(font, set()).update(_codes(operands[-1], fonts[font]))
        for name, codes in used.items():
            yield from _font(fonts[name], codes)


def _font(font: Object, codes: set[int]) -> Iterator[str]:
    composite = font.get("/Subtype") == "/Type0"
    inner = font.DescendantFonts[0] if composite else font
    descriptor = inner.get("/FontDescriptor", Dictionary())
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        yield f"31-009: {font.get('/BaseFont')} is not in the file"
    if "/ToUnicode" not in font:
        yield f"10-001: {font.get('/BaseFont')} does not say what its characters are"
        return
    known = _characters(font.ToUnicode.read_bytes())
    unknown = {code for code in codes if not known.get(code, "").strip("\0\ufeff\ufffe")}
    if unknown:
        yield f"10-001: {font.get('/BaseFont')} has characters for nothing: {sorted(unknown)}"


def _codes(shown: Object, font: Object) -> Iterator[int]:
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    for each in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(each, pikepdf.String):
            data = bytes(each)
            for start in range(0, len(data), width):
                yield int.from_bytes(data[start : start + width], "big")


def _characters(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(table):
        if kind == b"bfchar":
            found |= {int(code, 16): _text(text) for code, text in _PAIR.findall(body)}
            continue
        for first, last, _, text, several in _RANGE.findall(body):
            start = int(first, 16)
            if text:
                head, tail = _text(text)[:-1], ord(_text(text)[-1])
                for code in range(start, int(last, 16) + 1):
                    found[code] = head + chr(tail + code - start)
            else:
                texts = re.findall(rb"<([0-9A-Fa-f]+)>", several)
                found |= {start + number: _text(each) for number, each in enumerate(texts)}
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
