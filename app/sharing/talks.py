"""The sections of what was talked about: a session, what is owed after it, and feedback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.document import Columns, LabelledText, Part, Prose, Section, TablePart
from app.domain.feedback import Feedback
from app.domain.forms import OF_EACH, Answer, AnswerType
from app.domain.prose import Block, Heading, Listing, ListItem, Paragraph, Run
from app.domain.sessions import Action, ActionState, Session
from app.prose import hiding, parse, plain
from app.sharing.source import Chosen
from app.sharing.words import PackWords

_SIDE_BY_SIDE: Final = ("start", "stop", "continue")
"""The questions whose answers stand beside each other."""
_HEADING: Final = 3


def session_section(chosen: Chosen, session: Session, words: PackWords) -> Section:
    """A session: its question large, the agenda with its minutes, and what else was chosen."""
    title, aside = _called(chosen, session, words)
    parts = (
        *_question(chosen, session),
        *_agenda(chosen, session, words),
        *_place(chosen, session, words),
        *_written(chosen, "prep", words.prep_label, session.prep),
        *_written(chosen, "notes", words.notes_label, session.notes),
    )
    return Section(title=title, kicker=words.session, aside=aside, parts=parts)


def actions_section(run: Sequence[Chosen], words: PackWords) -> Section:
    """Actions that stand in a row, as one table of what was chosen of them."""
    owners = any(each.has("who") for each in run)
    states = any(each.has("due") or each.has("state") for each in run)
    titles = [each.record.title.strip() for each in run]
    if not (owners or states):
        items = tuple(ListItem((_paragraph(title),)) for title in titles)
        return Section(title="", kicker=words.actions, parts=(Prose((Listing(items),)),))
    due = any(each.has("due") for each in run)
    header = [words.action, *[words.owner_column] * owners]
    header += [words.due_column if due else words.state_column] * states
    rows = tuple(
        (
            title,
            *[action_words(each, "who", words)] * owners,
            *[_stands(each, words)] * states,
        )
        for title, each in zip(titles, run, strict=True)
    )
    right = frozenset({len(header) - 1}) if states else frozenset()
    table = TablePart(tuple(header), rows, right)
    return Section(title="", kicker=words.actions, parts=(table,))


def action_words(chosen: Chosen, field: str, words: PackWords) -> str:
    """What a field of an action says; nothing where it was not chosen."""
    action = chosen.record
    if not isinstance(action, Action) or not chosen.has(field):
        return ""
    if field == "who":
        return words.me if action.mine else ", ".join(chosen.people)
    if field == "due":
        return words.day(action.due) if action.due else ""
    if action.state is ActionState.DONE:
        day = action.state_day
        return words.done.format(day=words.day(day)) if day else words.ticked_spoken
    return words.dropped if action.state is ActionState.DROPPED else words.open


def feedback_section(
    chosen: Chosen, feedback: Feedback, words: PackWords, *, first: bool
) -> Section:
    """Feedback in the giver's words, as plain text; who gave it only where that was chosen."""
    parts = [
        *_line(chosen, "giver", words.giver_label, ", ".join(chosen.people)),
        *_line(chosen, "about", words.on_label, feedback.about),
        *_answers(chosen, feedback, words),
        *_line(chosen, "remark", words.remark_label, plain(feedback.note)),
    ]
    title = feedback.name.strip() or words.feedback
    kicker = words.feedback if first else ""
    return Section(title=title, kicker=kicker, parts=tuple(parts))


def written(feedback: Feedback) -> tuple[Answer, ...]:
    """The answers in words, and those that were chosen from words."""
    return tuple(each for each in feedback.said if each.type is not AnswerType.SCALE)


def rated(feedback: Feedback) -> tuple[Answer, ...]:
    """The answers on a scale."""
    return tuple(each for each in feedback.said if each.type is AnswerType.SCALE)


def heads(answer: Answer) -> bool:
    """Whether it is a rating of one of several things, which other answers go on about."""
    return answer.type is AnswerType.SCALE and OF_EACH in answer.question


def _called(chosen: Chosen, session: Session, words: PackWords) -> tuple[str, str]:
    """What a session is called and what stands beside that: its day only where it was chosen."""
    title = session.title.strip()
    if not chosen.has("when"):
        return title or words.session, ""
    day, time = words.day(session.day), words.time(session.start)
    length = words.figures(words.minutes, session.minutes)
    if not title:
        return words.session_on.format(day=day), words.session_time.format(time=time, length=length)
    return title, words.session_when.format(day=day, time=time, length=length)


def _question(chosen: Chosen, session: Session) -> Iterator[Part]:
    if chosen.has("question") and (question := plain(session.question).strip()):
        yield Prose((_paragraph(question),), lead=True, framed=True)


def _agenda(chosen: Chosen, session: Session, words: PackWords) -> Iterator[Part]:
    if chosen.has("agenda") and session.agenda:
        rows = (
            (
                item.title.strip() or words.one_topic,
                words.figures(words.minutes, item.minutes) if item.minutes else "",
            )
            for item in session.agenda
        )
        yield TablePart((words.agenda, words.time_column), tuple(rows), frozenset({1}))


def _place(chosen: Chosen, session: Session, words: PackWords) -> Iterator[Part]:
    found = ", ".join(each for each in map(str.strip, (session.place, session.link)) if each)
    yield from _line(chosen, "place", words.place_label, found)


def _written(chosen: Chosen, field: str, label: str, text: str) -> Iterator[Part]:
    """A text of the mentee's under its heading."""
    if chosen.has(field) and (blocks := parse(text)):
        heading: Block = Heading(_HEADING, (Run(label),))
        yield Prose((heading, *hiding(blocks)))


def _stands(chosen: Chosen, words: PackWords) -> str:
    """By when an action is wanted, or how it ended; that it is open only without a day."""
    state, due = (action_words(chosen, field, words) for field in ("state", "due"))
    return due if due and state in {"", words.open} else state


def _answers(chosen: Chosen, feedback: Feedback, words: PackWords) -> Iterator[Part]:
    """The answers in their order; those of start, stop and continue stand side by side."""
    beside = [each for each in feedback.said if each.question in _SIDE_BY_SIDE]
    if chosen.has("answers") and beside:
        yield Columns(tuple(map(_labelled, beside)))
    for answer in feedback.said:
        if answer.type is AnswerType.SCALE:
            yield from _rating(chosen, answer, words)
        elif chosen.has("answers") and answer not in beside:
            yield Columns((_labelled(answer),))


def _rating(chosen: Chosen, answer: Answer, words: PackWords) -> Iterator[Part]:
    """A level beside what was rated; that alone where answers follow that are about it."""
    label = answer.label.strip()
    if chosen.has("rating"):
        level = words.rating.format(value=answer.rating)
        yield TablePart((), ((label, level),), frozenset({1}))
    elif chosen.has("answers") and heads(answer):
        yield Prose((Heading(_HEADING, (Run(label),)),))


def _labelled(answer: Answer) -> LabelledText:
    return LabelledText(answer.label.strip(), answer.text.strip())


def _line(chosen: Chosen, field: str, label: str, text: str) -> Iterator[Part]:
    if chosen.has(field) and text.strip():
        yield LabelledText(label, text.strip())


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))
