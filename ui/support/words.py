"""The words of support: how far asking has come, of whom, and what for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.support import SupportState
from app.queries.support import SupportRow
from ui.labels import short_day
from ui.person_words import person_words

translate = QCoreApplication.translate
_CONTEXT = "Support"
_STATES = {
    SupportState.WANTED: QT_TRANSLATE_NOOP("Support", "Not asked yet"),
    SupportState.ASKED: QT_TRANSLATE_NOOP("Support", "Asked"),
    SupportState.AGREED: QT_TRANSLATE_NOOP("Support", "Agreed"),
    SupportState.DECLINED: QT_TRANSLATE_NOOP("Support", "Not this time"),
}
_ICONS = {
    SupportState.WANTED: ("circle", "lamp-text"),
    SupportState.ASKED: ("clock", "text-2"),
    SupportState.AGREED: ("circle-check", "accent-text"),
    SupportState.DECLINED: ("circle-x", "text-2"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A state as it is painted and said."""

    icon: str
    colour: str
    words: str


def state_words(state: SupportState) -> str:
    """How far asking has come."""
    return translate(_CONTEXT, str(_STATES[state]))


def state_fact(state: SupportState, day: date | None, today: date) -> Fact:
    """How far asking has come, and since when."""
    icon, colour = _ICONS[state]
    forms = {
        SupportState.ASKED: translate(_CONTEXT, "Asked {0}"),
        SupportState.AGREED: translate(_CONTEXT, "Agreed {0}"),
    }
    if day is None or state not in forms:
        return Fact(icon, colour, state_words(state))
    return Fact(icon, colour, forms[state].format(short_day(day, today)))


def who_words(row: SupportRow) -> str:
    """Who is asked, and whether they tell how it went."""
    if row.who is None:
        return translate(_CONTEXT, "Nobody yet")
    who = person_words(row.who.name, row.who.relation)
    return translate(_CONTEXT, "{0}, gives feedback").format(who) if row.feedback else who


def goal_words(row: SupportRow) -> str:
    """What it is for, and whether they tell how it went."""
    if not row.goal_title:
        return translate(_CONTEXT, "Gives feedback") if row.feedback else ""
    if row.feedback:
        return translate(_CONTEXT, "For {0}, with feedback").format(row.goal_title)
    return translate(_CONTEXT, "For {0}").format(row.goal_title)
