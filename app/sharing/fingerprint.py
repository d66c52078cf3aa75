"""The fingerprint of a file on disk, for asking whether it is one that was saved."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from app.errors import AppError

if TYPE_CHECKING:
    from pathlib import Path

LIMIT: Final = 1 << 30
"""No file with more bytes is read: no PDF of ours comes near it."""

_CHUNK: Final = 1 << 20


class FileUnreadableError(AppError):
    """A file cannot be read."""

    message: ClassVar[str] = (
        "The file could not be read. Nothing was changed. Is it still there, and may you open it?"
    )


class NoFileError(AppError):
    """What was given is a folder, or a device."""

    message: ClassVar[str] = "That is a folder, not a file. Nothing was read. Choose a single file."


class FileTooLargeError(AppError):
    """A file is larger than any PDF that was ever saved."""

    message: ClassVar[str] = (
        "The file is larger than any PDF that Greenroom makes, so it is none of them. "
        "It was not read."
    )


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A file by its name and the SHA-256 of its bytes, in hexadecimal."""

    name: str
    sha256: str


def fingerprint(path: Path, limit: int = LIMIT) -> Fingerprint:
    """Read a file once, piece by piece; nothing in it is looked at, whatever it is.

    Raises:
        FileUnreadableError, NoFileError, FileTooLargeError: there is no answer.
    """
    # Raised outside the handler: the cause would carry the path into a log.
    try:
        return Fingerprint(path.name, _digest(path, limit))
    except OSError:
        pass
    raise FileUnreadableError


def _digest(path: Path, limit: int) -> str:
    # A pipe would keep us waiting for somebody to write to it; what is no file is not opened.
    if not stat.S_ISREG(path.stat().st_mode):
        raise NoFileError
    digest, left = hashlib.sha256(), limit
    with path.open("rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NoFileError
        while piece := file.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise FileTooLargeError
            digest.update(piece)
    return digest.hexdigest()
