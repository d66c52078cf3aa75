"""Whatever is done to a vault, search finds what the records say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.changes import Op
from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.feedback import Feedback
from app.domain.goals import Goal, Milestone
from app.domain.ids import Kind
from app.domain.query import parse
from app.domain.searches import Sort
from app.domain.sessions import Debrief, Session
from app.operations import feedback, goals, journal, people, sessions, trash
from app.operations.journal import EntryDraft
from app.queries import search
from app.storage.index import LATER
from app.vault import Vault
from tests.vaults import new_vault

Act: TypeAlias = Callable[[Vault, int, str], None]

TEXTS = st.sampled_from(
    ("", "release", "Réflexion 反思", "🌱 the **release**", "word " * LATER, "![x](image:ab)")
)
QUERIES = (
    "release",
    "reflexion",
    "反思",
    "has:image",
    "word",
    "goal:release",
    "lease in:plan",
    "is:open",
)


def _add(vault: Vault, _: int, text: str) -> None:
    journal.add(vault, EntryDraft(title=text[:40], body=text, tags=tuple(text[:20].split())))


def _write(vault: Vault, number: int, text: str) -> None:
    entry = _one(vault, number)
    if entry:
        journal.write(vault, entry.id, EntryDraft(title="t", body=text, pinned=number % 2 == 0))


def _delete(vault: Vault, number: int, _: str) -> None:
    entry = _one(vault, number)
    if entry:
        journal.delete(vault, entry.id)


def _restore(vault: Vault, number: int, _: str) -> None:
    gone = vault.read.deleted(Entry)
    if gone:
        trash.restore(vault, Kind.ENTRY, gone[number % len(gone)].id)


def _goal(vault: Vault, number: int, text: str) -> None:
    goal = goals.add_goal(vault, Goal(title=text[:40].strip() or "g"))
    goals.add_milestone(vault, Milestone(goal=goal.id, title="step"))
    entry = _one(vault, number)
    if entry:
        journal.link(vault, entry.id, Kind.GOAL, goal.id)


def _drop_goal(vault: Vault, _: int, __: str) -> None:
    for goal in vault.read.all(Goal)[:1]:
        goals.delete_goal(vault, goal.id)


def _fail(vault: Vault, number: int, text: str) -> None:
    entry = _one(vault, number)
    with suppress(RuntimeError), vault.transact(Op.WRITE_ENTRY) as write:
        write.put(Entry(body=text))
        if entry:
            write.delete(entry)
        raise RuntimeError


def _purge(vault: Vault, number: int, _: str) -> None:
    entry = _one(vault, number)
    if entry:
        with vault.transact(Op.PURGE) as write:
            write.put_image(Kind.ENTRY, entry.id, None)


def _plan(vault: Vault, _: int, text: str) -> None:
    newcomer = Person(name=text[:40].strip() or "Ruth")
    session = sessions.plan_session(vault, Session(), newcomer)
    sessions.debrief_session(vault, Debrief(session=session.id, next_step=text[:40]))
    feedback.receive(vault, Feedback(person=session.person, about=text[:40]))


def _rename(vault: Vault, number: int, text: str) -> None:
    people_known = vault.read.all(Person)
    if people_known:
        known = people_known[number % len(people_known)]
        people.revise_person(vault, replace(known, name=text[:40].strip() or "Priya"))


def _forget_person(vault: Vault, _: int, __: str) -> None:
    for person in vault.read.all(Person)[:1]:
        people.delete_person(vault, person.id)
        trash.purge(vault, Kind.PERSON, person.id)


def _undo(vault: Vault, _: int, __: str) -> None:
    vault.undo()


def _redo(vault: Vault, _: int, __: str) -> None:
    vault.redo()


def _search(vault: Vault, _: int, text: str) -> None:
    search.find(vault, parse(text[:20]), Sort.BEST)


def _one(vault: Vault, number: int) -> Entry | None:
    entries = vault.read.all(Entry)
    return entries[number % len(entries)] if entries else None


ACTS = st.sampled_from(
    (
        *(_add, _add, _write, _delete, _restore, _goal, _drop_goal, _fail, _purge, _undo, _redo),
        *(_plan, _rename, _forget_person, _search),
    )
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    place, numbers = tmp_path_factory.mktemp("vaults"), count()
    return lambda: place / f"{next(numbers)}.greenroom"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(st.tuples(ACTS, st.integers(0, 9), TEXTS), max_size=25))
def test_after_anything_the_index_is_as_one_made_anew(
    folders: Callable[[], Path], steps: list[tuple[Act, int, str]]
) -> None:
    vault = new_vault(folders())
    for act, number, text in steps:
        act(vault, number, text)
    assert vault.verify_index()
    found = [_found(vault, text) for text in QUERIES]
    vault.rebuild_index()
    assert vault.verify_index()
    assert [_found(vault, text) for text in QUERIES] == found
    vault.close()


def _found(vault: Vault, text: str) -> set[tuple[Kind, str]]:
    found = search.find(vault, parse(text), Sort.NEWEST)
    tallied = search.tally(vault, parse(text))
    assert found is not None
    assert tallied is not None
    assert tallied.total == len(found.hits)
    return {(hit.kind, hit.id) for hit in found.hits}
