"""What was said to the questions of one form, gathered until it makes answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.domain.folding import words
from app.domain.forms import CONSENT, GIVER, Answer, AnswerType, Asked, Form, Question
from app.domain.records import RATINGS
from app.replies import limits
from app.replies.cleaning import cleaned
from app.replies.reply import Ignored, Reply, Way, What

_MARKABLE: Final = (AnswerType.SCALE, AnswerType.CHOICE)
_LEVEL = re.compile(
    r"\W*([1-5])(?:\s*(?:/|of|out of|von|sur|de|di|av|van|z|из)\s*5)?(?=[^\w]|$)", re.IGNORECASE
)


class Gathered:
    """The texts and marks that were found for each question; what is not clear is no answer."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._texts: dict[str, list[str]] = {each.id: [] for each in form.questions}
        self._marks: dict[str, list[str]] = {each.id: [] for each in form.questions}
        self._unread: set[str] = set()
        self._cut: set[str] = set()
        self._dropped = 0

    def write(self, question: str, text: str) -> None:
        """Take in something written; the same once more adds nothing."""
        if text.strip() and text not in self._texts[question]:
            self._texts[question].append(text)

    def mark(self, question: str, state: str) -> None:
        """Take in that a level or an option is marked."""
        if state not in self._marks[question]:
            self._marks[question].append(state)

    def doubt(self, question: str) -> None:
        """Remember that nobody can say what the answer is."""
        self._unread.add(question)

    def miss(self, question: str) -> None:
        """Remember that a part of the answer is not there."""
        self._cut.add(question)

    def reply(
        self, way: Way, digest: str, asked: Asked, code: str, found: dict[What, int]
    ) -> Reply:
        """All of it, as the reply to the form."""
        answers = tuple(self._answer(question) for question in self.form.questions)
        order = [question.id for question in self.form.questions]
        return Reply(
            way=way,
            digest=digest,
            code=code,
            asked=asked,
            answers=answers,
            unread=tuple(each for each in order if each in self._unread),
            cut=tuple(each for each in order if each in self._cut),
            ignored=ignored(found | ({What.SIGN: self._dropped} if self._dropped else {})),
        )

    def _answer(self, question: Question) -> Answer:
        text = self._text(question)
        if question.type not in _MARKABLE:
            return Answer(question.id, question.label, question.type, text)
        said, states = _understood(question, text, self._marks[question.id])
        # What is said beside a consent may narrow it: then nothing but private is clear.
        narrowed = question.id == CONSENT and said
        if narrowed or (text and not states) or (len(states) > 1 and not question.multiple):
            self.doubt(question.id)
        if question.id in self._unread:
            return Answer(question.id, question.label, question.type, text)
        if question.type is AnswerType.SCALE:
            rating = int(states[0]) if states else None
            return Answer(question.id, question.label, question.type, said, rating)
        chosen = tuple(option for option in question.options if option.id in states)
        named = "; ".join([*(option.label for option in chosen), *([said] if said else [])])
        ids = tuple(option.id for option in chosen)
        return Answer(question.id, question.label, question.type, named, chosen=ids)

    def _text(self, question: Question) -> str:
        lines = question.type is not AnswerType.TEXT
        limit = limits.NAME_SIGNS if question.id == GIVER else limits.ANSWER_SIGNS
        clean = cleaned("\n\n".join(self._texts[question.id]), limit, lines=lines)
        self._dropped += clean.dropped
        if clean.cut:
            self._cut.add(question.id)
        return clean.text


def ignored(found: dict[What, int]) -> tuple[Ignored, ...]:
    """What was left alone, in one order."""
    return tuple(Ignored(what, found[what]) for what in What if found.get(what))


def state_of(question: Question, text: str) -> str:
    """The level or option that a text names and nothing else; empty for none."""
    wanted = text.strip()
    if wanted in question.states():
        return wanted
    if question.type is AnswerType.SCALE:
        return _level(question, wanted)
    same = [option.id for option in question.options if words(option.label) == words(wanted)]
    return same[0] if len(same) == 1 and words(wanted) else ""


def _level(question: Question, text: str) -> str:
    """The level that a text names, by its number or by the words of an end of the scale."""
    found = _LEVEL.fullmatch(text.rstrip(" .!)]"))
    if found:
        return found[1]
    ends = zip((question.low, question.mid, question.high), RATINGS[::2], strict=True)
    same = [str(level) for label, level in ends if words(text) and words(label) == words(text)]
    return same[0] if len(same) == 1 else ""


def _understood(question: Question, text: str, marks: Iterable[str]) -> tuple[str, list[str]]:
    """What is left of a text once levels or options are taken from it, and those."""
    states = [state for state in marks if state in question.states()]
    left: list[str] = []
    for line in text.splitlines():
        state, rest = _begun(question, line)
        states += [state] if state and state not in states else []
        left += [rest] if rest else []
    return "\n".join(left).strip(), states


def _begun(question: Question, line: str) -> tuple[str, str]:
    """The state that a line names, alone or before further words, and these words."""
    if state := state_of(question, line):
        return state, ""
    if question.type is AnswerType.SCALE and (found := _LEVEL.match(line)):
        return found[1], line[found.end() :].lstrip(" .,:;)]\u2013-").strip()
    begun = [
        option
        for option in question.options
        if words(option.label) and words(line)[: len(words(option.label))] == words(option.label)
    ]
    longest = max(begun, key=lambda option: len(words(option.label)), default=None)
    if longest is None or line[: len(longest.label)].casefold() != longest.label.casefold():
        return "", line
    return longest.id, line[len(longest.label) :].lstrip(" .,:;\u2013-").strip()
