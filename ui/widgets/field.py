"""A field of a form: its label above, its help or error below."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.icons import Picture
from ui.widgets.line_edit import PassphraseEdit
from ui.widgets.text import Label

# Editors are known by what they can do: importing every kind of them would slow the start.
_CHANGES = ("textChanged", "tags_changed", "currentIndexChanged", "changed")


@runtime_checkable
class _Marked(Protocol):
    """An editor that can show that what is in it is wrong."""

    def set_error(self, *, wrong: bool) -> None:
        """Mark it, or take the mark away."""
        ...


class Field(QWidget):
    """A label, an editor and one line below it: help, or an error until the editor changes.

    The line below becomes the editor's accessible description.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        help_text: str = "",
        required: bool = False,
        note: str = "",
        aside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help_text = help_text
        self._error_text = ""
        words = self.tr("required") if required else note
        self.label = Label(label, "section")
        self.label.setBuddy(editor)
        self._help = Label(help_text, "caption", "text-3", wrap=True)
        self._error = Label("", "caption", "danger-text", wrap=True)
        self._error_row = _error_row(self._error)
        self._lay_out(words, aside)
        editor.setAccessibleName(f"{label}, {words}" if words else label)
        self._show_line()
        self._clear_when_changed(editor)

    # Properties

    @property
    def error(self) -> str:
        """The error shown, or nothing."""
        return self._error_text

    def set_error(self, text: str) -> None:
        """Show a sentence about what is wrong below the editor."""
        self._error_text = text
        self._error.setText(text)
        self._show_line()

    def clear_error(self) -> None:
        """Take the error away and show the help again."""
        if self._error_text:
            self.set_error("")

    def set_help(self, text: str) -> None:
        """Change the help below the editor."""
        self._help_text = text
        self._help.setText(text)
        self._show_line()

    # Private

    def _lay_out(self, words: str, aside: QWidget | None) -> None:
        theme = current_theme()
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self.label)
        if words:
            head.addWidget(Label(words, "body", "text-3"))
        head.addStretch()
        if aside is not None:
            head.addWidget(aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self._help)
        column.addWidget(self._error_row)

    def _show_line(self) -> None:
        wrong = bool(self._error_text)
        self._error_row.setVisible(wrong)
        self._help.setVisible(bool(self._help_text) and not wrong)
        self.editor.setAccessibleDescription(self._error_text or self._help_text)
        if isinstance(self.editor, _Marked):
            self.editor.set_error(wrong=wrong)

    def _clear_when_changed(self, editor: QObject) -> None:
        for name in _CHANGES:
            signal = getattr(editor, name, None)
            if signal is not None:
                signal.connect(self._changed)
                return

    def _changed(self) -> None:
        self.clear_error()


class PassphraseField(Field):
    """A field for a passphrase that says when Caps Lock seems to be on."""

    def __init__(
        self,
        label: str,
        *,
        large: bool = True,
        help_text: str = "",
        aside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.passphrase = PassphraseEdit(large=large)
        super().__init__(label, self.passphrase, help_text=help_text, aside=aside, parent=parent)
        self._resting_help = help_text
        self.passphrase.caps_lock.connect(self._note_caps_lock)

    def set_resting_help(self, text: str) -> None:
        """Change the help that stands below while Caps Lock seems to be off."""
        self._resting_help = text
        self.set_help(text)

    def _note_caps_lock(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.set_help(self.tr("Caps Lock seems to be on.") if on else self._resting_help)


def _error_row(label: Label) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current_theme().space(1))
    line.addWidget(Picture("circle-alert", "danger-text", 14), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    return row
