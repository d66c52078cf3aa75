"""Answers from the fields of a form, by whatever program they were filled in and saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from app.domain.forms import (
    CONSENT,
    GIVER,
    REQUEST,
    Answer,
    AnswerType,
    Asked,
    Consent,
    Form,
    Question,
)
from app.replies import limits
from app.replies.answering import Gathered, ignored, state_of
from app.replies.cleaning import cleaned
from app.replies.codes import code_of
from app.replies.contents import Contents, Field
from app.replies.reply import Reply, Way, What

_ADDED: Final = re.compile(r"(\[\d+\]|#\d+|\s+)$")
"""What programs put behind a name."""
_NUMBERED = re.compile(r"(_\d+|\s\(\d+\)|-copy\d*)$")
_OFF: Final = ("Off", "/Off", "0", "false", "No")
_OURS: Final = frozenset({REQUEST, "greenroom-form"})
"""Fields that say what a file is, and that nobody fills in."""
_FITS: Final = 0.6
"""The share of a form's questions that a file without a code must have to be an answer to it."""


def codes_in(contents: Contents) -> list[str]:
    """The codes in hidden fields, each once: a file that was put together may hold several."""
    codes = (
        code_of(value)
        for field in contents.fields
        if REQUEST in _parts(field.name)
        for value in field.values
    )
    return list(dict.fromkeys(code for code in codes if code))


def has_form(contents: Contents) -> bool:
    """Whether some of the fields are those of one of our forms, whichever it is."""
    parts = {part for field in contents.fields for part in _parts(field.name)}
    return bool(parts & {CONSENT, GIVER})


def fitting(contents: Contents, asked: Iterable[Asked]) -> list[Asked]:
    """The forms whose questions the fields have, if most of them: those that have the most."""
    parts = {part for field in contents.fields for part in _parts(field.name)}
    shares = [(each, _share(each.form, parts)) for each in asked]
    best = max((share for _, share in shares), default=0)
    return [each for each, share in shares if share == best] if best >= _FITS else []


def read(contents: Contents, digest: str, asked: Asked, code: str) -> Reply:
    """The answers that the fields hold to the questions of a form."""
    gathered = Gathered(asked.form)
    strange = 0
    for field in contents.fields:
        parts = _parts(field.name)
        at = max((at for at, part in enumerate(parts) if part in _ids(asked.form)), default=-1)
        question = asked.form.question(parts[at]) if at >= 0 else None
        if question:
            _gather(gathered, question, parts[at + 1 :], field)
        elif not _OURS & set(parts) and any(field.values):
            strange += 1
    found = contents.found | ({What.FIELD: strange} if strange else {})
    return gathered.reply(Way.FIELDS, digest, asked, code, found)


def read_alone(contents: Contents, digest: str, code: str) -> Reply:
    """What the fields hold, under their own names: the form they belong to is not known."""
    answers = tuple(_alone(field) for field in contents.fields if REQUEST not in _parts(field.name))
    return Reply(
        way=Way.FIELDS,
        digest=digest,
        code=code,
        answers=tuple(each for each in answers if not each.empty),
        ignored=ignored(contents.found),
    )


def _alone(field: Field) -> Answer:
    text = cleaned("\n".join(field.values), limits.ANSWER_SIGNS).text
    name = _parts(field.name)[-1] if _parts(field.name) else ""
    label = cleaned(field.label or field.name, limits.NAME_SIGNS, lines=False).text
    if name == CONSENT:
        # Two values, or one beside anything else, are no clear choice.
        chosen = field.values if len(field.values) == 1 and text in set(Consent) else ()
        return Answer(CONSENT, label, AnswerType.CHOICE, text, chosen=tuple(chosen))
    if name == GIVER:
        signed = cleaned(" ".join(field.values), limits.NAME_SIGNS, lines=False).text
        return Answer(GIVER, label, AnswerType.TEXT, signed)
    return Answer(name, label, AnswerType.MULTILINE, text)


def _parts(name: str) -> list[str]:
    """The names in a name, from the outermost, without what programs put behind them."""
    parts = [_bare(part) for part in name.split(".")]
    return [part for part in parts if part]


def _bare(part: str) -> str:
    part = _ADDED.sub("", part.strip().casefold())
    return _NUMBERED.sub("", part)


def _ids(form: Form) -> set[str]:
    return {question.id for question in form.questions}


def _share(form: Form, parts: set[str]) -> float:
    return len(_ids(form) & parts) / max(1, len(form.questions))


def _gather(gathered: Gathered, question: Question, below: Sequence[str], field: Field) -> None:
    if not question.states():
        gathered.write(question.id, "\n".join(field.values))
        return
    option = next((part for part in below if part in question.states()), "")
    for value in field.values:
        state = option if option and value not in _OFF else state_of(question, value)
        if state:
            gathered.mark(question.id, state)
        elif option or value == "Off":
            # Its value and its looks contradict each other.
            gathered.doubt(question.id)
        else:
            gathered.write(question.id, value)
