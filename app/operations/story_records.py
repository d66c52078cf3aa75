"""The story that ships with Greenroom as records of a vault, but for its share packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.content.competencies import Framework
from app.content.feedback_forms import FeedbackForms
from app.content.story import (
    Story,
    StoryAssessment,
    StoryCycle,
    StoryEntry,
    StoryExperience,
    StoryPerson,
    StorySupport,
)
from app.content.story_aims import StoryAim, StoryGoal, StoryStretch
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Agreed, Cycle, Person, Preference, Relation
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience, ExperienceKind
from app.domain.goals import (
    Attempt,
    CheckIn,
    Goal,
    GoalState,
    Milestone,
    Stretch,
    StretchState,
)
from app.domain.ids import Id, Kind
from app.domain.packs import OWNER_NAME
from app.domain.records import Record
from app.domain.support import Support, SupportState
from app.operations.story_feedback import StoryReplies
from app.operations.story_ids import StoryDays, record_id
from app.operations.story_sessions import brought, held

_BRING_FROM_DAY: Final = -21


@dataclass(frozen=True, slots=True)
class StoryRecords(StoryDays):
    """Every record of the story; ratings read as `framework` words them, questions as `forms`."""

    framework: Framework
    forms: FeedbackForms

    def of(self, story: Story) -> Iterator[Record]:
        """Every record of the story but its packs."""
        yield Preference(id=Id(OWNER_NAME), value=story.profile.name)
        yield from map(self.person, story.people)
        yield from map(self.cycle, story.cycles)
        for number, goal in enumerate(story.goals, start=1):
            yield self.goal(goal, number)
            yield from self.steps(goal)
        for stretch in story.stretch_goals:
            yield self.stretch(stretch)
            yield from self.steps(stretch)
            yield from self.attempts(stretch)
        yield from map(self.support, story.support)
        names = {person.id: person.name for person in story.people}
        for assessment in story.assessments:
            yield self.assessment(assessment, names.get(assessment.person, ""))
        for experience in story.experiences:
            yield from self.experience(experience)
        for entry in story.entries:
            yield from self.entry(entry)
        for session in story.sessions:
            yield from held(self, session, brought(story, session))
        yield from StoryReplies(self, story, self.forms, self.framework).all()

    def person(self, person: StoryPerson) -> Person:
        """Somebody of the story."""
        return Person(
            id=record_id(person.id),
            name=person.name,
            relation=Relation(person.relation),
            role=person.role,
            pronouns=person.pronouns,
            since=self.day(person.since_day),
            last_spoke=self.day(person.last_spoke_day),
            can_help=person.can_help,
            strengths=person.strengths,
            interests=person.interests,
            availability=person.availability,
            note=person.note,
            safety=person.safety,
            safety_note=person.safety_note,
        )

    def cycle(self, cycle: StoryCycle) -> Cycle:
        """A cycle of the story."""
        return Cycle(
            id=record_id(cycle.id),
            title=cycle.title,
            purpose=cycle.purpose,
            start=self.day(cycle.start_day),
            middle=self.day(cycle.mid_day),
            end=self.day(cycle.end_day),
            person=record_id(cycle.person),
            agreement=tuple(Agreed(name, text) for name, text in cycle.agreement.items()),
            start_entry=record_id(cycle.entries.get("start")),
            middle_entry=record_id(cycle.entries.get("middle")),
            exit_entry=record_id(cycle.entries.get("exit")),
            outcome=cycle.outcome or "",
        )

    def goal(self, goal: StoryGoal, number: int) -> Goal:
        """A goal of the story."""
        active = goal.status == "active"
        return Goal(
            **_aim(self, goal),
            due=self.day(goal.end_day),
            state=GoalState(goal.status.replace("-", "_")),
            state_day=None if active else self.day(goal.end_day),
            learned=goal.learned,
            position=float(number),
        )

    def stretch(self, stretch: StoryStretch) -> Stretch:
        """A stretch goal of the story."""
        done = stretch.status == "done"
        return Stretch(
            **_aim(self, stretch),
            learned=stretch.result or "",
            commit=stretch.commit.text,
            commit_day=self.day(stretch.commit.day),
            reach=stretch.reach.text,
            reach_day=self.day(stretch.reach.day),
            size=stretch.challenge,
            if_badly=stretch.if_it_goes_badly,
            state=StretchState.REACHED if done else StretchState.ACTIVE,
            state_day=self.day(stretch.attempt_day) if done else None,
        )

    def steps(self, aim: StoryGoal | StoryStretch) -> Iterator[Record]:
        """The milestones and check-ins of a goal or stretch goal."""
        for number, step in enumerate(aim.milestones, start=1):
            yield Milestone(
                id=record_id(step.id),
                goal=record_id(aim.id),
                title=step.text,
                due=self.day(step.due_day),
                done=None if step.done_day is None else self.day(step.done_day),
                position=float(number),
            )
        for note in aim.check_ins:
            yield CheckIn(
                id=record_id(f"{aim.id}@{note.day}"),
                goal=record_id(aim.id),
                day=self.day(note.day),
                value=getattr(note, "value", None),
                confidence=getattr(note, "confidence", None),
                note=note.note,
                created=self.evening(note.day).at,
            )

    def attempts(self, stretch: StoryStretch) -> Iterator[Attempt]:
        """The attempts at a stretch goal."""
        for attempt in stretch.attempts:
            yield Attempt(
                id=record_id(attempt.id),
                goal=record_id(stretch.id),
                day=self.day(attempt.day),
                title=attempt.title,
                happened=attempt.happened,
                taught=attempt.taught,
                entry=record_id(attempt.entry),
            )

    def support(self, support: StorySupport) -> Support:
        """Something that was asked of somebody."""
        return Support(
            id=record_id(support.id),
            goal=record_id(support.goal),
            person=record_id(support.person),
            title=support.title,
            competency=support.competency,
            state=SupportState(support.status),
            day=None if support.day is None else self.day(support.day),
            feedback=support.feedback,
        )

    def assessment(self, assessment: StoryAssessment, by: str) -> Assessment:
        """An assessment with the names and anchors that ship."""
        ratings = []
        for rating in assessment.ratings:
            known = self.framework.find(rating.competency)
            ratings.append(
                Rating(
                    competency=rating.competency,
                    name=known.name if known else rating.competency,
                    level=rating.level,
                    anchor=known.anchors[rating.level - 1] if known else "",
                    note=rating.evidence,
                    recalibrated=rating.recalibrated,
                )
            )
        return Assessment(
            id=record_id(assessment.id),
            day=self.day(assessment.day),
            label=assessment.label,
            cycle=record_id(assessment.cycle),
            person=record_id(assessment.person),
            by=by,
            ratings=tuple(ratings),
            created=self.evening(assessment.day).at,
        )

    def experience(self, experience: StoryExperience) -> Iterator[Record]:
        """An experience of the story, and the entries about it as evidence."""
        over = experience.status == "done"
        yield Experience(
            id=record_id(experience.id),
            title=experience.title,
            type=ExperienceKind(experience.type.replace("-", "_")),
            start=self.day(experience.start_day),
            end=self.day(experience.end_day) if over else None,
            people=tuple(record_id(person) for person in experience.people),
            competencies=experience.competencies,
            did=experience.what_i_did,
            outcome=experience.evidence,
            learned=experience.learned,
            cycle=record_id(experience.cycle),
        )
        for entry in experience.entries:
            yield _evidence(entry, Kind.EXPERIENCE, experience.id)

    def entry(self, entry: StoryEntry) -> Iterator[Record]:
        """An entry of the story and its links to goals and stretch goals."""
        written = self.evening(entry.day)
        yield (
            Entry(
                id=record_id(entry.id),
                title=entry.title,
                body=entry.body,
                template=entry.template,
                energy=entry.energy,
                confidence=entry.confidence,
                bring=entry.day >= _BRING_FROM_DAY and not entry.keep_private,
                created=written.at,
            )
            .dated(written)
            .tagged(entry.tags)
        )
        for goal in entry.links.goals:
            yield _evidence(entry.id, Kind.GOAL, goal)
        for stretch in entry.links.stretch_goals:
            yield _evidence(entry.id, Kind.STRETCH, stretch)


def _evidence(entry: str, kind: Kind, target: str) -> Evidence:
    return Evidence(
        id=record_id(f"{entry}>{target}"),
        entry=record_id(entry),
        target_kind=kind,
        target=record_id(target),
    )


def _aim(records: StoryRecords, aim: StoryAim) -> dict[str, Any]:
    return {
        "id": record_id(aim.id),
        "title": aim.title,
        "why": aim.why,
        "measure": aim.measure.what,
        "unit": aim.measure.unit,
        "baseline": float(aim.measure.baseline),
        "target": float(aim.measure.target),
        "obstacle": aim.obstacle,
        "if_when": aim.if_then.if_when,
        "then_do": aim.if_then.then_do,
        "support": aim.support,
        "competencies": aim.competencies,
        "start": records.day(aim.start_day),
        "cycle": record_id(aim.cycle),
        "template": aim.template or "",
        "created": records.evening(aim.start_day).at,
    }
