"""Has a file taken apart in another process, and believes nothing of its answer but its values."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Timer
from typing import Final

from app.replies import limits
from app.replies.contents import Contents, MalformedError, unpacked
from app.replies.errors import (
    NotAPdfError,
    ReaderMissingError,
    ReplyDamagedError,
    ReplyError,
    ReplyLockedError,
    ReplySlowError,
    ReplyTooLargeError,
)

READ_REPLY: Final = "--take-a-reply-apart"
"""How a packed Greenroom, which has no interpreter beside it, is told to be that process."""

_REFUSED: Final[dict[str, type[ReplyError]]] = {
    "not a PDF": NotAPdfError,
    "locked": ReplyLockedError,
    "damaged": ReplyDamagedError,
    "too large": ReplyTooLargeError,
}
_KEPT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
"""What an interpreter may need to find its own libraries; nothing else of the surroundings."""

_PLACE: Final = Path(__file__).parents[2]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from app.replies.child import main; main()"
)


def contents_of(data: bytes, seconds: float = limits.SECONDS) -> Contents:
    """The contents of a file; raises ReplyError where there are none."""
    if len(data) > limits.FILE_BYTES:
        raise ReplyTooLargeError
    try:
        said = unpacked(_answer(data, seconds))
    except MalformedError:
        raise ReplyDamagedError from None
    if isinstance(said, str):
        raise _REFUSED[said]
    return said


def command() -> list[str]:
    """What starts the process: this interpreter, told where the app is and nothing of its user."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_REPLY]
    return [sys.executable, "-I", "-B", "-c", _START, str(_PLACE)]


def _answer(data: bytes, seconds: float) -> bytes:
    """What the process says until it ends; one that talks too long or takes too long is killed."""
    late = Event()
    child = _started()

    def end() -> None:
        late.set()
        child.kill()

    watch = Timer(seconds, end)
    watch.start()
    try:
        answer = _exchanged(child, data)
    finally:
        watch.cancel()
        child.kill()
        child.wait()
    if late.is_set():
        raise ReplySlowError
    return answer


def _started() -> subprocess.Popen[bytes]:
    surroundings = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        return subprocess.Popen(  # noqa: S603 - this very interpreter
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            cwd=_PLACE.anchor,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise ReaderMissingError from None


def _exchanged(child: subprocess.Popen[bytes], data: bytes) -> bytes:
    """Give it the file and take its answer; an answer that has no end is none."""
    if child.stdin is None or child.stdout is None:
        raise ReaderMissingError
    with child.stdout as out:
        try:
            with child.stdin as into:
                into.write(data)
        except OSError:  # it ended before it had read all
            return b""
        answer = out.read(limits.RESULT_BYTES + 1)
    return answer if len(answer) <= limits.RESULT_BYTES else b""
