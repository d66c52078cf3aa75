"""Segmented views: two to four tabs in one control."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.ring import Ringed

_PADDING, _INSET, _COUNT_GAP = 12, 3, 7


class Segmented(Ringed, QTabBar):
    """Two to four views, with counts inside where they help.

    `views` are pairs of id and words; `chosen` carries the id of the view the user went to.
    With `fill` the tabs share the whole width.
    """

    chosen = Signal(str)

    def __init__(
        self,
        views: Sequence[tuple[str, str]],
        *,
        name: str = "",
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ids = [view for view, _words in views]
        self._counts: dict[int, str] = {}
        self._hovered = -1
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setExpanding(fill)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wide = QSizePolicy.Policy.Expanding if fill else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        for _view, words in views:
            self.addTab(words)
        self.currentChanged.connect(self._choose)
        follow_theme(self._apply_theme)

    def view(self) -> str:
        """Return the id of the view shown."""
        return self._ids[self.currentIndex()]

    def set_view(self, view: str) -> None:
        """Show a view without saying that the user chose it."""
        self.blockSignals(True)
        self.setCurrentIndex(self._ids.index(view))
        self.blockSignals(False)
        self.follow_ring()
        self.update()

    def set_views(self, views: Sequence[tuple[str, str]]) -> None:
        """Offer other views, staying at the one that is shown if it is still among them."""
        if [view for view, _words in views] == self._ids:
            return
        shown = self.view()
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._ids = [view for view, _words in views]
        self._counts, self._hovered = {}, -1
        for _view, words in views:
            self.addTab(words)
        self.setCurrentIndex(self._ids.index(shown) if shown in self._ids else 0)
        self.blockSignals(False)
        self._relay()

    def set_count(self, view: str, count: str, spoken: str = "") -> None:
        """Show a count beside a view's words; `spoken` is the tab's name with it."""
        place = self._ids.index(view)
        said = spoken or f"{self.tabText(place)}, {count}"
        if (self._counts.get(place), self.accessibleTabName(place)) == (count, said):
            return
        self._counts[place] = count
        self.setAccessibleTabName(place, said)
        self._relay()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return room for words and count."""
        theme = current_theme()
        width = self._words_width(index) + 2 * theme.px(_PADDING) + 2
        return QSize(width, theme.size("control"))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the same room: words are not cut."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """Return room for all tabs and the groove around them."""
        widths = sum(self.tabSizeHint(place).width() for place in range(self.count()))
        return QSize(widths + 2 * _INSET, current_theme().size("control"))

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the tab under the pointer."""
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Forget the pointer when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().event(event)

    def ring_box(self) -> QRect:
        """Frame the chosen tab."""
        return self._inner(self.currentIndex()).toRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove and the tabs."""
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.sunken)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, 7.5, 7.5)
        for place in range(self.count()):
            self._paint_tab(painter, place)
        painter.end()

    # Private

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        colours = current_theme().colours
        box, current = self._inner(place), place == self.currentIndex()
        if current or place == self._hovered:
            painter.setBrush(colours.raised if current else colours.hover)
            pen = QPen(colours.border_strong, 1) if current else Qt.PenStyle.NoPen
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)
        painter.setPen(colours.text if current else colours.text_2)
        font = self._font(bold=current)
        painter.setFont(font)
        words, count = self.tabText(place), self._counts.get(place, "")
        width = QFontMetrics(font).horizontalAdvance(words)
        gap = current_theme().px(_COUNT_GAP) if count else 0
        total = width + gap + QFontMetrics(font).horizontalAdvance(count)
        start = QRectF(box.center().x() - total / 2, box.top(), total, box.height())
        lead, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            lead, end = end, lead
        painter.drawText(start, lead | Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(start, end | Qt.AlignmentFlag.AlignVCenter, count)

    def _inner(self, place: int) -> QRectF:
        """Return the painted box of a tab, inside the groove."""
        total = sum(self.tabRect(tab).width() for tab in range(self.count())) or 1
        cell = self.tabRect(place)
        share = (self.width() - 2 * _INSET) / total
        x = _INSET + (cell.x() - self._start()) * share
        box = QRectF(round(x), 0, round(cell.width() * share), self.height())
        return box.adjusted(1, _INSET, -1, -_INSET)

    def _start(self) -> int:
        return min((self.tabRect(tab).x() for tab in range(self.count())), default=0)

    def _words_width(self, place: int) -> int:
        metrics = QFontMetrics(self._font(bold=True))
        width = metrics.horizontalAdvance(self.tabText(place))
        if count := self._counts.get(place):
            width += current_theme().px(_COUNT_GAP) + metrics.horizontalAdvance(count)
        return width

    def _font(self, *, bold: bool) -> QFont:
        return current_theme().sized("body", 13, 600 if bold else 500)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()

    def _choose(self, place: int) -> None:
        self.follow_ring()
        if 0 <= place < len(self._ids):
            self.chosen.emit(self._ids[place])

    def _apply_theme(self) -> None:
        self.setFont(self._font(bold=True))
        self._relay()

    def _relay(self) -> None:
        """Let Qt measure the tabs again."""
        for place in range(self.count()):
            self.setTabText(place, self.tabText(place))
        self.updateGeometry()
        self.update()
