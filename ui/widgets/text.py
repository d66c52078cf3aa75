"""Text as labels: plain text only, in the fonts of the theme's roles."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.plain import tooltip

_ELLIPSIS = Qt.TextElideMode.ElideRight
_SIDES = Qt.AlignmentFlag.AlignHorizontal_Mask


class Label(QLabel):
    """A label in one of the theme's type roles; `role` is a dynamic property.

    `colour` names a colour token; `size` and `weight` differ from the role where given. Wrapped
    text keeps the line height of its role.
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
        self._strong: tuple[str, ...] = ()
        self._counted, self._lines = "", dict[int, int]()
        self._pitch = 0
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        follow_theme(self._apply_theme)

    # Properties

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
        if colour != self._colour:
            self._colour = colour
            self._apply_theme()

    def emphasise(self, words: Sequence[str]) -> None:
        """Set these words of a wrapped text in a strong weight, each where it first occurs."""
        self._strong = tuple(words)
        self._lines.clear()
        self.updateGeometry()
        self.update()

    # Events

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line, or wrapped at a readable width."""
        if not self.wordWrap():
            return QSize(super().sizeHint().width(), self._pitch + self._slack())
        width = min(self._natural_width(), current_theme().px(360))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the longest word's width for a wrapped text, and its lines' height."""
        if not self.wordWrap():
            return QSize(super().minimumSizeHint().width(), self._pitch + self._slack())
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(longest, current_theme().px(160)), self._pitch + self._slack())

    def hasHeightForWidth(self) -> bool:
        """Return whether the height follows the width."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped lines, in pixels."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return (
            self._count_lines(inner) * self._pitch
            + self._slack()
            + margins.top()
            + margins.bottom()
        )

    def changeEvent(self, event: QEvent) -> None:
        """Count the lines again in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._lines.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint wrapped lines at the pitch of the role."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        box = self.contentsRect()
        layouts = self._layouts(box.width())
        y = box.y()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            lines = sum(layout.lineCount() for layout in layouts)
            y += max(0, box.height() - lines * self._pitch - self._slack()) // 2
        for layout in layouts:
            layout.draw(painter, QPointF(box.x(), y))
            y += layout.lineCount() * self._pitch
        painter.end()

    def option_for(self, _paragraph: str) -> QTextOption:
        """Return how a paragraph of a wrapped text is aligned and broken."""
        option = QTextOption(self.alignment() & _SIDES)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    # Private

    def _apply_theme(self) -> None:
        theme = current_theme()
        font = theme.numbers(self.role) if self._numbers else theme.font(self.role)
        self._pitch = theme.line(self.role)
        if self._size is not None:
            font.setPixelSize(theme.px(self._size))
            usual = theme.tokens["type"][self.role]["size"]
            self._pitch = round(self._pitch * self._size / usual)
        if self._weight is not None:
            font.setWeight(QFont.Weight(self._weight))
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colours.named(self._colour))
        self.setPalette(palette)
        self.setMinimumHeight(0 if self.wordWrap() else self._pitch + self._slack())
        self.updateGeometry()

    def _slack(self) -> int:
        """Return room for what hangs below the last line of a tightly set role."""
        return max(0, self.fontMetrics().height() - self._pitch + 1) // 2

    def _count_lines(self, width: int) -> int:
        """Return how many lines the text has at a width; layouts ask for the same many times."""
        if self._counted != self.text():
            self._counted = self.text()
            self._lines.clear()
        if width not in self._lines:
            self._lines[width] = sum(layout.lineCount() for layout in self._layouts(width))
        return self._lines[width]

    def _natural_width(self) -> int:
        metrics = self.fontMetrics()
        widths = (metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        return max(widths, default=0) + 1

    def _layouts(self, width: int) -> list[QTextLayout]:
        """Break every paragraph into lines; each line sits in the middle of its pitch."""
        layouts, start = [], 0
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(self.option_for(paragraph))
            layout.setFormats(self._formats(paragraph, start))
            layout.setCacheEnabled(True)
            self._break(layout, width)
            layouts.append(layout)
            start += len(paragraph) + 1
        return layouts

    def _break(self, layout: QTextLayout, width: int) -> None:
        number = 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, number * self._pitch + (self._pitch - line.height()) / 2))
            number += 1
            line = layout.createLine()
        layout.endLayout()

    def _formats(self, paragraph: str, start: int) -> list[QTextLayout.FormatRange]:
        """Return what stands out in a paragraph that begins at a place of the text."""
        del start
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        ranges, behind = [], 0
        for words in self._strong:
            place = paragraph.find(words, behind)
            if place < 0:
                continue
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length = place, len(words)
            stretch.format = bold
            ranges.append(stretch)
            behind = place + len(words)
        return ranges


class Elided(Label):
    """One line that ends in an ellipsis where it does not fit, with the whole as its tooltip."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        size: float | None = None,
        weight: int | None = None,
    ) -> None:
        super().__init__(text, role, colour, size=size, weight=weight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the width of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(width, current_theme().line(self.role))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        width = min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 6)
        return QSize(width, current_theme().line(self.role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only while it is cut."""
        super().resizeEvent(event)
        self.setToolTip("" if self._shown() == self.text() else tooltip(self.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        side = (self.alignment() & _SIDES) or Qt.AlignmentFlag.AlignLeft
        box: QRect = self.rect()
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, self._shown())
        painter.end()

    def _shown(self) -> str:
        return QFontMetrics(self.font()).elidedText(self.text(), _ELLIPSIS, self.width())
