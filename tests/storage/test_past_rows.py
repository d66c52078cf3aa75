"""The records as they stood once: every state that ever was is found again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.changes import Op
from app.clock import FixedClock
from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.goals import CheckIn, Goal, Milestone
from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.operations import goals, journal, people, trash
from app.operations.journal import EntryDraft
from app.storage.past_rows import appeared, before, complete
from app.vault import Vault
from tests.vaults import NOON, new_vault

RecordT = TypeVar("RecordT", bound=Record)
CLASSES = (Goal, Milestone, CheckIn, Entry)
TEXT = st.text(max_size=12) | st.sampled_from(["x" * 70, "I waited. " * 12, "é😀待" * 40])


def now(vault: Vault) -> int:
    """The last line of the change log."""
    return int(vault.read.rows("SELECT coalesce(max(seq), 0) FROM change")[0][0])


def unstamped(records: list[RecordT]) -> list[RecordT]:
    """When a record was changed last is not logged."""
    return [replace(record, modified=0) for record in records]


def state(vault: Vault, seq: int) -> list[list[Record]]:
    past = vault.as_of(seq)
    return [unstamped(read(cls)) for cls in CLASSES for read in (past.all, past.deleted)]


def write(vault: Vault, text: str) -> None:
    for entry in vault.read.all(Entry)[:1]:
        journal.write(vault, entry.id, replace(EntryDraft.of(entry), body=text))


def add_entry(vault: Vault, text: str) -> None:
    journal.add(vault, EntryDraft(title="Day", body=text))


def add_goal(vault: Vault, text: str) -> None:
    goals.add_goal(vault, Goal(title=f"g{text}", why=text), [Milestone(title="one")])


def revise(vault: Vault, text: str) -> None:
    for goal in vault.read.all(Goal)[:1]:
        goals.revise_goal(vault, replace(goal, why=text))


def tick(vault: Vault, text: str) -> None:
    for step in vault.read.all(Milestone)[:1]:
        goals.tick_milestone(vault, step.id, date(2026, 5, 1 + len(text) % 28))


def check_in(vault: Vault, text: str) -> None:
    for goal in vault.read.all(Goal)[-1:]:
        note = CheckIn(goal=goal.id, day=date(2026, 5, 20), confidence=3, note=text)
        goals.check_in(vault, note)


def delete(vault: Vault, _text: str) -> None:
    for goal in vault.read.all(Goal)[:1]:
        goals.delete_goal(vault, goal.id)


def restore(vault: Vault, _text: str) -> None:
    for goal in vault.read.deleted(Goal)[:1]:
        goals.restore_goal(vault, goal.id)


def undo(vault: Vault, _text: str) -> None:
    vault.undo()


def redo(vault: Vault, _text: str) -> None:
    vault.redo()


ACTS: tuple[Callable[[Vault, str], None], ...] = (
    write,
    add_entry,
    add_goal,
    revise,
    tick,
    check_in,
    delete,
    restore,
    undo,
    redo,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(ACTS), TEXT), max_size=14))
def test_every_state_is_found_again(steps: list[tuple[Callable[[Vault, str], None], str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "ines.greenroom", FixedClock(NOON))
        add_goal(vault, "first")
        stood = [(now(vault), state(vault, now(vault)))]
        for act, text in steps:
            act(vault, text)
            vault.seal()
            stood.append((now(vault), state(vault, now(vault))))
        found = [state(vault, seq) for seq, _ in stood]
        expected = [there for _, there in stood]
        present = [
            unstamped(read(cls)) for cls in CLASSES for read in (vault.read.all, vault.read.deleted)
        ]
        vault.close()
    assert found == expected
    assert found[-1] == present


def test_records_are_found_by_their_id_and_by_what_they_hold(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="one")])
    (step,) = vault.read.all(Milestone)
    past = vault.as_of(now(vault))
    other = goals.add_goal(vault, Goal(title="other"))
    goals.revise_goal(vault, replace(goal, title="G"))
    goals.revise_milestone(vault, replace(step, title="uno", goal=other.id))
    found = past.find(Goal, goal.id)
    assert found is not None
    assert found.title == "g"
    assert past.get(Goal, goal.id) == found
    assert past.find(Goal, other.id) is None
    assert [each.title for each in past.among(Milestone, "goal", [goal.id])] == ["one"]
    assert past.among(Milestone, "goal", [other.id]) == []
    assert [each.title for each in past.among(Goal, "id", [goal.id, other.id])] == ["g"]
    assert [each.title for each in past.all(Milestone, goal=goal.id)] == ["one"]
    assert past.all(Milestone, goal=other.id) == []


def test_what_nobody_touched_is_read_as_it_is(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    past = vault.as_of(now(vault))
    assert past.find(Person, ruth.id) == ruth
    assert past.all(Person) == [ruth]
    assert past.find(Person, Id("none")) is None


def test_more_ids_than_a_statement_takes_are_read_in_turns(vault: Vault) -> None:
    past = vault.as_of(now(vault))
    with vault.transact(Op.ADD_PERSON) as write:
        ids = [write.put(Person(name=f"n{number}")).id for number in range(1100)]
    assert past.among(Person, "id", ids) == []
    assert past.all(Person) == []
    assert len(vault.as_of(now(vault)).among(Person, "id", ids)) == 1100


def test_what_was_deleted_for_good_is_in_no_past(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="Day", body="text"))
    past = vault.as_of(now(vault))
    journal.delete(vault, entry.id)
    trash.purge(vault, Kind.ENTRY, entry.id)
    assert past.find(Entry, entry.id) is None
    assert past.all(Entry) == []


def test_when_a_record_came_is_a_line_of_the_log(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    seq = appeared(vault.read, Kind.PERSON, ruth.id)
    assert seq == now(vault)
    people.revise_person(vault, replace(ruth, name="Ruth A"))
    assert appeared(vault.read, Kind.PERSON, ruth.id) == seq
    assert appeared(vault.read, Kind.PERSON, Id("none")) is None


@pytest.mark.parametrize(
    ("row", "field", "old", "expected"),
    [
        ({"id": "a"}, "", None, None),
        (None, "", '{"id": "a"}', {"id": "a"}),
        (None, "title", "t", None),
        ({"title": "new"}, "title", "old", {"title": "old"}),
    ],
)
def test_a_logged_change_is_taken_back(
    row: dict[str, str] | None, field: str, old: str | None, expected: dict[str, str] | None
) -> None:
    assert before(row, field, old, None) == expected


def test_a_row_of_an_older_schema_has_the_values_of_a_blank_one(vault: Vault) -> None:
    del vault
    whole = complete(Kind.PERSON, {"name": "Ruth", "long_gone": 1})
    assert whole["name"] == "Ruth"
    assert whole["note"] == ""
    assert "long_gone" not in whole
