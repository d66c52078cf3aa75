"""What one can do with stretch goals: the sheets it takes, and what is said afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.entries import Entry
from app.domain.goals import Attempt, CheckIn, Milestone, Stretch, StretchState, Zone
from app.domain.ids import Id, Kind
from app.operations import experiences, goals
from app.queries.stretch import due_check_ins, stretch_view
from ui.context import Context, Destination, detail_line
from ui.forms import Form, keep_open
from ui.stretch.attempt_sheet import AttemptSheet
from ui.stretch.check_in_sheet import CheckInSheet
from ui.stretch.closing import CloseStretch
from ui.stretch.milestone_dialog import MilestoneDialog
from ui.stretch.stretch_sheet import StretchSheet

_DEBRIEF: Final = "stretch-debrief"
"""The template of a debrief."""


class StretchActions(QObject):
    """Acts on stretch goals; `added` carries the id of a new one, `navigate` a Destination."""

    added = Signal(str)
    navigate = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._sheet: Form | None = None

    # Sheets

    def save(self) -> None:
        """Keep what an open sheet holds; raises AppError where that fails."""
        keep_open(self._page)

    def check_in(self, stretch_id: Id, check_in: Id | None = None) -> None:
        """Open the sheet of a new check-in, or of an earlier one."""
        reader = self._context.vault.read
        view = stretch_view(reader, stretch_id)
        if view is None or self._sheet is not None:
            return
        note = reader.get(CheckIn, check_in) if check_in else None
        self._open(CheckInSheet(self._context, self._page, [view], note))

    def review(self) -> None:
        """Check in on every stretch goal that is due, one after the other."""
        reader, today = self._context.vault.read, self._context.today()
        found = (stretch_view(reader, each) for each in due_check_ins(reader, today))
        views = [view for view in found if view is not None]
        if self._sheet is not None:
            return
        if views:
            self._open(CheckInSheet(self._context, self._page, views))
        else:
            self._context.messages.say(self.tr("Nothing to check in on before next week"))

    def new(self) -> None:
        """Open the sheet of a new stretch goal."""
        if self._sheet is not None:
            return
        sheet = StretchSheet(self._context, self._page, self.tr("New stretch goal"))
        sheet.accepted.connect(lambda: self.added.emit(sheet.stretch.id))
        self._open(sheet)

    def edit(self, stretch: Stretch) -> None:
        """Open the sheet of a stretch goal."""
        if self._sheet is None:
            title = self.tr("Edit stretch goal")
            self._open(StretchSheet(self._context, self._page, title, stretch))

    def close(self, stretch: Stretch) -> None:
        """Ask how a stretch goal ended."""
        CloseStretch(self._context, self._page, stretch).open()

    def add_attempt(self, stretch: Stretch) -> None:
        """Open the sheet of a new attempt."""
        self._open_attempt(stretch, Attempt(goal=stretch.id))

    def edit_attempt(self, stretch: Stretch, attempt_id: Id) -> None:
        """Open the sheet of an attempt."""
        self._open_attempt(stretch, self._context.vault.read.get(Attempt, attempt_id))

    def edit_milestone(self, milestone_id: Id) -> None:
        """Ask for the words and the day of a milestone."""
        milestone = self._context.vault.read.get(Milestone, milestone_id)
        MilestoneDialog(self._context, self._page, milestone).open()

    # At once

    def set_state(self, stretch_id: Id, state: StretchState) -> None:
        """Take a stretch goal up again, or leave it for someday."""
        vault = self._context.vault
        self._context.perform(lambda: goals.reopen_stretch(vault, stretch_id, state))

    def choose_zone(self, stretch_id: Id, zone: Zone | None) -> None:
        """Say where a stretch goal sits; None leaves it to its size."""
        vault = self._context.vault
        stretch = replace(vault.read.get(Stretch, stretch_id), zone=zone)
        self._context.perform(lambda: goals.revise_stretch(vault, stretch))

    def trash(self, stretch_id: Id) -> None:
        """Move a stretch goal to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: goals.delete_stretch(vault, stretch_id))
        self._say_undoable(self.tr("Stretch goal moved to trash"))

    def trash_check_in(self, check_in: Id) -> None:
        """Move a check-in to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: goals.delete_check_in(vault, check_in))
        self._say_undoable(self.tr("Check-in moved to trash"))

    def trash_attempt(self, attempt_id: Id) -> None:
        """Move an attempt to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: experiences.delete_attempt(vault, attempt_id))
        self._say_undoable(self.tr("Attempt moved to trash"))

    def debrief(self, attempt_id: Id) -> None:
        """Go to the debrief of an attempt, or begin it: with its first words it is linked."""
        reader = self._context.vault.read
        attempt = reader.get(Attempt, attempt_id)
        entry = reader.find(Entry, attempt.entry) if attempt.entry else None
        if entry is not None and entry.deleted is None:
            self.navigate.emit(Destination("journal", entry.id, Kind.ENTRY))
            return
        lines = (
            detail_line("title", attempt.title),
            f"template:{_DEBRIEF}",
            f"evidence:{Kind.STRETCH}:{attempt.goal}",
            f"attempt:{attempt.id}",
        )
        self.navigate.emit(Destination("journal", act="new", detail="\n".join(lines)))

    def add_milestone(self, stretch_id: Id, title: str) -> None:
        """Add a step, last."""
        vault, step = self._context.vault, Milestone(goal=stretch_id, title=title)
        self._context.perform(lambda: goals.add_milestone(vault, step))

    def tick_milestone(self, milestone_id: Id, *, done: bool) -> None:
        """Say that a step was done today, or that it is not."""
        vault, day = self._context.vault, self._context.today() if done else None
        self._context.perform(lambda: goals.tick_milestone(vault, milestone_id, day))

    def trash_milestone(self, milestone_id: Id) -> None:
        """Move a milestone to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: goals.delete_milestone(vault, milestone_id))
        self._say_undoable(self.tr("Milestone moved to trash"))

    def share(self, stretch_id: Id) -> None:
        """Go to Share with a stretch goal."""
        detail = f"{Kind.STRETCH}:{stretch_id}"
        self.navigate.emit(Destination("share", act="new", detail=detail))

    def menu(self, stretch: Stretch, parent: QWidget) -> QMenu:
        """What else one can do with a stretch goal."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit stretch goal"), lambda: self.edit(stretch))
        menu.addAction(self.tr("Add an attempt"), lambda: self.add_attempt(stretch))
        menu.addSeparator()
        for state, words in (
            (StretchState.ACTIVE, self.tr("Make active")),
            (StretchState.SOMEDAY, self.tr("Leave for someday")),
        ):
            if stretch.state is not state:
                menu.addAction(words, partial(self.set_state, stretch.id, state))
        if not stretch.state.closed:
            menu.addAction(self.tr("Close stretch goal..."), lambda: self.close(stretch))
        menu.addSeparator()
        menu.addAction(self.tr("Make a PDF of this"), lambda: self.share(stretch.id))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: self.trash(stretch.id))
        return menu

    # Private

    def _open_attempt(self, stretch: Stretch, attempt: Attempt) -> None:
        if self._sheet is None:
            sheet = AttemptSheet(self._context, self._page, attempt, subtitle=stretch.title)
            sheet.debrief_asked.connect(lambda saved: self.debrief(Id(saved)))
            self._open(sheet)

    def _open(self, sheet: Form) -> None:
        self._sheet = sheet
        sheet.finished.connect(self._forget_sheet)
        sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _say_undoable(self, words: str) -> None:
        self._context.messages.say(words, undo=True)
