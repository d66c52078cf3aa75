"""Ending a stretch goal: how it went, and what it taught."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.goals import Stretch, StretchState
from app.operations import goals
from ui.context import Context
from ui.stretch.words import state_fact
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.line_edit import MultiLine
from ui.widgets.one_of import Answers

_ENDS = (StretchState.REACHED, StretchState.TRIED, StretchState.LET_GO)


class CloseStretch(Dialog):
    """Asks how a stretch goal ended; each of the three ways is as good as the others."""

    def __init__(self, context: Context, parent: QWidget, stretch: Stretch) -> None:
        title = QCoreApplication.translate("CloseStretch", "Close this stretch goal")
        super().__init__(title, parent, subtitle=stretch.title)
        self._context = context
        self._stretch = stretch
        ends = [(state.value, state_fact(state)[1]) for state in _ENDS]
        self.end = Answers(self.tr("How did it end?"), ends)
        self.learned = MultiLine(lines=3)
        self.learned.setPlainText(stretch.learned)
        self._end_field = Field(self.tr("How did it end?"), self.end)
        self.body.setSpacing(16)
        self.body.addSpacing(4)
        self.body.addWidget(self._end_field)
        self.body.addWidget(
            Field(self.tr("What it taught you"), self.learned, note=self.tr("if you like"))
        )
        self.add_action(Button(self.tr("Not now"), "ghost")).clicked.connect(self.reject)
        self.confirm = self.add_action(Button(self.tr("Close stretch goal"), "primary"))
        self.confirm.clicked.connect(self._finish)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._finish)
        self.end.picked.connect(self._end_field.clear_error)
        self.focus_first(self.end.first())

    def _finish(self) -> None:
        end, learned = self.end.value(), self.learned.toPlainText().strip()
        if end is None:
            self._end_field.set_error(self.tr("Choose how it ended first."))
            self.end.first().setFocus(Qt.FocusReason.TabFocusReason)
            return
        vault, stretch = self._context.vault, self._stretch.id
        state = StretchState(end)
        closed = self._context.perform(lambda: goals.close_stretch(vault, stretch, state, learned))
        if closed is not None:
            self.accept()
