"""Step 3 of making a vault: the recovery key, kept somewhere else."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.security.recovery import RecoveryKey
from ui.desk import Desk
from ui.labels import short_day
from ui.messages import choose_new_file, sentence
from ui.theme import current_theme, follow_theme
from ui.unlock.forms import Notice
from ui.unlock.recovery_sheet import group_font, paint_sheet, print_sheet, save_sheet
from ui.unlock.step import Step
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.lent_clipboard import LentClipboard
from ui.widgets.line_edit import LineEdit
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label

_CONTEXT = "RecoveryStep"
_ROWS: Final = 3
_GROUP: Final = 4
_FIELD_WIDTH: Final = 160


class RecoveryStep(Step):
    """Shows the key once; goes on when a group was typed back and the storing confirmed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Keep your recovery key")
        lede = QCoreApplication.translate(
            _CONTEXT,
            "This key opens your vault if you forget the passphrase. It is shown once. Print it or "
            "write it down, and keep it somewhere other than this computer.",
        )
        super().__init__(title, lede, parent)
        self._desk = desk
        self._clipboard = LentClipboard(desk)
        self._vault_name = ""
        self.key = RecoveryKey.generate()
        self._asked = secrets.randbelow(len(self.key.groups))
        self._groups = [Label(group, "body") for group in self.key.groups]
        self._note = Label("", "caption", "text-2", wrap=True)
        self._edit = LineEdit(large=True)
        number = self._asked + 1
        self._field = Field(
            self.tr("Type group {number} to check your copy").format(number=number), self._edit
        )
        self._matches = _Matches(self.tr("Matches"))
        self._stored = Check(self.tr("I have stored this key away from this computer."))
        self.failure = Notice()
        self._lay_out()
        self._connect()
        follow_theme(self._apply_theme)

    # Properties

    @property
    def asked(self) -> int:
        """Which group is to be typed back, from 0."""
        return self._asked

    def obstacle(self) -> str:
        """Why the vault cannot be made yet."""
        if not self._is_typed_back():
            return self.tr("Type group {number} from your copy first.").format(
                number=self._asked + 1
            )
        if not self._stored.isChecked():
            return self.tr("Confirm that you have stored the key.")
        return ""

    def first_field(self) -> QWidget:
        """Printing it, which comes before typing it back."""
        return self._print

    # Methods

    def set_vault_name(self, name: str) -> None:
        """Name the vault on the printed page."""
        self._vault_name = name

    def say_failure(self, error: AppError) -> None:
        """Say why the vault could not be made."""
        self.failure.say(sentence(error))

    def wipe(self) -> None:
        """Overwrite the key and take it off the screen."""
        self.key.wipe()
        for label in self._groups:
            label.setText("")
        self._edit.setText("")

    # Private

    def _lay_out(self) -> None:
        space = current_theme().space
        card, inside = Card(), QVBoxLayout()
        card.setLayout(inside)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(0)
        inside.addLayout(self._grid())
        inside.addSpacing(space(4))
        inside.addWidget(Rule())
        inside.addSpacing(space(4))
        inside.addWidget(self._actions())
        inside.addWidget(self._note)
        self._note.hide()
        self.column.addWidget(card)
        self.column.addSpacing(space(6))
        self.column.addLayout(self._check_row())
        self.column.addSpacing(space(4))
        self.column.addWidget(self._stored)
        self.column.addWidget(self.failure)
        self.column.addStretch()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_theme().space(4))
        grid.setVerticalSpacing(current_theme().space(3))
        for place, label in enumerate(self._groups):
            row, column = divmod(place, _ROWS)
            number = Label(str(place + 1), "caption", "text-2")
            label.setAccessibleName(
                self.tr("Group {number}: {group}").format(
                    number=place + 1, group=" ".join(self.key.groups[place])
                )
            )
            cell = QVBoxLayout()
            cell.setSpacing(0)
            for part in (number, label):
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                # The order of letters and digits is the key's own.
                part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                cell.addWidget(part)
            grid.addLayout(cell, row, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _actions(self) -> QWidget:
        self._print = Button(self.tr("Print"), icon="printer")
        self._save = Button(self.tr("Save as PDF"), icon="file-lock-2")
        self._copy = Button(self.tr("Copy for 60 seconds"), "ghost", icon="copy")
        holder = QWidget()
        line = FlowLayout(holder, gap=current_theme().space(2))
        for button in (self._print, self._save, self._copy):
            line.addWidget(button)
        return holder

    def _check_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(3))
        row.addWidget(self._field)
        row.addWidget(self._matches, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self._print.clicked.connect(self._print_it)
        self._save.clicked.connect(self._ask_where_to_save)
        self._copy.clicked.connect(self._copy_it)
        self._edit.textChanged.connect(self._check_typed)
        self._edit.returnPressed.connect(self.submitted)
        self._stored.toggled.connect(self.changed)

    def _apply_theme(self) -> None:
        theme = current_theme()
        for label in self._groups:
            label.setFont(group_font(theme.sized("body", 20)))
            label.setMinimumHeight(theme.px(28))
        self._edit.setFixedWidth(theme.px(_FIELD_WIDTH))
        self._edit.setFont(group_font(theme.sized("body", 15)))

    def _is_typed_back(self) -> bool:
        return self.key.group_matches(self._asked, self._edit.text())

    def _check_typed(self, typed: str) -> None:
        right = self._is_typed_back()
        self._matches.setVisible(right)
        if not right and len(typed.strip()) >= _GROUP:
            words = self.tr("Group {number} reads differently above. Compare your copy with it.")
            self._field.set_error(words.format(number=self._asked + 1))
        self.changed.emit()

    def _day(self) -> str:
        day = self._desk.clock.now().day
        return short_day(day, day.replace(year=1))

    def _print_it(self) -> None:
        # The page is painted when the printer was chosen, which may be after the key was wiped.
        groups, name, day = self.key.groups, self._vault_name, self._day()
        print_sheet(self, lambda printer: paint_sheet(printer, groups, name, day), self._refuse)

    def _ask_where_to_save(self) -> None:
        name = self.tr("Recovery key of {name}").format(name=self._vault_name)
        start = Path.home() / f"{name}.pdf"
        choose_new_file(self, self.tr("Save recovery key"), start, self.save_to, suffix="pdf")

    def save_to(self, path: Path) -> None:
        """Save the page to a file and say what to do with it."""
        try:
            save_sheet(path, self.key.groups, self._vault_name, self._day())
        except AppError as error:
            self._refuse(error)
            return
        words = self.tr(
            "Saved as {file}. Whoever has this file can open your vault: move it away from this "
            "computer."
        )
        self._say(words.format(file=path.name))

    def _refuse(self, error: AppError) -> None:
        self._say(sentence(error), "danger-text")

    def _copy_it(self) -> None:
        self._clipboard.lend(self.key.text)
        self._say(self.tr("Copied. It leaves the clipboard in 60 seconds."))

    def _say(self, words: str, colour: str = "text-2") -> None:
        self._note.setText(words)
        self._note.set_colour(colour)
        self._note.setContentsMargins(0, current_theme().space(2), 0, 0)
        self._note.show()


class _Matches(QWidget):
    """Says that what was typed is right, in the middle of the field, which has a label above."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setSpacing(current_theme().space(2))
        self._line.addWidget(Picture("circle-check", "accent-text", 16))
        self._line.addWidget(Label(words, "label", "accent-text"))
        self.setAccessibleName(words)
        self.hide()
        follow_theme(self._apply_theme)

    def _apply_theme(self) -> None:
        theme = current_theme()
        label = theme.line("section") + theme.space(1)
        self._line.setContentsMargins(0, label, 0, 0)
        self.setFixedHeight(label + theme.size("control-lg"))
