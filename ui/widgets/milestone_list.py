"""The steps of a goal: each with a check, its day and a menu, and a line to add one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.line_edit import LineEdit
from ui.widgets.styling import Rule
from ui.widgets.tab_order import put_before
from ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is shown; `when` is the day it is due or was done, in words."""

    id: str
    words: str
    done: bool
    when: str = ""


class MilestoneList(QWidget):
    """Steps below each other.

    `ticked` carries a step's id and whether it is done, `edit_asked` and `trash_asked` the id of
    the step, `added` the words of a new one. F2 edits and Delete removes the step with the focus.
    """

    ticked = Signal(str, bool)
    edit_asked = Signal(str)
    trash_asked = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _StepRow] = {}
        self._order: list[str] = []
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self.new = LineEdit(self.tr("Add a milestone"), icon="plus")
        self.new.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._steps)
        column.addWidget(self.new)

    # Methods

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps in this order; those that stay keep their focus."""
        wanted = {step.id for step in steps}
        for step_id in [known for known in self._rows if known not in wanted]:
            self._drop(step_id)
        for place, step in enumerate(steps):
            row = self._rows.get(step.id) or self._make(step.id)
            row.show_step(step)
            if self._steps.indexOf(row) != place:
                self._steps.insertWidget(place, row)
        self._order = [step.id for step in steps]
        self._chain()

    # Private

    def _make(self, step_id: str) -> "_StepRow":
        row = _StepRow()
        row.check.clicked.connect(lambda done: self.ticked.emit(step_id, done))
        row.edit_asked.connect(partial(self.edit_asked.emit, step_id))
        row.trash_asked.connect(partial(self.trash_asked.emit, step_id))
        self._rows[step_id] = row
        return row

    def _drop(self, step_id: str) -> None:
        row = self._rows.pop(step_id)
        place = self._order.index(step_id)
        following = [known for known in self._order[place + 1 :] if known in self._rows]
        if row.isAncestorOf(self.focusWidget()):
            target = self._rows[following[0]].check if following else self.new
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._steps.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _chain(self) -> None:
        # Before the line that stays, and so where the list lies among its neighbours.
        put_before(self.new, *(stop for step in self._order for stop in self._rows[step].stops()))

    def _add(self) -> None:
        words = self.new.text().strip()
        if words:
            self.new.clear()
            self.added.emit(words)


class _StepRow(QWidget):
    """One step."""

    edit_asked = Signal()
    trash_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.check = Check()
        self._words = Label("", "body", wrap=True)
        self._when = Label("", "caption", "text-2", numbers=True)
        self._more = Button("", "ghost", icon="ellipsis")
        self._more.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        for keys, signal in (
            (Qt.Key.Key_F2, self.edit_asked),
            (Qt.Key.Key_Delete, self.trash_asked),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    def show_step(self, step: Step) -> None:
        """Show a step as it is now."""
        self.check.setChecked(step.done)
        self.check.setAccessibleName(f"{step.words}, {step.when}" if step.when else step.words)
        self._words.setText(step.words)
        self._words.set_colour("text-2" if step.done else "text")
        self._when.setText(step.when)
        self._more.setToolTip(self.tr("More for this milestone"))
        self._more.setAccessibleName(self.tr("More for {0}").format(step.words))

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in reading order."""
        return (self.check, self._more)

    def _lay_out(self) -> None:
        row, outer = QHBoxLayout(), QVBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(current_theme().space(2))
        row.addWidget(self.check)
        row.addWidget(self._words, 1)
        row.addWidget(self._when)
        row.addWidget(self._more)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(Rule())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit milestone"), self.edit_asked.emit)
        menu.addAction(self.tr("Move to trash"), self.trash_asked.emit)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
