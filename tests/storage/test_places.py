"""Where a vault may lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.storage import places
from app.storage.places import Concern, Worry, concern, is_name, newest_copy


@pytest.mark.parametrize("name", ["My journal", "inês", "日記", "a.b", "Con man", "x" * 80])
def test_a_name_that_every_system_takes(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    ["", " a", "a ", "a.", "a/b", "a\\b", "a:b", "a\nb", 'a"b', "NUL", "com1.x", "x" * 81, ".."],
)
def test_a_name_that_some_system_refuses(name: str) -> None:
    assert not is_name(name)


def test_an_ordinary_folder_needs_no_word(tmp_path: Path) -> None:
    assert concern(tmp_path) is None


@pytest.mark.parametrize(
    ("above", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Company", "OneDrive"),
        ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("GoogleDrive-ines@example.org", "Google Drive"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_the_names_above_it(
    tmp_path: Path, above: str, service: str
) -> None:
    folder = tmp_path / above / "Documents"
    folder.mkdir(parents=True)
    assert concern(folder) == Concern(Worry.SYNCHRONISED, service)


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_3f2a.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_what_lies_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / mark).mkdir()
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    found = concern(folder)
    assert found == Concern(Worry.SYNCHRONISED, service)
    assert not found.forbids


def test_a_name_that_only_begins_alike_is_no_service(tmp_path: Path) -> None:
    folder = tmp_path / "Dropboxes of old"
    folder.mkdir()
    assert concern(folder) is None


def test_a_folder_that_is_not_there_forbids(tmp_path: Path) -> None:
    found = concern(tmp_path / "gone")
    assert found == Concern(Worry.MISSING)
    assert found.forbids


def test_a_folder_that_cannot_be_written_forbids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = concern(tmp_path)
    assert found == Concern(Worry.READ_ONLY)
    assert found.forbids


def test_a_drive_that_can_be_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(places._REMOVABLE_ROOTS, "linux", (str(tmp_path),))
    folder = tmp_path / "STICK" / "journal"
    folder.mkdir(parents=True)
    assert concern(folder) == Concern(Worry.REMOVABLE)


def test_the_newest_copy_is_known_by_its_name(tmp_path: Path) -> None:
    for name in ("schema-1-1779273600000.db", "schema-2-1779273600001.db", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert newest_copy(tmp_path) == (tmp_path / "schema-2-1779273600001.db", 1779273600001)


def test_a_copy_without_a_date_in_its_name_has_the_date_of_its_file(tmp_path: Path) -> None:
    copy = tmp_path / "by hand.db"
    copy.write_bytes(b"x")
    assert newest_copy(tmp_path) == (copy, int(copy.stat().st_mtime * 1000))


def test_no_copy_where_there_is_no_folder(tmp_path: Path) -> None:
    assert newest_copy(tmp_path / "backups") is None
