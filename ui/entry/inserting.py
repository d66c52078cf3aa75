"""Putting images into the vault, and into the text where they were pasted or dropped."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.images import Image
from app.errors import AppError
from app.imaging import Picture
from app.operations import images, journal
from app.operations.journal import EntryDraft
from app.prose import mentions, reference
from app.vault import Vault
from ui.context import Context
from ui.entry.alt_line import AltLine
from ui.entry.writing import Writing
from ui.images import Offer, taken
from ui.messages import choose_files
from ui.widgets.prose_editor import ProseEditor

LATE_MS = 400
"""After so long it is said that images are still being taken in."""
_APART = "\n\n"


@dataclass
class _Batch:
    """Images that were offered together: for which entry, and where in its text."""

    entry: Id
    cursor: QTextCursor
    place: int
    waiting: deque[Offer]
    lead: str = ""
    replaced: QTextCursor | None = None
    put: list[str] = field(default_factory=list)
    failed: AppError | None = None


class Inserting(QObject):
    """Takes offered images off the window's thread; the text can be written on meanwhile."""

    inserted = Signal()
    """The text shows images that it did not show before."""

    def __init__(
        self, context: Context, writing: Writing, prose: ProseEditor, alt: AltLine
    ) -> None:
        super().__init__(prose)
        self._context = context
        self._writing = writing
        self._prose = prose
        self._alt = alt
        self._under_way = 0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._say_late)
        prose.images_offered.connect(self.take)
        alt.described.connect(self._answer)

    # Methods

    def choose(self, parent: QWidget) -> None:
        """Ask for files of images."""
        title = self.tr("Add images")
        kinds = self.tr("Images") + " (*.png *.jpg *.jpeg *.gif *.webp *.bmp)"
        choose_files(parent, title, kinds, Path.home(), self.add_chosen)

    def add_chosen(self, files: Sequence[Path]) -> None:
        """Put files where the cursor is, or behind the text where nobody has written yet."""
        cursor = self._prose.textCursor()
        if cursor.atStart():
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self._begin(files, cursor, lead="" if cursor.atBlockStart() else _APART)

    def take(self, offers: object) -> None:
        """Put offered images where the cursor is; `offers` is what an editor's signal brings."""
        if isinstance(offers, tuple):
            self._begin(offers, self._prose.textCursor())

    def describe(self, place: int, alt: str) -> None:
        """Say what an image shows, counted from 0 in the order of the text."""
        found = mentions(self._prose.text())
        if place < len(found):
            span = self._prose.find_span(found[place].start, found[place].end)
            span.insertText(reference(found[place].id, alt))
            self._writing.keep()
            self.inserted.emit()

    # Private

    def _answer(self, image_id: str, alt: str) -> None:
        """Take the answer for an image at its first place without words."""
        for place, mention in enumerate(mentions(self._prose.text())):
            if mention.id == image_id and not mention.alt:
                self.describe(place, alt)
                return

    def _begin(self, offers: Sequence[Offer], cursor: QTextCursor, lead: str = "") -> None:
        entry_id = self._writing.make()
        if not entry_id:
            return
        place = QTextCursor(cursor)
        place.setPosition(cursor.selectionStart())
        # What is typed meanwhile comes after the image.
        place.setKeepPositionOnInsert(True)
        batch = _Batch(entry_id, place, place.position(), deque(offers), lead)
        batch.replaced = QTextCursor(cursor) if cursor.hasSelection() else None
        self._under_way += 1
        self._late.start(LATE_MS)
        self._go_on(batch)

    def _go_on(self, batch: _Batch) -> None:
        """Take the next image of a batch, or finish it."""
        if not batch.waiting:
            self._finish(batch)
            return
        self._context.jobs.submit(
            partial(taken, batch.waiting.popleft()),
            lambda picture: self._keep(batch, picture),
            lambda error: self._refuse(batch, error),
        )

    def _refuse(self, batch: _Batch, error: AppError) -> None:
        batch.failed = batch.failed or error
        self._go_on(batch)

    def _keep(self, batch: _Batch, picture: Picture) -> None:
        vault = self._context.vault
        image = self._context.perform(lambda: images.add(vault, picture))
        if image is not None:
            self._place(batch, image)
        self._go_on(batch)

    def _place(self, batch: _Batch, image: Image) -> None:
        words = (_APART if batch.put else batch.lead) + reference(image.id)
        if not shiboken6.isValid(self._prose) or self._writing.entry_id != batch.entry:
            # Somebody closed it or went on to another meanwhile: the image belongs to the first.
            vault = self._context.vault
            self._context.perform(lambda: _append(vault, batch.entry, reference(image.id)))
            return
        cursor = batch.cursor
        if batch.place and cursor.atStart() and not batch.put:
            # The text was shown anew, and the cursor lost its place.
            cursor.movePosition(QTextCursor.MoveOperation.End)
            words = _APART + words
        _write(batch, words)
        batch.put.append(image.id)
        self._writing.keep()

    def _say_late(self) -> None:
        if self._under_way:
            self._context.messages.say(self.tr("Adding images. You can go on writing."))

    def _finish(self, batch: _Batch) -> None:
        self._under_way -= 1
        if batch.put and shiboken6.isValid(self._prose) and self._writing.entry_id == batch.entry:
            self._alt.ask(batch.entry, batch.put)
            self._prose.ensureCursorVisible()
            self.inserted.emit()
        if batch.failed is not None:
            self._context.messages.fail(batch.failed)


def _write(batch: _Batch, words: str) -> None:
    """Write at the batch's place and behind what it wrote before, as one step of undo."""
    # A cursor that keeps its place has an end that does not: only its position counts.
    cursor = QTextCursor(batch.cursor)
    cursor.setKeepPositionOnInsert(False)
    cursor.setPosition(batch.cursor.position())
    cursor.beginEditBlock()
    cursor.insertText(words)
    if batch.replaced is not None:
        batch.replaced.removeSelectedText()
        batch.replaced = None
    cursor.endEditBlock()
    batch.cursor.setPosition(cursor.position())


def _append(vault: Vault, entry_id: Id, words: str) -> None:
    """Add to an entry that is shown no more; one that was dropped for being empty comes back."""
    gone = vault.read.find(Entry, entry_id)
    if gone is not None and gone.deleted is not None and gone.empty:
        journal.restore(vault, entry_id)
    entry = vault.read.get(Entry, entry_id)
    body = f"{entry.body.rstrip()}{_APART}{words}".lstrip()
    journal.write(vault, entry_id, replace(EntryDraft.of(entry), body=body))
