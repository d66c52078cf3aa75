"""What entries can be evidence for, and what one of them is evidence for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.content.library import Library
from app.domain.entries import Evidence
from app.domain.experiences import Experience
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.queries.competencies import Catalogue, CompetencyRow, catalogue
from app.storage import entry_rows
from app.storage.rows import Reader

_ORDER: Final = (Kind.GOAL, Kind.STRETCH, Kind.MILESTONE, Kind.EXPERIENCE, Kind.COMPETENCY)


@dataclass(frozen=True, slots=True)
class Target:
    """A goal, stretch goal, milestone, experience or competency; `within` is a milestone's goal.

    Its title is read from the record itself whenever it is shown, so a new name shows at once.
    """

    kind: Kind
    id: Id
    title: str
    closed: bool = False
    within: Target | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as evidence for something; with a `quote` it is a passage, read on `quoted`."""

    id: Id
    target: Target
    quote: str = ""
    quoted: date | None = None


def targets(reader: Reader, library: Library) -> tuple[Target, ...]:
    """All there is to link an entry to: open ones first, goals, then milestones, then the rest."""
    found: list[Goal | Stretch] = [*reader.all(Goal), *reader.all(Stretch)]
    aims = {aim.id: aim_target(aim) for aim in found}
    steps = (
        _step_target(step, aims[step.goal]) for step in reader.all(Milestone) if step.goal in aims
    )
    experiences = map(experience_target, reader.all(Experience))
    competencies = map(_competency_target, catalogue(reader, library).offered)
    return tuple(sorted((*aims.values(), *steps, *experiences, *competencies), key=_place))


def find_target(reader: Reader, library: Library, kind: Kind, found: Id) -> Target | None:
    """What a link names, as it is called now; None where it is gone or in the trash."""
    if kind is Kind.COMPETENCY:
        return _find_competency(catalogue(reader, library), found)
    if kind is Kind.MILESTONE:
        return _find_step(reader, found)
    if kind is Kind.EXPERIENCE:
        experience = reader.find(Experience, found)
        there = experience is not None and experience.deleted is None
        return experience_target(experience) if experience and there else None
    return _find_aim(reader, found)


def last_target(reader: Reader, library: Library) -> Target | None:
    """What an entry was linked to last, as long as it is still there."""
    found = entry_rows.last_target(reader)
    return find_target(reader, library, Kind(found[0]), Id(found[1])) if found else None


def links(reader: Reader, library: Library, entry_id: Id) -> tuple[Link, ...]:
    """What an entry is evidence for, in the order it was linked."""
    found = (
        (each, find_target(reader, library, each.target_kind, each.target))
        for each in reader.all(Evidence, entry=entry_id)
    )
    return tuple(Link(each.id, target, each.quote, each.quoted) for each, target in found if target)


def aim_target(aim: Goal | Stretch) -> Target:
    """A goal or stretch goal as a target."""
    return Target(aim.kind, aim.id, aim.title, aim.state.closed)


def experience_target(experience: Experience) -> Target:
    """An experience as a target; one that is over is written about as much as one under way."""
    return Target(Kind.EXPERIENCE, experience.id, experience.title)


def _find_aim(reader: Reader, aim_id: Id) -> Target | None:
    found = reader.find(Goal, aim_id) or reader.find(Stretch, aim_id)
    return aim_target(found) if found and found.deleted is None else None


def _find_step(reader: Reader, step_id: Id) -> Target | None:
    step = reader.find(Milestone, step_id)
    aim = _find_aim(reader, step.goal) if step and step.deleted is None else None
    return _step_target(step, aim) if step and aim else None


def _step_target(step: Milestone, aim: Target) -> Target:
    return Target(Kind.MILESTONE, step.id, step.title, aim.closed, aim)


def _find_competency(known: Catalogue, competency: Id) -> Target | None:
    found = known.find(competency)
    return _competency_target(found) if found else None


def _competency_target(competency: CompetencyRow) -> Target:
    return Target(Kind.COMPETENCY, Id(competency.id), competency.name)


def _place(target: Target) -> tuple[bool, int, str, Id]:
    # Goals and stretch goals stand together, by their titles.
    order = max(1, _ORDER.index(target.kind))
    return (target.closed, order, target.title.casefold(), target.id)
