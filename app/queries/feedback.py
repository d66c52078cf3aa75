"""What the page of feedback shows: its list, a request, and what somebody said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.clock import Moment
from app.content.library import Library
from app.domain.assessing import Answer as Rated
from app.domain.assessing import Assessing
from app.domain.competencies import Assessment, Rating
from app.domain.feedback import Feedback, FeedbackState, Linked, Request
from app.domain.forms import Consent
from app.domain.ids import NO_ID, Id, Kind
from app.queries import evidence, people
from app.queries.assessments import finished
from app.queries.competencies import catalogue
from app.queries.evidence import Target
from app.queries.people import PersonRow
from app.queries.trail import PackMention, mentions
from app.storage import feedback_rows
from app.storage.feedback_rows import Asked, Given
from app.storage.rows import Reader

_RATING: Final = "--rating"
_EXAMPLE: Final = "--evidence"
"""What the ids of questions end with that a competency pulse asks about each competency."""

_LINKED: Final = frozenset({Kind.GOAL, Kind.STRETCH, Kind.EXPERIENCE, Kind.COMPETENCY})


class Shelf(StrEnum):
    """Where something stands in the list, from the top."""

    ARRIVED = "arrived"
    ASKED = "asked"
    USED = "used"
    ASIDE = "aside"
    EARLIER = "earlier"
    """Requests that were answered, and those that nobody waits for any more."""


_SHELVES: Final = {
    FeedbackState.ARRIVED: Shelf.ARRIVED,
    FeedbackState.KEPT: Shelf.USED,
    FeedbackState.SET_ASIDE: Shelf.ASIDE,
}


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """A request or what came back; `day` is when it was asked, or when it came.

    Of a request `reply_by`, `closed` and `answered` are the days it is wanted by, was closed and
    was first answered. Of feedback `consent` says what the giver allows, `evidence` for how much
    it is evidence, and `shared` whether it is in a share pack.
    """

    id: Id
    kind: Kind
    shelf: Shelf
    who: str
    form: str
    about: str
    day: date
    reply_by: date | None = None
    closed: date | None = None
    answered: date | None = None
    consent: Consent = Consent.PRIVATE
    evidence: int = 0
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """Feedback that answers a request."""

    id: Id
    day: date
    state: FeedbackState


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request with whom it went to, what it is about, and what came back."""

    request: Request
    who: PersonRow | None
    goal: Target | None
    replies: tuple[ReplyRow, ...]


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What somebody said, with the request it answers and what it is evidence for.

    `ratings` are the levels of competencies in it, `beside` the assessment they became.
    """

    feedback: Feedback
    who: PersonRow | None
    arrived: Moment
    request: Request | None
    targets: tuple[Target, ...]
    packs: tuple[PackMention, ...]
    ratings: tuple[Rating, ...]
    beside: Id

    @property
    def name(self) -> str:
        """What the giver is called; empty where nobody knows."""
        return self.who.name if self.who else self.feedback.giver

    @property
    def short(self) -> str:
        """What the giver is called for short; empty where nobody knows."""
        return self.who.short if self.who else self.feedback.giver


def listed(reader: Reader) -> tuple[FeedbackRow, ...]:
    """Everything, shelf by shelf: who is waited for longest and what came last come first."""
    given, asked = feedback_rows.given(reader), feedback_rows.asked(reader)
    packed = set(mentions(reader, Kind.FEEDBACK))
    answered: dict[Id, date] = {}
    for each in given:
        answered.setdefault(each.request, each.day)
    rows = [_given(each, shared=each.id in packed) for each in given]
    rows += [_asked(each, answered.get(each.id)) for each in asked]
    shelves = list(Shelf)
    newest = [*reversed(rows)]
    newest.sort(key=_order)
    return tuple(sorted(newest, key=lambda row: shelves.index(row.shelf)))


def request_view(reader: Reader, library: Library, request_id: Id) -> RequestView | None:
    """A request; None where it is gone or in the trash."""
    request = reader.find(Request, request_id)
    if request is None or request.deleted is not None:
        return None
    replies = (
        ReplyRow(each.id, each.day, each.state) for each in reader.all(Feedback, request=request_id)
    )
    goal = evidence.find_target(reader, library, Kind.GOAL, request.goal) if request.goal else None
    return RequestView(request, _who(reader, request.person), goal, tuple(replies))


def feedback_view(
    reader: Reader, library: Library, feedback_id: Id, offset: int
) -> FeedbackView | None:
    """What somebody said; None where it is gone or in the trash. `offset` is the zone's."""
    feedback = reader.find(Feedback, feedback_id)
    if feedback is None or feedback.deleted is not None:
        return None
    request = reader.find(Request, feedback.request) if feedback.request else None
    ratings = _ratings(reader, library, feedback)
    found = (evidence.find_target(reader, library, each.kind, each.id) for each in feedback.links)
    return FeedbackView(
        feedback=feedback,
        who=_who(reader, feedback.person),
        arrived=Moment(feedback.created, offset),
        request=request if request and request.deleted is None else None,
        targets=tuple(target for target in found if target),
        packs=mentions(reader, Kind.FEEDBACK).get(feedback_id, ()),
        ratings=ratings,
        beside=_beside(reader, feedback, ratings),
    )


