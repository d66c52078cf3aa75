"""What each field of an item says, as plain text: for digests, and for searching a file.

It is written apart from the composing of pages on purpose: what is searched for must not depend
on the code that is being checked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date

from app.charts.seen import values_of
from app.domain.cycles import Cycle
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import Goal, Stretch
from app.domain.packs import SharedItem
from app.sharing.charts import SharedChart
from app.sharing.source import Chosen


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


_READERS: dict[str, Callable[[Chosen], Iterator[object]]] = {
    "body": _attributes("body"),
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
    "chart": _chart,
}
