"""The support that is asked for: on the way to a goal, or of one person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.cycles import Person, Relation
from app.domain.goals import Goal, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import Support, SupportState
from app.storage.rows import Reader

_ORDER: Final = (
    SupportState.AGREED,
    SupportState.ASKED,
    SupportState.WANTED,
    SupportState.DECLINED,
)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who is or could be asked; `knows` are the competencies they can help with here."""

    id: Id
    name: str
    relation: Relation
    knows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportRow:
    """Something to ask for; `who` is None where it is not known whom, or they are in the trash.

    `goal_kind` and `goal_title` are of what it is for, None and empty where that is gone.
    """

    id: Id
    title: str
    state: SupportState
    day: date | None
    feedback: bool
    competency: str
    who: Who | None
    goal: Id
    goal_kind: Kind | None
    goal_title: str


def support_for(reader: Reader, goal: Id) -> tuple[SupportRow, ...]:
    """What is asked for on the way to a goal or stretch goal: what was agreed comes first."""
    return _rows(reader, reader.all(Support, goal=goal))


def support_of(reader: Reader, person: Id) -> tuple[SupportRow, ...]:
    """What is asked of one person: what was agreed comes first."""
    return _rows(reader, reader.all(Support, person=person))


def people_to_ask(reader: Reader, competencies: Collection[str]) -> tuple[Who, ...]:
    """Everybody, those who can help with most of these competencies first."""
    people = reader.all(Person)
    relations = list(Relation)
    found = [_who(person, competencies) for person in people]
    found.sort(key=lambda who: (-len(who.knows), relations.index(who.relation), who.name, who.id))
    return tuple(found)


def feedback_by_goal(reader: Reader, goals: Collection[Id]) -> dict[Id, list[Support]]:
    """The support with feedback for each of these, as far as those who give it are known."""
    found: dict[Id, list[Support]] = {}
    asked = [each for each in reader.among(Support, "goal", goals) if each.feedback]
    for support in _given_by_known(reader, asked):
        found.setdefault(support.goal, []).append(support)
    return found


def feedback_for(reader: Reader, goal: Id) -> list[Support]:
    """The support with feedback for one goal, as far as those who give it are known."""
    return _given_by_known(reader, reader.all(Support, goal=goal, feedback=True))


def _given_by_known(reader: Reader, supports: list[Support]) -> list[Support]:
    people = reader.among(Person, "id", {each.person for each in supports})
    known = {person.id for person in people}
    return [each for each in supports if each.person in known]


def _rows(reader: Reader, supports: Iterable[Support]) -> tuple[SupportRow, ...]:
    found = sorted(supports, key=lambda each: (_ORDER.index(each.state), each.created, each.id))
    people = {
        person.id: person for person in reader.among(Person, "id", {each.person for each in found})
    }
    aims = _aims(reader, {each.goal for each in found if each.goal})
    return tuple(_row(each, people.get(each.person), aims.get(each.goal)) for each in found)


def _row(support: Support, person: Person | None, aim: Goal | Stretch | None) -> SupportRow:
    return SupportRow(
        support.id,
        support.title,
        support.state,
        support.day,
        support.feedback,
        support.competency,
        _who(person) if person else None,
        support.goal if aim else NO_ID,
        aim.kind if aim else None,
        aim.title if aim else "",
    )


def _who(person: Person, competencies: Collection[str] = ()) -> Who:
    knows = tuple(each for each in competencies if each in person.can_help)
    return Who(person.id, person.name, person.relation, knows)


def _aims(reader: Reader, ids: Collection[Id]) -> dict[Id, Goal | Stretch]:
    found: dict[Id, Goal | Stretch] = {}
    for goal in reader.among(Goal, "id", ids):
        found[goal.id] = goal
    for stretch in reader.among(Stretch, "id", ids):
        found[stretch.id] = stretch
    return found
