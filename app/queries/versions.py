"""The versions of an entry: the past states worth showing, and any one of them as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice, pairwise
from typing import Final

from app.changes import Op
from app.clock import Moment
from app.domain.entry_content import Content
from app.domain.ids import Id
from app.prose import words
from app.storage import version_rows
from app.storage.rows import Reader
from app.storage.version_rows import State
from app.storage.writing import common

PAUSE: Final = timedelta(minutes=10)
"""Writing on after this long makes another version."""

CUT: Final = 200
"""A save that takes away so many characters leaves what was before it as a version."""

_WRITING: Final = {Op.ADD_ENTRY, Op.WRITE_ENTRY}
_RETRACING: Final = {Op.UNDO, Op.REDO}


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it was once; `seq` names it, `op` is what made it so, `at` when."""

    seq: int
    op: Op
    at: Moment
    content: Content


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as the list shows it, and what differs in it from the one before."""

    seq: int
    op: Op
    at: Moment
    words: int
    title: bool
    text: bool
    tags: bool
    ratings: bool


def versions(
    reader: Reader, entry_id: Id, offset: int, limit: int | None = None
) -> list[VersionRow]:
    """The newest `limit` versions, the present one first; days and times are told at an offset.

    A run of autosaves is one version. A pause, another day, an operation of another kind, or a
    save that took much away ends it.
    """
    found = list(islice(_versions(reader, entry_id, offset), limit and limit + 1))
    counted = _Count()
    return [_row(here, before, counted) for here, before in pairwise([*found, None]) if here][
        :limit
    ]


def version(reader: Reader, entry_id: Id, seq: int, offset: int) -> Version | None:
    """An entry exactly as it was after a transaction; None where it was not there."""
    state = version_rows.state(reader, entry_id, seq)
    entry = state.entry if state else None
    if state is None or entry is None:
        return None
    return Version(state.seq, state.op, Moment(state.at, offset), Content.of(entry))


def _versions(reader: Reader, entry_id: Id, offset: int) -> Iterator[Version]:
    newer: Version | None = None
    for made in _made(reader, entry_id, offset):
        if newer is None or not _goes_on(made, newer):
            yield made
        newer = made


def _made(reader: Reader, entry_id: Id, offset: int) -> Iterator[Version]:
    """Each state that differs from the one before it, newest first."""
    newer: Version | None = None
    for state in version_rows.states(reader, entry_id):
        made = _as_version(state, offset)
        if newer is not None and (made is None or made.content != newer.content):
            yield newer
        newer = made
    if newer is not None:
        yield newer


def _as_version(state: State, offset: int) -> Version | None:
    entry = state.entry
    if entry is None:
        return None
    return Version(state.seq, state.op, Moment(state.at, offset), Content.of(entry))


def _goes_on(older: Version, newer: Version) -> bool:
    """Whether a save belongs to the same run as the one that followed it."""
    alike = {older.op, newer.op} <= _WRITING or (older.op is newer.op and newer.op in _RETRACING)
    soon = newer.at.at - older.at.at <= PAUSE.total_seconds() * 1000
    cut = len(older.content.body) - len(newer.content.body) >= CUT
    return alike and soon and older.at.day == newer.at.day and not cut


class _Count:
    """Counts the words of text after text, looking only at what differs from the last one.

    To count a long text takes 40 ms, and there may be hundreds of versions of it.
    """

    def __init__(self) -> None:
        self._text = ""
        self._words = 0

    def of(self, text: str) -> int:
        """How many words a text has."""
        was = self._text
        start = common(was, text)
        end = common(was[start:][::-1], text[start:][::-1])
        # Between spaces only: a word must not be counted in halves.
        start = _after_space(text[:start])
        end = _after_space(text[len(text) - end :][::-1])
        self._words -= words(was[start : len(was) - end])
        self._words += words(text[start : len(text) - end])
        self._text = text
        return self._words


def _after_space(text: str) -> int:
    """The place after the last space of a text."""
    return max(text.rfind(" "), text.rfind("\n")) + 1


def _row(version: Version, before: Version | None, count: _Count) -> VersionRow:
    here, there = version.content, before.content if before else Content()
    return VersionRow(
        seq=version.seq,
        op=version.op,
        at=version.at,
        words=count.of(here.body),
        title=here.title != there.title,
        text=here.body != there.body,
        tags=here.tags != there.tags,
        ratings=(here.energy, here.confidence) != (there.energy, there.confidence),
    )
