"""What one can do with sessions: the sheets it takes, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.domain.sessions import Session, SessionState
from app.export.calendar import Appointment, save_calendar
from app.operations import sessions
from app.queries.sessions import SessionRow, listed
from ui import labels, messages, session_words
from ui.context import Context, Destination
from ui.forms import Form, keep_open
from ui.sessions.session_form import EditForm, MoveForm, SessionForm

SUFFIX: Final = "ics"


class SessionActions(QObject):
    """Acts on sessions; `added` carries the id of a new one, `navigate` a Destination.

    `began` and `ended` carry the id of a session that was started or that is over.
    """

    added = Signal(str)
    began = Signal(str)
    ended = Signal(str)
    navigate = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    # Sheets

    def save(self) -> None:
        """Keep what an open sheet holds; raises AppError where that fails."""
        keep_open(self._page)

    def new(self) -> None:
        """Open the sheet of a new session."""
        self.new_with(NO_ID)

    def new_with(self, person: Id) -> None:
        """Open the sheet of a new session, likely with somebody."""
        sheet = SessionForm(self._context, self._page, person)
        sheet.saved.connect(self.added)
        sheet.open()

    def edit(self, session_id: Id) -> None:
        """Open the sheet of a session."""
        session = self._context.vault.read.get(Session, session_id)
        self._open(EditForm(self._context, self._page, session))

    def move(self, session_id: Id) -> None:
        """Ask for another time."""
        row = next((row for row in self._rows() if row.id == session_id), None)
        if row is not None:
            self._open(MoveForm(self._context, self._page, row))

    # At once

    def cancel(self, session_id: Id) -> None:
        """Call a session off."""
        vault = self._context.vault
        if self._context.perform(lambda: sessions.cancel_session(vault, session_id)):
            self._say_undoable(self.tr("Session cancelled"))

    def plan_again(self, session_id: Id) -> None:
        """Let a session be held after all."""
        vault = self._context.vault
        if self._context.perform(lambda: sessions.plan_again(vault, session_id)):
            self._say_undoable(self.tr("Session planned again"))

    def start(self, session_id: Id) -> None:
        """Begin a session."""
        vault = self._context.vault
        if self._context.perform(lambda: sessions.start_session(vault, session_id)):
            self.began.emit(session_id)

    def end(self, session_id: Id) -> None:
        """End a session, and say which one its cadence planned."""
        vault = self._context.vault
        done = self._context.perform(lambda: sessions.end_session(vault, session_id))
        if done is None:
            return
        words = self.tr("Session ended")
        if done.following is not None:
            form = self.tr("Session ended; the next one is planned for {day}")
            day = labels.weekday_and_day(done.following.day, self._context.today())
            words = form.format(day=day)
        self._say_undoable(words)
        self.ended.emit(session_id)

    def resume(self, session_id: Id) -> None:
        """Go on with a session that was ended."""
        vault = self._context.vault
        if self._context.perform(lambda: sessions.resume_session(vault, session_id)):
            self.began.emit(session_id)

    def trash(self, session_id: Id) -> None:
        """Move a session to the trash and offer to take that back."""
        vault = self._context.vault

        def delete() -> bool:
            sessions.delete_session(vault, session_id)
            return True

        if self._context.perform(delete):
            self._say_undoable(self.tr("Session moved to trash"))

    def share_brief(self, session_id: Id) -> None:
        """Begin a brief in Share, where nothing is chosen yet."""
        self.navigate.emit(Destination("share", session_id, Kind.SESSION, act="brief"))

    # Calendar

    def save_calendar(self, session_id: Id) -> None:
        """Save one session as a file for a calendar."""
        rows = [row for row in self._rows() if row.id == session_id]
        self._ask_file(self.tr("Session"), rows)

    def save_calendars(self) -> None:
        """Save every session as one file for a calendar."""
        self._ask_file(self.tr("Sessions"), self._rows())

    def write_calendar(self, rows: Iterable[SessionRow], path: Path) -> None:
        """Write sessions into a file; the dialog asked before it let an existing one through."""
        found = [self._appointment(row) for row in rows]

        def write() -> bool:
            save_calendar(found, path, replace=path.exists())
            return True

        if self._context.perform(write):
            self._context.messages.say(self.tr("Calendar file saved"))

    # The menu

    def menu(self, session: Session, parent: QWidget) -> QMenu:
        """Everything one can do with a session."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit session"), partial(self.edit, session.id))
        if session.state is SessionState.PLANNED and not session.under_way:
            menu.addAction(self.tr("Move session"), partial(self.move, session.id))
            menu.addAction(self.tr("Cancel session"), partial(self.cancel, session.id))
        elif session.state is SessionState.CANCELLED:
            menu.addAction(self.tr("Plan again"), partial(self.plan_again, session.id))
        elif session.state is SessionState.HELD:
            menu.addAction(self.tr("Go on with the session"), partial(self.resume, session.id))
        menu.addSeparator()
        menu.addAction(self.tr("Session brief"), partial(self.share_brief, session.id))
        menu.addAction(self.tr("Save calendar file"), partial(self.save_calendar, session.id))
        menu.addAction(self.tr("Save calendar file of all sessions"), self.save_calendars)
        menu.addAction(self.tr("All actions"), partial(self.navigate.emit, Destination("actions")))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), partial(self.trash, session.id))
        return menu

    # Private

    def _rows(self) -> tuple[SessionRow, ...]:
        return listed(self._context.vault.read)

    def _appointment(self, row: SessionRow) -> Appointment:
        session = self._context.vault.read.get(Session, row.id)
        # Without its number, which would change where an earlier one goes to the trash.
        title = session_words.full_title(row.title, None, row.name)
        return Appointment(
            id=row.id,
            sequence=session.sequence,
            title=title,
            start=session.at,
            minutes=session.minutes,
            place=session.place,
            link=session.link,
            cancelled=session.state is SessionState.CANCELLED,
            modified=session.modified,
        )

    def _ask_file(self, name: str, rows: Iterable[SessionRow]) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        # A name without anybody's name in it, for it can be seen in a folder.
        start = Path(QStandardPaths.writableLocation(place)) / f"{name}.{SUFFIX}"
        write = partial(self.write_calendar, rows)
        title = self.tr("Save calendar file")
        messages.choose_new_file(self._page, title, start, write, suffix=SUFFIX)

    def _open(self, form: Form) -> None:
        form.open()

    def _say_undoable(self, words: str) -> None:
        self._context.messages.say(words, undo=True)
