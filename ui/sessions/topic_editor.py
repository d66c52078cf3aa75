"""The line in which a topic of an agenda is written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.domain.records import TITLE_LIMIT
from app.domain.sessions import LONGEST, AgendaItem
from ui import labels
from ui.forms import read_number
from ui.theme import current_theme
from ui.widgets.line_edit import LineEdit

_MINUTES = 64


class TopicEditor(QWidget):
    """What to talk about and for how long; Enter finishes, as leaving does, and Esc leaves it be.

    `finished` says that it is written and whether Enter said so, `left` that nothing changes.
    """

    finished = Signal(bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item = AgendaItem("")
        self.title = LineEdit(self.tr("What to talk about"), name=self.tr("Topic"))
        self.title.setMaxLength(TITLE_LIMIT)
        self.minutes = LineEdit(self.tr("min"), name=self.tr("Minutes"))
        self.minutes.setFixedWidth(current_theme().px(_MINUTES))
        # It lies over a row, which must not shine through.
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.title)
        for editor in (self.title, self.minutes):
            editor.returnPressed.connect(lambda: self._finish(by_key=True))
            editor.installEventFilter(self)

    def begin(self, item: AgendaItem) -> None:
        """Show a topic to write on."""
        self._item = item
        self.title.setText(item.title)
        self.minutes.setText(labels.number(item.minutes) if item.minutes else "")
        self.minutes.set_error(wrong=False)
        self.title.selectAll()

    def written(self) -> AgendaItem | None:
        """The topic as it is written; None where it says nothing, or no number of minutes."""
        title, minutes = self.title.text().strip(), self._length()
        if not title or minutes is None:
            return None
        return replace(self._item, title=title, minutes=minutes)

    def is_changed(self) -> bool:
        """Whether something else stands here than at first."""
        return self.written() not in {None, self._item}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; what the fields do not take is none for the list below them."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish when neither of the two has the focus any more."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            taking = QApplication.focusWidget()
            if taking not in {self.title, self.minutes, None}:
                self._finish(by_key=False)
        return super().eventFilter(watched, event)

    def _finish(self, *, by_key: bool) -> None:
        wrong = self._length() is None
        self.minutes.set_error(wrong=wrong)
        if wrong and by_key:
            self.minutes.setAccessibleDescription(self.tr("Write a number of minutes."))
            self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.minutes.setAccessibleDescription("")
        self.finished.emit(by_key)

    def _length(self) -> int | None:
        """The minutes, 0 without any; None where they are no number that a day has."""
        said = self.minutes.text().strip()
        number = read_number(said) if said else 0
        if number is None or number != int(number) or not 0 <= number <= LONGEST:
            return None
        return int(number)
