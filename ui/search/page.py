"""The page of search: one box over everything, what it found, and searches that were saved."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.domain.query import parse
from app.domain.searches import SavedSearch, Sort
from app.errors import AppError
from app.operations import searches
from app.queries.search import PAGE, Found, Hit, Tally
from ui.context import Context, Destination
from ui.labels import number
from ui.messages import sentence
from ui.page import Page
from ui.search.asking import Answer, Asking, Wanted
from ui.search.frame import SearchFrame
from ui.search.kinds import ALL
from ui.search.narrowing import Narrowing
from ui.search.results import Rest, ResultModel, groups_found
from ui.search.saved import NamePopover
from ui.search.words import (
    GROUPS,
    destination_of,
    group_count,
    group_words,
    results_words,
)

_SPEAK_MS = 700
"""Long enough that a screen reader says the result once, after the last key."""


class SearchPage(Page):
    """Mirrors what stands in the box as chips, and lists what it finds.

    Arriving with a detail searches for it; without one the page is as it was.
    """

    place: ClassVar[str] = "search"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {*(kind for group in GROUPS for kind in group.kinds), Kind.SEARCH, Kind.SHARED}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = ResultModel(self)
        self.frame = SearchFrame(context, self.model)
        self._asking = Asking(context, self)
        self._narrowing = Narrowing(context, self)
        self._sort = Sort.BEST
        self._found = Found((), more=False)
        self._counts = Tally(0, {})
        self._counted = ""
        self._opened = False
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(_SPEAK_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()
        self._show_sort()
        self._ask()

    # Page

    def refresh(self) -> None:
        """Search again, as the vault is now, as far down as was read."""
        self.frame.side.refresh()
        self._ask(max(PAGE, len(self.model.hits())))

    def arrive(self, destination: Destination) -> None:
        """Search for what another place asks for."""
        if destination.detail:
            self.frame.kinds.set_view(ALL)
            self.frame.box.set_text(destination.detail)
            self.frame.box.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The box, or the row from which something was opened."""
        shown = self._opened and self.frame.rows.isVisibleTo(self)
        return self.frame.rows if shown else self.frame.box.field

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody looks, and everything again when the page is shown."""
        super().hideEvent(event)
        self._asking.stop()
        self.frame.side.stop()
        self._stale = True

    # Building

    def _connect(self) -> None:
        frame = self.frame
        frame.box.edited.connect(self._edit)
        frame.box.field.moved.connect(self._leave_box)
        frame.box.field.entered.connect(self._enter)
        frame.chips.changed.connect(frame.box.set_text)
        frame.chips.pointed.connect(self._point)
        frame.chips.menu_asked.connect(self._narrowing.open_menu)
        self._narrowing.chosen.connect(self._narrow)
        frame.kinds.chosen.connect(self._edit)
        frame.sort.clicked.connect(self._open_sorts)
        frame.save.clicked.connect(self._save_search)
        frame.more_asked.connect(self._read_on)
        frame.retry.clicked.connect(self._edit)
        frame.rows.opened.connect(self._open)
        frame.rows.typed.connect(self._type_on)
        frame.rows.left_up.connect(frame.box.field.setFocus)
        frame.side.chosen.connect(self._choose_saved)
        self._asking.found.connect(self._show_found)
        self._asking.counted.connect(self._show_counts)
        self._asking.failed.connect(self._show_failure)
        self._speak.timeout.connect(self._announce)

    # Asking

    def _edit(self) -> None:
        self._opened = False
        self._ask()

    def _ask(self, limit: int = PAGE) -> None:
        text = self.frame.box.text()
        self.frame.chips.show_query(parse(text))
        self.frame.show_saveable(possible=bool(text.strip()))
        if not text.strip():
            self._asking.stop()
            self._found, self._counts = Found((), more=False), Tally(0, {})
            self.model.show(parse(""), (), self.context.today(), grouped=False)
            self.frame.show_beginning()
            return
        self._asking.ask(Wanted(text, self._sort, self._narrowed(text), limit))

    def _narrowed(self, text: str) -> str:
        """The text with the tab in place of the kinds it names; tabs lie within those."""
        view = self.frame.kinds.view()
        if view == ALL or len(groups_found(self._counts.by_kind)) < 2:  # noqa: PLR2004 - else it is all
            return ""
        query = parse(text)
        while kinds := [each for each in query.filters if each.name == "in"]:
            query = parse(query.without(kinds[0]))
        return query.with_filter("in", view)

    def _read_on(self) -> None:
        """Ask for the next hits; by groups, the rows below them lead to the rest."""
        if self._found.more and not self._grouped and not self._asking.busy:
            self._asking.more(len(self.model.hits()))

    @property
    def _grouped(self) -> bool:
        query = parse(self.frame.box.text())
        return self._sort is Sort.BEST and bool(query.terms) and self.frame.kinds.view() == ALL

    # Showing

    def _show_found(self, answer: Answer) -> None:
        self._found = answer.found
        query, today = parse(answer.wanted.text), self.context.today()
        if answer.after:
            self.model.add(answer.found.hits)
        elif not self.model.shows(query, answer.found.hits, grouped=self._grouped):
            chosen = self.model.item(self.frame.rows.currentIndex())
            self.model.show(query, answer.found.hits, today, grouped=self._grouped)
            if self._counted == answer.wanted.text:
                self.model.count(self._counts.by_kind)
            place = self.model.place(chosen if isinstance(chosen, Hit) else None)
            self.frame.rows.setCurrentIndex(place)
        if not self.model.hits():
            self.frame.show_nothing(answer.wanted.text)
        else:
            more = answer.found.more and not self._grouped
            self.frame.show_results(self._ranked_words(answer.found), more=more)

    def _ranked_words(self, found: Found) -> str:
        if found.ranked is None:
            return ""
        words = self.tr("The best of the newest {count} come first, older ones follow by date.")
        return words.format(count=number(found.ranked))

    def _show_counts(self, counts: Tally) -> None:
        self._counts, self._counted = counts, self.frame.box.text()
        groups = groups_found(counts.by_kind)
        view = self.frame.kinds.view()
        groups += [group for group in GROUPS if group.word == view and group not in groups]
        named = [
            (group.word, group_words(group), number(group_count(group, counts.by_kind)))
            for group in groups
        ]
        self.frame.show_kinds([(ALL, self.tr("All"), number(counts.total)), *named])
        if self._grouped:
            self.model.count(counts.by_kind)
        name = self.tr("Search, {results}").format(results=results_words(counts.total))
        self.frame.rows.setAccessibleName(name)
        self._speak.start()

    def _show_failure(self, error: AppError) -> None:
        self.frame.show_failure(sentence(error))

    def _announce(self) -> None:
        if self.isVisible():
            words = results_words(self._counts.total)
            event = QAccessibleAnnouncementEvent(self.frame.box.field, words)
            QAccessible.updateAccessibility(event)

    # The box

    def _leave_box(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.model.hits():
            self.frame.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        if self.model.hits():
            self.frame.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _type_on(self, letter: str) -> None:
        field = self.frame.box.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.end(False)
        field.insert(letter)

    def _point(self, start: int, end: int) -> None:
        field = self.frame.box.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setSelection(start, end - start)

    def _narrow(self, name: str, value: str) -> None:
        box = self.frame.box
        box.set_text(parse(box.text()).with_filter(name, value))

    # Order, saving, opening

    def _open_sorts(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sort in Sort:
            action = menu.addAction(self._sort_words(sort), partial(self._choose_sort, sort))
            action.setCheckable(True)
            action.setChecked(sort is self._sort)
        menu.popup(self.frame.sort.mapToGlobal(self.frame.sort.rect().bottomLeft()))

    def _choose_sort(self, sort: Sort) -> None:
        self._sort = sort
        self._show_sort()
        self._ask()

    def _show_sort(self) -> None:
        words = self._sort_words(self._sort)
        self.frame.sort.setText(words)
        self.frame.sort.setAccessibleName(self.tr("Order: {order}").format(order=words))

    def _sort_words(self, sort: Sort) -> str:
        best, newest = self.tr("Best match first"), self.tr("Newest first")
        return best if sort is Sort.BEST else newest

    def _save_search(self) -> None:
        text = self.frame.box.text()
        title, verb = self.tr("Save this search"), self.tr("Save search")
        NamePopover(title, text, verb, self.frame.save, partial(self._keep, text)).open_below()

    def _keep(self, text: str, name: str) -> None:
        searches.save(self.context.vault, name, text, self._sort)
        self.context.messages.say(self.tr("Search saved"), undo=True)

    def _choose_saved(self, search: SavedSearch) -> None:
        self._sort = search.sort
        self._show_sort()
        self.frame.kinds.set_view(ALL)
        self.frame.box.set_text(search.query)
        self._ask()
        self.frame.box.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if isinstance(item, Rest):
            self.frame.kinds.set_view(item.group.word)
            self._ask()
        elif isinstance(item, Hit):
            self._opened = True
            self.navigate.emit(destination_of(item, self.frame.box.text()))
