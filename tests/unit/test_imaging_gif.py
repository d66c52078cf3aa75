from __future__ import annotations

import pytest

from app.imaging.errors import ImageDamagedError
from app.imaging.gif import clean_gif
from tests.pictures import SECRET, gif

COMMENT = b"\x21\xfe" + bytes((len(SECRET),)) + SECRET + b"\x00"
REPEATS = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
XMP = b"\x21\xff\x0bXMP DataXMP" + bytes((len(SECRET),)) + SECRET + b"\x00"
CONTROL = b"\x21\xf9\x04\x00\x0a\x00\x00\x00"


def test_a_bare_image_stays_as_it_is() -> None:
    assert clean_gif(gif()) == (8, 4, gif())


def test_frames_and_their_times_stay_and_words_go() -> None:
    kept = clean_gif(gif(REPEATS, COMMENT, XMP, CONTROL, frames=40) + SECRET)

    assert kept == (8, 4, gif(REPEATS, CONTROL, frames=40))


def test_a_missing_trailer_is_put_there() -> None:
    assert clean_gif(gif()[:-1]) == (8, 4, gif())


def test_a_frame_larger_than_the_screen_counts() -> None:
    assert clean_gif(gif(frame_size=(60_000, 60_000)))[:2] == (60_000, 60_000)


@pytest.mark.parametrize("data", [gif()[:10], gif()[:25], gif(frames=0), gif(b"\x99")])
def test_a_broken_one_is_damaged(data: bytes) -> None:
    with pytest.raises(ImageDamagedError):
        clean_gif(data)
