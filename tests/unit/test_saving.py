"""A file reaches its folder whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from app.export.failures import (
    DiskFullError,
    FileExistsAlreadyError,
    FolderMissingError,
    FolderReadOnlyError,
    SaveError,
)
from app.export.saving import save, saved

ordinary_system = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
NOBODY = 65534


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    save(b"%PDF", path)
    assert path.read_bytes() == b"%PDF"
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsAlreadyError):
        save(b"new", path)
    assert path.read_bytes() == b"old"
    save(b"new", path, replace=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_taken_at_the_last_moment_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(FileExistsAlreadyError):
        save(b"new", path)
    assert path.read_bytes() == b"old"


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    save(b"new", tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == b"new"
    with pytest.raises(FileExistsAlreadyError):
        save(b"newer", tmp_path / "brief.pdf")


def failing(code: int) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, "failed")

    return fail


@pytest.mark.parametrize(
    ("code", "failure"), [(errno.ENOSPC, DiskFullError), (errno.EIO, SaveError)]
)
def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, failure: type[SaveError]
) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(code))
    with pytest.raises(SaveError) as raised:
        save(b"new", tmp_path / "brief.pdf", replace=True)
    assert type(raised.value) is failure
    assert raised.value.__context__ is None
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_file_goes_again_where_what_follows_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None, *, links: bool
) -> None:
    path = tmp_path / "brief.pdf"
    if before is not None:
        path.write_bytes(before)
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    with pytest.raises(RuntimeError, match="no line"), saved(b"new", path, replace=True):
        assert path.read_bytes() == b"new"
        raise RuntimeError("no line")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [before] * (before is not None)


@pytest.mark.parametrize("links", [True, False])
def test_a_file_stays_alone_where_what_follows_ends_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    with saved(b"new", path, replace=True):
        pass
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"new"


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "brief.pdf"
    folder.mkdir()
    with pytest.raises(FileExistsAlreadyError):
        save(b"new", folder, replace=True)
    assert [each.is_dir() for each in tmp_path.iterdir()] == [True]


@ordinary_system
def test_a_link_is_put_back_as_a_link(tmp_path: Path) -> None:
    path, target = tmp_path / "brief.pdf", tmp_path / "target"
    target.write_bytes(b"old")
    path.symlink_to(target)
    with pytest.raises(RuntimeError), saved(b"new", path, replace=True):
        raise RuntimeError
    assert path.readlink() == target
    assert target.read_bytes() == b"old"


def test_a_missing_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(FolderMissingError):
        save(b"new", tmp_path / "gone" / "brief.pdf")
    (tmp_path / "file").touch()
    with pytest.raises(FolderMissingError):
        save(b"new", tmp_path / "file" / "brief.pdf")


@contextmanager
def as_ordinary_person() -> Iterator[None]:
    """The rights of folders mean nothing to root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@ordinary_system
def test_a_read_only_folder_is_named_as_such() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o555)
        with as_ordinary_person(), pytest.raises(FolderReadOnlyError, match="read-only"):
            save(b"new", folder / "brief.pdf")
        assert list(folder.iterdir()) == []
