"""What a reply brought that is no answer, kept in the vault until the reply was read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.ids import Id
from app.errors import MALFORMED
from app.replies.reply import Reply, What
from app.vault import Vault
from ui.labels import counted, listed

_CONTEXT = "Feedback"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What was left alone, and the questions whose answer could not be read whole."""

    ignored: tuple[tuple[str, int], ...] = ()
    unread: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()

    @classmethod
    def of(cls, reply: Reply) -> Arrival:
        """What a reply brought."""
        ignored = tuple((each.what.value, each.count) for each in reply.ignored)
        return cls(ignored, reply.unread, reply.cut)


def keep(vault: Vault, feedback_id: Id, arrival: Arrival) -> None:
    """Keep it with what arrived."""
    if arrival != Arrival():
        parts = (arrival.ignored, arrival.unread, arrival.cut)
        vault.keep_draft(_name(feedback_id), json.dumps(parts))


def kept(vault: Vault, feedback_id: Id) -> Arrival:
    """What was kept; nothing where that cannot be read."""
    text = vault.read.draft(_name(feedback_id))
    try:
        ignored, unread, cut = json.loads(text or "[[], [], []]")
        pairs = tuple((str(what), int(count)) for what, count in ignored)
        return Arrival(pairs, tuple(map(str, unread)), tuple(map(str, cut)))
    except MALFORMED:
        return Arrival()


def forget(vault: Vault, feedback_id: Id) -> None:
    """Let it go: the reply was read."""
    if vault.read.draft(_name(feedback_id)) is not None:
        vault.keep_draft(_name(feedback_id), None)


def ignored_words(arrival: Arrival) -> str:
    """What was left alone, in a sentence; nothing where nothing was."""
    things = [_counted(what, count) for what, count in arrival.ignored if count]
    if not things:
        return ""
    return _tr("Left alone: {things}. None of it was opened.").format(things=listed(things))


def _counted(what: str, count: int) -> str:
    forms = {
        What.SCRIPT: (_tr("1 script"), _tr("{n} scripts")),
        What.ACTION: (_tr("1 action"), _tr("{n} actions")),
        What.ATTACHMENT: (_tr("1 attachment"), _tr("{n} attachments")),
        What.MEDIA: (_tr("1 sound or film"), _tr("{n} sounds or films")),
        What.OTHER_FORM: (_tr("a form of another kind"), _tr("{n} forms of another kind")),
        What.FIELD: (_tr("1 field that is not on the form"), _tr("{n} fields not on the form")),
        What.PAGE: (_tr("1 page too many"), _tr("{n} pages too many")),
        What.SIGN: (_tr("1 hidden sign"), _tr("{n} hidden signs")),
    }
    return counted(count, *forms.get(what, (_tr("1 other thing"), _tr("{n} other things"))))  # type: ignore[call-overload] # a kept word


def _name(feedback_id: Id) -> str:
    return f"feedback.arrived.{feedback_id}"


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
