"""The cards of step 3: the sentence to tick, the people named, and the passphrase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.security import passphrase as passphrases
from ui.widgets.button import Button
from ui.widgets.check import Check, Switch
from ui.widgets.field import PassphraseField
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

SUGGESTED_WORDS = 4


class ConsentCard(Card):
    """The sentence that has to be ticked before a file is saved."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("consent", parent)
        self._about: object = None
        self.check = Check(kind="share")
        self._words = Label("", "section", wrap=True, weight=500)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 14, 16, 14)
        row.setSpacing(8)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.check.toggled.connect(self._announce)

    def ask(self, sentence: str, about: object) -> None:
        """Ask for consent to something; a tick holds for that alone, not for anything else."""
        if about != self._about:
            self.check.setChecked(False)
        self._about = about
        self._words.setText(sentence)
        self.check.setAccessibleName(sentence)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the words is one on the check."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.check.toggle()

    def _announce(self) -> None:
        self.ticked.emit()


class PeopleCard(Card):
    """Who is named in the PDF."""

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lamp", parent)
        self._names = Label("", "body", wrap=True)
        words = self.tr(
            "Would each of them be fine reading this? You can leave out an item or a field, or "
            "change your words first."
        )
        change = Button(self.tr("Change items"), "link")
        change.setProperty("flush", "true")
        change.clicked.connect(self.change_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(6)
        column.addLayout(_head("users", self.tr("People named in this PDF"), "lamp-text"))
        column.addWidget(self._names)
        column.addWidget(Label(words, "caption", "text-2", wrap=True))
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)

    def show_people(self, names: Sequence[str]) -> None:
        """Show who is named; the card goes where nobody is."""
        self._names.setText(", ".join(names))
        self.setVisible(bool(names))


class PassphraseCard(Card):
    """Whether the PDF is locked, and with what. The passphrase is never kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.switch = Switch(kind="share", name=self.tr("Passphrase on the PDF"))
        self.field = PassphraseField(self.tr("Passphrase"), large=False)
        self.field.passphrase.setMaxLength(100)
        again = Button(self.tr("Suggest another"), "link")
        again.setProperty("flush", "true")
        self._again = again
        head = _head("key-round", self.tr("Passphrase on the PDF"))
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.switch.toggled.connect(self._switch)
        again.clicked.connect(self.suggest)
        self._show_field(shown=False)

    @property
    def passphrase(self) -> str | None:
        """The passphrase to lock the file with; None where it is not locked."""
        return self.field.passphrase.text() if self.switch.isChecked() else None

    def set_reader(self, name: str) -> None:
        """Say how the passphrase gets to the reader."""
        words = self.tr(
            "Tell {name} this passphrase in person or by phone, not in the same message as the "
            "file. Greenroom does not keep it."
        )
        self.field.set_resting_help(words.format(name=name))

    def suggest(self) -> None:
        """Put four random words into the field, to be read."""
        self.field.passphrase.setText(passphrases.generate(SUGGESTED_WORDS))
        self.field.passphrase.reveal(revealed=True)

    def forget(self) -> None:
        """Switch it off and wipe what was in it."""
        self.switch.setChecked(False)

    def _switch(self, checked: bool) -> None:  # noqa: FBT001 - the signal's argument
        self._show_field(shown=checked)
        self.field.clear_error()
        if checked:
            self.suggest()
        else:
            self.field.passphrase.wipe()

    def _show_field(self, *, shown: bool) -> None:
        self.field.setVisible(shown)
        self._again.setVisible(shown)


def _head(icon: str, words: str, colour: str = "text") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Picture(icon, colour))
    row.addWidget(Label(words, "section", colour), 1)
    return row
