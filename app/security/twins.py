"""The key file and its copy in the vault's folder: reading, mending and replacing them.

One of the two is always whole. A new key file is written next to the old one, synchronised, read
back and only then moved into its place; the copy follows. At unlock the highest generation that
proves authentic wins, and the other is rewritten from it.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.errors import VaultError
from app.security.errors import (
    BothKeyFilesDamagedError,
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyFileNotSavedError,
    KeyFileUnreadableError,
    KeyParametersError,
)
from app.security.keyfile import (
    MOST_BYTES,
    KeyFile,
    parse,
    unlock_with_passphrase,
    unlock_with_recovery,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.security.recovery import RecoveryKey
    from app.security.secrets import DataKey

KEY_FILE: Final = "keys.json"
KEY_FILE_COPY: Final = "keys.bak.json"
BOTH: Final = (KEY_FILE, KEY_FILE_COPY)

_NO_FOLDER_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


class State(StrEnum):
    """What was found where a key file should be."""

    GOOD = "good"
    MISSING = "missing"
    DAMAGED = "damaged"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TwinReading:
    """What the two files held; at least one of them is good."""

    first_state: State
    copy_state: State
    candidates: tuple[KeyFile, ...]
    """The good ones, highest generation first."""

    @property
    def best(self) -> KeyFile:
        """The one that will be tried first."""
        return self.candidates[0]

    @property
    def was_damaged(self) -> bool:
        """Whether one of the two was damaged, so that the person is told it was put back."""
        return State.DAMAGED in (self.first_state, self.copy_state)

    @property
    def needs_healing(self) -> bool:
        """Whether the two differ."""
        return len(self.candidates) < len(BOTH) or self.candidates[0] != self.candidates[1]

    def unlock_with_passphrase(self, passphrase: str) -> tuple[KeyFile, DataKey]:
        """The key file that proved authentic, and the data key; errors as in `keyfile`."""
        return self._unlock(lambda keyfile: unlock_with_passphrase(keyfile, passphrase))

    def unlock_with_recovery(self, recovery: RecoveryKey) -> tuple[KeyFile, DataKey]:
        """The key file that proved authentic, and the data key; errors as in `keyfile`."""
        return self._unlock(lambda keyfile: unlock_with_recovery(keyfile, recovery))

    def _unlock(self, unlock: Callable[[KeyFile], DataKey]) -> tuple[KeyFile, DataKey]:
        # A wrong passphrase ends it: an older copy must not open with a passphrase given up.
        for keyfile in self.candidates:
            with suppress(KeyFileDamagedError):
                return keyfile, unlock(keyfile)
        raise BothKeyFilesDamagedError if len(self.candidates) > 1 else KeyFileDamagedError


def load_twins(folder: Path) -> TwinReading:
    """Read both key files of a vault without changing anything.

    Raises NewerVaultError where either needs a newer Greenroom, and KeyFileMissingError,
    KeyFileDamagedError, BothKeyFilesDamagedError, KeyParametersError or KeyFileUnreadableError
    where neither is good.
    """
    (first_state, first), (copy_state, copy) = (_read(folder / name) for name in BOTH)
    good = [keyfile for keyfile in (first, copy) if keyfile is not None]
    if not good:
        raise _why_none(first_state, copy_state)
    # The sort is stable: between equals the first file stays first.
    good.sort(key=lambda keyfile: -keyfile.generation)
    return TwinReading(first_state, copy_state, tuple(good))


def heal(folder: Path, keyfile: KeyFile) -> tuple[str, ...]:
    """Make both files hold `keyfile`, which was unlocked; returns the names of those rewritten.

    A file that the computer refused to read is left alone: it may be whole. Raises OSError where
    the folder cannot be written; the good file is untouched then.
    """
    data = keyfile.serialise()
    rewritten = []
    for name in BOTH:
        path = folder / name
        state, found = _read(path)
        if state is not State.UNREADABLE and found != keyfile:
            _replace(path, data)
            rewritten.append(name)
        _new_name(path).unlink(missing_ok=True)
    return tuple(rewritten)


def save(folder: Path, keyfile: KeyFile, check: Callable[[KeyFile], object] | None = None) -> bool:
    """Put a new generation in place of the old one, and its copy after it.

    `check` gets the file as read back from the disk before it replaces anything; what it raises
    ends the saving with the old keys untouched. Raises KeyFileNotSavedError likewise. Returns
    whether the copy was written too: where it was not, the new keys are in force all the same
    and `heal` mends the copy at the next unlock.
    """
    data = keyfile.serialise()
    first, copy = folder / KEY_FILE, folder / KEY_FILE_COPY
    try:
        _write_new(first, data, check)
        _new_name(first).replace(first)
    except OSError:
        raise KeyFileNotSavedError from None
    finally:
        with suppress(OSError):
            _new_name(first).unlink(missing_ok=True)
    try:
        _sync_folder(folder)
        _replace(copy, data)
    except (OSError, VaultError):
        return False
    return True


def _read(path: Path) -> tuple[State, KeyFile | None]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return State.MISSING, None
    except OSError:
        return State.UNREADABLE, None
    try:
        return State.GOOD, parse(data)
    except KeyFileDamagedError:
        return State.DAMAGED, None
    except KeyParametersError:
        return State.REFUSED, None


def _why_none(first: State, copy: State) -> VaultError:
    states = {first, copy}
    if State.UNREADABLE in states:
        return KeyFileUnreadableError()
    if State.REFUSED in states:
        return KeyParametersError()
    if states == {State.MISSING}:
        return KeyFileMissingError()
    return BothKeyFilesDamagedError() if states == {State.DAMAGED} else KeyFileDamagedError()


def _replace(path: Path, data: bytes) -> None:
    try:
        _write_new(path, data, None)
        _new_name(path).replace(path)
    finally:
        with suppress(OSError):
            _new_name(path).unlink(missing_ok=True)
    _sync_folder(path.parent)


def _new_name(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _write_new(path: Path, data: bytes, check: Callable[[KeyFile], object] | None) -> None:
    """Write beside `path`, readable by its owner alone, and read it back from the disk."""
    new = _new_name(path)
    new.unlink(missing_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(new, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    found = new.read_bytes()
    if found != data:
        raise KeyFileNotSavedError
    if check is not None:
        check(parse(found))


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder; its rename is journalled
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
