"""The words of next steps, and where each of them is done."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.cycles import Point
from app.domain.ids import Kind
from app.queries.steps import FOLLOW_UP, NextStep
from ui import labels
from ui.context import Destination
from ui.reflections import beginning

PLACES: Final = {Kind.GOAL: "plan", Kind.STRETCH: "stretch"}
ICONS: Final = {
    Kind.GOAL: "target",
    Kind.STRETCH: "mountain",
    Kind.CYCLE: "calendar-check",
    Kind.PERSON: "user",
    Kind.SESSION: "messages-square",
    Kind.FEEDBACK: "message-square-quote",
}
_CONTEXT: Final = "NextSteps"


def title_words(step: NextStep) -> str:
    """What there is to do."""
    if step.kind is Kind.CHECK_IN:
        return _tr("How confident are you now?")
    if step.kind is Kind.GOAL:
        return _tr("Look at this goal again")
    if step.kind is Kind.CYCLE:
        middle = _tr("Answer the four mid check-in questions")
        return middle if step.point is Point.MIDDLE else _tr("Write the exit reflection")
    if step.kind is Kind.SUPPORT:
        return _support_words(step)
    if step.kind is Kind.FEEDBACK:
        known = _tr("Read what {name} wrote")
        return known.format(name=step.person) if step.person else _tr("Read what came back")
    return step.title


def source_words(step: NextStep) -> str:
    """What a step serves, or where it comes from."""
    if step.kind is Kind.FEEDBACK:
        return _tr("Feedback that nothing is linked to yet")
    if step.kind is not Kind.ACTION:
        return step.aim_title
    if step.number is not None and step.person:
        form = _tr("Action from session {number} with {name}")
        return form.format(number=labels.number(step.number), name=step.person)
    return _tr("Action with {name}").format(name=step.person) if step.person else _tr("Action")


def when_words(step: NextStep, today: date) -> str:
    """When it is to be done, or was; a check-in that waits is one for today."""
    if step.due is None:
        return ""
    if step.asked:
        asked = labels.short_day(step.due - FOLLOW_UP, today)
        return _tr("asked {day}").format(day=asked)
    if step.kind is Kind.FEEDBACK:
        return _tr("arrived {day}").format(day=labels.short_day(step.due, today))
    if step.due >= today:
        return labels.day_words(step.due, today)
    if step.kind is Kind.CHECK_IN:
        return labels.day_words(today, today)
    return _tr("was due {day}").format(day=labels.short_day(step.due, today))


def sentence(step: NextStep, today: date) -> str:
    """The whole row as a sentence."""
    parts = (title_words(step), source_words(step), when_words(step, today))
    return ", ".join(part for part in parts if part)


def destination(step: NextStep) -> Destination:
    """Where a step is done."""
    if step.kind is Kind.CHECK_IN:
        return Destination("stretch", id=step.aim, act="check-in")
    if step.kind is Kind.ACTION:
        return Destination("sessions", step.id, Kind.ACTION)
    if step.kind is Kind.FEEDBACK:
        return Destination("feedback", step.id, Kind.FEEDBACK)
    if step.point is not None:
        return beginning(step.id, step.point)
    if step.aim_kind is Kind.PERSON:
        return Destination("people", step.aim, Kind.PERSON)
    return Destination(PLACES[step.aim_kind], id=step.aim)


def can_move(step: NextStep) -> bool:
    """Whether its day is one's own to change; a check-in comes every week, an end is agreed."""
    if step.kind is Kind.CYCLE:
        return step.point is Point.MIDDLE
    return step.kind in {Kind.MILESTONE, Kind.GOAL, Kind.ACTION}


def _support_words(step: NextStep) -> str:
    if step.asked:
        known = _tr("Ask {name} how it stands: {what}")
        words = known if step.person else _tr("See how it stands: {what}")
    else:
        words = _tr("Ask {name}: {what}") if step.person else _tr("Ask somebody: {what}")
    return words.format(name=step.person, what=step.title)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
