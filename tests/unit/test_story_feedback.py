from __future__ import annotations

import re

from app.content.library import Library
from app.domain.feedback import Feedback, FeedbackState, Request, Way
from app.domain.forms import CODE_LETTERS, CONSENT, AnswerType, Consent, consent_of, giver_of
from app.domain.ids import NO_ID
from app.operations.story_feedback import StoryReplies
from app.operations.story_ids import StoryDays
from tests.vaults import NOON

LIBRARY = Library()
STORY = LIBRARY.story
REPLIES = StoryReplies(StoryDays(NOON), STORY, LIBRARY.feedback_forms, LIBRARY.framework)
RECORDS = list(REPLIES.all())
REQUESTS = {record.id: record for record in RECORDS if isinstance(record, Request)}
FEEDBACK = [record for record in RECORDS if isinstance(record, Feedback)]


def test_every_word_that_the_story_tells_is_an_answer() -> None:
    for told, record in zip(STORY.feedback, FEEDBACK, strict=True):
        said = {answer.question: answer for answer in record.said}
        assert told.answers.keys() <= said.keys()
        for question, value in told.answers.items():
            answer = said[question]
            if answer.type is AnswerType.SCALE:
                assert answer.rating == value
            elif answer.type is AnswerType.CHOICE:
                assert answer.chosen == (value,)
                assert answer.text
            else:
                assert answer.text == value


def test_what_the_giver_allows_and_their_name_are_what_they_answered() -> None:
    for record in FEEDBACK:
        assert consent_of(record.answers) is record.consent
        assert giver_of(record.answers) == record.giver
    unsigned = {record.consent for record in FEEDBACK if not record.giver}
    assert unsigned == {Consent.PRIVATE, Consent.UNNAMED}


def test_an_answer_reads_as_the_question_it_was_asked_with() -> None:
    for record in (each for each in FEEDBACK if each.request):
        request = REQUESTS[record.request]
        labels = {question.id: question.label for question in request.questions}
        assert {answer.question: answer.label for answer in record.answers} == labels
        assert request.asked <= record.day
        assert request.as_asked.form.question(CONSENT)


def test_what_nobody_asked_for_was_typed_in_and_is_no_answer_to_a_request() -> None:
    for record in FEEDBACK:
        assert (record.way is Way.HAND) == (record.request == NO_ID)


def test_some_of_it_is_still_waited_for_and_some_waits_to_be_read() -> None:
    answered = {record.request for record in FEEDBACK}
    open_ones = [request for request in REQUESTS.values() if request.id not in answered]
    was_due = {request.reply_by < NOON.day for request in open_ones if request.reply_by}
    assert was_due == {True, False}
    arrived = [record for record in FEEDBACK if record.state is FeedbackState.ARRIVED]
    assert arrived
    assert all(not record.links and not record.note for record in arrived)


def test_no_form_has_a_hole_and_codes_tell_requests_apart() -> None:
    for request in REQUESTS.values():
        assert "{" not in request.intro + request.promise + request.thanks
        assert re.fullmatch(rf"([{CODE_LETTERS}]{{4}}-){{2}}[{CODE_LETTERS}]{{4}}", request.code)
    assert len({request.code for request in REQUESTS.values()}) == len(REQUESTS)
