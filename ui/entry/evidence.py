"""What an entry is evidence for, on one line: as many chips as fit, the others in a popover."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.queries.evidence import Target
from ui.entry.words import TARGET_ICONS, links_words
from ui.theme import follow_theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.popover import Popover
from ui.widgets.tab_order import put_before
from ui.widgets.text import Label

_GAP, _LENGTH = 8, 30


class EvidenceLine(QWidget):
    """A lead, a chip for each goal, and the button that links another one."""

    unlink_asked = Signal(str)
    """The id of what it is no longer evidence for."""
    target_asked = Signal(object)
    """The Target to go to."""

    def __init__(self, link: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets: tuple[Target, ...] = ()
        self._lead = Label(self.tr("Evidence for"), "caption", "text-2", parent=self)
        self.chips: list[Chip] = []
        self.more = Chip("", "evidence", icon="", parent=self)
        self._link = link
        self._link_words = link.text()
        link.setAccessibleName(link.text())
        link.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(self._show_rest)
        follow_theme(self.updateGeometry)

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show what the entry is evidence for."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self._targets = tuple(targets)
        self.chips = [self._chip(target, self) for target in targets]
        put_before(self.more, *self.chips)
        self.updateGeometry()
        self._place()

    # Events

    def sizeHint(self) -> QSize:
        """Return room for everything side by side."""
        shown = [self._lead, *self.chips, self._link]
        width = sum(each.sizeHint().width() + _GAP for each in shown) - _GAP
        return QSize(width, self._link.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the count of the chips and the button."""
        height = self._link.sizeHint().height()
        chips = self._count_width(len(self.chips)) + _GAP if self.chips else 0
        return QSize(chips + height, height)

    def event(self, event: QEvent) -> bool:
        """Show as many chips as fit at another text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit."""
        super().resizeEvent(event)
        self._place()

    # Private

    def _place(self) -> None:
        """Lay out what fits; where not even the lead does, it gives way to the count."""
        self._link.setText(self._link_words)
        if not self._fits(0):
            # Its icon alone: the count and what it counts say more.
            self._link.setText("")
        counts = range(len(self.chips), 0, -1)
        fitting = next((count for count in counts if self._fits(count)), 0)
        lead = self._fits(fitting)
        self._lead.setVisible(lead)
        hidden = len(self.chips) - fitting
        self._count(hidden)
        self.more.setVisible(hidden > 0)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < fitting)
        x = 0
        shown: list[QWidget] = [self._lead] if lead else []
        shown += [*self.chips[:fitting], *([self.more] if hidden else []), self._link]
        for widget in shown:
            x += self._put(widget, x) + _GAP

    def _put(self, widget: QWidget, x: int) -> int:
        size = widget.sizeHint()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - x - size.width() if rtl else x
        top = (self.height() - size.height()) // 2
        widget.setGeometry(QRect(left, top, size.width(), size.height()))
        return size.width()

    def _fits(self, count: int) -> bool:
        """Whether so many chips have room after the lead."""
        hidden = len(self.chips) - count
        shown = [self._lead, *self.chips[:count], self._link]
        widths = [each.sizeHint().width() for each in shown]
        widths += [self._count_width(hidden)] if hidden else []
        return sum(width + _GAP for width in widths) - _GAP <= self.width()

    def _count_width(self, hidden: int) -> int:
        return self.more.width_of(*self._count_look(hidden))

    def _count_look(self, hidden: int) -> tuple[str, str]:
        """The words and the icon of the count: of goals where none has room, else of the rest."""
        if hidden < len(self.chips):
            return f"+{hidden}", ""
        return links_words([target.kind for target in self._targets]), "target"

    def _count(self, hidden: int) -> None:
        titles = ", ".join(target.title for target in self._targets[len(self.chips) - hidden :])
        words, icon = self._count_look(hidden)
        rest = self.tr("{0} more: {1}").format(hidden, titles)
        name = self.tr("Evidence for {0}").format(titles) if icon else rest
        self.more.show_state(words, "evidence", name)
        self.more.show_icon(icon)

    def _chip(self, target: Target, parent: QWidget) -> Chip:
        icon = TARGET_ICONS[target.kind]
        title = target.title
        shown = title if len(title) <= _LENGTH else title[: _LENGTH - 1].rstrip() + "…"
        name = self.tr("Evidence for {0}").format(title)
        chip = Chip(shown, "evidence", name=name, icon=icon, removable=True, parent=parent)
        chip.setToolTip(self.tr("Go there; Delete removes the link"))
        chip.removed.connect(lambda: self.unlink_asked.emit(target.id))
        chip.clicked.connect(lambda: self.target_asked.emit(target))
        return chip

    def _show_rest(self) -> None:
        popover = Popover(self.tr("Evidence for"), self.more)
        for chip, target in zip(self.chips, self._targets, strict=True):
            if not chip.isVisible():
                copy = self._chip(target, popover)
                copy.clicked.connect(popover.close)
                copy.removed.connect(popover.close)
                popover.body.addWidget(copy)
        popover.open_below()
