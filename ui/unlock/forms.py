"""What stands in the doorway: asking for a secret, for a new one, or saying why not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.field import Field, PassphraseField
from ui.widgets.icons import Picture
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Label

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Form(QWidget):
    """One thing that stands in the doorway; `submitted` carries the secret that was typed."""

    submitted = Signal(str)
    left = Signal()
    """The person wants the other way in, or back from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = self._working = ""
        self.button = Button("", "primary", large=True)
        self.button.clicked.connect(self._submit)
        self._ways: list[Button] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def name_action(self, words: str) -> None:
        """Name the button after what it does."""
        self._action, self._working = words, self.tr("Opening...")
        self.button.setText(words)

    def set_working(self, *, working: bool) -> None:
        """Show that the secret is being tried, or that it no longer is."""
        self.button.setText(self._working if working else self._action)
        self.button.set_working(working=working)
        for way in self._ways:
            way.setEnabled(not working)

    def add_way(self, words: str, icon: str) -> None:
        """Put the button below it and a link to the other way under that."""
        self.column.addSpacing(current_theme().space(4))
        self.column.addWidget(self.button)
        self.column.addSpacing(current_theme().space(3) + 2)
        way = Button(words, "link", icon=icon)
        way.clicked.connect(self.left)
        self._ways.append(way)
        self.column.addWidget(way, 0, _MIDDLE)

    def title(self) -> str:
        """What stands over it."""
        raise NotImplementedError

    def secret(self) -> str:
        """What was typed."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Forget what was typed."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the caret where typing begins."""
        raise NotImplementedError

    def _submit(self) -> None:
        if self.secret().strip() and not self.button.working:
            self.submitted.emit(self.secret())


class PassphraseForm(Form):
    """Asks for the passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_action(self.tr("Unlock"))
        self.caps_lock = False
        self._field = PassphraseField(self.tr("Passphrase"))
        self._field.passphrase.returnPressed.connect(self._submit)
        self._field.passphrase.caps_lock.connect(self._note_caps_lock)
        self.column.addWidget(self._field)
        self.add_way(self.tr("Use recovery key"), "key-round")

    def title(self) -> str:
        """What stands over it."""
        return self.tr("Your room is ready")

    def secret(self) -> str:
        """The passphrase."""
        return self._field.passphrase.text()

    def wipe(self) -> None:
        """Empty the field."""
        self._field.passphrase.wipe()

    def show_error(self, words: str) -> None:
        """Say below the field why it did not open."""
        self._field.set_error(words)
        self.take_focus()

    def take_focus(self) -> None:
        """Focus the field."""
        self._field.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_caps_lock(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.caps_lock = on


class RecoveryForm(Form):
    """Asks for the recovery key, in any spacing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_action(self.tr("Check recovery key"))
        self._edit = LineEdit(large=True)
        self._edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._field = Field(
            self.tr("Recovery key"),
            self._edit,
            help_text=self.tr("Nine groups of four. Spaces and hyphens do not matter."),
        )
        self._edit.returnPressed.connect(self._submit)
        self.column.addWidget(self._field)
        self.add_way(self.tr("Use passphrase"), "arrow-left")

    def title(self) -> str:
        """What stands over it."""
        return self.tr("Your recovery key")

    def secret(self) -> str:
        """The recovery key as typed."""
        return self._edit.text()

    def wipe(self) -> None:
        """Empty the field, and what it could undo."""
        self._edit.setText("")

    def show_error(self, words: str) -> None:
        """Say below the field why it did not open; what was typed stays to be compared."""
        self._field.set_error(words)
        self.take_focus()

    def take_focus(self) -> None:
        """Focus the field."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


class ClosedForm(Form):
    """Says why this vault is not opened, where asking for a secret would not help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_action(self.tr("Try again"))
        self._notice = Notice()
        self.column.addWidget(self._notice)
        self.column.addSpacing(current_theme().space(5))
        self.column.addWidget(self.button)

    def title(self) -> str:
        """What stands over it."""
        return self.tr("This vault stays shut")

    def say(self, words: str, *, again: bool) -> None:
        """Show the reason; `again` offers another try."""
        self._notice.say(words)
        self.button.setVisible(again)
        self.button.setAccessibleDescription(words)

    def secret(self) -> str:
        """Nothing is asked for."""
        return ""

    def wipe(self) -> None:
        """Nothing was typed."""

    def take_focus(self) -> None:
        """Focus the way out."""
        self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _submit(self) -> None:
        self.left.emit()


class Notice(QWidget):
    """A sentence in the colour of errors with its icon; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "body", "danger-text", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, current_theme().space(2), 0, 0)
        line.setSpacing(current_theme().space(2))
        line.addWidget(Picture("circle-alert", "danger-text", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence, or nothing."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show a sentence, or nothing."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
