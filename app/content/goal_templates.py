"""Example goals and stretch goals to start from."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class TemplateMeasure:
    """What to count, from where to where, in which unit."""

    what: str
    baseline: int
    target: int
    unit: str


@dataclass(frozen=True, slots=True)
class TemplateMilestone:
    """A step that is due some weeks after the start."""

    week: int
    text: str


@dataclass(frozen=True, slots=True)
class IfThen:
    """The two halves of an if-then plan."""

    if_when: str = field(metadata={"key": "if"})
    then_do: str = field(metadata={"key": "then"})


@dataclass(frozen=True, slots=True)
class GoalTemplate:
    """An example goal (steady growth over a cycle) or stretch goal (one attempt).

    `focus` is learning (find out how) or outcome (do it more or better); `weeks` how long it
    takes; `competencies` are ids of the framework.
    """

    id: str
    kind: Literal["goal", "stretch"]
    focus: Literal["learning", "outcome"]
    title: str
    why: str
    measure: TemplateMeasure
    weeks: int
    milestones: tuple[TemplateMilestone, ...]
    obstacle: str
    if_then: IfThen
    support_to_ask: str
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalTemplates:
    """All goal templates, in the order they are listed in."""

    goals: tuple[GoalTemplate, ...]

    def of_kind(self, kind: Literal["goal", "stretch"]) -> tuple[GoalTemplate, ...]:
        """The templates of goals, or of stretch goals."""
        return tuple(template for template in self.goals if template.kind == kind)

    def find(self, template_id: str) -> GoalTemplate | None:
        """The template with this id; None where it does not ship any more."""
        return next((t for t in self.goals if t.id == template_id), None)