def offered(reader: Reader, library: Library) -> tuple[Target, ...]:
    """All that feedback can be evidence for."""
    return tuple(each for each in evidence.targets(reader, library) if each.kind in _LINKED)


def linked(target: Target) -> Linked:
    """A target as feedback names it."""
    return Linked(target.kind, target.id)


def assessment_of(reader: Reader, library: Library, feedback: Feedback) -> Assessment:
    """How the giver sees the mentee by the levels they chose, with their examples as proof."""
    ratings = _ratings(reader, library, feedback)
    answers = tuple(Rated(each.competency, each.level, each.note) for each in ratings)
    chosen = tuple(each.competency for each in ratings)
    draft = Assessing(
        chosen, feedback.name, feedback.day, feedback.person, begun=True, answers=answers
    )
    return finished(reader, library, draft, feedback.day)


def _order(row: FeedbackRow) -> int:
    if row.shelf is Shelf.ASKED:
        return (row.reply_by or date.max).toordinal()
    return -(row.closed or row.day).toordinal()


def _asked(row: Asked, answered: date | None) -> FeedbackRow:
    shelf = Shelf.EARLIER if answered or row.closed else Shelf.ASKED
    return FeedbackRow(
        row.id, Kind.REQUEST, shelf, row.who, row.form, row.about, row.asked, row.reply_by,
        row.closed, answered,
    )  # fmt: skip


def _given(row: Given, *, shared: bool) -> FeedbackRow:
    return FeedbackRow(
        row.id, Kind.FEEDBACK, _SHELVES[row.state], row.who, row.form, row.about, row.day,
        consent=row.consent, evidence=row.links, shared=shared,
    )  # fmt: skip


def _who(reader: Reader, person: Id) -> PersonRow | None:
    return next((row for row in people.listed(reader) if row.id == person), None)


def _ratings(reader: Reader, library: Library, feedback: Feedback) -> tuple[Rating, ...]:
    """The levels of competencies that are still known, each with the example given for it."""
    said = {answer.question: answer for answer in feedback.answers}
    levels = {
        name.removesuffix(_RATING): answer.rating
        for name, answer in said.items()
        if name.endswith(_RATING) and answer.rating is not None
    }
    if not levels:
        return ()
    known = catalogue(reader, library)
    examples = {name: said.get(f"{name}{_EXAMPLE}") for name in levels}
    return tuple(
        Rating(name, row.name, level or 0, note=example.text if example else "")
        for name, level in levels.items()
        for row, example in [(known.find(name), examples[name])]
        if row
    )


def _beside(reader: Reader, feedback: Feedback, ratings: tuple[Rating, ...]) -> Id:
    """The assessment that these ratings became; NO_ID for none."""
    if not ratings or not feedback.person:
        return NO_ID
    wanted = {(each.competency, each.level, each.note) for each in ratings}
    for each in reader.all(Assessment, person=feedback.person):
        same = {(rating.competency, rating.level, rating.note) for rating in each.ratings}
        if each.day == feedback.day and same == wanted:
            return each.id
    return NO_ID
