"""Processes of their own, to be killed, starved or shut out: what a test starts and asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def say(*words: object) -> None:
    """Answer with a line, at once: whoever is killed next has said it."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def start(module: str, *words: str | Path) -> subprocess.Popen[str]:
    """Start a module of the tests with this interpreter; its answers are lines."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answers(module: str, *words: str | Path) -> list[str]:
    """What a process says until it ends by itself; what it complains of fails the test."""
    child = start(module, *words)
    said, complaint = child.communicate(timeout=60)
    assert child.returncode == 0, complaint
    return said.splitlines()
