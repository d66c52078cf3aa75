"""Ending a stretch goal: how it went, and what it taught."""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.domain.goals import Stretch, StretchState
from app.operations import goals
from ui.context import Context
from ui.forms import Form
from ui.stretch.words import state_fact
from ui.widgets.field import Field
from ui.widgets.line_edit import MultiLine
from ui.widgets.one_of import Answers

_ENDS = (StretchState.REACHED, StretchState.TRIED, StretchState.LET_GO)


class CloseStretch(Form):
    """Asks how a stretch goal ended; each of the three ways is as good as the others."""

    def __init__(self, context: Context, parent: QWidget, stretch: Stretch) -> None:
        title = QCoreApplication.translate("CloseStretch", "Close this stretch goal")
        draft, subtitle = f"stretch.close.{stretch.id}", stretch.title
        super().__init__(context, title, parent, draft=draft, kind="dialog", subtitle=subtitle)
        self._stretch = stretch
        ends = [(state.value, state_fact(state)[1]) for state in _ENDS]
        self.end = Answers(self.tr("How did it end?"), ends)
        self._end_field = Field(self.tr("How did it end?"), self.end)
        self.body.setSpacing(16)
        self.body.addSpacing(4)
        self.body.addWidget(self._end_field)
        taught = Field(self.tr("What it taught you"), MultiLine(lines=3))
        self.add_field("learned", taught)
        self.confirm = self.add_buttons(self.tr("Close stretch goal"))
        self.put("learned", stretch.learned)
        self.end.picked.connect(self._end_field.clear_error)
        self.end.picked.connect(self.touch)
        self.focus_first(self.end.first())
        self.begin()

    def content(self) -> str:
        """Return what it taught, and how it ended."""
        return json.dumps({**json.loads(super().content()), "end": self.end.value() or ""})

    def restore(self, content: str) -> None:
        """Bring both back."""
        super().restore(content)
        self.end.set_value(json.loads(content)["end"] or None)

    def submit(self) -> None:
        """Close the stretch goal, once it is said how it ended."""
        end, learned = self.end.value(), self.text("learned")
        if end is None:
            self._end_field.set_error(self.tr("Choose how it ended first."))
            self.end.first().setFocus(Qt.FocusReason.TabFocusReason)
            return
        vault, stretch, state = self.context.vault, self._stretch.id, StretchState(end)
        if self.run(lambda: goals.close_stretch(vault, stretch, state, learned)) is not None:
            self.context.messages.say(self.tr("Stretch goal closed"), undo=True)
