"""The Share page at rest: drafts, saved packs and the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.ids import NO_ID, Id
from app.queries import ledger
from app.queries.ledger import LedgerRow, PackRow
from ui import labels
from ui.context import Context
from ui.share.ledger_detail import LedgerPane
from ui.share.ledger_table import LedgerTable
from ui.share.pack_card import PackCard
from ui.share.words import counted, items_words
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.notices import EmptyState
from ui.widgets.page_frame import PageFrame
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.text import Label

_DETAIL, _DETAIL_NARROW = 344, 300
_COLUMNS = 2


class ShareHome(QWidget):
    """Packs as cards, the ledger as a table, and one line of it at the right."""

    started = Signal()
    opened = Signal(str)
    trashed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        lede = self.tr("What has left this room, and what is being prepared.")
        self._frame = PageFrame(self.tr("Share"), lede)
        self.new = Button(self.tr("New share pack"), "share", icon="plus")
        self.drafts = _Group(self.tr("Drafts"), "")
        self.saved = _Group(self.tr("Saved packs"), self.tr("Start again from one you know"))
        self.table = LedgerTable()
        self.pane = LedgerPane(context)
        self._ledger = QWidget()
        self._empty = QVBoxLayout()
        self._since = Label("", "caption", "text-2")
        self._detail = QScrollArea()
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._connect()
        follow_theme(self._fit)

    # Methods

    def refresh(self) -> None:
        """Show packs and ledger as they are now."""
        vault, today = self._context.vault, self._context.today()
        rows = ledger.packs(vault)
        lines = ledger.lines(vault)
        self.drafts.show_cards([self._draft(row) for row in rows if not row.saved])
        self.saved.show_cards([self._pack(row) for row in rows if row.saved])
        for card in (*self.drafts.cards, *self.saved.cards):
            card.clicked.connect(lambda _=False, pack=card.pack: self.opened.emit(pack))
            card.trashed.connect(self.trashed)
        self.table.show_rows(lines, today)
        self._ledger.setVisible(bool(lines))
        self._show_since(lines)
        self._show_empty(nothing=not lines)
        self._show_line(self.table.current_id())

    def first_focus(self) -> QWidget:
        """The ledger, or the button where there is none."""
        return self.table if self.table.lines.rowCount() else self.new

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail beside the page, or below it where room is short."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _lay_out(self) -> None:
        self._frame.tools.addWidget(
            self.new, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._frame.main.setSpacing(24)
        self._frame.main.addWidget(self.drafts)
        self._frame.main.addWidget(self.saved)
        self._frame.main.addLayout(self._empty)
        self._frame.main.addWidget(self._ledger)
        self._frame.main.addStretch()
        self._fill_ledger()
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

    def _fill_ledger(self) -> None:
        copy = Button(self.tr("Copy as text"), "link", icon="copy")
        copy.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("send", "curtain-text"))
        head.addWidget(Label(self.tr("Ledger"), "section"), 1)
        head.addWidget(self._since)
        head.addWidget(copy)
        words = self.tr(
            "Greenroom records the file it saved. Whether and how you sent it, only you know."
        )
        column = QVBoxLayout(self._ledger)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addSpacing(8)
        column.addWidget(Label(words, "caption", "text-2", wrap=True))

    def _connect(self) -> None:
        self.new.clicked.connect(self.started)
        self.table.picked.connect(lambda line: self._show_line(Id(line)))
        self.pane.reused.connect(self.opened)

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

    def _show_since(self, lines: Sequence[LedgerRow]) -> None:
        if lines:
            one = QT_TRANSLATE_NOOP("Share", "1 PDF since {day}")
            many = QT_TRANSLATE_NOOP("Share", "%n PDFs since {day}")
            day = labels.short_day(lines[-1].when.day, self._context.today())
            self._since.setText(counted(one, many, len(lines)).format(day=day))

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
        self._holder.setVisible(self.pane.show_line(line))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(unremembered(self.table.lines.as_text()))
        self._context.messages.say(self.tr("Ledger copied"))

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
            group.set_columns(1 if below else _COLUMNS)


class _Group(QWidget):
    """A heading and its cards, two in a row; hidden while there are none."""

    def __init__(self, heading: str, aside: str) -> None:
        super().__init__()
        self.cards: list[PackCard] = []
        self._columns = _COLUMNS
        self._filler = QWidget(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(heading, "section"), 1)
        head.addWidget(Label(aside, "caption", "text-2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_cards(self, cards: list[PackCard]) -> None:
        """Show these cards in place of those before; the focus stays on the same pack."""
        focused = next((card.pack for card in self.cards if card.hasFocus()), NO_ID)
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        self._place()
        self.setVisible(bool(cards))
        for card in cards:
            if card.pack == focused:
                card.setFocus()

    def set_columns(self, columns: int) -> None:
        """Show so many cards in a row."""
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
        alone = len(self.cards) == 1 and self._columns > 1
        self._filler.setVisible(alone)
        if alone:
            self._grid.addWidget(self._filler, 0, 1)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
