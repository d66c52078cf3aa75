"""Progress of a task and of a measure."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.text import Elided, Label

_FINE = 1000


class Progress(QWidget):
    """A bar with words and a percentage above it; without a known end it only moves."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(words, "caption", "text-2")
        self._share = Label("", "caption", weight=600, numbers=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head.addWidget(self._words, 1)
        head.addWidget(self._share)
        column.addLayout(head)
        column.addWidget(self.bar)
        follow_theme(self._apply_theme)
        self.set_value(0, 0)

    def set_value(self, done: int, total: int, words: str = "") -> None:
        """Show `done` of `total`; a total of 0 is not known yet."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._share.setText(self.locale().toString(100 * done // total) + "%" if total else "")
        if words:
            self._words.setText(words)
            self.bar.setAccessibleName(words)

    def _apply_theme(self) -> None:
        self.bar.setFixedHeight(current_theme().px(6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class MeasureBar(QProgressBar):
    """How far a measure has come from its start to its target, as a line with a knob.

    `spoken` says it in words, as "Releases I run per month: now 1, from 4 to 0".
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _FINE)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_measure(self, start: float, target: float, now: float, spoken: str = "") -> None:
        """Show `now` between `start` and `target`; either may be the larger."""
        self.setValue(round(measure_share(start, target, now) * _FINE))
        self.setAccessibleDescription(spoken)

    def sizeHint(self) -> QSize:
        """Return room for the knob and the target's mark."""
        return QSize(current_theme().px(160), current_theme().px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_measure(painter, QRectF(self.rect()), self.value() / _FINE)
        painter.end()


class Measure(QWidget):
    """A measure with its words: what is measured, now, start and target over the bar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = Label("", "caption", weight=600, numbers=True)
        self._start = Label("", "caption", "text-2", numbers=True)
        self._target = Label("", "caption", "text-2", numbers=True)
        self._bar = MeasureBar(name)
        column, head, ends = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head.addWidget(Elided(name, "caption", "text-2"), 1)
        head.addWidget(self._now)
        ends.addWidget(self._start)
        ends.addStretch()
        ends.addWidget(self._target)
        column.addLayout(head)
        column.addLayout(ends)
        column.addWidget(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_measure(self, start: float, target: float, now: float) -> None:
        """Show the measure's numbers by the locale, decimals only where they have them."""
        self._start.setText(self._number(start))
        self._target.setText(self._number(target))
        self._now.setText(self.tr("Now {0}").format(self._number(now)))
        spoken = self.tr("Now {0}, from {1} to {2}")
        words = (self._number(value) for value in (now, start, target))
        self._bar.set_measure(start, target, now, spoken.format(*words))

    def _number(self, value: float) -> str:
        if value == int(value):
            return self.locale().toString(int(value))
        return self.locale().toString(value, "g", 6)


def measure_share(start: float, target: float, now: float) -> float:
    """Return how much of the way from start to target is done, from 0 to 1."""
    if target == start:
        return 1.0 if now == target else 0.0
    return min(1.0, max(0.0, (now - start) / (target - start)))


def paint_measure(painter: QPainter, box: QRectF, share: float) -> None:
    """Paint the line, its done part, the knob and the mark of the target."""
    theme = current_theme()
    colours, knob, middle = theme.colours, theme.px(14), box.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    line = QRectF(box.left(), middle - theme.px(4) / 2, box.width() - 1, theme.px(4))
    painter.setBrush(colours.border_strong)
    painter.drawRoundedRect(line, 2, 2)
    x = max(box.left() + knob / 2, box.left() + (box.width() - 1) * share)
    x = min(x, box.right() - knob / 2)
    painter.setBrush(colours.accent)
    painter.drawRoundedRect(QRectF(line.left(), line.top(), x - line.left(), line.height()), 2, 2)
    painter.setBrush(colours.text_2)
    painter.drawRect(QRectF(box.right() - 2, middle - theme.px(6), 2, theme.px(12)))
    painter.setPen(QPen(colours.accent, 3))
    painter.setBrush(colours.raised)
    painter.drawEllipse(QPointF(x, middle), knob / 2 - 1.5, knob / 2 - 1.5)
