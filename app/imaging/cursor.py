"""Reading bytes one after another, never past their end."""

from __future__ import annotations

from app.imaging.errors import ImageDamagedError


class Cursor:
    """A place in some bytes; asking for more than there is means that the image is damaged."""

    def __init__(self, data: bytes, place: int = 0) -> None:
        self.data = data
        self.place = place

    @property
    def left(self) -> int:
        """How many bytes follow."""
        return len(self.data) - self.place

    def take(self, count: int) -> bytes:
        """The next bytes."""
        if count > self.left:
            raise ImageDamagedError
        taken = self.data[self.place : self.place + count]
        self.place += count
        return taken

    def big(self, count: int) -> int:
        """The next number, its highest byte first."""
        return int.from_bytes(self.take(count), "big")

    def little(self, count: int) -> int:
        """The next number, its lowest byte first."""
        return int.from_bytes(self.take(count), "little")
