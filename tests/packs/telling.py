"""What a pack of chance says, what of it stays, and what its reader may read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.forms import Answer
from app.domain.progress import ThenNow
from app.prose import plain
from app.sharing.charts import SharedChart
from app.sharing.source import Chosen, PackSource, Shareable, fields_of

AS_TYPED: Final = frozenset({"agenda", "place", "answers", "about", "giver", "who"})
"""The fields that are no Markdown."""


def texts_of(item: Chosen, field: str) -> list[str]:
    """What a field says; written apart from the app's own list of that."""
    record = item.record
    several: dict[str, list[str]] = {
        "milestones": [each.title for each in item.milestones],
        "check_ins": [each.note for each in item.check_ins],
        "competencies": [*item.competencies],
        "people": [*item.people],
        "tags": [*getattr(record, "tags", ())],
        "plan": [getattr(record, "if_when", ""), getattr(record, "then_do", "")],
        "targets": [getattr(record, "commit", ""), getattr(record, "reach", "")],
        "agreement": [text for _, text in item.agreed],
        "measure": [getattr(record, "measure", ""), getattr(record, "unit", "")],
        "agenda": [each.title for each in getattr(record, "agenda", ())],
        "place": [getattr(record, "place", ""), getattr(record, "link", "")],
        "who": [*item.people],
        "giver": [*item.people],
        "remark": [getattr(record, "note", "")],
        "answers": [text for each in _answers_of(record) for text in _said(each)],
        "rating": [each.label for each in _answers_of(record) if each.rating],
    }
    found = several.get(field, [getattr(record, field, "")])
    return [text for text in found if isinstance(text, str)]


def _answers_of(record: Shareable) -> tuple[Answer, ...]:
    return record.answers if isinstance(record, Feedback) else ()


def _said(answer: Answer) -> list[str]:
    """What leaves of an answer in words: of a rating, what it is of, if others go on about it."""
    if answer.rating is None:
        return [answer.label, answer.text]
    return [answer.label] if answer.question.startswith("c--") else []


def withheld(chosen: tuple[Chosen, ...]) -> Iterator[str]:
    """Every line of what stays."""
    for item in chosen:
        for field in fields_of(item.kind):
            if field not in item.fields:
                for text in texts_of(item, field):
                    yield from plain(text).splitlines()
        for near in item.near:
            for text in near.texts:
                yield from plain(text).splitlines()
        for entry in item.evidence:
            yield from plain(entry.title).splitlines()
            yield from plain(entry.body).splitlines()
        if isinstance(item.record, Experience):
            yield item.record.host
        if isinstance(item.record, SharedChart) and isinstance(item.record.seen, ThenNow):
            yield from (row.evidence for row in item.record.seen.rows)
        yield from (passage.text for passage in item.passages)


def ids(source: PackSource) -> Iterator[str]:
    """The ids of the pack and of all that hangs on its items."""
    yield source.pack.id
    for item in source.chosen:
        for each in (item.record, *item.milestones, *item.check_ins, *item.evidence, *item.near):
            if not isinstance(each, SharedChart):
                yield each.id


def meant(source: PackSource) -> Iterator[str]:
    """What the reader may read."""
    yield from (source.pack.title, source.pack.purpose)
    yield from plain(source.pack.note).splitlines()
    for item in source.chosen:
        yield item.record.title
        for field in item.fields:
            for text in texts_of(item, field):
                yield from plain(text).splitlines()
        if isinstance(item.record, SharedChart) and isinstance(item.record.seen, ThenNow):
            for row in item.record.seen.rows:
                yield from (row.name, row.group)
