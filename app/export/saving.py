"""Puts a finished file into a folder: whole or not at all, and readable by its owner only."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from typing import TYPE_CHECKING

from app.export.failures import (
    DiskFullError,
    FileExistsAlreadyError,
    FolderMissingError,
    FolderReadOnlyError,
    SaveError,
)

if TYPE_CHECKING:
    from pathlib import Path

_CAUSES: dict[int | None, type[SaveError]] = {
    errno.EEXIST: FileExistsAlreadyError,
    errno.EISDIR: FileExistsAlreadyError,
    errno.ENOENT: FolderMissingError,
    errno.ENOTDIR: FolderMissingError,
    errno.EACCES: FolderReadOnlyError,
    errno.EPERM: FolderReadOnlyError,
    errno.EROFS: FolderReadOnlyError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
}


def save(data: bytes, path: Path, *, replace: bool = False) -> None:
    """Write a file with mode 0600, over an existing one only with `replace`.

    Raises:
        SaveError: or one of its subclasses; the folder is then as it was.
    """
    cause: int | None = None
    try:
        if not replace and os.path.lexists(path):
            raise FileExistsAlreadyError
        _write(data, path, replace=replace)
    except OSError as error:
        cause = error.errno
    else:
        return
    # Raised outside the handler: the cause would carry the path into a log.
    failure = _CAUSES.get(cause, SaveError)
    raise failure


def _write(data: bytes, path: Path, *, replace: bool) -> None:
    # Short and hidden, so that a long name that just fits is no problem.
    draft = path.parent / f".{secrets.token_hex(8)}.part"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - Path.open takes no descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            _claim(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _claim(draft: Path, path: Path) -> None:
    """Give the file its name, unless somebody took that name in the meantime."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Memory sticks know no second name for a file; the check before has to do there.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "exists") from None
        draft.replace(path)


def _sync_folder(folder: Path) -> None:
    """Keep the new name through a power cut, where the system lets folders be synchronised."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
