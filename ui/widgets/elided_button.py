"""Buttons with a person's own words, which may be longer than their place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current_theme
from ui.widgets.button import Button, Kind
from ui.widgets.plain import tooltip

_WORD, _SPARE = 60, 2


class ElidedButton(Button):
    """A button that cuts its words where they do not fit; the whole is its name and tooltip."""

    _whole = ""

    def __init__(
        self, words: str, kind: Kind, *, trailing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", kind, trailing=trailing, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: str, name: str = "") -> None:
        """Show other words, under another accessible name where one is given."""
        self._whole = words
        self.setAccessibleName(name or words)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for all the words."""
        width = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(width + self._around() + _SPARE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a word."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), current_theme().px(_WORD) + self._around()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the width."""
        super().resizeEvent(event)
        self._cut()

    def _apply_theme(self) -> None:
        super()._apply_theme()
        self._cut()

    def _around(self) -> int:
        """Return the room that is not for words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return self._content_width() - words + 2 * self._padding(current_theme())

    def _cut(self) -> None:
        room = self.width() - self._around()
        elide = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, elide, room))
        self.setToolTip("" if self.text() == self._whole else tooltip(self._whole))
