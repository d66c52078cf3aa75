"""One entry: header, sheet and footer around what is being written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.errors import AppError
from app.operations.cycles import Reflection
from app.operations.experiences import Debrief
from app.operations.journal import EntryDraft
from app.queries import journal as pages
from app.queries.journal import OpenEntry
from ui.context import Context
from ui.entry.alt_line import AltLine
from ui.entry.inserting import Inserting
from ui.entry.linking import Linking
from ui.entry.pictures import Pictures
from ui.entry.writing import Writing
from ui.journal.address import ask_to_open
from ui.journal.dating import Dating
from ui.journal.entry_menu import entry_menu
from ui.journal.finding import Finding
from ui.journal.footer import EntryFooter
from ui.journal.header import EntryHeader
from ui.journal.image_sheet import show_image_of
from ui.journal.marking import Marking
from ui.journal.passages import Passages
from ui.journal.sheet import EntrySheet
from ui.journal.starting import Starting
from ui.journal.versions_sheet import VersionsSheet
from ui.labels import clock


class EntryEditor(QWidget):
    """Writes in one entry. Everything typed is saved by itself."""

    shown = Signal(str)
    """The id of the entry that is shown from now on; empty for a blank one."""
    created = Signal(str)
    """The id of an entry that was blank until now."""
    gone = Signal()
    """The entry that was shown is not in the vault any more."""
    trash_asked = Signal()
    focus_asked = Signal()
    """Show the text alone, or everything again."""
    navigate = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self.header = EntryHeader()
        self.sheet = EntrySheet(lambda: pages.tags(context.vault.read), context.jobs)
        self.footer = EntryFooter()
        self.finding = Finding(self.sheet, context.messages)
        self.writing = Writing(context, self._draft, self)
        self.marking = Marking(context, self.writing)
        self.dating = Dating(context, self.writing, self.header)
        self.linking = Linking(context, self.writing, self.footer.link, self.sheet.selected_passage)
        self.passages = Passages(self.sheet.prose)
        self.completion = self.linking.complete_in(self.sheet.prose)
        self.starting = Starting(context, self)
        self.pictures = Pictures(context, self)
        self.alt = AltLine(self.sheet.prose)
        self.inserting = Inserting(context, self.writing, self.sheet.prose, self.alt)
        self.sheet.prose.spelling.follow(context.spelling)
        self._lay_out()
        self._connect()
        self.finding.add_keys(self)

    # Properties

    @property
    def entry_id(self) -> Id:
        """The entry that is shown; NO_ID for a blank one."""
        return self.writing.entry_id

    @property
    def blank(self) -> bool:
        """Whether nothing is written that would be kept."""
        return self.writing.entry is None and not self.writing.unsaved

    # Methods

    def show_entry(self, opened: OpenEntry) -> None:
        """Show an entry."""
        self._show_draft(EntryDraft.of(opened.entry))
        self.writing.begin(opened.entry)
        self._show_around(opened)

    def begin(
        self,
        draft: EntryDraft,
        day: date | None = None,
        evidence: tuple[tuple[Kind, Id], ...] = (),
        reflection: Reflection | Debrief | None = None,
    ) -> None:
        """Show a blank entry that starts with these words and ratings; it is dated now or `day`.

        With its first words it becomes evidence for `evidence`, and what was written for a point
        of a cycle or an attempt.
        """
        if self.sheet.reading:
            self._read(on=False)
        start = replace(draft, energy=None, confidence=None)
        self._show_draft(start)
        now = self._context.vault.now()
        written = now.on(day) if day and day != now.day else None
        self.writing.begin(None, written=written, evidence=evidence, reflection=reflection)
        self._show_around(None)
        self.sheet.prose.setTextCursor(self.sheet.prose.find_span(len(start.body), len(start.body)))
        if draft != start:
            self.sheet.facts.show_facts(draft.energy, draft.confidence, draft.tags)
            self.writing.touch()

    def clear(self) -> None:
        """Show a blank entry with nothing in it."""
        self._show_draft(EntryDraft())
        self.writing.begin(None)
        self._show_around(None)

    def refresh(self) -> None:
        """Show the entry as the vault has it now, and save what is not saved yet beside it."""
        known = self.writing.entry
        if known is None or self.writing.saving:
            return
        opened = pages.open_entry(self._context.vault.read, self._context.library, known.id)
        if opened is None:
            self._lose()
        elif EntryDraft.of(opened.entry) == EntryDraft.of(known):
            self.writing.note(opened.entry)
            self._show_around(opened)
        elif self.writing.unsaved:
            self._take_in(opened.entry)
            self.writing.keep()
        else:
            self._renew(opened)

    def settle(self) -> bool:
        """Save before something else is shown; False where that failed and the text must stay."""
        self.alt.keep()
        if not self.writing.keep():
            return False
        self.writing.finish()
        return True

    def save(self) -> None:
        """Write what is unsaved; raises AppError where that fails."""
        self.alt.keep()
        known = self.writing.entry
        entry = self._context.vault.read.find(Entry, known.id) if known else None
        if entry is not None and self.writing.unsaved:
            self._take_in(entry)
        self.writing.save()

    def save_now(self) -> None:
        """Write what is unsaved and say so."""
        if self.writing.keep():
            self._context.messages.say(self._saved_words(self.writing.entry) or self.tr("Saved"))

    def focus_text(self) -> None:
        """Go and write, or read on."""
        (self.sheet.view if self.sheet.reading else self.sheet.prose).setFocus()

    def toggle_reading(self) -> None:
        """Show the text rendered, or go on writing it."""
        self._read(on=not self.sheet.reading)

    def go_to_passage(self, evidence_id: str) -> None:
        """Select a quoted passage where it still stands in the text."""
        if self.passages.go_to(Id(evidence_id)):
            if self.sheet.reading:
                self._read(on=False)
            self.focus_text()

    def open_versions(self) -> None:
        """Show how the entry was, with what is typed saved first."""
        self.open_version(0)

    def open_version(self, seq: int) -> None:
        """Show how the entry was, and one version at first; 0 shows the one before the last."""
        if self.writing.keep() and self.entry_id:
            sheet = VersionsSheet(self._context, self.entry_id, self, self.writing.keep)
            sheet.list.choose(seq)
            sheet.open()

    def open_menu(self, place: QPoint) -> None:
        """Offer what else can be done with the entry."""
        entry_menu(self).popup(place)

    # Private

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.finding.bar)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.alt)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        header, footer = self.header, self.footer
        header.bring_changed.connect(self.marking.toggle_bring)
        self.marking.changed.connect(self._show_bring)
        header.reading_changed.connect(self.toggle_reading)
        header.menu_asked.connect(lambda: self.open_menu(self._below(header.menu)))
        self.sheet.edited.connect(self.writing.touch)
        self.sheet.counted.connect(footer.show_length)
        self.sheet.link_activated.connect(lambda address: ask_to_open(self, address))
        self.sheet.prose.left.connect(self.writing.keep)
        footer.link_asked.connect(self.linking.open_picker)
        footer.unlink_asked.connect(self.linking.unlink)
        footer.target_asked.connect(self.linking.go_to)
        self.linking.navigate.connect(self.navigate)
        footer.retry_asked.connect(self.writing.keep)
        self.writing.saved.connect(lambda entry: footer.show_state(self._saved_words(entry)))
        self.writing.failed.connect(self._show_failure)
        self.writing.created.connect(self.shown)
        self.writing.created.connect(self.created)
        self.sheet.set_pictures(self.pictures)
        self.sheet.view.picture_activated.connect(lambda image: show_image_of(self, image))
        self.inserting.inserted.connect(self.sheet.read_again)
        self.alt.done.connect(self.focus_text)

    def _draft(self) -> EntryDraft:
        return self.marking.added_to(self.sheet.draft())

    def _show_draft(self, draft: EntryDraft) -> None:
        """Show another entry's words and marks."""
        self.marking.show_marks(draft)
        self.sheet.show_draft(draft)
        self.sheet.prose.spelling.forget_ignored()

    def _show_around(self, opened: OpenEntry | None) -> None:
        """Show everything about the entry that is not on its sheet."""
        self.linking.targets = opened.targets if opened else self.linking.awaited()
        self.passages.show_links(opened.passages if opened else ())
        self.alt.show_for(self.entry_id)
        self.dating.show_when()
        self._show_bring()
        self.header.show_packs(opened.packs if opened else ())
        self.footer.show_targets(self.linking.targets)
        self.shown.emit(self.entry_id)
        if not self.writing.unsaved:
            self.footer.show_state(self._saved_words(self.writing.entry))

    def _take_in(self, entry: Entry) -> None:
        """Show what was changed elsewhere beside what is typed, so that neither overwrites."""
        known = self.writing.entry
        if known is None or EntryDraft.of(entry) == EntryDraft.of(known):
            return
        draft = self._draft().merged(EntryDraft.of(known), EntryDraft.of(entry))
        self._renew_draft(draft)
        self.writing.note(entry)

    def _renew(self, opened: OpenEntry) -> None:
        self._renew_draft(EntryDraft.of(opened.entry))
        self.writing.follow(opened.entry)
        self._show_around(opened)

    def _renew_draft(self, draft: EntryDraft) -> None:
        """Show the words and marks of the same entry as they are now."""
        self.marking.show_marks(draft)
        self.sheet.renew(draft)

    def _show_bring(self) -> None:
        self.header.show_bring(on=self.marking.marks.bring)

    def _lose(self) -> None:
        if self.writing.unsaved:
            self.writing.lose()
            self.writing.keep()
        else:
            self.clear()
            self.gone.emit()

    def _read(self, *, on: bool) -> None:
        self.writing.keep()
        self.sheet.read(on=on)
        self.header.show_reading(on=on)

    def _show_failure(self, error: AppError) -> None:
        self.footer.show_failure(error)

    def _saved_words(self, entry: Entry | None) -> str:
        if entry is None:
            return ""
        saved = replace(self._context.vault.now(), at=entry.modified)
        return self.tr("Saved {time}").format(time=clock(saved.local))

    def _below(self, widget: QWidget) -> QPoint:
        return widget.mapToGlobal(QPoint(0, widget.height()))
