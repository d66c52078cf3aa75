"""Keeping the process's memory out of crash dumps and other programs' hands."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from typing import Final

_PR_SET_DUMPABLE: Final = 4


def harden() -> None:
    """No core dumps, and no reading of this process by others of the same user, where possible.

    Windows writes no core dumps by itself; macOS knows no prctl. Failing is no error: it is a
    second wall, not the lock.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
