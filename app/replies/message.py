"""A form as plain text, to be answered in an e-mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.forms import Answer, AnswerType, Form, Question


@dataclass(frozen=True, slots=True)
class MessageWords:
    """What a message says beside the words of its form.

    `{low}`, `{mid}`, `{high}` and `{code}` are filled in.
    """

    how: str = (
        "Please write under each question, as much or as little as you like, and send it back."
    )
    scale: str = "A number from 1 to 5. 1: {low}. 5: {high}."
    scale_with_middle: str = "A number from 1 to 5. 1: {low}. 3: {mid}. 5: {high}."
    one: str = "Please put an x between the brackets of one."
    several: str = "Please put an x between the brackets of all that fit."
    code: str = "Request {code}"


ENGLISH = MessageWords()


def as_text(
    form: Form, answers: Iterable[Answer] = (), *, code: str = "", words: MessageWords = ENGLISH
) -> str:
    """The form as a message, with room for the answers or with those that are there."""
    given = {answer.question: answer for answer in answers}
    parts = [form.name, form.intro, words.how]
    for number, question in enumerate(form.questions, 1):
        asks = [f"{number}. {question.label}", *hints(question, words)]
        parts += ["\n".join(asks), *_room(question, given.get(question.id))]
    parts += [form.consent, form.thanks, words.code.format(code=code) if code else ""]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def hints(question: Question, words: MessageWords = ENGLISH) -> Iterator[str]:
    """What a message says under a question to help with its answer."""
    if question.help:
        yield question.help
    if question.type is AnswerType.SCALE:
        said = words.scale_with_middle if question.mid else words.scale
        yield said.format(low=question.low, mid=question.mid, high=question.high)
    elif question.type is AnswerType.CHOICE:
        yield words.several if question.multiple else words.one


def _room(question: Question, answer: Answer | None) -> Iterator[str]:
    if question.type is AnswerType.CHOICE:
        chosen = answer.chosen if answer else ()
        yield "\n".join(
            f"[{'x' if option.id in chosen else ' '}] {option.label}" for option in question.options
        )
    elif answer is None:
        return
    elif question.type is AnswerType.SCALE:
        yield "\n".join([*([str(answer.rating)] if answer.rating else []), answer.text])
    else:
        yield answer.text
