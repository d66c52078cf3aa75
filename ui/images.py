"""Somebody's images between bytes and pixels: bounded, and never on the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from app.imaging import MAX_BYTES, MAX_PIXELS, Picture, cleaned, media_of
from app.imaging.errors import (
    ImageDamagedError,
    ImageUnreadableError,
    NotAnImageError,
    TooManyPixelsError,
)

Offer: TypeAlias = Path | bytes | QImage
"""An image on its way in: a file, bytes, or pixels of the clipboard."""

_FORMATS: Final = {
    "image/png": b"png",
    "image/jpeg": b"jpeg",
    "image/gif": b"gif",
    "image/webp": b"webp",
    "image/bmp": b"bmp",
}
_BITMAP: Final = b"BM"
_GLANCE: Final = QSize(64, 64)
_FAST: Final = 90
"""How lightly pasted pixels are packed, 0 to 100: a screen takes half a second, not three."""

# What an image may take while it is decoded; the limit of pixels keeps below it.
QImageReader.setAllocationLimit(256)


def taken(offer: Offer) -> Picture:
    """An offered image as the vault keeps it; raises an ImageError where it cannot be kept."""
    data = offer if isinstance(offer, bytes) else _bytes_of(offer)
    if data.startswith(_BITMAP):
        data = as_png(_decoded(data, "image/bmp", None))
    picture = cleaned(data)
    decoded(picture.data, _GLANCE)  # what cannot be shown is not kept
    return picture


def decoded(data: bytes, box: QSize | None = None) -> QImage:
    """The first picture of an image, upright, and no larger than a box of pixels."""
    return _decoded(data, media_of(data), box)


def as_png(image: QImage) -> bytes:
    """Pixels as a PNG, without loss."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_FAST)
    if not writer.write(image):
        raise ImageDamagedError
    return bytes(buffer.data().data())


def fitted(size: QSize, box: QSize) -> QSize:
    """A size made smaller until it fits into a box; one that fits is left alone."""
    if size.width() <= box.width() and size.height() <= box.height():
        return size
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _bytes_of(offer: Path | QImage) -> bytes:
    if isinstance(offer, QImage):
        return as_png(offer)
    try:
        # A pipe or a device would never end.
        if not offer.is_file():
            raise ImageUnreadableError
        with offer.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise ImageUnreadableError from None


def _decoded(data: bytes, media: str, box: QSize | None) -> QImage:
    if media not in _FORMATS:
        raise NotAnImageError
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[media]))
    # The format is known; no other reader gets to see the bytes.
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        raise ImageDamagedError
    if size.width() * size.height() > MAX_PIXELS:
        raise TooManyPixelsError(megapixels=MAX_PIXELS // 1_000_000)
    if box is not None:
        reader.setScaledSize(fitted(size, box.transposed() if _lies(reader) else box))
    image = reader.read()
    if image.isNull():
        raise ImageDamagedError
    return image


def _lies(reader: QImageReader) -> bool:
    """Whether the picture is turned by a quarter when it is shown."""
    quarter = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation() & quarter)
