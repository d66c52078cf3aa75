"""Experiences as a portfolio: all of them, one with what belongs to it, and what to try next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.content.library import Library
from app.domain.cycles import Person
from app.domain.experiences import Experience, ExperienceKind, Learning, Phase
from app.domain.goals import Goal, Stretch
from app.domain.ids import Id, Kind
from app.domain.progress.mix import Mix, MixRow, mix
from app.domain.records import TITLE_LIMIT
from app.queries.competencies import catalogue
from app.queries.trail import PackMention, TrailItem, entries, feedback, mentions
from app.storage import experience_rows, goal_rows
from app.storage.rows import Reader

FOREMOST: Final = 4
"""How many experiences the plan's home shows."""


@dataclass(frozen=True, slots=True)
class ExperienceRow:
    """An experience as the portfolio lists it; `evidence` counts the entries linked to it."""

    id: Id
    title: str
    type: ExperienceKind
    learning: Learning
    phase: Phase
    start: date | None = None
    end: date | None = None
    hours: float | None = None
    evidence: int = 0

    @property
    def when(self) -> date:
        """The day it sorts by: its start, else its end; without dates it is still to come."""
        return self.start or self.end or date.max

    @property
    def in_mix(self) -> MixRow:
        """The same in the mix, without its competencies."""
        return MixRow(
            self.id, self.title, self.type, self.learning, self.start, self.end, self.hours
        )


