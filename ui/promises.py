"""What Greenroom promises and what it cannot promise, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.icons import Picture
from ui.widgets.text import Label

_CONTEXT = "Promises"


def promised() -> tuple[str, ...]:
    """What holds, each as a sentence or two."""
    return (
        QCoreApplication.translate(
            _CONTEXT,
            "A stolen disk, a copied vault or a backup shows none of your words without your "
            "passphrase or recovery key. It is as strong as the passphrase.",
        ),
        QCoreApplication.translate(
            _CONTEXT,
            "Greenroom never uses the network, and writes none of your words outside the vault "
            "unless you save them to a file.",
        ),
        QCoreApplication.translate(
            _CONTEXT,
            "What was saved survives a crash and a power cut. Damage is noticed and told apart "
            "from a wrong passphrase.",
        ),
        QCoreApplication.translate(
            _CONTEXT, "The vault locks when you leave it alone, after saving what you typed."
        ),
        QCoreApplication.translate(
            _CONTEXT, "What you import or paste cannot run, read other files or phone home."
        ),
    )


def not_promised() -> tuple[str, ...]:
    """What nobody could promise, each as a sentence or two."""
    return (
        QCoreApplication.translate(
            _CONTEXT,
            "Programs that watch this computer while the vault is open: malware, key-loggers, "
            "monitoring by an employer, and anybody with administrator rights.",
        ),
        QCoreApplication.translate(
            _CONTEXT, "Somebody who makes you open it, or an employer with a legal right to look."
        ),
        QCoreApplication.translate(
            _CONTEXT,
            "Traces in memory that the system writes to disk, such as swap and hibernation, unless "
            "the disk itself is encrypted.",
        ),
        QCoreApplication.translate(
            _CONTEXT,
            "Somebody who can write to the vault's files and puts an older copy of them back.",
        ),
        QCoreApplication.translate(_CONTEXT, "Hiding that there is a vault."),
        QCoreApplication.translate(
            _CONTEXT,
            "What happens to a PDF after you gave it away. Its passphrase and permissions slow "
            "readers down; they do not bind them.",
        ),
        QCoreApplication.translate(
            _CONTEXT, "Opening the vault when both passphrase and recovery key are lost."
        ),
    )


def limits_dialog(parent: QWidget) -> Dialog:
    """The dialog that lists what Greenroom cannot protect from; the caller opens it."""
    title = QCoreApplication.translate(_CONTEXT, "What Greenroom cannot protect you from")
    dialog = Dialog(title, parent, kind="sheet")
    dialog.body.setSpacing(current_theme().space(3))
    for words in not_promised():
        dialog.body.addWidget(listed("shield-alert", words))
    close = Button(QCoreApplication.translate(_CONTEXT, "Close"), "primary")
    close.clicked.connect(dialog.accept)
    dialog.add_action(close, focused=True)
    return dialog


def listed(icon: str, words: str) -> QWidget:
    """One sentence of a list, with an icon before it."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current_theme().space(3))
    line.addWidget(Picture(icon, "text-2", 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(words, "body", wrap=True), 1)
    return row
