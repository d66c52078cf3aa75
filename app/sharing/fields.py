"""What each field of an item says, as plain text: for digests, and for searching a file.

It is written apart from the composing of pages on purpose: what is searched for must not depend
on the code that is being checked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from app.charts.seen import values_of
from app.domain.cycles import Cycle
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.forms import AnswerType
from app.domain.goals import Goal, Stretch
from app.domain.packs import PackItem, SharedItem
from app.domain.sessions import Action, Session
from app.sharing.charts import SharedChart
from app.sharing.source import Chosen
from app.sharing.talks import heads, rated, written

ALWAYS: Final = ("title", "passages")
"""What is looked at with any field: the title, and what is withheld."""
_DIGITS: Final = 16


def said(chosen: Chosen, field: str) -> tuple[str, ...]:
    """The texts and values of a field, each by itself; empty ones are left out."""
    parts = _READERS[field](chosen)
    return tuple(text for text in map(_text, parts) if text.strip())


def digest(chosen: Chosen, field: str) -> str:
    """The SHA-256 of what a field says, in hexadecimal; an entry's text stands under its day."""
    parts = [field, *map(_text, _READERS[field](chosen))]
    if field == "body" and isinstance(chosen.record, Entry):
        parts.append(_text(chosen.record.day))
    words = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def versions(chosen: Chosen, fields: tuple[str, ...]) -> tuple[str, ...]:
    """What a choice keeps of what it saw: short digests of title, withheld passages and fields."""
    return tuple(short(digest(chosen, name)) for name in (*ALWAYS, *fields))


def short(sha256: str) -> str:
    """So many digits of a digest as tell two texts of one item apart."""
    return sha256[:_DIGITS]


def changed(chosen: Chosen, item: PackItem) -> tuple[str, ...]:
    """What says something else since an item was chosen: "title", "passages" or a field."""
    then = zip((*ALWAYS, *item.fields), item.versions, strict=False)
    return tuple(name for name, version in then if short(digest(chosen, name)) != version)


def shared_item(chosen: Chosen) -> SharedItem:
    """The ledger's note of an item: which fields left and what they said, as digests."""
    versions = tuple(digest(chosen, field) for field in chosen.fields)
    return SharedItem(
        chosen.kind,
        chosen.id,
        chosen.record.title,
        chosen.fields,
        versions,
        passages=len(chosen.passages),
        evidence=len(chosen.evidence),
    )


def filled(chosen: Chosen) -> tuple[str, ...]:
    """The fields of the item that were not chosen although they say something."""
    return tuple(field for field in chosen.others if said(chosen, field))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _entry(chosen: Chosen) -> Entry | None:
    return chosen.record if isinstance(chosen.record, Entry) else None


def _aim(chosen: Chosen) -> Goal | Stretch | None:
    return chosen.record if isinstance(chosen.record, Goal | Stretch) else None


def _attributes(*names: str) -> Callable[[Chosen], Iterator[object]]:
    return lambda chosen: (getattr(chosen.record, name, None) for name in names)


def _confidence(chosen: Chosen) -> Iterator[object]:
    if entry := _entry(chosen):
        yield entry.confidence
    for note in chosen.check_ins:
        if note.confidence is not None:
            yield note.day
            yield note.confidence


def _tags(chosen: Chosen) -> Iterator[object]:
    entry = _entry(chosen)
    yield from entry.tags if entry else ()


def _images(chosen: Chosen) -> Iterator[object]:
    yield from (image.sha256 for image in chosen.images)


def _agreement(chosen: Chosen) -> Iterator[object]:
    if isinstance(chosen.record, Cycle):
        yield from (point.text for point in chosen.record.agreement)


def _measure(chosen: Chosen) -> Iterator[object]:
    aim = _aim(chosen)
    if aim is None:
        return
    yield from (aim.measure, aim.unit, aim.baseline, aim.target)
    yield getattr(aim, "due", None)
    values = [note.value for note in chosen.check_ins if note.value is not None]
    yield from values[-1:]


def _milestones(chosen: Chosen) -> Iterator[object]:
    for step in chosen.milestones:
        yield from (step.title, step.due, step.done)


def _check_ins(chosen: Chosen) -> Iterator[object]:
    for note in chosen.check_ins:
        yield from (note.day, note.value, note.note)


def _learned(chosen: Chosen) -> Iterator[object]:
    aim = _aim(chosen)
    if aim is not None:
        yield aim.learned
        yield aim.state if aim.state.closed else None
    elif isinstance(chosen.record, Experience):
        yield chosen.record.learned


def _chart(chosen: Chosen) -> Iterator[object]:
    if isinstance(chosen.record, SharedChart):
        yield from values_of(chosen.record.seen)


def _when(chosen: Chosen) -> Iterator[object]:
    session = chosen.record
    if isinstance(session, Session):
        yield from (session.day, f"{session.start.local:%H:%M}", session.minutes)


def _agenda(chosen: Chosen) -> Iterator[object]:
    if isinstance(chosen.record, Session):
        for item in chosen.record.agenda:
            yield from (item.title, item.minutes or None)


def _who(chosen: Chosen) -> Iterator[object]:
    action = chosen.record
    if isinstance(action, Action):
        yield from ("me",) if action.mine else chosen.people


def _answers(chosen: Chosen) -> Iterator[object]:
    if isinstance(chosen.record, Feedback) and written(chosen.record):
        for answer in chosen.record.said:
            if heads(answer):
                yield answer.label
            elif answer.type is not AnswerType.SCALE:
                yield from (answer.label, answer.text)


def _rating(chosen: Chosen) -> Iterator[object]:
    if isinstance(chosen.record, Feedback):
        for answer in rated(chosen.record):
            yield from (answer.label, answer.rating)


def _passages(chosen: Chosen) -> Iterator[object]:
    for each in chosen.passages:
        yield from (each.text, each.marked)


_READERS: dict[str, Callable[[Chosen], Iterator[object]]] = {
    "title": _attributes("title"),
    "passages": _passages,
    "body": _attributes("body"),
    "images": _images,
    "energy": _attributes("energy"),
    "confidence": _confidence,
    "tags": _tags,
    "dates": _attributes("start", "middle", "end"),
    "agreement": _agreement,
    "purpose": _attributes("purpose"),
    "outcome": _attributes("outcome"),
    "why": _attributes("why"),
    "alignment": _attributes("alignment"),
    "obstacle": _attributes("obstacle"),
    "measure": _measure,
    "milestones": _milestones,
    "targets": _attributes("commit", "commit_day", "reach", "reach_day"),
    "plan": _attributes("if_when", "then_do"),
    "if_badly": _attributes("if_badly"),
    "support": _attributes("support"),
    "competencies": lambda chosen: iter(chosen.competencies),
    "check_ins": _check_ins,
    "learned": _learned,
    "did": _attributes("did"),
    "hours": _attributes("hours"),
    "people": lambda chosen: iter(chosen.people),
    "when": _when,
    "question": _attributes("question"),
    "agenda": _agenda,
    "place": _attributes("place", "link"),
    "prep": _attributes("prep"),
    "notes": _attributes("notes"),
    "who": _who,
    "due": _attributes("due"),
    "state": _attributes("state", "state_day"),
    "about": _attributes("about"),
    "answers": _answers,
    "rating": _rating,
    "giver": lambda chosen: iter(chosen.people),
    "remark": _attributes("note"),
    "chart": _chart,
}
