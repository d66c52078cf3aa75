"""The one window: the arch, the wizard for a new vault, or the room behind them.

What only an open vault needs is imported when one is opened: until then there is the arch alone,
and it should be there at once.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.unlocking import Keys, is_vault
from ui.desk import Desk
from ui.messages import sentence
from ui.unlock.page import UnlockPage
from ui.unlock.unsaved import UnsavedCover
from ui.widgets.dialog import Scrim

if TYPE_CHECKING:
    from app.vault import Vault
    from ui.context import Destination
    from ui.sample import SampleVault
    from ui.unlock.create import CreatePage
    from ui.workspace import Workspace

DEFAULT_SIZE: Final = (1280, 800)
SMALLEST_SIZE: Final = (960, 640)


@dataclass(frozen=True, slots=True)
class _Left:
    """Where one was when the vault locked."""

    folder: Path
    destination: Destination


class Window(QWidget):
    """Shows one of four things, and owns the vault that is open."""

    unlocked = Signal()
    locked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._vault: Vault | None = None
        self._workspace: Workspace | None = None
        self._sample: SampleVault | None = None
        self._left: _Left | None = None
        self._covered: list[QDialog] = []
        self._stack = QStackedWidget()
        self._unlock = UnlockPage(desk)
        self._create: CreatePage | None = None
        self._cover = UnsavedCover()
        self._lay_out()
        self._connect()

    # Properties

    @property
    def vault(self) -> Vault | None:
        """The vault that is open."""
        return self._vault

    @property
    def workspace(self) -> Workspace | None:
        """What is shown while a vault is open."""
        return self._workspace

    # Methods

    def begin(self) -> None:
        """Show the vault opened last, or the wizard where there is none."""
        known = [Path(name) for name in self._desk.settings.vaults]
        last = next((folder for folder in known if is_vault(folder)), None)
        if last is None:
            self.show_create()
        else:
            self.show_unlock(last)

    def show_unlock(self, folder: Path) -> None:
        """Ask for the secret of a vault."""
        self._stack.setCurrentWidget(self._unlock)
        self._unlock.show_vault(folder)

    def show_create(self) -> None:
        """Begin a new vault."""
        from ui.unlock.create import CreatePage

        page = CreatePage(self._desk)
        page.created.connect(self.enter)
        page.cancelled.connect(self._leave_create)
        page.sample_asked.connect(self.explore_sample)
        self._drop_create()
        self._create = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def explore_sample(self) -> None:
        """Open a throw-away vault that holds the sample story."""
        from ui.sample import SampleVault

        self.forget_sample()
        try:
            sample = self._sample = SampleVault()
        except AppError as error:
            self._show_closed(error)
            return
        self._desk.jobs.submit(
            lambda: sample.make(self._desk.clock, self._desk.library),
            lambda keys: self._enter_sample(sample, keys),
            lambda error: self._give_up_sample(sample, error),
        )

    def enter(self, keys: Keys) -> None:
        """Open the vault that these keys belong to and show where one was in it."""
        from app.vault import Vault

        if self._vault is not None:  # two were asked for at once: the second stays shut
            keys.wipe()
            return
        try:
            vault = Vault(keys, self._desk.clock)
        except AppError as error:
            keys.wipe()
            self._show_closed(error)
            return
        sample = self._sample is not None and keys.folder == self._sample.folder
        self._vault = vault
        try:
            self._show_workspace(vault, sample=sample)
        except Exception:  # a page with a bug must not leave a vault open that nothing locks
            self._shut(idle=False)
            raise
        # First of all: from here on it locks by itself.
        self.unlocked.emit()
        self._drop_create()
        if not sample:
            self._desk.choose(self._desk.settings.with_vault(keys.folder))
        if keys.key_file_was_mended:
            words = self.tr("The key file was damaged. Its copy was fine and has been put back.")
            self._desk.messages.say(words)
        # Once it is painted, if it is still open then.
        QTimer.singleShot(0, self, lambda: self._tidy(vault))

    def lock(self, *, idle: bool = False) -> bool:
        """Save what was typed, close the vault and show the arch; False where saving failed."""
        if self._vault is None or self._workspace is None:
            return True
        self._uncover()
        try:
            self._left = _Left(self._vault.folder, self._workspace.where())
            self._workspace.save()
            # An entry that was blank until now has a name to be found by.
            self._left = _Left(self._vault.folder, self._workspace.where())
        except AppError as error:
            self._cover_up(error)
            return False
        except Exception:
            # A bug is seen as one, but what is on the screen must not stay there.
            self._cover_up(AppError())
            raise
        self._shut(idle=idle)
        return True

    def forget_sample(self) -> None:
        """Delete the sample vault, if there is one."""
        sample, self._sample = self._sample, None
        if sample is not None:
            sample.remove()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, lock and quit; stay open where saving failed."""
        event.ignore()
        if self._workspace is not None:
            self._workspace.rest()
        if self.lock():
            event.accept()

    # Private

    def _say_not_opened(self, error: AppError) -> None:
        self._stack.setCurrentWidget(self._unlock)
        self._unlock.show_open_error(error)

    def _show_workspace(self, vault: Vault, *, sample: bool) -> None:
        from ui.context import Context
        from ui.workspace import Workspace

        desk = self._desk
        context = Context(vault, desk.library, desk.jobs, desk.messages, sample=sample)
        context.spelling.follow(desk)
        self.locked.connect(context.spelling.forget)
        workspace = Workspace(context, desk, self)
        context.setParent(workspace)
        workspace.lock_asked.connect(self.lock)
        workspace.own_vault_asked.connect(self._make_own)
        self._workspace = workspace
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        if self._left is None or self._left.folder != vault.folder:
            workspace.rest(left=True)  # nothing ran here since the app was started
        workspace.go(self._return_to(vault.folder))
        workspace.listen()

    def _lay_out(self) -> None:
        self.setWindowTitle("Greenroom")
        self.resize(*DEFAULT_SIZE)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._unlock)
        self._stack.addWidget(self._cover)

    def _connect(self) -> None:
        self._unlock.opened.connect(self.enter)
        self._unlock.create_asked.connect(self.show_create)
        self._unlock.sample_asked.connect(self.explore_sample)
        self._cover.retried.connect(self.lock)
        self._cover.discarded.connect(lambda: self._shut(idle=False))
        self._add_text_size_keys()

    def _add_text_size_keys(self) -> None:
        bigger = QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn)
        for keys in {*(key.toString() for key in bigger), "Ctrl++", "Ctrl+="}:
            self._add_shortcut(keys, lambda: self._desk.resize_text(1))
        self._add_shortcut("Ctrl+-", lambda: self._desk.resize_text(-1))
        self._add_shortcut("Ctrl+0", lambda: self._desk.resize_text(0))

    def _add_shortcut(self, keys: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _return_to(self, folder: Path) -> Destination:
        from ui.context import Destination

        left, self._left = self._left, None
        return left.destination if left and left.folder == folder else Destination("today")

    def _show_closed(self, error: AppError) -> None:
        """Say at the arch why a vault did not open."""
        self._stack.setCurrentWidget(self._unlock)
        self._unlock.show_open_error(error)

    def _cover_up(self, error: AppError) -> None:
        """Hide everything that shows the vault and say why it is not locked yet."""
        for menu in self.findChildren(QMenu):
            menu.close()
        self._covered = [each for each in self.findChildren(QDialog) if each.isVisible()]
        for over in (*self._covered, *self.findChildren(Scrim)):
            over.hide()
        self._cover.show_error(sentence(error))
        self._stack.setCurrentWidget(self._cover)

    def _uncover(self) -> None:
        """Put back what was hidden, because what it holds is to be saved as well."""
        for dialog in self._covered:
            if shiboken6.isValid(dialog):
                dialog.show()
        self._covered = []

    def _tidy(self, vault: Vault) -> None:
        if self._workspace is not None and self._vault is vault:
            self._workspace.tidy()

    def _shut(self, *, idle: bool) -> None:
        """Close the vault, wipe its keys and free every widget that showed it."""
        self._desk.jobs.new_session()
        self._covered = []
        workspace, self._workspace = self._workspace, None
        vault, self._vault = self._vault, None
        if vault is None:
            return
        folder, now = vault.folder, vault.now()
        if workspace is not None:
            self._stack.removeWidget(workspace)
            workspace.close_sheets()
            workspace.deleteLater()
        vault.close()
        self.locked.emit()
        if self._sample is not None and self._sample.folder == folder:
            self.forget_sample()
            self.begin()
            return
        self.show_unlock(folder)
        self._unlock.show_locked(now, self._desk.settings.lock_minutes if idle else None)

    def _make_own(self) -> None:
        if self.lock():
            self.show_create()

    def _leave_create(self) -> None:
        self._drop_create()
        self.begin()

    def _drop_create(self) -> None:
        page, self._create = self._create, None
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def _enter_sample(self, sample: SampleVault, keys: Keys) -> None:
        if sample is self._sample and self._vault is None:
            self.enter(keys)
            return
        keys.wipe()
        self._throw_away(sample)

    def _give_up_sample(self, sample: SampleVault, error: AppError) -> None:
        if sample is self._sample:
            self._show_closed(error)
        self._throw_away(sample)

    def _throw_away(self, sample: SampleVault) -> None:
        if sample is self._sample:
            self._sample = None
        sample.remove()