@dataclass(frozen=True, slots=True)
class Linked:
    """A person, goal, stretch goal or competency that an experience names."""

    kind: Kind
    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class ExperiencePage:
    """An experience with all that belongs to it; the entries run from the newest to the oldest."""

    experience: Experience
    phase: Phase
    people: tuple[Linked, ...]
    goals: tuple[Linked, ...]
    competencies: tuple[Linked, ...]
    evidence: tuple[TrailItem, ...]
    packs: tuple[PackMention, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to try that would grow a competency which an open goal is about."""

    id: str
    text: str
    learning: Learning
    competency: str
    name: str

    @property
    def title(self) -> str:
        """Its first sentence, which can be a title."""
        first = self.text.partition(". ")[0].strip().rstrip(".")
        return first if len(first) <= TITLE_LIMIT else first[: TITLE_LIMIT - 1].rstrip() + "…"

    @property
    def rest(self) -> str:
        """What it says beyond its title."""
        whole = self.text.strip()
        return "" if whole.rstrip(".") == self.title else whole


def portfolio(reader: Reader, today: date) -> tuple[ExperienceRow, ...]:
    """All experiences, the newest first."""
    counts = goal_rows.evidence_counts(reader)
    return _newest_first(
        _row(each, today, counts.get(each.id, 0)) for each in reader.all(Experience)
    )


def foremost(reader: Reader, today: date) -> tuple[ExperienceRow, ...]:
    """The few that the plan begins with: what is under way, what is planned, the newest done."""
    ids = experience_rows.foremost(reader, today.isoformat(), FOREMOST)
    found = {each.id: each for each in reader.among(Experience, "id", ids)}
    counts = goal_rows.evidence_counts(reader, ids)
    return tuple(_row(found[Id(each)], today, counts.get(each, 0)) for each in ids)


def mix_of(reader: Reader, library: Library, days: tuple[date, date] | None = None) -> Mix:
    """The mix of the experiences that overlap a range of days, or of all of them."""
    known = catalogue(reader, library)
    if days is None:
        found = reader.all(Experience)
    else:
        first, last = days
        ids = experience_rows.overlapping(reader, first.isoformat(), last.isoformat())
        found = reader.among(Experience, "id", ids)
    rows = (MixRow.of(each, tuple(map(known.name, each.competencies))) for each in found)
    return mix(rows, days)


def naming(reader: Reader, aim: Id, today: date) -> tuple[ExperienceRow, ...]:
    """The experiences that name a goal or stretch goal, the newest first."""
    found = reader.among(Experience, "id", goal_rows.experiences_naming(reader, aim))
    counts = goal_rows.evidence_counts(reader, [each.id for each in found])
    rows = [_row(each, today, counts.get(each.id, 0)) for each in found]
    return tuple(sorted(rows, key=lambda row: (row.when, row.id), reverse=True))


def experience_page(
    reader: Reader, library: Library, experience_id: Id, today: date
) -> ExperiencePage | None:
    """One experience; None where it is gone or in the trash."""
    found = find(reader, experience_id)
    if found is None:
        return None
    return ExperiencePage(
        experience=found,
        phase=found.phase(today),
        people=tuple(_people(reader, found.people)),
        goals=tuple(_aims(reader, found.goals)),
        competencies=tuple(_competencies(reader, library, found.competencies)),
        evidence=(*entries(reader, experience_id), *feedback(reader, experience_id)),
        packs=mentions(reader, Kind.EXPERIENCE).get(experience_id, ()),
    )


def find(reader: Reader, experience_id: Id) -> Experience | None:
    """The experience with this id; None where it is gone or in the trash."""
    found = reader.find(Experience, experience_id)
    return found if found is not None and found.deleted is None else None


def aims(reader: Reader) -> tuple[Linked, ...]:
    """The goals and stretch goals an experience can be for, open ones first."""
    found: list[Goal | Stretch] = [*reader.all(Goal), *reader.all(Stretch)]
    found.sort(key=lambda aim: (aim.state.closed, aim.title.casefold(), aim.id))
    return tuple(Linked(aim.kind, aim.id, aim.title) for aim in found)


def people(reader: Reader) -> tuple[Linked, ...]:
    """Everybody who can take part, by name."""
    found = sorted(reader.all(Person), key=lambda person: (person.name.casefold(), person.id))
    return tuple(Linked(Kind.PERSON, person.id, person.name) for person in found)


def suggestions(reader: Reader, library: Library) -> tuple[Suggestion, ...]:
    """What the competencies of open goals suggest, one of each way to learn, goal by goal."""
    known = catalogue(reader, library)
    return tuple(
        Suggestion(f"{name}--{each.type}", each.text, Learning(each.type), name, known.name(name))
        for name in _wanted(reader)
        if (shipped := library.framework.find(name)) is not None
        for each in shipped.experiences
    )


def _wanted(reader: Reader) -> tuple[str, ...]:
    """The competencies of open goals and stretch goals, each once."""
    found: list[Goal | Stretch] = [*reader.all(Goal), *reader.all(Stretch)]
    open_ones = (aim for aim in found if not aim.state.closed)
    return tuple(dict.fromkeys(name for aim in open_ones for name in aim.competencies))


def _newest_first(rows: Iterable[ExperienceRow]) -> tuple[ExperienceRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.when, row.id), reverse=True))


def _row(experience: Experience, today: date, evidence: int = 0) -> ExperienceRow:
    return ExperienceRow(
        id=experience.id,
        title=experience.title,
        type=experience.type,
        learning=experience.learnt_by,
        phase=experience.phase(today),
        start=experience.start,
        end=experience.end,
        hours=experience.hours,
        evidence=evidence,
    )


def _people(reader: Reader, ids: Iterable[Id]) -> Iterable[Linked]:
    for each in ids:
        person = reader.find(Person, each)
        if person is not None and person.deleted is None:
            yield Linked(Kind.PERSON, person.id, person.name)


def _aims(reader: Reader, ids: Iterable[Id]) -> Iterable[Linked]:
    for each in ids:
        aim = reader.find(Goal, each) or reader.find(Stretch, each)
        if aim is not None and aim.deleted is None:
            yield Linked(aim.kind, aim.id, aim.title)


def _competencies(reader: Reader, library: Library, ids: Iterable[str]) -> Iterable[Linked]:
    known = catalogue(reader, library)
    for each in ids:
        yield Linked(Kind.COMPETENCY, Id(each), known.name(each))
