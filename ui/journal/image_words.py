"""How an image is named where nobody said what it shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def image_words(place: int, alt: str) -> str:
    """What an image shows, or its number among the images of its entry."""
    return alt or QCoreApplication.translate("Journal", "Image {0}").format(place + 1)
