"""Saves until the disk takes no more, makes room, and saves what was refused; says what it did."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

from app.clock import SystemClock
from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage.errors import SaveFailedError
from app.unlocking import approach
from app.vault import Vault
from tests.security.children import say
from tests.vaults import PASSPHRASE

REFUSALS = 5
LIMIT = 700_000


def fill(folder: Path, ballast: Path | None) -> None:
    """Fill the disk that `folder` is on, or without ballast what a process may write."""
    vault = Vault(approach(folder).unlock(PASSPHRASE), SystemClock())
    if ballast is None:
        # The files may not grow, as on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, resource.RLIM_INFINITY))
    draft, refused = EntryDraft(body=""), 0
    while refused < REFUSALS:
        # The text is random so that nothing along the way can make it smaller.
        draft = EntryDraft(body=os.urandom(4000).hex())
        try:
            say("saved", journal.add(vault, draft).id, draft.body)
        except SaveFailedError as error:
            refused += 1
            say("refused", type(error).__name__, error)
    if ballast is None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    else:
        ballast.unlink()
    say("saved", journal.add(vault, draft).id, draft.body)
    say("sound", vault.verify())
    vault.close()


if __name__ == "__main__":
    fill(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
