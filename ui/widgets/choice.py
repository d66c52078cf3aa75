"""A choice of one among several."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.offered_rows import OfferedRows
from ui.widgets.styling import restyle

_FILTERED_ABOVE = 12
_FEW = 12
"""Letters of an option that are seen at least, where a choice gives way."""


class Heading:
    """The value of an option that only names those below it; it cannot be chosen."""


class Choice(QComboBox):
    """One value among several; with more than twelve, typing filters them.

    `options` are pairs of words and value, a `Heading` where the words name those below;
    `picked` carries the value the user chose.
    """

    picked = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[str, object]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setView(OfferedRows())
        if name:
            self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._pick)
        self.set_options(options)
        follow_theme(self._apply_theme)

    def set_options(self, options: Sequence[tuple[str, object]]) -> None:
        """Replace the options; the chosen value stays if it is still among them."""
        chosen = self.value()
        self.blockSignals(True)
        self.clear()
        for words, value in options:
            self.addItem(words, value)
            if isinstance(value, Heading):
                self._make_heading(self.count() - 1)
        self.setEditable(len(options) > _FILTERED_ABOVE)
        if self.isEditable():
            self._filter_while_typing()
        self.blockSignals(False)
        self.set_value(chosen)

    def value(self) -> object:
        """Return the chosen value, None where there is none."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered chooses the first."""
        places = [place for place in range(self.count()) if self.itemData(place) == value]
        self.setCurrentIndex(places[0] if places else min(0, self.count() - 1))

    def set_error(self, *, wrong: bool) -> None:
        """Draw the border of an error, or take it away."""
        restyle(self, "error", "true" if wrong else "false")

    def give_way(self) -> None:
        """Be as narrow as what it stands in, however long what it offers is."""
        self.setMinimumContentsLength(_FEW)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling must not choose."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chevron over the field."""
        super().paintEvent(event)
        side = current_theme().px(16)
        x = self.width() - side - 10
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = 10
        painter = QPainter(self)
        colour = "text-2" if self.isEnabled() else "text-disabled"
        paint_icon(painter, QRect(x, 0, side, self.height()), "chevron-down", colour)
        painter.end()

    def _pick(self, place: int) -> None:
        self.picked.emit(self.itemData(place))

    def _make_heading(self, place: int) -> None:
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(place).setFlags(Qt.ItemFlag.NoItemFlags)
            self.setItemData(place, current_theme().font("section"), Qt.ItemDataRole.FontRole)

    def _filter_while_typing(self) -> None:
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        OfferedRows(completer)
        self.setCompleter(completer)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.size("control"))
