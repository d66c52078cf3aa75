"""Forms to ask for feedback with: their questions, and what somebody answered.

A form that goes out is kept as it was asked, so that an answer is understood years later.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.records import RATINGS

CONSENT: Final = "consent-choice"
"""The question of every form that asks how the words may be used."""

GIVER: Final = "giver-sign"
"""The question of every form that asks for the giver's name, which may be left blank."""

REQUEST: Final = "greenroom-request"
"""The field of every PDF that says which request it is for: it holds the code and is hidden."""

OF_EACH: Final = "--"
"""Stands in the id of a question between one of several things and what is asked of each."""

CODE_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a request's code is made of: no letter that is taken for a digit or for another letter."""


class AnswerType(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    MULTILINE = "multiline"
    SCALE = "scale"
    CHOICE = "choice"


class Consent(StrEnum):
    """What the giver of feedback allows; where they said nothing it is private."""

    PRIVATE = "private"
    UNNAMED = "unnamed"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the words that somebody read.

    `limit` counts the characters of a text. A scale runs from 1 to 5 with words for its ends and
    its middle; a choice has `options`, of which `multiple` lets one take several.
    """

    id: str
    label: str
    type: AnswerType = AnswerType.MULTILINE
    required: bool = False
    help: str = ""
    limit: int = 600
    low: str = ""
    mid: str = ""
    high: str = ""
    options: tuple[Option, ...] = ()
    multiple: bool = False

    def states(self) -> tuple[str, ...]:
        """What can be marked: the levels of a scale, the ids of the options, else nothing."""
        if self.type is AnswerType.SCALE:
            return tuple(str(level) for level in RATINGS)
        return tuple(option.id for option in self.options)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a question, readable without the form.

    `text` is what was written, or the labels of what was chosen; `rating` is the level of a scale.
    """

    question: str
    label: str
    type: AnswerType
    text: str = ""
    rating: int | None = None
    chosen: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        return self.rating is None and not self.text.strip()


@dataclass(frozen=True, slots=True)
class Form:
    """A form as one person reads it: every placeholder is filled, consent and name come last.

    `consent` says what the answers are for, `thanks` stands at the end.
    """

    id: str
    name: str
    intro: str
    questions: tuple[Question, ...]
    consent: str = ""
    thanks: str = ""

    def question(self, question_id: str) -> Question | None:
        """The question with this id."""
        return next((each for each in self.questions if each.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field of a form stands on paper, in points from the lower left corner.

    `state` is the level or option that a mark there chooses, empty for a text. Pages count from 0.
    A place of no question is a printed text, which is its `state`: by two or more of them on each
    page, far from each other, the fields are found on paper that was printed smaller or turned.
    It goes from where the text begins on its base line to where it ends, as high as its font.
    """

    question: str
    state: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A form that went out: its request id, its words, and where its fields stand."""

    code: str
    form: Form
    places: tuple[Place, ...] = ()


def new_code() -> str:
    """A code for a request, such as 7KQ2-M0XT-9DPB: 60 random bits, which say nothing."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(12))
    return "-".join(letters[at : at + 4] for at in range(0, 12, 4))


def consent_of(answers: Iterable[Answer]) -> Consent:
    """What the giver allows: private unless everything they said to it is one and the same option.

    Whoever fills a form twice, or marks two options, has not allowed more than the least.
    """
    given = [
        each for each in answers if each.question == CONSENT and (each.chosen or not each.empty)
    ]
    chosen = {option for each in given for option in each.chosen}
    if len(chosen) != 1 or not all(len(each.chosen) == 1 for each in given):
        return Consent.PRIVATE
    (option,) = chosen
    return Consent(option) if option in set(Consent) else Consent.PRIVATE


def giver_of(answers: Iterable[Answer]) -> str:
    """The name that the giver signed with; empty for none."""
    return next((each.text.strip() for each in answers if each.question == GIVER), "")
