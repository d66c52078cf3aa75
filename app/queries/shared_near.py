"""What is near the items of a pack and never leaves with them, and who may not be named in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.feedback import Feedback, Request
from app.domain.folding import words
from app.domain.forms import CONSENT, GIVER, Consent
from app.domain.ids import NO_ID, Id, Kind
from app.domain.sessions import AgendaItem, Debrief, Session
from app.sharing.source import Chosen, Near, Shareable, Unnamed
from app.storage.rows import Reader

_ABOUT_IT: Final = frozenset({CONSENT, GIVER})
"""The questions of a form that ask how it may be used, and by whom it is."""
_PARTS: Final = re.compile(r"[,;:/|<>()\[\]\n]|\s[-\u2013\u2014]\s")
"""What stands in a signature between a name and what somebody is."""


def without_giver(feedback: Feedback) -> Feedback:
    """The feedback as a pack may hold it: nothing in it says whose it is but its answers' words."""
    answers = (each for each in feedback.said if each.question not in _ABOUT_IT)
    return replace(
        feedback, giver="", person=NO_ID, request=NO_ID, answers=tuple(answers), links=(),
        thanked=None, sha256="",
    )  # fmt: skip


def without_sources(session: Session, leaving: Collection[Id]) -> Session:
    """The session with nothing of what was pulled onto its agenda but its own titles.

    Of feedback that may not leave, and is not among those `leaving`, not even those: they may say
    whose it is.
    """
    agenda = (
        AgendaItem(
            "" if each.kind is Kind.FEEDBACK and each.record not in leaving else each.title,
            each.minutes,
        )
        for each in session.agenda
    )
    return replace(session, agenda=tuple(agenda))


def spoken_of(reader: Reader) -> frozenset[Id]:
    """The feedback that the title of a topic may tell of.

    What is in the trash or gone allows nothing any more. Without a name it is only spoken of while
    it is known which name that is.
    """
    return frozenset(
        each.id
        for each in reader.all(Feedback)
        if each.may_leave and (each.consent is Consent.NAMED or _names(reader, each))
    )


def giver_of(feedback: Feedback, people: dict[Id, str]) -> str:
    """Who gave it, by their own signature or by who the mentee says they are."""
    return feedback.giver.strip() or people.get(feedback.person, "").strip()


def unnamed_givers(reader: Reader, chosen: Collection[Chosen], recipient: Id) -> dict[Id, Unnamed]:
    """Who gave feedback that may not leave with their name: chosen, or on a chosen agenda.

    They go unnamed in all of the pack, but for its reader. By their ids, or by those of the
    feedback where nobody knows who they are. Where the reader passed a form on, whoever signed it
    goes unnamed.
    """
    found: dict[Id, tuple[str, ...]] = {}
    for feedback in _given(reader, chosen):
        if feedback.may_leave and feedback.consent is Consent.NAMED:
            continue
        givers = _givers(reader, feedback)
        names = _names(reader, feedback)
        if recipient and givers[:1] == [recipient]:
            givers, names = [], _signed_by_another(reader, feedback, recipient)
        elif recipient in givers:
            givers.remove(recipient)
            names = [*_known(reader, givers), *_signed(feedback)]
        key = givers[0] if givers else feedback.id
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *names)))
    return {
        key: Unnamed(names[0], Relation.OTHER, names[1:], asked=True)
        for key, names in found.items()
        if names
    }


def _given(reader: Reader, chosen: Collection[Chosen]) -> list[Feedback]:
    """The feedback that is chosen, and what is on chosen agendas, be it in the trash by now."""
    ids = {each.id for each in chosen if each.kind is Kind.FEEDBACK}
    talks = [each.id for each in chosen if each.kind is Kind.SESSION and each.has("agenda")]
    for session in reader.among(Session, "id", talks) if talks else ():
        ids |= {item.record for item in session.agenda if item.kind is Kind.FEEDBACK}
    found = (reader.find(Feedback, each) for each in sorted(ids))
    return [feedback for feedback in found if feedback is not None]


def near(reader: Reader, records: Iterable[Shareable]) -> dict[Id, list[Near]]:
    """What hangs on items and stays, by their ids."""
    listed = list(records)
    found: dict[Id, list[Near]] = defaultdict(list)
    sessions = [each.id for each in listed if isinstance(each, Session)]
    for debrief in reader.among(Debrief, "session", sessions) if sessions else ():
        found[debrief.session].append(Near(debrief.id, (debrief.answers, debrief.next_step)))
    pulled = {
        item.record: each.id
        for each in listed
        if isinstance(each, Session)
        for item in each.agenda
        if item.kind is Kind.ENTRY
    }
    for entry in reader.among(Entry, "id", pulled) if pulled else ():
        found[pulled[entry.id]].append(Near(entry.id, (entry.title, entry.body)))
    ids = {each.id for each in listed}
    for feedback in reader.all(Feedback):
        for link in feedback.links:
            if link.id in ids:
                found[link.id].append(Near(feedback.id, (feedback.words, feedback.note)))
    return found


def _givers(reader: Reader, feedback: Feedback) -> list[Id]:
    """Who gave it as far as that is known, then whom it was asked of."""
    request = reader.find(Request, feedback.request) if feedback.request else None
    asked = request.person if request else NO_ID
    return list(dict.fromkeys(each for each in (feedback.person, asked) if each))


def _names(reader: Reader, feedback: Feedback) -> list[str]:
    """The names by which it may be told whose it is."""
    return [*_known(reader, _givers(reader, feedback)), *_signed(feedback)]


def _signed_by_another(reader: Reader, feedback: Feedback, recipient: Id) -> list[str]:
    """The names that it is signed with, unless that may be the reader: "Pri R." is Priya."""
    signed = list(_signed(feedback))
    first = next((word for name in signed for word in words(name)), "")
    own = (each for name in _known(reader, [recipient]) for each in words(name))
    mine = any(each.startswith(first) or first.startswith(each) for each in own)
    return [] if mine else signed


def _known(reader: Reader, people: Collection[Id]) -> Iterator[str]:
    """The names of people, of those in the trash, too."""
    for each in people:
        person = reader.find(Person, each)
        if person is not None and person.name.strip():
            yield person.name.strip()


def _signed(feedback: Feedback) -> Iterator[str]:
    """The name that somebody signed with; what stands behind a comma is by itself."""
    answers = (each.text for each in feedback.answers if each.question == GIVER)
    for signature in dict.fromkeys((feedback.giver, *answers)):
        yield from (part.strip() for part in _PARTS.split(signature) if part.strip())
