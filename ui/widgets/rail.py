"""The rail: the places of the application, at the left of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme, current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.mark import Wordmark
from ui.widgets.ring import Ringed
from ui.widgets.styling import Rule

_HEIGHT, _ICON_X, _WORDS_X, _WORDS = 36, 10, 40, 20
_LARGEST_ICON = 1.5


@dataclass(frozen=True)
class Place:
    """A place of the rail: its id, icon, words, a hint painted beside them, and its shortcut."""

    id: str
    icon: str
    words: str
    hint: str = ""
    shortcut: str = ""


class RailItem(Ringed, QPushButton):
    """One place; a bar marks the current one. Its `look` is place, search or capture."""

    def __init__(self, place: Place, look: str = "place", parent: QWidget | None = None) -> None:
        super().__init__(place.words, parent)
        self.place = place
        self._look = look
        self._collapsed = False
        self.setCheckable(look == "place")
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._name()
        follow_theme(self._apply_theme)

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show the icon alone, with its words and its shortcut as tooltip."""
        self._collapsed = collapsed
        self._name()
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave it to the rail to say where we are."""

    def sizeHint(self) -> QSize:
        """Return room for icon, words and hint."""
        theme = current_theme()
        height = theme.size("row-1") if self._look != "search" else theme.size("control")
        if self._collapsed:
            side = round(_HEIGHT * min(theme.scale, _LARGEST_ICON))
            return QSize(side, side)
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.place.words + self.place.hint)
        return QSize(theme.px(_WORDS_X) + words + theme.px(20), height)

    def minimumSizeHint(self) -> QSize:
        """Return room for the icon alone, and for the words where they are shown."""
        words = current_theme().px(_WORDS) + 4
        return QSize(_HEIGHT, _HEIGHT if self._collapsed else max(_HEIGHT - 4, words))

    def ring_gap(self) -> int:
        """Return that the frame lies inside."""
        return -2

    def ring_radius(self) -> float:
        """Return the radius of the item."""
        return float(current_theme().radius("control" if self._look == "search" else "item"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there on Enter and Space; the arrows move along the rail."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, icon, words and hint."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        colour = self._colour()
        side = min(theme.size("icon-rail"), round(18 * _LARGEST_ICON))
        if self._look == "search" and not self._collapsed:
            side = min(theme.px(16), round(16 * _LARGEST_ICON))
        x = (self.width() - side) // 2 if self._collapsed else theme.px(_ICON_X)
        paint_icon(painter, self._visual(x, side), self.place.icon, colour)
        if not self._collapsed:
            self._paint_words(painter, theme, colour)
        painter.end()

    # Private

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        colours = theme.colours
        over = self.underMouse() or self.isDown()
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        radius = float(theme.radius("item"))
        if self._look == "search" and not self._collapsed:
            painter.setPen(QPen(colours.border_control if over else colours.border_strong, 1))
            painter.setBrush(colours.surface)
            radius = float(theme.radius("control"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        elif self.isChecked() or (over and self.isEnabled()):
            painter.setBrush(colours.rail_selected if self.isChecked() else colours.rail_hover)
            painter.drawRoundedRect(box, radius, radius)
        if self.isChecked():
            self._paint_bar(painter, theme)

    def _paint_bar(self, painter: QPainter, theme: Theme) -> None:
        height = theme.px(18)
        bar = self._visual(0, 3)
        top = (self.height() - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.accent)
        painter.drawRoundedRect(QRectF(bar.x(), top, 3, height), 1.5, 1.5)

    def _paint_words(self, painter: QPainter, theme: Theme, colour: str) -> None:
        strong = self.isChecked() or self._look == "capture"
        weight = 600 if strong else 400 if self._look == "search" else 500
        hint_font = theme.font("axis" if self._look != "place" else "caption")
        painter.setFont(hint_font)
        hint = painter.fontMetrics().horizontalAdvance(self.place.hint)
        painter.setPen(theme.colours.accent_text if self.isChecked() else theme.colours.text_2)
        end = theme.px(9 if self._look != "place" else 10)
        x = self.width() - hint - end
        painter.drawText(self._visual(x, hint), Qt.AlignmentFlag.AlignVCenter, self.place.hint)
        painter.setFont(theme.sized("body", 13, weight))
        painter.setPen(theme.colours.named(colour))
        lead = theme.px({"search": 33, "capture": 36}.get(self._look, _WORDS_X))
        room = max(0, x - lead - theme.px(4))
        words = painter.fontMetrics().elidedText(
            self.place.words, Qt.TextElideMode.ElideRight, room
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._visual(lead, room), side | Qt.AlignmentFlag.AlignVCenter, words)

    def _colour(self) -> str:
        if not self.isEnabled():
            return "text-disabled"
        return "accent-text" if self.isChecked() or self._look == "capture" else "text-2"

    def _visual(self, x: int, width: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRect(x, 0, width, self.height())

    def _name(self) -> None:
        words, keys = self.place.words, self.place.shortcut or self.place.hint
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        spelled = f"{words} ({keys})" if keys else words
        self.setToolTip(spelled if self._collapsed else "")

    def _apply_theme(self) -> None:
        self.setFont(current_theme().sized("body", 13, 600))
        self.updateGeometry()


class Rail(QWidget):
    """Mark, search, capture, the places, and at the bottom what is always there.

    `went` carries the id of what was clicked. Below its breakpoint the window collapses it.
    """

    went = Signal(str)

    def __init__(
        self,
        places: Sequence[Place],
        bottom: Sequence[Place],
        *,
        search: Place | None = None,
        capture: Place | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._collapsed = False
        self.setProperty("ground", "rail")
        self.setProperty("line", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wordmark = Wordmark()
        self._search = RailItem(search, "search") if search else None
        self._capture = RailItem(capture, "capture") if capture else None
        self._items = [RailItem(place) for place in (*places, *bottom)]
        self._lay_out(len(places))
        for item in self._all():
            item.clicked.connect(self._go)
        follow_theme(self._apply_theme)

    @property
    def collapsed(self) -> bool:
        """Whether only the icons show."""
        return self._collapsed

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show the icons alone, or icons and words."""
        self._collapsed = collapsed
        for item in self._all():
            item.set_collapsed(collapsed=collapsed)
        self._wordmark.set_collapsed(collapsed=collapsed)
        self._apply_theme()

    def fit(self, window_width: int) -> None:
        """Collapse below the breakpoint of the window's width."""
        theme = current_theme()
        narrow = theme.effective_width(window_width) < theme.breakpoint("rail-collapse-below")
        if narrow != self._collapsed:
            self.set_collapsed(collapsed=narrow)

    def show_place(self, place: str) -> None:
        """Mark the place we are at; one that is not on the rail marks none."""
        for item in self._items:
            item.setChecked(item.place.id == place)

    def item(self, place: str) -> RailItem:
        """Return the item of a place."""
        return next(item for item in self._items if item.place.id == place)

    def _all(self) -> list[RailItem]:
        ways = (self._search, self._capture)
        return [*(item for item in ways if item is not None), *self._items]

    def _lay_out(self, tops: int) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addWidget(self._wordmark)
        column.addSpacing(15)
        for item, gap in ((self._search, 4), (self._capture, 12)):
            if item is not None:
                column.addWidget(item)
                column.addSpacing(gap)
        for item in self._items[:tops]:
            column.addWidget(item)
        column.addStretch()
        column.addWidget(Rule(strong=True))
        column.addSpacing(6)
        for item in self._items[tops:]:
            column.addWidget(item)

    def _apply_theme(self) -> None:
        theme = current_theme()
        wide = theme.size("rail")
        if self._collapsed:
            wide = min(theme.size("rail-collapsed"), round(60 * _LARGEST_ICON))
        self.setFixedWidth(wide)
        side = 10 if self._collapsed else 12
        column = self.layout()
        if column is not None:
            column.setContentsMargins(side, 17, side + 1, 12)

    def _go(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.went.emit(item.place.id)
