"""Behind its walls a process can read what it was given and say what it found: nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.replies import walls
from tests.security.children import ROOT

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux filters calls")


def _behind(lines: str) -> subprocess.CompletedProcess[str]:
    """What a process says that puts its walls up and then does this."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    start += "import os, socket, subprocess, resource, ctypes\nfrom app.replies import walls\n"
    command = [sys.executable, "-I", "-c", f"{start}walls.close()\n{lines}"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@linux
@pytest.mark.parametrize(
    "deed",
    [
        "open('/etc/hostname')",
        "open('/tmp/greenroom-was-here', 'w')",
        "os.mkdir('/tmp/greenroom-was-here')",
        "os.listdir('/')",
        "os.unlink('/tmp/greenroom-was-here')",
        "os.fork()",
        "subprocess.run(['/bin/true'])",
        "os.execv('/bin/true', ['true'])",
        "socket.socket()",
        "socket.socketpair()",
        "os.kill(os.getppid(), 0)",
        "os.pipe()",
        "os.memfd_create('x')",
    ],
)
def test_no_file_no_program_no_connection_no_other_process(deed: str) -> None:
    done = _behind(f"try:\n  {deed}\nexcept OSError as error:\n  print(type(error).__name__)")
    assert done.stdout.strip() in ("PermissionError", "OSError"), done.stderr


@linux
def test_the_kernel_holds_the_walls() -> None:
    done = _behind("print(ctypes.CDLL(None).prctl(21, 0, 0, 0, 0), ctypes.get_errno())")
    assert done.stdout.split()[0] == "-1", done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_memory_is_bounded() -> None:
    done = _behind("try:\n  bytearray(4 * 1024**3)\nexcept MemoryError:\n  print('bounded')")
    assert done.stdout.strip() == "bounded", done.stderr


@linux
def test_another_architecture_or_an_unknown_one_is_not_let_through() -> None:
    code = walls._filter(0xC000003E, "0 1 60")
    steps = [code[at : at + 8] for at in range(0, len(code), 8)]
    assert len(steps) == 5 + 3 + 2
    assert steps[2][4:] == (0x80000000).to_bytes(4, "little")
    assert steps[-2][4:] == (0x00050001).to_bytes(4, "little")
    assert steps[-1][4:] == (0x7FFF0000).to_bytes(4, "little")


@linux
def test_nothing_is_filtered_where_the_calls_are_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walls, "_CALLS", {})
    monkeypatch.setattr(walls, "_filter", lambda *_: pytest.fail("nothing is known of this one"))
    walls._filter_calls()
