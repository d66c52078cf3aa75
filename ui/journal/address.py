"""The question before a link in somebody's text is opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.line_edit import MultiLine

_CONTEXT = "Journal"


def ask_to_open(parent: QWidget, address: str) -> Dialog:
    """Show where a link leads; only the button opens it, in the browser."""
    dialog = Dialog(QCoreApplication.translate(_CONTEXT, "Open this link?"), parent)
    dialog.add_text(
        QCoreApplication.translate(
            _CONTEXT, "Your browser opens it. Whoever runs the site sees that you came."
        )
    )
    shown = MultiLine(lines=3, name=QCoreApplication.translate(_CONTEXT, "Address"))
    shown.setReadOnly(True)
    shown.setPlainText(address)
    dialog.body.addWidget(shown)
    cancel = Button(QCoreApplication.translate(_CONTEXT, "Cancel"))
    cancel.clicked.connect(dialog.reject)
    dialog.add_action(cancel, focused=True)
    follow = Button(QCoreApplication.translate(_CONTEXT, "Open link"), "primary")
    follow.clicked.connect(dialog.accept)
    dialog.add_action(follow)
    dialog.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    dialog.open()
    return dialog
