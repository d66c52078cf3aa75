"""A hostile file meets a process that has nothing, can do nothing, and is not believed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app.replies import elsewhere, limits
from app.replies.contents import Contents, Field, packed, refused
from app.replies.elsewhere import READ_REPLY, command, contents_of
from app.replies.errors import (
    NotAPdfError,
    ReaderMissingError,
    ReplyDamagedError,
    ReplyError,
    ReplyLockedError,
    ReplySlowError,
    ReplyTooLargeError,
)
from tests.reply_forms import ANSWERS, contents, paper, with_fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Play = Callable[[str], None]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Have the other process run these lines instead: it was taken over."""

    def taken_over(lines: str) -> None:
        start = f"import os, sys, time\n{lines}"
        monkeypatch.setattr(elsewhere, "command", lambda: [sys.executable, "-I", "-c", start])

    return taken_over


@pytest.mark.parametrize("data", [with_fields(ANSWERS), paper(inked=ANSWERS).data])
def test_what_comes_over_is_what_is_in_the_file(data: bytes) -> None:
    assert contents_of(data) == contents(data)


def test_what_is_no_pdf_is_said_to_be_none() -> None:
    with pytest.raises(NotAPdfError):
        contents_of(b"hello")


def test_a_file_that_is_too_large_is_not_even_sent(play: Play) -> None:
    play("sys.exit(1)")
    with pytest.raises(ReplyTooLargeError):
        contents_of(b"%PDF-1.7" + bytes(limits.FILE_BYTES))


@pytest.mark.parametrize(
    "lines",
    [
        "sys.exit(3)",
        "os.abort()",
        "os.kill(os.getpid(), 11)",
        "sys.stdin.close(); sys.exit(0)",
        "sys.stdin.buffer.read()",
        "sys.stdin.buffer.read(); print('{')",
        "sys.stdin.buffer.read(); print('[' * 10**6)",
        'sys.stdin.buffer.read(); print(\'{"fields": 1, "pages": [], "found": {}}\')',
        "import pickle; sys.stdin.buffer.read(); sys.stdout.buffer.write(pickle.dumps(print))",
    ],
)
def test_a_crash_or_a_wrong_answer_is_a_damaged_file(lines: str, play: Play) -> None:
    play(lines)
    with pytest.raises(ReplyDamagedError) as caught:
        contents_of(b"%PDF-1.7" + bytes(300_000))
    assert caught.value.__cause__ is None


def test_an_answer_without_end_is_cut_off(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RESULT_BYTES", 100_000)
    play("sys.stdin.buffer.read()\nwhile True: sys.stdout.buffer.write(bytes(10_000))")
    with pytest.raises(ReplyDamagedError):
        contents_of(b"%PDF-1.7")


@pytest.mark.parametrize(
    "lines",
    ["time.sleep(60)", "sys.stdin.buffer.read()\nwhile True: pass", "os.close(1)\ntime.sleep(60)"],
)
def test_what_takes_too_long_is_ended(lines: str, play: Play) -> None:
    play(lines)
    with pytest.raises(ReplySlowError):
        contents_of(b"%PDF-1.7" + bytes(300_000), seconds=0.5)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("locked", ReplyLockedError),
        ("too large", ReplyTooLargeError),
        ("damaged", ReplyDamagedError),
        ("not a PDF", NotAPdfError),
    ],
)
def test_a_refusal_is_the_sentence_for_it(said: str, error: type[ReplyError], play: Play) -> None:
    play(f"sys.stdin.buffer.read(); sys.stdout.buffer.write({refused(said)!r})")
    with pytest.raises(error):
        contents_of(b"%PDF-1.7")


def test_a_process_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "command", lambda: ["/nowhere/python"])
    with pytest.raises(ReaderMissingError):
        contents_of(b"%PDF-1.7")


def test_it_is_given_no_surroundings_no_files_and_no_place_of_its_user(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GREENROOM_SECRET", "mustard lantern")
    kept = (tmp_path / "vault").open("wb")
    shows = Contents((Field("seen", "", ("SEEN",)),))
    play(
        "sys.stdin.buffer.read()\n"
        "names = sorted(set(os.environ) - {'LD_LIBRARY_PATH', 'LC_CTYPE'})\n"
        "files = sorted(os.listdir('/proc/self/fd')) if os.path.isdir('/proc/self/fd') else []\n"
        "seen = repr((names, len(files) > 4, os.getcwd()))\n"
        f"sys.stdout.write({packed(shows).decode()!r}.replace('SEEN', seen))"
    )
    try:
        (seen,) = contents_of(b"%PDF-1.7").fields[0].values
    finally:
        kept.close()
    assert seen == repr(([], False, "/"))


def test_a_packed_greenroom_is_started_as_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command()[:2] == [sys.executable, "-I"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, READ_REPLY]
