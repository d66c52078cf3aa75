"""The line in which a milestone is written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from ui.context import Context
from ui.forms import finished
from ui.messages import sentence
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Label


class MilestoneEditor(QWidget):
    """Words and a day, and where it is done the day of that; Enter finishes, Esc leaves."""

    finished = Signal()
    left = Signal()

    def __init__(self, context: Context, act: str) -> None:
        super().__init__()
        self.title = LineEdit(self.tr("What will be done"), name=self.tr("Milestone"))
        self.due = DateField(context.today, placeholder=self.tr("By when"), name=self.tr("By when"))
        self.done = DateField(
            context.today, placeholder=self.tr("Done on"), name=self.tr("Done on")
        )
        self._error = Label("", "caption", "danger-text", wrap=True)
        self._error.setVisible(False)
        self._save = Button(act)
        self._save.clicked.connect(self.finish)
        for editor in (self.title, self.due, self.done):
            editor.textChanged.connect(self._clear_error)
            editor.returnPressed.connect(self.finish)
        self._lay_out()

    def words(self) -> str:
        """Return what will be done."""
        return self.title.text().strip()

    def begin(self, title: str, due: date | None, done: date | None = None) -> None:
        """Show a milestone to write on."""
        self.title.setText(title)
        self.due.set_day(due)
        self.done.set_day(done)
        self.done.setVisible(done is not None)
        self._clear_error()

    def finish(self) -> None:
        """Say that it is written, unless its day cannot be read."""
        for day in (self.due, self.done):
            if not finished(day):
                day.set_error(wrong=True)
                self._show_error(self.tr("Write a day such as 22 May, or choose one."))
                return
        self.finished.emit()

    def show_error(self, error: AppError) -> None:
        """Show what went wrong below the line."""
        self.title.set_error(wrong=True)
        self._show_error(sentence(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        row.setSpacing(8)
        row.addWidget(self.title, 2)
        row.addWidget(self.due, 1)
        row.addWidget(self.done, 1)
        self.done.setVisible(False)
        row.addWidget(self._save)
        column.addLayout(row)
        column.addWidget(self._error)

    def _show_error(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(True)
        self.title.setAccessibleDescription(words)

    def _clear_error(self) -> None:
        self.title.set_error(wrong=False)
        self.due.set_error(wrong=False)
        self.done.set_error(wrong=False)
        self._error.setVisible(False)
        self.title.setAccessibleDescription("")
