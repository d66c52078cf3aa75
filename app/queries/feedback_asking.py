"""What asking for feedback begins with, and what a reply can belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.content.feedback_forms import OwnQuestion
from app.domain.cycles import Relation
from app.domain.feedback import OWN_FORM, Request
from app.domain.forms import CONSENT, GIVER, Asked, Question
from app.domain.ids import Id
from app.domain.support import Support
from app.queries.people import listed
from app.storage import feedback_rows
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who can be asked; `lined_up` says that they agreed to tell how it went, or may."""

    id: Id
    name: str
    relation: Relation
    lined_up: bool


@dataclass(frozen=True, slots=True)
class OwnForm:
    """Questions of the mentee's own that went out before; `request` is the last one with them."""

    request: Id
    name: str
    questions: tuple[OwnQuestion, ...]


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request that a reply can belong to, with its form as it went out."""

    id: Id
    who: str
    name: str
    about: str
    day: date
    form: Asked


def givers(reader: Reader) -> tuple[Giver, ...]:
    """Everybody: those who are to give feedback first, then as people are listed."""
    lined_up = {each.person for each in reader.all(Support, feedback=True) if each.lined_up}
    found = [Giver(row.id, row.name, row.relation, row.id in lined_up) for row in listed(reader)]
    return tuple(sorted(found, key=lambda giver: not giver.lined_up))


def own_forms(reader: Reader) -> tuple[OwnForm, ...]:
    """The forms of one's own that went out, each once, the last one first."""
    found: dict[tuple[str, tuple[OwnQuestion, ...]], OwnForm] = {}
    for request in reversed(reader.all(Request, form=OWN_FORM)):
        questions = tuple(map(_own, request.questions[: _shared_from(request.questions)]))
        found.setdefault((request.name, questions), OwnForm(request.id, request.name, questions))
    return tuple(found.values())


def open_requests(reader: Reader) -> tuple[OpenRequest, ...]:
    """What a reply can belong to, those without one first, then the last one asked first."""
    answered = {each.request for each in feedback_rows.given(reader)}
    names = {each.id: each.who for each in feedback_rows.asked(reader)}
    found = [
        OpenRequest(each.id, names[each.id], each.name, each.about, each.asked, each.as_asked)
        for each in reversed(reader.all(Request))
    ]
    return tuple(sorted(found, key=lambda each: each.id in answered))


def _own(question: Question) -> OwnQuestion:
    return OwnQuestion(
        question.label,
        question.type,
        tuple(option.label for option in question.options),
        question.multiple,
        question.low,
        question.high,
    )


def _shared_from(questions: tuple[Question, ...]) -> int:
    """Where the questions begin that end every form."""
    shared = (at for at, each in enumerate(questions) if each.id in {CONSENT, GIVER})
    return next(shared, len(questions))
