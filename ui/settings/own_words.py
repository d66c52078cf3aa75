"""Settings: the words that a person added to the dictionary of the vault."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.spelling import own_words, remove_word
from ui.context import Context
from ui.settings.section import Group
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.text import Label

_PAGE: Final = 50


class OwnWords(QWidget):
    """Each word with a button that removes it; the focus stays at its place in the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._limit = _PAGE
        self._shown: tuple[str, ...] | None = None
        self._buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().space(2))
        self._column.addWidget(Label(self.tr("Words you added"), "section"))
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)

    @property
    def buttons(self) -> list[Button]:
        """The buttons that remove a word, from the top."""
        return self._buttons

    def refresh(self) -> None:
        """Show the words that the vault has now."""
        found = own_words(self._context.vault.read)
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

    def _fill(self, found: tuple[str, ...]) -> None:
        if not found:
            words = self.tr(
                "The menu of a misspelt word adds it to your dictionary. It stays in this vault."
            )
            self._rows.addWidget(Label(words, "body", "text-2", wrap=True))
            return
        group = Group()
        self._rows.addWidget(group)
        for word in found[: self._limit]:
            button = Button(self.tr("Remove"), icon="x")
            button.setAccessibleName(self.tr("Remove {word}").format(word=word))
            button.clicked.connect(partial(self._remove, word))
            self._buttons.append(button)
            group.add_row(word, "", button)
        if len(found) > self._limit:
            more = Button(self.tr("Show more"), "link")
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _remove(self, word: str) -> None:
        self._context.perform(lambda: remove_word(self._context.vault, word))

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
