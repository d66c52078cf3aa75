"""The journal: the list of entries and the one that is open."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.changes import Changes, Op
from app.domain.ids import NO_ID, Id, Kind
from app.operations import journal
from app.operations.journal import EntryDraft
from app.queries import journal as pages
from app.queries import templates
from ui.context import Context, Destination
from ui.entry.offers import BLANK, QUESTION, template_picker
from ui.journal.arrival import Beginning
from ui.journal.browser import Browser
from ui.journal.editor import EntryEditor
from ui.journal.entry_menu import share
from ui.journal.entry_pane import EntryPane
from ui.journal.first_page import FirstPage
from ui.journal.focusing import Focusing
from ui.journal.found import FoundMarks
from ui.journal.keys import add_keys
from ui.journal.panes import Panes
from ui.page import Page
from ui.theme import follow_theme
from ui.widgets.stack import Stack
from ui.widgets.styling import restyle


class JournalPage(Page):
    """Entries at the side, one of them open to write in."""

    place: ClassVar[str] = "journal"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.ENTRY,
            Kind.EVIDENCE,
            Kind.GOAL,
            Kind.STRETCH,
            Kind.MILESTONE,
            Kind.COMPETENCY,
            Kind.PACK,
            Kind.SHARED,
            Kind.SESSION,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._browser = Browser(context)
        self._editor = EntryEditor(context)
        self._found = FoundMarks(self._editor.sheet, self)
        self._entry = EntryPane(context, self._editor)
        self._detail = Stack()
        self._panes = Panes(self._browser, self._detail)
        self._focusing = Focusing(self, self._panes, self._entry, self._editor)
        self._writing_blank = False
        self._shows_detail = False
        self._next = NO_ID
        self._lay_out()
        self._connect()
        self._add_keys()
        follow_theme(self._fit)

    # Page

    def refresh(self) -> None:
        """Show the vault as it is now, and the newest entry where none is open."""
        self._browser.refresh()
        self._editor.refresh()
        self._entry.refresh()
        if not self._editor.entry_id and not self._writing_blank:
            self._open_next(self._browser.first())
        self._show_detail()

    def arrive(self, destination: Destination) -> None:
        """Show an entry, or begin a new one with what `Beginning` reads from the detail.

        The act "day" lists what was written on the day that the detail names.
        """
        if destination.act == "new":
            self._begin(Beginning.read(destination.detail))
        elif destination.act == "day":
            self._browser.show_on(date.fromisoformat(destination.detail))
        elif destination.id and self._open(destination.id):
            if not self._browser.lists(destination.id):
                self._browser.show_all()
            self._browser.select(destination.id)
            self._go_to_detail()
            if destination.act == "passage":
                self._editor.go_to_passage(destination.detail)
            elif destination.act == "write":
                self._editor.sheet.write_at(int(destination.detail))
            else:
                self._found.show(destination.detail)

    def where(self) -> Destination:
        """The entry that is open, and where one was writing in it."""
        entry_id, sheet = self._editor.entry_id, self._editor.sheet
        if entry_id and self.focusWidget() is sheet.prose:
            return Destination(self.place, entry_id, Kind.ENTRY, "write", str(sheet.place()))
        return Destination(self.place, entry_id, Kind.ENTRY if entry_id else None)

    def save(self) -> None:
        """Write what is unsaved; raises AppError where that fails."""
        self._editor.save()

    def leave(self) -> None:
        """Save, and let an entry that was begun and left empty vanish."""
        self._focusing.leave()
        super().leave()
        if not self._editor.writing.unsaved:
            self._editor.writing.finish()

    def first_focus(self) -> QWidget | None:
        """The list; the text where the list is hidden; the invitation where nothing is written."""
        if self._detail.currentWidget() is self._first_page:
            return self._first_page.start
        return self._editor.sheet.prose if self._browser.isHidden() else self._browser.rows

    def foot(self) -> QWidget:
        """What the entry is evidence for, and whether it is saved."""
        return self._editor.footer

    def on_changes(self, changes: Changes) -> None:
        """Show what changed; an entry that came back from the trash is opened."""
        self._browser.take(changes)
        self._editor.refresh()
        self._entry.refresh()
        if changes.op is Op.UNDO and changes.cause is Op.DELETE_ENTRY:
            back = next((id_ for kind, id_ in changes.touched if kind is Kind.ENTRY), NO_ID)
            self._choose(back)
        self._show_detail()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and entry side by side where there is room, else one at a time."""
        super().resizeEvent(event)
        self._fit()

    # Private, building

    def _lay_out(self) -> None:
        restyle(self._browser, "line", "")
        self._first_page = FirstPage()
        self._first_page.start.clicked.connect(self._begin_blank)
        self._detail.addWidget(self._entry)
        self._detail.addWidget(self._first_page)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._panes)

    def _connect(self) -> None:
        browser, editor = self._browser, self._editor
        browser.chosen.connect(self._choose)
        browser.opened.connect(self._write_on)
        browser.trash_asked.connect(self._trash)
        browser.menu_asked.connect(self._open_row_menu)
        tags = Destination("settings", act="tags")
        browser.tags_asked.connect(lambda: self.navigate.emit(tags))
        browser.new_asked.connect(self._begin_with_choice)
        browser.start_asked.connect(self._begin_on)
        editor.created.connect(self._note_created)
        editor.gone.connect(self._open_beside)
        editor.trash_asked.connect(lambda: self._trash(editor.entry_id))
        editor.navigate.connect(self.navigate)
        editor.linking.evidence_asked.connect(browser.show_evidence)
        self._focusing.changed.connect(self.alone)
        self._focusing.changed.connect(self._show_detail)
        editor.header.back_asked.connect(self._go_back)

    def _add_keys(self) -> None:
        editor = self._editor
        add_keys(
            self,
            ("Ctrl+Shift+N", self._begin_with_choice),
            (QKeySequence.StandardKey.Save, editor.save_now),
            ("Ctrl+E", editor.toggle_reading),
            ("Ctrl+P", lambda: share(editor)),
            ("Ctrl+Shift+B", editor.marking.toggle_bring),
            ("Ctrl+Shift+L", editor.linking.open_picker),
            ("Ctrl+Shift+D", self._browser.toggle_calendar),
            ("Ctrl+Shift+E", self._entry.toggle_panel),
            ("Ctrl+Shift+H", editor.open_versions),
        )

    # Private, entries

    def _open(self, entry_id: Id) -> bool:
        """Show an entry; False where it is gone, or where what is open cannot be saved."""
        if entry_id == self._editor.entry_id:
            return True
        opened = pages.open_entry(self.context.vault.read, self.context.library, entry_id)
        if opened is None or not self._editor.settle():
            return False
        self._writing_blank = False
        self._editor.show_entry(opened)
        return True

    def _choose(self, entry_id: str) -> None:
        if self._open(Id(entry_id)):
            self._browser.select(Id(entry_id))
        else:
            # The list selects what was pressed only after it has told of it.
            QTimer.singleShot(0, self, self._mark_open)

    def _mark_open(self) -> None:
        self._browser.select(self._editor.entry_id)

    def _open_next(self, entry_id: Id) -> None:
        if entry_id and self._open(entry_id):
            self._browser.select(entry_id)

    def _open_beside(self) -> None:
        """The open entry is gone: go to the one that stood next to it."""
        self._writing_blank = False
        wanted = self._next if self._browser.lists(self._next) else self._browser.first()
        self._next = NO_ID
        self._open_next(wanted)
        self._show_detail()

    def _begin(self, beginning: Beginning) -> None:
        if not self._editor.settle():
            return
        self._writing_blank = True
        self._browser.select(NO_ID)
        evidence, reflection = beginning.evidence, beginning.reflection
        self._editor.begin(beginning.draft, beginning.day, evidence, reflection)
        if beginning.template:
            self._editor.starting.use_template(beginning.template)
        self._go_to_detail()
        self._editor.focus_text()

    def _begin_on(self, day: date) -> None:
        self._begin(Beginning(EntryDraft(), day=day))

    def _begin_blank(self) -> None:
        self._begin(Beginning.read(""))

    def _begin_with_choice(self) -> None:
        self._begin_blank()
        anchor = self._browser.new_button
        if not self._editor.isVisible() or not anchor.isVisible():
            anchor = self._editor.header.menu
        groups = templates.groups(self.context.vault.read, self.context.library)
        picker = template_picker(anchor, groups, blank=True)
        picker.picked.connect(self._take_template)
        picker.finished.connect(self._editor.focus_text)
        picker.open_below()

    def _take_template(self, key: str) -> None:
        if key == QUESTION:
            self._editor.starting.open_questions()
        elif key != BLANK:
            self._editor.starting.use_template(key)

    def _note_created(self, entry_id: str) -> None:
        self._writing_blank = False
        self._browser.select(Id(entry_id))
        self._show_detail()

    def _trash(self, entry_id: str) -> None:
        is_open = entry_id == self._editor.entry_id
        self._next = self._browser.next_to(Id(entry_id))
        if not entry_id:
            self._discard_blank()
            return
        kept = not is_open or self._editor.writing.keep()
        if kept and self.context.perform(lambda: self._delete(Id(entry_id))):
            self.context.messages.say(self.tr("Entry moved to trash"), undo=True)

    def _delete(self, entry_id: Id) -> bool:
        journal.delete(self.context.vault, entry_id)
        return True

    def _discard_blank(self) -> None:
        """Nothing of a blank entry is in the vault, so it just goes."""
        self._writing_blank = False
        self._editor.clear()
        self._open_next(self._browser.first())
        self._show_detail()

    def _open_row_menu(self, entry_id: str, place: QPoint) -> None:
        self._choose(entry_id)
        if self._editor.entry_id == entry_id:
            self._editor.open_menu(place)

    def _write_on(self) -> None:
        self._go_to_detail()
        self._editor.focus_text()

    # Private, room

    def _go_to_detail(self) -> None:
        self._shows_detail = True
        self._show_detail()
        if self._panes.alone:
            # The list took the focus with it, and Qt gives that to whatever is next: the rail.
            self._editor.focus_text()

    def _go_back(self) -> None:
        if self._editor.settle():
            self._shows_detail = False
            self._show_detail()
            self._browser.rows.setFocus()

    def _show_detail(self) -> None:
        blank = not self._editor.entry_id and not self._writing_blank
        nothing = blank and not self._browser.wanted.narrows and not self._browser.first()
        self._detail.setCurrentWidget(self._first_page if nothing else self._entry)
        shown = self._shows_detail or nothing
        self._panes.show_main(shown=shown)
        self._editor.header.show_back(shown=self._panes.alone and shown and not self._focusing.on)

    def _fit(self) -> None:
        before = self._panes.alone
        self._panes.fit(self.width())
        alone = self._panes.alone
        if alone != before:
            self._shows_detail = self._writing_blank or self._editor.isAncestorOf(self._focused())
        self._entry.set_alone(alone=alone)
        self._show_detail()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self
