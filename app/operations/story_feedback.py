"""The feedback of the story as records: what was asked of whom, and what they answered."""

from __future__ import annotations

import calendar
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.content.competencies import Framework
from app.content.feedback_forms import Asking, FeedbackForms
from app.content.story import Story, StoryFeedback, StoryRequest
from app.domain.feedback import Feedback, FeedbackState, Linked, Request, Way
from app.domain.forms import (
    CODE_LETTERS,
    CONSENT,
    GIVER,
    Answer,
    AnswerType,
    Consent,
    Form,
    Question,
)
from app.domain.ids import NO_ID, Kind
from app.domain.records import Record
from app.operations.story_ids import StoryDays, record_id

_STATES: Final = {
    "used": FeedbackState.KEPT,
    "testing": FeedbackState.KEPT,
    "set-aside": FeedbackState.SET_ASIDE,
    "arrived": FeedbackState.ARRIVED,
}
_OF_COMPETENCY: Final = "--"
"""Between a competency and the question that is asked for each of several."""

_CODE: Final = 12
_PART: Final = 4


@dataclass(frozen=True, slots=True)
class StoryReplies:
    """What was asked and answered in a story, in the words of the forms that ship."""

    days: StoryDays
    story: Story
    forms: FeedbackForms
    framework: Framework

    def all(self) -> Iterator[Record]:
        """Every request and everything that came back."""
        for told in self.story.feedback:
            yield from self._came_back(told)
        for waiting in self.story.asked:
            form = self._form(waiting, waiting.to, reply_by=self.days.day(waiting.reply_by_day))
            yield self._request(waiting, waiting.id, waiting.to, form, waiting.goal)

    def _came_back(self, told: StoryFeedback) -> Iterator[Record]:
        form = self._form(told, told.giver, told.answers)
        by_hand = told.asked_day is None
        request = record_id(None if by_hand else f"{told.id}@asked")
        if not by_hand:
            goal = next(iter(told.goals), "")
            yield self._request(told, f"{told.id}@asked", told.giver, form, goal)
        signs = by_hand or told.consent == "named"
        giver = self._names[told.giver] if signs else ""
        said = {**told.answers, CONSENT: told.consent, GIVER: giver}
        yield Feedback(
            id=record_id(told.id),
            request=request,
            person=record_id(told.giver),
            giver=giver,
            form=form.id,
            name=form.name,
            about=told.about,
            answers=tuple(_answer(each, said.get(each.id, "")) for each in form.questions),
            consent=Consent(told.consent),
            state=_STATES[told.status],
            day=self.days.day(told.day),
            note=told.my_note,
            links=tuple(Linked(Kind.GOAL, record_id(goal)) for goal in told.goals),
            thanked=None if told.thanked_day is None else self.days.day(told.thanked_day),
            way=Way.HAND if by_hand else Way.FILE,
            created=min(self.days.evening(told.day).at, self.days.now.at),
        )

    def _request(
        self, told: StoryFeedback | StoryRequest, told_as: str, person: str, form: Form, goal: str
    ) -> Request:
        asked = told.day if told.asked_day is None else told.asked_day
        reply_by = told.reply_by_day if isinstance(told, StoryRequest) else None
        return Request(
            id=record_id(told_as),
            person=record_id(person),
            code=_code(told_as),
            form=form.id,
            name=form.name,
            about=told.about,
            goal=record_id(goal) if goal else NO_ID,
            intro=form.intro,
            questions=form.questions,
            promise=form.consent,
            thanks=form.thanks,
            asked=self.days.day(asked),
            reply_by=None if reply_by is None else self.days.day(reply_by),
            created=min(self.days.evening(asked).at, self.days.now.at),
        )

    def _form(
        self,
        told: StoryFeedback | StoryRequest,
        giver: str,
        answered: Iterable[str] = (),
        reply_by: date | None = None,
    ) -> Form:
        """The form as it was filled in for somebody, about the competencies that were rated."""
        template = self.forms.find(told.form)
        if template is None:
            raise KeyError(told.form)
        rated = dict.fromkeys(
            name.split(_OF_COMPETENCY)[0] for name in answered if _OF_COMPETENCY in name
        )
        asking = Asking(
            mentee=self.story.profile.name,
            giver=self._names[giver].split()[0],
            focus=told.about,
            reply_by=f"{reply_by.day} {calendar.month_name[reply_by.month]}" if reply_by else "",
            competencies=tuple(found for name in rated if (found := self.framework.find(name))),
        )
        return self.forms.filled(template, asking)

    @property
    def _names(self) -> Mapping[str, str]:
        return {person.id: person.name for person in self.story.people}


def _answer(question: Question, said: str | int) -> Answer:
    """What was said to a question; options are said by their id."""
    rating = said if isinstance(said, int) else None
    text, chosen = str(said), tuple[str, ...]()
    if question.type is AnswerType.SCALE:
        text = ""
    elif question.type is AnswerType.CHOICE:
        options = [option for option in question.options if option.id == said]
        chosen = tuple(option.id for option in options)
        text = ", ".join(option.label for option in options)
    return Answer(question.id, question.label, question.type, text, rating, chosen)


def _code(told_as: str) -> str:
    """The same code for the same request, in every sample vault; it looks like any other."""
    bits = uuid.UUID(record_id(told_as)).int
    letters = [CODE_LETTERS[(bits >> 5 * place) % len(CODE_LETTERS)] for place in range(_CODE)]
    return "-".join("".join(letters[at : at + _PART]) for at in range(0, _CODE, _PART))
