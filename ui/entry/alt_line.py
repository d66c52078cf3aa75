"""The line that asks what an image shows, below the text it was put into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Label

_HEIGHT, _END, _LIMIT = 48, 24, 300


class AltLine(QWidget):
    """Asks of one image after another what it shows. It takes no focus: writing goes on."""

    described = Signal(str, str)
    """The id of an image, and the words for what it shows."""
    done = Signal()
    """Nothing is asked any more, and the field had the focus."""

    def __init__(self, writer: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: list[str] = []
        self._of = 0
        self._entry = ""
        self.setProperty("line", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = LineEdit(self.tr("What does the image show?"))
        self.field.setMaxLength(_LIMIT)
        self.field.setAccessibleDescription(
            self.tr("Read out to whoever cannot see the image. It can be left empty.")
        )
        self.skip_button = Button(self.tr("Skip"), "ghost")
        self.skip_button.setToolTip(self.tr("Leave it without words (Esc)"))
        self._count = Label("", "caption", "text-2")
        self._line = QHBoxLayout(self)
        self._lay_out()
        self.field.returnPressed.connect(self._take)
        self.skip_button.clicked.connect(self.skip)
        # Esc also while one writes on; without a question it means what it always means.
        self._escapes = [self._escape(widget) for widget in (writer, self.field, self.skip_button)]
        self._show()
        follow_theme(self._apply_theme)

    # Methods

    def ask(self, entry_id: str, image_ids: Sequence[str]) -> None:
        """Ask what these images of an entry show, one after another."""
        self._entry = entry_id
        self._asked += image_ids
        self._of = len(self._asked)
        self._show()
        words = self.tr("Image added. You can say what it shows in the line below the text.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def show_for(self, entry_id: str) -> None:
        """Ask nothing more where another entry is shown now."""
        if entry_id != self._entry:
            self._entry = entry_id
            self._asked.clear()
            self._show()

    def keep(self) -> None:
        """Take what was typed so far, before a lock or another entry takes the line away."""
        words = self.field.text().strip()
        if words and self._asked:
            image = self._asked.pop(0)
            self._show()
            self.described.emit(image, words)

    def skip(self) -> None:
        """Leave the image without words."""
        self._next()

    def set_gutter(self, gutter: int) -> None:
        """Begin where the text begins."""
        self._line.setContentsMargins(gutter, 1, min(_END, gutter), 0)

    # Private

    def _lay_out(self) -> None:
        self._line.setSpacing(8)
        self._line.addWidget(Picture("image", "text-2", 16))
        self._line.addWidget(self.field, 1)
        self._line.addWidget(self._count)
        self._line.addWidget(self.skip_button)

    def _escape(self, widget: QWidget) -> QShortcut:
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.skip)
        return shortcut

    def _take(self) -> None:
        words = self.field.text().strip()
        if words and self._asked:
            self.described.emit(self._asked[0], words)
        self._next()

    def _next(self) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        del self._asked[:1]
        self._show()
        if had_focus and self._asked:
            self.field.setFocus()
        elif had_focus:
            self.done.emit()

    def _show(self) -> None:
        self.field.clear()
        several = self._of > 1
        place = self._of - len(self._asked) + 1
        words = self.tr("{0} of {1}").format(place, self._of) if several else ""
        self._count.setText(words)
        self._count.setVisible(several)
        for shortcut in self._escapes:
            shortcut.setEnabled(bool(self._asked))
        self.setVisible(bool(self._asked))

    def _apply_theme(self) -> None:
        self.setFixedHeight(current_theme().px(_HEIGHT))
