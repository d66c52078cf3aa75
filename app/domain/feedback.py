"""Feedback that was asked for, and feedback that came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from app.domain.entries import NO_DAY
from app.domain.forms import Answer, Asked, Consent, Form, Place, Question
from app.domain.goals import DatesReversedError
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import TITLE_LIMIT, Record, check_length

OWN_FORM: Final = "own"
"""What stands for the id of a form whose questions the mentee wrote."""


class Way(StrEnum):
    """How feedback came in."""

    FILE = "file"
    TEXT = "text"
    HAND = "hand"


class FeedbackState(StrEnum):
    """What the mentee made of feedback; what has only arrived is in quarantine."""

    ARRIVED = "arrived"
    KEPT = "kept"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Linked:
    """Something that feedback is evidence for: a goal, stretch goal, experience or competency."""

    kind: Kind
    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Record):
    """A form that was sent to somebody, kept word for word as they got it.

    Attributes:
        code: The request id on the form; it is random and says nothing.
        form: The id of the form, or OWN_FORM.
        about: What feedback was asked on, in the mentee's words; it is on the form.
        goal: The goal or stretch goal that this is about; it is not on the form.
        places: Where the fields stand on the PDF, to read a copy that has no fields any more.
        closed: The day the mentee stopped waiting for it.
    """

    kind: ClassVar[Kind] = Kind.REQUEST

    person: Id = NO_ID
    code: str = ""
    form: str = ""
    name: str = ""
    about: str = ""
    goal: Id = NO_ID
    intro: str = ""
    questions: tuple[Question, ...] = ()
    promise: str = ""
    thanks: str = ""
    asked: date = NO_DAY
    reply_by: date | None = None
    places: tuple[Place, ...] = ()
    closed: date | None = None

    @property
    def as_asked(self) -> Asked:
        """The form as it went out."""
        form = Form(
            self.form, self.name, self.intro, self.questions, consent=self.promise,
            thanks=self.thanks,
        )  # fmt: skip
        return Asked(self.code, form, self.places)

    def check(self) -> None:
        """Raise RuleBrokenError where a text is too long, or it is wanted before it was asked."""
        check_length("about", self.about, TITLE_LIMIT)
        if self.reply_by and self.reply_by < self.asked:
            raise DatesReversedError(field="reply_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """What somebody answered, as plain text, and what the mentee made of it.

    The answers and the digest never change; what the giver allows is never widened. `giver` is
    the name they signed with, `person` who that is as far as the mentee knows.
    """

    kind: ClassVar[Kind] = Kind.FEEDBACK

    request: Id = NO_ID
    person: Id = NO_ID
    giver: str = ""
    form: str = ""
    name: str = ""
    about: str = ""
    answers: tuple[Answer, ...] = ()
    consent: Consent = Consent.PRIVATE
    state: FeedbackState = FeedbackState.ARRIVED
    day: date = NO_DAY
    note: str = ""
    links: tuple[Linked, ...] = ()
    thanked: date | None = None
    way: Way = Way.HAND
    sha256: str = ""

    @property
    def title(self) -> str:
        """What it is called: the name of its form."""
        return self.name

    @property
    def may_leave(self) -> bool:
        """Whether a share pack may hold it: it was kept, and the giver does not want it private."""
        return self.state is FeedbackState.KEPT and self.consent is not Consent.PRIVATE

    @property
    def said(self) -> tuple[Answer, ...]:
        """The answers that say something."""
        return tuple(answer for answer in self.answers if not answer.empty)

    @property
    def words(self) -> str:
        """Questions and answers as text."""
        return "\n".join(part for answer in self.said for part in (answer.label, answer.text))

    @property
    def kept_words(self) -> str:
        """The words, once they were read: what is in quarantine is quoted nowhere."""
        return "" if self.state is FeedbackState.ARRIVED else self.words

    def check(self) -> None:
        """Raise RuleBrokenError where a text is too long."""
        check_length("giver", self.giver, TITLE_LIMIT)
        check_length("about", self.about, TITLE_LIMIT)
        check_length("note", self.note)
        check_length("answers", self.words)
