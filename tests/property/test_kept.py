"""Nothing is lost: whatever is done to the parts of a plan, undo takes it back to the last value.

And what is deleted for good is named nowhere any more, but in an assessment, which never changes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from app.clock import FixedClock
from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.cycles import Cycle, Person, Point
from app.domain.experiences import Experience
from app.domain.goals import Attempt, Goal, Stretch
from app.domain.ids import Id, Kind
from app.domain.support import Support, SupportState
from app.operations import competencies, cycles, experiences, goals, journal, people, trash
from app.operations.cycles import Reflection
from app.operations.journal import EntryDraft
from app.storage.connection import Row
from app.storage.tables import TABLES
from app.vault import Vault
from tests.vaults import NOON, new_vault

State: TypeAlias = dict[Kind, list[Row]]
DAY = date(2026, 3, 2)
TRASHED = (
    Kind.PERSON,
    Kind.COMPETENCY,
    Kind.CYCLE,
    Kind.GOAL,
    Kind.STRETCH,
    Kind.EXPERIENCE,
    Kind.ASSESSMENT,
    Kind.ENTRY,
)


class Room:
    """One of everything, each naming the others wherever it can."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.number = 0
        ruth = people.add_person(vault, Person(name="Ruth"))
        own = competencies.add_competency(vault, OwnCompetency(name="Drawing maps"))
        people.revise_person(vault, replace(ruth, can_help=(own.id, "delegating")))
        entry = journal.add(vault, EntryDraft(title="e", body="Words."))
        cycle = Cycle(title="c", start=DAY, middle=DAY, end=DAY, person=ruth.id)
        cycle = cycles.add_cycle(vault, cycle)
        for point in Point:
            cycles.choose_reflection(vault, Reflection(cycle.id, point), entry.id)
        named = {"cycle": cycle.id, "competencies": (own.id, "delegating")}
        goal = goals.add_goal(vault, Goal(title="g", **named))  # type: ignore[arg-type] # by name
        stretch = Stretch(title="s", goal=goal.id, **named)  # type: ignore[arg-type] # by name
        stretch = goals.add_stretch(vault, stretch)
        experiences.add_attempt(vault, Attempt(goal=stretch.id, title="a", entry=entry.id))
        asked = Support(goal=goal.id, person=ruth.id, title="u", competency=own.id)
        self.support = people.add_support(vault, asked).id
        lived = Experience(
            title="x",
            people=(ruth.id,),
            goals=(goal.id, stretch.id),
            **named,  # type: ignore[arg-type] # by name
        )
        lived = experiences.add_experience(vault, lived)
        rating = Rating(own.id, "Drawing maps", 3)
        assessed = Assessment(person=ruth.id, by="Ruth", cycle=cycle.id, ratings=(rating,))
        assessed = competencies.assess(vault, assessed)
        for kind, target in ((Kind.EXPERIENCE, lived.id), (Kind.COMPETENCY, own.id)):
            journal.link(vault, entry.id, kind, target)
        records = (ruth, own, cycle, goal, stretch, lived, assessed, entry)
        self.ids = {record.kind: record.id for record in records}
        self.rated = self.ratings()
        vault._history.clear()

    def act(self, name: str, kind: Kind) -> None:
        """Do one thing, where it can be done."""
        self.number += 1
        self.vault.clock.advance(1000)  # type: ignore[attr-defined] # the clock is fixed
        self.vault.seal()
        there = self.is_there(kind)
        if name == "delete" and there:
            self.deletes()[kind](self.vault, self.ids[kind])
        elif name == "restore":
            trash.restore(self.vault, kind, self.ids[kind])
        elif name == "undo":
            self.vault.undo()
        elif name == "redo":
            self.vault.redo()
        elif name == "revise" and there:
            self.revise(kind)

    def revise(self, kind: Kind) -> None:
        """Give something another name, or move it on."""
        vault, words = self.vault, f"n{self.number}"
        if kind is Kind.PERSON:
            found = vault.read.get(Person, self.ids[kind])
            people.revise_person(vault, replace(found, name=words))
        elif kind is Kind.COMPETENCY:
            own = vault.read.get(OwnCompetency, self.ids[kind])
            competencies.revise_competency(vault, replace(own, name=words))
        elif kind is Kind.CYCLE:
            cycles.end_cycle(vault, self.ids[kind], DAY, words)
        elif kind is Kind.EXPERIENCE:
            lived = vault.read.get(Experience, self.ids[kind])
            experiences.revise_experience(vault, replace(lived, did=words))
        elif kind is Kind.GOAL:
            people.move_support(vault, self.support, SupportState.ASKED)

    def deletes(self) -> dict[Kind, Callable[[Vault, Id], None]]:
        """How each kind goes to the trash."""
        return {
            Kind.PERSON: people.delete_person,
            Kind.COMPETENCY: competencies.delete_competency,
            Kind.CYCLE: cycles.delete_cycle,
            Kind.GOAL: goals.delete_goal,
            Kind.STRETCH: goals.delete_stretch,
            Kind.EXPERIENCE: experiences.delete_experience,
            Kind.ASSESSMENT: competencies.delete_assessment,
            Kind.ENTRY: journal.delete,
        }

    def is_there(self, kind: Kind) -> bool:
        """Whether it is in the vault and not in the trash."""
        found = self.vault.read.find(TABLES[kind].cls, self.ids[kind])
        return found is not None and found.deleted is None

    def ratings(self) -> list[Row]:
        """What all assessments say, in the trash or not."""
        return self.vault.read.rows('SELECT id, day, label, cycle, "by", ratings FROM assessment')

    def state(self) -> State:
        """Every row of every table."""
        rows = self.vault.read.rows
        return {kind: rows(f'SELECT * FROM "{kind}" ORDER BY id') for kind in TABLES}  # noqa: S608 - a kind is ours

    def named(self, record_id: Id) -> set[Kind]:
        """The kinds of record that name this id anywhere."""
        return {kind for kind, rows in self.state().items() if record_id in str(rows)}


