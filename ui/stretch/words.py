"""The words of stretch goals: zones, states, days, plans and packs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.goals import Stretch, StretchState, Zone
from app.queries.stretch import PackMention
from ui import aim_words
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
    return aim_words.plan_words(stretch.if_when, stretch.then_do)


def nobody_words() -> str:
    """That a big stretch goal has nobody for feedback, in a row of the list."""
    return translate(_CONTEXT, "Nobody lined up for feedback yet")


def taught_words(taught: str) -> str:
    """What an attempt taught, in one paragraph; nothing where nothing was written."""
    said = " ".join(taught.split())
    return translate(_CONTEXT, "Taught me: {0}").format(said) if said else ""


def used_words(count: int) -> str:
    """At how many check-ins the plan had been used."""
    if count == 0:
        return translate(_CONTEXT, "Not used yet")
    if count == 1:
        return translate(_CONTEXT, "Used once")
    return _counted(translate(_CONTEXT, "Used %n times", None, count), count)


def shared_tip(packs: Sequence[PackMention]) -> str:
    """Which packs name a stretch goal, and whether they have left."""
    left = translate(_CONTEXT, "{0}: saved as a PDF")
    draft = translate(_CONTEXT, "{0}: a draft")
    return "\n".join((left if pack.left else draft).format(pack.title) for pack in packs)


def _counted(words: str, count: int) -> str:
    return words.replace("%n", number(count))
