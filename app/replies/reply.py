"""What came back: the answers as plain text, and all that was not taken for one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.forms import Answer, Asked, Consent, consent_of, giver_of


class Way(StrEnum):
    """How the answers were read."""

    FIELDS = "fields"
    FLATTENED = "flattened"
    TEXT = "text"


class What(StrEnum):
    """A thing in a reply that is never opened, run or kept."""

    SCRIPT = "script"
    ACTION = "action"
    ATTACHMENT = "attachment"
    MEDIA = "media"
    OTHER_FORM = "other form"
    FIELD = "field"
    PAGE = "page"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something that was left alone, and how many of it.

    An action sends, starts or opens something; a field is one that the form does not have; a sign
    is a character that is not seen or turns others around; another form is Adobe's XFA.
    """

    what: What
    count: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody sent back.

    Attributes:
        way: How it was read.
        digest: The SHA-256 of what came, in hexadecimal: the same digest is the same reply.
        code: The request it says it is for; empty where it does not say so.
        asked: The form that it answers, if that is known.
        candidates: The forms it may be an answer to, where several fit: somebody has to say which.
        answers: One for each question of the form in its order, the empty ones too. Without a
            form they are what the fields hold, under the names of the fields.
        unread: The questions whose answer could not be made out; what was written is its text.
        cut: The questions whose answer was longer than what is kept of it.
        ignored: What was in there and was left alone.
        rest: Words of a message that belong to no question.
    """

    way: Way
    digest: str
    code: str = ""
    asked: Asked | None = None
    candidates: tuple[Asked, ...] = ()
    answers: tuple[Answer, ...] = ()
    unread: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    rest: str = ""

    @property
    def consent(self) -> Consent:
        """What the giver allows: private unless they chose one thing clearly."""
        return consent_of(self.answers)

    @property
    def giver(self) -> str:
        """The name it is signed with; empty for none."""
        return giver_of(self.answers)

    @property
    def empty(self) -> bool:
        """Whether no question has an answer."""
        return all(answer.empty for answer in self.answers)
