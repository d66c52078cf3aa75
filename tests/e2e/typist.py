"""A process that types into the journal until it is killed, and says what was saved."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.changes import Changes
from app.clock import SystemClock
from app.domain.entries import Entry
from app.unlocking import approach
from tests.vaults import PASSPHRASE
from ui.application import Greenroom
from ui.context import Destination
from ui.widgets.prose_editor import ProseEditor

EVERY_MS = 20


def main(folder: Path, settings: Path, where: str) -> None:
    """Open the vault, begin an entry in the journal or over Today, and type on and on."""
    application = QApplication(["greenroom"])
    greenroom = Greenroom(application, SystemClock(), settings)
    greenroom.open()
    greenroom.window.enter(approach(folder).unlock(PASSPHRASE))
    workspace, vault = greenroom.window.workspace, greenroom.window.vault
    assert workspace is not None
    assert vault is not None
    if where == "journal":
        workspace.go(Destination("journal", act="new"))
    else:
        workspace.capture()

    def tell(_: Changes) -> None:
        for entry in vault.read.all(Entry):
            sys.stdout.write(f"{len(entry.body)}\n")
        sys.stdout.flush()

    vault.subscribe(tell)
    editors: list[ProseEditor] = greenroom.window.findChildren(ProseEditor)
    timer = QTimer()
    timer.timeout.connect(lambda: QTest.keyClicks(editors[0], "word "))
    timer.start(EVERY_MS)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
