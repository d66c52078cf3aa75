"""The words of assessments: what they are called, whose they are, and when they were made."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.competencies import Assessment
from app.queries.assessments import Moment, Seen
from app.queries.trail import TrailItem
from ui import labels

translate = QCoreApplication.translate
_CONTEXT = "Assessment"
_MOMENTS = {
    Moment.START: QT_TRANSLATE_NOOP("Assessment", "Start assessment"),
    Moment.MIDDLE: QT_TRANSLATE_NOOP("Assessment", "Mid-cycle assessment"),
    Moment.EXIT: QT_TRANSLATE_NOOP("Assessment", "Exit assessment"),
    Moment.ANY: QT_TRANSLATE_NOOP("Assessment", "Assessment"),
}


def moment_words(moment: Moment) -> str:
    """What an assessment is called that is made then."""
    return translate(_CONTEXT, str(_MOMENTS[moment]))


def title_of(assessment: Assessment) -> str:
    """What an assessment is called."""
    return assessment.label.strip() or moment_words(Moment.ANY)


def made_words(assessment: Assessment, today: date) -> str:
    """When an assessment was made, and whose view it is."""
    day = labels.short_day(assessment.day, today)
    if assessment.own:
        return translate(_CONTEXT, "{day}, how you saw yourself").format(day=day)
    words = translate(_CONTEXT, "{day}, how {name} sees you")
    return words.format(day=day, name=assessment.by or nobody_words())


def earlier_words(seen: Seen, today: date) -> str:
    """Whose earlier rating it is, and of when."""
    day = labels.short_day(seen.day, today)
    if not seen.by:
        return translate(_CONTEXT, "Yours on {day}").format(day=day)
    return translate(_CONTEXT, "{name} on {day}").format(name=seen.by, day=day)


def nobody_words() -> str:
    """What somebody is called whose name is not known any more."""
    return translate(_CONTEXT, "somebody")


def question_words(name: str, *, own: bool) -> str:
    """What is asked of a competency."""
    if own:
        return translate(_CONTEXT, "Which is most like you in the last weeks?")
    words = translate(_CONTEXT, "Which would {name} say is most like you in the last weeks?")
    return words.format(name=name or nobody_words())


def step_words(place: int, count: int) -> str:
    """How far one has come."""
    words = translate(_CONTEXT, "{place} of {count}")
    return words.format(place=labels.number(place), count=labels.number(count))


def rating_words(name: str, level: int, anchor: str = "") -> str:
    """A rating as a sentence."""
    if not level:
        return translate(_CONTEXT, "{name}: not rated").format(name=name)
    if not anchor:
        words = translate(_CONTEXT, "{name}: {level} of 5")
        return words.format(name=name, level=labels.number(level))
    words = translate(_CONTEXT, "{name}: {level} of 5. {anchor}")
    return words.format(name=name, level=labels.number(level), anchor=anchor)


def rated_words(count: int, asked: int) -> str:
    """How many of those asked about were rated."""
    words = translate(_CONTEXT, "{count} of {asked} rated. Look them over before you finish.")
    return words.format(count=labels.number(count), asked=labels.number(asked))


def quotes_of(item: TrailItem) -> tuple[str, ...]:
    """What an entry says as evidence, in quotation marks; a passage begins where it began."""
    text = " ".join(item.text.split())
    passages = [f"…{quote}" if quote[:1].islower() else quote for quote in item.quotes]
    said = [*passages, text] if text else passages
    return tuple(translate("Plan", "“{words}”").format(words=each) for each in said)
