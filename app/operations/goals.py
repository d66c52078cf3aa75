"""Goals, stretch goals, their milestones and check-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

from app.changes import Op
from app.domain.cycles import Preference
from app.domain.entries import Entry, Evidence
from app.domain.goals import Attempt, CheckIn, Goal, GoalState, Milestone, Stretch, StretchState
from app.domain.ids import Id
from app.domain.support import Support
from app.storage.writing import Write
from app.vault import Vault

AimT = TypeVar("AimT", Goal, Stretch)

_PARTS: Final[tuple[type[CheckIn | Attempt | Support], ...]] = (CheckIn, Attempt, Support)
"""What goes and comes back with a goal beside its milestones and their evidence."""


def add_goal(vault: Vault, goal: Goal, milestones: Sequence[Milestone] = ()) -> Goal:
    """A new goal with its first milestones; it stands last in the order by hand."""
    with vault.transact(Op.ADD_GOAL) as write:
        last = max((g.position for g in write.all(Goal)), default=0.0)
        return _add(write, replace(goal, position=last + 1), milestones)


def add_stretch(vault: Vault, stretch: Stretch, milestones: Sequence[Milestone] = ()) -> Stretch:
    """A new stretch goal with its first milestones."""
    with vault.transact(Op.ADD_STRETCH) as write:
        return _add(write, stretch, milestones)


def revise_goal(vault: Vault, goal: Goal) -> Goal:
    """The goal as it reads now."""
    with vault.transact(Op.REVISE_GOAL) as write:
        write.get(Goal, goal.id)
        return write.put(goal)


def revise_stretch(vault: Vault, stretch: Stretch) -> Stretch:
    """The stretch goal as it reads now."""
    with vault.transact(Op.REVISE_STRETCH) as write:
        write.get(Stretch, stretch.id)
        return write.put(stretch)


def close_goal(vault: Vault, goal_id: Id, state: GoalState, learned: str) -> Goal:
    """The goal ended: met, partly met or let go, and what it taught."""
    with vault.transact(Op.CLOSE_GOAL) as write:
        goal = replace(write.get(Goal, goal_id), state=state, learned=learned)
        return write.put(replace(goal, state_day=write.now.day))


def reopen_goal(vault: Vault, goal_id: Id, state: GoalState = GoalState.ACTIVE) -> Goal:
    """The goal active again (or paused, or set aside for someday); what it taught stays."""
    with vault.transact(Op.REOPEN_GOAL) as write:
        goal = write.get(Goal, goal_id)
        return write.put(replace(goal, state=state, state_day=write.now.day))


def close_stretch(vault: Vault, stretch_id: Id, state: StretchState, learned: str) -> Stretch:
    """The stretch goal ended: reached, tried or let go, and what it taught."""
    with vault.transact(Op.CLOSE_STRETCH) as write:
        stretch = replace(write.get(Stretch, stretch_id), state=state, learned=learned)
        return write.put(replace(stretch, state_day=write.now.day))


def reopen_stretch(
    vault: Vault, stretch_id: Id, state: StretchState = StretchState.ACTIVE
) -> Stretch:
    """The stretch goal active again (or set aside for someday)."""
    with vault.transact(Op.REOPEN_STRETCH) as write:
        stretch = write.get(Stretch, stretch_id)
        return write.put(replace(stretch, state=state, state_day=write.now.day))


def delete_goal(vault: Vault, goal_id: Id) -> None:
    """The goal to the trash, with all that hangs on it."""
    with vault.transact(Op.DELETE_GOAL) as write:
        _delete(write, write.get(Goal, goal_id))


def delete_stretch(vault: Vault, stretch_id: Id) -> None:
    """The stretch goal to the trash, with all that hangs on it."""
    with vault.transact(Op.DELETE_STRETCH) as write:
        _delete(write, write.get(Stretch, stretch_id))


def restore_goal(vault: Vault, goal_id: Id) -> None:
    """The goal back from the trash, with all that went with it."""
    with vault.transact(Op.RESTORE) as write:
        _restore(write, Goal, goal_id)


def restore_stretch(vault: Vault, stretch_id: Id) -> None:
    """The stretch goal back from the trash, with all that went with it."""
    with vault.transact(Op.RESTORE) as write:
        _restore(write, Stretch, stretch_id)


def review_goal(vault: Vault, goal_id: Id, following: date | None) -> Goal:
    """The goal looked at again, and when it will be the next time, if at all."""
    with vault.transact(Op.REVIEW_GOAL) as write:
        return write.put(replace(write.get(Goal, goal_id), review=following))


def move_goal(vault: Vault, goal_id: Id, before: Id | None) -> None:
    """The goal in front of another one, or last, in the order by hand."""
    with vault.transact(Op.MOVE_GOAL) as write:
        goals = _by_hand(write)
        moving = next(g for g in goals if g.id == goal_id)
        others = [g for g in goals if g.id != goal_id]
        at = next((i for i, g in enumerate(others) if g.id == before), len(others))
        between = _between(others, at)
        if between is None:
            _number(write, [*others[:at], moving, *others[at:]])
        else:
            write.put(replace(moving, position=between))


def arrange_goals(vault: Vault, ids: Sequence[Id], preference: Preference) -> None:
    """These goals in this order by hand, among the others, and the preference that sorts so."""
    with vault.transact(Op.MOVE_GOAL) as write:
        goals = {goal.id: goal for goal in _by_hand(write)}
        order = iter([goals[goal_id] for goal_id in ids if goal_id in goals])
        arranged = frozenset(ids)
        _number(write, [next(order) if g.id in arranged else g for g in goals.values()])
        found = write.find(Preference, preference.id)
        write.put(replace(preference, created=found.created if found else 0))


def add_milestone(vault: Vault, milestone: Milestone) -> Milestone:
    """A new milestone, last of its goal."""
    with vault.transact(Op.ADD_MILESTONE) as write:
        others = write.all(Milestone, goal=milestone.goal)
        last = max((m.position for m in others), default=0.0)
        return write.put(replace(milestone, position=last + 1))


def revise_milestone(vault: Vault, milestone: Milestone) -> Milestone:
    """The milestone as it reads now."""
    with vault.transact(Op.REVISE_MILESTONE) as write:
        write.get(Milestone, milestone.id)
        return write.put(milestone)


def tick_milestone(vault: Vault, milestone_id: Id, done: date | None) -> Milestone:
    """The milestone done on a day, or not done."""
    with vault.transact(Op.TICK_MILESTONE) as write:
        return write.put(replace(write.get(Milestone, milestone_id), done=done))


def delete_milestone(vault: Vault, milestone_id: Id) -> None:
    """The milestone to the trash, with its evidence links."""
    with vault.transact(Op.DELETE_MILESTONE) as write:
        write.delete(write.get(Milestone, milestone_id))
        for link in write.all(Evidence, target=milestone_id):
            write.delete(link)


def check_in(vault: Vault, note: CheckIn) -> CheckIn:
    """A new check-in on a goal or stretch goal."""
    with vault.transact(Op.ADD_CHECK_IN) as write:
        _check_value(write, note)
        return write.put(note)


def revise_check_in(vault: Vault, note: CheckIn) -> CheckIn:
    """The check-in as it reads now."""
    with vault.transact(Op.REVISE_CHECK_IN) as write:
        write.get(CheckIn, note.id)
        _check_value(write, note)
        return write.put(note)


def delete_check_in(vault: Vault, check_in_id: Id) -> None:
    """The check-in to the trash."""
    with vault.transact(Op.DELETE_CHECK_IN) as write:
        write.delete(write.get(CheckIn, check_in_id))


def _by_hand(write: Write) -> list[Goal]:
    return sorted(write.all(Goal), key=lambda goal: (goal.position, goal.id))


def _between(others: Sequence[Goal], at: int) -> float | None:
    """A position between two neighbours; None where there is none."""
    if not others:
        return 1.0
    first = others[at - 1].position if at else others[0].position - 2
    last = others[at].position if at < len(others) else others[-1].position + 2
    middle = (first + last) / 2
    return middle if first < middle < last else None


def _number(write: Write, goals: Sequence[Goal]) -> None:
    for number, goal in enumerate(goals, start=1):
        write.put(replace(goal, position=float(number)))


def _check_value(write: Write, note: CheckIn) -> None:
    aim = write.find(Goal, note.goal) or write.find(Stretch, note.goal)
    if aim is not None:
        aim.check_value(note.value)


def _add(write: Write, aim: AimT, milestones: Sequence[Milestone]) -> AimT:
    stored = write.put(aim)
    for number, milestone in enumerate(milestones, start=1):
        write.put(replace(milestone, goal=aim.id, position=float(number)))
    return stored


def _delete(write: Write, aim: Goal | Stretch) -> None:
    write.delete(aim)
    targets = [aim.id]
    for milestone in write.all(Milestone, goal=aim.id):
        write.delete(milestone)
        targets.append(milestone.id)
    for cls in _PARTS:
        for part in write.all(cls, goal=aim.id):
            write.delete(part)
    for link in write.among(Evidence, "target", targets):
        write.delete(link)


def _restore(write: Write, cls: type[Goal | Stretch], aim_id: Id) -> None:
    aim = write.find(cls, aim_id)
    if aim is None or aim.deleted is None:
        return
    when, back = aim.deleted, {aim_id}
    for milestone in write.deleted(Milestone):
        if milestone.goal == aim_id and milestone.deleted == when:
            write.put(replace(milestone, deleted=None))
            back.add(milestone.id)
    for part_cls in _PARTS:
        for part in write.deleted(part_cls):
            if part.goal == aim_id and part.deleted == when:
                write.put(replace(part, deleted=None))
    for link in write.deleted(Evidence):
        if link.target in back and link.deleted == when:
            entry = write.find(Entry, link.entry)
            # Where the entry lies in the trash now, the link comes back with it.
            write.put(replace(link, deleted=entry.deleted if entry else when))
    write.put(replace(aim, deleted=None))
