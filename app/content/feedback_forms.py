"""The forms that ship to ask for feedback with, and how one is filled in for one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol

from app.domain.forms import AnswerType, Form, Option, Question

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_PLACEHOLDER: Final = re.compile(r"\{\{(\w+)\}\}")
_ENDS: Final = (".", "!", "?", "…")
LIMIT: Final = 600
LINE_LIMIT: Final = 200
"""How many characters an answer in some lines, or in one, may have where nothing else is said."""

NOBODY: Final = "the person who asked"
"""What a mentee without a name is called in the words that somebody else reads."""


class Described(Protocol):
    """A competency, shipped or one's own; `anchors` describe its five levels, or are empty."""

    @property
    def id(self) -> str:
        """What its questions are told apart by."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def definition(self) -> str:
        """What it is, in a line."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """What each level looks like, the first one first."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a form is filled in with: who asks whom, about what, until which worded day."""

    mentee: str = ""
    giver: str = ""
    focus: str = ""
    reply_by: str = ""
    competencies: tuple[Described, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question in the mentee's own words; `low` and `high` name the ends of a scale."""

    label: str
    type: AnswerType = AnswerType.MULTILINE
    options: tuple[str, ...] = ()
    multiple: bool = False
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A word in double braces, and what stands there once the form is filled in."""

    id: str
    meaning: str


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One of the answers to choose from."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A question with placeholders; a scale runs from `min` to `max`."""

    id: str
    label: str
    type: Literal["text", "multiline", "scale", "choice"]
    required: bool
    help: str
    max_chars: int | None = None
    min: Literal[1] = 1
    max: Literal[5] = 5
    low: str | None = None
    mid: str | None = None
    high: str | None = None
    multiple: bool = False
    options: tuple[FieldOption, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeated:
    """Questions that are asked for each of some competencies, so many of them at a time."""

    each: Literal["competencies"] = field(metadata={"key": "for"})
    min: int
    max: int
    help: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTemplate:
    """A form before it is filled in; `when` and `good_for` say whom to give it, `minutes` how long.

    `repeat` are questions for each chosen competency, which come first.
    """

    id: str
    name: str
    when: str
    good_for: tuple[Literal["mentor", "sponsor", "manager", "peer"], ...]
    minutes: int
    intro: str
    fields: tuple[FormField, ...]
    consent: str
    thanks: str
    repeat: Repeated | None = None


@dataclass(frozen=True, slots=True)
class OwnForm:
    """What goes around questions of one's own."""

    id: str
    name: str
    when: str
    minutes: int
    intro: str
    consent: str
    thanks: str


@dataclass(frozen=True, slots=True)
class FeedbackForms:
    """All forms, in the order they are offered in; `shared_fields` end each of them."""

    placeholders: tuple[Placeholder, ...]
    shared_fields: tuple[FormField, ...]
    forms: tuple[FormTemplate, ...]
    own: OwnForm

    def find(self, form_id: str) -> FormTemplate | None:
        """The form with this id; None where it does not ship any more."""
        return next((form for form in self.forms if form.id == form_id), None)

    def filled(self, template: FormTemplate, asking: Asking) -> Form:
        """A form as one person reads it."""
        words = _words(asking)
        repeat = template.repeat
        competencies = asking.competencies if repeat else ()
        questions = [
            *(
                _question(each, words | _described(competency), f"{competency.id}--")
                for competency in competencies
                for each in (repeat.fields if repeat else ())
            ),
            *(_question(each, words) for each in template.fields),
        ]
        return self._form(template, template.name, questions, words)

    def written(
        self, questions: Sequence[OwnQuestion], asking: Asking, name: str = "", intro: str = ""
    ) -> Form:
        """A form with the mentee's own questions; their words are not looked at for placeholders.

        A question without words is left out, and so are options without words. A choice without
        options is answered in words.
        """
        asked = [
            _own_question(number, question)
            for number, question in enumerate(questions, 1)
            if question.label.strip()
        ]
        form = self._form(self.own, name.strip() or self.own.name, asked, _words(asking))
        return replace(form, intro=intro.strip()) if intro.strip() else form

    def _form(
        self,
        template: FormTemplate | OwnForm,
        name: str,
        questions: Iterable[Question],
        words: Mapping[str, str],
    ) -> Form:
        return Form(
            id=template.id,
            name=name,
            intro=fill(template.intro, words),
            questions=(*questions, *(_question(each, words) for each in self.shared_fields)),
            consent=fill(template.consent, words),
            thanks=fill(template.thanks, words),
        )


def fill(text: str, words: Mapping[str, str]) -> str:
    """A text with its placeholders filled in, without whatever makes no sense where one is empty.

    What a sentence says of an empty one is left out with it: a name after a greeting, what
    follows a colon, the words before a comma, else the whole sentence. What is filled in is not
    looked at for placeholders again.
    """
    said = (_sentence(each, words) for each in _SENTENCE.split(text.strip()))
    return " ".join(each for each in said if each)


def _sentence(text: str, words: Mapping[str, str]) -> str:
    """A sentence with its placeholders filled in; empty where it says nothing without them."""
    empty = [name for name in _PLACEHOLDER.findall(text) if not words.get(name)]
    for name in empty:
        hole = "{{" + name + "}}"
        if f" {hole}," in text:
            before, after = text.split(f" {hole},", 1)
            # A greeting does without a name, other words before a comma not without what they say.
            text = f"{before},{after}" if " " not in before else _begun(after.lstrip())
        elif f": {hole}" in text:
            text = text.replace(f": {hole}", "")
        else:
            return ""
    return _put_in(text, words)


def _put_in(text: str, words: Mapping[str, str]) -> str:
    filled = ""
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        filled += text[at : found.start()]
        word = words[found.group(1)]
        at = found.end()
        if text.startswith(".", at) and word.endswith(_ENDS):
            at += 1
        elif word.endswith(".") and at < len(text):
            word = word.rstrip(".")
        filled += word if filled or word != NOBODY else _begun(word)
    return filled + text[at:]


def _begun(text: str) -> str:
    """Words as they begin a sentence."""
    return text[:1].upper() + text[1:]


def _words(asking: Asking) -> dict[str, str]:
    """What each placeholder stands for; names and wishes are one line."""
    said = {
        "mentee_name": asking.mentee.strip() or NOBODY,
        "giver_name": asking.giver,
        "focus": asking.focus,
        "reply_by": asking.reply_by,
    }
    return {name: " ".join(text.split()) for name, text in said.items()}


def _described(competency: Described) -> dict[str, str]:
    anchors = {
        f"anchor_{level}": " ".join(text.split())
        for level, text in enumerate(competency.anchors, 1)
    }
    return anchors | {
        "competency_name": " ".join(competency.name.split()),
        "competency_definition": " ".join(competency.definition.split()),
    }


def _question(read: FormField, words: Mapping[str, str], prefix: str = "") -> Question:
    return Question(
        id=prefix + read.id,
        label=fill(read.label, words),
        type=AnswerType(read.type),
        required=read.required,
        help=fill(read.help, words),
        limit=read.max_chars or LIMIT,
        low=_level(read.low, words),
        mid=_level(read.mid, words),
        high=_level(read.high, words),
        options=tuple(Option(each.id, fill(each.label, words)) for each in read.options),
        multiple=read.multiple,
    )


def _level(text: str | None, words: Mapping[str, str]) -> str:
    """The words of a level; none where what it looks like has no words yet."""
    needed = _PLACEHOLDER.findall(text or "")
    return fill(text or "", words) if all(words.get(name) for name in needed) else ""


def _own_question(number: int, own: OwnQuestion) -> Question:
    labels = [label for each in own.options if (label := " ".join(each.split()))]
    choice = own.type is AnswerType.CHOICE and labels
    return Question(
        id=f"own-{number}",
        label=" ".join(own.label.split()),
        type=AnswerType.MULTILINE if own.type is AnswerType.CHOICE and not labels else own.type,
        limit=LINE_LIMIT if own.type is AnswerType.TEXT else LIMIT,
        low=" ".join(own.low.split()),
        high=" ".join(own.high.split()),
        options=tuple(Option(f"option-{at}", label) for at, label in enumerate(labels, 1))
        if choice
        else (),
        multiple=own.multiple and bool(choice),
    )
