"""A secret on the clipboard for a short while."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.widgets.prose_clipboard import unremembered

SECONDS: Final = 60


class LentClipboard(QObject):
    """Puts a text on the clipboard and takes it away after a minute, or when Greenroom quits.

    Only a digest of the text is kept, to leave alone what somebody else copied meanwhile.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digest = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.take_back)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.take_back)

    def lend(self, text: str) -> None:
        """Copy a text, kept out of clipboard histories."""
        QGuiApplication.clipboard().setMimeData(unremembered(text))
        self._digest = _digest(text)
        self._timer.start()

    def take_back(self) -> None:
        """Empty the clipboard if the text is still there."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._digest and _digest(clipboard.text()) == self._digest:
            clipboard.clear()
        self._digest = b""


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
