"""Sessions with a mentor: agendas, what to ask oneself, and what is agreed at the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from app.domain.cycles import Agreed, Relation
from app.domain.sessions import AgendaItem


@dataclass(frozen=True, slots=True)
class AgreementField:
    """One point to agree on; `type` says how much room its words need."""

    id: str
    label: str
    type: Literal["text", "multiline"]


@dataclass(frozen=True, slots=True)
class WorkingAgreement:
    """The points of a working agreement, in the order they are talked through."""

    about: str
    fields: tuple[AgreementField, ...]

    def points_of(self, agreed: Iterable[Agreed]) -> tuple[tuple[str, str], ...]:
        """Label and words of all that was agreed, in order; another version's points come last."""
        said = {point.field: point.text for point in agreed}
        known = ((field.label, said.pop(field.id, "")) for field in self.fields)
        named = tuple((label, text) for label, text in known if text.strip())
        return (*named, *said.items())


@dataclass(frozen=True, slots=True)
class TimedTopic:
    """An item of an agenda that ships; `prompt` says what to talk about."""

    minutes: int
    title: str
    prompt: str


@dataclass(frozen=True, slots=True)
class SessionTemplate:
    """A timed agenda; `with_whom` are the relations it is meant for, its minutes add up."""

    id: str
    name: str
    with_whom: tuple[str, ...] = field(metadata={"key": "with"})
    total_minutes: int
    purpose: str
    practice: str
    prep_questions: tuple[str, ...]
    agenda: tuple[TimedTopic, ...]
    debrief_questions: tuple[str, ...]

    def items(self) -> tuple[AgendaItem, ...]:
        """The agenda as items of a session."""
        return tuple(AgendaItem(each.title, each.minutes, each.prompt) for each in self.agenda)


@dataclass(frozen=True, slots=True)
class RatingScale:
    """What the ends of the ratings mean."""

    min: int
    max: int
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class RatedStatement:
    """A statement that a debrief rates from 1 to 5."""

    id: str
    group: Literal["safety", "usefulness"]
    label: str


@dataclass(frozen=True, slots=True)
class PrivateRatings:
    """What a debrief rates, for the mentee alone, and how to read and raise it."""

    about: str
    scale: RatingScale
    items: tuple[RatedStatement, ...]
    reading_your_scores: tuple[str, ...]
    ways_to_raise_it: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionTemplates:
    """Every agenda that ships, and the debrief that follows each."""

    private_ratings: PrivateRatings
    sessions: tuple[SessionTemplate, ...]

    def find(self, template_id: str) -> SessionTemplate | None:
        """The agenda with this id."""
        return next((each for each in self.sessions if each.id == template_id), None)

    def offered(self, relation: Relation) -> tuple[SessionTemplate, ...]:
        """All of them, those meant for somebody of this relation first."""
        return tuple(sorted(self.sessions, key=lambda each: relation.value not in each.with_whom))
