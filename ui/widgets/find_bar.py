"""Find and replace: a bar above a text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.prose.finding import Findable, Wanted
from ui.widgets.button import Button
from ui.widgets.line_edit import LineEdit
from ui.widgets.prose_hits import ProseHits, Span
from ui.widgets.tab_order import put_after
from ui.widgets.text import Label

_SIDE, _GAP, _AIR = 24, 6, 8
_LEAST_FIELD = 120
_LATER_MS = 150
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Searches the page it was given last, as one types."""

    opened = Signal()
    closed = Signal()
    replaced = Signal(int)
    """How many hits were replaced at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = LineEdit(self.tr("Find in this text"), icon="search")
        self.count = Label("", "caption", "text-2")
        self.previous = Button("", "ghost", icon="chevron-up")
        self.next = Button("", "ghost", icon="chevron-down")
        self.case = Button(self.tr("Aa"), "ghost")
        self.whole = Button(self.tr("“ab”"), "ghost")
        self.close_button = Button("", "ghost", icon="x")
        self.words = LineEdit(self.tr("Replace with"), icon="replace")
        self.one = Button(self.tr("Replace"), "plain")
        self.all = Button(self.tr("Replace all"), "plain")
        self._hits: ProseHits | None = None
        self._text = Findable("")
        self._spans: list[Span] = []
        self._current = -1
        self._origin = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._name_controls()
        self._lay_out()
        self._connect()
        self.hide()

    # Methods

    def search_in(self, hits: ProseHits) -> None:
        """Search this page from now on."""
        if self._hits is not None:
            self._hits.show("", (), -1)
            self._hits.text_changed.disconnect(self._later.start)
        self._hits = hits
        hits.text_changed.connect(self._later.start)
        self._second.setVisible(self._second.isVisibleTo(self) and hits.can_replace)
        self._origin = hits.selected()[0]
        if not self.isHidden():
            self._begin()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with what is selected as the words to find."""
        if self._hits is None:
            return
        if replacing and self.field.hasFocus() and self.words.isVisible():
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.words.selectAll()
            return
        start, end = self._hits.selected()
        selected = self._hits.text()[start:end]
        self._origin = start
        self.show()
        if replacing or not self._second.isVisibleTo(self):
            self._second.setVisible(replacing and self._hits.can_replace)
        if selected and "\n" not in selected and not self._is_at(start, end):
            self.field.setText(selected)
        self._begin()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.opened.emit()

    def close_bar(self) -> None:
        """Hide the bar and put the lights out, with the last hit selected in the text."""
        if self.isHidden():
            return
        self.hide()
        if self._hits is not None:
            if self._current >= 0:
                self._hits.go_to(self._spans[self._current], select=True)
            self._hits.show("", (), -1)
        self.closed.emit()

    def go_on(self, step: int = 1) -> None:
        """Go to the next hit, or with -1 to the one before; after the last comes the first."""
        if self.isHidden():
            self.open()
        elif self._spans:
            self._search()
            self._go((self._current + step) % len(self._spans))
            self._origin = self._spans[self._current][0]

    def set_gutter(self, gutter: int) -> None:
        """Begin where the text begins."""
        self._column.setContentsMargins(gutter, _AIR, min(_SIDE, gutter), _AIR)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; in the second field it replaces. Esc closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in _ENTER and self.field.hasFocus():
            self.go_on(-1 if back else 1)
        elif event.key() in _ENTER and self.words.hasFocus():
            self._replace_one()
        else:
            super().keyPressEvent(event)

    # Private

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("Find and replace"))
        for button, words in (
            (self.previous, self.tr("Previous (Shift+F3)")),
            (self.next, self.tr("Next (F3)")),
            (self.case, self.tr("Match case")),
            (self.whole, self.tr("Whole words")),
            (self.close_button, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.case.setCheckable(True)
        self.whole.setCheckable(True)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        self.field.setMinimumWidth(_LEAST_FIELD)
        first.addWidget(self.field, 1)
        for widget in (self.count, self.previous, self.next, self.case, self.whole):
            first.addWidget(widget)
        first.addWidget(self.close_button)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        self.words.setMinimumWidth(_LEAST_FIELD)
        second.addWidget(self.words, 1)
        second.addWidget(self.one)
        second.addWidget(self.all)
        self._second.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, _AIR, _SIDE, _AIR)
        self._column.addLayout(first)
        self._column.addWidget(self._second)
        for line in (first, second, self._column):
            line.setSpacing(_GAP)
        # From the words to find to those in their place, as both are typed.
        put_after(self.field, self.words)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._begin)
        self.case.toggled.connect(self._begin)
        self.whole.toggled.connect(self._begin)
        self.previous.clicked.connect(lambda: self.go_on(-1))
        self.next.clicked.connect(lambda: self.go_on(1))
        self.one.clicked.connect(self._replace_one)
        self.all.clicked.connect(self._replace_all)
        self.close_button.clicked.connect(self.close_bar)
        self._later.timeout.connect(self._search_again)

    def _begin(self) -> None:
        """Search, and go to the first hit from where the cursor was."""
        if self._hits is None:
            return
        self._search()
        after = (at for at, span in enumerate(self._spans) if span[0] >= self._origin)
        self._go(next(after, 0 if self._spans else -1))

    def _search(self) -> None:
        """Find everything in the text as it is now."""
        text = self._hits.text() if self._hits else ""
        if text != self._text.text:
            self._text = Findable(text)
        wanted = Wanted(self.field.text(), self.case.isChecked(), self.whole.isChecked())
        self._spans = self._text.hits(wanted)
        self._current = min(self._current, len(self._spans) - 1)

    def _search_again(self) -> None:
        """Follow what was typed in the text, without moving in it."""
        if self._hits is None or self.isHidden() or self._hits.text() == self._text.text:
            return
        self._search()
        self._hits.show(self._text.text, self._spans, self._current)
        self._say_count()

    def _go(self, number: int) -> None:
        self._current = number
        if self._hits is not None:
            self._hits.show(self._text.text, self._spans, number)
            if number >= 0:
                self._hits.go_to(self._spans[number])
        self._say_count()

    def _replace_one(self) -> None:
        self._search()
        if self._hits is None or self._current < 0:
            return
        span = self._spans[self._current]
        words = self.words.text()
        self._hits.show(self._text.text, self._spans, self._current)
        self._hits.replace([span], words)
        self._origin = span[0] + len(words)
        self._search()
        after = (at for at, found in enumerate(self._spans) if found[0] >= self._origin)
        self._go(next(after, 0 if self._spans else -1))

    def _replace_all(self) -> None:
        self._search()
        if self._hits is None or not self._spans:
            return
        count = len(self._spans)
        self._hits.show(self._text.text, self._spans, self._current)
        self._hits.replace(self._spans, self.words.text())
        self._search()
        self._go(0 if self._spans else -1)
        self.replaced.emit(count)

    def _is_at(self, start: int, end: int) -> bool:
        return (start, end) in self._spans and bool(self.field.text())

    def _say_count(self) -> None:
        found = bool(self._spans)
        for button in (self.previous, self.next, self.one, self.all):
            button.setEnabled(found)
        if not self.field.text():
            self.count.setText("")
        elif found:
            numbers = self.tr("{0} of {1}")
            self.count.setText(numbers.format(self._current + 1, len(self._spans)))
        else:
            self.count.setText(self.tr("Not found"))
        self.count.setVisible(bool(self.field.text()))
