"""What so many values allow to be said of how something went."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from statistics import median
from typing import Final

ENOUGH: Final = 5
"""From this many values on a direction may be named."""

_FEW: Final = 3
_CLEAR: Final = 0.5


class Reading(Enum):
    """What so many points allow to be said."""

    NOTHING = "nothing"
    ONE = "one"
    TWO = "two"
    ENDS = "ends"
    """First and last value, and no direction yet."""
    DIRECTION = "direction"

    @classmethod
    def of(cls, count: int) -> Reading:
        """What may be said of so many points."""
        if count >= ENOUGH:
            return cls.DIRECTION
        return cls.ENDS if count >= _FEW else (cls.NOTHING, cls.ONE, cls.TWO)[count]


class Direction(Enum):
    """How the last third of the points lies to the first."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"

    @classmethod
    def of(cls, values: Sequence[float]) -> Direction:
        """Where the middle of the last third lies to that of the first; near is the same."""
        third = max(1, len(values) // 3)
        if not values:
            return cls.SAME
        change = median(values[-third:]) - median(values[:third])
        if abs(change) < _CLEAR:
            return cls.SAME
        return cls.HIGHER if change > 0 else cls.LOWER
