"""The words of a cycle: its days, its points, and what came of it."""

from __future__ import annotations

from datetime import date

from app.domain.cycles import Cycle
from app.queries.cycles import CycleRow
from ui import labels
from ui.plan.words import translate


def days_words(start: date, end: date, today: date) -> str:
    """The first and the last day: 2 Mar to 28 Aug."""
    words = translate("Plan", "{start} to {end}")
    return words.format(start=labels.short_day(start, today), end=labels.short_day(end, today))


def week_words(cycle: Cycle, today: date) -> str:
    """Where today lies in a cycle: Week 12 of 26, or how long it is while it does not run."""
    weeks = labels.number(cycle.weeks)
    if not cycle.runs(today):
        one, many = translate("Plan", "1 week"), translate("Plan", "{n} weeks")
        return labels.counted(cycle.weeks, one, many)
    words = translate("Plan", "Week {week} of {weeks}")
    return words.format(week=labels.number(cycle.week_of(today)), weeks=weeks)


def when_words(day: date, today: date) -> str:
    """A day of a cycle: 29 May, in 9 days."""
    near = labels.in_days(day, today)
    said = labels.short_day(day, today)
    return translate("Plan", "{day}, {near}").format(day=said, near=near) if near else said


def row_words(row: CycleRow) -> str:
    """With whom a cycle was, and what came of it."""
    person = translate("Plan", "With {name}.").format(name=row.person) if row.person else ""
    outcome = " ".join(row.outcome.split())
    return " ".join(part for part in (person, outcome) if part)


def carry_words(count: int) -> str:
    """The offer to take the goals under way over to a new cycle."""
    one = translate("Plan", "Carry over 1 open goal")
    return labels.counted(count, one, translate("Plan", "Carry over {n} open goals"))


def overlap_words(other: Cycle, today: date) -> str:
    """That another cycle shares days with this one."""
    words = translate("Plan", "It shares days with {title}, {days}. That can be what you want.")
    days = days_words(other.start, other.last_day, today)
    return words.format(title=other.title.strip(), days=days)
