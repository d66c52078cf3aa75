"""The bytes of images: known by what they are, and rid of what they say beside the picture."""

from __future__ import annotations

from app.imaging.cleaning import MAX_BYTES, MAX_PIXELS, Picture, cleaned, media_of

__all__ = ["MAX_BYTES", "MAX_PIXELS", "Picture", "cleaned", "media_of"]
