"""The words of the plan: counts, days, measures and states, each a whole sentence or phrase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.cycles import Cycle
from app.domain.goals import GoalState
from app.domain.ids import Kind
from app.queries.plan import GoalRow
from app.queries.trail import PackMention, TrailItem
from ui import labels
from ui.context import Destination
from ui.measures.words import now_words

translate = QCoreApplication.translate
_STATES = {
    GoalState.SOMEDAY: QT_TRANSLATE_NOOP("Plan", "Someday"),
    GoalState.ACTIVE: QT_TRANSLATE_NOOP("Plan", "Active"),
    GoalState.PAUSED: QT_TRANSLATE_NOOP("Plan", "Paused"),
    GoalState.MET: QT_TRANSLATE_NOOP("Plan", "Met"),
    GoalState.PARTLY_MET: QT_TRANSLATE_NOOP("Plan", "Partly met"),
    GoalState.LET_GO: QT_TRANSLATE_NOOP("Plan", "Let go"),
}
STATE_ICONS = {
    GoalState.SOMEDAY: "clock",
    GoalState.ACTIVE: "target",
    GoalState.PAUSED: "hourglass",
    GoalState.MET: "circle-check",
    GoalState.PARTLY_MET: "circle-dot",
    GoalState.LET_GO: "circle",
}


def state_words(state: GoalState) -> str:
    """Where a goal stands, in a word or two."""
    return translate("Plan", str(_STATES[state]))


def ended_words(state: GoalState, day: date | None, today: date) -> str:
    """How a goal ended, and when if that is known."""
    if day is None:
        return state_words(state)
    said = translate("Plan", "{state} on {day}")
    return said.format(state=state_words(state), day=labels.short_day(day, today))


def evidence_words(count: int) -> str:
    """How many pieces of evidence there are."""
    if count == 1:
        return translate("Plan", "1 piece of evidence")
    return _numbered(translate("Plan", "%n pieces of evidence", None, count), count)


def event_words(count: int) -> str:
    """How many events there are."""
    if count == 1:
        return translate("Plan", "1 event")
    return _numbered(translate("Plan", "%n events", None, count), count)


def between_destination(item: TrailItem) -> Destination:
    """Where a session or feedback of a trail is shown."""
    place = "sessions" if item.kind is Kind.SESSION else "feedback"
    return Destination(place, item.id, item.kind)


def trail_words(evidence: int, events: int) -> str:
    """What a trail holds."""
    words = translate("Plan", "{evidence}, {events}, newest first")
    return words.format(evidence=evidence_words(evidence), events=event_words(events))


def goal_words(count: int) -> str:
    """How many goals there are."""
    if count == 1:
        return translate("Plan", "1 goal")
    return _numbered(translate("Plan", "%n goals", None, count), count)


def week_words(count: int) -> str:
    """How many weeks something takes."""
    if count == 1:
        return translate("Plan", "1 week")
    return _numbered(translate("Plan", "%n weeks", None, count), count)


def milestone_words(done: int, steps: int) -> str:
    """How many of a goal's milestones are done."""
    if steps == 1:
        return translate("Plan", "{done} of 1 milestone").format(done=labels.number(done))
    words = translate("Plan", "{done} of {steps} milestones")
    return words.format(done=labels.number(done), steps=labels.number(steps))


def done_words(done: int, steps: int) -> str:
    """How many milestones are done, over their list."""
    words = translate("Plan", "{done} of {steps} done")
    return words.format(done=labels.number(done), steps=labels.number(steps))


def due_words(due: date | None, today: date, *, closed: bool = False) -> str:
    """When a goal is due: 26 Jun, or was due 12 May while it is open."""
    if due is None:
        return ""
    day = labels.short_day(due, today)
    return translate("Plan", "was due {day}").format(day=day) if due < today and not closed else day


def due_sentence(due: date, today: date, *, closed: bool = False) -> str:
    """When a goal is due, by itself: Due 26 Jun, or Was due 12 May."""
    past = due < today and not closed
    said = translate("Plan", "Was due {day}") if past else translate("Plan", "Due {day}")
    return said.format(day=labels.short_day(due, today))


def following_words(row: GoalRow) -> str:
    """The line under a goal's title: what comes next, or how it ended and what it taught."""
    if row.state.closed:
        learned = " ".join(row.learned.split())
        taught = translate("Plan", "It taught: {what}").format(what=learned) if learned else ""
        return _sentences(state_words(row.state), taught)
    following = row.following
    coming = translate("Plan", "Next: {what}").format(what=following) if following else ""
    if row.state is GoalState.PAUSED:
        return _sentences(state_words(row.state), coming)
    return coming


def shared_words(packs: Sequence[PackMention]) -> str:
    """Whether somebody else may see it, in a word or two."""
    return translate("Plan", "In a share pack") if packs else translate("Plan", "Private")


def pack_sentence(pack: PackMention) -> str:
    """What a pack that names an item has come to."""
    said = (
        translate("Plan", "Saved as PDF: {title}")
        if pack.left
        else translate("Plan", "In a draft: {title}")
    )
    return said.format(title=pack.title or translate("Plan", "Untitled pack"))


def cycle_words(cycle: Cycle, today: date) -> str:
    """The cycle's line under the title of the plan."""
    name = translate("Plan", "{title}: {purpose}") if cycle.purpose.strip() else "{title}"
    head = name.format(title=cycle.title.strip(), purpose=cycle.purpose.strip()).rstrip(".")
    start, end = labels.short_day(cycle.start, today), labels.short_day(cycle.end, today)
    if today < cycle.start:
        words = translate("Plan", "{head}. {start} to {end}, {weeks} weeks.")
    else:
        words = translate("Plan", "{head}. {start} to {end}, week {week} of {weeks}.")
    week, weeks = labels.number(cycle.week_of(today)), labels.number(cycle.weeks)
    return words.format(head=head, start=start, end=end, week=week, weeks=weeks)


def row_sentence(row: GoalRow, today: date) -> str:
    """A goal of the list as one sentence for assistive tools."""
    parts = [row.title]
    if row.due is not None:
        parts.append(due_sentence(row.due, today, closed=row.state.closed))
    parts += [following_words(row), shared_words(row.packs)]
    if row.steps:
        parts.append(milestone_words(row.done, row.steps))
    parts.append(evidence_words(row.evidence))
    if row.measure.named:
        parts.append(f"{row.measure.what} {now_words(row.measure)}".strip())
    return ", ".join(part for part in parts if part)


def _sentences(first: str, second: str) -> str:
    if not second:
        return first
    return translate("Plan", "{first}. {second}").format(first=first, second=second)


def _numbered(words: str, count: int) -> str:
    # Without a translation Qt leaves the sign in place.
    return words.replace("%n", labels.number(count))
