"""An assessment under way: what is asked, what was answered so far, and where one stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.competencies import LEVELS
from app.domain.ids import NO_ID, Id
from app.errors import MALFORMED


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one competency; without a level it is not rated."""

    competency: str
    level: int = 0
    note: str = ""
    recalibrated: bool = False


@dataclass(frozen=True, slots=True)
class Assessing:
    """An assessment that is not finished; `place` is the competency that is asked about.

    It stands behind the last one once all were seen. Until it is `begun`, competencies can be
    added and taken away, and `name` is that of somebody who is not among the people yet.
    """

    chosen: tuple[str, ...] = ()
    label: str = ""
    day: date | None = None
    person: Id = NO_ID
    name: str = ""
    begun: bool = False
    place: int = 0
    answers: tuple[Answer, ...] = ()

    @property
    def current(self) -> str:
        """The competency that is asked about; empty where all were seen."""
        return self.chosen[self.place] if self.place < len(self.chosen) else ""

    @property
    def rated(self) -> tuple[Answer, ...]:
        """The answers with a level, in the order of asking."""
        return tuple(answer for answer in map(self.answer, self.chosen) if answer.level)

    def answer(self, competency: str) -> Answer:
        """What was answered to a competency."""
        given = (answer for answer in self.answers if answer.competency == competency)
        return next(given, Answer(competency))

    def answered(self, answer: Answer) -> Assessing:
        """The same with this answer in the place of an earlier one."""
        others = (a for a in self.answers if a.competency != answer.competency)
        return replace(self, answers=(*others, answer))

    def at(self, place: int) -> Assessing:
        """The same, asking about another competency."""
        return replace(self, place=min(max(place, 0), len(self.chosen)))

    def as_text(self) -> str:
        """All of it, to be kept as a draft."""
        values: dict[str, Any] = {
            "chosen": self.chosen,
            "label": self.label,
            "day": self.day.isoformat() if self.day else "",
            "person": self.person,
            "name": self.name,
            "begun": self.begun,
            "place": self.place,
            "answers": [(a.competency, a.level, a.note, a.recalibrated) for a in self.answers],
        }
        return json.dumps(values)

    @classmethod
    def from_text(cls, text: str) -> Assessing | None:
        """What a draft holds; None where it cannot be read, as after another version kept it."""
        try:
            return cls._of(json.loads(text))
        except MALFORMED:
            return None

    @classmethod
    def _of(cls, values: dict[str, Any]) -> Assessing:
        answers = (
            Answer(str(competency), int(level), str(note), bool(recalibrated))
            for competency, level, note, recalibrated in values["answers"]
        )
        kept = cls(
            chosen=tuple(map(str, values["chosen"])),
            label=str(values["label"]),
            day=date.fromisoformat(values["day"]) if values["day"] else None,
            person=Id(str(values["person"])),
            name=str(values["name"]),
            begun=bool(values["begun"]),
            answers=tuple(a for a in answers if 0 <= a.level <= LEVELS),
        )
        return kept.at(int(values["place"]))
