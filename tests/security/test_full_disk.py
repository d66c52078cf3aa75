"""A full disk refuses a save clearly, keeps every other, and takes the text once there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.entries import Entry
from tests.security import children
from tests.vaults import new_vault, reopened

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such limits on Windows")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=4m", "greenroom-test", str(place)], check=False
    )
    if made.returncode != 0:
        pytest.skip("this computer mounts no small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - where mount is, umount is


def test_on_a_small_disk(small_disk: Path) -> None:
    folder, ballast = small_disk / "a.greenroom", small_disk / "ballast"
    new_vault(folder).close()
    # As much room as the log takes when its pages move into the file.
    ballast.write_bytes(bytes(1_600_000))
    refusals = _kept_everything(folder, children.answers("tests.security.filler", folder, ballast))
    assert all(refusal.startswith("DiskFullError The disk is full") for refusal in refusals)


def test_where_files_may_not_grow(tmp_path: Path) -> None:
    folder = tmp_path / "a.greenroom"
    new_vault(folder).close()
    refusals = _kept_everything(folder, children.answers("tests.security.filler", folder))
    assert all(": " not in refusal and "could not be saved" in refusal for refusal in refusals)


def _kept_everything(folder: Path, answers: list[str]) -> list[str]:
    """Check that what was acknowledged is there, and nothing else; returns what was refused."""
    words = [answer.split(" ", 1) for answer in answers]
    assert words[-1] == ["sound", "True"]
    saved = dict(rest.split(" ") for kind, rest in words if kind == "saved")
    refused = [rest for kind, rest in words if kind == "refused"]
    assert len(saved) > 5
    assert len(refused) == 5
    vault = reopened(folder)
    assert {entry.id: entry.body for entry in vault.read.all(Entry)} == saved
    assert vault.verify()
    vault.close()
    return refused
