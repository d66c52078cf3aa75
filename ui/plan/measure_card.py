"""The card of a goal's measure: the way from baseline to aim, and a value to log."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.domain.measures import Measure
from app.queries.plan import GoalPage
from ui.context import Context
from ui.measures import words
from ui.plan.values_history import ValuesHistory
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.progress import paint_measure
from ui.widgets.styling import Card
from ui.widgets.text import Label

_FINE = 1000


class MeasureTrack(QProgressBar):
    """The way from baseline to aim, with where it stands now written over the knob."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.setRange(0, _FINE)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_measure(self, measure: Measure, sentence: str) -> None:
        """Show a measure; `sentence` says it for whoever does not see it."""
        self._said = words.standing_words(measure)
        self.setValue(round(measure.position * _FINE))
        self.setAccessibleName(measure.what)
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words and the way."""
        return QSize(current_theme().px(160), current_theme().px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at a narrow width."""
        return QSize(current_theme().px(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, clamped to the way, and the way with a mark at both ends."""
        theme = current_theme()
        painter = QPainter(self)
        share = self.value() / _FINE
        font = theme.numbers("label")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colours.text)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = painter.fontMetrics().horizontalAdvance(self._said)
        middle = self.width() * (1 - share if rtl else share)
        x = min(max(0.0, middle - width / 2), float(self.width() - width))
        line = QRectF(x, 0, width + 1, theme.px(18))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._said)
        if rtl:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        bar = QRectF(0, theme.px(20), self.width(), theme.px(14))
        painter.fillRect(
            QRectF(0, bar.center().y() - theme.px(6), 2, theme.px(12)), theme.colours.text_2
        )
        paint_measure(painter, bar, share)
        painter.end()


class MeasureCard(Card):
    """The measure of a goal with its values; `log_asked` says that one is to be logged."""

    log_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("card")
        self._context = context
        self._what = Label("", "section", wrap=True)
        self._figure = Label("", "figure", wrap=True)
        self._track = MeasureTrack()
        self._baseline = Label("", "caption", "text-2", numbers=True)
        self._aim = Label("", "caption", "text-2", numbers=True)
        self.history = ValuesHistory(context)
        self.log = Button(self.tr("Log a value"), "link", icon="plus")
        self.log.clicked.connect(self.log_asked)
        column, head, ends = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(20, 12, 20, 18)
        column.setSpacing(8)
        head.setSpacing(16)
        head.addWidget(self._what, 1)
        head.addWidget(self.history.swap, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.log, 0, Qt.AlignmentFlag.AlignTop)
        ends.addWidget(self._baseline)
        ends.addStretch()
        ends.addWidget(self._aim)
        column.addLayout(head)
        column.addWidget(self._figure)
        column.addWidget(self._track)
        column.addLayout(ends)
        column.addWidget(self.history)

    def show_page(self, page: GoalPage) -> None:
        """Show a goal's measure; without a way to draw it is a figure with its ends in words."""
        measure, goal, today = page.measure, page.goal, self._context.today()
        self._what.setText(measure.what or self.tr("Progress"))
        self._track.show_measure(
            measure, words.measure_sentence(measure, goal.start, goal.due, today)
        )
        self._track.setVisible(measure.has_way)
        figure = "" if measure.has_way else words.standing_words(measure)
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._baseline.setText(words.baseline_words(measure, goal.start, today))
        self._aim.setText(words.aim_words(measure, goal.due, today))
        self.history.show_values(measure, page.values)
