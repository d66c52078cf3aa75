"""Scenes of a session while it is held, and afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.ids import Kind
from app.domain.sessions import Debrief, Session, SessionState
from app.operations import sessions
from ui.context import Destination
from ui.sessions.meet import MeetPart

if TYPE_CHECKING:
    from app.vault import Vault
    from tests.gallery.scenes import Set

_MINUTE = 60_000
_QUESTION = "What would I stop doing if nobody was watching?"
_NOTES = "## What I heard\n- Say the first sentence before it is ready.\n- Then stop, and wait.\n"
_TYPED = "@{name} introduce me to the design lead by Fri"


def meet(stage: Set) -> None:
    """A session that goes on, with an action half typed."""
    session = going_on(stage.vault)
    stage.workspace.go(Destination("sessions", session.id, Kind.SESSION, "meet"))
    stage.settle()
    part = stage.workspace.findChildren(MeetPart)[0]
    name = part.line.field.placeholderText().removeprefix("@").split()[0]
    part.line.field.setText(_TYPED.format(name=name))
    part.line.field.setFocus()


def debrief(stage: Set) -> None:
    """What one thinks of a session, with a line that was low before, too."""
    session = thought_about(stage.vault)
    stage.workspace.go(Destination("sessions", session.id, Kind.SESSION, "debrief"))
    stage.settle()


def all_actions(stage: Set) -> None:
    """Every action that is open."""
    stage.go("actions")


def going_on(vault: Vault) -> Session:
    """The session that is planned next, today and at its second topic."""
    planned = [s for s in vault.read.all(Session) if s.state is SessionState.PLANNED]
    session = min(planned, key=lambda each: each.at)
    if session.under_way:
        return session
    now = vault.now()
    begun = replace(
        session.dated(now),
        question=session.question or _QUESTION,
        notes=_NOTES,
        started=now.at - 11 * _MINUTE,
        topic=0,
        ticking=now.at - 11 * _MINUTE,
    )
    on = begun.at_topic(1, now.at - 4 * _MINUTE)
    return sessions.write_session(vault, on)


def thought_about(vault: Vault) -> Session:
    """The second session whose debrief has scores."""
    debriefs = {each.session for each in vault.read.all(Debrief) if each.scores}
    held = [s for s in vault.read.all(Session) if s.id in debriefs]
    return sorted(held, key=lambda each: each.at)[1]
