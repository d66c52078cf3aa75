"""What text is checked with: the languages of this computer and the words of the open vault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from app import dictionaries
from app.changes import Changes
from app.dictionaries import Dictionary
from app.domain.ids import Kind
from app.errors import AppError
from app.operations import spelling
from app.spelling import Speller

if TYPE_CHECKING:
    from app.vault import Vault
    from ui.desk import Desk
    from ui.jobs import Jobs
    from ui.messages import Messages


class Spelling(QObject):
    """The speller of an open vault. Dictionaries are found and read when they are first wanted."""

    changed = Signal()
    """Another verdict may be given from now on."""

    def __init__(self, vault: Vault, jobs: Jobs, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._jobs = jobs
        self._messages = messages
        self._desk: Desk | None = None
        self._found: tuple[str, ...] | None = None
        self._speller: Speller | None = None
        self._read: tuple[str, ...] = ()
        self._busy = False
        vault.subscribe(self._follow_words)

    # Properties

    @property
    def on(self) -> bool:
        """Whether spelling is to be checked."""
        return self._desk is not None and self._desk.settings.spelling

    @property
    def speller(self) -> Speller | None:
        """The speller; None while it is off, not read yet, or without a dictionary."""
        return self._speller if self.on and self._read == self.chosen() else None

    @property
    def found(self) -> tuple[str, ...]:
        """The languages there are dictionaries for; none before they were looked for."""
        return self._found or ()

    @property
    def looked(self) -> bool:
        """Whether dictionaries were looked for yet."""
        return self._found is not None

    def chosen(self) -> tuple[str, ...]:
        """The languages in use: those chosen, or else the system's."""
        chosen = self._desk.settings.languages if self._desk else ()
        used = tuple(tag for tag in self.found if tag in chosen)
        wanted = (tag.replace("-", "_") for tag in QLocale.system().uiLanguages())
        return used or dictionaries.preferred(self.found, wanted)

    # Methods

    def follow(self, desk: Desk) -> None:
        """Use the choices of this computer, now and after each change."""
        self._desk = desk
        desk.settings_changed.connect(self.changed)

    def find(self) -> None:
        """Look for dictionaries, if that was not done; `changed` tells of the end."""
        if self._found is None and not self._busy:
            self._busy = True
            self._jobs.submit(dictionaries.installed, self._take_found, self._messages.fail)

    def want(self) -> None:
        """Find and read the dictionaries in use, as far as that was not done."""
        self.find()
        tags = self.chosen()
        if self.on and tags and tags != self._read and not self._busy:
            self._busy = True
            self._jobs.submit(
                lambda: dictionaries.load(tags),
                lambda books: self._take(tags, books),
                self._messages.fail,
            )

    def choose(self, tag: str, *, on: bool) -> None:
        """Check a language as well, or no longer; without the last one, spelling is off."""
        if self._desk is None:
            return
        others = tuple(other for other in self.chosen() if other != tag)
        chosen = (*others, tag) if on else others
        settings = self._desk.settings
        if chosen:
            self._desk.choose(replace(settings, languages=chosen, spelling=True))
        else:
            self._desk.choose(replace(settings, spelling=False))

    def switch(self, *, on: bool) -> None:
        """Check spelling, or not."""
        if self._desk is not None:
            self._desk.choose(replace(self._desk.settings, spelling=on))

    def add_word(self, word: str) -> None:
        """Take a word for right from now on."""
        try:
            spelling.add_word(self._vault, word)
        except AppError as error:
            self._messages.fail(error)
        else:
            self._messages.say(self.tr("Word added to your dictionary"))

    def say(self, words: str) -> None:
        """Show a short note at the foot of the window."""
        self._messages.say(words)

    def forget(self) -> None:
        """Drop every word that was looked up: the vault is locked."""
        if self._speller is not None:
            self._speller.forget()
        self._speller, self._read = None, ()
        self.changed.emit()

    # Private

    def _follow_words(self, changes: Changes) -> None:
        if self._speller is not None and changes.touches(Kind.PREFERENCE):
            self._speller.set_personal(spelling.own_words(self._vault.read))
            self.changed.emit()

    def _take_found(self, found: tuple[str, ...]) -> None:
        self._busy = False
        self._found = found
        self.changed.emit()

    def _take(self, tags: tuple[str, ...], books: tuple[Dictionary, ...]) -> None:
        self._busy = False
        self._read = tags
        self._speller = Speller(books, spelling.own_words(self._vault.read))
        self.changed.emit()
