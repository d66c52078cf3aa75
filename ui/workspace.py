"""The window while a vault is open: the rail, the page, the banner and the toast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.changes import Op
from app.errors import AppError
from ui.banner_place import BannerPlace
from ui.capture import QuickCapture
from ui.commands import CAPTURE, commands
from ui.context import Context, Destination
from ui.desk import Desk
from ui.keys import REDO_KEYS, are_keys, is_redo, is_undo, typing_can
from ui.menu_keys import MENU_KEYS, ask_menu
from ui.operation_words import undone_words
from ui.page import Page
from ui.places import PLACES, SETTINGS, Place
from ui.theme import follow_theme
from ui.tidying import empty_old_trash
from ui.widgets.rail import Place as RailPlace
from ui.widgets.rail import Rail
from ui.widgets.ring import note_input
from ui.widgets.toast import Toast

LOCK: Final = "lock"
LOCK_KEYS: Final = "Ctrl+L"
PALETTE: Final = "palette"
PALETTE_KEYS: Final = "Ctrl+K"


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
        self._desk = desk
        self._places = {place.name: place for place in places}
        self._pages: dict[str, Page] = {}
        self._visited: list[Destination] = []
        self._used: list[str] = []
        self._undone: list[Destination] = []
        self._stack = QStackedWidget()
        self._banners = BannerPlace(context)
        self.commands = commands(self, desk, places)
        self._rail = self._make_rail()
        self._toast = Toast(self)
        self._capture = QuickCapture(context, self)
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    # Properties

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def where(self) -> Destination:
        """Where one is, so that unlocking returns there."""
        page = self.page
        return page.where() if page else Destination(next(iter(self._places)))

    # Methods

    def go(self, destination: Destination) -> None:
        """Show a place, and the record or act it names."""
        if destination.place == LOCK:
            self.lock_asked.emit()
            return
        if destination.place not in self._places:
            destination = Destination(next(iter(self._places)))
        before = self.page
        if before and before.place != destination.place:
            self._visited.append(before.where())
            before.leave()
        page = self._page(destination.place)
        self._stack.setCurrentWidget(page)
        self._rail.show_place(destination.place)
        if before is page:
            page.arrive(destination)
            return
        # Before arriving, so that a sheet gives the focus back; after it, where there is more now.
        self._focus_first(page)
        focus = self.window().focusWidget()
        page.arrive(destination)
        if self.window().focusWidget() is focus:
            self._focus_first(page)

    def save(self) -> None:
        """Write everything typed on every page; raises AppError where that fails for one."""
        failed: AppError | None = None
        for save in (*(page.save for page in self._pages.values()), self._capture.save):
            try:
                save()
            except AppError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    def close_sheets(self) -> None:
        """Close every dialog over the window; what they hold was saved before."""
        for dialog in self.window().findChildren(QDialog):
            dialog.close()

    def tidy(self) -> None:
        """Do what somebody chose to have done whenever the vault opens."""
        empty_old_trash(self._context)

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
        field = QApplication.focusWidget()
        # Not every desktop's text fields know each of the keys for it.
        if isinstance(field, QPlainTextEdit | QLineEdit) and typing_can(field, undo=False):
            field.redo()
            return
        self._replay(self._context.vault.redo, Op.REDO)

    def listen(self) -> None:
        """Hear the keys of the whole application from now on.

        Not before the first page stands: making it sends thousands of events, each of which would
        be looked at here.
        """
        application = QApplication.instance()
        if application:
            application.installEventFilter(self)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the rail to its icons where the window is small."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo: typing first, else the last change. Lock, whatever lies over the page."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            note_input(by_key=False)
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not isinstance(watched, QWidget):
                # Keys reach the system's window first, and then the field that may claim them.
                return False
            note_input(by_key=True)
            undo = is_undo(event)
            if (undo or is_redo(event)) and not typing_can(watched, undo=undo):
                # Text fields claim these keys even where they have nothing to take back.
                return True
            if are_keys(event, PALETTE_KEYS):
                # On some desktops these keys delete to the end of the line in every text field.
                return True
            if are_keys(event, LOCK_KEYS) and _covered():
                # Dialogs, popovers and menus keep the window's shortcuts from acting. They are
                # freed by the lock, so that waits until its key is dealt with.
                QTimer.singleShot(0, self, self.lock_asked.emit)
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            act = self._left_to(watched, event)
            if act is not None:
                event.accept()
                act()
                return True
        return False

    # Private

    def _left_to(self, field: QObject, event: QKeyEvent) -> Callable[[], None] | None:
        """What keys do that came to a field, as they do where a dialog keeps shortcuts from it."""
        if field is not QApplication.focusWidget():
            return None
        if any(are_keys(event, keys) for keys in MENU_KEYS):
            return ask_menu
        redoing = are_keys(event, REDO_KEYS) and typing_can(field, undo=False)
        return self.redo if redoing else None

    def _make_rail(self) -> Rail:
        known = {command.id: command for command in self.commands}
        tops = [
            RailPlace(
                place.name, place.icon, known[place.name].words, "", known[place.name].keys[0]
            )
            for place in self._places.values()
            if place.listed
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
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._rail.went.connect(self._on_rail)
        messages = self._context.messages
        messages.toast.connect(self._say)
        messages.offered.connect(self._toast.offer)
        self._capture.navigate.connect(self.go)
        messages.failed.connect(self._banners.warn)
        messages.settled.connect(self._banners.settle)
        self._banners.own_vault_asked.connect(self.own_vault_asked)
        self._toast.undo_asked.connect(self.undo)
        follow_theme(self._fit)
        # What opened the vault was a passphrase and Enter.
        note_input(by_key=True)

    def _add_shortcuts(self) -> None:
        for command in self.commands:
            for keys in () if command.bound else command.keys:
                self._add_shortcut(keys, command.act)
        self._add_shortcut(PALETTE_KEYS, self.open_palette)
        for keys in MENU_KEYS:
            self._add_shortcut(keys, ask_menu)
        self._add_shortcut("Alt+Left", self._back)
        self._add_shortcut("Alt+Right", self._forward)
        self._add_shortcut("F6", lambda: self._next_region(1))
        self._add_shortcut("Shift+F6", lambda: self._next_region(-1))

    def _add_shortcut(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)
        # Where the system's own redo is Ctrl+Y, both would claim the keys and neither act.
        shortcut.activatedAmbiguously.connect(act)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._places[name].make(self._context, self._desk)
            page.navigate.connect(self.go)
            page.alone.connect(self._rail.setHidden)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _on_rail(self, name: str) -> None:
        if name == LOCK:
            self.lock()
        elif name == PALETTE:
            self.open_palette()
        elif name == CAPTURE:
            self.capture()
        else:
            self.go(Destination(name))

    def _say(self, words: str, undo: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._toast.say(words, undo=undo)

    def _focus_first(self, page: Page) -> None:
        """Begin at the first widget of a page."""
        if focus := page.first_focus():
            # The stack gives it the focus without saying why, and the same again says nothing.
            focus.clearFocus()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _back(self) -> None:
        if self._visited:
            target = self._visited.pop()
            self._undone.append(self.where())
            self.go(target)
            del self._visited[-1:]

    def _forward(self) -> None:
        if self._undone:
            self.go(self._undone.pop())

    def _next_region(self, step: int) -> None:
        parts = (self._rail, self.page, self._toast if self._toast.isVisible() else None)
        regions = [widget for widget in parts if widget is not None]
        focus = QApplication.focusWidget()
        inside = next((i for i, r in enumerate(regions) if focus and r.isAncestorOf(focus)), -1)
        target = regions[(inside + step) % len(regions)]
        first = target.first_focus() if isinstance(target, Page) else None
        widget = first or _first_focusable(target)
        if widget:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        self._rail.fit(self.width())


def _first_focusable(region: QWidget) -> QWidget | None:
    for child in region.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return child
    return None


def _covered() -> bool:
    """Whether a dialog, a popover or a menu has the keys."""
    over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return over is not None
