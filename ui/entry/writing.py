"""When what is typed in an entry is saved, and what happens where that fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Moment
from app.domain.entries import Entry
from app.domain.ids import NO_ID, Id, Kind
from app.errors import AppError
from app.operations import journal
from app.operations.cycles import Reflection, write_reflection
from app.operations.experiences import Debrief, write_debrief
from app.operations.journal import EntryDraft
from ui.context import Context

PAUSE_MS = 1000
"""After the last key; typing without a pause is saved all the same after LONGEST_MS."""
LONGEST_MS = 2000


class Writing(QObject):
    """The entry that is being written: what of it is on disk, and what is not yet.

    A blank entry has no row before there is something to keep. `read` returns what the editor
    holds at the moment.
    """

    saved = Signal(object)
    """The Entry as it is on disk now."""
    created = Signal(str)
    """The id of an entry that was blank until now."""
    failed = Signal(object)
    """The AppError that kept what was typed from being saved; it is still in the editor."""

    def __init__(self, context: Context, read: Callable[[], EntryDraft], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._read = read
        self._entry: Entry | None = None
        self._shown = EntryDraft()
        self._written: Moment | None = None
        self._evidence: tuple[tuple[Kind, Id], ...] = ()
        self.reflection: Reflection | Debrief | None = None
        """The point of a cycle, or the attempt, that a blank entry is written for."""
        self._began_here = False
        self._saving = False
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)

    # Properties

    @property
    def entry(self) -> Entry | None:
        """The entry as it is on disk; None for a blank one."""
        return self._entry

    @property
    def entry_id(self) -> Id:
        """The entry's id; NO_ID for a blank one."""
        return self._entry.id if self._entry else NO_ID

    @property
    def written(self) -> Moment:
        """The entry's date and time."""
        if self._entry is not None:
            return self._entry.written
        return self._written or self._context.vault.now()

    @property
    def evidence(self) -> tuple[tuple[Kind, Id], ...]:
        """What a blank entry becomes evidence for once it has a row."""
        return self._evidence

    @property
    def saving(self) -> bool:
        """Whether the change that is being heard of is this one's own."""
        return self._saving

    @property
    def unsaved(self) -> bool:
        """Whether the editor holds something that is not on disk."""
        draft = self._read()
        return draft != self._shown and (self._entry is not None or self._worth_keeping(draft))

    # Methods

    def begin(
        self,
        entry: Entry | None,
        *,
        written: Moment | None = None,
        evidence: tuple[tuple[Kind, Id], ...] = (),
        reflection: Reflection | Debrief | None = None,
    ) -> None:
        """Go on with an entry, or with a blank one, that the editor shows as it is."""
        self._rest()
        self._began_here = entry is None
        self._entry = entry
        self._written = written
        self._evidence = evidence
        self.reflection = reflection
        self._shown = self._read()

    def begin_again(self) -> None:
        """Take what the editor shows now as blank; what the entry is for and its day stay."""
        kept = self._evidence, self.reflection
        self.begin(None, written=self.written, evidence=kept[0], reflection=kept[1])

    def note(self, entry: Entry) -> None:
        """Take note of the entry as it is on disk now; its text is the one that was known."""
        self._entry = entry

    def follow(self, entry: Entry) -> None:
        """Take note of the entry as it is on disk now, and that the editor shows all of it."""
        self._entry = entry
        self._shown = self._read()

    def lose(self) -> None:
        """The entry is gone from the vault; what the editor holds makes a new one."""
        self._entry = None
        self._began_here = True
        self._shown = EntryDraft()

    def touch(self) -> None:
        """Something was typed or pressed: save it soon."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def save(self) -> None:
        """Write what is unsaved; raises AppError where that fails, and `failed` says so too."""
        self._rest()
        if not self.unsaved:
            return
        try:
            self._write(self._read())
        except AppError as error:
            self.failed.emit(error)
            raise

    def keep(self) -> bool:
        """Write what is unsaved; where that fails the editor says so. Returns whether it is."""
        self._rest()
        if self.unsaved:
            self._context.perform(self.save, failed=lambda _: None)
        return not self.unsaved

    def make(self) -> Id:
        """The entry's id, after giving a blank one a row; NO_ID where that failed."""
        if self._entry is None:
            self._context.perform(lambda: self._write(self._read()), failed=self.failed.emit)
        return self.entry_id

    def move_to(self, written: Moment) -> None:
        """Date the entry another day or time."""
        if self._entry is None:
            self._written = written
        else:
            entry_id = self._entry.id
            self._context.perform(lambda: journal.move_to(self._context.vault, entry_id, written))

    def finish(self) -> None:
        """End a run of typing; what was begun here and emptied again is not kept."""
        self._context.vault.seal()
        entry = self._entry
        if entry is not None and self._began_here and entry.empty:
            self._began_here = False
            self._entry = None
            self._context.perform(lambda: journal.delete(self._context.vault, entry.id))

    # Private

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.keep)
        return timer

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _worth_keeping(self, draft: EntryDraft) -> bool:
        """Whether more was done than choosing a template or a mark."""
        return _marks_aside(draft) != _marks_aside(self._shown)

    def _write(self, draft: EntryDraft) -> None:
        vault, fresh = self._context.vault, self._entry is None
        self._saving = True
        try:
            if self._entry is None:
                self._entry = self._make(draft)
                self._evidence, self.reflection = (), None
            else:
                self._entry = journal.write(vault, self._entry.id, draft)
        finally:
            self._saving = False
        self._shown = draft
        self.saved.emit(self._entry)
        if fresh:
            self.created.emit(self._entry.id)

    def _make(self, draft: EntryDraft) -> Entry:
        vault, written = self._context.vault, self._written
        about = self.reflection
        if isinstance(about, Reflection):
            return write_reflection(vault, about, draft, written, self._evidence)
        if isinstance(about, Debrief):
            return write_debrief(vault, about, draft, written, self._evidence)
        return journal.add(vault, draft, written, self._evidence)


def _marks_aside(draft: EntryDraft) -> EntryDraft:
    return replace(draft, bring=False, pinned=False, template="")
