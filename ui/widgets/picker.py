"""A popover that offers a searchable list, such as of goals to link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.line_edit import LineEdit
from ui.widgets.list_pane import RowList
from ui.widgets.popover import Popover
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_line
from ui.widgets.text import Label

_WIDTH, _SHOWN = 340, 8
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ROOT = QModelIndex()
_OFFER = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to pick; `aside` stands at its end, `detail` below it. A heading has no key."""

    key: str
    title: str
    detail: str = ""
    aside: str = ""
    icon: str = ""

    @property
    def heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.key

    def matches(self, words: str) -> bool:
        """Whether it holds all these words, in any order and case."""
        text = f"{self.title} {self.detail}".casefold()
        return all(word in text for word in words.casefold().split())


class OfferModel(QAbstractListModel):
    """The offers that a search leaves; a heading stays as long as something stands below it."""

    def __init__(self, offers: Sequence[Offer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(offers)
        self._shown: tuple[Offer, ...] = self._all

    def offer(self, index: Index) -> Offer | None:
        """What is offered in a row."""
        return self._shown[index.row()] if index.isValid() else None

    def first(self) -> QModelIndex:
        """The first row that can be picked."""
        places = (place for place, offer in enumerate(self._shown) if not offer.heading)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    def renew(self, offers: Sequence[Offer]) -> None:
        """Offer something else from the next search on."""
        self._all = tuple(offers)

    def search(self, words: str) -> None:
        """Leave only what holds these words."""
        found = [offer for offer in self._all if offer.heading or offer.matches(words)]
        following = [*found, Offer("", "")][1:]
        kept = zip(found, following, strict=True)
        self.beginResetModel()
        self._shown = tuple(o for o, after in kept if not (o.heading and after.heading))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are left."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown and said of an offer."""
        offer = self.offer(index)
        if offer is None:
            return None
        sentence = ", ".join(part for part in (offer.title, offer.aside, offer.detail) if part)
        cells: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: offer.title,
            Qt.ItemDataRole.AccessibleTextRole: sentence,
            _OFFER: offer,
            RowRole.SECTION: offer.heading or None,
        }
        return cells.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be picked."""
        offer = self.offer(index)
        if offer is None or offer.heading:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never


class Picker(Popover):
    """Offers in a list under a search field; `picked` carries the key of the chosen one."""

    picked = Signal(str)

    def __init__(self, name: str, anchor: QWidget, offers: Sequence[Offer], empty: str) -> None:
        super().__init__(name, anchor)
        self._model = OfferModel(offers, self)
        self._search = LineEdit(self.tr("Search"), icon="search", name=name)
        self._rows = RowList(name)
        self._rows.setItemDelegate(OfferDelegate(self))
        self._rows.setModel(self._model)
        self._empty = Label(empty, "body", "text-2", wrap=True)
        self._lay_out()
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._find)
        self._rows.opened.connect(self._pick)
        self._rows.clicked.connect(self._pick)
        self._find("")

    def point_at(self, key: str) -> None:
        """Make an offer the one that Enter picks."""
        for place in range(self._model.rowCount()):
            offer = self._model.offer(self._model.index(place))
            if offer is not None and offer.key == key:
                self._rows.setCurrentIndex(self._model.index(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search field act on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._rows.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self._rows.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        theme = current_theme()
        room = self.screen().availableGeometry()
        self._rows.setFixedWidth(min(theme.px(_WIDTH), room.width() - theme.px(48)))
        heights = (self._rows.sizeHintForRow(row) for row in range(self._model.rowCount()))
        most = min(theme.size("row-2") * _SHOWN, room.height() - theme.px(120))
        self._rows.setFixedHeight(min(sum(heights), most))
        self.body.addWidget(self._search)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._empty)

    def _find(self, words: str) -> None:
        self._model.search(words)
        first = self._model.first()
        self._rows.setVisible(first.isValid())
        self._empty.setVisible(not first.isValid())
        self._rows.setCurrentIndex(first)

    def _pick(self, index: QModelIndex) -> None:
        offer = self._model.offer(index)
        if offer is not None and not offer.heading:
            self.close()
            self.picked.emit(offer.key)


class OfferDelegate(RowDelegate):
    """Paints an offer: its title, and below it what there is to say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self.setParent(parent)
        self.padding = self.end_padding = 10

    def row_height(self, index: Index) -> int:
        """Return room for one line, or for two."""
        return current_theme().size("row-2" if index.data(_OFFER).detail else "row-1")

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint one offer."""
        theme, offer = current_theme(), index.data(_OFFER)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if offer.icon:
            side = theme.size("icon")
            x = box.right() + 1 - side if rtl else box.x()
            paint_icon(painter, QRect(x, box.y(), side, box.height()), offer.icon, "text-2")
            lead = side + theme.px(10)
            box = box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)
        line = theme.line("body")
        top = box.center().y() - (line if offer.detail else line // 2) + 1
        head = QRect(box.x(), top, box.width(), line)
        small = theme.font("caption")
        taken = draw_line(painter, head, offer.aside, font=small, colour="text-3", end=True)
        taken += theme.px(10) if taken else 0
        title = head.adjusted(taken, 0, 0, 0) if rtl else head.adjusted(0, 0, -taken, 0)
        draw_line(painter, title, offer.title, font=theme.font("label"))
        if offer.detail:
            below = head.translated(0, line)
            draw_line(painter, below, offer.detail, font=small, colour="text-2")
