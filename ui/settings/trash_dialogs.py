"""Looking at what lies in the trash, and the question before it is deleted for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.queries.trash import Loss
from ui.entry.style import prose_style
from ui.settings.trash_words import loss_sentences
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.prose_column import Column
from ui.widgets.prose_view import ProseView

_CONTEXT = "TrashSection"
_HEIGHT = 360


class Look(Dialog):
    """A deleted text to read, and the button that brings it back."""

    def __init__(self, title: str, words: str, text: str, parent: QWidget) -> None:
        super().__init__(title, parent, kind="sheet", subtitle=words)
        self.view = ProseView(prose_style(current_theme()))
        self.view.setAccessibleName(self.tr("Text, to read only"))
        self.view.set_column(Column(before=0, after=8))
        self.view.setMinimumHeight(current_theme().px(_HEIGHT))
        self.view.show_text(text)
        self.body.addWidget(self.view)
        keep = self.add_action(Button(self.tr("Close")))
        keep.clicked.connect(self.reject)
        self.restore = self.add_action(
            Button(self.tr("Restore"), "primary", icon="archive-restore")
        )
        self.restore.clicked.connect(self.accept)
        self.focus_first(self.view)


def ask_to_purge(
    title: str, loss: Loss, others: Sequence[str], parent: QWidget, purge: Callable[[], None]
) -> Dialog:
    """Say what is lost with things that are deleted for good, and delete them if that is wanted."""
    translate = QCoreApplication.translate
    dialog = Dialog(title, parent)
    for sentence in (*others, *loss_sentences(loss)):
        dialog.add_text(sentence)
    dialog.add_text(translate(_CONTEXT, "This cannot be undone."))
    keep = Button(translate(_CONTEXT, "Keep"))
    keep.clicked.connect(dialog.reject)
    dialog.add_action(keep, focused=True)
    act = Button(translate(_CONTEXT, "Delete for good"), "danger")
    act.clicked.connect(dialog.accept)
    dialog.add_action(act)
    dialog.accepted.connect(purge)
    dialog.open()
    return dialog
