"""Which images a paste or a drop offers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from ui.images import Offer

_WORDS: Final = "text/plain"
_ENCODED: Final = ("image/png", "image/jpeg", "image/webp", "image/gif")
"""What is taken as it is, the first that there is, before pixels that would be packed anew."""


def offers_image(source: QMimeData) -> bool:
    """Whether files or an image are offered. Text that an image comes along with is text."""
    return has_files(source) or (source.hasImage() and not _has_words(source))


def has_files(source: QMimeData) -> bool:
    """Whether files of this computer are offered, which Qt would write down as addresses."""
    return any(url.isLocalFile() for url in source.urls())


def offered(source: QMimeData) -> tuple[Offer, ...]:
    """The images of a paste or a drop; files may turn out to be something else."""
    files = tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
    if files:
        return files
    for name in _ENCODED:
        if source.hasFormat(name):
            return (bytes(source.data(name).data()),)
    image = source.imageData()
    return (image,) if isinstance(image, QImage) and not image.isNull() else ()


def _has_words(source: QMimeData) -> bool:
    """Whether there is text beside an image, other than where it was found."""
    words = bytes(source.data(_WORDS).data()).strip() if source.hasFormat(_WORDS) else b""
    return bool(words) and words not in {bytes(url.toEncoded().data()) for url in source.urls()}
