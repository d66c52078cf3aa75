"""Assessments for tests, as rows of levels."""

from __future__ import annotations

from datetime import date

from app.domain.competencies import Assessment, Rating
from app.domain.ids import Id

MARCH, MAY = date(2026, 3, 2), date(2026, 5, 4)
NAMES = (
    "Setting direction",
    "Delegation",
    "Hard conversations",
    "Coaching others",
    "Stakeholder influence",
    "Time and focus",
)


def assessed(day: date, *levels: int | None, anew: str = "", by: str = "") -> Assessment:
    """An assessment of the first of these competencies; with `by` somebody else's."""
    return Assessment(
        day=day,
        person=Id(by),
        by=by,
        ratings=tuple(
            Rating(name, name, level, f"{name} {level}", recalibrated=name == anew)
            for name, level in zip(NAMES, levels, strict=False)
            if level is not None
        ),
    )
