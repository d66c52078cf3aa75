"""A page of stretch goals on a small vault of its own, and what tests do with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.content.library import Library
from app.domain.goals import CheckIn, Stretch
from app.domain.ids import Id
from app.operations import goals
from app.vault import Vault
from ui.context import Context, Destination
from ui.jobs import Jobs
from ui.messages import Messages
from ui.stretch.page import StretchPage

WidgetT = TypeVar("WidgetT", bound=QWidget)
TODAY = date(2026, 5, 20)
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The page, its vault, what was said, and where one was sent."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.said: list[tuple[str, bool]] = []
        self.failures: list[str] = []
        self.sent: list[Destination] = []
        messages = Messages()
        messages.toast.connect(lambda words, undo: self.said.append((words, undo)))
        messages.failed.connect(self.failures.append)
        self.context = Context(vault, Library(), Jobs(), messages, sample=False)
        self.page = StretchPage(self.context)
        self.page.navigate.connect(self.sent.append)
        self.page.resize(1280, 800)

    def stretch(self, title: str, **fields: object) -> Stretch:
        """A stretch goal in the vault."""
        return goals.add_stretch(self.vault, Stretch(title=title, **fields))  # type: ignore[arg-type] # any field

    def checked_in(self, stretch: Stretch, *ratings: int) -> list[CheckIn]:
        """Weekly check-ins with these ratings, the last one today."""
        first = TODAY - timedelta(weeks=len(ratings) - 1)
        return [
            goals.check_in(
                self.vault,
                CheckIn(
                    goal=stretch.id,
                    day=first + timedelta(weeks=week),
                    confidence=rating,
                    note=f"Note {week}.",
                ),
            )
            for week, rating in enumerate(ratings)
        ]

    def notes(self, stretch: Stretch) -> list[CheckIn]:
        """The check-ins of a stretch goal as the vault has them."""
        return self.vault.read.all(CheckIn, goal=stretch.id)

    def kept(self, stretch_id: Id) -> Stretch:
        """The stretch goal as the vault has it."""
        return self.vault.read.get(Stretch, stretch_id)

    def rows(self) -> list[str]:
        """The words of the list."""
        model = self.page.model
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def close(self) -> None:
        """Close the page and whatever is open above it."""
        for dialog in self.page.findChildren(QDialog):
            dialog.close()
        self.page.close()
        self.vault.close()

    def show(self, stretch: Stretch, act: str = "") -> None:
        """Arrive at a stretch goal."""
        self.page.arrive(Destination("stretch", id=stretch.id, act=act))


def opened(kind: type[WidgetT]) -> WidgetT:
    """The sheet, popover or menu of this kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def none_open(kind: type[QWidget]) -> bool:
    """Whether no sheet, popover or menu of this kind is open."""
    return not [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def press(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys one after the other, each in the widget that has the focus by then."""
    for key in keys:
        QTest.keyClick(widget.window().focusWidget() or widget, key)


def choose(menu: QMenu | None, words: str) -> None:
    """Choose an entry of a menu."""
    assert menu is not None
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()
    menu.deleteLater()
