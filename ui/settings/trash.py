"""Settings: what was deleted, taking it back, and deleting it for good."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.operations.trash import EMPTIED, empty, purge, restore
from app.queries.trash import TrashRow, loss, text, trash
from ui.context import Context
from ui.settings.section import Group, Section
from ui.settings.trash_dialogs import Look, ask_to_purge
from ui.settings.trash_words import deleted_words, gone_words, headings, restored_words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.check import Switch
from ui.widgets.notices import EmptyState
from ui.widgets.plain import tooltip
from ui.widgets.text import Label

_CONTEXT = "TrashSection"
_PAGE: Final = 50
_TO_READ: Final = (Kind.ENTRY, Kind.TEMPLATE)


class TrashSection(Section):
    """Deleted things by kind, the one deleted last first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        lede = QCoreApplication.translate(
            _CONTEXT, "What you delete is kept here. It comes back with all that belongs to it."
        )
        super().__init__(QCoreApplication.translate(_CONTEXT, "Trash"), lede, parent)
        self._context = context
        self._limit = _PAGE
        self._shown: list[TrashRow] | None = None
        self._buttons: list[Button] = []
        self._listed: list[TrashRow] = []
        self.old = Switch(name=self.tr("Empty after 30 days"))
        self.empty = Button(self.tr("Empty trash"), "danger-plain", icon="trash-2")
        self._add_emptying()
        self._holder_of_rows = QWidget()
        self._rows = QVBoxLayout(self._holder_of_rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current_theme().space(6))
        self.column.addWidget(self._holder_of_rows)
        self.column.addStretch(1)

    @property
    def buttons(self) -> list[Button]:
        """The buttons that restore, from the top."""
        return self._buttons

    def refresh(self) -> None:
        """Show what lies in the trash now; the focus stays at its place in the list."""
        self.old.setChecked(bool(self._context.vault.read.preference(EMPTIED)))
        found = trash(self._context.vault.read)
        if found == self._shown:
            return
        place = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), None)
        self._shown = found
        self._clear()
        self._fill(found)
        self.empty.setEnabled(bool(found))
        self.empty.setToolTip("" if found else self.tr("The trash is empty"))
        if place is not None:
            self._focus(place)

    # Private, showing

    def _focus(self, place: int) -> None:
        """Go to what took the place of something that left the list."""
        there = self._buttons[min(place, len(self._buttons) - 1)] if self._buttons else self.old
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_emptying(self) -> None:
        group = self.add_group()
        group.add_row(
            self.tr("Empty after 30 days"),
            self.tr(
                "What lay here for 30 days is deleted for good when the vault opens. Never sooner."
            ),
            self.old,
        )
        group.add_row(
            self.tr("Empty trash"),
            self.tr("Everything here is deleted for good. Copies that you made of the vault stay."),
            self.empty,
        )
        self.old.clicked.connect(self._prefer)
        self.empty.clicked.connect(self._ask_to_empty)

    def _fill(self, found: list[TrashRow]) -> None:
        if not found:
            words = self.tr("What you delete can be brought back from here.")
            self._rows.addWidget(EmptyState(self.tr("The trash is empty"), words))
            return
        left = self._limit
        for kind, heading in headings().items():
            rows = [row for row in found if row.kind is kind]
            if rows and left > 0:
                self._add_kind(heading, rows[:left], len(rows))
                left -= len(rows)
        if len(found) > self._limit:
            more = Button(self.tr("Show more"), "link")
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_kind(self, heading: str, rows: list[TrashRow], count: int) -> None:
        box, head, group = QVBoxLayout(), QHBoxLayout(), Group()
        box.setSpacing(current_theme().space(2))
        head.addWidget(Label(heading, "section"), 1)
        head.addWidget(Label(str(count), "caption", "text-2", numbers=True))
        box.addLayout(head)
        box.addWidget(group)
        holder = QWidget()
        box.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(box)
        self._rows.addWidget(holder)
        for row in rows:
            self._add_row(group, row)
        # Qt would show it only later, and what is not shown cannot have the focus.
        holder.show()

    def _add_row(self, group: Group, row: TrashRow) -> None:
        title = row.title or self.tr("Untitled")
        controls = QWidget()
        line = QHBoxLayout(controls)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        if row.kind in _TO_READ:
            look = _icon_button("eye", self.tr("Read {title}").format(title=title))
            look.clicked.connect(lambda: self._look(row, title))
            line.addWidget(look)
        button = Button(self.tr("Restore"), icon="archive-restore")
        button.setAccessibleName(self.tr("Restore {title}").format(title=title))
        button.clicked.connect(lambda: self._restore(row))
        self._buttons.append(button)
        self._listed.append(row)
        line.addWidget(button)
        words = self.tr("Delete {title} for good").format(title=title)
        gone = _icon_button("trash-2", words)
        gone.clicked.connect(lambda: self._ask_to_purge(row, title))
        line.addWidget(gone)
        group.add_row(title, deleted_words(row, self._context.vault.now()), controls)

    # Private, acting

    def _look(self, row: TrashRow, title: str) -> None:
        words = deleted_words(row, self._context.vault.now())
        look = Look(title, words, text(self._context.vault.read, row), self)
        look.accepted.connect(lambda: self._restore(row))
        look.open()

    def _restore(self, row: TrashRow) -> None:
        def back() -> bool:
            restore(self._context.vault, row.kind, row.id)
            return True

        place = self._listed.index(row)
        if self._context.perform(back):
            self._focus(place)
            self._context.messages.say(restored_words(row.kind), undo=True)

    def _ask_to_purge(self, row: TrashRow, title: str) -> None:
        ask_to_purge(
            self.tr("Delete for good"),
            loss(self._context.vault.read, [row]),
            [self.tr("\u201c{title}\u201d").format(title=title)],
            self,
            lambda: self._purge(row),
        )

    def _ask_to_empty(self) -> None:
        rows = self._shown or []
        kinds = [row.kind for row in rows]
        told = [f"{heading}: {kinds.count(kind)}" for kind, heading in headings().items()]
        ask_to_purge(
            self.tr("Empty the trash"),
            loss(self._context.vault.read, rows),
            [words for words, kind in zip(told, headings(), strict=True) if kind in kinds],
            self,
            lambda: self._empty(len(rows)),
        )

    def _purge(self, row: TrashRow) -> None:
        def gone() -> bool:
            purge(self._context.vault, row.kind, row.id)
            return True

        place = self._listed.index(row)
        if self._context.perform(gone):
            self._focus(place)
            self._context.messages.say(gone_words(1))

    def _empty(self, count: int) -> None:
        def gone() -> bool:
            empty(self._context.vault)
            return True

        if self._context.perform(gone):
            self._focus(0)
            self._context.messages.say(gone_words(count))

    def _prefer(self) -> None:
        value = "old" if self.old.isChecked() else ""
        self._context.perform(lambda: self._context.vault.prefer(EMPTIED, value))

    def _show_more(self) -> None:
        self._limit += _PAGE
        self._shown = None
        self.refresh()

    def _clear(self) -> None:
        self._buttons, self._listed = [], []
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _icon_button(icon: str, name: str) -> Button:
    """A button without words, told by what somebody called the thing: no title is shown as HTML."""
    button = Button("", "ghost", icon=icon)
    button.setToolTip(tooltip(name))
    button.setAccessibleName(name)
    return button
