"""Puts a finished file into a folder: whole or not at all, and readable by its owner only."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from app.export.failures import (
    DiskFullError,
    FileExistsAlreadyError,
    FolderMissingError,
    FolderReadOnlyError,
    SaveError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    with saved(data, path, replace=replace):
        pass


@contextmanager
def saved(data: bytes, path: Path, *, replace: bool = False) -> Iterator[None]:
    """A file that `save` wrote, and that stays only if what follows ends well.

    Else it is taken away again, and one that it replaced is put back.
    """
    earlier = _placed(data, path, replace=replace)
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what went wrong is told, not what this may add
            _take_back(path, earlier)
        raise
    if earlier is not None:
        with suppress(OSError):
            earlier.unlink()


def _placed(data: bytes, path: Path, *, replace: bool) -> Path | None:
    """Write the file; returns where the one it replaced is kept, if it replaced one."""
    cause: int | None = None
    earlier: Path | None = None
    try:
        if os.path.lexists(path):
            if not replace or (path.is_dir() and not path.is_symlink()):
                raise FileExistsAlreadyError
            earlier = _aside(path)
        _write(data, path, replace=replace)
    except OSError as error:
        cause = error.errno
    else:
        return earlier
    if earlier is not None:
        with suppress(OSError):
            _put_back(earlier, path)
    # Raised outside the handler: the cause would carry the path into a log.
    failure = _CAUSES.get(cause, SaveError)
    raise failure


def _aside(path: Path) -> Path:
    """A second name for a file that is about to be replaced, beside it."""
    kept = _hidden(path)
    try:
        os.link(path, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # Memory sticks know no second name for a file; it has to give up its first.
        path.replace(kept)
    return kept


def _take_back(path: Path, earlier: Path | None) -> None:
    if earlier is None:
        path.unlink()
    else:
        _put_back(earlier, path)
    _sync_folder(path.parent)


def _put_back(earlier: Path, path: Path) -> None:
    earlier.replace(path)
    # Two names of one file both stay when one is given to the other.
    earlier.unlink(missing_ok=True)


def _hidden(path: Path) -> Path:
    # Short and hidden, so that a long name that just fits is no problem.
    return path.parent / f".{secrets.token_hex(8)}.part"


def _write(data: bytes, path: Path, *, replace: bool) -> None:
    draft = _hidden(path)
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
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
