"""The support map: which growth somebody helps with, which nobody covers, and whom to ask next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Final

from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import Support, SupportState

_MIDDLE: Final = 3
"""How safe somebody counts as who was not rated: neither better nor worse for it."""


class Cover(StrEnum):
    """How somebody stands to a need."""

    HELPING = "helping"
    ASKED = "asked"
    CAN_HELP = "can_help"


class Standing(IntEnum):
    """How well a need is covered; what nobody covers comes first."""

    NOBODY = 0
    ASKED = 1
    COVERED = 2


@dataclass(frozen=True, slots=True)
class Behind:
    """An open goal or stretch goal, as far as the map needs it; `due` is its next day, if any."""

    id: Id
    kind: Kind
    title: str
    due: date | None = None
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """How one person stands to one need; `support` is what was or can be asked, if anything.

    `declined` says that they answered "not this time" when asked for it before.
    """

    person: Id
    cover: Cover
    support: Id = NO_ID
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A competency that open goals ask for, or support that is wanted; cells by person."""

    competency: str
    goals: tuple[Behind, ...]
    cells: tuple[Cell, ...]

    @property
    def standing(self) -> Standing:
        """Covered where somebody helps, asked where somebody was only asked."""
        covers = {cell.cover for cell in self.cells}
        if Cover.HELPING in covers:
            return Standing.COVERED
        return Standing.ASKED if Cover.ASKED in covers else Standing.NOBODY

    @property
    def due(self) -> date | None:
        """The day of the goal that is due soonest; None where none has a day."""
        return min((goal.due for goal in self.goals if goal.due), default=None)

    def cell(self, person: Id) -> Cell | None:
        """How a person stands to it; None where they do not."""
        return next((cell for cell in self.cells if cell.person == person), None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to ask for next, and whom; without a `person` nobody listed knows it."""

    need: Need
    person: Id = NO_ID


@dataclass(frozen=True, slots=True)
class Coverage:
    """Needs from the least covered one on, and people: those who stand in a cell first."""

    needs: tuple[Need, ...] = ()
    people: tuple[Id, ...] = ()

    def standing(self, standing: Standing) -> tuple[Need, ...]:
        """The needs that stand like this."""
        return tuple(need for need in self.needs if need.standing is standing)


def ordered(people: Iterable[Person]) -> list[Person]:
    """People as they are listed: mentors first, then by name."""
    relations = list(Relation)
    return sorted(
        people, key=lambda each: (relations.index(each.relation), each.name.casefold(), each.id)
    )


def coverage(
    goals: Iterable[Behind], people: Iterable[Person], supports: Iterable[Support]
) -> Coverage:
    """Everything open goals need against everybody who helps, was asked, or could help.

    Support for a goal that is not among the open ones counts for nothing any more.
    """
    goals, people = _soonest_first(goals), ordered(people)
    known = {goal.id: goal for goal in goals}
    live = [each for each in supports if not each.goal or each.goal in known]
    behind = _needs(goals, live, known)
    asked = _by_cell(live, known)
    needs = [
        Need(competency, tuple(found), _cells(competency, people, asked))
        for competency, found in behind.items()
    ]
    needs.sort(key=lambda need: (need.standing, need.due or date.max, need.competency))
    standing = {cell.person for need in needs for cell in need.cells}
    columns = sorted((person.id for person in people), key=lambda each: each not in standing)
    return Coverage(tuple(needs), tuple(columns))


def whom_to_ask(
    found: Coverage, people: Iterable[Person], supports: Iterable[Support]
) -> Suggestion | None:
    """What to ask for next, and whom; None where somebody was asked for everything.

    Of the needs that nobody covers, the one whose goal is due soonest and that somebody listed
    can help with; where there is none, the one due soonest, with nobody to ask. Of those who can
    help and did not say "not this time" to it, who was asked for least so far, then with whom it
    feels safest, then with whom one spoke last, then in the order of the list.
    """
    open_needs = sorted(
        found.standing(Standing.NOBODY), key=lambda need: (need.due or date.max, need.competency)
    )
    lined_up = Counter(each.person for each in supports if each.lined_up)
    listed = ordered(people)
    for need in open_needs:
        can = {cell.person for cell in need.cells if not cell.declined}
        candidates = [person for person in listed if person.id in can]
        if candidates:
            return Suggestion(need, min(candidates, key=lambda each: _ease(each, lined_up)).id)
    return Suggestion(open_needs[0]) if open_needs else None


def _ease(person: Person, lined_up: Counter[Id]) -> tuple[int, int, int]:
    """How easily somebody is asked: smaller is easier."""
    spoke = person.last_spoke.toordinal() if person.last_spoke else 0
    return (lined_up[person.id], -(person.safety or _MIDDLE), -spoke)


def _needs(
    goals: Sequence[Behind], supports: Sequence[Support], known: dict[Id, Behind]
) -> dict[str, list[Behind]]:
    """The goals behind each competency that is needed; support can name one without a goal.

    They come and stay in the order of their days.
    """
    behind: defaultdict[str, list[Behind]] = defaultdict(list)
    for goal in goals:
        for competency in dict.fromkeys(goal.competencies):
            behind[competency].append(goal)
    for support in supports:
        if not support.competency:
            continue
        found = behind[support.competency]
        if support.goal and known[support.goal] not in found:
            found.append(known[support.goal])
            found.sort(key=_by_day)
    return behind


def _by_cell(
    supports: Iterable[Support], known: dict[Id, Behind]
) -> dict[tuple[str, Id], list[Support]]:
    """What is asked of each person for each competency."""
    asked: defaultdict[tuple[str, Id], list[Support]] = defaultdict(list)
    for support in supports:
        whole = known[support.goal].competencies if support.goal else ()
        about = (support.competency,) if support.competency else whole
        for competency in dict.fromkeys(about) if support.person else ():
            asked[competency, support.person].append(support)
    return asked


def _cells(
    competency: str, people: Sequence[Person], asked: dict[tuple[str, Id], list[Support]]
) -> tuple[Cell, ...]:
    cells = (_cell(competency, person, asked.get((competency, person.id), [])) for person in people)
    return tuple(cell for cell in cells if cell is not None)


def _cell(competency: str, person: Person, asked: Sequence[Support]) -> Cell | None:
    if not asked:
        return Cell(person.id, Cover.CAN_HELP) if competency in person.can_help else None
    by_state = {support.state: support.id for support in asked}
    for state, cover in (
        (SupportState.AGREED, Cover.HELPING),
        (SupportState.ASKED, Cover.ASKED),
        (SupportState.WANTED, Cover.CAN_HELP),
    ):
        if state in by_state:
            return Cell(person.id, cover, by_state[state])
    if competency in person.can_help:
        return Cell(person.id, Cover.CAN_HELP, declined=SupportState.DECLINED in by_state)
    return None


def _soonest_first(goals: Iterable[Behind]) -> tuple[Behind, ...]:
    return tuple(sorted(goals, key=_by_day))


def _by_day(goal: Behind) -> tuple[date, str, str]:
    return (goal.due or date.max, goal.title, goal.id)
