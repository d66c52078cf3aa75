"""A milestone as a row: its tick, its words, its day, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.goals import Milestone
from ui import labels
from ui.plan import words
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.styling import Rule
from ui.widgets.text import Label

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MilestoneRow(QWidget):
    """One milestone; F2 edits it, Delete moves it to the trash."""

    ticked = Signal(bool)
    edit_asked = Signal()
    delete_asked = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        # A label of no width keeps the mark at the start of its box.
        self.check = Check("\u200b")
        self._title = Label("", "body", wrap=True)
        self._evidence = Label("", "caption", "text-2")
        self._day = Label("", "caption", "text-2", numbers=True)
        self.more = Button("", "ghost", icon="ellipsis")
        self.more.setToolTip(self.tr("More about this milestone"))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.line, column = QWidget(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(Rule())
        self._column = column
        self._editor: QWidget | None = None
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 5, 0, 6)
        row.setSpacing(0)
        row.addWidget(self.check)
        row.addWidget(self._title, 1)
        row.addWidget(self._evidence)
        row.addWidget(self.more)
        row.addSpacing(8)
        row.addWidget(self._day)
        self.more.setVisible(False)
        self.more.clicked.connect(lambda: self._offer(self.more.mapToGlobal(QPoint(0, 28))))
        self.check.clicked.connect(self.ticked)
        self.check.installEventFilter(self)

    def show_milestone(self, milestone: Milestone, today: date, evidence: int = 0) -> None:
        """Show a milestone as it is now, and how much evidence it has."""
        done = milestone.done
        self.check.setChecked(done is not None)
        self._title.setText(milestone.title)
        self._title.set_role("body" if done else "section", "text-2" if done else "text")
        day = labels.short_day(done, today) if done else words.due_words(milestone.due, today)
        self._day.setText(day)
        said = self.tr("done {day}").format(day=day) if done else day
        found = words.evidence_words(evidence) if evidence else ""
        self._evidence.setText(found)
        self._evidence.setVisible(bool(found))
        parts = (milestone.title, said, found)
        self.check.setAccessibleName(", ".join(part for part in parts if part))

    def open_editor(self, editor: QWidget) -> None:
        """Show an editor in place of the milestone."""
        self._editor = editor
        self._column.insertWidget(0, editor)
        editor.show()
        self.line.setVisible(False)

    def close_editor(self) -> None:
        """Show the milestone again."""
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        self.line.setVisible(True)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys of the list where a check has the focus."""
        if watched is self.check and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F2:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._take(event):
                return True
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_more()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the button of the menu."""
        super().enterEvent(event)
        self._show_more()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the button of the menu."""
        super().leaveEvent(event)
        self._show_more()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu."""
        self._offer(event.globalPos())

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif key in _STEPS and not event.modifiers():
            self.stepped.emit(_STEPS[key])
        else:
            return False
        return True

    def _show_more(self) -> None:
        self.more.setVisible(self.underMouse() or self.check.hasFocus())

    def _offer(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit milestone"), self.edit_asked.emit)
        menu.addAction(self.tr("Move to trash"), self.delete_asked.emit)
        menu.popup(where)
