"""Images of the vault on paper: at their size, the right way up, and no finer than print needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from app.imaging import cleaned

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
_FORMATS: Final = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
}
_ORIENTATION: Final = 0x0112
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
class Print:
    """An image ready for paper: its size in points, and its pixels, or a JPEG as it is."""

    width: float
    height: float
    pixels: bytes | Image.Image = field(repr=False)
    orientation: int = 1

    @property
    def paint(self) -> Paint:
        """What puts it on a page, from its upper left corner."""

        def paint(canvas: Canvas, x: float, top: float) -> None:
            canvas.translate(x, top - self.height)
            canvas.scale(self.width, self.height)
            canvas.transform(*_TURNS[self.orientation])
            data = BytesIO(self.pixels) if isinstance(self.pixels, bytes) else self.pixels
            canvas.drawImage(ImageReader(data), 0, 0, 1, 1)

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
    with Image.open(BytesIO(picture.data), formats=(_FORMATS[picture.media],)) as image:
        orientation = image.getexif().get(_ORIENTATION, 1)
        if max(picture.width / dots[0], picture.height / dots[1]) <= SPARE:
            pixels, orientation = _as_it_is(image, picture, orientation)
            return Print(wide, high, pixels, orientation)
        return Print(wide, high, _smaller(image, dots, orientation))


def _as_it_is(
    image: Image.Image, picture: Picture, orientation: int
) -> tuple[bytes | Image.Image, int]:
    # Loading tells whether the coded picture is whole, also of one that is not encoded anew.
    image.load()
    if picture.media == "image/jpeg" and image.mode in {"L", "RGB"}:
        return picture.data, orientation
    return ImageOps.exif_transpose(_opaque(image)), 1


def _smaller(image: Image.Image, dots: tuple[int, int], orientation: int) -> bytes | Image.Image:
    """The pixels that paper shows, upright; of a photo, as a JPEG again."""
    lossy = image.format == "JPEG"
    if lossy:
        # The decoder leaves out what is not needed, which takes a quarter of the time.
        image.draft(None, dots if orientation < _TURNED else (dots[1], dots[0]))
    upright = ImageOps.exif_transpose(_opaque(image))
    reduced = upright.resize(dots, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if not lossy:
        return reduced
    target = BytesIO()
    reduced.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


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
