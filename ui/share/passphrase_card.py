"""The card of the passphrase that locks a PDF. It is never kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.security import passphrase as passphrases
from app.security.passphrase import Strength
from ui.context import Context
from ui.share.card_head import card_head
from ui.widgets.button import Button
from ui.widgets.check import Switch
from ui.widgets.field import PassphraseField
from ui.widgets.flow import FlowLayout
from ui.widgets.lent_clipboard import LentClipboard
from ui.widgets.passphrase_judge import PassphraseJudge
from ui.widgets.strength import StrengthRow
from ui.widgets.styling import Card

SUGGESTED_WORDS: Final = 4


class PassphraseCard(Card):
    """Whether the PDF is locked, and with what; random words are offered first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._context = context
        self._known: tuple[str, ...] = ()
        self._clipboard = LentClipboard(self)
        self._judge = PassphraseJudge(context.jobs, self)
        self.switch = Switch(kind="share", name=self.tr("Passphrase on the PDF"))
        self.field = PassphraseField(self.tr("Passphrase"), large=False)
        self.field.passphrase.setMaxLength(100)
        self.strength = StrengthRow(stacked=True)
        self.another = Button(self.tr("Another"), "link", icon="refresh-cw")
        self.another.setAccessibleName(self.tr("Suggest another passphrase"))
        self.copy = Button(self.tr("Copy"), "link", icon="copy")
        self.copy.setAccessibleName(self.tr("Copy the passphrase"))
        self.copy.setToolTip(self.tr("It is taken off the clipboard after a minute"))
        self._lay_out()
        self._connect()
        self._show_field(shown=False)

    @property
    def passphrase(self) -> str | None:
        """The passphrase to lock the file with; None where it is not locked."""
        return self.field.passphrase.text() if self.switch.isChecked() else None

    # Methods

    def set_reader(self, name: str, known: tuple[str, ...]) -> None:
        """Say how the passphrase gets to the reader; `known` are names that others know."""
        words = self.tr(
            "Tell {name} this passphrase in person or by phone, not in the same message as the "
            "file. Greenroom does not keep it."
        )
        self.field.set_resting_help(words.format(name=name))
        if known != self._known:
            self._known = known
            self._begin()

    def complete(self) -> bool:
        """Whether the file can be locked with it, or is not to be; what is missing is said."""
        if not self.switch.isChecked():
            return True
        typed = self.field.passphrase.text()
        if not typed.strip():
            words = self.tr("Choose a passphrase, or switch it off.")
        elif not passphrases.strength(typed, self._known).is_enough:
            words = self.tr("This passphrase is too easy to guess. Add a word or two.")
        else:
            return True
        self.field.set_error(words)
        self.field.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def suggest(self) -> None:
        """Put four random words into the field, to be read."""
        self.field.passphrase.setText(passphrases.generate(SUGGESTED_WORDS))
        self.field.passphrase.reveal(revealed=True)

    def forget(self) -> None:
        """Switch it off and wipe what was in it."""
        self.switch.setChecked(False)

    # Private

    def _lay_out(self) -> None:
        head = card_head("key-round", self.tr("Passphrase on the PDF"))
        head.addWidget(self.switch)
        links = FlowLayout(gap=16, row_gap=2)
        for button in (self.another, self.copy):
            button.setProperty("flush", "true")
            links.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.strength)
        column.addLayout(links)

    def _connect(self) -> None:
        self.switch.toggled.connect(self._switch)
        self.another.clicked.connect(self.suggest)
        self.copy.clicked.connect(self._copy)
        self.field.passphrase.textChanged.connect(self._begin)
        self._judge.judged.connect(self._show_strength)

    def _begin(self) -> None:
        typed = self.field.passphrase.text()
        self.copy.setEnabled(bool(typed))
        if typed and self.switch.isChecked():
            self._judge.ask(typed, self._known)
        else:
            self._judge.stop()
            self.strength.show_strength(None)

    def _show_strength(self, strength: Strength) -> None:
        self.strength.show_strength(strength)

    def _copy(self) -> None:
        self._clipboard.lend(self.field.passphrase.text())
        self._context.messages.say(self.tr("Passphrase copied for a minute"))

    def _switch(self, checked: bool) -> None:  # noqa: FBT001 - the signal's argument
        self._show_field(shown=checked)
        self.field.clear_error()
        if checked:
            self.suggest()
        else:
            self.field.passphrase.wipe()

    def _show_field(self, *, shown: bool) -> None:
        for part in (self.field, self.strength, self.another, self.copy):
            part.setVisible(shown)
