"""Unlocking: the lit arch, the passphrase or the recovery key, and nothing that is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import unlocking
from app.clock import Moment
from app.errors import AppError
from app.security.errors import (
    NotEnoughMemoryError,
    RecoveryKeyMistypedError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.unlocking import Door, Keys
from ui.desk import Desk
from ui.messages import choose_folder, sentence
from ui.theme import current_theme
from ui.unlock.forms import ClosedForm, Form, PassphraseForm, RecoveryForm
from ui.unlock.known import known_menu
from ui.unlock.room import Room
from ui.unlock.words import closed_words, locked_words, wrong_words
from ui.widgets.button import Button
from ui.widgets.text import Elided, Label

if TYPE_CHECKING:
    from ui.unlock.replacing import ReplaceForm

_TRIES_BEFORE_HINT: Final = 3
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class UnlockPage(QWidget):
    """Asks for the secret of one vault; `opened` carries its Keys. It changes nothing else."""

    opened = Signal(object)
    create_asked = Signal()
    sample_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: Path | None = None
        self._door: Door | None = None
        self._recovered: Keys | None = None
        self._attempt = 0
        self._wrong = 0
        self._others = Button(self.tr("Open another vault"), "room", icon="folder-open")
        self._sample = Button(self.tr("Explore a sample"), "room", icon="door-open")
        self._title = Label("", "display", wrap=True)
        self._name = Elided("", "body", "text-2")
        self._passphrase = PassphraseForm()
        self._made: list[Form] = [self._passphrase]
        self._why_locked = Label("", "caption", "text-2", wrap=True)
        self._lay_out()
        self._connect()
        self._show(self._passphrase)

    # Methods

    def show_vault(self, folder: Path) -> None:
        """Ask for the secret of a vault, or say why it cannot be opened."""
        self._forget()
        self._folder, self._wrong = folder, 0
        self._name.setText(folder.name)
        self._why_locked.setText("")
        try:
            self._door = unlocking.approach(folder)
        except AppError as error:
            self.show_open_error(error)
        else:
            self._show(self._passphrase)

    def show_locked(self, at: Moment, minutes: int | None) -> None:
        """Say when the vault was locked, and whether after so many minutes without activity."""
        self._why_locked.setText(locked_words(at, minutes))

    def show_open_error(self, error: AppError) -> None:
        """Say why the vault did not open, although its keys may be right."""
        self._forget()
        words = closed_words(error, self._folder, self._desk.clock.now())
        self._closed.say(words, again=self._folder is not None)
        self._show(self._closed)

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget every secret when something else is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()

    # Private

    def _lay_out(self) -> None:
        room, space = Room((self._others, self._sample)), current_theme().space
        self._title.setAlignment(_MIDDLE)
        self._name.setAlignment(_MIDDLE)
        self._why_locked.setAlignment(_MIDDLE)
        room.column.addWidget(self._title)
        room.column.addSpacing(space(1))
        room.column.addWidget(self._name)
        room.column.addSpacing(space(6))
        self._doorway = QVBoxLayout()
        self._doorway.addWidget(self._passphrase)
        room.column.addLayout(self._doorway)
        room.column.addSpacing(space(6))
        room.column.addWidget(self._why_locked)
        room.column.addSpacing(space(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(room)

    def _connect(self) -> None:
        self._passphrase.submitted.connect(self._unlock)
        self._passphrase.left.connect(lambda: self._show(self._recovery))
        self._others.clicked.connect(self._offer_others)
        self._sample.clicked.connect(self.sample_asked)

    # The forms that are seldom needed are made when they are: the arch is there sooner.

    @cached_property
    def _recovery(self) -> RecoveryForm:
        form = RecoveryForm()
        form.submitted.connect(self._recover)
        form.left.connect(lambda: self._show(self._passphrase))
        self._put(form)
        return form

    @cached_property
    def _replace(self) -> ReplaceForm:
        from ui.unlock.replacing import ReplaceForm  # noqa: PLC0415 - see above

        form = ReplaceForm(self._desk.jobs)
        form.submitted.connect(self._set_passphrase)
        form.left.connect(self._again)
        self._put(form)
        return form

    @cached_property
    def _closed(self) -> ClosedForm:
        form = ClosedForm()
        form.left.connect(self._again)
        self._put(form)
        return form

    def _put(self, form: Form) -> None:
        form.hide()
        self._made.append(form)
        self._doorway.addWidget(form)

    def _show(self, shown: Form) -> None:
        """Put one form into the doorway."""
        self._title.setText(shown.title())
        for form in self._made:
            form.setVisible(form is shown)
        self._why_locked.setVisible(shown is self._passphrase)
        shown.take_focus()

    def _unlock(self, passphrase: str) -> None:
        if (door := self._door) is not None:
            form, work = self._passphrase, partial(door.unlock, passphrase)
            self._try(form, work, self._enter, self._refuse)

    def _recover(self, typed: str) -> None:
        if (door := self._door) is not None:
            form, work = self._recovery, partial(door.unlock_by_recovery, typed)
            self._try(form, work, self._ask_for_new, self._refuse)

    def _set_passphrase(self, passphrase: str) -> None:
        keys, self._recovered = self._recovered, None
        if keys is None:
            return
        work = partial(_renewed, keys, passphrase, self._desk.clock.now())

        def refused(error: AppError) -> None:
            self._recovered = keys
            self._replace.show_error(sentence(error))

        self._try(self._replace, work, self._enter, refused)

    def _try(
        self,
        form: Form,
        work: Callable[[], Keys],
        then: Callable[[Keys], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Do slow work; keys that come after the person went elsewhere are wiped."""
        self._attempt += 1
        attempt = self._attempt
        form.set_working(working=True)

        def came(keys: Keys) -> None:
            if attempt == self._attempt:
                then(keys)
            else:
                keys.wipe()

        def refused(error: AppError) -> None:
            if attempt == self._attempt:
                form.set_working(working=False)
                failed(error)

        self._desk.jobs.submit(work, came, refused)

    def _enter(self, keys: Keys) -> None:
        self._forget()
        self.opened.emit(keys)

    def _ask_for_new(self, keys: Keys) -> None:
        self._forget()
        self._recovered = keys
        self._show(self._replace)

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, WrongPassphraseError | NotEnoughMemoryError):
            self._refuse_passphrase(error)
        elif isinstance(error, WrongRecoveryKeyError | RecoveryKeyMistypedError):
            self._recovery.show_error(sentence(error))
        else:
            self.show_open_error(error)

    def _refuse_passphrase(self, error: AppError) -> None:
        self._wrong += isinstance(error, WrongPassphraseError)
        caps_lock = self._passphrase.caps_lock
        self._passphrase.wipe()
        words = wrong_words(
            error, caps_lock=caps_lock, times=self._wrong, enough=_TRIES_BEFORE_HINT
        )
        self._passphrase.show_error(words)

    def _again(self) -> None:
        if self._folder is not None:
            self.show_vault(self._folder)

    def _forget(self) -> None:
        """Drop what is under way and wipe what was typed."""
        self._attempt += 1
        keys, self._recovered = self._recovered, None
        if keys is not None:
            keys.wipe()
        for form in self._made:
            form.set_working(working=False)
            form.wipe()

    def _offer_others(self) -> None:
        known = [Path(name) for name in self._desk.settings.vaults]
        others = [folder for folder in known if folder != self._folder]
        menu = known_menu(
            self, others, self.show_vault, self._choose_folder, self.create_asked.emit
        )
        corner = QPoint(0, -menu.sizeHint().height() - current_theme().space(1))
        menu.popup(self._others.mapToGlobal(corner))

    def _choose_folder(self) -> None:
        start = self._folder.parent if self._folder is not None else Path.home()
        choose_folder(self, self.tr("Open another vault"), start, self.show_vault)


def _renewed(keys: Keys, passphrase: str, now: Moment) -> Keys:
    unlocking.set_passphrase(keys, passphrase, now)
    return keys
