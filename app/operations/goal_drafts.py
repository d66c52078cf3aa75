"""What a form holds of a goal, begun blank, from a template or from the goal itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta

from app.content.goal_templates import GoalTemplate
from app.domain.goals import Goal, MeasureKind, Milestone
from app.domain.ids import NO_ID, Id
from app.operations.goals import add_goal, revise_goal
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone to be."""

    title: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """The fields of a goal that a form shows; all of them may stay empty but the title."""

    title: str = ""
    why: str = ""
    alignment: str = ""
    measure: str = ""
    measure_kind: MeasureKind = MeasureKind.NUMBER
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    obstacle: str = ""
    if_when: str = ""
    then_do: str = ""
    support: str = ""
    competencies: tuple[str, ...] = ()
    due: date | None = None
    review: date | None = None
    template: str = ""

    @classmethod
    def of(cls, goal: Goal) -> GoalDraft:
        """The draft that a form starts from."""
        return cls(**{part.name: getattr(goal, part.name) for part in fields(cls)})

    @classmethod
    def from_template(cls, template: GoalTemplate, today: date) -> GoalDraft:
        """A template as a goal that begins today."""
        return cls(
            title=template.title,
            why=template.why,
            measure=template.measure.what,
            unit=template.measure.unit,
            baseline=float(template.measure.baseline),
            target=float(template.measure.target),
            obstacle=template.obstacle,
            if_when=template.if_then.if_when,
            then_do=template.if_then.then_do,
            support=template.support_to_ask,
            competencies=template.competencies,
            due=today + timedelta(weeks=template.weeks),
            template=template.id,
        )

    def onto(self, goal: Goal) -> Goal:
        """The goal as this draft has it; one that is due before it starts started that day.

        What a measure of its kind does not have, it loses: yes and no run from nothing to nothing.
        """
        written = replace(goal, **asdict(self))
        if self.measure_kind is MeasureKind.YES_NO:
            written = replace(written, baseline=None, target=None)
        if self.measure_kind in {MeasureKind.YES_NO, MeasureKind.RATING}:
            written = replace(written, unit="")
        if written.start and self.due and self.due < written.start:
            return replace(written, start=self.due)
        return written


def steps_of(template: GoalTemplate, today: date) -> tuple[Step, ...]:
    """The milestones of a template, dated from today."""
    return tuple(
        Step(step.text, today + timedelta(weeks=step.week)) for step in template.milestones
    )


def add(vault: Vault, draft: GoalDraft, steps: tuple[Step, ...] = (), cycle: Id = NO_ID) -> Goal:
    """A new goal that begins today, with its first milestones; those without words are left out."""
    goal = draft.onto(Goal(start=vault.now().day, cycle=cycle))
    milestones = [Milestone(title=s.title.strip(), due=s.due) for s in steps if s.title.strip()]
    return add_goal(vault, goal, milestones)


def revise(vault: Vault, goal_id: Id, draft: GoalDraft) -> Goal:
    """The goal as the draft has it; its milestones, state and what it taught stay."""
    return revise_goal(vault, draft.onto(vault.read.get(Goal, goal_id)))
