"""Text as labels: plain text only, in the fonts of the theme's roles."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme

_ELLIPSIS = Qt.TextElideMode.ElideRight


class Label(QLabel):
    """A label in one of the theme's type roles; `role` is a dynamic property.

    `colour` names a colour token, `size` and `weight` differ from the role where given.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        size: float | None = None,
        weight: int | None = None,
        numbers: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._colour = colour
        self._size = size
        self._weight = weight
        self._numbers = numbers
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)
        follow_theme(self._apply_theme)

    @property
    def role(self) -> str:
        """The type role."""
        return str(self.property("role"))

    def set_role(self, role: str, colour: str | None = None) -> None:
        """Change the type role, and the colour token if one is given."""
        self.setProperty("role", role)
        if colour is not None:
            self._colour = colour
        self._apply_theme()

    def set_colour(self, colour: str) -> None:
        """Change the colour token."""
        self._colour = colour
        self._apply_theme()

    def _apply_theme(self) -> None:
        theme = current_theme()
        font = theme.numbers(self.role) if self._numbers else theme.font(self.role)
        if self._size is not None:
            font.setPixelSize(theme.px(self._size))
        if self._weight is not None:
            font.setWeight(font.Weight(self._weight))
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colours.named(self._colour))
        self.setPalette(palette)
        self.setMinimumHeight(0 if self.wordWrap() else theme.line(self.role))


class Elided(Label):
    """One line that ends in an ellipsis where it does not fit, with the whole as its tooltip."""

    def __init__(self, text: str = "", role: str = "body", colour: str = "text") -> None:
        super().__init__(text, role, colour)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the width of the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()), current_theme().line(self.role))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, current_theme().line(self.role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only while it is cut."""
        super().resizeEvent(event)
        self.setToolTip("" if self._shown() == self.text() else self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(
            self.rect(), (side | Qt.AlignmentFlag.AlignVCenter) if side else start, self._shown()
        )
        painter.end()

    def _shown(self) -> str:
        return QFontMetrics(self.font()).elidedText(self.text(), _ELLIPSIS, self.width())
