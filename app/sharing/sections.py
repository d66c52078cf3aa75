"""The sections of a PDF, one for each chosen item; each reads only the fields that were chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.charts.seen import chart_of
from app.charts.stretch import stretch_spark
from app.domain.cycles import Cycle
from app.domain.document import (
    ChartPart,
    Check,
    Checklist,
    LabelledText,
    Part,
    Prose,
    Section,
    TablePart,
)
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import CheckIn, Goal, MeasureKind, Stretch
from app.domain.measures import Measure
from app.domain.progress import trend
from app.prose import hiding, parse, plain
from app.sharing.charts import SharedChart
from app.sharing.measures import bar, in_words, quantity
from app.sharing.source import Chosen
from app.sharing.words import PackWords


def cycle_section(chosen: Chosen, cycle: Cycle, words: PackWords) -> Section:
    """A coaching cycle: what for, its days, and what was agreed for it, point by point."""
    start, end = words.day(cycle.start), words.day(cycle.end)
    days = words.cycle_days.format(start=start, end=end, middle=words.day(cycle.middle))
    parts = [
        *_prose(chosen, "purpose", cycle.purpose),
        *_text(chosen, "dates", words.dates_label, days),
        *_agreement(chosen),
        *_text(chosen, "outcome", words.came_label, cycle.outcome),
    ]
    return Section(title=cycle.title, kicker=words.cycle, parts=tuple(parts))


def goal_section(chosen: Chosen, goal: Goal, words: PackWords) -> Section:
    """A goal: why, the measure, the milestones, and what else was chosen of it."""
    parts = [
        *_prose(chosen, "why", goal.why),
        *_measure(chosen, goal, words),
        *_milestones(chosen, words),
        *_text(chosen, "alignment", words.alignment_label, goal.alignment),
        *_more(chosen, goal, words),
    ]
    badge = words.evidence_withheld if chosen.evidence else ""
    return Section(title=goal.title, kicker=words.goal, badge=badge, parts=tuple(parts))


def stretch_section(chosen: Chosen, stretch: Stretch, words: PackWords) -> Section:
    """A stretch goal: why, both targets, the measure, and what else was chosen of it."""
    parts = [
        *_prose(chosen, "why", stretch.why),
        *_targets(chosen, stretch, words),
        *_measure(chosen, stretch, words),
        *_milestones(chosen, words),
        *_text(chosen, "if_badly", words.if_badly_label, stretch.if_badly),
        *_more(chosen, stretch, words),
    ]
    badge = words.evidence_withheld if chosen.evidence else ""
    return Section(title=stretch.title, kicker=words.stretch, badge=badge, parts=tuple(parts))


def experience_section(chosen: Chosen, experience: Experience, words: PackWords) -> Section:
    """An experience: what was done and came of it, and what else was chosen of it."""
    hours = "" if experience.hours is None else words.number(experience.hours)
    people, competencies = ", ".join(chosen.people), ", ".join(chosen.competencies)
    parts = [
        *_text(chosen, "dates", words.dates_label, _days(experience, words)),
        *_text(chosen, "hours", words.hours_label, hours),
        *_text(chosen, "did", words.did_label, experience.did),
        *_text(chosen, "outcome", words.came_label, experience.outcome),
        *_text(chosen, "learned", words.learned_label, experience.learned),
        *_text(chosen, "competencies", words.competencies_label, competencies),
        *_text(chosen, "people", words.people_label, people),
    ]
    badge = words.evidence_withheld if chosen.evidence else ""
    kicker = words.experience
    return Section(title=experience.title, kicker=kicker, badge=badge, parts=tuple(parts))


def _days(experience: Experience, words: PackWords) -> str:
    start, end = experience.start, experience.end
    if start and end and start != end:
        return words.experience_days.format(start=words.day(start), end=words.day(end))
    if start and not end:
        return words.experience_from.format(day=words.day(start))
    if end and not start:
        return words.experience_until.format(day=words.day(end))
    return words.day(start) if start else ""


def entry_section(chosen: Chosen, entry: Entry, words: PackWords, *, first: bool) -> Section:
    """A journal entry; the first of them says that these are from the journal."""
    day = words.day(entry.day)
    rating = [
        LabelledText(label, words.rating.format(value=value))
        for field, label, value in (
            ("energy", words.energy_label, entry.energy),
            ("confidence", words.confidence_label, entry.confidence),
        )
        if chosen.has(field) and value is not None
    ]
    tags = ", ".join(entry.tags)
    parts = (*_body(chosen, entry), *rating)
    return Section(
        title=entry.title.strip() or words.entry.format(day=day),
        kicker=words.journal if first else "",
        aside=day if entry.title.strip() else "",
        parts=(*parts, *_text(chosen, "tags", words.tags_label, tags)),
    )


def titles_section(run: Sequence[Chosen], words: PackWords, *, first: bool) -> Section:
    """Entries of which nothing but their titles and days was chosen, a line each."""
    made = [
        entry_section(each, each.record, words, first=first)
        for each in run
        if isinstance(each.record, Entry)
    ]
    rows = tuple((each.title, each.aside) for each in made)
    kicker = words.journal if first else ""
    return Section(title="", kicker=kicker, parts=(TablePart((), rows, frozenset({1})),))


def chart_section(chosen: Chosen, chart: SharedChart, words: PackWords, *, first: bool) -> Section:
    """A chart of growth: what was seen for a title, the days, and the drawing."""
    drawn = chart_of(chart.seen, words.seen())
    first_day, last_day = words.day(chart.choice.first), words.day(chart.choice.last)
    days = words.chart_days.format(first=first_day, last=last_day)
    # What was seen is the title: the line over the drawing says what was measured.
    part = ChartPart(replace(drawn, name="", heading=""))
    return Section(
        title=drawn.heading,
        kicker=words.growth if first else "",
        aside=days,
        parts=(part,) if chosen.has("chart") else (),
    )


def _agreement(chosen: Chosen) -> Iterator[Part]:
    if chosen.has("agreement") and chosen.agreed:
        yield TablePart((), tuple((label, plain(text).strip()) for label, text in chosen.agreed))


def _more(chosen: Chosen, aim: Goal | Stretch, words: PackWords) -> Iterator[Part]:
    yield from _text(chosen, "obstacle", words.obstacle_label, aim.obstacle)
    yield from _text(chosen, "plan", words.if_label, aim.if_when)
    yield from _text(chosen, "plan", words.then_label, aim.then_do)
    yield from _text(chosen, "support", words.support_label, aim.support)
    names = ", ".join(chosen.competencies)
    yield from _text(chosen, "competencies", words.competencies_label, names)
    yield from _trend(chosen, words)
    yield from _check_ins(chosen, words)
    if aim.state.closed:
        ended = words.states[aim.state.value]
        yield from _text(chosen, "learned", words.outcome_label, ended)
    yield from _text(chosen, "learned", words.learned_label, aim.learned)


def _prose(chosen: Chosen, field: str, text: str) -> Iterator[Part]:
    if chosen.has(field) and (blocks := parse(text)):
        yield Prose(hiding(blocks))


def _body(chosen: Chosen, entry: Entry) -> Iterator[Part]:
    """An entry's text with those of its images that leave."""
    if chosen.has("body") and (blocks := parse(entry.body)):
        yield Prose(hiding(blocks, {image.id for image in chosen.shown}))


