"""What is measured on the way to a goal: where it began, where it stands, where it should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.domain.goals import Aim, CheckIn, MeasureKind


class Standing(Enum):
    """What can be said of a measure."""

    UNKNOWN = "unknown"
    """Nothing has been logged yet."""
    FIGURE = "figure"
    """There is no way to measure along: an end is missing, or both are the same."""
    BEHIND = "behind"
    BETWEEN = "between"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in its unit; `now` is None until a value is logged."""

    what: str = ""
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    now: float | None = None
    kind: MeasureKind = MeasureKind.NUMBER

    @classmethod
    def of(cls, aim: Aim, check_ins: Iterable[CheckIn] = ()) -> Measure:
        """The measure of a goal or stretch goal, standing at its newest logged value."""
        now = newest_value(check_ins)
        return cls(aim.measure, aim.unit, aim.baseline, aim.target, now, aim.measure_kind)

    @property
    def named(self) -> bool:
        """Whether there is a measure at all."""
        ends = (self.baseline, self.target, self.now)
        return bool(self.what.strip()) or any(end is not None for end in ends)

    @property
    def has_way(self) -> bool:
        """Whether there is a way from baseline to target to draw; yes and no have none."""
        if self.kind is MeasureKind.YES_NO:
            return False
        return None not in {self.baseline, self.target} and self.baseline != self.target

    @property
    def position(self) -> float:
        """How much of the way is done, from 0 to 1; 0 where there is no way or no value."""
        if self.baseline is None or self.target is None or self.now is None:
            return 0.0
        return position(self.now, self.baseline, self.target)

    @property
    def standing(self) -> Standing:
        """What can be said of it."""
        if self.now is None:
            return Standing.UNKNOWN
        if not self.has_way or self.baseline is None or self.target is None:
            return Standing.FIGURE
        share = (self.now - self.baseline) / (self.target - self.baseline)
        if share < 0:
            return Standing.BEHIND
        return Standing.BEYOND if share > 1 else Standing.BETWEEN


def position(now: float, baseline: float, target: float) -> float:
    """How much of the way from baseline to target is done, from 0 to 1.

    A measure that falls towards its target grows here as well. Without a way it is 1 at the
    target and 0 elsewhere.
    """
    if target == baseline:
        return 1.0 if now == target else 0.0
    return min(1.0, max(0.0, (now - baseline) / (target - baseline)))


def newest_value(check_ins: Iterable[CheckIn]) -> float | None:
    """The value of the newest check-in that has one; of two on a day, the one logged last."""
    valued = [note for note in check_ins if note.value is not None]
    newest = max(valued, key=lambda note: (note.day, note.created, note.id), default=None)
    return newest.value if newest else None


def values_before(check_ins: Iterable[CheckIn], baseline: float | None) -> dict[str, float | None]:
    """What each check-in's value was before it, by its id; the baseline before the first."""
    before: dict[str, float | None] = {}
    last = baseline
    for note in sorted(check_ins, key=lambda note: (note.day, note.created, note.id)):
        before[note.id] = last
        last = note.value if note.value is not None else last
    return before
