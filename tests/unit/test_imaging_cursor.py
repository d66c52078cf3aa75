from __future__ import annotations

import pytest

from app.imaging.cursor import Cursor
from app.imaging.errors import ImageDamagedError


def test_numbers_are_read_in_either_order() -> None:
    cursor = Cursor(b"\x01\x02\x03\x04")

    assert (cursor.big(2), cursor.little(2), cursor.left) == (0x0102, 0x0403, 0)


def test_nothing_is_read_past_the_end() -> None:
    cursor = Cursor(b"\x01\x02", 1)

    with pytest.raises(ImageDamagedError):
        cursor.take(2)

    assert cursor.take(1) == b"\x02"
