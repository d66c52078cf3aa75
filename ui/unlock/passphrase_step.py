"""Step 2 of making a vault: its passphrase."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.jobs import Jobs
from ui.theme import current_theme
from ui.unlock.step import Step
from ui.widgets.icons import Picture
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.styling import Card
from ui.widgets.text import Label

_CONTEXT = "PassphraseStep"


class PassphraseStep(Step):
    """A passphrase that is hard to guess, typed twice."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Choose a passphrase")
        lede = QCoreApplication.translate(
            _CONTEXT,
            "It unlocks everything you write. Greenroom cannot see it and cannot reset it, so pick "
            "something you can say to yourself and nobody else could guess.",
        )
        super().__init__(title, lede, parent)
        self._new = NewPassphrase(jobs, self.tr("Passphrase"), self.tr("Repeat passphrase"))
        self._new.changed.connect(self.changed)
        self._new.submitted.connect(self.submitted)
        self.column.addWidget(self._new)
        self.column.addSpacing(current_theme().space(6))
        self.column.addWidget(self._note())
        self.column.addStretch()

    def obstacle(self) -> str:
        """Why one cannot go on: too easy to guess, or not repeated yet."""
        return self._new.obstacle()

    def first_field(self) -> QWidget:
        """The passphrase."""
        return self._new.first_field

    def passphrase(self) -> str:
        """What was typed."""
        return self._new.passphrase()

    def set_known(self, name: str) -> None:
        """Count the vault's name as easy to guess."""
        self._new.set_known((name,))

    def wipe(self) -> None:
        """Empty both fields."""
        self._new.wipe()

    def _note(self) -> QWidget:
        card = Card("lamp")
        forget = self.tr("If you forget it, only your recovery key can help.")
        keep = self.tr(
            "You will make that key in the next step and keep it away from this computer."
        )
        words = Label(f"{forget} {keep}", "body", wrap=True)
        words.emphasise([forget])
        line = QHBoxLayout(card)
        line.setContentsMargins(15, 13, 15, 13)
        line.setSpacing(current_theme().space(3))
        line.addWidget(Picture("key-round", "lamp-text", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return card
