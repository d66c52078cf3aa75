"""Opens a vault and keeps it open until its input ends."""

from __future__ import annotations

import sys
from pathlib import Path

from app.clock import SystemClock
from app.unlocking import approach
from app.vault import Vault
from tests.security.children import say
from tests.vaults import PASSPHRASE

if __name__ == "__main__":
    vault = Vault(approach(Path(sys.argv[1])).unlock(PASSPHRASE), SystemClock())
    say("open")
    sys.stdin.read()
    vault.close()
