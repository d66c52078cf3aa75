from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.domain.query import Query
from app.domain.searches import Sort
from app.errors import AppError
from app.operations import journal
from app.operations.journal import EntryDraft
from app.queries.search import Found, Tally, find, tally
from app.vault import Vault
from tests.vaults import new_vault
from ui.context import Context
from ui.jobs import Jobs
from ui.messages import Messages
from ui.search import asking, counting
from ui.search.asking import Answer, Asking, Wanted
from ui.search.counting import Counting


@dataclass
class Ear:
    """What was heard of a search."""

    asking: Asking
    jobs: Jobs
    answers: list[Answer] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    errors: list[AppError] = field(default_factory=list)

    def texts(self) -> list[str]:
        """The texts that were answered."""
        return [answer.wanted.text for answer in self.answers]


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "v.greenroom")
    for title in ("Release one", "Release two", "Release three", "Rest"):
        journal.add(vault, EntryDraft(title=title))
    yield vault
    vault.close()


@pytest.fixture
def context(qtbot: QtBot, vault: Vault) -> Iterator[Context]:
    assert qtbot
    context = Context(vault, Library(), Jobs(), Messages(), sample=False)
    yield context
    context.jobs.stop()


@pytest.fixture
def ear(context: Context) -> Ear:
    asked = Asking(context, context)
    ear = Ear(asked, context.jobs)
    asked.found.connect(ear.answers.append)
    asked.counted.connect(ear.tallies.append)
    asked.failed.connect(ear.errors.append)
    return ear


def titles(answer: Answer) -> list[str]:
    return [hit.title.text for hit in answer.found.hits]


def test_hits_come_first_and_their_number_after_them(qtbot: QtBot, ear: Ear) -> None:
    ear.asking.ask(Wanted("release", Sort.NEWEST))
    qtbot.waitUntil(lambda: bool(ear.tallies))
    assert len(titles(ear.answers[0])) == 3
    assert ear.tallies[0].total == 3
    assert not ear.asking.busy


def test_only_what_was_asked_last_is_answered(qtbot: QtBot, ear: Ear) -> None:
    for text in ("r", "re", "rel", "rest"):
        ear.asking.ask(Wanted(text))
    qtbot.waitUntil(lambda: bool(ear.tallies))
    assert ear.texts() == ["rest"]
    assert titles(ear.answers[0]) == ["Rest"]


def test_an_answer_that_comes_late_is_dropped(
    qtbot: QtBot, ear: Ear, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, begun, hushed = threading.Event(), threading.Event(), []

    def slow(vault: Vault, query: Query, sort: Sort, *, after: int, limit: int) -> Found | None:
        if query.text == "release":
            begun.set()
            held.wait(5)
        return find(vault, query, sort, after=after, limit=limit)

    monkeypatch.setattr(asking, "find", slow)
    monkeypatch.setattr(vault, "hush", lambda: hushed.append(1))
    ear.asking.ask(Wanted("release"))
    qtbot.waitUntil(begun.is_set)
    ear.asking.ask(Wanted("rest"))
    held.set()
    qtbot.waitUntil(lambda: bool(ear.tallies))
    assert ear.texts() == ["rest"]
    assert hushed == [1]


def test_what_was_called_off_is_asked_again_while_it_is_wanted(
    qtbot: QtBot, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    called_off = [2, 2]

    def sometimes(vault: Vault, query: Query, sort: Sort, *, after: int, limit: int) -> object:
        called_off[0] -= 1
        if called_off[0] >= 0:
            return None
        return find(vault, query, sort, after=after, limit=limit)

    def seldom(vault: Vault, query: Query) -> Tally | None:
        called_off[1] -= 1
        return None if called_off[1] >= 0 else tally(vault, query)

    monkeypatch.setattr(asking, "find", sometimes)
    monkeypatch.setattr(asking, "tally", seldom)
    ear.asking.ask(Wanted("release"))
    qtbot.waitUntil(lambda: bool(ear.tallies))
    assert len(ear.answers) == 1
    assert called_off == [-1, -1]


def test_more_follows_what_was_found(qtbot: QtBot, ear: Ear) -> None:
    ear.asking.ask(Wanted("release", Sort.NEWEST, limit=2))
    qtbot.waitUntil(lambda: bool(ear.tallies))
    assert ear.answers[0].found.more
    ear.asking.more(2)
    ear.asking.more(2)
    qtbot.waitUntil(lambda: len(ear.answers) == 2)
    qtbot.waitUntil(lambda: not ear.jobs.busy)
    assert [answer.after for answer in ear.answers] == [0, 2]
    assert len({*titles(ear.answers[0]), *titles(ear.answers[1])}) == 3


def test_a_tab_narrows_the_hits_and_not_their_number(qtbot: QtBot, ear: Ear) -> None:
    ear.asking.ask(Wanted("release", narrowed="release in:plan"))
    qtbot.waitUntil(lambda: bool(ear.tallies))
    assert titles(ear.answers[0]) == []
    assert ear.tallies[0].total == 3


def test_nothing_is_heard_after_stopping(
    qtbot: QtBot, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, begun = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> Found:
        begun.set()
        held.wait(5)
        return Found((), more=False)

    monkeypatch.setattr(asking, "find", slow)
    ear.asking.ask(Wanted("release"))
    qtbot.waitUntil(begun.is_set)
    ear.asking.stop()
    held.set()
    qtbot.waitUntil(lambda: not ear.jobs.busy)
    assert (ear.answers, ear.tallies) == ([], [])


def test_an_error_is_told_and_ends_the_asking(
    qtbot: QtBot, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Found:
        raise AppError

    monkeypatch.setattr(asking, "find", broken)
    ear.asking.ask(Wanted("release"))
    qtbot.waitUntil(lambda: bool(ear.errors))
    assert not ear.asking.busy
    assert ear.tallies == []


def test_an_answer_for_a_search_that_is_gone_harms_nobody(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, begun = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> Found:
        begun.set()
        held.wait(5)
        return Found((), more=False)

    monkeypatch.setattr(asking, "find", slow)
    owner = QObject()
    gone = Asking(context, owner)
    gone.ask(Wanted("release"))
    qtbot.waitUntil(begun.is_set)
    shiboken6.delete(owner)
    held.set()
    qtbot.waitUntil(lambda: not context.jobs.busy)


def test_saved_searches_are_counted_one_after_the_other(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = ["rest"]

    def sometimes(vault: Vault, query: Query) -> Tally | None:
        if query.text in refused:
            refused.remove(query.text)
            return None
        return tally(vault, query)

    monkeypatch.setattr(counting, "tally", sometimes)
    counted: dict[str, int] = {}
    each = Counting(context, context)
    each.counted.connect(_keeper(counted))
    each.count(["release", "rest", "release", "xylophone"])
    qtbot.waitUntil(lambda: len(counted) == 3, timeout=5_000)
    assert counted == {"release": 3, "rest": 1, "xylophone": 0}


def _keeper(counted: dict[str, int]) -> Callable[[str, int], None]:
    def keep(text: str, count: int) -> None:
        counted[text] = count

    return keep
