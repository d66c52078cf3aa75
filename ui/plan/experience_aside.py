"""The plan's aside of experiences: the few that matter now, and the way to all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries import experiences
from app.queries.experiences import ExperienceRow
from ui.context import Context, Destination
from ui.experience_words import KIND_ICONS
from ui.plan import experience_words as words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import paint_icon
from ui.widgets.rows import draw_line
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList
from ui.widgets.text import Label

_HEIGHT, _LINE, _TITLE, _TOP, _LEAD = 52, 18, 20, 7, 28


class ExperienceAside(QWidget):
    """Heading, a few experiences and [View all]; `navigate` carries a Destination of the plan."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._model = AsideModel(context.today)
        self.rows = TallList(self.tr("Experiences"), self._model, AsideDelegate(context.today))
        self.all = Button(self.tr("View all"), "link")
        self.all.setAccessibleName(self.tr("View all experiences"))
        self.all.setProperty("flush", True)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(Label(self.tr("Experiences"), "section"), 1)
        head.addWidget(self.all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.all.clicked.connect(lambda: self._go(QModelIndex()))
        self.rows.opened.connect(self._go)

    def refresh(self) -> bool:
        """Show the experiences as they are now; return whether there are any."""
        rows = experiences.foremost(self._context.vault.read, self._context.today())
        self._model.show_rows(rows)
        self.setVisible(bool(rows))
        return bool(rows)

    def _go(self, index: QModelIndex) -> None:
        found = self.rows.id_at(index)
        target = Destination("plan", kind=Kind.EXPERIENCE)
        self.navigate.emit(Destination("plan", found, Kind.EXPERIENCE) if found else target)


class AsideModel(RowModel):
    """A few experiences."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def title(self, row: ExperienceRow) -> str:
        """Return the experience's title."""
        return row.title

    def sentence(self, row: ExperienceRow) -> str:
        """Return all that the row shows."""
        return words.sentence((row.title, words.aside_words(row, self._today())))


class AsideDelegate(TallDelegate):
    """Paints the icon of the kind, the title, and what it is and where it stands."""

    inset = 0
    """The words begin where the heading does."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def height_at(self, width: int, index: Index) -> int:
        """Return the height of two lines."""
        del width, index
        return current_theme().px(_HEIGHT)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint an experience."""
        theme, row = current_theme(), index.data(RECORD)
        side, lead = theme.size("icon"), theme.px(_LEAD)
        top, line = box.y() + theme.px(_TOP), theme.px(_TITLE)
        direction = painter.layoutDirection()
        icon = QRect(box.x(), top, side, line)
        paint_icon(painter, QStyle.visualRect(direction, box, icon), KIND_ICONS[row.type], "text-2")
        text = QRect(box.x() + lead, top, box.width() - lead, line)
        title = QStyle.visualRect(direction, box, text)
        draw_line(painter, title, row.title, font=theme.font("section"))
        below = title.translated(0, line)
        below.setHeight(theme.px(_LINE))
        said = words.aside_words(row, self._today())
        draw_line(painter, below, said, font=theme.numbers("caption"), colour="text-2")
