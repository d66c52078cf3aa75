"""How hard a passphrase is to guess: bulbs, a word and the reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.security.passphrase import Reason, Strength
from ui.theme import current_theme
from ui.widgets.bulbs import Bulbs
from ui.widgets.text import Label

_CONTEXT = "Strength"


class StrengthRow(QWidget):
    """The verdict on a passphrase; `stacked` puts the reason below the bulbs."""

    def __init__(self, *, stacked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulbs = Bulbs(self.tr("Strength"), _grades(), read_only=True)
        self._grade = Label("", "section")
        self._reason = Label("", "body", "text-2", wrap=True)
        direction = QBoxLayout.Direction
        line = QBoxLayout(direction.TopToBottom if stacked else direction.LeftToRight, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_theme().space(1 if stacked else 3))
        verdict = QHBoxLayout()
        verdict.setSpacing(current_theme().space(3))
        verdict.addWidget(self._bulbs)
        verdict.addWidget(self._grade)
        verdict.addStretch()
        line.addLayout(verdict)
        line.addWidget(self._reason, 1)
        self.show_strength(None)

    @property
    def words(self) -> str:
        """What it says, as one sentence."""
        return " ".join(part for part in (self._grade.text(), self._reason.text()) if part)

    def show_strength(self, strength: Strength | None, *, suggested: bool = False) -> None:
        """Show a verdict, or what is asked for while there is none."""
        score = -1 if strength is None or strength.reason is Reason.EMPTY else strength.score
        self._bulbs.setValue(score + 1)
        self._grade.setText(_grades()[score] if score >= 0 else "")
        self._grade.setVisible(score >= 0)
        self._reason.setText(_reason(strength, suggested=suggested))
        self.setAccessibleName(self.words)


def _grades() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(_CONTEXT, "Very easy to guess"),
        QCoreApplication.translate(_CONTEXT, "Easy to guess"),
        QCoreApplication.translate(_CONTEXT, "Could be guessed"),
        QCoreApplication.translate(_CONTEXT, "Strong"),
        QCoreApplication.translate(_CONTEXT, "Very strong"),
    )


def _reason(strength: Strength | None, *, suggested: bool) -> str:
    if strength is None or strength.reason is Reason.EMPTY:
        return QCoreApplication.translate(_CONTEXT, "Four or more unrelated words work well.")
    if suggested:
        return QCoreApplication.translate(
            _CONTEXT, "Six unrelated words. Easy to say, hard to guess."
        )
    return _reasons()[strength.reason]


def _reasons() -> dict[Reason, str]:
    return {
        Reason.NONE: QCoreApplication.translate(_CONTEXT, "Hard to guess."),
        Reason.COMMON: QCoreApplication.translate(
            _CONTEXT, "It is close to a passphrase that many people use. Add unrelated words."
        ),
        Reason.YOURS: QCoreApplication.translate(
            _CONTEXT, "It holds a name that others know. Add unrelated words."
        ),
        Reason.NAME: QCoreApplication.translate(
            _CONTEXT, "Names are guessed early. Add unrelated words."
        ),
        Reason.WORD: QCoreApplication.translate(
            _CONTEXT, "A single word is guessed early. Add unrelated words."
        ),
        Reason.KEYBOARD: QCoreApplication.translate(
            _CONTEXT, "Neighbouring keys are guessed early. Use words instead."
        ),
        Reason.REPEAT: QCoreApplication.translate(
            _CONTEXT, "Repeating makes it longer, not harder. Add unrelated words."
        ),
        Reason.SEQUENCE: QCoreApplication.translate(
            _CONTEXT, "Rows like abc and 123 are guessed early. Use words instead."
        ),
        Reason.DATE: QCoreApplication.translate(
            _CONTEXT, "Dates are guessed early. Add unrelated words."
        ),
        Reason.SHORT: QCoreApplication.translate(_CONTEXT, "It is short. Add a word or two."),
    }
