"""Answers from a message: the labels of a form's questions are its headings.

They may come in any order, numbered or not, quoted or not, with the answer beside or beneath, and
not all of them. What the form itself says is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.domain.folding import words
from app.domain.forms import GIVER, AnswerType, Asked, Form, Question
from app.replies import limits
from app.replies.answering import Gathered, state_of
from app.replies.cleaning import Clean, cleaned
from app.replies.codes import codes_in, with_codes
from app.replies.message import ENGLISH, MessageWords, hints
from app.replies.phrases import heading, tick, unquoted, without
from app.replies.reply import Ignored, Reply, Way, What

_SIGNATURE: Final = re.compile(r"--\s*")
_BESIDE_A_CODE: Final = 3
"""Words that may stand beside a code in a line that says nothing else."""
_LABEL_LINES: Final = 6
"""Lines over which a label may be wrapped."""
_ASIDE = re.compile("\\s*[(\\[\uff08].*[)\\]\uff09]\\s*$")


@dataclass(slots=True)
class _Part:
    """What follows one heading."""

    question: Question
    lines: list[str] = field(default_factory=list)


class Message:
    """A message, read for the questions of one form."""

    def __init__(self, text: str, asked: Asked, said: MessageWords = ENGLISH) -> None:
        self.asked = asked
        self._rest: list[str] = []
        self._parts: list[_Part] = []
        self._labels = {each.id: _names(each) for each in asked.form.questions}
        self._read(_without_known(text, asked.form, said).split("\n"))

    @property
    def found(self) -> int:
        """How many of the form's questions are headings in it."""
        return len({part.question.id for part in self._parts})

    def reply(self, digest: str, code: str, clean: Clean) -> Reply:
        """The answers."""
        gathered = Gathered(self.asked.form)
        for part in self._parts:
            self._gather(gathered, part)
        found = {What.SIGN: clean.dropped} if clean.dropped else {}
        reply = gathered.reply(Way.TEXT, digest, self.asked, code, found)
        return replace(reply, rest=cleaned("\n".join(self._rest), limits.REST_SIGNS).text)

    def _read(self, lines: list[str]) -> None:
        """Give each line to the heading before it."""
        current: _Part | None = None
        skip = 0
        for at, line in enumerate(lines):
            if skip:
                skip -= 1
                continue
            begun = self._heading(lines[at : at + _LABEL_LINES], current)
            if begun:
                current, skip = begun
                self._parts.append(current)
            elif _SIGNATURE.fullmatch(line):
                current = None
            elif not _is_code(line):
                (current.lines if current else self._rest).append(line)

    def _heading(self, lines: Sequence[str], current: _Part | None) -> tuple[_Part, int] | None:
        """The part that begins with these lines, and over how many more its label runs."""
        if not lines[0].strip() or tick(lines[0]) or self._is_choice(lines[0], current):
            return None
        whole = "\n".join(lines)
        fitting = []
        for question in self.asked.form.questions:
            found = max(
                (
                    each
                    for each in (heading(whole, name) for name in self._labels[question.id])
                    if each
                ),
                key=lambda each: len(whole) - len(each.rest),
                default=None,
            )
            if found:
                fitting.append((question, found))
        if not fitting:
            return None
        longest = min(len(found.rest) for _, found in fitting)
        same = [(question, found) for question, found in fitting if len(found.rest) == longest]
        question = self._which([question for question, _ in same], same[0][1].number, current)
        used = len(lines) - 1 - same[0][1].rest.count("\n")
        first = same[0][1].rest.split("\n", 1)[0].strip()
        return _Part(question, [first] if first else []), used

    def _which(self, questions: list[Question], number: int, current: _Part | None) -> Question:
        """The one of several questions with this label: the numbered one, else the next one."""
        order = list(self.asked.form.questions)
        if 0 < number <= len(order) and order[number - 1] in questions:
            return order[number - 1]
        last = self._parts[-1] if self._parts and current is None else current
        after = order.index(last.question) if last else -1
        return next((each for each in questions if order.index(each) > after), questions[0])

    @staticmethod
    def _is_choice(line: str, current: _Part | None) -> bool:
        """Whether a line answers the choice above it, though it looks like a heading."""
        if current is None or current.question.type is not AnswerType.CHOICE:
            return False
        return not any(each.strip() for each in current.lines) and bool(
            state_of(current.question, line)
        )

    def _gather(self, gathered: Gathered, part: _Part) -> None:
        question = part.question
        if question.id == GIVER:
            lines = [line for line in part.lines if line.strip()]
            gathered.write(question.id, "".join(lines[:1]))
            self._rest += lines[1:]
        elif question.states():
            gathered.write(question.id, "\n".join(self._marked(gathered, part)))
        else:
            gathered.write(question.id, "\n".join(part.lines))

    @staticmethod
    def _marked(gathered: Gathered, part: _Part) -> Iterator[str]:
        """Take in the options whose boxes are marked; the lines without a box are left."""
        lines = list(part.lines)
        while lines:
            line = lines.pop(0)
            box = tick(line)
            if box is None:
                yield line
                continue
            state, used = _option(part.question, box.text, lines)
            del lines[:used]
            if box.marked and state:
                gathered.mark(part.question.id, state)
            elif box.marked:
                gathered.doubt(part.question.id)


def read(text: str, digest: str, asked: Sequence[Asked], said: MessageWords = ENGLISH) -> Reply:
    """The answers of a message to the form that it fits, or the forms it may be an answer to."""
    clean = cleaned(text, limits.MESSAGE_SIGNS)
    plain = unquoted(clean.text)
    codes = codes_in(plain)
    code = codes[0] if codes else ""
    named = with_codes(codes, asked)
    messages = [Message(plain, each, said) for each in named or asked]
    most = max((message.found for message in messages), default=0)
    fitting = [message for message in messages if message.found == most and most]
    if len(named) == 1 or len(fitting) == 1:
        return (fitting or messages)[0].reply(digest, code, clean)
    rest = cleaned(plain, limits.REST_SIGNS).text
    candidates = tuple(message.asked for message in fitting)
    signs = (Ignored(What.SIGN, clean.dropped),) if clean.dropped else ()
    return Reply(Way.TEXT, digest, code, candidates=candidates, ignored=signs, rest=rest)


def _names(question: Question) -> tuple[str, ...]:
    """What a question may be called: its label, without the remark at its end, by its topic."""
    label = question.label
    topic = label.split(":", 1)[0]
    return tuple(dict.fromkeys([label, _ASIDE.sub("", label) or label, topic or label]))


def _option(question: Question, begun: str, after: Sequence[str]) -> tuple[str, int]:
    """The option that a line begins, and how many of the lines after it were wrapped from it."""
    for used in range(min(_LABEL_LINES, len(after) + 1)):
        state = state_of(question, " ".join([begun, *after[:used]]))
        if state:
            return state, used
    return "", 0


def _is_code(line: str) -> bool:
    """Whether a line gives the code of a request and nothing else."""
    return bool(codes_in(line)) and len(words(line)) <= _BESIDE_A_CODE + 3


def _without_known(text: str, form: Form, said: MessageWords) -> str:
    """A message without what it said when it went out, as far as that was left whole."""
    labels = {tuple(words(question.label)) for question in form.questions}
    labels |= {tuple(words(each.label)) for q in form.questions for each in q.options}
    known = [form.intro, form.consent, form.thanks, form.name, said.how]
    known += [hint for question in form.questions for hint in hints(question, said)]
    for each in sorted(set(known), key=len, reverse=True):
        if tuple(words(each)) not in labels:
            text = without(text, each)
    return text
