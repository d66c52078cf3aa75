"""What one field of an item says on paper, as plain text: for showing what changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.document import (
    Badge,
    ChartPart,
    Checklist,
    Columns,
    LabelledText,
    MeasureBar,
    Part,
    Prose,
)
from app.domain.entries import Entry
from app.domain.sessions import Action, Session
from app.drawing.chart import Chart
from app.prose import mentions, plain
from app.sharing.compose import ENGLISH, section
from app.sharing.fields import said
from app.sharing.source import Chosen
from app.sharing.talks import action_words
from app.sharing.words import PackWords


def worded(chosen: Chosen, field: str, words: PackWords = ENGLISH) -> str:
    """What a field of an item says, line by line; the text of an entry stands under its day."""
    if field == "images":
        return "\n".join(_images(chosen, words))
    alone = replace(chosen, fields=(field,), evidence=(), passages=())
    if isinstance(chosen.record, Action):
        return action_words(alone, field, words)
    made = section(alone, words, first=False)
    if isinstance(chosen.record, Session) and field == "when":
        start, length = chosen.record.start, words.figures(words.minutes, chosen.record.minutes)
        day, time = words.day(start.day), words.time(start)
        return words.session_when.format(day=day, time=time, length=length)
    parts = made.parts
    lines = [line for part in parts for line in _lines(part, alone, field)]
    if field == "body" and isinstance(chosen.record, Entry):
        lines.insert(0, words.day(chosen.record.day))
    return "\n".join(line for line in lines if line.strip())


def _images(chosen: Chosen, words: PackWords) -> Iterator[str]:
    """What each image is said to show, and its size."""
    body = chosen.record.body if isinstance(chosen.record, Entry) else ""
    alts = {mention.id: mention.alt for mention in mentions(body)}
    for image in chosen.images:
        alt = alts.get(image.id) or words.image
        yield words.image_told.format(image=alt, width=image.width, height=image.height)


def _lines(part: Part, chosen: Chosen, field: str) -> Iterator[str]:
    if isinstance(part, Prose):
        yield from (plain(text).strip() for text in said(chosen, field))
    elif isinstance(part, LabelledText):
        yield f"{part.label}: {part.text}"
    elif isinstance(part, MeasureBar):
        yield part.description
    elif isinstance(part, Checklist):
        yield from (f"{each.text} ({each.day})" if each.day else each.text for each in part.items)
    elif isinstance(part, ChartPart):
        yield from _rows(part.chart)
    elif isinstance(part, Columns):
        yield from (f"{each.label}: {each.text}" for each in part.items)
    elif isinstance(part, Badge):
        yield part.text
    else:
        yield from (_joined(*row) for row in part.rows)


def _rows(chart: Chart) -> Iterator[str]:
    yield from (_joined(*(cell.words for cell in row.cells)) for row in chart.table.rows)


def _joined(*words: str) -> str:
    return ", ".join(each.strip() for each in words if each.strip())
