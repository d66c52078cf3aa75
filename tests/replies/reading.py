"""Reads hostile replies in a process that is watched, with the walls of the app's own child.

One process takes many files. It says the number of each before it reads it, so that a crash has a
name, and what came of it after that. Here what is not allowed ends the process at once, so that
nothing is started, connected or changed without being noticed. To open a file is only refused, as
in the app: PDFium looks for the fonts of the system where a file does not bring its own.
"""

from __future__ import annotations

import os
import resource
import sys
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Final

from app.errors import AppError
from app.replies import elsewhere, limits, walls
from app.replies.apart import prepare, taken_apart
from app.replies.contents import unpacked
from app.replies.errors import ReplyTooLargeError
from app.replies.reading import reply_in
from tests.replies.hostile import asked, reply

SPARE: Final = 512 * limits.MEBIBYTE
"""Memory that making the files takes beside reading them."""


LOOKING: Final = {"x86_64": "2 4 21 63 89 157 217 234 257", "aarch64": "48 56 61 78 131 160 167"}
"""Calls that look for a file, that put up the second wall, and by which a crash ends itself."""


def confine() -> None:
    """Put up the walls of the app's child, but for the time it has: here are many files."""
    prepare()
    reply(0)
    asked()
    memory = limits.MEMORY + SPARE
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _notice()
        walls._filter_calls()


def _notice() -> None:
    """End at whatever the app's walls refuse, but for a file that is looked for."""
    refused, calls = walls._REFUSED, walls._CALLS
    walls._REFUSED = walls._KILLED  # type: ignore[misc] # put back below
    more = {
        machine: (calls[machine][0], f"{calls[machine][1]} {LOOKING[machine]}") for machine in calls
    }
    walls._CALLS = more  # type: ignore[misc] # put back below
    walls._filter_calls()
    walls._REFUSED, walls._CALLS = refused, calls  # type: ignore[misc] # as they were


def outcome(data: bytes) -> str:
    """What comes of a file: how it was read, or the class of the sentence about why not."""
    if len(data) > limits.FILE_BYTES:
        return ReplyTooLargeError.__name__
    said = unpacked(taken_apart(data))
    if isinstance(said, str):
        return elsewhere._REFUSED[said].__name__
    try:
        found = reply_in(said, sha256(data).hexdigest(), asked())
    except AppError as error:
        return type(error).__name__
    assert found.asked is None or len(found.answers) == len(found.asked.form.questions)
    assert all(len(each.text) <= limits.ANSWER_SIGNS + limits.NAME_SIGNS for each in found.answers)
    return found.way.value


def say(*words: object) -> None:
    """Answer with a line, at once."""
    sys.stdout.write("\t".join(map(str, words)).replace("\n", " ") + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the files from one number to another, in a folder that is watched."""
    first, last = int(sys.argv[1]), int(sys.argv[2])
    os.chdir(Path(sys.argv[3]))
    confine()
    for number in range(first, last):
        say("makes", number)
        data = reply(number)
        say("reads", number)
        began = perf_counter()
        try:
            came = outcome(data)
        except Exception as error:  # noqa: BLE001 - the point of it: anything else is a find
            came = f"WRONG {type(error).__name__}: {error}"[:200]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        say("came", number, len(data), f"{perf_counter() - began:.3f}", memory, came)
    os._exit(0)


if __name__ == "__main__":
    main()
