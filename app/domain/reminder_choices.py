"""What somebody wants to be reminded of, at what time, and when they want quiet."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

CHOICES: Final = "reminders"
"""The preference that holds them."""
LEADS: Final = (15, 60, 180, 1440, 2880)
"""How many minutes before a session its reminder may come."""
_SATURDAY: Final = 5
_DAYS_IN_WEEK: Final = 7
_TURNS: Final = 10
"""From any time, the end of the quiet hours and of the weekend is reached in fewer steps."""


class Subject(StrEnum):
    """What there are reminders of."""

    REFLECTION = "reflection"
    CHECK_INS = "check_ins"
    MILESTONES = "milestones"
    SESSIONS = "sessions"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class ReminderChoices:
    """The choices of a vault. All times are those of the clock on the wall.

    `at` is when reminders come that belong to a day, `lead` how many minutes before a session its
    own comes. Between `quiet_from` and `quiet_until` there are none; where both are the same,
    there are no quiet hours. Without `several` there is one reminder a day at most.
    """

    subjects: frozenset[Subject] = frozenset(Subject)
    at: time = time(9)
    weekday: int = 4
    """The day of the weekly reflection, from 0 for Monday."""
    weekly_at: time = time(16)
    lead: int = 1440
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    quiet_weekends: bool = False
    several: bool = False
    notify: bool = True
    """Whether the desktop says that one is waiting, while another window is in front."""

    @property
    def has_quiet_hours(self) -> bool:
        """Whether some hours of each day are quiet."""
        return self.quiet_from != self.quiet_until

    def is_quiet(self, when: datetime) -> bool:
        """Whether nothing is said at a time."""
        return self._in_weekend(when) or self._in_hours(when.time())

    def after_quiet(self, when: datetime) -> datetime:
        """The time itself, or the end of the quiet that it lies in."""
        for _ in range(_TURNS):
            if self._in_weekend(when):
                when = _midnight_after(when)
            elif self._in_hours(when.time()):
                over = when.time() < self.quiet_until
                day = when if over else _midnight_after(when)
                when = datetime.combine(day.date(), self.quiet_until)
            else:
                break
        return when

    def before_quiet(self, when: datetime) -> datetime | None:
        """The last hour before the quiet that a time lies in; None where all the week is quiet."""
        step, free = timedelta(minutes=15), when
        for _ in range(_DAYS_IN_WEEK * 24 * 4):
            free -= step
            if not self.is_quiet(free):
                earlier = free - 3 * step
                return free if self.is_quiet(earlier) else earlier
        return None

    def to_text(self) -> str:
        """The choices as they are kept."""
        return json.dumps(
            {
                "subjects": sorted(self.subjects),
                "weekday": self.weekday,
                "lead": self.lead,
                **{name: getattr(self, name).isoformat("minutes") for name in _TIMES},
                **{name: getattr(self, name) for name in _FLAGS},
            }
        )

    @classmethod
    def from_text(cls, text: str) -> ReminderChoices:
        """The choices that were kept; what cannot be read counts as not chosen."""
        try:
            found = json.loads(text or "{}")
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        chosen = {name: read(found[name]) for name, read in _READING.items() if name in found}
        return cls(**{name: value for name, value in chosen.items() if value is not None})

    def _in_weekend(self, when: datetime) -> bool:
        return self.quiet_weekends and when.weekday() >= _SATURDAY

    def _in_hours(self, when: time) -> bool:
        start, end = self.quiet_from, self.quiet_until
        return start <= when < end if start <= end else when >= start or when < end


_TIMES: Final = ("at", "weekly_at", "quiet_from", "quiet_until")
_FLAGS: Final = ("quiet_weekends", "several", "notify")


def _midnight_after(when: datetime) -> datetime:
    return datetime.combine(when.date() + timedelta(days=1), time())


def _time(value: Any) -> time | None:  # noqa: ANN401 - whatever was kept
    try:
        found = time.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return found.replace(second=0, microsecond=0, tzinfo=None)


def _subjects(value: Any) -> frozenset[Subject] | None:  # noqa: ANN401 - whatever was kept
    return frozenset(s for s in Subject if s in value) if isinstance(value, list) else None


def _flag(value: Any) -> bool | None:  # noqa: ANN401 - whatever was kept
    return value if isinstance(value, bool) else None


def _among(*allowed: int) -> Callable[[Any], int | None]:
    return lambda value: value if type(value) is int and value in allowed else None


_READING: Final[dict[str, Callable[[Any], Any]]] = {
    "subjects": _subjects,
    "weekday": _among(*range(_DAYS_IN_WEEK)),
    "lead": _among(*LEADS),
    **dict.fromkeys(_TIMES, _time),
    **dict.fromkeys(_FLAGS, _flag),
}
