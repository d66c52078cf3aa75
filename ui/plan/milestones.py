"""The milestones of a goal: ticked, renamed, removed and added in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import Milestone
from app.domain.ids import NO_ID, Id
from app.operations import goals
from ui.context import Context
from ui.plan import words
from ui.plan.milestone_editor import MilestoneEditor
from ui.plan.milestone_row import MilestoneRow
from ui.widgets.button import Button
from ui.widgets.text import Label


class Milestones(QWidget):
    """The list: one Tab stop among its rows, then the line that adds one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._goal_id = NO_ID
        self._shown: dict[Id, Milestone] = {}
        self.rows: dict[Id, MilestoneRow] = {}
        self._editor: MilestoneEditor | None = None
        self._editing = NO_ID
        self._count = Label("", "body", "text-2", numbers=True)
        self._column, head = QVBoxLayout(self), QHBoxLayout()
        head.addWidget(Label(self.tr("Milestones"), "section"))
        head.addStretch()
        head.addWidget(self._count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add = Button(self.tr("Add a milestone"), "link", icon="plus")
        self.add.setProperty("flush", True)
        self.add.clicked.connect(self._begin_new)
        self.adder = MilestoneEditor(context, self.tr("Add"))
        self.adder.setVisible(False)
        self.adder.finished.connect(self._add)
        self.adder.left.connect(self._leave_adder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.adder)

    # Methods

    def show_goal(
        self, goal_id: Id, milestones: Sequence[Milestone], evidence: Mapping[Id, int]
    ) -> None:
        """Show the milestones of a goal, and how much evidence each has."""
        if goal_id != self._goal_id:
            self._close_editor()
            self._goal_id = goal_id
            self._restore_adder()
        self._shown = {milestone.id: milestone for milestone in milestones}
        for gone in [row_id for row_id in self.rows if row_id not in self._shown]:
            self._drop(gone)
        for at, milestone in enumerate(milestones):
            row = self.rows.get(milestone.id) or self._make(milestone.id)
            if self._lines.indexOf(row) != at:
                self._lines.insertWidget(at, row)
            row.show_milestone(milestone, self._context.today(), evidence.get(milestone.id, 0))
        self._rove(self._current())
        done = sum(1 for milestone in milestones if milestone.done)
        self._count.setText(words.done_words(done, len(milestones)) if milestones else "")

    def keep(self) -> None:
        """Save the milestone that is being edited; keep the draft of a new one."""
        if self._editor is not None:
            self._editor.finish()
        if self._goal_id:
            text = self.adder.title.text().strip()
            self._context.vault.keep_draft(self._draft(), text or None)

    # Rows

    def _make(self, milestone_id: Id) -> MilestoneRow:
        row = MilestoneRow()
        row.ticked.connect(lambda done: self._tick(milestone_id, done=done))
        row.edit_asked.connect(lambda: self._edit(milestone_id))
        row.delete_asked.connect(lambda: self._delete(milestone_id))
        row.stepped.connect(lambda step: self._step(milestone_id, step))
        self.rows[milestone_id] = row
        return row

    def _drop(self, milestone_id: Id) -> None:
        if milestone_id == self._editing:
            self._close_editor()
        row = self.rows.pop(milestone_id)
        focused = row.check.hasFocus()
        at = self._lines.indexOf(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        if focused:
            following = self._row_at(min(at, self._lines.count() - 1))
            (following.check if following else self.add).setFocus(Qt.FocusReason.TabFocusReason)

    def _row_at(self, at: int) -> MilestoneRow | None:
        item = self._lines.itemAt(at) if at >= 0 else None
        widget = item.widget() if item else None
        return widget if isinstance(widget, MilestoneRow) else None

    def _current(self) -> MilestoneRow | None:
        focused = [row for row in self.rows.values() if row.check.hasFocus()]
        return focused[0] if focused else self._row_at(0)

    def _rove(self, current: MilestoneRow | None) -> None:
        for row in self.rows.values():
            policy = Qt.FocusPolicy.StrongFocus if row is current else Qt.FocusPolicy.ClickFocus
            row.check.setFocusPolicy(policy)

    def _step(self, milestone_id: Id, step: int) -> None:
        at = self._lines.indexOf(self.rows[milestone_id]) + step
        row = self._row_at(at) if at < self._lines.count() else None
        if row is not None:
            row.check.setFocus(Qt.FocusReason.TabFocusReason)
            self._rove(row)

    # Writing

    def _tick(self, milestone_id: Id, *, done: bool) -> None:
        day = self._context.today() if done else None
        vault = self._context.vault
        self._context.perform(lambda: goals.tick_milestone(vault, milestone_id, day))

    def _delete(self, milestone_id: Id) -> None:
        vault = self._context.vault
        self._close_editor()
        self._context.perform(lambda: goals.delete_milestone(vault, milestone_id))
        self._context.messages.say(self.tr("Milestone moved to trash"), undo=True)

    def _edit(self, milestone_id: Id) -> None:
        self._close_editor()
        row, milestone = self.rows[milestone_id], self._shown[milestone_id]
        editor = MilestoneEditor(self._context, self.tr("Save"))
        editor.begin(milestone.title, milestone.due, milestone.done)
        editor.finished.connect(lambda: self._revise(milestone_id, editor))
        editor.left.connect(self._close_editor)
        self._editor, self._editing = editor, milestone_id
        row.open_editor(editor)
        editor.title.setFocus(Qt.FocusReason.TabFocusReason)
        editor.title.selectAll()

    def _revise(self, milestone_id: Id, editor: MilestoneEditor) -> None:
        milestone = self._shown[milestone_id]
        written = replace(
            milestone, title=editor.words(), due=editor.due.day(), done=editor.done.day()
        )
        vault = self._context.vault
        if self._context.perform(lambda: goals.revise_milestone(vault, written), editor.show_error):
            self._close_editor()

    def _close_editor(self) -> None:
        row = self.rows.get(self._editing)
        self._editor, self._editing = None, NO_ID
        if row is not None:
            row.close_editor()
            row.check.setFocus(Qt.FocusReason.OtherFocusReason)

    # Adding

    def _begin_new(self) -> None:
        self.add.setVisible(False)
        self.adder.setVisible(True)
        self.adder.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self) -> None:
        milestone = Milestone(
            goal=self._goal_id, title=self.adder.words(), due=self.adder.due.day()
        )
        vault = self._context.vault
        added = self._context.perform(
            lambda: goals.add_milestone(vault, milestone), self.adder.show_error
        )
        if added is not None:
            self.adder.begin("", None)
            self._context.perform(lambda: vault.keep_draft(self._draft(), None))
            self.adder.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_adder(self) -> None:
        # What was typed stays in the hidden editor and comes back with it.
        self.adder.setVisible(False)
        self.add.setVisible(True)
        self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _restore_adder(self) -> None:
        kept = self._context.vault.read.draft(self._draft()) or ""
        self.adder.begin(kept, None)
        self.adder.setVisible(bool(kept))
        self.add.setVisible(not kept)

    def _draft(self) -> str:
        return f"plan.milestone:{self._goal_id}"
