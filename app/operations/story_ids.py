"""The ids and days of the story that ships, as records of a vault have them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from app.clock import Moment
from app.domain.ids import NO_ID, Id

_WEDNESDAY: Final = 2
_DAYS_IN_WEEK: Final = 7
_NAMESPACE: Final = uuid.UUID("5d3f6f0a-52a1-5c36-8f0e-3c4b7a1d9e10")
_EVENING: Final = time(20, 40)


def record_id(story_id: str | None) -> Id:
    """The same id for the same record of the story, in every sample vault."""
    return Id(str(uuid.uuid5(_NAMESPACE, story_id))) if story_id else NO_ID


@dataclass(frozen=True, slots=True)
class StoryDays:
    """Turns the story's days into dates before `now`."""

    now: Moment

    @property
    def anchor(self) -> date:
        """Day 0: the latest Wednesday."""
        today = self.now.day
        return today - timedelta(days=(today.weekday() - _WEDNESDAY) % _DAYS_IN_WEEK)

    def day(self, number: int) -> date:
        """The date of a day of the story."""
        return self.anchor + timedelta(days=number)

    def at(self, number: int, hour: time) -> Moment:
        """A time on a day of the story, in the zone of now."""
        return Moment.of(datetime.combine(self.day(number), hour, self.now.local.tzinfo))

    def evening(self, number: int) -> Moment:
        """The hour of writing on a day of the story."""
        return self.at(number, _EVENING)
