"""The two bars around an assessment: what it is and how far one has come; where to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.plan import assessment_words as words
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.styling import Rule
from ui.widgets.text import Elided, Label

_BAR, _ROOMY = 160, 620


class Head(QWidget):
    """The way back, the title over a line that says what is kept, and the progress."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button("", "ghost", icon="chevron-left")
        self.back.setToolTip(self.tr("Back to the plan"))
        self.more = Button("", "ghost", icon="ellipsis")
        self.more.setToolTip(self.tr("More about this assessment"))
        self._title = Elided("", "heading", size=20)
        self._line = Label("", "caption", "text-2", wrap=True)
        self._count = Label("", "body", "text-2", numbers=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Competencies seen"))
        column, row, texts = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setContentsMargins(28, 12, 40, 12)
        row.setSpacing(12)
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        row.addWidget(self.back)
        row.addLayout(texts, 1)
        for widget in (self._count, self._bar, self.more):
            row.addWidget(widget)
        column.addLayout(row)
        column.addWidget(Rule())
        follow_theme(self._apply_theme)

    def show_words(self, title: str, line: str) -> None:
        """Show what it is called, and a line below."""
        self._title.setText(title)
        self.show_line(line)

    def show_line(self, line: str) -> None:
        """Show another line below the title."""
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def show_progress(self, place: int, count: int) -> None:
        """Show which of how many is asked about; 0 shows none."""
        self._count.setText(words.step_words(place, count))
        self._bar.setRange(0, max(count, 1))
        self._bar.setValue(place)
        self._count.setVisible(place > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the bar out where the title needs its room; the count beside it says the same."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = current_theme().effective_width(self.width()) >= _ROOMY
        self._bar.setVisible(roomy and not self._count.isHidden())

    def _apply_theme(self) -> None:
        self._bar.setFixedSize(current_theme().px(_BAR), current_theme().px(6))
        self._fit()


class Foot(QWidget):
    """Back, what skipping does, Skip, and the button that goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(self.tr("Back"), "ghost", icon="arrow-left")
        self.skip = Button(self.tr("Skip"))
        self.next = Button(self.tr("Next"), "primary", trailing="arrow-right")
        self._note = Label("", "caption", "text-2", wrap=True)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._note.setAlignment(side)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row.setContentsMargins(28, 20, 40, 18)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self._note, 1)
        row.addSpacing(8)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        column.addLayout(row)

    def show_step(self, *, chosen: bool) -> None:
        """Offer Back, Skip and Next, which needs a level."""
        self._show(self.tr("Next"), self.tr("Skip leaves it not rated."), skip=True)
        self.next.setEnabled(chosen)
        why = self.tr("Choose a level first, or skip.")
        self.next.setToolTip(self.tr("Next (Enter)") if chosen else why)
        self.next.setAccessibleDescription("" if chosen else why)

    def show_act(self, act: str, note: str, *, back: bool) -> None:
        """Offer one thing to do, and Back where there is something before it."""
        self._show(act, note, skip=False)
        self.back.setVisible(back)
        self.next.setEnabled(True)
        self.next.setToolTip(self.tr("{0} (Ctrl+Enter)").format(act))
        self.next.setAccessibleDescription("")

    def show_note(self, note: str) -> None:
        """Say something beside the buttons."""
        self._note.setText(note)

    def _show(self, act: str, note: str, *, skip: bool) -> None:
        self.next.setText(act)
        self._note.setText(note)
        self.skip.setVisible(skip)
        self.back.setVisible(True)
