"""The words of stretch goals: zones, states, days, and what a trend allows to be said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.goals import PlanUse, Stretch, StretchState, Zone
from app.domain.progress import Direction, Point, Reading, Trend
from app.queries.stretch import PackMention
from ui.labels import number, short_day

translate = QCoreApplication.translate
_CONTEXT = "Stretch"
_ZONES = {
    Zone.COMFORT: ("sun", QT_TRANSLATE_NOOP("Stretch", "Comfort zone")),
    Zone.STRETCH: ("mountain", QT_TRANSLATE_NOOP("Stretch", "Stretch zone")),
    Zone.PANIC: ("triangle-alert", QT_TRANSLATE_NOOP("Stretch", "Panic zone")),
}
_STATES = {
    StretchState.SOMEDAY: ("clock", QT_TRANSLATE_NOOP("Stretch", "Someday")),
    StretchState.ACTIVE: ("mountain", QT_TRANSLATE_NOOP("Stretch", "Active")),
    StretchState.REACHED: ("circle-check", QT_TRANSLATE_NOOP("Stretch", "Reached")),
    StretchState.TRIED: ("circle-dot", QT_TRANSLATE_NOOP("Stretch", "Tried")),
    StretchState.LET_GO: ("circle", QT_TRANSLATE_NOOP("Stretch", "Let go")),
}
_USES = {
    PlanUse.YES: QT_TRANSLATE_NOOP("Stretch", "Yes"),
    PlanUse.NOT_THIS_TIME: QT_TRANSLATE_NOOP("Stretch", "Not this time"),
    PlanUse.DID_NOT_COME_UP: QT_TRANSLATE_NOOP("Stretch", "It did not come up"),
}
_CONFIDENCE = (
    QT_TRANSLATE_NOOP("Stretch", "I doubt it"),
    QT_TRANSLATE_NOOP("Stretch", "It is a long way off"),
    QT_TRANSLATE_NOOP("Stretch", "It could go either way"),
    QT_TRANSLATE_NOOP("Stretch", "I expect to do it"),
    QT_TRANSLATE_NOOP("Stretch", "I know I can"),
)
_SIZES = (
    QT_TRANSLATE_NOOP("Stretch", "I could do it tomorrow"),
    QT_TRANSLATE_NOOP("Stretch", "A little more than usual"),
    QT_TRANSLATE_NOOP("Stretch", "New to me, and within reach"),
    QT_TRANSLATE_NOOP("Stretch", "I might not manage"),
    QT_TRANSLATE_NOOP("Stretch", "The thought alone makes me nervous"),
)


def zone_fact(zone: Zone) -> tuple[str, str]:
    """The icon and the name of a zone."""
    icon, words = _ZONES[zone]
    return icon, translate(_CONTEXT, str(words))


def state_fact(state: StretchState) -> tuple[str, str]:
    """The icon and the name of a state."""
    icon, words = _STATES[state]
    return icon, translate(_CONTEXT, str(words))


def use_words(use: PlanUse | None) -> str:
    """Whether the plan was used, in words; nothing where it was not said."""
    return translate(_CONTEXT, str(_USES[use])) if use is not None else ""


def confidence_anchors() -> list[str]:
    """What confidence from 1 to 5 means."""
    return [translate(_CONTEXT, str(words)) for words in _CONFIDENCE]


def size_anchors() -> list[str]:
    """What a size from 1 to 5 means."""
    return [translate(_CONTEXT, str(words)) for words in _SIZES]


def days_words(commit: date | None, reach: date | None, today: date) -> str:
    """When one commits to something and when one reaches for more."""
    days = [short_day(day, today) for day in (commit, reach) if day]
    if commit and reach:
        return translate(_CONTEXT, "Commit {0}, stretch {1}").format(*days)
    if commit:
        return translate(_CONTEXT, "Commit {0}").format(*days)
    return translate(_CONTEXT, "Stretch {0}").format(*days) if reach else ""


def plan_words(stretch: Stretch) -> tuple[str, list[str]]:
    """The if-then plan as a sentence, and the words in it to emphasise."""
    strong = [translate(_CONTEXT, "If"), translate(_CONTEXT, "then")]
    when, what = stretch.if_when.strip(), stretch.then_do.strip().rstrip(".")
    sentence = translate(_CONTEXT, "If {0}, then {1}.").format(when.rstrip(".,"), what)
    return sentence, strong


def used_words(count: int) -> str:
    """At how many check-ins the plan had been used."""
    if count == 0:
        return translate(_CONTEXT, "Not used yet")
    if count == 1:
        return translate(_CONTEXT, "Used once")
    return _counted(translate(_CONTEXT, "Used %n times", None, count), count)


def point_day(point: Point, today: date) -> str:
    """A point as its day and its rating, as 20 May: 4 of 5."""
    words = translate(_CONTEXT, "{day}: {value} of 5.")
    return words.format(day=short_day(point.day, today), value=number(point.confidence))


def point_words(point: Point, today: date) -> str:
    """A point in one line: day, rating and note."""
    note = " ".join(point.note.split())
    return f"{point_day(point, today)} {note}".strip()


def trend_words(trend: Trend) -> str:
    """What was seen, in the past tense; nothing where nothing was rated."""
    if trend.reading is Reading.NOTHING or trend.first is None or trend.last is None:
        return ""
    if trend.reading is Reading.ONE:
        return translate(_CONTEXT, "One point so far.")
    if trend.reading is Reading.TWO:
        return translate(_CONTEXT, "Two points: too few for a direction.")
    count = len(trend.points)
    if trend.reading is Reading.ENDS:
        words = translate(
            _CONTEXT, "It was {0} at first and {1} at the last, from %n check-ins.", None, count
        )
        first, last = number(trend.first.confidence), number(trend.last.confidence)
        return _counted(words, count).format(first, last)
    return f"{_direction_words(trend)} {_range_words(trend)}"


def quiet_words(since: date | None, today: date) -> str:
    """When the last check-in was, after a long pause."""
    if since is None:
        return ""
    return translate(_CONTEXT, "Last check-in {0}.").format(short_day(since, today))


def shared_tip(packs: Sequence[PackMention]) -> str:
    """Which packs name a stretch goal, and whether they have left."""
    left = translate(_CONTEXT, "{0}: saved as a PDF")
    draft = translate(_CONTEXT, "{0}: a draft")
    return "\n".join((left if pack.left else draft).format(pack.title) for pack in packs)


def _direction_words(trend: Trend) -> str:
    return {
        Direction.HIGHER: translate(_CONTEXT, "It was higher at the last check-ins than at first."),
        Direction.LOWER: translate(_CONTEXT, "It was lower at the last check-ins than at first."),
        Direction.SAME: translate(_CONTEXT, "It was about the same at first and at the last."),
    }[trend.direction]


def _range_words(trend: Trend) -> str:
    count, low, high = len(trend.points), number(trend.lowest), number(trend.highest)
    if low == high:
        words = translate(_CONTEXT, "Always {0} over %n check-ins.", None, count)
    else:
        words = translate(_CONTEXT, "Between {0} and {1} over %n check-ins.", None, count)
    return _counted(words, count).format(low, high)


def _counted(words: str, count: int) -> str:
    return words.replace("%n", number(count))
