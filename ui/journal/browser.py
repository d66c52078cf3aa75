"""The journal's list pane: what is listed, what is chosen, and what narrows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.changes import Changes, Op
from app.domain.ids import NO_ID, Id, Kind
from app.queries import journal, templates
from app.queries.journal import EntryFilter, EntryRow, Listing, View
from ui.context import Context
from ui.journal.calendar import JournalCalendar
from ui.journal.entries import EntryModel
from ui.journal.keys import add_keys
from ui.journal.narrowing import Narrowing
from ui.journal.row import EntryDelegate
from ui.journal.words import entries_words, weekday_words
from ui.widgets.button import Button
from ui.widgets.list_pane import ListPane
from ui.widgets.text import Label

FAR = 2_000
"""How many newer entries are read to get to the row of an older one."""

MOST = 4_000
"""How many rows are read again at most where the list changes."""


class Browser(ListPane):
    """The list of entries; what the keyboard or the pointer chooses is `chosen`."""

    chosen = Signal(str)
    """The id of the entry to show."""
    opened = Signal()
    """Enter or a double click: go and write in it."""
    trash_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    new_asked = Signal()
    start_asked = Signal(object)
    """The day to begin an entry on."""
    tags_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context = context
        self._wanted = EntryFilter()
        self._model = EntryModel(self._read_older)
        self._current = NO_ID
        self._settling = False
        self._filter = Button("", "ghost", icon="list-filter")
        self._dates = Button("", "ghost", icon="calendar-days")
        self._dates.setCheckable(True)
        self.new_button = Button("", "ghost", icon="plus")
        super().__init__(
            self.tr("Journal"),
            self.tr("Journal"),
            EntryDelegate(self._model),
            actions=(self._filter, self._dates, self.new_button),
            views=(
                (View.ALL, self.tr("All")),
                (View.BRING, self.tr("To bring")),
                (View.EVIDENCE, self.tr("Evidence")),
            ),
            parent=parent,
        )
        self._model.setParent(self)
        self.rows.setModel(self._model)
        self.calendar = JournalCalendar(context)
        self.calendar.hide()
        self.put_above(self.calendar)
        self._filter.setToolTip(self.tr("Filter entries"))
        self._dates.setToolTip(self.tr("Calendar (Ctrl+Shift+D)"))
        self.new_button.setToolTip(self.tr("New entry (Ctrl+N)"))
        self._connect()

    # Properties

    @property
    def model(self) -> EntryModel:
        """What is listed."""
        return self._model

    @property
    def wanted(self) -> EntryFilter:
        """What narrows the list."""
        return self._wanted

    @property
    def dated(self) -> bool:
        """Whether the calendar is shown, and the list is one of its days."""
        return self._dates.isChecked()

    def next_to(self, entry_id: Id) -> Id:
        """The entry to go to once this one is gone; NO_ID where there is none."""
        row = self._model.neighbour(entry_id)
        return row.id if row else NO_ID

    def first(self) -> Id:
        """The entry at the top; NO_ID where nothing is listed."""
        for place in range(min(2, self._model.rowCount())):
            row = self._model.entry(self._model.index(place))
            if row is not None:
                return row.id
        return NO_ID

    # Methods

    def refresh(self) -> None:
        """Read the list again, as far down as it had been read."""
        if self.dated:
            self._show_day()
            return
        rows = min(max(journal.PAGE, self._model.read_rows()), MOST)
        listing = journal.entries(self._context.vault.read, self._wanted, rows=rows)
        self._settling = True
        self._model.show(listing, self._context.today())
        self._settling = False
        self._count()
        self._show_emptiness(empty=not listing.rows)
        self._mark_current()

    def toggle_calendar(self) -> None:
        """List by the calendar, at the day of the entry that is open, or everything again."""
        self.show_calendar(on=not self.dated)
        (self.calendar.month.grid if self.dated else self.rows).setFocus()

    def show_calendar(self, *, on: bool) -> None:
        """Show the calendar with what one day has, or the whole list."""
        self._dates.setChecked(on)
        self._wanted = EntryFilter()
        self._show_view()
        self.calendar.setVisible(on)
        if self.segments is not None:
            self.segments.setVisible(not on)
        if on:
            row = journal.entry_row(self._context.vault.read, self._wanted, self._current)
            self.calendar.show_day(row.day if row else self._context.today())
        self.refresh()

    def show_on(self, day: date) -> None:
        """List by the calendar what was written on a day, and choose the first of it."""
        if not self.dated:
            self.show_calendar(on=True)
        self.calendar.show_day(day)
        self._choose_day()

    def take(self, changes: Changes) -> None:
        """Show what changed; writing on in one entry renews its row alone."""
        entries = [Id(found) for kind, found in changes.touched if kind is Kind.ENTRY]
        if changes.op is Op.WRITE_ENTRY and len(entries) == len(changes.touched) == 1:
            row = journal.entry_row(self._context.vault.read, self._wanted, entries[0])
            if row is not None and self._model.renew(row):
                if not self.dated:
                    self._count()
                return
        self.refresh()

    def select(self, entry_id: Id) -> None:
        """Mark an entry as the one that is shown, reading on down to it where need be."""
        self._current = entry_id
        reader = self._context.vault.read
        row = journal.entry_row(reader, self._wanted, entry_id) if entry_id else None
        if row and self.dated and not self._model.index_of(entry_id).isValid():
            self.calendar.show_day(row.day)
            self._show_day()
        # One that stands very far down is shown without its row: reading so far would take long.
        if row and (row.pinned or journal.count_after(reader, row.day) <= FAR):
            while not self._model.is_over(row) and self._model.canFetchMore():
                self._model.fetchMore()
        self._mark_current()

    def show_all(self) -> None:
        """Take away whatever narrows the list."""
        if self.dated:
            self.show_calendar(on=False)
        if self._wanted != EntryFilter():
            self._wanted = EntryFilter()
            self._show_view()
            self.refresh()

    def show_evidence(self, target: str) -> None:
        """List only what is evidence for something."""
        self._narrow(EntryFilter(goal=Id(target)))

    def lists(self, entry_id: Id) -> bool:
        """Whether the present filter lets an entry through."""
        return journal.entry_row(self._context.vault.read, self._wanted, entry_id) is not None

    # Private

    def _connect(self) -> None:
        self._dates.clicked.connect(lambda: self.show_calendar(on=self.dated))
        self.calendar.chosen.connect(self._choose_day)
        self.calendar.start_asked.connect(self.start_asked)
        self._filter.clicked.connect(self._open_narrowing)
        add_keys(self, ("Ctrl+F", self._open_narrowing))
        self.new_button.clicked.connect(self.new_asked)
        if self.segments is not None:
            self.segments.chosen.connect(self._choose_view)
        self.rows.selectionModel().currentChanged.connect(self._choose)
        self.rows.opened.connect(lambda _: self.opened.emit())
        self.rows.deleted.connect(lambda index: self.trash_asked.emit(self._id(index)))
        self.rows.customContextMenuRequested.connect(self._ask_menu)

    def _read_older(self, last: EntryRow) -> Listing:
        rows = journal.next_rows(self._model.read_rows())
        return journal.older(self._context.vault.read, self._wanted, last, rows)

    def _choose_view(self, view: str) -> None:
        self._wanted = replace(self._wanted, view=View(view))
        self._start_over()

    def _show_day(self) -> None:
        page = self.calendar.read()
        self._settling = True
        self._model.show_day(page, self._context.today())
        self._settling = False
        day = weekday_words(page.day, self._context.today())
        self.set_name(f"{day}, {entries_words(len(page.entries))}")
        self.show_instead(None)
        self._mark_current()

    def _choose_day(self) -> None:
        self._show_day()
        if self.calendar.nothing.isHidden() and (first := self.first()):
            self.chosen.emit(first)

    def _narrow(self, wanted: EntryFilter) -> None:
        if self.dated:
            self.show_calendar(on=False)
        self._wanted = wanted
        self._start_over()

    def _start_over(self) -> None:
        self._show_view()
        self.refresh()
        if not self._model.index_of(self._current).isValid():
            self.rows.scrollToTop()

    def _show_view(self) -> None:
        if self.segments is not None:
            self.segments.set_view(self._wanted.view)
        self._filter.set_kind("plain" if self._wanted.narrows else "ghost")
        on, off = self.tr("Filter entries, now narrowed"), self.tr("Filter entries")
        self._filter.setToolTip(on if self._wanted.narrows else off)

    def _open_narrowing(self) -> None:
        reader, library = self._context.vault.read, self._context.library
        facets = journal.facets(reader, library)
        name = partial(templates.name_of, reader, library)
        popover = Narrowing(self._filter, self._wanted, facets, name, self._context.today)
        popover.narrowed.connect(self._narrow)
        popover.tags_asked.connect(self.tags_asked)
        popover.open_below()

    def _count(self) -> None:
        reader, wanted = self._context.vault.read, self._wanted
        counts = journal.counts(reader)
        held = {
            View.ALL: (self.tr("All"), counts.everything),
            View.BRING: (self.tr("To bring"), counts.bring),
            View.EVIDENCE: (self.tr("Evidence"), counts.evidence),
        }
        listed = journal.count(reader, wanted) if wanted.narrows else held[wanted.view][1]
        self.set_name(f"{self.tr('Journal')}, {entries_words(listed)}")
        if self.segments is not None:
            for view, (words, count) in held.items():
                self.segments.set_count(view, "", f"{words}, {entries_words(count)}")

    def _show_emptiness(self, *, empty: bool) -> None:
        # An empty vault says so on the page beside the list.
        narrowed = self._wanted != EntryFilter()
        self.show_instead(self._nothing_matches() if empty and narrowed else None)

    def _nothing_matches(self) -> QWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(12)
        words = Label(self.tr("No entry matches."), "body", "text-2", wrap=True)
        clear = Button(self.tr("Clear filters"))
        clear.clicked.connect(self.show_all)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return nothing

    def _mark_current(self) -> None:
        index = self._model.index_of(self._current)
        if index != self.rows.currentIndex():
            self._settling = True
            self.rows.setCurrentIndex(index)
            self._settling = False
        if not index.isValid():
            self.rows.clearSelection()

    def _choose(self, index: QModelIndex) -> None:
        if not self._settling and index.isValid():
            self._current = self._id(index)
            self.chosen.emit(self._current)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.rows.indexAt(place)
        if not index.isValid():
            index = self.rows.currentIndex()
        entry_id = self._id(index)
        if entry_id:
            self.menu_asked.emit(entry_id, self.rows.viewport().mapToGlobal(place))

    def _id(self, index: QModelIndex) -> Id:
        row = self._model.entry(index)
        return row.id if row else NO_ID
