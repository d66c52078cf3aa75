"""The words of experiences: what they are, when they were, and rows as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.experiences import ExperienceKind, Learning, Phase
from app.queries.experiences import ExperienceRow
from ui import labels
from ui.experience_words import kind_words, learning_words
from ui.plan.words import evidence_words, translate

_PHASES = {
    Phase.PLANNED: QT_TRANSLATE_NOOP("Plan", "Planned"),
    Phase.UNDER_WAY: QT_TRANSLATE_NOOP("Plan", "Under way"),
    Phase.DONE: QT_TRANSLATE_NOOP("Plan", "Done"),
}


def by_kind_words(kind: ExperienceKind) -> str:
    """How one learns by experiences of a kind, as the choice that leaves it to the kind."""
    words = translate("Plan", "By its kind: {learning}")
    return words.format(learning=learning_words(Learning.by(kind)).lower())


def phase_words(phase: Phase) -> str:
    """Where an experience stands."""
    return translate("Plan", str(_PHASES[phase]))


def experience_words(count: int) -> str:
    """How many experiences there are."""
    one, many = translate("Plan", "1 experience"), translate("Plan", "{n} experiences")
    return labels.counted(count, one, many)


def hours_words(hours: float) -> str:
    """How many hours it took."""
    one, many = translate("Plan", "1 hour"), translate("Plan", "{n} hours")
    return (one if hours == 1 else many).format(n=labels.number(hours))


def days_words(start: date | None, end: date | None, today: date) -> str:
    """When it was or will be, as far as there are days: 1 Jun to 12 Jun, since 4 May, 18 Jun."""
    if start is not None and end is not None and start != end:
        words = translate("Plan", "{start} to {end}")
        # Within one year it is said once.
        first, last = labels.short_day(start, end), labels.short_day(end, today)
        return words.format(start=first, end=last)
    if start is not None and start == end:
        return labels.short_day(start, today)
    if start is not None:
        ahead = start > today
        words = translate("Plan", "from {day}") if ahead else translate("Plan", "since {day}")
        return words.format(day=labels.short_day(start, today))
    if end is not None:
        done = end <= today
        words = "{day}" if done else translate("Plan", "until {day}")
        return words.format(day=labels.short_day(end, today))
    return ""


def state_words(row: ExperienceRow, today: date) -> str:
    """Where it stands, in a phrase with a day: from 1 Jun, until 28 Jun, done 12 May, planned."""
    start, end = row.start, row.end
    if row.phase is Phase.DONE and end is not None:
        return translate("Plan", "done {day}").format(day=labels.short_day(end, today))
    if row.phase is Phase.UNDER_WAY and end is not None:
        return translate("Plan", "until {day}").format(day=labels.short_day(end, today))
    if row.phase is Phase.PLANNED and start is not None:
        day = labels.short_day(start, today)
        return day if start == end else translate("Plan", "from {day}").format(day=day)
    return days_words(start, end, today) or translate("Plan", "planned")


def aside_words(row: ExperienceRow, today: date) -> str:
    """Kind and state in a line: Rotation, from 1 Jun."""
    words = translate("Plan", "{kind}, {state}")
    return words.format(kind=kind_words(row.type), state=state_words(row, today))


def row_sentence(row: ExperienceRow, today: date) -> str:
    """An experience of the table as one sentence for assistive tools."""
    parts = [
        row.title,
        kind_words(row.type),
        phase_words(row.phase),
        days_words(row.start, row.end, today),
        learning_words(row.learning),
        hours_words(row.hours) if row.hours is not None else "",
        evidence_words(row.evidence),
    ]
    return sentence(parts)


def sentence(parts: Iterable[str]) -> str:
    """Parts that say something, one after the other."""
    return ", ".join(part for part in parts if part)
