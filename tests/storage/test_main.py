"""The command line as a process of its own."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen
from typing import Self

import pytest

from app import VERSION
from app.__main__ import DONE, FAILED, INTERRUPTED, PIPE_CLOSED, main
from app.domain.packs import Pack
from app.operations import packs
from tests.vaults import PASSPHRASE, new_vault

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "app")
WITHOUT_QT = (
    sys.executable,
    "-c",
    """
import sys
sys.modules.update(PySide6=None, shiboken6=None)
from ui.__main__ import main
sys.exit(main(sys.argv[1:]))
""",
)
AT_TERMINAL = (
    sys.executable,
    "-c",
    """
import fcntl, os, sys, termios
fcntl.ioctl(int(sys.argv[1]), termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "app", *sys.argv[2:]])
""",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with more share packs than a pipe holds lines."""
    place = tmp_path_factory.mktemp("vaults") / "Mine.greenroom"
    vault = new_vault(place)
    packs.add(vault, Pack(title="First"))
    for _ in range(300):
        packs.add(vault, Pack(title="x" * 300))
    vault.close()
    return place


def ran(
    *words: object, command: tuple[str, ...] = COMMAND, lines: str = ""
) -> CompletedProcess[str]:
    """The command, ended; where no terminal is near."""
    return subprocess.run(
        [*command, *map(str, words)],
        cwd=ROOT,
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )


@pytest.mark.parametrize("command", [COMMAND, WITHOUT_QT])
def test_a_command_runs_where_qt_is_not_installed(folder: Path, command: tuple[str, ...]) -> None:
    done = ran(
        "report",
        "--vault",
        folder,
        "--list",
        "--passphrase-fd",
        0,
        command=command,
        lines=PASSPHRASE,
    )
    assert (done.returncode, done.stderr) == (DONE, "")
    assert done.stdout.splitlines()[0].endswith("\tFirst")


def test_a_failure_is_a_sentence_and_a_code(folder: Path) -> None:
    done = ran("report", "--vault", folder, "--list", "--passphrase-fd", 0, lines="wrong")
    assert (done.returncode, done.stdout) == (FAILED, "")
    assert done.stderr == "That passphrase did not open this vault.\n"


def test_without_a_terminal_nobody_is_asked(folder: Path) -> None:
    done = ran("report", "--vault", folder, "--list", lines=PASSPHRASE)
    assert done.returncode == FAILED
    assert done.stderr.startswith("There is no terminal to ask for the passphrase.")


def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    words = ["report", "--vault", str(folder), "--list", "--passphrase-fd", "0"]
    with Popen([*COMMAND, *words], cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stdin is not None
        process.stdin.write(PASSPHRASE.encode())
        process.stdin.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait() == PIPE_CLOSED


def test_a_disk_without_room_for_results_is_told(folder: Path) -> None:
    words = ["report", "--vault", str(folder), "--list", "--passphrase-fd", "0"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *words],
            cwd=ROOT,
            input=PASSPHRASE,
            stdout=full,
            stderr=PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (FAILED, 1)
    assert done.stderr.startswith("This computer did not allow that: ")


@dataclass
class Terminal:
    """A command that has a terminal of its own; its results go elsewhere."""

    master: int
    process: Popen[str]
    shown: str = ""

    @classmethod
    def start(cls, *words: object) -> Self:
        """Begin the command."""
        master, slave = pty.openpty()
        process = Popen(
            [*AT_TERMINAL, str(slave), *map(str, words)],
            cwd=ROOT,
            stdin=slave,
            stdout=PIPE,
            stderr=PIPE,
            pass_fds=(slave,),
            start_new_session=True,
            text=True,
        )
        os.close(slave)
        return cls(master, process)

    def answer(self, prompt: str, typed: str) -> None:
        """Wait until the terminal asks, then type."""
        while not self.shown.endswith(prompt):
            self.shown += os.read(self.master, 1024).decode()
        self.shown += "|"
        os.write(self.master, typed.encode())

    def end(self) -> tuple[int, str, str]:
        """The exit code, the results and the messages."""
        out, err = self.process.communicate()
        return self.process.returncode, out, err


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Commands at terminals, which are closed afterwards."""
    started: list[Terminal] = []
    yield started
    for each in started:
        each.process.kill()
        each.process.communicate()
        os.close(each.master)


def test_a_passphrase_is_asked_for_and_not_shown(folder: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal.start("report", "--vault", folder, "--list")
    terminals.append(terminal)
    terminal.answer("Passphrase: ", f"{PASSPHRASE}\n")
    code, out, err = terminal.end()
    assert (code, err) == (DONE, "")
    assert out.splitlines()[0].endswith("\tFirst")
    assert terminal.shown == "Passphrase: |"
    os.set_blocking(terminal.master, False)
    assert PASSPHRASE not in os.read(terminal.master, 1024).decode()


def test_ctrl_c_at_the_prompt_ends_quietly(folder: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal.start("report", "--vault", folder, "--list")
    terminals.append(terminal)
    terminal.answer("Passphrase: ", "\x03")
    assert terminal.end() == (INTERRUPTED, "", "Interrupted.\n")


def test_the_passphrase_of_a_sample_is_typed_twice(
    tmp_path: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal.start("sample", tmp_path / "Sample")
    terminals.append(terminal)
    terminal.answer("given one): ", f"{PASSPHRASE}\n")
    terminal.answer("The same again: ", "something else\n")
    code, out, err = terminal.end()
    assert (code, out) == (FAILED, "")
    assert err.startswith("The two passphrases are not the same.")
    assert not (tmp_path / "Sample").exists()


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"greenroom {VERSION}\n"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "COMMAND"),
        (["bake"], "invalid choice: 'bake'"),
        (["report", "--vault", "x"], "--list --pack"),
        (["report", "--vault", "x", "--list", "--pack", "y"], "not allowed with"),
        (["report", "--vault", "x", "--pack", "y"], "--pack needs -o FILE"),
        (["report", "--list"], "--vault"),
        (["report", "--vault", "x", "--list", "--forc"], "unrecognized arguments: --forc"),
        (["report", "--vault", "x", "--list", "--passphrase-fd", "-1"], "descriptor"),
        (["import", "--vault", "x", "file"], "--from"),
    ],
)
def test_what_is_not_understood_is_told(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    told = capsys.readouterr()
    assert told.out == ""
    assert "usage: greenroom" in told.err
    assert said in told.err


@pytest.mark.parametrize("words", [[], ["sample"], ["report"], ["add"], ["import"], ["verify"]])
def test_every_command_explains_itself(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*words, "--help"])
    told = capsys.readouterr().out
    assert told.startswith(" ".join(["usage: greenroom", *words]))
    assert max(map(len, told.splitlines())) <= 100
