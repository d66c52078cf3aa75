"""What is measured on paper: a bar where there is a way to go, and words where there is none."""

from __future__ import annotations

from datetime import date

from app.domain.document import MeasureBar
from app.domain.goals import MeasureKind
from app.domain.measures import Measure
from app.sharing.words import PackWords


def quantity(value: float, kind: MeasureKind, words: PackWords) -> str:
    """A value as its kind says it: 3, 3 of 5, Not yet."""
    if kind is MeasureKind.YES_NO:
        return words.yes if value else words.not_yet
    number = words.number(value)
    return words.rating.format(value=number) if kind is MeasureKind.RATING else number


def bar(measure: Measure, due: date | None, words: PackWords) -> MeasureBar:
    """The way from baseline to target, with where it stands."""
    start, end, now = _start(measure, words), _end(measure, due, words), _now(measure, words)
    spoken = words.measure_spoken.format(
        measure=_name(measure, words), now=now, start=start, end=end
    )
    return MeasureBar(
        position=measure.position,
        now=now,
        start=start,
        middle=measure.what.strip(),
        end=end,
        description=spoken,
    )


def in_words(measure: Measure, due: date | None, words: PackWords) -> str:
    """The measure by its name, with as much as is known; empty where nothing is."""
    start, end, now = _start(measure, words), _end(measure, due, words), _now(measure, words)
    if not (start or end or now):
        return measure.what.strip()
    name = _name(measure, words)
    if measure.kind is MeasureKind.YES_NO:
        return words.measure_stands.format(measure=name, now=now) if now else measure.what.strip()
    if now and start and end:
        return words.measure_spoken.format(measure=name, now=now, start=start, end=end)
    if now:
        return words.measure_stands.format(measure=name, now=now)
    if start and end:
        return words.measure_span.format(measure=name, start=start, end=end)
    form = words.measure_from if start else words.measure_towards
    return form.format(measure=name, start=start, end=end)


def _name(measure: Measure, words: PackWords) -> str:
    return measure.what.strip() or words.measure_label


def _start(measure: Measure, words: PackWords) -> str:
    return _quantity(measure.baseline, measure, words)


def _end(measure: Measure, due: date | None, words: PackWords) -> str:
    end = _quantity(measure.target, measure, words)
    return words.target_by.format(value=end, day=words.day(due)) if end and due else end


def _now(measure: Measure, words: PackWords) -> str:
    now = _quantity(measure.now, measure, words)
    stands = now and measure.kind is not MeasureKind.YES_NO
    return words.now.format(value=now) if stands else now


def _quantity(value: float | None, measure: Measure, words: PackWords) -> str:
    if value is None:
        return ""
    said = quantity(value, measure.kind, words)
    return said if measure.kind is MeasureKind.YES_NO else f"{said} {measure.unit}".strip()
