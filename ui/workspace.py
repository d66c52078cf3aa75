"""The window while a vault is open: the rail, the page, the banner and the toast."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Op
from app.errors import AppError
from app.operations.sessions import rest_clocks
from ui.banner_place import BannerPlace
from ui.capture import QuickCapture
from ui.commands import CAPTURE, commands
from ui.context import Context, Destination
from ui.desk import Desk
from ui.key_watch import KeyWatch
from ui.keys import LOCK_KEYS, PALETTE_KEYS, redo_typing
from ui.menu_keys import MENU_KEYS, ask_menu
from ui.operation_words import undone_words
from ui.page import Page
from ui.page_stack import PageStack
from ui.places import PLACES, SETTINGS, Place
from ui.regions import go_to_region
from ui.reminding import Reminding
from ui.theme import follow_theme
from ui.tidying import empty_old_trash
from ui.widgets.rail import Place as RailPlace
from ui.widgets.rail import Rail
from ui.widgets.toast import Toast

LOCK: Final = "lock"
PALETTE: Final = "palette"


class Workspace(QWidget):
    """Everything behind the arch. It is freed, with all it shows, when the vault locks."""

    lock_asked = Signal()
    own_vault_asked = Signal()

    def __init__(
        self,
        context: Context,
        desk: Desk,
        parent: QWidget,
        places: tuple[Place, ...] = PLACES,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._listed = [place for place in places if place.listed]
        self._homes = {place.name: place.under or place.name for place in places}
        self._visited = {place.name for place in places if not place.tab}
        self._tabs: dict[str, str] = {}
        self._used: list[str] = []
        self._pages = PageStack(context, desk, places)
        self._banners = BannerPlace(context)
        self.commands = commands(self, desk, places)
        self._rail = self._make_rail()
        self._toast = Toast(self)
        self._capture = QuickCapture(context, self)
        self._keys = KeyWatch(self)
        self._reminding = Reminding(context, desk, self, self)
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    # Properties

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.page

    def where(self) -> Destination:
        """Where one is, so that unlocking returns there."""
        return self._pages.where()

    # Methods

    def go(self, destination: Destination) -> None:
        """Show a place, and the record or act it names."""
        if destination.place == LOCK:
            self.lock()
        else:
            self._pages.go(destination)

    def save(self) -> None:
        """Write everything typed on every page; raises AppError where that fails for one."""
        failed: AppError | None = None
        for save in (*(page.save for page in self._pages.made), self._capture.save):
            try:
                save()
            except AppError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    def rest(self, *, left: bool = False) -> None:
        """Stop the clocks that run: the app is about to close, or it was `left` with them."""
        self._context.perform(lambda: rest_clocks(self._context.vault, left=left))

    def close_sheets(self) -> None:
        """Close every dialog over the window, and announce nothing more; all is saved by now."""
        self._reminding.end()
        for dialog in self.window().findChildren(QDialog):
            dialog.close()

    def tidy(self) -> None:
        """Do what somebody chose to have done whenever the vault opens."""
        empty_old_trash(self._context)
        self._reminding.begin()

    def come_forward(self) -> None:
        """Bring the window before the others."""
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def lock(self) -> None:
        """Ask the window to save, close the vault and show the arch."""
        self.lock_asked.emit()

    def open_palette(self) -> None:
        """Search or go to, over whatever is shown."""
        from ui.search.palette import Palette  # noqa: PLC0415 - not before it is needed

        Palette(self._context, self.commands, self._used, self.go, self).open()

    def capture(self) -> None:
        """Write a thought down over the page; the journal makes the entry in its own place."""
        if self.page is not None and self.page.place == "journal":
            self.go(Destination("journal", act="new"))
        else:
            self._capture.open()

    def undo(self) -> None:
        """Take the last change of the vault back and say which."""
        self._replay(self._context.vault.undo, Op.UNDO)

    def redo(self) -> None:
        """Do what was undone again: typing first, else the last change, and say which."""
        if not redo_typing():
            self._replay(self._context.vault.redo, Op.REDO)

    def listen(self) -> None:
        """Hear the keys of the whole application from now on."""
        self._keys.listen()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the rail to its icons where the window is small."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _make_rail(self) -> Rail:
        known = {command.id: command for command in self.commands}
        tops = [
            RailPlace(
                place.name, place.icon, known[place.name].words, "", known[place.name].keys[0]
            )
            for place in self._listed
        ]
        settings = known[SETTINGS]
        bottom = [
            RailPlace(SETTINGS, settings.icon, settings.words, "", settings.keys[0]),
            RailPlace(LOCK, "lock", self.tr("Lock"), "Ctrl L", LOCK_KEYS),
        ]
        search = RailPlace(PALETTE, "search", self.tr("Search or go to"), "Ctrl K", PALETTE_KEYS)
        writing = known[CAPTURE]
        capture = RailPlace(CAPTURE, writing.icon, writing.words, "Ctrl N", writing.keys[0])
        return Rail(tops, bottom, search=search, capture=capture)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._banners)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._rail.went.connect(self._on_rail)
        self._pages.navigate.connect(self.go)
        self._pages.moved.connect(self._show_place)
        self._pages.moved.connect(self._clear_foot)
        self._pages.alone.connect(self._rail.setHidden)
        messages = self._context.messages
        messages.toast.connect(self._say)
        messages.offered.connect(self._offer)
        self._capture.navigate.connect(self.go)
        messages.failed.connect(self._banners.warn)
        messages.settled.connect(self._banners.settle)
        self._banners.own_vault_asked.connect(self.own_vault_asked)
        self._toast.undo_asked.connect(self.undo)
        self._keys.lock_asked.connect(self.lock)
        self._keys.redo_asked.connect(self.redo)
        follow_theme(self._fit)

    def _add_shortcuts(self) -> None:
        for command in self.commands:
            for keys in () if command.bound else command.keys:
                self._add_shortcut(keys, command.act)
        known = {command.id: command for command in self.commands}
        for place in self._listed:
            self._add_shortcut(known[place.name].keys[0], partial(self._on_rail, place.name))
        self._add_shortcut(PALETTE_KEYS, self.open_palette)
        for keys in MENU_KEYS:
            self._add_shortcut(keys, ask_menu)
        self._add_shortcut("Alt+Left", self._pages.back)
        self._add_shortcut("Alt+Right", self._pages.forward)
        self._add_shortcut("F6", lambda: self._next_region(1))
        self._add_shortcut("Shift+F6", lambda: self._next_region(-1))

    def _add_shortcut(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)
        # Where the system's own redo is Ctrl+Y, both would claim the keys and neither act.
        shortcut.activatedAmbiguously.connect(act)

    def _on_rail(self, name: str) -> None:
        if name == LOCK:
            self.lock()
        elif name == PALETTE:
            self.open_palette()
        elif name == CAPTURE:
            self.capture()
        else:
            self.go(Destination(self._tabs.get(name, name)))

    def _show_place(self, name: str) -> None:
        """Light the place on the rail, and remember which of its tabs was used last."""
        home = self._homes[name]
        if name not in self._visited:
            self._tabs[home] = name
        self._rail.show_place(home)

    def _say(self, words: str, undo: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._clear_foot()
        self._toast.say(words, undo=undo)

    def _offer(self, words: str, action: str, act: Callable[[], None]) -> None:
        self._clear_foot()
        self._toast.offer(words, action, act)

    def _clear_foot(self) -> None:
        self._toast.stand_above(self.page.foot() if self.page else None)

    def _replay(self, replay: Callable[[], Op | None], op: Op) -> None:
        try:
            self.save()
        except AppError as error:
            # Taking a step back would show what was saved last over what was not.
            self._context.messages.fail(error)
            return
        done = self._context.perform(replay)
        if done is not None:
            self._context.messages.say(undone_words(done, redone=op is Op.REDO))

    def _next_region(self, step: int) -> None:
        parts = (self._rail, self.page, self._toast if self._toast.isVisible() else None)
        go_to_region([widget for widget in parts if widget is not None], step)

    def _fit(self) -> None:
        self._rail.fit(self.width())
