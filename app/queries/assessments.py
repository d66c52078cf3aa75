"""Assessments: what to ask about, what was rated before, and the evidence for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.content.library import Library
from app.domain.assessing import Answer, Assessing
from app.domain.competencies import LEVELS, Assessment, Rating
from app.domain.cycles import Cycle, Person
from app.domain.goals import GoalState, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.prose import plain
from app.queries.competencies import CompetencyRow, catalogue
from app.queries.trail import TrailItem, beginning
from app.storage import assessment_rows, goal_rows
from app.storage.rows import Reader

OWN_DRAFT: Final = "assessment.own"
OTHER_DRAFT: Final = "assessment.other"
"""The names of the two drafts there can be: how one sees oneself, and how somebody else does."""
EVIDENCE_LIMIT: Final = 100


class Moment(StrEnum):
    """Where in a cycle a day lies; outside of one it is any time."""

    START = "start"
    MIDDLE = "middle"
    EXIT = "exit"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Seen:
    """One rating of a competency, as it was; `by` is empty for one's own."""

    assessment: Id
    day: date
    label: str
    by: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Standing:
    """What the plan says beside its goals: a competency and its last own level, 0 for none."""

    id: Id
    name: str
    level: int
    day: date | None


def past(reader: Reader) -> tuple[Assessment, ...]:
    """All finished assessments, newest first."""
    return _newest_first(reader.all(Assessment))


def find(reader: Reader, assessment_id: Id) -> Assessment | None:
    """A finished assessment; None where it is gone or in the trash."""
    found = reader.find(Assessment, assessment_id)
    return found if found is not None and found.deleted is None else None


def history(reader: Reader, competency: str) -> tuple[Seen, ...]:
    """All ratings of a competency, newest first."""
    return tuple(
        _seen(each, rating)
        for each in past(reader)
        for rating in each.ratings
        if rating.competency == competency
    )


def latest(reader: Reader, person: Id = NO_ID) -> dict[str, Seen]:
    """The last rating of each competency: one's own, or that of a person."""
    found: dict[str, Seen] = {}
    read = reader.among(Assessment, "id", assessment_rows.holding_last(reader, person))
    for each in _newest_first(read):
        for rating in each.ratings:
            found.setdefault(rating.competency, _seen(each, rating))
    return found


def suggested(reader: Reader, library: Library) -> tuple[str, ...]:
    """The competencies of open goals and those rated last time, in the catalogue's order."""
    wanted = _in_use(reader) | _rated_last(reader)
    return tuple(row.id for row in catalogue(reader, library).offered if row.id in wanted)


def standings(reader: Reader, library: Library) -> tuple[Standing, ...]:
    """The competencies of open goals with their last own level; without goals, all rated last."""
    used, rated = _in_use(reader), latest(reader)
    wanted = used or _rated_last(reader)
    rows = (row for row in catalogue(reader, library).offered if row.id in wanted)
    return tuple(_standing(row, rated.get(row.id)) for row in rows)


def under_way(reader: Reader, name: str = OWN_DRAFT) -> Assessing | None:
    """The assessment that is not finished, if there is one."""
    kept = reader.draft(name)
    return Assessing.from_text(kept) if kept else None


def moment_of(reader: Reader, day: date) -> Moment:
    """The moment of the cycle that lies nearest to a day within it."""
    cycle = _cycle_at(reader, day)
    if cycle is None:
        return Moment.ANY
    days = {
        Moment.START: cycle.start,
        Moment.MIDDLE: cycle.middle,
        Moment.EXIT: cycle.ended or cycle.end,
    }
    return min(days, key=lambda moment: abs((days[moment] - day).days))


def anchors(row: CompetencyRow, library: Library) -> tuple[str, ...]:
    """The words of the five levels; where it has none of its own, what the scale says."""
    scale = [f"{level.label}. {level.meaning}" for level in library.framework.scale]
    own = row.anchors or ("",) * LEVELS
    return tuple(anchor.strip() or said for anchor, said in zip(own, scale, strict=True))


def finished(reader: Reader, library: Library, draft: Assessing, today: date) -> Assessment:
    """The assessment that a draft becomes, with names and anchors as they read now."""
    person = reader.find(Person, draft.person) if draft.person else None
    day = draft.day or today
    cycle = _cycle_at(reader, day)
    known = catalogue(reader, library)
    rows = ((answer, known.find(answer.competency)) for answer in draft.rated)
    return Assessment(
        day=day,
        label=draft.label.strip(),
        cycle=cycle.id if cycle else NO_ID,
        person=draft.person,
        by=person.name if person else "",
        ratings=tuple(_rating(answer, row, library) for answer, row in rows if row),
    )


def evidence(reader: Reader, competency: str) -> tuple[TrailItem, ...]:
    """The entries that are evidence for a competency, or for a goal that names it, newest first."""
    targets = assessment_rows.targets(reader, competency)
    quotes: dict[str, list[tuple[Id, str]]] = defaultdict(list)
    for entry, link, quote in assessment_rows.quotes(reader, targets):
        quotes[entry].append((link, " ".join(plain(quote).split())))
    return tuple(
        TrailItem(
            Kind.ENTRY,
            Id(entry),
            date.fromisoformat(day),
            title,
            "" if entry in quotes else beginning(opening),
            quotes=tuple(quote for _, quote in quotes.get(entry, ())),
            passage=quotes[entry][0][0] if entry in quotes else NO_ID,
        )
        for entry, day, title, opening in assessment_rows.evidence(reader, targets, EVIDENCE_LIMIT)
    )


def _seen(assessment: Assessment, rating: Rating) -> Seen:
    return Seen(assessment.id, assessment.day, assessment.label, assessment.by, rating)


def _in_use(reader: Reader) -> set[str]:
    closed = [state.value for state in GoalState if state.closed]
    used = goal_rows.competencies_named(reader, closed)
    stretches = (stretch for stretch in reader.all(Stretch) if not stretch.state.closed)
    return used.union(*(stretch.competencies for stretch in stretches))


def _rated_last(reader: Reader) -> set[str]:
    last = reader.among(Assessment, "id", assessment_rows.last_own(reader))
    return {rating.competency for each in last for rating in each.ratings}


def _newest_first(found: list[Assessment]) -> tuple[Assessment, ...]:
    return tuple(sorted(found, key=lambda each: (each.day, each.created, each.id), reverse=True))


def _standing(row: CompetencyRow, seen: Seen | None) -> Standing:
    if seen is None:
        return Standing(Id(row.id), row.name, 0, None)
    return Standing(Id(row.id), row.name, seen.rating.level, seen.day)


def _cycle_at(reader: Reader, day: date) -> Cycle | None:
    running = (cycle for cycle in reader.all(Cycle) if cycle.runs(day))
    return max(running, key=lambda cycle: (cycle.start, cycle.created), default=None)


def _rating(answer: Answer, row: CompetencyRow, library: Library) -> Rating:
    return Rating(
        competency=row.id,
        name=row.name,
        level=answer.level,
        anchor=anchors(row, library)[answer.level - 1],
        note=answer.note.strip(),
        recalibrated=answer.recalibrated,
    )
