"""The words of measures: their values by kind, where they began, stand and should be."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.goals import MeasureKind
from app.domain.measures import Measure, Standing
from ui import labels

translate = QCoreApplication.translate


def value_words(kind: MeasureKind, value: float) -> str:
    """A value as its kind says it: 3, 3 of 5, Yes."""
    if kind is MeasureKind.YES_NO:
        return translate("Plan", "Yes") if value else translate("Plan", "No")
    if kind is MeasureKind.RATING:
        return translate("Plan", "{value} of 5").format(value=labels.number(value))
    return labels.number(value)


def now_words(measure: Measure) -> str:
    """The measure's present value beside its name; empty until one is logged."""
    if measure.now is None:
        return ""
    if measure.kind is MeasureKind.YES_NO:
        return value_words(measure.kind, measure.now)
    return translate("Plan", "Now {value}").format(value=labels.number(measure.now))


def value_step(measure: Measure, before: float | None, now: float) -> str:
    """How a value changed, as "3 to 4 releases", or "Releases I run: 2 to 1" without a unit."""
    value = value_words(measure.kind, now)
    if before is not None and before != now:
        words = translate("Plan", "{before} to {now}")
        value = words.format(before=value_words(measure.kind, before), now=value)
    if measure.unit.strip():
        words = translate("Plan", "{value} {unit}")
        return words.format(value=value, unit=measure.unit.strip())
    name = measure.what.strip() or translate("Plan", "Value")
    return translate("Plan", "{name}: {value}").format(name=name, value=value)


def standing_words(measure: Measure) -> str:
    """The value over the bar: 1 now, or how it lies outside the way."""
    if measure.now is None:
        return ""
    now = value_words(measure.kind, measure.now)
    if measure.kind is MeasureKind.YES_NO:
        return now
    if measure.standing is Standing.BEYOND and measure.target is not None:
        words = translate("Plan", "{now} now, {aim} was the aim")
        return words.format(now=now, aim=labels.number(measure.target))
    if measure.standing is Standing.BEHIND and measure.baseline is not None:
        words = translate("Plan", "{now} now, {start} at the start")
        return words.format(now=now, start=labels.number(measure.baseline))
    return translate("Plan", "{now} now").format(now=now)


def baseline_words(measure: Measure, start: date | None, today: date) -> str:
    """Where the measure began, with the month of the start."""
    if measure.baseline is None:
        return ""
    value = value_words(measure.kind, measure.baseline)
    if start is None:
        return translate("Plan", "{value} at baseline").format(value=value)
    return translate("Plan", "{value} at baseline, {month}").format(
        value=value, month=_month(start, today, "MMM")
    )


def aim_words(measure: Measure, due: date | None, today: date) -> str:
    """Where the measure should be, and by when."""
    if measure.target is None or measure.kind is MeasureKind.YES_NO:
        return ""
    value = value_words(measure.kind, measure.target)
    if due is None:
        return translate("Plan", "{value} is the aim").format(value=value)
    return translate("Plan", "{value} by {day}").format(
        value=value, day=labels.short_day(due, today)
    )


def measure_sentence(measure: Measure, start: date | None, due: date | None, today: date) -> str:
    """The measure told in a sentence or two: "1 now, from 4 in March. The aim is 0 by 26 Jun."."""
    if measure.now is not None and due is not None and due < today:
        words = translate("Plan", "The date was {day}. It stands at {now}.")
        now = value_words(measure.kind, measure.now)
        return words.format(day=labels.short_day(due, today), now=now)
    said = [_stands(measure, start, today), _aims(measure, due, today)]
    return " ".join(sentence for sentence in said if sentence)


def _stands(measure: Measure, start: date | None, today: date) -> str:
    standing = standing_words(measure)
    if measure.baseline is None or measure.kind is MeasureKind.YES_NO:
        return f"{standing}." if standing else ""
    began = labels.number(measure.baseline)
    if not standing:
        return translate("Plan", "It began at {value}.").format(value=began)
    if measure.standing is Standing.BEHIND:
        return f"{standing}."
    if start is None:
        return translate("Plan", "{now}, from {start}.").format(now=standing, start=began)
    words = translate("Plan", "{now}, from {start} in {month}.")
    return words.format(now=standing, start=began, month=_month(start, today, "MMMM"))


def _aims(measure: Measure, due: date | None, today: date) -> str:
    if measure.target is None or measure.kind is MeasureKind.YES_NO:
        return ""
    if measure.now is not None and measure.standing is Standing.BEYOND:
        return ""
    aim = value_words(measure.kind, measure.target)
    if due is None:
        return translate("Plan", "The aim is {value}.").format(value=aim)
    words = translate("Plan", "The aim is {value} by {day}.")
    return words.format(value=aim, day=labels.short_day(due, today))


def _month(day: date, today: date, pattern: str) -> str:
    pattern = pattern if day.year == today.year else f"{pattern} yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
