"""One widget of several in the same place."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Shows one of its widgets, and paints it once when it comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._paint_at_once)

    def _paint_at_once(self) -> None:
        """Mark the whole of what came as one place to paint.

        Qt turns the updates of every widget in it on again, one by one, and then paints what fills
        its background first alone and again with what stands on it. A change of the order below
        makes it one region, and of the hidden ones nobody sees in which order they lie.
        """
        if (shown := self.currentWidget()) is not None:
            shown.lower()
