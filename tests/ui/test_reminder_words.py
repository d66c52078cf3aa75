"""The words of reminders: plain, calm, and what was due is never more than that."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from app.clock import Moment
from app.domain.ids import NO_ID, Id, Kind
from app.domain.reminder_choices import Subject
from app.domain.reminders import Nudge, Thing
from tests.vaults import NOON, ZONE
from ui.context import Destination
from ui.reminder_words import action_words, destination, nudge_words, thing_words

pytestmark = pytest.mark.qt
DAY, ONE = NOON.day, timedelta(days=1)
NEVER = re.compile(r"overdue|missed|late\b|streak|failed|should|!", re.IGNORECASE)

REFLECTION = Thing(Subject.REFLECTION, Kind.ENTRY, DAY)
CHECK_IN = Thing(
    Subject.CHECK_INS, Kind.CHECK_IN, DAY, title="Speak", aim_kind=Kind.STRETCH, aim=Id("st")
)
CHECK_INS = Thing(Subject.CHECK_INS, Kind.CHECK_IN, DAY, count=3, aim_kind=Kind.STRETCH)
MILESTONE = Thing(Subject.MILESTONES, Kind.MILESTONE, DAY, Id("m"), "Tell Sana", aim=Id("g"))
STEP = Thing(
    Subject.MILESTONES, Kind.MILESTONE, date(2026, 5, 12), Id("m"), "Try it",
    aim_kind=Kind.STRETCH, aim=Id("st"),
)  # fmt: skip
GOAL = Thing(Subject.MILESTONES, Kind.GOAL, DAY, Id("g"), "Delegate", aim=Id("g"))
TOMORROW = Moment.of(datetime(2026, 5, 21, 10, 0, tzinfo=ZONE))
SESSION = Thing(Subject.SESSIONS, Kind.SESSION, TOMORROW.day, Id("s"), "", TOMORROW, person="Ruth")
NAMED = Thing(Subject.SESSIONS, Kind.SESSION, TOMORROW.day, Id("s"), "Kick-off", TOMORROW)
ANSWER = Thing(Subject.ANSWERS, Kind.REQUEST, date(2026, 5, 13), Id("r"), person="Ruth")
NOBODY = Thing(Subject.ANSWERS, Kind.REQUEST, date(2026, 5, 13), Id("r"))
ALL = (REFLECTION, CHECK_IN, CHECK_INS, MILESTONE, STEP, GOAL, SESSION, NAMED, ANSWER, NOBODY)


@pytest.fixture(autouse=True)
def _british(qtbot: QtBot) -> None:
    assert qtbot
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (REFLECTION, "Ten minutes for your weekly reflection."),
        (CHECK_IN, "How confident are you now? Speak"),
        (CHECK_INS, "3 stretch goals to check in on."),
        (MILESTONE, "For today: Tell Sana."),
        (STEP, "Try it was due 12 May."),
        (GOAL, "You wanted to look at this goal again: Delegate."),
        (SESSION, "Session with Ruth: Tomorrow, 10:00."),
        (NAMED, "Kick-off: Tomorrow, 10:00."),
        (ANSWER, "You asked Ruth for feedback by 12 May. You could ask how it stands."),
        (NOBODY, "You asked for feedback by 12 May. You could ask how it stands."),
    ],
)
def test_one_thing_is_said_in_a_sentence(thing: Thing, words: str) -> None:
    assert thing_words(thing, NOON) == words
    assert nudge_words(Nudge((thing,), DAY - ONE), NOON) == words


@pytest.mark.parametrize(
    ("things", "since", "words"),
    [
        ((MILESTONE, STEP), None, "Today: 2 milestones."),
        (
            (REFLECTION, MILESTONE),
            DAY - ONE,
            "Since yesterday: a milestone and your weekly reflection.",
        ),
        (
            (SESSION, CHECK_INS, GOAL),
            DAY - 2 * ONE,
            "Since Monday: a session, a goal to look at again and 3 check-ins.",
        ),
        ((ANSWER, NOBODY), DAY - 9 * ONE, "Since 11 May: feedback you asked 2 people for."),
    ],
)
def test_several_are_counted_since_the_first(
    things: tuple[Thing, ...], since: date | None, words: str
) -> None:
    assert nudge_words(Nudge(things, since), NOON) == words


def test_nothing_is_ever_late() -> None:
    said = [thing_words(thing, now) for thing in ALL for now in (NOON, NOON.on(DAY + 20 * ONE))]
    said += [nudge_words(Nudge(ALL, since), NOON) for since in (None, DAY - 30 * ONE)]
    assert [words for words in said if NEVER.search(words)] == []


@pytest.mark.parametrize(
    ("thing", "target", "words"),
    [
        (
            REFLECTION,
            Destination("journal", act="new", detail="template:weekly-review"),
            "Start writing",
        ),
        (CHECK_IN, Destination("stretch", Id("st"), act="check-in"), "Check in"),
        (CHECK_INS, Destination("stretch", NO_ID, act="review"), "Check in"),
        (MILESTONE, Destination("plan", Id("g")), "Open goal"),
        (STEP, Destination("stretch", Id("st")), "Open stretch goal"),
        (GOAL, Destination("plan", Id("g")), "Open goal"),
        (SESSION, Destination("sessions", Id("s"), Kind.SESSION), "Open session"),
        (ANSWER, Destination("feedback", Id("r"), Kind.REQUEST), "Open request"),
    ],
)
def test_each_leads_to_where_it_is_done(thing: Thing, target: Destination, words: str) -> None:
    assert (destination(thing), action_words(thing)) == (target, words)
