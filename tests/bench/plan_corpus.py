"""A plan of many years, always the same: goals with check-ins, people, experiences, ratings."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from math import ceil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from app.changes import Op
from app.clock import Moment
from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Cycle, Person, Relation
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience, ExperienceKind
from app.domain.feedback import Feedback, FeedbackState, Linked, Request
from app.domain.forms import Answer, Question
from app.domain.goals import (
    Attempt,
    CheckIn,
    Goal,
    GoalState,
    MeasureKind,
    Milestone,
    PlanUse,
    Stretch,
    StretchState,
)
from app.domain.ids import Id, Kind
from app.domain.sessions import Action, ActionState, AgendaItem, Session, SessionState
from app.domain.support import Support, SupportState
from tests.bench.corpus import samples
from tests.vaults import NOON, new_vault

if TYPE_CHECKING:
    from app.content.competencies import Competency
    from app.storage.writing import Write
    from app.vault import Vault

SEED = 20_260_521
GOALS, STRETCHES, CHECK_INS = 1_000, 50, 50_000
MILESTONES = 4
ENTRIES, PEOPLE, EXPERIENCES, ASSESSMENTS = 2_000, 40, 300, 60
SESSIONS, FEEDBACK, AGREED = 300, 100, 3

_TODAY = NOON.day
_DAY, _HOUR = timedelta(days=1), 3_600_000
_STATES = (*[GoalState.ACTIVE] * 7, GoalState.SOMEDAY, GoalState.MET, GoalState.LET_GO)
_VERBS = ("Lead", "Delegate", "Learn", "Write", "Protect", "Ask for", "Review", "Present")
_THINGS = ("the release", "two mornings", "the direction", "a hard talk", "the budget", "feedback")
_KINDS = (MeasureKind.NUMBER, MeasureKind.COUNT, MeasureKind.YES_NO, MeasureKind.RATING)
_NAMES = ("Ruth", "Johan", "Priya", "Sana", "Luca", "Amara", "Noor", "Ines")


@cache
def folder() -> Path:
    """A closed vault with all of it; made once, gone at the end."""
    home = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    vault = new_vault(home / "Plan.greenroom")
    filled(vault)
    vault.close()
    return vault.folder


def filled(vault: Vault, share: float = 1.0) -> None:
    """Fill a vault with all of it, or a share, in one transaction; all takes some seconds."""
    chance = Random(SEED)  # noqa: S311 - a corpus, not a secret
    competencies = Library().framework.competencies

    def of(count: int) -> range:
        return range(ceil(count * share))

    with vault.transact(Op.IMPORT) as write:
        _cycles(write)
        people = _people(write, chance, of(PEOPLE), competencies)
        goals = _goals(write, chance, of(GOALS), competencies)
        aims = [*goals, *_stretches(write, chance, of(STRETCHES), competencies)]
        steps = _milestones(write, chance, aims)
        _check_ins(write, chance, of(CHECK_INS), aims)
        _entries(write, chance, of(ENTRIES), aims, steps)
        _beside(write, chance, aims, people)
        _experiences(write, chance, of(EXPERIENCES), aims, people)
        _assessments(write, chance, of(ASSESSMENTS), competencies)
        _sessions(write, chance, of(SESSIONS), aims, people)
        _feedback(write, chance, of(FEEDBACK), aims, people)


def _cycles(write: Write) -> None:
    for number in range(10):
        start = _TODAY - timedelta(days=80 + 182 * number)
        middle, end = start + 91 * _DAY, start + 181 * _DAY
        write.put(Cycle(title=f"Cycle {10 - number}", start=start, middle=middle, end=end))


def _people(
    write: Write, chance: Random, numbers: range, competencies: tuple[Competency, ...]
) -> list[Person]:
    relations = tuple(Relation)
    return [
        write.put(
            Person(
                name=f"{_NAMES[number % len(_NAMES)]} {number}",
                relation=relations[number % len(relations)],
                can_help=tuple(c.id for c in chance.sample(competencies, 3)),
                last_spoke=_back(chance, 200),
            )
        )
        for number in numbers
    ]


def _goals(
    write: Write, chance: Random, numbers: range, competencies: tuple[Competency, ...]
) -> list[Goal | Stretch]:
    made: list[Goal | Stretch] = []
    for number in numbers:
        start, state = _back(chance, 1_500), chance.choice(_STATES)
        kind = _KINDS[number % len(_KINDS)]
        ends = {MeasureKind.YES_NO: (None, 1.0), MeasureKind.RATING: (2.0, 4.0)}
        baseline, target = ends.get(kind, (40.0, 0.0))
        goal = Goal(
            title=f"{chance.choice(_VERBS)} {chance.choice(_THINGS)}, part {number}",
            why="While I keep it, nobody grows into it and I do not grow out of it.",
            measure=f"Measure {number}",
            measure_kind=kind,
            baseline=baseline,
            target=target,
            if_when="somebody asks me to take it back",
            then_do="I ask what they would do",
            competencies=tuple(c.id for c in chance.sample(competencies, 2)),
            start=start,
            due=start + timedelta(days=chance.randrange(60, 1_800)),
            review=start + timedelta(days=chance.randrange(60, 1_800)),
            state=state,
            learned="That it goes on without me." if state.closed else "",
            state_day=_TODAY - timedelta(days=chance.randrange(300)) if state.closed else None,
            position=float(number),
        )
        made.append(write.put(goal))
    return made


def _stretches(
    write: Write, chance: Random, numbers: range, competencies: tuple[Competency, ...]
) -> list[Goal | Stretch]:
    states = tuple(StretchState)
    return [
        write.put(
            Stretch(
                title=f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} on stage, {number}",
                commit="once, to the team",
                commit_day=_TODAY + timedelta(days=chance.randrange(90)),
                size=chance.randrange(1, 6),
                competencies=tuple(c.id for c in chance.sample(competencies, 2)),
                start=_back(chance, 400),
                state=states[number % len(states)],
            )
        )
        for number in numbers
    ]


def _milestones(write: Write, chance: Random, aims: list[Goal | Stretch]) -> list[Milestone]:
    made = []
    for aim in aims:
        for number in range(1, MILESTONES + 1):
            due = (aim.start or _TODAY) + timedelta(days=30 * number)
            done = due if chance.random() < 0.5 and due <= _TODAY else None
            step = Milestone(goal=aim.id, title=f"Step {number} of {aim.title}", due=due)
            made.append(write.put(replace(step, done=done, position=float(number))))
    return made


def _check_ins(write: Write, chance: Random, numbers: range, aims: list[Goal | Stretch]) -> None:
    uses = (None, *PlanUse)
    for number in numbers:
        aim = aims[number % len(aims)]
        stretch = isinstance(aim, Stretch)
        most = {MeasureKind.YES_NO: 2, MeasureKind.RATING: 5}.get(aim.measure_kind, 40)
        value = float(chance.randrange(most) + (aim.measure_kind is MeasureKind.RATING))
        write.put(
            CheckIn(
                goal=aim.id,
                day=_back(chance, 1_500),
                value=None if stretch else value,
                confidence=chance.randrange(1, 6) if stretch or number % 5 == 0 else None,
                plan_used=chance.choice(uses),
                note="It went on without me." if number % 10 == 0 else "",
            )
        )


def _entries(
    write: Write, chance: Random, numbers: range, aims: list[Goal | Stretch], steps: list[Milestone]
) -> None:
    for number, sample in zip(numbers, samples(ENTRIES), strict=False):
        moment = Moment(NOON.at - number * 17 * _HOUR, NOON.offset)
        entry = Entry(title=sample.title, body=sample.body, tags=sample.tags).dated(moment)
        rating = number % 6 or None
        stored = write.put(replace(entry, confidence=rating, bring=number % 40 == 0))
        if number % 2 == 0:
            write.put(Evidence(entry=stored.id, target=chance.choice(aims).id))
        if number % 5 == 0:
            step = chance.choice(steps)
            write.put(Evidence(entry=stored.id, target_kind=Kind.MILESTONE, target=step.id))


def _beside(write: Write, chance: Random, aims: list[Goal | Stretch], people: list[Person]) -> None:
    states = tuple(SupportState)
    for number, aim in enumerate(aims):
        if number % 2 == 0:
            asked = Support(goal=aim.id, title="Tell me how it went", state=chance.choice(states))
            write.put(replace(asked, person=chance.choice(people).id, feedback=number % 4 == 0))
        if isinstance(aim, Stretch):
            tried = Attempt(goal=aim.id, title="A first try", taught="To begin smaller.")
            write.put(replace(tried, day=_back(chance, 300)))


def _experiences(
    write: Write, chance: Random, numbers: range, aims: list[Goal | Stretch], people: list[Person]
) -> None:
    kinds = tuple(ExperienceKind)
    for number in numbers:
        start, goals = _back(chance, 1_500), chance.sample(aims, 2)
        write.put(
            Experience(
                title=f"Experience {number}",
                type=kinds[number % len(kinds)],
                start=start,
                end=start + timedelta(days=chance.randrange(30)),
                hours=float(chance.randrange(1, 80)),
                people=(chance.choice(people).id,),
                goals=tuple(aim.id for aim in goals),
                competencies=goals[0].competencies,
                learned="To ask before I answer.",
            )
        )


def _assessments(
    write: Write, chance: Random, numbers: range, competencies: tuple[Competency, ...]
) -> None:
    for number in numbers:
        day = _TODAY - timedelta(days=30 * (len(numbers) - number))
        ratings = tuple(
            Rating(c.id, c.name, chance.randrange(1, 6), "As it read then.") for c in competencies
        )
        write.put(Assessment(day=day, label=f"Round {number + 1}", ratings=ratings))


def _sessions(
    write: Write, chance: Random, numbers: range, aims: list[Goal | Stretch], people: list[Person]
) -> None:
    """One every five days; two are still to come."""
    for number in numbers:
        start = Moment(NOON.at + (10 - 5 * number) * 24 * _HOUR, NOON.offset)
        person, aim, over = chance.choice(people).id, chance.choice(aims), number > 1
        items = (
            AgendaItem("Since last time", 5, done=over),
            AgendaItem(aim.title, 30, kind=aim.kind, record=aim.id, done=over),
        )
        session = Session(
            person=person,
            agenda=items,
            notes="She asked, and waited. " * 20,
            state=SessionState.HELD if over else SessionState.PLANNED,
            started=start.at if over else None,
            ended=start.at + _HOUR if over else None,
        )
        held = write.put(session.dated(start))
        for place in range(AGREED):
            done = number > 1 and chance.random() < 0.8
            action = Action(title=f"Write page {place}", session=held.id, person=person)
            state = ActionState.DONE if done else ActionState.OPEN
            write.put(replace(action, mine=place != 0, due=held.day + 14 * _DAY, state=state))


def _feedback(
    write: Write, chance: Random, numbers: range, aims: list[Goal | Stretch], people: list[Person]
) -> None:
    questions = tuple(Question(f"q{number}", "What did you see?") for number in range(6))
    said = tuple(Answer(each.id, each.label, each.type, "You waited.") for each in questions)
    for number in numbers:
        person, aim, day = chance.choice(people).id, chance.choice(aims), _back(chance, 1_500)
        about = f"Piece of work {number}"
        asked = Request(person=person, about=about, questions=questions, asked=day)
        request = write.put(asked)
        if number % 10:
            links = (Linked(aim.kind, aim.id),)
            given = Feedback(request=request.id, person=person, about=about, answers=said)
            write.put(replace(given, day=day, links=links, state=FeedbackState.KEPT))


def _back(chance: Random, days: int) -> date:
    return _TODAY - timedelta(days=chance.randrange(days))


def first_goal(vault: Vault) -> Id:
    """An active goal to open."""
    goals = (goal for goal in vault.read.all(Goal) if goal.state is GoalState.ACTIVE)
    return min(goals, key=lambda goal: goal.position).id
