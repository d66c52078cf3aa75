"""Where a mark of a chart leads."""

from __future__ import annotations

from app.charts.confidence import DAYS
from app.charts.kept import OWED
from app.charts.mix import LIST
from app.charts.themes import TAG
from app.domain.goals import CheckIn
from app.domain.ids import Id, Kind
from app.domain.query import parse
from app.storage.rows import Reader
from ui.context import Destination


def destination(reader: Reader, kind: str, record_id: Id) -> Destination:
    """Where what lies behind a mark is shown; entries are searched for."""
    if kind in {DAYS, TAG, OWED}:
        search = _owed(record_id) if kind == OWED else _search(record_id)
        return Destination("search", detail=search)
    if kind == LIST:
        return Destination("plan", kind=Kind.EXPERIENCE)
    if kind in {Kind.SESSION, Kind.ACTION}:
        return Destination("sessions", record_id, Kind(kind))
    if kind in {Kind.GOAL, Kind.EXPERIENCE}:
        return Destination("plan", record_id, Kind(kind))
    if kind == Kind.CHECK_IN:
        note = reader.find(CheckIn, record_id)
        return Destination("stretch", note.goal if note else Id(""), Kind.STRETCH)
    return Destination("stretch", record_id, Kind(kind))


def _owed(name: str) -> str:
    """The search for the actions with somebody."""
    return parse(parse("").with_filter("in", "actions")).with_filter("person", name)


def _search(entries: str) -> str:
    """The search for the entries of `first..last`, or of `first..last#tag`."""
    days, _, tag = entries.partition("#")
    first, _, last = days.partition("..")
    text = parse("").with_filter("in", "journal")
    if tag:
        text = parse(text).with_filter("tag", tag)
    if first == last:
        return parse(text).with_filter("on", first)
    text = parse(text).with_filter("after", first)
    return parse(text).with_filter("before", last)
