"""The Share page at rest: drafts, saved packs and the ledger."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.ids import Id
from app.queries import ledger
from app.queries.ledger import PackRow
from ui import labels
from ui.context import Context
from ui.share.file_check import DropTarget, is_one_to_check
from ui.share.ledger_detail import LedgerPane
from ui.share.ledger_section import LedgerSection
from ui.share.ledger_table import LedgerTable
from ui.share.pack_card import PackCard
from ui.share.pack_group import COLUMNS, PackGroup
from ui.share.words import counted, items_words
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.notices import EmptyState
from ui.widgets.page_frame import PageFrame
from ui.widgets.tab_order import put_after

_DETAIL, _DETAIL_NARROW = 344, 300


class ShareHome(QWidget):
    """Packs as cards, the ledger as a table, and one line of it at the right."""

    started = Signal()
    opened = Signal(str)
    trashed = Signal(str)
    navigate = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        lede = self.tr("What has left this room, and what is being prepared.")
        self._frame = PageFrame(self.tr("Share"), lede)
        self.new = Button(self.tr("New share pack"), "share", icon="plus")
        self.drafts = PackGroup(self.tr("Drafts"), "")
        self.saved = PackGroup(self.tr("Saved packs"), self.tr("Start again from one you know"))
        self.ledger = LedgerSection(context)
        self.pane = LedgerPane(context)
        self._empty = QVBoxLayout()
        self._detail = QScrollArea()
        self._row = QHBoxLayout(self)
        drop = self.tr("Drop a file here to see whether it is one you saved")
        self._target = DropTarget(drop, self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        follow_theme(self._fit)

    # Properties

    @property
    def table(self) -> LedgerTable:
        """The table of the ledger."""
        return self.ledger.table

    # Methods

    def refresh(self) -> None:
        """Show packs and ledger as they are now."""
        vault = self._context.vault
        rows = ledger.packs(vault)
        lines = ledger.lines(vault)
        self.drafts.show_cards([self._draft(row) for row in rows if not row.saved])
        self.saved.show_cards([self._pack(row) for row in rows if row.saved])
        for card in (*self.drafts.cards, *self.saved.cards):
            card.clicked.connect(lambda _=False, pack=card.pack: self.opened.emit(pack))
            card.trashed.connect(self.trashed)
        put_after(self.new, *self.drafts.cards, *self.saved.cards)
        self.ledger.setVisible(bool(lines))
        self.ledger.show_rows(lines)
        self._show_empty(nothing=not lines)
        self._show_line(self.table.current_id())

    def card_of(self, pack: Id) -> PackCard | None:
        """The card of a pack, None where it has none."""
        cards = (*self.drafts.cards, *self.saved.cards)
        return next((card for card in cards if card.pack == pack), None)

    def first_focus(self) -> QWidget:
        """The ledger, or the button where there is none."""
        return self.table if self.table.lines.rowCount() else self.new

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail beside the page, or below it where room is short."""
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Offer to check a file that is dragged over the page, once there is something saved."""
        if self.table.lines.rowCount() and is_one_to_check(event.mimeData().urls()):
            self._target.cover()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show the page again."""
        self._target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file; it stays where it is, whatever its window asks for."""
        self._target.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.ledger.check.drop(event.mimeData().urls())

    # Private

    def _lay_out(self) -> None:
        self._frame.tools.addWidget(
            self.new, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._frame.main.setSpacing(24)
        self._frame.main.addWidget(self.drafts)
        self._frame.main.addWidget(self.saved)
        self._frame.main.addLayout(self._empty)
        self._frame.main.addWidget(self.ledger)
        self._frame.main.addStretch()
        self.pane.setProperty("ground", "pane")
        self._detail.setWidget(self.pane)
        self._detail.setWidgetResizable(True)
        self._detail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setProperty("ground", "pane")
        self._holder.setProperty("line", "left")
        self._holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(self._holder)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._detail)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._frame, 1)
        self._row.addWidget(self._holder)

    def _connect(self) -> None:
        self.new.clicked.connect(self.started)
        self.table.picked.connect(lambda line: self._show_line(Id(line)))
        self.table.marked.connect(lambda line, mark: self.pane.mark(Id(line), mark))
        self.pane.reused.connect(self.opened)
        for part in (self.ledger, self.pane):
            part.navigate.connect(self.navigate)

    def _draft(self, row: PackRow) -> PackCard:
        today = self._context.today()
        day = Moment(row.modified, self._context.vault.now().offset).day
        about = ", ".join(part for part in (row.recipient, items_words(row.items)) if part)
        return PackCard(row.id, self._name(row), about, labels.day_words(day, today))

    def _pack(self, row: PackRow) -> PackCard:
        one = QT_TRANSLATE_NOOP("Share", "1 saved")
        saved = counted(one, QT_TRANSLATE_NOOP("Share", "%n saved"), row.saved)
        return PackCard(row.id, self._name(row), row.recipient, saved)

    def _name(self, row: PackRow) -> str:
        return row.title or row.purpose or self.tr("Share pack without a title")

    def _show_empty(self, *, nothing: bool) -> None:
        while item := self._empty.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if nothing:
            sentence = self.tr("A PDF you save for somebody is written down here.")
            start = Button(self.tr("New share pack"), "share-plain", icon="plus")
            start.clicked.connect(self.started)
            heading = self.tr("Nothing has left this room.")
            self._empty.addWidget(EmptyState(heading, sentence, [start]))

    def _show_line(self, line: Id) -> None:
        if line != self.pane.line:
            self._detail.verticalScrollBar().setValue(0)
        self._holder.setVisible(self.pane.show_line(line))

    def _fit(self) -> None:
        theme = current_theme()
        wide = theme.effective_width(self.width())
        below = wide < theme.breakpoint("list-pane-hide-below")
        if below and self._row.indexOf(self._holder) >= 0:
            self._row.removeWidget(self._holder)
            self._frame.main.insertWidget(self._frame.main.count() - 1, self._holder)
        elif not below and self._row.indexOf(self._holder) < 0:
            self._frame.main.removeWidget(self._holder)
            self._row.addWidget(self._holder)
        narrow = wide < theme.breakpoint("side-panel-stack-below")
        width = theme.px(_DETAIL_NARROW if narrow else _DETAIL)
        self._holder.setMinimumWidth(0 if below else width)
        self._holder.setMaximumWidth(1 << 20 if below else width)
        bar = Qt.ScrollBarPolicy
        self._detail.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if below else bar.ScrollBarAsNeeded
        )
        for group in (self.drafts, self.saved):
            group.set_columns(1 if below else COLUMNS)
