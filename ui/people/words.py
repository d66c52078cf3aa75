"""The words of people and of the support map."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.coverage import Cover, Need, Standing
from app.domain.cycles import Person
from app.queries.people import PersonRow, SupportMap
from ui.labels import counted, number, short_day
from ui.person_words import relation_title

translate = QCoreApplication.translate
_COVERS = {
    Cover.HELPING: ("circle-check", QT_TRANSLATE_NOOP("People", "Helping"), "accent-text"),
    Cover.ASKED: ("clock", QT_TRANSLATE_NOOP("People", "Asked"), "text-2"),
    Cover.CAN_HELP: ("hand-helping", QT_TRANSLATE_NOOP("People", "Can help"), "text-2"),
}
_STANDINGS = {
    Standing.NOBODY: QT_TRANSLATE_NOOP("People", "Not covered yet"),
    Standing.ASKED: QT_TRANSLATE_NOOP("People", "Asked"),
    Standing.COVERED: QT_TRANSLATE_NOOP("People", "Covered"),
}
_SAID = {
    Cover.HELPING: QT_TRANSLATE_NOOP("People", "{name} is helping"),
    Cover.ASKED: QT_TRANSLATE_NOOP("People", "{name} was asked"),
    Cover.CAN_HELP: QT_TRANSLATE_NOOP("People", "{name} can help"),
}
_SAFETY = (
    QT_TRANSLATE_NOOP("People", "I keep things to myself"),
    QT_TRANSLATE_NOOP("People", "I weigh every word"),
    QT_TRANSLATE_NOOP("People", "It depends on the subject"),
    QT_TRANSLATE_NOOP("People", "I say most of what I think"),
    QT_TRANSLATE_NOOP("People", "I can say anything"),
)


def cover_fact(cover: Cover) -> tuple[str, str, str]:
    """The icon, the word and the colour of a cell."""
    icon, words, colour = _COVERS[cover]
    return icon, translate("People", str(words)), colour


def standing_words(standing: Standing) -> str:
    """The heading over the needs that stand like this."""
    return translate("People", str(_STANDINGS[standing]))


def said_of(cover: Cover, name: str) -> str:
    """How somebody stands to a need, as a sentence."""
    return translate("People", str(_SAID[cover])).format(name=name)


def safety_anchors() -> list[str]:
    """How safe it feels to be honest, from 1 to 5."""
    return [translate("People", str(words)) for words in _SAFETY]


def behind_words(need: Need) -> str:
    """The goal behind a need, and how many others there are."""
    if not need.goals:
        return translate("People", "Asked for by itself")
    first, others = need.goals[0].title, len(need.goals) - 1
    if not others:
        return first
    one = translate("People", "{first} and 1 more goal")
    return counted(others, one, translate("People", "{first} and {n} more goals"), first=first)


def uncovered_words(count: int) -> str:
    """How many needs nobody covers, nothing where there are none."""
    words = translate("People", "{n} not covered")
    return words.format(n=number(count)) if count else ""


def size_words(needs: int, people: int) -> str:
    """How many needs and people the map has."""
    parts = (
        counted(needs, translate("People", "1 need"), translate("People", "{n} needs")),
        counted(people, translate("People", "1 person"), translate("People", "{n} people")),
    )
    return translate("People", "{needs}, {people}").format(needs=parts[0], people=parts[1])


def about_words(person: Person, today: date) -> str:
    """What somebody is and does, and since when one knows them."""
    since = translate("People", "since {day}")
    parts = (
        relation_title(person.relation),
        person.role.strip(),
        person.pronouns.strip(),
        since.format(day=short_day(person.since, today)) if person.since else "",
    )
    # A line may break behind a dot and not before it.
    return "\u00a0\u00a0·\u2002".join(part for part in parts if part)


def spoken_words(day: date | None, today: date) -> str:
    """When one last spoke with somebody."""
    if day is None:
        return translate("People", "Not noted yet")
    if day == today:
        return translate("People", "Today")
    return short_day(day, today)


def suggestion_words(found: SupportMap, today: date) -> tuple[str, str, str]:
    """What to ask for next: the fact, who knows it, and what to do; empty where nothing is."""
    suggestion = found.suggestion
    if suggestion is None:
        return "", "", ""
    need = found.names.name(suggestion.need.competency)
    person = found.person(suggestion.person)
    if person is None:
        fact = translate("People", "Nobody you listed knows {need}.").format(need=need)
        return fact, translate("People", "Who might?"), translate("People", "Add person")
    fact = translate("People", "Nobody covers {need} yet.").format(need=need)
    act = translate("People", "Ask {name}").format(name=person.short)
    return fact, _knows(person, today), act


def _knows(person: PersonRow, today: date) -> str:
    day = person.last_spoke
    if day is None:
        return translate("People", "{name} knows it.").format(name=person.short)
    if day == today:
        return translate("People", "{name} knows it; you spoke today.").format(name=person.short)
    words = translate("People", "{name} knows it; you last spoke on {day}.")
    return words.format(name=person.short, day=short_day(day, today))
