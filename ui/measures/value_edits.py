"""Editors of a measure's value, each in the way of its kind: typed, counted, answered, rated."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import MeasureKind
from ui import labels
from ui.forms import read_number
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.line_edit import LineEdit
from ui.widgets.one_of import Answers

_YES, _NO = "1", "0"


class ValueEdit(QWidget):
    """A value to give; `changed` says that it is another one."""

    changed = Signal()

    def value(self) -> float | None:
        """The value, None where there is none yet."""
        raise NotImplementedError

    def set_value(self, value: float | None) -> None:
        """Show a value."""
        raise NotImplementedError

    def is_understood(self) -> bool:
        """Whether what stands there is a value, or nothing at all."""
        return True

    def draft(self) -> str:
        """What it holds, as text."""
        value = self.value()
        return "" if value is None else labels.number(value)

    def take_draft(self, draft: str) -> None:
        """Hold what it held then."""
        self.set_value(read_number(draft))

    def _hold(self, *widgets: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        self.setFocusProxy(widgets[0])


class TypedValue(ValueEdit):
    """A number as it is typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = LineEdit(name=name)
        self.line.textChanged.connect(self.changed)
        self._hold(self.line)

    def value(self) -> float | None:
        """The number, None where there is none."""
        return read_number(self.line.text())

    def set_value(self, value: float | None) -> None:
        """Show a number."""
        self.line.setText("" if value is None else labels.number(value))

    def is_understood(self) -> bool:
        """Whether it is a number, or empty."""
        return not self.line.text().strip() or self.value() is not None

    def draft(self) -> str:
        """What was typed, a number or not."""
        return self.line.text()

    def take_draft(self, draft: str) -> None:
        """Show what was typed."""
        self.line.setText(draft)

    def set_error(self, *, wrong: bool) -> None:
        """Mark it, or take the mark away."""
        self.line.set_error(wrong=wrong)


class CountedValue(TypedValue):
    """A whole number, and a button that counts on from the last one."""

    def __init__(self, name: str, last: float | None = None) -> None:
        super().__init__(name)
        self._last = last or 0.0
        self.more = Button(self.tr("+1"))
        self.more.setToolTip(self.tr("One more than before"))
        self.more.clicked.connect(self._count_on)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.more)

    def _count_on(self) -> None:
        value = self.value()
        self.set_value((self._last if value is None else value) + 1)


class AnsweredValue(ValueEdit):
    """Yes or no."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.answers = Answers(name, [(_YES, self.tr("Yes")), (_NO, self.tr("No"))])
        self.answers.picked.connect(lambda _: self.changed.emit())
        self._hold(self.answers)
        self.setFocusProxy(self.answers.first())

    def value(self) -> float | None:
        """1 for yes, 0 for no."""
        answer = self.answers.value()
        return None if answer is None else float(answer)

    def set_value(self, value: float | None) -> None:
        """Show an answer, or none."""
        self.answers.set_value(None if value is None else _YES if value else _NO)


class RatedValue(ValueEdit):
    """A rating from 1 to 5."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bulbs = Bulbs(name, size="large")
        self.bulbs.rated.connect(lambda _: self.changed.emit())
        self._hold(self.bulbs)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addStretch()

    def value(self) -> float | None:
        """The rating, None where it is not rated."""
        return float(self.bulbs.value()) or None

    def set_value(self, value: float | None) -> None:
        """Light the bulbs."""
        self.bulbs.setValue(round(value or 0))


def value_edit(kind: MeasureKind, name: str, last: float | None = None) -> ValueEdit:
    """The editor of a kind; `last` is the value that a count goes on from."""
    if kind is MeasureKind.COUNT:
        return CountedValue(name, last)
    if kind is MeasureKind.YES_NO:
        return AnsweredValue(name)
    return RatedValue(name) if kind is MeasureKind.RATING else TypedValue(name)
