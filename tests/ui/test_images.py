"""Bytes to pixels: bounded, upright, and with a sentence for whatever cannot be shown."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from app.imaging import MAX_BYTES, cleaned, media_of
from app.imaging.errors import (
    ImageDamagedError,
    ImageError,
    ImageTooLargeError,
    ImageUnreadableError,
    TooManyPixelsError,
)
from tests.pictures import exif, gif, jpeg, png, segment, webp
from ui.images import as_png, decoded, fitted, taken

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("qapp")]
KINDS = (png(), jpeg(), gif(frames=3), webp())


def pixels(width: int, height: int, colour: str = "#1e6b45") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def encoded(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload] # Qt's own signature
    return bytes(buffer.data().data())


@pytest.mark.parametrize("data", KINDS, ids=media_of)
def test_what_is_kept_can_be_shown(data: bytes) -> None:
    assert decoded(taken(data).data).size() == QSize(8, 4)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_a_large_image_is_made_as_small_as_its_place(kind: str) -> None:
    picture = taken(encoded(pixels(400, 200), kind))

    assert (picture.width, picture.height) == (400, 200)
    assert decoded(picture.data, QSize(100, 100)).size() == QSize(100, 50)
    assert decoded(picture.data, QSize(900, 900)).size() == QSize(400, 200)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_shown_upright_although_its_exif_is_gone(orientation: int) -> None:
    image = pixels(16, 8, "#ff0000")
    for x in range(8):
        for y in range(8):
            image.setPixelColor(x, y, QColor("#0000ff"))
    photo = encoded(image, "JPEG")
    photo = photo[:2] + segment(0xE1, exif(orientation)) + photo[2:]

    picture = taken(photo)
    shown = decoded(picture.data)

    assert (shown.width(), shown.height()) == (picture.width, picture.height)
    corner = QColor(shown.pixel(1, 1))
    blue = corner.blue() > corner.red()
    assert blue == (orientation in {1, 4, 5, 6})


def test_a_long_strip_keeps_a_pixel_of_its_other_side() -> None:
    assert fitted(QSize(100_000, 2), QSize(100, 100)) == QSize(100, 1)


def test_pasted_pixels_are_kept_without_loss() -> None:
    image = pixels(30, 20, "#123456")

    assert decoded(as_png(image)).pixelColor(7, 7) == QColor("#123456")
    assert taken(image).media == "image/png"


def test_no_pixels_are_damaged() -> None:
    with pytest.raises(ImageDamagedError):
        taken(QImage())


def test_a_file_is_read_no_further_than_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    with file.open("wb") as out:
        out.write(png()[:8])
        out.truncate(MAX_BYTES * 3)

    with pytest.raises(ImageTooLargeError):
        taken(file)


@pytest.mark.parametrize("name", ["gone.png", "."])
def test_what_is_no_file_is_said_to_be_unreadable(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImageUnreadableError):
        taken(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
def test_a_pipe_is_no_file_to_wait_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")

    with pytest.raises(ImageUnreadableError):
        taken(tmp_path / "pipe.png")


@pytest.mark.parametrize(
    "bomb",
    [
        png(size=(60_000).to_bytes(4, "big") * 2),
        gif(frame_size=(60_000, 60_000)),
    ],
)
def test_a_small_file_of_enormous_size_is_never_decoded(bomb: bytes) -> None:
    with pytest.raises(TooManyPixelsError):
        taken(bomb)


def test_a_bitmap_that_lies_about_its_size_is_never_decoded() -> None:
    bitmap = bytearray(encoded(pixels(4, 4), "BMP"))
    bitmap[18:26] = (30_000).to_bytes(4, "little") * 2

    with pytest.raises(ImageError):
        taken(bytes(bitmap))


def test_a_picture_that_is_all_promise_is_damaged() -> None:
    """Its chunks are whole, but there are no pixels in them."""
    with pytest.raises(ImageDamagedError):
        taken(png(8, 4).replace(png(8, 4)[33:], png(1, 1)[33:]))


@pytest.mark.no_qt_log
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.sampled_from(KINDS), st.integers(0, 2**32), st.integers(1, 8))
def test_bytes_turned_over_never_raise_anything_else(data: bytes, seed: int, count: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    broken = bytearray(data)
    for _ in range(count):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    try:
        picture = taken(bytes(broken))
    except ImageError:
        return
    assert cleaned(picture.data) == picture


def test_svg_never_reaches_a_reader() -> None:
    with pytest.raises(ImageError):
        decoded(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
