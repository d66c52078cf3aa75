"""The pages of an open vault: each made when it is first shown, and the way back through them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from shiboken6 import isValid

from ui.context import Context, Destination
from ui.desk import Desk
from ui.page import Page
from ui.places import Place
from ui.widgets.stack import Stack


class PageStack(Stack):
    """Shows one page of the places and remembers those that one came from."""

    navigate = Signal(object)
    """The Destination that a page asks for."""
    moved = Signal(str)
    """The name of the place that is shown from now on."""
    alone = Signal(bool)
    """The page is shown without the rail from now on, or with it again."""

    def __init__(self, context: Context, desk: Desk, places: tuple[Place, ...]) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self._places = {place.name: place for place in places}
        self._pages: dict[str, Page] = {}
        self._visited: list[Destination] = []
        self._undone: list[Destination] = []

    # Properties

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def made(self) -> tuple[Page, ...]:
        """The pages that were shown so far."""
        return tuple(self._pages.values())

    def where(self) -> Destination:
        """Where one is, so that unlocking returns there."""
        page = self.page
        return page.where() if page else self._first()

    # Methods

    def go(self, destination: Destination, *, returning: bool = False) -> None:
        """Show a place, and the record or act it names; the first place where it is unknown.

        The focus begins at the first widget; returning, it is where it was, if that still shows.
        """
        if destination.place not in self._places:
            destination = self._first()
        before = self.page
        if before and before.place != destination.place:
            self._visited.append(before.where())
            before.leave()
        page = self._page(destination.place)
        last = page.focusWidget() if returning else None
        page.prepare(destination)
        self.setCurrentWidget(page)
        self.moved.emit(destination.place)
        if before is page:
            page.arrive(destination)
            return
        # Before arriving, so that a sheet gives the focus back; after it, where there is more now.
        _focus_first(page)
        focus = self.window().focusWidget()
        page.arrive(destination)
        if last is not None and isValid(last) and last.isVisible():
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.window().focusWidget() is focus:
            _focus_first(page)

    def back(self) -> None:
        """Go where one came from."""
        if self._visited:
            target = self._visited.pop()
            self._undone.append(self.where())
            self.go(target, returning=True)
            del self._visited[-1:]

    def forward(self) -> None:
        """Go where one was before going back."""
        if self._undone:
            self.go(self._undone.pop(), returning=True)

    # Private

    def _first(self) -> Destination:
        return Destination(next(iter(self._places)))

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._places[name].make(self._context, self._desk)
            page.navigate.connect(self.navigate)
            page.alone.connect(self.alone)
            self._pages[name] = page
            self.addWidget(page)
        return self._pages[name]


def _focus_first(page: Page) -> None:
    """Begin at the first widget of a page."""
    if focus := page.first_focus():
        # The stack gives it the focus without saying why, and the same again says nothing.
        focus.clearFocus()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
