"""Choosing a passphrase: typed twice and judged meanwhile, or suggested."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.security import passphrase
from app.security.passphrase import Strength
from ui.jobs import Jobs
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.field import PassphraseField
from ui.widgets.passphrase_judge import PassphraseJudge
from ui.widgets.strength import StrengthRow


class NewPassphrase(QWidget):
    """Two fields for a new passphrase; `obstacle` says what is still missing.

    It is judged on another thread after a pause in typing, because a long one takes a while.
    `changed` is emitted whenever the obstacle may be another one. `known` are words that others
    could guess, such as names.
    """

    changed = Signal()
    submitted = Signal()
    """Enter was pressed in the second field."""

    def __init__(
        self,
        jobs: Jobs,
        label: str,
        repeat_label: str,
        *,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._suggested = ""
        self._strength: Strength | None = None
        self._suggest = Button(self.tr("Suggest six words"), "link", icon="refresh-cw")
        self._field = PassphraseField(label, aside=self._suggest)
        self._row = StrengthRow(stacked=narrow)
        self._repeat = PassphraseField(repeat_label)
        self._judge = PassphraseJudge(jobs, self)
        self._lay_out()
        self._connect()

    # Properties

    @property
    def first_field(self) -> QWidget:
        """The field that is typed in first."""
        return self._field.passphrase

    def passphrase(self) -> str:
        """What was typed."""
        return self._field.passphrase.text()

    def obstacle(self) -> str:
        """Why it cannot be used yet, as a sentence; empty where it can."""
        typed = self.passphrase()
        if not typed.strip():
            return self.tr("Choose a passphrase first.")
        if self._strength is None:
            return self.tr("The passphrase is being looked at.")
        if not self._strength.is_enough:
            return self.tr("This passphrase is too easy to guess. Add a word or two.")
        if self._repeat.passphrase.text() != typed:
            return self.tr("Repeat the passphrase, so that a slip does not lock you out.")
        return ""

    # Methods

    def set_known(self, words: Sequence[str]) -> None:
        """Count these words as easy to guess."""
        if tuple(words) != self._known:
            self._known = tuple(words)
            self._begin()

    def wipe(self) -> None:
        """Empty both fields."""
        for field in (self._field, self._repeat):
            field.passphrase.wipe()
        self._suggested = ""

    # Private

    def _lay_out(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._field)
        column.addSpacing(theme.space(3))
        column.addWidget(self._row)
        column.addSpacing(theme.space(6))
        column.addWidget(self._repeat)

    def _connect(self) -> None:
        self._suggest.clicked.connect(self._fill_in)
        self._field.passphrase.textChanged.connect(self._begin)
        self._field.passphrase.returnPressed.connect(self._repeat.passphrase.setFocus)
        self._repeat.passphrase.textChanged.connect(self._compare)
        self._repeat.passphrase.returnPressed.connect(self.submitted)
        self._judge.judged.connect(self._judged)

    def _fill_in(self) -> None:
        self._suggested = passphrase.generate()
        self._field.passphrase.setText(self._suggested)
        for field in (self._field, self._repeat):
            field.passphrase.reveal(revealed=True)
        self._repeat.passphrase.setFocus()

    def _begin(self) -> None:
        self._strength = None
        if self.passphrase():
            self._judge.ask(self.passphrase(), self._known)
        else:
            self._judge.stop()
            self._row.show_strength(None)
        self._compare()

    def _judged(self, strength: Strength) -> None:
        self._strength = strength
        self._row.show_strength(strength, suggested=self.passphrase() == self._suggested)
        self.changed.emit()

    def _compare(self) -> None:
        typed, repeated = self.passphrase(), self._repeat.passphrase.text()
        if not typed.startswith(repeated):
            self._repeat.set_error(self.tr("This differs from the passphrase above."))
        else:
            self._repeat.clear_error()
        self.changed.emit()
