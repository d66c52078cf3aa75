"""The smaller forms: the end of a goal, and a value of its measure."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QWidget

from app.domain.goals import Goal, GoalState
from app.operations import goals
from ui.context import Context
from ui.forms import Form
from ui.plan import words
from ui.plan.words import translate
from ui.widgets.field import Field
from ui.widgets.line_edit import MultiLine
from ui.widgets.segmented import Segmented

_ENDS = (GoalState.MET, GoalState.PARTLY_MET, GoalState.LET_GO)


class CloseForm(Form):
    """The end of a goal: how it ended, and what it taught."""

    def __init__(self, context: Context, goal: Goal, parent: QWidget) -> None:
        super().__init__(
            context,
            translate("Plan", "Close goal"),
            parent,
            draft=f"plan.close:{goal.id}",
            subtitle=goal.title,
        )
        self._goal_id = goal.id
        ends = [(state.value, words.state_words(state)) for state in _ENDS]
        self.end = Segmented(ends, name=self.tr("How it ended"), fill=True)
        self.body.addWidget(self.end)
        self.focus_first(self.end)
        help_text = self.tr("One or two sentences are enough. You can leave it empty.")
        taught = Field(self.tr("What it taught you"), MultiLine(lines=5), help_text=help_text)
        self.add_field("learned", taught)
        self.add_buttons(self.tr("Close goal"))
        self.put("learned", goal.learned)
        if goal.state.closed:
            self.end.set_view(goal.state.value)
        self.end.chosen.connect(lambda _: self.touch())
        self.begin()

    def content(self) -> str:
        """Return the words, and how it ended."""
        return json.dumps({**json.loads(super().content()), "end": self.end.view()})

    def restore(self, content: str) -> None:
        """Bring both back."""
        super().restore(content)
        self.end.set_view(json.loads(content)["end"])

    def submit(self) -> None:
        """Close the goal."""
        state, learned = GoalState(self.end.view()), self.text("learned")
        closed = self.run(
            lambda: goals.close_goal(self.context.vault, self._goal_id, state, learned)
        )
        if closed is not None:
            self.context.messages.say(self.tr("Goal closed"), undo=True)
