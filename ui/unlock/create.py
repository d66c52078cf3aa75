"""Making a vault in three steps, beside an arch whose bulbs come on."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import unlocking
from app.errors import AppError
from app.security.kdf import Argon2Params
from app.storage.errors import VaultMissingError
from app.unlocking import FolderRefusedError, FolderTakenError, Keys, is_vault
from ui.desk import Desk
from ui.messages import choose_folder
from ui.theme import current_theme, follow_theme
from ui.unlock.passphrase_step import PassphraseStep
from ui.unlock.place_step import PlaceStep
from ui.unlock.recovery_step import RecoveryStep
from ui.unlock.side import CreateSide, FormColumn
from ui.unlock.step import Step
from ui.widgets.button import Button
from ui.widgets.stepper import Stepper

_LIT: Final = (0.2, 0.5, 0.75)
_ALL_LIT: Final = 1.0


class CreatePage(QWidget):
    """Makes a vault; `created` carries its Keys. Going back loses nothing.

    `params` sets the cost of the passphrase; without it the usual cost is taken.
    """

    created = Signal(object)
    cancelled = Signal()
    sample_asked = Signal()

    def __init__(
        self, desk: Desk, params: Argon2Params | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._params = params
        self._working = False
        self._place = PlaceStep()
        self._passphrase = PassphraseStep(desk.jobs)
        self._recovery = RecoveryStep(desk)
        self._steps: tuple[Step, ...] = (self._place, self._passphrase, self._recovery)
        self._stepper = Stepper(
            [self.tr("Name and place"), self.tr("Passphrase"), self.tr("Recovery key")],
            name=self.tr("Steps"),
        )
        self._side = CreateSide()
        self._body = FormColumn(scrolling=True)
        self._foot = FormColumn(scrolling=False)
        self._step = 0
        self._back = Button(self.tr("Back"), "ghost", icon="arrow-left")
        self._sample = Button(self.tr("Explore a sample instead"), "ghost")
        self._forward = Button(self.tr("Continue"), "primary", large=True)
        self._lay_out()
        self._connect()
        # The key must not outlive the page, whichever way it goes.
        self.destroyed.connect(self._recovery.key.wipe)
        self._go(0)
        follow_theme(self._fit)

    # Properties

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._step

    # Events

    def event(self, event: QEvent) -> bool:
        """Make room for the form where the window is narrow."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first field: what had the focus before the window took the page lost it."""
        super().showEvent(event)
        if not event.spontaneous():
            self._focus_step()

    # Private

    def _lay_out(self) -> None:
        right, foot, body = QVBoxLayout(), QWidget(), self._body
        body.column.addWidget(self._stepper)
        body.column.addSpacing(current_theme().space(10))
        for step in self._steps:
            body.column.addWidget(step, 1)
        self._foot.column.addLayout(self._foot_line())
        foot.setProperty("line", "top")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot_layout = QVBoxLayout(foot)
        foot_layout.setContentsMargins(0, 0, 0, 0)
        foot_layout.addWidget(self._foot)
        right.setSpacing(0)
        right.addWidget(body, 1)
        right.addWidget(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._side)
        line.addLayout(right, 1)

    def _foot_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current_theme().space(4))
        line.addWidget(self._back)
        line.addStretch()
        line.addWidget(self._sample)
        line.addWidget(self._forward)
        return line

    def _connect(self) -> None:
        for step in self._steps:
            step.changed.connect(self._show_progress)
            step.submitted.connect(self._continue)
        self._place.existing_asked.connect(self._ask_for_existing)
        self._stepper.reopened.connect(self._go)
        self._back.clicked.connect(self._go_back)
        self._forward.clicked.connect(self._continue)
        self._sample.clicked.connect(self.sample_asked)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._continue)

    def _focus_step(self) -> None:
        self._steps[self._step].first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, number: int) -> None:
        if self._working:
            return
        self._passphrase.set_known(self._place.name)
        self._recovery.set_vault_name(self._place.name)
        self._step = number
        for place, step in enumerate(self._steps):
            step.setVisible(place == number)
        self._stepper.set_step(number)
        last = number == len(self._steps) - 1
        self._forward.setText(self.tr("Create vault") if last else self.tr("Continue"))
        self._sample.setVisible(not last)
        self._back.setVisible(number > 0 or bool(self._desk.settings.vaults))
        self._show_progress()
        self._focus_step()
        self._body.verticalScrollBar().setValue(0)

    def _go_back(self) -> None:
        if self.step == 0:
            self._wipe()
            self.cancelled.emit()
        else:
            self._go(self.step - 1)

    def _show_progress(self) -> None:
        """Enable what can be done, say why where it cannot, and light the bulbs so far."""
        if self._working:
            return
        obstacle = self._steps[self.step].obstacle()
        self._forward.setEnabled(not obstacle)
        self._forward.setToolTip(obstacle)
        self._forward.setAccessibleDescription(obstacle)
        done = self.step == len(self._steps) - 1 and not obstacle
        self._side.set_lit(_ALL_LIT if done else _LIT[self.step])

    def _continue(self) -> None:
        if self._working or self._steps[self.step].obstacle():
            return
        if self.step == 0 and not self._place.is_free():
            return
        if self.step < len(self._steps) - 1:
            self._go(self.step + 1)
        else:
            self._create()

    def _create(self) -> None:
        self._set_working(working=True)
        folder, passphrase = self._place.folder, self._passphrase.passphrase()
        key, now, params = self._recovery.key, self._desk.clock.now(), self._params
        self._desk.jobs.submit(
            lambda: unlocking.create(folder, passphrase, key, now, params),
            self._finish,
            self._refuse,
        )

    def _finish(self, keys: Keys) -> None:
        self._set_working(working=False)
        self._wipe()
        self.created.emit(keys)

    def _refuse(self, error: AppError) -> None:
        self._set_working(working=False)
        if isinstance(error, FolderTakenError | FolderRefusedError):
            self._go(0)
            self._place.refuse(error)
        else:
            self._recovery.say_failure(error)

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self._recovery.failure.say("")
        self._forward.set_working(working=working)
        for part in (self._back, self._stepper, *self._steps):
            part.setEnabled(not working)

    def _wipe(self) -> None:
        for step in self._steps:
            step.wipe()

    def _ask_for_existing(self) -> None:
        title = self.tr("Open a vault you already have")
        choose_folder(self, title, self._place.folder.parent, self.open_existing)

    def open_existing(self, folder: Path) -> None:
        """Leave for a vault that is already there."""
        if not is_vault(folder):
            self._place.refuse(VaultMissingError())
            return
        self._desk.choose(self._desk.settings.with_vault(folder))
        self._wipe()
        self.cancelled.emit()

    def _fit(self) -> None:
        self._side.fit(self.width(), self.height())
        for column in (self._body, self._foot):
            column.fit()
