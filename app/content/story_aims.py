"""The goals and stretch goals of the sample vault's story."""

from dataclasses import dataclass
from typing import Literal

from app.content.goal_templates import IfThen


@dataclass(frozen=True, slots=True)
class StoryMeasure:
    """What is counted, and where it stands now."""

    what: str
    baseline: int
    target: int
    current: int
    unit: str


@dataclass(frozen=True, slots=True)
class StoryMilestone:
    """A step of a goal or stretch goal."""

    id: str
    text: str
    due_day: int
    done_day: int | None


@dataclass(frozen=True, slots=True)
class GoalCheckIn:
    """Where a goal's measure stood on a day."""

    day: int
    value: int
    note: str


@dataclass(frozen=True, slots=True)
class StretchCheckIn:
    """How confident the mentee was about a stretch goal on a day, 1 to 5."""

    day: int
    confidence: int
    note: str


@dataclass(frozen=True, slots=True)
class StoryAttempt:
    """A try at a stretch goal and what it taught; `entry` is its debrief, if there is one."""

    id: str
    day: int
    title: str
    happened: str
    taught: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class StoryTarget:
    """What a stretch goal commits to or reaches for, and by when."""

    text: str
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAim:
    """What goals and stretch goals share; `template` is a goal template's id."""

    id: str
    cycle: str
    template: str | None
    title: str
    why: str
    competencies: tuple[str, ...]
    start_day: int
    measure: StoryMeasure
    obstacle: str
    if_then: IfThen
    support: str
    milestones: tuple[StoryMilestone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryGoal(StoryAim):
    """A development goal."""

    status: Literal["active", "met", "partly-met", "let-go"]
    end_day: int
    check_ins: tuple[GoalCheckIn, ...]
    learned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStretch(StoryAim):
    """A stretch goal; `challenge` is its size, 1 to 5."""

    status: Literal["active", "done"]
    attempt_day: int
    commit: StoryTarget
    reach: StoryTarget
    challenge: int
    if_it_goes_badly: str
    result: str | None
    attempts: tuple[StoryAttempt, ...]
    check_ins: tuple[StretchCheckIn, ...]
