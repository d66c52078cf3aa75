"""What a process gives up before it looks at a file from outside: it can never have it back.

Where the system knows none of this, what is left is that the process knows nothing, is watched
and is ended.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from contextlib import suppress
from typing import Final

from app.hardening import harden
from app.replies import limits

_NO_NEW_PRIVILEGES: Final = 38
_SECCOMP: Final = 22
_FILTER: Final = 2
_ALLOWED, _KILLED = 0x7FFF0000, 0x80000000
_REFUSED: Final = 0x00050001
"""The call returns that it is not permitted, and the program goes on."""

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_X32: Final = 0x40000000

# The calls that reading a file from memory needs: read, write and close what is open, memory,
# waiting for a lock, the time, random bytes, signals, the end. No file is opened, nothing is
# connected, no program is started, no other process is touched.
_CALLS: Final = {
    "x86_64": (
        0xC000003E,
        (
            "0 1 3 5 8 9 10 11 12 13 14 15 19 20 24 25 28 35 39 60 96 98 131 186 201 202 228 229"
            " 230 231 262 309 318 334"
        ),
    ),
    "aarch64": (
        0xC00000B7,
        (
            "57 62 63 64 65 66 79 80 93 94 96 98 101 113 114 115 124 132 134 135 139 165 168 169"
            " 172 178 214 215 216 222 226 233 278 293"
        ),
    ),
}


class _Program(ctypes.Structure):
    """A filter as the kernel takes it: how many instructions there are, and where."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def close() -> None:
    """No new files, connections or processes; bounded memory and time; no core dump."""
    harden()
    if sys.platform != "win32":
        _bound()
    if sys.platform == "linux":
        _filter_calls()


def _bound() -> None:
    import resource  # noqa: PLC0415 - does not exist on Windows

    bounds = {
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 0,
        resource.RLIMIT_CPU: limits.CPU_SECONDS,
        resource.RLIMIT_AS: limits.MEMORY,
        resource.RLIMIT_NPROC: 0,
    }
    for what, most in bounds.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _filter_calls() -> None:
    known = _CALLS.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return
    code = _filter(*known)
    program = _Program(len(code) // 8, code)
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        library.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)


def _filter(architecture: int, known: str) -> bytes:
    """Berkeley's packet filter over calls: another architecture ends the process at once."""
    calls = [int(call) for call in known.split()]
    steps = [
        (_LOAD, 0, 0, 4),
        (_IF_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILLED),
        (_LOAD, 0, 0, 0),
        (_IF_AT_LEAST, len(calls), 0, _X32),
        *((_IF_EQUAL, len(calls) - at, 0, call) for at, call in enumerate(calls)),
        (_RETURN, 0, 0, _REFUSED),
        (_RETURN, 0, 0, _ALLOWED),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
