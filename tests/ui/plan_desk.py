"""A plan page on a small vault of its own, and what tests do with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.content.library import Library
from app.domain.goals import Goal
from app.domain.ids import Id
from app.operations import goals
from app.vault import Vault
from tests.vaults import new_vault
from ui.context import Context, Destination
from ui.forms import Form
from ui.jobs import Jobs
from ui.measures.value_edits import TypedValue
from ui.messages import Messages
from ui.plan.page import PlanPage
from ui.widgets.line_edit import LineEdit, MultiLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WidgetT = TypeVar("WidgetT", bound=QWidget)
TODAY = date(2026, 5, 20)
KEY = Qt.Key


class Desk:
    """The page, its vault, what was said, and where one was sent."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.said: list[str] = []
        self.failures: list[str] = []
        self.sent: list[Destination] = []
        self.messages = Messages()
        self.messages.toast.connect(lambda words, _: self.said.append(words))
        self.messages.failed.connect(self.failures.append)
        self.context = Context(vault, Library(), Jobs(), self.messages, sample=False)
        self.page = PlanPage(self.context)
        self.page.navigate.connect(self.sent.append)
        self.page.resize(1280, 800)

    def goal(self, title: str, **fields: object) -> Goal:
        """A goal in the vault."""
        return goals.add_goal(self.vault, Goal(title=title, **fields))  # type: ignore[arg-type] # any field

    def kept(self, goal_id: Id) -> Goal:
        """The goal as the vault has it."""
        return self.vault.read.get(Goal, goal_id)

    def rows(self) -> list[str]:
        """The titles of the list."""
        model = self.page.home.rows.model()
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def trail(self) -> list[str]:
        """The sentences of the trail."""
        model = self.page.detail.trail.rows.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]

    def press(self, key: Qt.Key, *, alt: bool = False) -> None:
        """Press a key in the list of goals."""
        held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.page.home.rows, key, held)


def open_desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """A page that is shown, on an empty vault; all it opened closes with it."""
    vault = new_vault(folder / "a.greenroom")
    made = Desk(vault)
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    for dialog in made.page.findChildren(QDialog):
        dialog.close()
    made.page.close()
    vault.close()


def opened(kind: type[WidgetT]) -> WidgetT:
    """The sheet, popover or menu of this kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def none_open(kind: type[QWidget]) -> bool:
    """Whether no sheet, popover or menu of this kind is open."""
    return not [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def type_into(form: Form, name: str, text: str) -> None:
    """Replace what a field of a form holds by typing."""
    editor = form.fields[name].editor
    if isinstance(editor, TypedValue):
        editor = editor.line
    assert isinstance(editor, (LineEdit, MultiLine))
    editor.selectAll()
    QTest.keyClicks(editor, text)


def choose(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu and close it."""
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()
    menu.close()


def entries_of(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [action.text() for action in menu.actions() if action.text()]
