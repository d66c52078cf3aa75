"""What happened since the last session with somebody: to choose what to talk about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.domain.feedback import FeedbackState
from app.domain.ids import Id, Kind
from app.domain.sessions import ActionState, Session, SessionState
from app.prose import snippet
from app.queries.actions import ActionRow, with_person
from app.queries.sessions import SessionView
from app.queries.trail import beginning
from app.storage import since_rows, step_rows
from app.storage.rows import Reader
from app.vault import Vault

_ASKING: Final = ("?", "\uff1f", "\u061f", "\u037e")
_SENTENCE: Final = re.compile(
    "[^.?!\u2026\u3002\uff1f\uff01\u061f\u037e]+[.?!\u2026\u3002\uff1f\uff01\u061f\u037e]*[\"'\u2019\u201d)]*"
)

FIRST_TIME: Final = timedelta(days=30)
"""How far one looks back before the first session with somebody."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """An entry flagged to bring; `asks` is a question in it, or how it begins."""

    id: Id
    title: str
    day: date
    asks: str


@dataclass(frozen=True, slots=True)
class Advanced:
    """A goal or stretch goal that moved, the last time on `day`.

    Attributes:
        taken_up: It was made since then.
        closed: The state that it was closed in; empty where it was not.
        milestones: Those that were done, in order.
    """

    kind: Kind
    id: Id
    title: str
    day: date
    taken_up: bool = False
    closed: str = ""
    milestones: tuple[str, ...] = ()
    check_ins: int = 0
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Lived:
    """An experience that ended."""

    id: Id
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Arrived:
    """Feedback that came back; what is not `read` is still to be kept or set aside."""

    id: Id
    giver: str
    form: str
    day: date
    read: bool


@dataclass(frozen=True, slots=True)
class SinceLastTime:
    """What happened from a day on; `last` is the session of that day, None before the first.

    Actions are all that are open with that person and those that were settled since.
    """

    since: date
    last: Session | None
    flagged: tuple[Flagged, ...]
    advanced: tuple[Advanced, ...]
    lived: tuple[Lived, ...]
    actions: tuple[ActionRow, ...]
    feedback: tuple[Arrived, ...]
    entries: int

    @property
    def question(self) -> Flagged | None:
        """The newest flagged entry that asks something, else the newest one."""
        asking = (each for each in self.flagged if is_question(each.asks))
        return next(asking, next(iter(self.flagged), None))


def since_last_time(vault: Vault, view: SessionView) -> SinceLastTime:
    """What happened since the last session with the person of this one."""
    read, session = vault.read, view.session
    until = session.day if session.state is SessionState.HELD else date.max
    today = min(until, vault.now().day)
    since = view.last.day if view.last else today - FIRST_TIME
    first, last = since.isoformat(), until.isoformat()
    return SinceLastTime(
        since=since,
        last=view.last,
        flagged=tuple(_flagged(read)),
        advanced=tuple(_advanced(vault, since, until)),
        lived=tuple(
            Lived(Id(row), title, date.fromisoformat(end))
            for row, title, end in step_rows.experiences_ended(read, first, today.isoformat())
        ),
        actions=tuple(_actions(read, view, since)),
        feedback=tuple(
            Arrived(Id(row[0]), row[1], row[2], date.fromisoformat(row[3]),
                    row[4] != FeedbackState.ARRIVED)
            for row in since_rows.feedback_between(read, first, last)
        ),
        entries=since_rows.entries_between(read, first, last),
    )  # fmt: skip


def _actions(read: Reader, view: SessionView, since: date) -> Iterator[ActionRow]:
    """What was settled since with the person of a session, then what is open by its day."""
    found = with_person(read, view.session.person) if view.person else ()
    settled = [each for each in found if each.state is not ActionState.OPEN]
    yield from (each for each in reversed(settled) if (each.state_day or since) >= since)
    yield from (each for each in found if each.state is ActionState.OPEN)


def _flagged(read: Reader) -> Iterator[Flagged]:
    for entry, day, title, opening in since_rows.flagged(read):
        begins = beginning(opening)
        yield Flagged(Id(entry), title or begins, date.fromisoformat(day), _asked(opening, begins))


def _asked(opening: str, begins: str) -> str:
    """The first question in a text, else how it begins."""
    lines = [snippet(line) for line in opening.splitlines() if not line.startswith("#")]
    said = [part.strip() for line in lines for part in _SENTENCE.findall(line)]
    first = _SENTENCE.match(begins)
    return next(filter(is_question, said), first.group().strip() if first else "")


def is_question(text: str) -> bool:
    """Whether a text ends as a question does, in any script."""
    return text.rstrip("\"'\u2019\u201d)").endswith(_ASKING)


def _advanced(vault: Vault, since: date, until: date) -> Iterator[Advanced]:
    found: dict[str, Advanced] = {}
    events = since_rows.aim_events(
        vault.read, since.isoformat(), until.isoformat(), vault.now().offset
    )
    for kind, aim, title, event, text, count, day in events:
        known = found.get(aim) or Advanced(Kind(kind), Id(aim), title, since)
        found[aim] = replace(_and(known, event, text, count), day=date.fromisoformat(day))
    # Events come by day, so that the last one of an aim has its newest day.
    yield from sorted(found.values(), key=lambda each: (each.day, each.id), reverse=True)


def _and(known: Advanced, event: str, text: str, count: int) -> Advanced:
    """An aim with one more thing that happened to it."""
    if event == "taken":
        return replace(known, taken_up=True)
    if event == "closed":
        return replace(known, closed=text)
    if event == "step":
        return replace(known, milestones=(*known.milestones, text))
    if event == "check_in":
        return replace(known, check_ins=count)
    return replace(known, attempts=count)