def _text(chosen: Chosen, field: str, label: str, text: str) -> Iterator[Part]:
    if chosen.has(field) and text.strip():
        yield LabelledText(label, plain(text).strip())


def _targets(chosen: Chosen, stretch: Stretch, words: PackWords) -> Iterator[Part]:
    for label, text, day in (
        (words.commit_label, stretch.commit, stretch.commit_day),
        (words.reach_label, stretch.reach, stretch.reach_day),
    ):
        if text.strip() and day:
            text = words.by_day.format(text=text.strip(), day=words.day(day))  # noqa: PLW2901 - the same target, with its day
        yield from _text(chosen, "targets", label, text)


def _measure(chosen: Chosen, aim: Goal | Stretch, words: PackWords) -> Iterator[Part]:
    """The measure as a bar; as words where it has no way to stand on, such as yes and no."""
    if not chosen.has("measure"):
        return
    measure = Measure.of(aim, chosen.check_ins)
    due = aim.due if isinstance(aim, Goal) else None
    if measure.has_way and measure.now is not None:
        yield bar(measure, due, words)
    else:
        said = in_words(measure, due, words)
        yield from _text(chosen, "measure", words.measure_label, said)


def _milestones(chosen: Chosen, words: PackWords) -> Iterator[Part]:
    if chosen.has("milestones") and chosen.milestones:
        checks = []
        for step in chosen.milestones:
            form, day = (words.done, step.done) if step.done else (words.due, step.due)
            when = form.format(day=words.day(day)) if day else ""
            checks.append(Check(done=step.done is not None, text=step.title, day=when))
        yield Checklist(tuple(checks))


def _check_ins(chosen: Chosen, words: PackWords) -> Iterator[Part]:
    """Day, value and note of each check-in; its confidence only where that was chosen too."""
    if not chosen.has("check_ins") or not chosen.check_ins:
        return
    rated = chosen.has("confidence") and any(note.confidence for note in chosen.check_ins)
    valued = any(note.value is not None for note in chosen.check_ins)
    record = chosen.record
    kind = record.measure_kind if isinstance(record, Goal | Stretch) else MeasureKind.NUMBER
    header = [words.day_column]
    header += [words.value_column] * valued + [words.confidence_column] * rated
    rows = [
        tuple(_cells(note, kind, words, valued=valued, rated=rated))
        for note in chosen.check_ins
        if rated or note.value is not None or note.note.strip()
    ]
    if rows:
        yield TablePart((*header, words.note_column), tuple(rows))


def _cells(
    note: CheckIn, kind: MeasureKind, words: PackWords, *, valued: bool, rated: bool
) -> Iterator[str]:
    yield words.day(note.day)
    if valued:
        yield "" if note.value is None else quantity(note.value, kind, words)
    if rated:
        yield words.rating.format(value=note.confidence) if note.confidence else ""
    yield " ".join(plain(note.note).split())


def _trend(chosen: Chosen, words: PackWords) -> Iterator[Part]:
    """Confidence over time as a small line; of its check-ins nothing but day and rating."""
    if not chosen.has("confidence"):
        return
    rated = [
        replace(note, note="", value=None, plan_used=None)
        for note in chosen.check_ins
        if note.confidence is not None
    ]
    if rated:
        said = replace(words.confidence_chart, common=words.common())
        yield ChartPart(stretch_spark(trend(rated), said))
