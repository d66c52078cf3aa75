"""Changes to a session while it is being prepared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.content.sessions import SessionTemplate
from app.domain.entries import Entry
from app.domain.ids import NO_ID, Id, Kind
from app.domain.sessions import AgendaItem, Session
from app.operations import journal, sessions
from app.operations.journal import EntryDraft
from ui.context import Context


class Preparing:
    """One session, changed by what somebody does; each act is one step of undo."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.session_id = NO_ID

    def session(self) -> Session:
        """The session as it is now."""
        return self._context.vault.read.get(Session, self.session_id)

    def write(self, session_id: Id, **fields: Any) -> None:  # noqa: ANN401 - any field of a session
        """Keep what is typed; a run of it is one step. Raises AppError where that fails."""
        vault = self._context.vault
        session = vault.read.get(Session, session_id)
        sessions.write_session(vault, replace(session, **fields))

    def change(self, changed: Callable[[Session], Session]) -> bool:
        """Change the session in one step; returns whether that worked."""
        vault = self._context.vault

        def write() -> bool:
            vault.seal()
            sessions.write_session(vault, changed(self.session()))
            vault.seal()
            return True

        return bool(self._context.perform(write))

    def pull(self, kind: Kind, record: Id, title: str) -> bool:
        """Put something onto the agenda, or take it off again; returns whether it is on it now."""
        pulled = not self.session().holds(record)
        item = AgendaItem(title, kind=kind, record=record)
        self.change(lambda now: now.with_item(item) if pulled else now.without(record))
        return pulled

    def put_item(self, place: int, item: AgendaItem) -> None:
        """Let a topic read differently."""
        self.change(lambda now: replace(now, agenda=_with(now.agenda, place, item)))

    def add_item(self, item: AgendaItem) -> None:
        """Put one more topic at the end."""
        self.change(lambda now: now.with_item(item))

    def review(self, *, reviewed: bool) -> None:
        """Say whether the open actions were looked at."""
        self.change(lambda now: replace(now, reviewed=reviewed))

    def take_agenda(self, template: SessionTemplate) -> None:
        """Take the topics of a template."""
        self.change(lambda now: replace(now, agenda=template.items(), template=template.id))

    def remove_item(self, place: int) -> None:
        """Take a topic off the agenda and offer to take that back."""
        words = _tr("Topic removed")
        kept = [each for each in range(len(self.session().agenda)) if each != place]
        if self.change(lambda now: now.arranged(kept)):
            self._context.messages.say(words, undo=True)

    def move_item(self, origin: int, gap: int) -> int:
        """Put a topic into another gap between the topics; returns its new place."""
        places = list(range(len(self.session().agenda)))
        rest = [each for each in places if each != origin]
        target = gap - (gap > origin)
        rest.insert(target, origin)
        self.change(lambda now: now.arranged(rest))
        return target

    def leave_out(self, entry_id: Id) -> None:
        """Flag an entry no longer to bring, and offer to take that back."""
        vault = self._context.vault
        draft = EntryDraft.of(vault.read.get(Entry, entry_id))
        if self._context.perform(
            lambda: journal.write(vault, entry_id, replace(draft, bring=False))
        ):
            vault.seal()
            words = _tr("No longer flagged to bring")
            self._context.messages.say(words, undo=True)


def _with(agenda: tuple[AgendaItem, ...], place: int, item: AgendaItem) -> tuple[AgendaItem, ...]:
    return (*agenda[:place], item, *agenda[place + 1 :])


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
