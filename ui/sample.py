"""The sample vault: a real, encrypted vault in a folder that is thrown away."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path
from typing import Final

from app import unlocking
from app.clock import Clock
from app.content.library import Library
from app.operations import sample
from app.unlocking import Keys

NAME: Final = "Sample.greenroom"


class SampleVault:
    """A folder of its own for one sample vault; nobody ever learns its passphrase."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="greenroom-sample-"))

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self._home / NAME

    def make(self, clock: Clock, library: Library) -> Keys:
        """Create and fill the vault (slow); returns the keys that open it."""
        passphrase = secrets.token_urlsafe()
        sample.create(self.folder, passphrase, clock, library, sample.quick())
        return unlocking.approach(self.folder).unlock(passphrase)

    def remove(self) -> None:
        """Delete the vault and its folder."""
        unlocking.remove(self.folder)
        unlocking.remove(self._home)
