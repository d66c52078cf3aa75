from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from app.sharing.fingerprint import (
    FileTooLargeError,
    FileUnreadableError,
    NoFileError,
    fingerprint,
)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 ...", b"no PDF at all" * 200_000])
def test_any_file_has_the_digest_of_its_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "Growth summary.pdf"
    path.write_bytes(data)
    found = fingerprint(path)
    assert (found.name, found.sha256) == (path.name, hashlib.sha256(data).hexdigest())


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NoFileError):
        fingerprint(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(NoFileError):
        fingerprint(tmp_path / "pipe.pdf")


def test_a_file_that_is_gone_is_told_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError) as failure:
        fingerprint(tmp_path / "secret name.pdf")
    assert "secret" not in str(failure.value)
    assert failure.value.__cause__ is None
    assert failure.value.__context__ is None


def test_no_more_is_read_than_any_pdf_of_ours_has(tmp_path: Path) -> None:
    path = tmp_path / "film.pdf"
    path.write_bytes(b"x" * 11)
    with pytest.raises(FileTooLargeError):
        fingerprint(path, limit=10)
    assert fingerprint(path, limit=11).name == "film.pdf"
