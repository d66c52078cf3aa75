from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.hardening import harden

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="prctl and /proc are Linux's")
def test_a_hardened_process_dumps_no_core_and_cannot_be_read_by_others() -> None:
    # In a process of its own: the limits cannot be lifted again.
    script = (
        "import ctypes, resource\n"
        f"from {harden.__module__} import harden\n"
        "harden()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert done.stdout.strip() == "(0, 0) 0"
