from __future__ import annotations

from datetime import date

import pytest

from app.domain.feedback import Feedback, Request
from app.domain.forms import Answer, AnswerType, Question
from app.domain.goals import DatesReversedError
from app.domain.records import TooLongError


def test_a_request_gives_the_form_back_as_it_went_out() -> None:
    request = Request(
        code="7KQ2M9XDAAAA",
        form="own",
        name="My form",
        intro="Hello",
        questions=(Question("q", "What landed?"),),
        promise="It stays private.",
        thanks="Thank you.",
    )
    asked = request.as_asked
    assert (asked.code, asked.form.questions) == ("7KQ2M9XDAAAA", request.questions)
    assert (asked.form.consent, asked.form.thanks) == ("It stays private.", "Thank you.")


def test_a_reply_is_not_wanted_before_it_was_asked_for() -> None:
    Request(asked=date(2026, 5, 14), reply_by=date(2026, 5, 14)).check()
    with pytest.raises(DatesReversedError):
        Request(asked=date(2026, 5, 14), reply_by=date(2026, 5, 13)).check()


def test_feedback_reads_as_its_questions_and_what_was_said_to_them() -> None:
    answers = (
        Answer("start", "Start", AnswerType.MULTILINE, "Say what you need."),
        Answer("stop", "Stop", AnswerType.MULTILINE),
    )
    assert Feedback(answers=answers).words == "Start\nSay what you need."


def test_feedback_is_kept_up_to_the_length_of_a_text() -> None:
    long = Answer("start", "Start", AnswerType.MULTILINE, "x" * 1_000_001)
    with pytest.raises(TooLongError):
        Feedback(answers=(long,)).check()
