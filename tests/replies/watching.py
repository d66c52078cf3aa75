"""Starts the processes that read hostile replies, and sums up what came of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Final

from app.replies import limits

ROOT: Final = Path(__file__).parents[2]


@dataclass
class Tally:
    """What came of the files so far; `crashed`, `slow` and `unmade` have their numbers.

    A few rings in trees of fields bring down the library that is to save them: those files are
    never there to be read.

    A process that crashes is what the app is guarded against: it says that the file is damaged.
    """

    files: int = 0
    bytes: int = 0
    came: Counter[str] = field(default_factory=Counter)
    crashed: list[str] = field(default_factory=list)
    slow: list[int] = field(default_factory=list)
    unmade: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    megabytes: int = 0

    def add(self, other: Tally) -> None:
        """Take in another one."""
        self.files += other.files
        self.bytes += other.bytes
        self.came += other.came
        self.crashed += other.crashed
        self.slow += other.slow
        self.unmade += other.unmade
        self.wrong += other.wrong
        self.slowest = max(self.slowest, other.slowest)
        self.megabytes = max(self.megabytes, other.megabytes)


def run(first: int, last: int, folder: Path) -> Tally:
    """Have the files of these numbers read, by as many processes as it takes."""
    tally = Tally()
    while first < last:
        first = _run(first, last, folder, tally)
    return tally


def _run(first: int, last: int, folder: Path, tally: Tally) -> int:
    """One process from here to its end; returns the number that is next."""
    surroundings = {"PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", "")}
    surroundings |= dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME"), str(folder))
    child = subprocess.Popen(
        [sys.executable, "-B", "-m", "tests.replies.reading", str(first), str(last), str(folder)],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    reading, watch = first, Timer(limits.SECONDS, child.kill)
    watch.start()
    word = ""
    with child.stdout as said:
        for line in said:
            word, number, *rest = line.rstrip("\n").split("\t")
            watch.cancel()
            if word == "came":
                _came(tally, int(number), rest)
                reading = int(number) + 1
            else:
                watch = Timer(limits.SECONDS, child.kill)
                watch.start()
    code = child.wait()
    watch.cancel()
    if reading == last:
        return last
    tally.files += 1
    if word == "makes":
        tally.unmade.append(reading)
    elif code == -signal.SIGKILL:
        tally.slow.append(reading)
    elif code == -signal.SIGSYS:
        tally.wrong.append(f"{reading}: tried what is not allowed")
    else:
        tally.crashed.append(f"{reading} ({code})")
    return reading + 1


def _came(tally: Tally, number: int, said: list[str]) -> None:
    size, seconds, megabytes, came = said
    tally.files += 1
    tally.bytes += int(size)
    tally.slowest = max(tally.slowest, (float(seconds), number))
    tally.megabytes = max(tally.megabytes, int(megabytes))
    if came.startswith("WRONG"):
        tally.wrong.append(f"{number}: {came}")
    else:
        tally.came[came] += 1


def left_behind(folder: Path) -> list[str]:
    """The files that were written; there should be none."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
