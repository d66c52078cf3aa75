from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from app.clock import FixedClock, Moment, SystemClock
from app.content.library import Library
from app.unlocking import FolderRefusedError
from tests.vaults import new_keys
from ui.sample import NAME, SampleVault, sweep

DAY_MS = 24 * 60 * 60 * 1000


def _left_behind(place: Path, name: str = "greenroom-sample-crash") -> Path:
    home = place / name
    home.mkdir()
    new_keys(home / NAME).wipe()
    return home


def _tomorrow() -> Moment:
    return Moment(SystemClock().now().at + DAY_MS + 1000)


def test_a_sample_leaves_nothing_behind(home: Path) -> None:
    vault = SampleVault()
    vault.make(SystemClock(), Library()).wipe()
    assert vault.folder.is_dir()
    vault.remove()
    assert list((home / "tmp").iterdir()) == []


def test_what_a_crash_left_is_deleted_after_a_day(home: Path) -> None:
    stale = _left_behind(home / "tmp")
    SampleVault().make(SystemClock(), Library()).wipe()
    assert stale.is_dir()
    SampleVault().make(FixedClock(_tomorrow()), Library()).wipe()
    assert not stale.exists()


def test_sweeping_follows_no_link_and_knows_its_own(tmp_path: Path) -> None:
    theirs = tmp_path / "mine"
    theirs.mkdir()
    home = _left_behind(theirs)
    (tmp_path / "greenroom-sample-link").symlink_to(home)
    other = _left_behind(tmp_path, "another-sample")
    kept = _left_behind(tmp_path, "greenroom-sample-kept")
    (kept / "letter.txt").write_text("mine")
    sweep(tmp_path, _tomorrow())
    assert (home / NAME).is_dir()
    assert (other / NAME).is_dir()
    assert [path.name for path in kept.iterdir()] == ["letter.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no user ids")
def test_what_others_left_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = _left_behind(tmp_path)
    me = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    sweep(tmp_path, _tomorrow())
    assert (home / NAME).is_dir()


def test_no_place_for_a_sample_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(FolderRefusedError):
        SampleVault()
