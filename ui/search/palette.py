"""Search or go to: commands and places over any page, and what a search finds below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.query import parse
from app.queries.search import Tally
from ui.command import Command
from ui.context import Context, Destination
from ui.search.asking import Answer, Asking, Wanted
from ui.search.field import PaletteField
from ui.search.hits import ALL_RESULTS, all_results, hit_groups
from ui.search.offers import COMMANDS, TAGS, Offer, Offers
from ui.search.palette_foot import PaletteFoot
from ui.search.palette_rows import Group, PaletteDelegate, PaletteModel
from ui.search.tags import KnownTags
from ui.theme import current_theme
from ui.widgets.dialog import Scrim
from ui.widgets.icons import Picture
from ui.widgets.key_cap import KeyButton
from ui.widgets.list_pane import RowList
from ui.widgets.styling import Card, Rule

_WIDTH, _TOP, _MARGIN, _BELOW = 600, 0.13, 16, 8
_REMEMBERED, _MOST_HITS = 5, 8


class Palette(QDialog):
    """One field over the window; Enter does or opens what is chosen, Esc gives the focus back.

    `used` are the ids of the commands used last, the newest first; it is kept up here.
    """

    def __init__(
        self,
        context: Context,
        commands: Sequence[Command],
        used: list[str],
        go: Callable[[Destination], None],
        parent: QWidget,
    ) -> None:
        window = parent.window()
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._over = parent
        self._window = window
        self._opener = QApplication.focusWidget()
        self._scrim = Scrim(window)
        self._used = used
        self._ids = {command.id for command in commands}
        self._offers = Offers(context, commands, used, go)
        self._asking = Asking(context, self)
        self._tags = KnownTags(context, self)
        self._context = context
        self._go = go
        self._found: list[Group] = []
        self._answer: Answer | None = None
        self._total: int | None = None
        self._twice = 0
        self._pointing = False
        self._moved = False
        self._enters = False
        name = self.tr("Search or go to")
        self.field = PaletteField(name, self.tr("Search, or go to and do"))
        self.rows = RowList(name)
        self.model = PaletteModel(self)
        self._foot = PaletteFoot()
        self._prepare(name)
        self._lay_out()
        self._connect()
        self._show_rows()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Dim the window, take the place near its top, and the focus."""
        super().showEvent(event)
        self._scrim.cover()
        self._fit()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice whether the pointer is at work on the rows."""
        if event.type() == QEvent.Type.MouseMove:
            self._pointing = True
        elif event.type() == QEvent.Type.Leave:
            self._pointing = False
            self._show_answer()
        return super().eventFilter(watched, event)

    # Building

    def _prepare(self, name: str) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        delegate = PaletteDelegate(self.tr("Enter"))
        delegate.setParent(self.rows)
        self.rows.setItemDelegate(delegate)
        self.rows.setModel(self.model)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.viewport().installEventFilter(self)

    def _lay_out(self) -> None:
        frame, outer = Card("dialog"), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 16, 7)
        head.setSpacing(12)
        escape = KeyButton(self.tr("Esc"), self.tr("Close (Esc)"))
        escape.clicked.connect(self.reject)
        head.addWidget(Picture("search", "text-2", 18))
        head.addWidget(self.field, 1)
        head.addWidget(escape)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self.rows, 1)
        column.addSpacing(_BELOW)
        column.addWidget(Rule())
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._type)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.rows.clicked.connect(self._choose)
        self.finished.connect(self._leave)
        self._asking.found.connect(self._take)
        self._asking.counted.connect(self._count_total)
        self._tags.known.connect(self._take_tags)
        self._tags.ask()

    # What is shown

    def _type(self) -> None:
        self._pointing = self._moved = self._enters = False
        self._answer = self._total = None
        text = self.field.text()
        if not text.strip() or text.startswith(COMMANDS):
            self._asking.stop()
            self._found = []
        else:
            self._asking.ask(Wanted(text, limit=_MOST_HITS))
        self._show_rows()
        self.rows.setCurrentIndex(self._first())
        self.rows.scrollToTop()

    def _take(self, answer: Answer) -> None:
        self._answer = answer
        self._show_answer()

    def _show_answer(self) -> None:
        """Show the hits that came, but never under a pointer that is at work on the rows."""
        answer = self._answer
        if answer is None or self._pointing:
            return
        self._answer = None
        query, today = parse(answer.wanted.text), self._context.today()
        offered = {offer.key for offer in self._offers.matching(answer.wanted.text)}
        fresh = [hit for hit in answer.found.hits if hit.id not in offered]
        self._twice = len(answer.found.hits) - len(fresh)
        self._found = hit_groups(fresh, query, today, self._go)
        chosen = self.model.offer(self.rows.currentIndex())
        self._show_rows()
        # A hit is a better first choice than a new entry, unless somebody chose for themselves.
        if chosen is None or (chosen.last and not self._moved):
            self.rows.setCurrentIndex(self._first())
        if self._enters:
            self._choose(self.rows.currentIndex())

    def _take_tags(self, tags: tuple[str, ...]) -> None:
        self._offers.show_tags(tags)
        if self.field.text().startswith(TAGS):
            self._show_rows()

    def _show_rows(self) -> None:
        text = self.field.text()
        chosen = self.model.offer(self.rows.currentIndex())
        self.model.show(self._groups(text))
        kept = self.model.place(chosen.key) if chosen else QModelIndex()
        self.rows.setCurrentIndex(kept if kept.isValid() else self._first())
        self._say_count()
        self._fit()

    def _groups(self, text: str) -> list[Group]:
        head = self.tr("Go to and do")
        if not text.strip():
            used, rest = self._offers.begin()
            return [(self.tr("Recently used"), used), (head, rest)]
        groups: list[Group] = [(head, self._offers.matching(text)), *self._found]
        if not text.startswith(COMMANDS):
            groups.append(("", [all_results(text.strip(), self._go)]))
        return groups

    def _count_total(self, counted_all: Tally) -> None:
        self._total = counted_all.total
        self._say_count()

    def _say_count(self) -> None:
        offers = [offer for offer in self.model.offers() if not offer.last]
        hits = sum(len(group) for _, group in self._found)
        found = (
            len(offers) if self._total is None else len(offers) - hits - self._twice + self._total
        )
        self._foot.show_count(found if self.field.text().strip() else None)
        self.rows.setAccessibleName(self._foot.words)

    def _first(self) -> QModelIndex:
        offers = self.model.offers()
        best = next((offer for offer in offers if not offer.last), None)
        best = best or next(iter(offers), None)
        return self.model.place(best.key) if best else QModelIndex()

    # Keys and choosing

    def _move(self, event: QKeyEvent) -> None:
        self._pointing, self._moved = False, True
        self._show_answer()
        self.rows.keyPressEvent(event)
        if self.rows.currentIndex().row() <= 1:
            self.rows.scrollToTop()  # so that the heading above the first row is seen as well
        sentence = self.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, sentence))

    def _enter(self, everything: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._pointing = False
        self._show_answer()
        chosen = self.model.offer(self.rows.currentIndex())
        if everything and self.model.place(ALL_RESULTS).isValid():
            self._choose(self.model.place(ALL_RESULTS))
        elif chosen and chosen.last and not self._moved and self._asking.busy:
            self._enters = True  # the hits are on their way, and the first of them is meant
        else:
            self._choose(self.rows.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        offer = self.model.offer(index)
        if offer is None:
            return
        if offer.key in self._ids:
            self._used[:] = [offer.key, *(key for key in self._used if key != offer.key)]
            del self._used[_REMEMBERED:]
        # After the focus was given back, so that what is opened can take it. Run by what lies
        # below, because nothing is left of the palette by then.
        QTimer.singleShot(0, self._over, partial(_do, offer))
        self.accept()

    def _leave(self) -> None:
        self._asking.stop()
        self._scrim.hide()
        self._scrim.deleteLater()
        opener = self._opener
        if opener is not None and shiboken6.isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)

    # Room

    def _fit(self) -> None:
        theme, window = current_theme(), self._window
        width = min(theme.px(_WIDTH), window.width() - 2 * _MARGIN)
        top = min(round(window.height() * _TOP), theme.px(104))
        rows = (self.rows.sizeHintForRow(row) for row in range(self.model.rowCount()))
        around = self.sizeHint().height() - self.rows.sizeHint().height()
        height = min(around + sum(rows), window.height() - top - _MARGIN)
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, top))
        self.setGeometry(corner.x(), corner.y(), width, height)


def _do(offer: Offer) -> None:
    offer.act()
