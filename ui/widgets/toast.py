"""The toast: what just happened, with Undo or a way on, at the bottom of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_MARGIN, _WIDEST, _NARROWEST = 24, 560, 320


class Toast(Card):
    """One message at a time; it stays eight seconds, longer while hovered or focused.

    It does not expire while a screen reader runs. `undo_asked` and `closed` say what the user did.
    """

    undo_asked = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__("toast", window)
        self._window = window
        self._foot: QWidget | None = None
        self._icon = Picture("check", "tooltip-text", 16)
        self._words = Label("", "body", "tooltip-text", wrap=True)
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        self._undo = Button(
            self.tr("Undo"),
            "inverse",
            hint=keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " "),
        )
        self._act: Callable[[], None] | None = None
        self._action = Button("", "inverse")
        self._close = Button("", "inverse-ghost", icon="x")
        self._close.setToolTip(self.tr("Close"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        self._undo.clicked.connect(self._ask_undo)
        self._action.clicked.connect(self._go_on)
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        window.installEventFilter(self)
        self.hide()
        follow_theme(self._place)

    def offer(self, text: str, action: str, act: Callable[[], None]) -> None:
        """Show a message with a button that leads on, and announce it politely."""
        self.say(text)
        self._act = act
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.show()
        self._place()

    def say(self, text: str, *, icon: str = "check", undo: bool = False) -> None:
        """Show a message, with Undo if it can be undone, and announce it politely."""
        self._action.hide()
        self._words.setText(text)
        self._icon.show_icon(icon)
        self._undo.setVisible(undo)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(current_theme().motion("toast"))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def stand_above(self, foot: QWidget | None) -> None:
        """Leave what lies at the bottom of the window in sight from now on."""
        self._foot = foot
        self._place()

    def dismiss(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def is_held(self) -> bool:
        """Return whether the toast waits: hovered, focused or read by a screen reader."""
        focus = self.window().focusWidget()
        focused = focus is not None and self.isAncestorOf(focus) and focus.hasFocus()
        return self.underMouse() or focused or QAccessible.isActive()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 5, 8, 5)
        line.setSpacing(12)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self._undo)
        line.addWidget(self._action)
        line.addWidget(self._close)

    def _expire(self) -> None:
        if self.is_held():
            self._timer.start(current_theme().motion("toast"))
        else:
            self.dismiss()

    def _ask_undo(self) -> None:
        self.undo_asked.emit()
        self.dismiss()

    def _go_on(self) -> None:
        self.dismiss()
        if self._act is not None:
            self._act()

    def _place(self) -> None:
        window, theme = self._window, current_theme()
        room = window.width() - 2 * _MARGIN
        wanted = max(theme.px(_NARROWEST), self.sizeHint().width())
        width = min(room, theme.px(_WIDEST), wanted)
        height = max(theme.px(44), self.heightForWidth(width))
        bottom = window.height() - _MARGIN
        if self._foot is not None and self._foot.isVisible():
            bottom = min(bottom, self._foot.mapTo(window, QPoint()).y() - theme.space(2))
        corner = QPoint((window.width() - width) // 2, bottom - height)
        self.setGeometry(corner.x(), corner.y(), width, height)
