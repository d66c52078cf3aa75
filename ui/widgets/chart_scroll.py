"""Moves a chart sideways that is drawn wider than there is room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme import current_theme
from ui.widgets.chart_view import ChartView


class ChartScroll(QScrollArea):
    """As high as its chart; at first the end of it is seen, which is the newest."""

    def __init__(self, view: ChartView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._wide = 0.0
        self._untouched = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(view)
        # What the chart stands on is its card's.
        view.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        view.marked.connect(self._show_mark)
        self.horizontalScrollBar().rangeChanged.connect(self._show_end)
        self.horizontalScrollBar().actionTriggered.connect(self._touch)

    def fit(self, wide: float) -> None:
        """Give the chart the width it is drawn in, and itself the height that takes."""
        self._wide = wide
        least = current_theme().px(wide) if wide else 0
        self._view.setMinimumWidth(least)
        bar = self.horizontalScrollBar().sizeHint().height() if least > self.width() else 0
        self.setFixedHeight(self._view.heightForWidth(max(least, self.width())) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow another width."""
        super().resizeEvent(event)
        self.fit(self._wide)

    def changeEvent(self, event: QEvent) -> None:
        """Begin at the other end where the direction of reading is another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._untouched = True
            self._show_end()

    # Private

    def _touch(self) -> None:
        self._untouched = False

    def _show_end(self) -> None:
        if self._untouched:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.maximum())

    def _show_mark(self) -> None:
        mark = self._view.mark
        if mark is not None and self._view.hasFocus():
            self._untouched = False
            spot = self._view.spot(mark).toPoint()
            self.ensureVisible(spot.x(), spot.y(), current_theme().px(40), 0)