ACTS = st.lists(
    st.tuples(st.sampled_from(("delete", "restore", "revise", "undo", "redo")),
              st.sampled_from(TRASHED)),
    max_size=20,
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(ACTS)
def test_undo_takes_everything_back_and_redo_does_it_again(acts: list[tuple[str, Kind]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "a.greenroom", FixedClock(NOON))
        room = Room(vault)
        before = room.state()
        for name, kind in acts:
            room.act(name, kind)
            assert room.ratings() == room.rated
        after, steps = room.state(), 0
        while vault.undo():
            steps += 1
        assert room.state() == before
        for _ in range(steps):
            vault.redo()
        assert room.state() == after
        vault.close()


@settings(max_examples=15, deadline=None)
@given(st.permutations(TRASHED), st.permutations(TRASHED))
def test_all_is_back_whatever_is_restored_first(gone: list[Kind], back: list[Kind]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "a.greenroom", FixedClock(NOON))
        room = Room(vault)
        before = {kind: {row[0] for row in rows} for kind, rows in _standing(room).items()}
        for kind in gone:
            room.act("delete", kind)
        for kind in back:
            room.act("restore", kind)
        after = {kind: {row[0] for row in rows} for kind, rows in _standing(room).items()}
        assert after == before
        vault.close()


@settings(max_examples=15, deadline=None)
@given(st.permutations(TRASHED), st.integers(1, len(TRASHED)))
def test_what_is_deleted_for_good_is_named_by_assessments_alone(
    order: list[Kind], count: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "a.greenroom", FixedClock(NOON))
        room = Room(vault)
        for kind in order[:count]:
            room.act("delete", kind)
        for kind in order[:count]:
            trash.purge(vault, kind, room.ids[kind])
            assert room.named(room.ids[kind]) <= {Kind.ASSESSMENT}
        for kind in order[count:]:
            assert room.is_there(kind)
        while vault.undo():
            pass
        for kind in order[:count]:
            assert room.named(room.ids[kind]) <= {Kind.ASSESSMENT}
        vault.close()


def _standing(room: Room) -> State:
    rows = room.vault.read.rows
    return {kind: rows(f'SELECT id FROM "{kind}" WHERE deleted IS NULL') for kind in TABLES}  # noqa: S608 - a kind is ours
