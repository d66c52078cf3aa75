"""Forms over the page: they keep what was typed until it is saved or thrown away on purpose."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.errors import MALFORMED, AppError, RuleBrokenError
from ui.context import Context
from ui.messages import sentence
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog, Kind
from ui.widgets.field import Field

T = TypeVar("T")
_PAUSE = 2000
# Editors are known by what they can do: importing every kind of them would slow the start.
_CHANGES = ("textChanged", "currentIndexChanged", "changed")


@runtime_checkable
class Draftable(Protocol):
    """An editor whose content fits into a line of text."""

    def draft(self) -> str:
        """What it holds."""

    def take_draft(self, draft: str) -> None:
        """Hold what it held then."""


class Form(Dialog):
    """A dialog of fields that keeps a draft in the vault under `draft` until it is saved.

    It is kept when typing pauses, when the form closes and before a lock. A subclass adds its
    fields, calls `begin`, and does its work in `submit`; where more than its fields belongs to
    the draft, it adds that in `content` and `restore`, and calls `touch` when it changes.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        parent: QWidget,
        *,
        draft: str,
        kind: Kind = "sheet",
        subtitle: str = "",
    ) -> None:
        super().__init__(title, parent, kind=kind, subtitle=subtitle)
        self.context = context
        self.fields: dict[str, Field] = {}
        self._draft = draft
        self._at_first = ""
        self._kept: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(lambda: context.perform(self.keep))
        self.set_note(self.tr("Kept as a draft until you save."))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    # Building

    def add_field(self, name: str, field: Field) -> Field:
        """Add a field whose content belongs to the draft."""
        self.fields[name] = field
        self.body.addWidget(field)
        return field

    def add_buttons(self, act: str) -> Button:
        """Add the button that leaves and keeps the draft, and the one that saves; return that."""
        leave = self.add_action(Button(self.tr("Not now"), "ghost"))
        leave.clicked.connect(self.reject)
        save = self.add_action(Button(act, "primary"))
        save.setToolTip(self.tr("{0} (Ctrl+Enter)").format(act))
        save.clicked.connect(self.submit)
        return save

    def begin(self) -> bool:
        """Take what the fields hold as untouched, then bring the draft back; False without one."""
        for field in self.fields.values():
            self.watch(field.editor)
        self._at_first = self.content()
        self._kept = self.context.vault.read.draft(self._draft)
        if self._kept is None:
            return False
        if self._brought_back(self._kept):
            self.set_note(self.tr("What you had typed is back."))
        else:
            self.set_note(self.tr("Not all that you had typed could be read again."))
        return True

    def watch(self, editor: QObject) -> None:
        """Keep a draft when an editor changes and typing pauses."""
        for name in _CHANGES:
            signal = getattr(editor, name, None)
            if signal is not None:
                signal.connect(self.touch)
                return

    # The draft

    def content(self) -> str:
        """What all fields hold, as text."""
        return json.dumps({name: _text(field.editor) for name, field in self.fields.items()})

    def restore(self, content: str) -> None:
        """Put a content back into the fields."""
        kept = dict(json.loads(content))
        for name, field in self.fields.items():
            if name in kept:
                _put(field.editor, str(kept[name]))

    def _brought_back(self, content: str) -> bool:
        """Put a kept draft into the fields; False where it is damaged or of another version."""
        try:
            self.restore(content)
        except MALFORMED:
            return False
        return True

    def touch(self) -> None:
        """Keep a draft once typing pauses."""
        self._pause.start()

    def keep(self) -> None:
        """Keep the draft in the vault, or forget it where nothing was typed."""
        self._keep(None if self.untouched() else self.content())

    def _keep(self, content: str | None) -> None:
        self._pause.stop()
        if content != self._kept:
            self.context.vault.keep_draft(self._draft, content)
            self._kept = content

    # Leaving

    def submit(self) -> None:
        """Save and close."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close and keep the draft."""
        self.context.perform(self.keep)
        super().reject()

    def run(self, operation: Callable[[], T]) -> T | None:
        """Run an operation; finish where it worked, else show the error at its field."""
        done = self.context.perform(operation, self.show_error)
        if done is not None:
            self.context.perform(lambda: self._keep(None))
            self.finish()
        return done

    def finish(self) -> None:
        """Close, now that all is saved."""
        self.accept()

    def untouched(self) -> bool:
        """Whether the fields hold what they held at first."""
        return self.content() == self._at_first

    def name_draft(self, draft: str) -> None:
        """Keep drafts under another name from `begin` on: the form is about something else."""
        self._draft = draft

    def show_error(self, error: AppError) -> None:
        """Show an error below the field it is about, else beside the buttons."""
        name = error.field if isinstance(error, RuleBrokenError) else ""
        if name in self.fields:
            self.show_field_error(name, sentence(error))
        else:
            self.set_note(sentence(error))

    def show_field_error(self, name: str, words: str) -> None:
        """Show a sentence below a field and go there."""
        self.fields[name].set_error(words)
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading

    def text(self, name: str) -> str:
        """What a text field holds, without the spaces around it."""
        return _text(self.fields[name].editor).strip()

    def put(self, name: str, text: str) -> None:
        """Fill a field."""
        _put(self.fields[name].editor, text)

    def day(self, name: str) -> date | None:
        """The day of a date field."""
        editor = self.fields[name].editor
        return editor.day() if isinstance(editor, DateField) else None

    def put_day(self, name: str, day: date | None) -> None:
        """Fill a date field."""
        editor = self.fields[name].editor
        if isinstance(editor, DateField):
            editor.set_day(day)

    def number(self, name: str) -> float | None:
        """The number of a field, by the locale; None where it is empty or no number."""
        return read_number(self.text(name))

    def understood(self) -> bool:
        """Whether every date and number can be read; says so at the first one that cannot."""
        for name, field in self.fields.items():
            editor = field.editor
            if isinstance(editor, DateField) and not finished(editor):
                words = self.tr("Write a day such as 22 May, or choose one.")
                self.show_field_error(name, words)
                return False
            if editor.property("number") and self.text(name) and self.number(name) is None:
                self.show_field_error(name, self.tr("Write a number, or leave it empty."))
                return False
        return True


def finished(editor: DateField) -> bool:
    """Take what stands in a date field as written to its end; False where it is no day."""
    editor.editingFinished.emit()
    return editor.is_understood()


def read_number(text: str) -> float | None:
    """The number a person wrote, by the locale or with a point; None if it is none."""
    text = text.strip()
    value, good = QLocale().toDouble(text)
    if not good:
        value, good = QLocale.c().toDouble(text.replace(",", "."))
    return float(value) if good and abs(value) < float("inf") else None


def keep_open(page: QWidget) -> None:
    """Keep what the open forms over a page hold; raises AppError where that fails."""
    for form in page.window().findChildren(Form):
        if form.isVisible():
            form.keep()


def _text(editor: QWidget) -> str:
    if isinstance(editor, Draftable):
        return editor.draft()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, Choice):
        return str(editor.value() or "")
    if isinstance(editor, DateField):
        # "Tomorrow" would be another day when the draft comes back.
        day = editor.written()
        return editor.text() if day is None else day.isoformat()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _put(editor: QWidget, text: str) -> None:
    if isinstance(editor, Draftable):
        editor.take_draft(text)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    elif isinstance(editor, Choice):
        editor.set_value(text)
    elif isinstance(editor, DateField):
        editor.setText(text)
        editor.editingFinished.emit()
    elif isinstance(editor, QLineEdit):
        editor.setText(text)
