"""A scene of a brief for a session, with what it suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.ids import Kind
from app.domain.sessions import Session, SessionState
from ui.context import Destination
from ui.share.flow import PackFlow

if TYPE_CHECKING:
    from tests.gallery.scenes import Set

_PREVIEW_SECONDS: Final = 1.5


def brief(stage: Set) -> None:
    """The brief for the session that is planned next, with everything it suggests ticked."""
    planned = [s for s in stage.vault.read.all(Session) if s.state is SessionState.PLANNED]
    session = min(planned, key=lambda each: each.at)
    stage.workspace.go(Destination("share", session.id, Kind.SESSION, act="brief"))
    stage.settle()
    flow = stage.workspace.findChildren(PackFlow)[0]
    flow.actions_below.choose.click()
    flow.draft.tick_suggestions()
    first = flow.items.model.index(1)
    flow.items.list.setCurrentIndex(first)
    flow.items.list.opened.emit(first)
    stage.settle(_PREVIEW_SECONDS)
