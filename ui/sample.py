"""The sample vault: a real, encrypted vault in a folder that is thrown away."""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from app import unlocking
from app.clock import Clock, Moment
from app.content.library import Library
from app.operations import sample
from app.unlocking import FolderRefusedError, Keys

NAME: Final = "Sample.greenroom"
_PREFIX: Final = "greenroom-sample-"
_STALE_MS: Final = 24 * 60 * 60 * 1000


class SampleVault:
    """A folder of its own for one sample vault; nobody ever learns its passphrase.

    Raises FolderRefusedError where there is no place for it.
    """

    def __init__(self) -> None:
        try:
            self._home = Path(tempfile.mkdtemp(prefix=_PREFIX))
        except OSError:
            raise FolderRefusedError from None

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self._home / NAME

    def make(self, clock: Clock, library: Library) -> Keys:
        """Create and fill the vault (slow); returns the keys that open it."""
        sweep(self._home.parent, clock.now(), keep=self._home)
        passphrase = secrets.token_urlsafe()
        sample.create(self.folder, passphrase, clock, library, sample.quick())
        return unlocking.approach(self.folder).unlock(passphrase)

    def remove(self) -> None:
        """Delete the vault and its folder."""
        _remove(self._home)


def sweep(place: Path, now: Moment, keep: Path | None = None) -> None:
    """Delete the sample vaults that crashes left behind: this person's, older than a day.

    A sample vault is deleted when it locks, so a younger one may still be open elsewhere.
    """
    with suppress(OSError):
        for home in place.glob(f"{_PREFIX}*"):
            if home != keep and _is_stale(home, now):
                _remove(home)


def _is_stale(home: Path, now: Moment) -> bool:
    try:
        found = home.lstat()
    except OSError:
        return False
    mine = os.name == "nt" or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and mine and now.at - found.st_mtime * 1000 > _STALE_MS


def _remove(home: Path) -> None:
    unlocking.remove(home / NAME)
    with suppress(OSError):
        home.rmdir()
