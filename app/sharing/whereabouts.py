"""What the objects of a PDF are for, to tell a person where something was found."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.sharing.pieces import Piece, Taken


class Place(Enum):
    """Where in a file something was found."""

    PAGE = "page"
    TITLE = "title"
    DETAILS = "document details"
    """Author, subject, keywords and XMP."""
    BOOKMARK = "list of contents"
    LINK = "link"
    READER = "text for screen readers"
    """Alternate and actual texts, languages, expansions."""
    FORM = "form"
    NOTE = "note on a page"
    ATTACHMENT = "attachment"
    PICTURE = "picture"
    """What a picture says of itself, such as the camera's remarks."""
    FONT = "font"
    SCRIPT = "script"
    HIDDEN = "text that no page shows"
    LEFTOVER = "left over from an earlier version"
    """An object that nothing points to, a remark between objects, what follows the end."""
    FILE = "elsewhere in the file"


_BY_KEY: Final = {
    "URI": Place.LINK,
    "JS": Place.SCRIPT,
    "JavaScript": Place.SCRIPT,
    "Alt": Place.READER,
    "ActualText": Place.READER,
    "E": Place.READER,
    "Lang": Place.READER,
    "Contents": Place.NOTE,
    "RC": Place.NOTE,
    "Subj": Place.NOTE,
    "TU": Place.FORM,
    "TM": Place.FORM,
    "V": Place.FORM,
    "DV": Place.FORM,
    "RV": Place.FORM,
    "Opt": Place.FORM,
    "DA": Place.FORM,
    "CA": Place.FORM,
    "F": Place.ATTACHMENT,
    "UF": Place.ATTACHMENT,
    "Desc": Place.ATTACHMENT,
    "EmbeddedFiles": Place.ATTACHMENT,
    "Dests": Place.BOOKMARK,
    "Dest": Place.BOOKMARK,
    "Metadata": Place.DETAILS,
    "ToUnicode": Place.FONT,
    "FontFile": Place.FONT,
    "FontFile2": Place.FONT,
    "FontFile3": Place.FONT,
    "BaseFont": Place.FONT,
    "FontName": Place.FONT,
}
_KINDS: Final = tuple(
    (re.compile(pattern), place)
    for pattern, place in (
        (rb"/Subtype\s*/Link\b", Place.LINK),
        (rb"/Type\s*/(Filespec|EmbeddedFile|F)\b", Place.ATTACHMENT),
        (rb"/Type\s*/Metadata\b", Place.DETAILS),
        (rb"/Type\s*/Font(Descriptor)?\b|/CIDSystemInfo\b", Place.FONT),
        (rb"/Subtype\s*/Image\b", Place.PICTURE),
        (rb"/S\s*/JavaScript\b", Place.SCRIPT),
        (rb"/FT\b|/Fields\b", Place.FORM),
        # An element of the structure need not say its type: it has a role and a parent.
        (rb"/Type\s*/StructElem\b", Place.READER),
        (rb"(?s)\A(?=.*/S\s*/\w)(?=.*/P\s+\d+\s+\d+\s+R\b)", Place.READER),
        (rb"/Type\s*/Annot\b|/Subtype\s*/(Text|FreeText|Popup|Stamp)\b", Place.NOTE),
    )
)
_TREES: Final = re.compile(rb"/(EmbeddedFiles|JavaScript|Dests)\b")
_TITLED: Final = re.compile(rb"/Title\b")
_IN_OUTLINE: Final = re.compile(rb"/Parent\b")
_POINTED: Final = re.compile(rb"/([A-Za-z0-9]+)\s+(\d+)\s+\d+\s+R\b")
_LISTED: Final = re.compile(rb"/(Contents|Kids|Names|Annots|Fields)\s*\[([^\]]*)\]")
_REFERENCE: Final = re.compile(rb"(\d+)\s+\d+\s+R\b")
_INFO: Final = re.compile(rb"/Info\s+(\d+)\s+\d+\s+R\b")
_METADATA: Final = re.compile(rb"/Type\s*/Metadata\b")
_DRAWING: Final = re.compile(rb"/Subtype\s*/Form\b|/PatternType\b")
_ATTACHED: Final = re.compile(rb"/Type\s*/EmbeddedFile\b")


class Whereabouts:
    """What each object of a file is for, by what it says and by what points to it."""

    def __init__(self, file: Taken) -> None:
        self._keys: dict[int, str] = {}
        self._contents: set[int] = set()
        self._follow(b"\n".join(piece.head for piece in file.pieces))
        details = [_INFO.search(each) for each in (file.between[-1], *_index_heads(file))]
        self._details = {int(found[1]) for found in details if found}

    def _follow(self, heads: bytes) -> None:
        pointed = [(key, [number]) for key, number in _POINTED.findall(heads)]
        listed = [(key, _REFERENCE.findall(numbers)) for key, numbers in _LISTED.findall(heads)]
        for key, numbers in (*pointed, *listed):
            for number in map(int, numbers):
                self._keys.setdefault(number, key.decode("ascii"))
                if key == b"Contents":
                    self._contents.add(number)

    def is_font(self, piece: Piece) -> bool:
        """Whether a stream is the program of a font."""
        return self._keys.get(piece.number, "").startswith("FontFile")

    def is_attachment(self, piece: Piece) -> bool:
        """Whether a stream is a file of its own."""
        return _ATTACHED.search(piece.head) is not None or self._keys.get(piece.number) in {
            "EF",
            "F",
            "UF",
        }

    def is_plain_text(self, piece: Piece) -> bool:
        """Whether a stream has to be text, for nothing else could be searched."""
        return self.is_attachment(piece) or _METADATA.search(piece.head) is not None

    def draws(self, piece: Piece) -> bool:
        """Whether a stream is what a page or a drawing is made of."""
        return piece.number in self._contents or _DRAWING.search(piece.head) is not None

    def of_stream(self, piece: Piece) -> Place:
        """The place of what a stream holds."""
        if piece.number in self._contents:
            return Place.PAGE
        if self.is_attachment(piece):
            return Place.ATTACHMENT
        if piece.is_picture:
            return Place.PICTURE
        return _BY_KEY.get(self._keys.get(piece.number, ""), Place.HIDDEN)

    def of_string(self, piece: Piece, key: str) -> Place:
        """The place of a string after a key."""
        if piece.number in self._details:
            return Place.TITLE if key == "Title" else Place.DETAILS
        if _TITLED.search(piece.head) and _IN_OUTLINE.search(piece.head) and key == "Title":
            return Place.BOOKMARK
        kind = next((place for form, place in _KINDS if form.search(piece.head)), None)
        if kind is not None and not (kind is Place.NOTE and key in _BY_KEY):
            return kind
        if key == "Names" and (tree := _TREES.search(piece.head)):
            return _BY_KEY[tree[1].decode("ascii")]
        pointed = self._keys.get(piece.number, "")
        return _BY_KEY.get(key) or _BY_KEY.get(pointed) or Place.FILE


def _index_heads(file: Taken) -> list[bytes]:
    return [piece.head for piece in file.pieces if piece.is_index]
