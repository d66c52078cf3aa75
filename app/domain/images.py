"""Images inside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.ids import Kind
from app.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Record):
    """An image that entries show; its bytes are kept once, under their SHA-256 in hexadecimal.

    `media` is its media type, `width` and `height` count its pixels, `size` its bytes.
    """

    kind: ClassVar[Kind] = Kind.IMAGE

    sha256: str = ""
    media: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
