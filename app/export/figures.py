"""Images of the vault on paper: at their size, the right way up, and no finer than print needs."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from PIL import Image, ImageOps
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from app.imaging import cleaned
from app.imaging.cursor import Cursor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.document import Figure
    from app.export.boxes import Paint
    from app.imaging import Picture

DOT: Final = 0.75
"""Points for a pixel: an image is as large as on a screen of 96 dots per inch."""
FINEST: Final = 220 / 72
"""The pixels for a point beyond which paper shows no more."""
SPARE: Final = 1.25
"""An image is not encoded anew to save less than this."""
MOST_HEIGHT: Final = 560.0
"""A higher image is drawn smaller, for it is never split."""
LEAST: Final = 0.5
QUALITY: Final = 88
_READERS: Final[dict[str, type[ImageFile]]] = {
    "image/png": PngImageFile,
    "image/jpeg": JpegImageFile,
    "image/gif": GifImageFile,
    "image/webp": WebPImageFile,
}
"""The format is known: no other reader gets to see the bytes, or is even loaded."""
_ORIENTATION: Final = 0x0112
_SIGNATURE, _CHECK = 8, 4
_TURNED: Final = 5
_TURNS: Final[dict[int, tuple[int, int, int, int, int, int]]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""By the orientation of EXIF: how a picture on the unit square comes to stand upright on it."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The pixels of an image as they stand in a file.

    They are coded as a `jpeg`, or packed without loss: as they are, or as in a PNG by their
    `difference` from those around them.
    """

    data: bytes = field(repr=False)
    across: int
    down: int
    grey: bool
    jpeg: bool = False
    difference: bool = False

    @property
    def name(self) -> str:
        """What it is called in a file: the same pixels are there once, whatever they are here."""
        return hashlib.sha256(b"figure" + self.data).hexdigest()[:16]

    def stream(self) -> PDFStream:
        """The object of a file that holds it."""
        colours = 1 if self.grey else 3
        entries: dict[str, object] = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": self.across,
            "Height": self.down,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName("DeviceGray" if self.grey else "DeviceRGB"),
            "Filter": PDFName("DCTDecode" if self.jpeg else "FlateDecode"),
        }
        if self.difference:
            packed = {"Predictor": 15, "Colors": colours, "Columns": self.across}
            entries["DecodeParms"] = PDFDictionary(packed)
        return PDFStream(PDFDictionary(entries), self.data)


@dataclass(frozen=True, slots=True)
class Print:
    """An image ready for paper: its size in points, its pixels, and which way up they are."""

    width: float
    height: float
    coded: Coded
    orientation: int = 1

    @property
    def paint(self) -> Paint:
        """What puts it on a page, from its upper left corner."""
        name = self.coded.name

        def paint(canvas: Canvas, x: float, top: float) -> None:
            canvas.translate(x, top - self.height)
            canvas.scale(self.width, self.height)
            canvas.transform(*_TURNS[self.orientation])
            if not canvas.hasForm(name):
                # reportlab's own way would unpack and pack the pixels again for every file.
                document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - see above
                document.addForm(name, self.coded.stream())
            canvas.doForm(name)

        return paint


_PRINTS: WeakKeyDictionary[Figure, dict[tuple[float, float], Print | None]] = WeakKeyDictionary()
"""What was made ready before, for as long as somebody has the figure: a preview is built often."""


class Figures:
    """The images that one document may show, by the name that its runs have for them."""

    def __init__(self, figures: Mapping[str, Figure] | None = None) -> None:
        self._figures = figures or {}

    def find(self, name: str, width: float) -> Print | None:
        """An image no wider than this; None where it may not or cannot be shown."""
        figure = self._figures.get(name)
        if figure is None:
            return None
        prints = _PRINTS.setdefault(figure, {})
        room = (width, MOST_HEIGHT)
        if room not in prints:
            prints[room] = _print(figure, *room)
        return prints[room]


def _print(figure: Figure, width: float, height: float) -> Print | None:
    try:
        return _ready(cleaned(figure.data), width, height)
    except Exception:  # noqa: BLE001 - decoders raise anything; the words of the image take its place
        return None


def _ready(picture: Picture, width: float, height: float) -> Print:
    """The image within this room; its structure was checked, and its number of pixels."""
    wide, high = picture.width * DOT, picture.height * DOT
    share = min(1.0, width / wide, height / high)
    wide, high = max(wide * share, LEAST), max(high * share, LEAST)
    dots = ceil(wide * FINEST), ceil(high * FINEST)
    with _READERS[picture.media](BytesIO(picture.data)) as image:
        orientation = image.getexif().get(_ORIENTATION, 1)
        if max(picture.width / dots[0], picture.height / dots[1]) > SPARE:
            return Print(wide, high, _smaller(image, dots, orientation))
        # Loading tells whether the coded picture is whole, also of one that is not encoded anew.
        image.load()
        if picture.media == "image/jpeg" and image.mode in {"L", "RGB"}:
            coded = Coded(picture.data, *image.size, grey=image.mode == "L", jpeg=True)
            return Print(wide, high, coded, orientation)
        return Print(wide, high, _packed(ImageOps.exif_transpose(_opaque(image))))


def _smaller(image: Image.Image, dots: tuple[int, int], orientation: int) -> Coded:
    """The pixels that paper shows, upright; of a photo, as a JPEG again."""
    lossy = image.format == "JPEG"
    if lossy:
        # The decoder leaves out what is not needed, which takes a quarter of the time.
        image.draft(None, dots if orientation < _TURNED else (dots[1], dots[0]))
    upright = ImageOps.exif_transpose(_opaque(image))
    reduced = upright.resize(dots, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if not lossy:
        return _packed(reduced)
    target = BytesIO()
    reduced.save(target, "JPEG", quality=QUALITY)
    return Coded(target.getvalue(), *dots, grey=reduced.mode == "L", jpeg=True)


def _packed(image: Image.Image) -> Coded:
    """Pixels without loss, in the shorter way: drawings as they are, photos by difference."""
    target = BytesIO()
    image.save(target, "PNG")
    cursor, rows = Cursor(target.getvalue(), _SIGNATURE), []
    while cursor.left:
        length, kind = cursor.big(4), cursor.take(4)
        content = cursor.take(length)
        cursor.take(_CHECK)
        if kind == b"IDAT":
            rows.append(content)
    plain, different, grey = zlib.compress(image.tobytes()), b"".join(rows), image.mode == "L"
    if len(plain) <= len(different):
        return Coded(plain, *image.size, grey=grey)
    return Coded(different, *image.size, grey=grey, difference=True)


def _opaque(image: Image.Image) -> Image.Image:
    """Its first picture in grey or in colours, what shines through it white like paper."""
    if image.mode in {"L", "RGB"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "CMYK":
        return image.convert("RGB")
    clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")
