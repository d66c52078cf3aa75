"""Text fields of one line or many."""

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import paint_icon
from ui.widgets.prose_clipboard import UNLEARNED, unremembered
from ui.widgets.styling import restyle

_ICON_LEFT, _ICON_SPACE = 10, 24
_TOGGLE = 28
_DOTS_APART = 3.5
_HINT = Qt.InputMethodHint
_KEPT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_UNDONE = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineEdit(QLineEdit):
    """A text field of one line, 32 pixels high or 40, with an icon at its start if given."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        icon: str = "",
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._large = large
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(UNLEARNED)
        if name or placeholder:
            self.setAccessibleName(name or placeholder)
        follow_theme(self._apply_theme)

    def set_error(self, *, wrong: bool) -> None:
        """Draw the border of an error, or take it away."""
        restyle(self, "error", "true" if wrong else "false")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon over the field."""
        super().paintEvent(event)
        if not self._icon:
            return
        side = current_theme().px(16)
        x = _ICON_LEFT
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - side
        painter = QPainter(self)
        paint_icon(painter, QRect(x, 0, side, self.height()), self._icon, "text-2")
        painter.end()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFont(theme.sized("body", 14 if self._large else 13))
        self.setFixedHeight(theme.size("control-lg" if self._large else "control"))
        lead = theme.px(_ICON_SPACE) if self._icon else 0
        self.setTextMargins(lead, 0, self._reserved(), 0)

    def _reserved(self) -> int:
        return 0


class PassphraseEdit(LineEdit):
    """A passphrase: hidden until revealed, never copied, never remembered by undo."""

    caps_lock = Signal(bool)

    def __init__(
        self, *, large: bool = True, name: str = "", parent: QWidget | None = None
    ) -> None:
        self._toggle: Button | None = None
        super().__init__(large=large, name=name, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            _HINT.ImhSensitiveData | _HINT.ImhNoPredictiveText | _HINT.ImhNoAutoUppercase
        )
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._toggle = Button("", "ghost", icon="eye", parent=self)
        self._toggle.setCheckable(False)
        self._toggle.setCursor(Qt.CursorShape.ArrowCursor)
        self._toggle.clicked.connect(self._switch)
        self._show_toggle()
        self._apply_theme()

    @property
    def revealed(self) -> bool:
        """Whether the passphrase can be read on the screen."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def reveal(self, *, revealed: bool) -> None:
        """Show the passphrase or hide it."""
        mode = QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._show_toggle()
        self._apply_theme()

    def wipe(self) -> None:
        """Empty the field together with what it could undo, and hide what comes next."""
        self.setText("")
        self.reveal(revealed=False)

    def event(self, event: QEvent) -> bool:
        """Keep copy, cut and undo from working, also as shortcuts."""
        if _is_withheld(event) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice Caps Lock by what a letter key types; swallow copy, cut and undo."""
        if _is_withheld(event):
            event.accept()
            return
        typed = event.text()
        if typed.isalpha() and typed.upper() != typed.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(typed.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep a selection out of the system's primary selection."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the toggle at the end of the field."""
        super().resizeEvent(event)
        self._place_toggle()

    def _switch(self) -> None:
        self.reveal(revealed=not self.revealed)

    def _show_toggle(self) -> None:
        if self._toggle is not None:
            self._toggle.set_icon("eye-off" if self.revealed else "eye")
            self._toggle.setToolTip(
                self.tr("Hide passphrase") if self.revealed else self.tr("Show passphrase")
            )

    def _apply_theme(self) -> None:
        super()._apply_theme()
        font = self.font()
        spacing = 0 if self.revealed else current_theme().px(_DOTS_APART)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        self.setFont(font)
        self._place_toggle()

    def _place_toggle(self) -> None:
        if self._toggle is None:
            return
        side = current_theme().px(_TOGGLE)
        gap = (self.height() - side) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._toggle.setGeometry(gap if rtl else self.width() - side - gap, gap, side, side)

    def _reserved(self) -> int:
        return current_theme().px(_TOGGLE) + 4


class MultiLine(QPlainTextEdit):
    """A plain text field of several lines; Tab leaves it, pasting is plain."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        role: str = "body",
        lines: int = 3,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._lines = lines
        self.setPlaceholderText(placeholder)
        if name or placeholder:
            self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(UNLEARNED)
        follow_theme(self._apply_theme)

    def set_error(self, *, wrong: bool) -> None:
        """Draw the border of an error, or take it away."""
        restyle(self, "error", "true" if wrong else "false")

    def sizeHint(self) -> QSize:
        """Return room for the lines asked for."""
        return QSize(super().sizeHint().width(), self._height())

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(self.textCursor().selection().toPlainText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text alone."""
        self.insertPlainText(source.text())

    def _apply_theme(self) -> None:
        self.setFont(current_theme().font(self._role))
        self.setMinimumHeight(self._height())

    def _height(self) -> int:
        frame = 2 * (8 + 1) + 2 * round(self.document().documentMargin())
        return self.fontMetrics().lineSpacing() * self._lines + frame


def _is_withheld(event: QEvent) -> bool:
    keys = (*_KEPT, *_UNDONE)
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in keys)
