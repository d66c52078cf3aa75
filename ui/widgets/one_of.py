"""One answer of a few, or none: painted as one control, each answer a radio button of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.ring import Ringed

_PADDING, _INSET = 14, 3
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_AHEAD = (Qt.Key.Key_Down,)
_BACK = (Qt.Key.Key_Up,)


class Option(Ringed, QRadioButton):
    """One answer; pressing the chosen one again takes the answer back."""

    stepped = Signal(int)
    cleared = Signal()

    def __init__(self, value: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.value = value
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hitButton(self, _position: object) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the answer."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with Space, take back with Delete."""
        key = event.key()
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        if key in (ahead, *_AHEAD):
            self.stepped.emit(1)
        elif key in (back, *_BACK):
            self.stepped.emit(-1)
        elif key in _CLEARS:
            self.cleared.emit()
        elif key == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class OneOf(QWidget):
    """A few answers of which one, or none, holds; one Tab stop, arrows choose the next.

    `options` are pairs of value and words. `picked` carries the value the user chose, None when
    it was taken back.
    """

    picked = Signal(object)

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: str | None = None
        self.setAccessibleName(name)
        self.options = tuple(options)
        for option in self.options:
            option.setParent(self)
            option.clicked.connect(self._pick)
            option.stepped.connect(self._step)
            option.cleared.connect(self._clear)
        self._rove()

    # Properties

    def value(self) -> str | None:
        """Return the chosen value, None where there is none."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose a value, or none, without saying that the user did."""
        self._value = value
        for option in self.options:
            # Qt lets nobody uncheck the last of exclusive buttons, and calls others check boxes.
            option.setAutoExclusive(False)
            option.setChecked(option.value == value)
            option.setAutoExclusive(True)
        self._rove()
        self.update()

    # Private

    def _pick(self) -> None:
        source = self.sender()
        if isinstance(source, Option):
            self._choose(None if source.value == self._value else source.value)

    def _step(self, by: int) -> None:
        source = self.sender()
        place = next(at for at, option in enumerate(self.options) if option is source)
        target = place + by
        if 0 <= target < len(self.options):
            self._choose(self.options[target].value)
            self.options[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        if self.value() is not None:
            self._choose(None)

    def _choose(self, value: str | None) -> None:
        self.set_value(value)
        self.picked.emit(value)

    def _rove(self) -> None:
        """Let Tab stop at the chosen answer alone, or at the first."""
        stop = next((option for option in self.options if option.isChecked()), self.options[0])
        for option in self.options:
            strong = Qt.FocusPolicy.StrongFocus
            option.setFocusPolicy(strong if option is stop else Qt.FocusPolicy.ClickFocus)


class Answers(OneOf):
    """Answers side by side in one groove, as in "Did you use it?"."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, [_Answer(value, words) for value, words in options], parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        row.setSpacing(0)
        for option in self.options:
            row.addWidget(option, 1)
        follow_theme(self.updateGeometry)

    def first(self) -> QWidget:
        """Return the answer that Tab stops at."""
        return next((option for option in self.options if option.isChecked()), self.options[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove."""
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.sunken)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, 7.5, 7.5)
        painter.end()


class _Answer(Option):
    """An answer in the groove."""

    def __init__(self, value: str, words: str) -> None:
        super().__init__(value, words)
        follow_theme(self._apply_theme)

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        theme = current_theme()
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text())
        return QSize(width + 2 * theme.px(_PADDING), theme.size("hit-min"))

    def minimumSizeHint(self) -> QSize:
        """Return room for the words with less around them."""
        hint = self.sizeHint()
        return QSize(hint.width() - current_theme().px(_PADDING), hint.height())

    def ring_box(self) -> QRect:
        """Frame the answer."""
        return self.rect()

    def ring_gap(self) -> int:
        """Return that the frame lies inside."""
        return -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, on a ground of their own where they are chosen."""
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colours.raised if self.isChecked() else colours.hover)
            edge = QPen(colours.border_strong, 1) if self.isChecked() else Qt.PenStyle.NoPen
            painter.setPen(edge)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 4.5, 4.5)
        painter.setPen(colours.text if self.isChecked() else colours.text_2)
        painter.setFont(self._font(bold=self.isChecked()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _font(self, *, bold: bool) -> QFont:
        return current_theme().sized("body", 13, 600 if bold else 500)

    def _apply_theme(self) -> None:
        self.setFont(self._font(bold=True))
        self.updateGeometry()
