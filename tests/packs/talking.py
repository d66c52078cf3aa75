"""Sessions, actions and feedback of any content, as a vault with all consents lets them leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Final

from app.domain.feedback import Feedback
from app.domain.forms import GIVER, Answer, AnswerType, Consent
from app.domain.ids import Kind, new_id
from app.domain.sessions import Action, ActionState, AgendaItem, Debrief, Session
from app.queries.shared_near import without_giver, without_sources
from app.sharing.source import Chosen, Near
from tests.packs.writing import NAMES, Writer
from tests.vaults import NOON

SELDOM: Final = 0.3
TOPICS: Final = 3


class Talks:
    """Makes them, and knows who gave feedback without their name and what else must stay."""

    def __init__(self, chance: Random, write: Writer, day: Callable[[], date | None]) -> None:
        self.chance = chance
        self.write = write
        self.day = day
        self.givers: list[str] = []
        self.kept: list[str] = []

    def chosen(self, record: Session | Action | Feedback, ticked: tuple[str, ...]) -> Chosen:
        """One of them with some fields, and with what hangs on it."""
        if isinstance(record, Session):
            return self._session(record, ticked)
        other = self.chance.choice(NAMES)
        if isinstance(record, Action):
            return Chosen(record, ticked, people=() if record.mine else (other,))
        signed = replace(record, giver=other, person=new_id())
        if record.consent is Consent.NAMED:
            return Chosen(without_giver(signed), ticked, people=(other,))
        if other not in self.givers:
            self.givers.append(other)
        kept = tuple(name for name in ticked if name != "giver")
        return Chosen(without_giver(signed), kept)

    def session(self) -> Session:
        """A session with an agenda that was pulled from private entries."""
        return Session(
            id=new_id(),
            title=self.write.maybe(),
            minutes=self.chance.randint(1, 90),
            place=self.write.maybe(),
            link=self.chance.choice(["", "https://meet.example/a_b*c"]),
            question=self.write.sentence(),
            prep=self.write.body(),
            notes=self.write.body(),
            agenda=tuple(self._topic() for _ in range(self.chance.randint(0, TOPICS))),
        ).dated(NOON)

    def action(self) -> Action:
        """Something owed by somebody."""
        return Action(
            id=new_id(),
            title=self.write.sentence(),
            mine=self.chance.random() < SELDOM,
            due=self.day(),
            state=self.chance.choice([*ActionState]),
            state_day=self.day(),
        )

    def feedback(self) -> Feedback:
        """Feedback that may leave, with or without a name."""
        return Feedback(
            id=new_id(),
            name=self.write.sentence(),
            about=self.write.maybe(),
            answers=self._answers(),
            consent=self.chance.choice([Consent.UNNAMED, Consent.NAMED]),
            note=self.write.text(),
        )

    def _session(self, record: Session, ticked: tuple[str, ...]) -> Chosen:
        """A session with its debrief, and with private feedback, near it."""
        self.kept += [item.prompt for item in record.agenda]
        debrief = Debrief(answers=self.write.body(), next_step=self.write.text())
        private = Feedback(name="SBI", answers=self._answers(), note=self.write.text())
        near = (
            Near(debrief.id, (debrief.answers, debrief.next_step)),
            Near(private.id, (private.words, private.note)),
        )
        spoken = {each.record for each in record.agenda}
        return Chosen(without_sources(record, spoken), ticked, near=near)

    def _topic(self) -> AgendaItem:
        minutes = self.chance.choice([0, 5, 20])
        return AgendaItem(self.write.sentence(), minutes, self.write.text(), Kind.ENTRY, new_id())

    def _answers(self) -> tuple[Answer, ...]:
        """Answers of a form: start and stop, one of one's own, a rating and a signature."""
        say, text = self.write.sentence, self.write.text
        questions = self.chance.sample(["start", "stop", "own", "c--evidence"], 3)
        written = (Answer(each, say(), AnswerType.MULTILINE, text()) for each in questions)
        rated = self.chance.choice(["ease", "c--rating"])
        level = Answer(rated, say(), AnswerType.SCALE, rating=4)
        return (level, *written, Answer(GIVER, say(), AnswerType.TEXT, say()))
