"""The five anchors of a competency, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout

from app.domain.competencies import LEVELS
from ui.labels import number
from ui.theme import current_theme, follow_theme
from ui.widgets.bulbs import paint_row, row_boxes
from ui.widgets.one_of import OneOf, Option
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import wrapped_lines

_LEAST, _AROUND, _LINE, _MOST_LINES = 68, 24, 22, 40
_DISC, _DISC_AT, _NUMBER_AT, _WORDS_AT, _END = 18, 18, 52, 79, 17
_BULB, _PITCH = 9, 12


class AnchorRow(Option):
    """One level with its anchor; `numbered` carries the level of a number key."""

    numbered = Signal(int)

    def __init__(self, level: int) -> None:
        super().__init__(str(level), "")
        self._level = level
        self._anchor = ""
        self._earlier = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self.updateGeometry)

    def show_anchor(self, anchor: str, earlier: str = "") -> None:
        """Show the anchor, and whose earlier rating it was where it was one."""
        self._anchor, self._earlier = anchor, earlier
        self.setText(self.tr("{0}. {1}").format(number(self._level), anchor))
        self.setAccessibleDescription(earlier)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by its number besides the other keys of an answer."""
        level = event.key() - int(Qt.Key.Key_0)
        if 1 <= level <= LEVELS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.numbered.emit(level)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a readable width and the height at it."""
        width = current_theme().px(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few words."""
        return QSize(current_theme().px(200), current_theme().px(_LEAST))

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the anchor's lines at a width."""
        theme = current_theme()
        lines = len(self._lines(width)) * theme.px(_LINE) + theme.px(_AROUND)
        below = theme.px(_LINE) if self._earlier and not self._beside(width) else 0
        return max(theme.px(_LEAST), lines + below)

    def ring_box(self) -> QRect:
        """Frame the row."""
        return self.rect()

    def ring_gap(self) -> int:
        """Return that the frame lies inside."""
        return -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark, the number, the anchor, and what stands at the end."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_mark(painter)
        weight = 600 if self.isChecked() else 400
        digit = QRect(theme.px(_NUMBER_AT), 0, theme.px(_WORDS_AT - _NUMBER_AT), self.height())
        colour = "text" if self.isChecked() else "text-2"
        draw_line(
            painter,
            self._mirrored(digit),
            number(self._level),
            font=theme.sized("body", 15, weight),
            colour=colour,
        )
        self._paint_words(painter)
        self._paint_end(painter)
        painter.end()

    # Private

    def _paint_ground(self, painter: QPainter) -> None:
        colours = current_theme().colours
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), colours.selected if self.isChecked() else colours.hover)
        if self._level < LEVELS:
            painter.setPen(QPen(colours.border, 1))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _paint_mark(self, painter: QPainter) -> None:
        theme = current_theme()
        side = theme.px(_DISC)
        box = QRect(theme.px(_DISC_AT), (self.height() - side) // 2, side, side)
        disc = QRectF(self._mirrored(box)).adjusted(0.75, 0.75, -0.75, -0.75)
        colours = theme.colours
        painter.setBrush(colours.accent if self.isChecked() else colours.raised)
        painter.setPen(QPen(colours.accent if self.isChecked() else colours.border_control, 1.5))
        painter.drawEllipse(disc)
        if self.isChecked():
            painter.setBrush(colours.on_accent)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(disc.center(), side / 6, side / 6)

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        lines, pitch = self._lines(self.width()), theme.px(_LINE)
        below = pitch if self._earlier and not self._beside(self.width()) else 0
        top = (self.height() - len(lines) * pitch - below) // 2
        width = self._room(self.width())
        for at, line in enumerate(lines):
            box = QRect(theme.px(_WORDS_AT), top + at * pitch, width, pitch)
            draw_line(painter, self._mirrored(box), line, font=theme.sized("writing", 16))

    def _paint_end(self, painter: QPainter) -> None:
        theme = current_theme()
        height = self.height()
        if self._earlier:
            box = QRect(0, 0, self.width() - theme.px(_END), height)
            if not self._beside(self.width()):
                start, pitch = theme.px(_WORDS_AT), theme.px(_LINE)
                box = QRect(start, height - pitch - theme.px(8), self.width() - start, pitch)
            elif self.isChecked():
                box.setHeight(height // 2)
            draw_line(
                painter,
                self._mirrored(box),
                self._earlier,
                font=theme.font("caption"),
                colour="text-2",
                end=self._beside(self.width()),
            )
        if self.isChecked():
            self._paint_bulbs(painter)

    def _paint_bulbs(self, painter: QPainter) -> None:
        theme = current_theme()
        low = self._earlier and self._beside(self.width())
        middle = self.height() * (0.66 if low else 0.5)
        right = QPointF(self.width() - theme.px(_END), middle)
        boxes = row_boxes(right, theme.px(_BULB), theme.px(_PITCH))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            boxes = [QRectF(self._mirrored(box.toRect())) for box in boxes]
        paint_row(painter, boxes, self._level)

    def _lines(self, width: int) -> list[str]:
        metrics = QFontMetrics(current_theme().sized("writing", 16))
        return wrapped_lines(metrics, self._anchor, self._room(width), _MOST_LINES)

    def _room(self, width: int) -> int:
        theme = current_theme()
        end = theme.px(_PITCH * LEVELS)
        if self._earlier and self._beside(width):
            end = max(end, QFontMetrics(theme.font("caption")).horizontalAdvance(self._earlier))
        return max(theme.px(80), width - theme.px(_WORDS_AT + _END + 16) - end)

    def _beside(self, width: int) -> bool:
        """Whether there is room for the earlier rating beside the words."""
        return current_theme().effective_width(width) >= 480  # noqa: PLR2004 - measured by eye

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)


class AnchorRows(OneOf):
    """The anchors as one choice: 1 to 5, arrows, Space; Delete takes the level back.

    `rated` carries the level the user chose, 0 when it was taken back.
    """

    rated = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name, [AnchorRow(level) for level in range(1, LEVELS + 1)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
            row.numbered.connect(self.choose_level)
        self.picked.connect(lambda value: self.rated.emit(int(value or 0)))

    @property
    def rows(self) -> tuple[AnchorRow, ...]:
        """The rows, level 1 first."""
        return tuple(option for option in self.options if isinstance(option, AnchorRow))

    def level(self) -> int:
        """Return the chosen level, 0 for none."""
        return int(self.value() or 0)

    def set_level(self, level: int) -> None:
        """Choose a level without saying that the user did."""
        self.set_value(str(level) if level else None)

    def show_anchors(self, anchors: Sequence[str], earlier: dict[int, str]) -> None:
        """Show the anchors, and whose earlier rating a level was where it was one."""
        for level, (row, anchor) in enumerate(zip(self.rows, anchors, strict=True), start=1):
            row.show_anchor(anchor, earlier.get(level, ""))

    def choose_level(self, level: int) -> None:
        """Choose a level and go there."""
        row = self.rows[level - 1]
        if self.level() != level:
            self.set_level(level)
            self.rated.emit(level)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> AnchorRow:
        """Return the row that Tab stops at."""
        return next((row for row in self.rows if row.isChecked()), self.rows[0])
