"""The question for the new name of one tag, or for the one name of several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.records import clean_tags
from app.queries.tags import TagRow
from ui.labels import counted
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Label


class TagDialog(Dialog):
    """A name for tags; it says before when they become one with a tag that exists."""

    named = Signal(str)
    """The name that was chosen."""

    def __init__(
        self, title: str, chosen: Sequence[TagRow], known: Sequence[TagRow], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._chosen = {row.name.casefold() for row in chosen}
        self._known = {row.name.casefold(): row for row in known}
        self.name = LineEdit()
        self.name.setText(max(chosen, key=lambda row: row.entries).name)
        self.name.selectAll()
        self.body.addWidget(Field(self.tr("Name"), self.name))
        self._told = Label("", "caption", "text-2", wrap=True)
        self.body.addWidget(self._told)
        cancel = self.add_action(Button(self.tr("Cancel")))
        cancel.clicked.connect(self.reject)
        self.act = self.add_action(Button(self.tr("Rename"), "primary"))
        self.act.clicked.connect(self._accept)
        self.name.returnPressed.connect(self.act.click)
        self.name.textChanged.connect(self._tell)
        self.focus_first(self.name)
        self._tell()

    def joins(self) -> int:
        """How many tags become one by the name that is written; 1 where it is just a new name."""
        return len(self._chosen | ({self._spelled().casefold()} & set(self._known)))

    def _spelled(self) -> str:
        return next(iter(clean_tags((self.name.text(),))), "")

    def _tell(self) -> None:
        name = self._spelled()
        count = self.joins() if name else 1
        self.act.setEnabled(bool(name))
        self.act.setText(self.tr("Merge") if count > 1 else self.tr("Rename"))
        self._told.setText(self._words(name, count))

    def _words(self, name: str, count: int) -> str:
        if not name:
            return self.tr("Give it a name first.")
        other = self._known.get(name.casefold())
        if count == 1:
            return self.tr("It is called #{0} everywhere.").format(name)
        if other is None or name.casefold() in self._chosen:
            return self.tr("{0} tags become one: #{1}.").format(count, name)
        entries = counted(other.entries, self.tr("1 entry"), self.tr("{n} entries"))
        return self.tr("#{0} exists already, in {1}: they become one.").format(name, entries)

    def _accept(self) -> None:
        self.named.emit(self._spelled())
        self.accept()
