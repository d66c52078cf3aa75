"""Settings: what was deleted, and taking it back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.ids import Kind
from app.operations.trash import restore
from app.queries.trash import TrashRow, trash
from ui.context import Context
from ui.labels import short_day
from ui.settings.section import Group, Section
from ui.widgets.button import Button
from ui.widgets.notices import EmptyState

_CONTEXT = "TrashSection"
_PAGE: Final = 50


class TrashSection(Section):
    """Deleted entries, goals, stretch goals and packs, the one deleted last first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        lede = QCoreApplication.translate(
            _CONTEXT, "What you delete is kept here. It comes back with all that belongs to it."
        )
        super().__init__(QCoreApplication.translate(_CONTEXT, "Trash"), lede, parent)
        self._context = context
        self._limit = _PAGE
        self._shown: list[TrashRow] | None = None
        self._buttons: list[Button] = []
        self._holder_of_rows = QWidget()
        self._rows = QVBoxLayout(self._holder_of_rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._holder_of_rows)
        self.column.addStretch(1)

    @property
    def buttons(self) -> list[Button]:
        """The buttons that restore, from the top."""
        return self._buttons

    def refresh(self) -> None:
        """Show what lies in the trash now; the focus stays at its place in the list."""
        found = trash(self._context.vault.read)
        if found == self._shown:
            return
        place = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), None)
        self._shown = found
        self._clear()
        self._fill(found)
        if place is not None and self._buttons:
            button = self._buttons[min(place, len(self._buttons) - 1)]
            button.setFocus(Qt.FocusReason.TabFocusReason)

    # Private

    def _fill(self, found: list[TrashRow]) -> None:
        if not found:
            words = self.tr("What you delete can be brought back from here.")
            self._rows.addWidget(EmptyState(self.tr("The trash is empty"), words))
            return
        group = Group()
        self._rows.addWidget(group)
        for row in found[: self._limit]:
            self._add_row(group, row)
        if len(found) > self._limit:
            more = Button(self.tr("Show more"), "link")
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, group: Group, row: TrashRow) -> None:
        title = row.title or self.tr("Untitled")
        button = Button(self.tr("Restore"), icon="archive-restore")
        button.setAccessibleName(self.tr("Restore {title}").format(title=title))
        button.clicked.connect(lambda: self._restore(row))
        self._buttons.append(button)
        group.add_row(title, self._words(row), button)

    def _words(self, row: TrashRow) -> str:
        now = self._context.vault.now()
        day = short_day(Moment(row.deleted, now.offset).day, now.day)
        sentences = {
            Kind.ENTRY: self.tr("Entry, deleted {day}."),
            Kind.GOAL: self.tr("Goal, deleted {day}."),
            Kind.STRETCH: self.tr("Stretch goal, deleted {day}."),
            Kind.PACK: self.tr("Share pack, deleted {day}."),
        }
        return sentences[row.kind].format(day=day)

    def _restore(self, row: TrashRow) -> None:
        said = {
            Kind.ENTRY: self.tr("Entry restored"),
            Kind.GOAL: self.tr("Goal restored"),
            Kind.STRETCH: self.tr("Stretch goal restored"),
            Kind.PACK: self.tr("Share pack restored"),
        }

        def back() -> bool:
            restore(self._context.vault, row.kind, row.id)
            return True

        if self._context.perform(back):
            self._context.messages.say(said[row.kind], undo=True)

    def _show_more(self) -> None:
        self._limit += _PAGE
        self._shown = None
        self.refresh()

    def _clear(self) -> None:
        self._buttons = []
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
