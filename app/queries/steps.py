"""The next steps: milestones, check-ins, reviews, a cycle's points, support and actions.

Feedback that came back and was not read yet is one, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.cycles import Cycle, Point
from app.domain.goals import check_in_due
from app.domain.ids import Id, Kind
from app.domain.support import SupportState
from app.queries import cycles, plan
from app.storage import coming_rows, step_rows
from app.storage.connection import Row
from app.storage.rows import Reader

SOON: Final = timedelta(days=14)
"""How long before its day a point of a cycle is a next step, and wanted support is."""
FOLLOW_UP: Final = timedelta(days=14)
"""How long after asking somebody it is time to see how that stands."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do next, by its `kind`; `aim` is what it serves.

    MILESTONE is one to tick, CHECK_IN a stretch goal to check in on, GOAL one to review, CYCLE a
    `point` of it to write for, SUPPORT something to ask for, or `asked` for long enough ago, of
    `person` where that is known. ACTION is one to tick that was agreed with `person`, in the
    session of that `number`; FEEDBACK came back from `person` on `due` and is to be read.
    """

    kind: Kind
    id: Id
    title: str
    aim_kind: Kind
    aim: Id
    aim_title: str
    due: date | None
    point: Point | None = None
    person: str = ""
    asked: bool = False
    number: int | None = None


def next_steps(
    read: Reader, day: date, limit: int, *, check_ins: bool = True
) -> tuple[tuple[NextStep, ...], int]:
    """The first so many next steps by their day, and how many there are.

    Without `check_ins` those are left out, where they are asked for in another place.
    """
    milestones = (_milestone(row) for row in step_rows.open_milestones(read, limit))
    others = [
        *(_check_ins(read, day) if check_ins else ()),
        *_reviews(read, day),
        *_points(read.all(Cycle), read, day),
        *_support(read, day),
        *_actions(read, day),
        *_unread(read),
    ]
    steps = sorted((*milestones, *others), key=lambda step: (step.due or date.max, step.title))
    return tuple(steps[:limit]), step_rows.count_open(read) + len(others)


def is_due(cycle: Cycle, point: Point, day: date) -> bool:
    """Whether it is time to write for a point of a cycle: from two weeks before its day."""
    return cycle.start <= day and cycle.day_of(point) <= day + SOON


def _milestone(row: Row) -> NextStep:
    step_id, title, kind, aim, aim_title, due = row
    return NextStep(Kind.MILESTONE, Id(step_id), title, Kind(kind), Id(aim), aim_title, _day(due))


def _check_ins(read: Reader, day: date) -> Iterator[NextStep]:
    for stretch_id, title, start, last in step_rows.last_check_ins(read):
        due = check_in_due(_day(start), _day(last), day)
        if due <= day:
            aim = Id(stretch_id)
            yield NextStep(Kind.CHECK_IN, aim, title, Kind.STRETCH, aim, title, due)


def _reviews(read: Reader, day: date) -> Iterator[NextStep]:
    for goal in plan.reviews_due(read, day):
        yield NextStep(Kind.GOAL, goal.id, goal.title, Kind.GOAL, goal.id, goal.title, goal.review)


def _points(found: Iterable[Cycle], read: Reader, day: date) -> Iterator[NextStep]:
    """The middle until the exit comes near, and the exit until two weeks after it."""
    for cycle in found:
        if cycle.last_day + SOON < day:
            continue
        wanted = Point.EXIT if is_due(cycle, Point.EXIT, day) else Point.MIDDLE
        for point in cycles.points(read, cycle):
            if point.point is wanted and not point.entry and is_due(cycle, wanted, day):
                title, aim = cycle.title, cycle.id
                yield NextStep(
                    Kind.CYCLE, aim, title, Kind.CYCLE, aim, title, point.day, point=wanted
                )


def _support(read: Reader, day: date) -> Iterator[NextStep]:
    asked_by, due_by = (day - FOLLOW_UP).isoformat(), (day + SOON).isoformat()
    for row in step_rows.support_to_follow(read, asked_by, due_by):
        support_id, title, state, when, person, name, kind, aim, aim_title, *days = row
        if not (aim or person):
            continue
        asked = state == SupportState.ASKED
        yield NextStep(
            Kind.SUPPORT,
            Id(support_id),
            title,
            Kind(kind) if aim else Kind.PERSON,
            Id(aim or person),
            aim_title if aim else name,
            date.fromisoformat(when) + FOLLOW_UP if asked else _coming(days, day),
            person=name or "",
            asked=asked,
        )


def _actions(read: Reader, day: date) -> Iterator[NextStep]:
    """What the mentee owes and is due soon, or was."""
    for own, title, due, session, number, name in coming_rows.my_actions(
        read, (day + SOON).isoformat()
    ):
        yield NextStep(
            Kind.ACTION,
            Id(own),
            title,
            Kind.SESSION,
            Id(session or own),
            "",
            _day(due),
            person=name or "",
            number=number if session else None,
        )


def _unread(read: Reader) -> Iterator[NextStep]:
    for own, day, name in coming_rows.unread(read):
        aim = Id(own)
        yield NextStep(Kind.FEEDBACK, aim, "", Kind.FEEDBACK, aim, "", _day(day), person=name or "")


def _coming(days: Iterable[str | None], day: date) -> date | None:
    """The first of some days that is not past."""
    return next((found for text in days if (found := _day(text)) and found >= day), None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
