"""What leaves by the clipboard and the keyboard: plain text, and nobody remembers it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt

UNLEARNED = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""Hints of every field for words: a keyboard that learns would keep them outside the vault."""

EXCLUSIONS = {
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    "x-kde-passwordManagerHint": b"secret",
}
"""Formats that ask Windows (a double word of zero means no) and Klipper not to remember a text."""


def unremembered(text: str) -> QMimeData:
    """A text for the clipboard: no HTML, no history, no cloud."""
    data = QMimeData()
    data.setText(text)
    for name, value in EXCLUSIONS.items():
        data.setData(name, value)
    return data
