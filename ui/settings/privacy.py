"""Settings: when the vault locks, and its passphrase."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Moment
from app.security.keyfile import KeyFile
from app.settings import LOCK_MINUTES
from ui.context import Context
from ui.desk import Desk
from ui.labels import short_day
from ui.promises import limits_dialog
from ui.settings.change_passphrase import ChangePassphrase
from ui.settings.section import Row, Section
from ui.widgets.button import Button
from ui.widgets.choice import Choice

_CONTEXT = "PrivacySection"
_MINUTES_IN_HOUR = 60


class PrivacySection(Section):
    """What keeps the vault shut."""

    lock_asked = Signal()

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Privacy and lock")
        lede = QCoreApplication.translate(
            _CONTEXT, "Greenroom has no account and makes no network connections."
        )
        super().__init__(title, lede, parent)
        self._context = context
        self._desk = desk
        self._minutes = Choice(
            [(_minutes_words(count), count) for count in LOCK_MINUTES],
            name=self.tr("Lock after no activity"),
        )
        self._minutes.picked.connect(self._choose_minutes)
        self._add_lock()
        self._passphrase_row = self._add_passphrase()
        self._add_limits()
        self.column.addStretch(1)
        desk.settings_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        self._minutes.set_value(self._desk.settings.lock_minutes)
        self._passphrase_row.say(self._changed_words())

    # Private

    def _add_lock(self) -> None:
        group = self.add_group(self.tr("Lock"))
        group.add_row(
            self.tr("Lock after no activity"),
            self.tr("Unsaved words are saved to the vault first."),
            self._minutes,
        )
        lock = Button(self.tr("Lock now"), icon="lock-keyhole")
        lock.clicked.connect(self.lock_asked)
        group.add_row(self.tr("Lock now"), self.tr("Ctrl+L does the same from anywhere."), lock)

    def _add_passphrase(self) -> Row:
        group = self.add_group(self.tr("Passphrase"))
        change = Button(self.tr("Change passphrase"))
        change.clicked.connect(self._change_passphrase)
        # The sample vault is thrown away, and nobody knows its passphrase.
        change.setEnabled(not self._context.sample)
        if self._context.sample:
            change.setToolTip(self.tr("The sample vault is thrown away when you leave."))
        return group.add_row(self.tr("Passphrase"), self._changed_words(), change)

    def _add_limits(self) -> None:
        group = self.add_group(self.tr("Limits"))
        show = Button(self.tr("Show the list"))
        show.clicked.connect(lambda: limits_dialog(self).open())
        group.add_row(
            self.tr("What Greenroom cannot protect you from"),
            self.tr("Encryption has limits. They are worth knowing."),
            show,
        )

    def _changed_words(self) -> str:
        changed = self._context.vault.passphrase_set
        if changed is None:
            return self.tr("It opens this vault. Greenroom cannot reset it.")
        now = self._context.vault.now()
        day = short_day(Moment(changed, now.offset).day, now.day)
        return self.tr("Last changed {day}.").format(day=day)

    def _choose_minutes(self, minutes: object) -> None:
        self._desk.choose(replace(self._desk.settings, lock_minutes=cast("int", minutes)))

    def _change_passphrase(self) -> None:
        ChangePassphrase(self._context, self._renew_keys, self).open()

    def _renew_keys(self, key_file: KeyFile) -> None:
        self._context.perform(lambda: self._context.vault.renew_keys(key_file))
        self.refresh()
        self._context.messages.say(
            self.tr("Passphrase changed. The old one no longer opens this vault.")
        )


def _minutes_words(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate(_CONTEXT, "1 minute")
    if count == _MINUTES_IN_HOUR:
        return QCoreApplication.translate(_CONTEXT, "1 hour")
    return QCoreApplication.translate(_CONTEXT, "{count} minutes").format(count=count)
