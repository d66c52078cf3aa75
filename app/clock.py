"""The only place that asks what time it is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time: milliseconds since 1970 in UTC, and the zone offset in minutes."""

    at: int
    offset: int = 0

    @property
    def local(self) -> datetime:
        """The wall-clock time there and then, with its zone."""
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.fromtimestamp(self.at / 1000, zone)

    @property
    def day(self) -> date:
        """The local date."""
        return self.local.date()

    def on(self, day: date) -> Moment:
        """The same time of day on another day, in the same zone."""
        return Moment.of(datetime.combine(day, self.local.timetz()))

    @classmethod
    def of(cls, when: datetime) -> Moment:
        """The moment of a datetime that knows its zone."""
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a moment needs a zone")
        return cls(round(when.timestamp() * 1000), int(offset.total_seconds() // 60))


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> Moment:
        """The present moment."""
        ...

    def here(self, wall: datetime) -> Moment:
        """The moment at which a clock on the wall here shows this.

        By the rules of the zone for that day: next month may be on summer time. A time that is
        skipped is the one an hour later, one that comes twice the first of the two.
        """
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> Moment:
        """The present moment in the computer's zone."""
        return Moment.of(datetime.now().astimezone())

    def here(self, wall: datetime) -> Moment:
        """The moment at which a clock on the wall here shows this."""
        return Moment.of(wall.replace(tzinfo=None).astimezone())


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is moved, for the sample vault and for tests.

    Without a `zone` its place keeps the offset of its moment all year.
    """

    moment: Moment
    zone: tzinfo | None = None

    def now(self) -> Moment:
        """The moment it was set to."""
        return self.moment

    def here(self, wall: datetime) -> Moment:
        """The moment at which a clock on the wall here shows this."""
        zone = self.zone or self.moment.local.tzinfo
        # Out and back: a time that the zone skips becomes the one an hour later.
        return Moment.of(wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone))

    def advance(self, milliseconds: int) -> None:
        """Move it on."""
        self.moment = Moment(self.moment.at + milliseconds, self.moment.offset)


def monotonic() -> float:
    """Seconds that go on counting while the computer sleeps, from an arbitrary start."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boottime) if boottime is not None else time.monotonic()
