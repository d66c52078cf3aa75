"""Settings: the tags, their new names, and merging or removing them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.tags import remove, rename
from app.queries.tags import TagRow, tags
from ui.context import Context
from ui.labels import counted
from ui.settings.section import Group, Section
from ui.settings.tag_dialog import TagDialog
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.notices import EmptyState
from ui.widgets.plain import tooltip
from ui.widgets.text import Label

_CONTEXT = "TagsSection"
_PAGE: Final = 50
_SEVERAL: Final = 2


class TagsSection(Section):
    """Every tag in use with how much has it; each change is one step of undo."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        lede = QCoreApplication.translate(
            _CONTEXT, "A new name reaches every entry, your templates and saved searches."
        )
        super().__init__(QCoreApplication.translate(_CONTEXT, "Tags"), lede, parent)
        self._context = context
        self._limit = _PAGE
        self._shown: list[TagRow] | None = None
        self._checks: dict[str, Check] = {}
        self._renames: list[Button] = []
        self._chosen: set[str] = set()
        self._told = Label("", "caption", "text-2", wrap=True)
        self.merge = Button(self.tr("Merge chosen tags"), icon="tags")
        bar = QHBoxLayout()
        bar.addWidget(self._told, 1)
        bar.addWidget(self.merge)
        self.column.addLayout(bar)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current_theme().space(4))
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self.merge.clicked.connect(self._ask_to_merge)

    def refresh(self) -> None:
        """Show the tags there are now; the focus stays at its place in the list."""
        found = tags(self._context.vault.read)
        if found == self._shown:
            return
        place = next((n for n, b in enumerate(self._renames) if b.hasFocus()), None)
        self._shown = found
        self._chosen &= {row.name for row in found}
        self._clear()
        self._fill(found)
        self._tell()
        if place is not None:
            self._focus(place)

    # Private, showing

    def _focus(self, place: int) -> None:
        """Go to what stands where something left the list, or got another name."""
        if self._renames:
            button = self._renames[min(place, len(self._renames) - 1)]
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self, name: str) -> int:
        """Where a tag stands in the list, or would stand."""
        return sum(row.name.casefold() < name.casefold() for row in self._shown or [])

    def _fill(self, found: Sequence[TagRow]) -> None:
        if not found:
            words = self.tr("A tag that you give an entry is listed here.")
            self._rows.addWidget(EmptyState(self.tr("No tags yet"), words))
            return
        group = Group()
        self._rows.addWidget(group)
        for row in found[: self._limit]:
            self._add_row(group, row)
        # Qt would show it only later, and what is not shown cannot have the focus.
        group.show()
        if len(found) > self._limit:
            more = Button(self.tr("Show more"), "link")
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, group: Group, row: TagRow) -> None:
        controls = QWidget()
        line = QHBoxLayout(controls)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        choose = Check("", name=self.tr("Choose {tag} to merge it").format(tag=f"#{row.name}"))
        choose.setChecked(row.name in self._chosen)
        choose.toggled.connect(lambda on: self._choose(row.name, on=on))
        renaming = Button(self.tr("Rename"))
        renaming.setAccessibleName(self.tr("Rename {tag}").format(tag=f"#{row.name}"))
        renaming.clicked.connect(lambda: self._ask(self.tr("Rename tag"), [row]))
        gone = Button("", "ghost", icon="x")
        words = self.tr("Remove {tag} everywhere").format(tag=f"#{row.name}")
        # Qt would take a tag that looks like HTML for it.
        gone.setToolTip(tooltip(words))
        gone.setAccessibleName(words)
        gone.clicked.connect(lambda: self._remove(row))
        for widget in (choose, renaming, gone):
            line.addWidget(widget)
        self._checks[row.name] = choose
        self._renames.append(renaming)
        group.add_row(f"#{row.name}", _words(row), controls)

    def _tell(self) -> None:
        count = len(self._chosen)
        self.merge.setVisible(bool(self._shown))
        self.merge.setEnabled(count >= _SEVERAL)
        why = "" if count >= _SEVERAL else self.tr("Choose two tags or more first")
        self.merge.setToolTip(why)
        one, many = self.tr("1 tag chosen."), self.tr("{n} tags chosen.")
        self._told.setText(counted(count, one, many) if count else "")

    # Private, acting

    def _choose(self, tag: str, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(tag)
        self._tell()

    def _ask_to_merge(self) -> None:
        chosen = [row for row in self._shown or [] if row.name in self._chosen]
        self._ask(self.tr("Merge tags"), chosen)

    def _ask(self, title: str, chosen: list[TagRow]) -> None:
        dialog = TagDialog(title, chosen, self._shown or [], self)
        old = [row.name for row in chosen]
        dialog.named.connect(lambda name: self._rename(old, name, dialog.joins()))
        dialog.open()

    def _rename(self, old: list[str], name: str, joined: int) -> None:
        self._chosen.clear()
        vault = self._context.vault
        if self._context.perform(lambda: rename(vault, old, name)) is not None:
            one, many = self.tr("Tag renamed"), self.tr("{n} tags merged")
            self._focus(self._place(name))
            self._context.messages.say(counted(joined, one, many), undo=True)
        self._tell()

    def _remove(self, row: TagRow) -> None:
        vault = self._context.vault
        if self._context.perform(lambda: remove(vault, row.name)) is not None:
            self._focus(self._place(row.name))
            self._context.messages.say(self.tr("Tag removed"), undo=True)

    def _show_more(self) -> None:
        self._limit += _PAGE
        self._shown = None
        self.refresh()

    def _clear(self) -> None:
        self._checks, self._renames = {}, []
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _words(row: TagRow) -> str:
    """How much has a tag: 12 entries, 1 template, 2 spellings."""
    translate = QCoreApplication.translate
    parts = [
        (row.entries, translate(_CONTEXT, "1 entry"), translate(_CONTEXT, "{n} entries")),
        (row.templates, translate(_CONTEXT, "1 template"), translate(_CONTEXT, "{n} templates")),
    ]
    told = [counted(count, one, many) for count, one, many in parts if count]
    if row.spellings > 1:
        told.append(translate(_CONTEXT, "{0} spellings").format(row.spellings))
    return " \u00b7 ".join(told)
