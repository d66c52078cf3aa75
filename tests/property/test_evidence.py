"""Links stay right: whatever is renamed, edited, deleted, restored, undone and done again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.library import Library
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.operations import goals, journal, trash
from app.operations.journal import EntryDraft
from app.prose import find_passage
from app.queries import evidence
from app.vault import Vault
from tests.vaults import new_vault

LIBRARY = Library()
QUOTE = "they chose **to hold** for ten minutes"
ACTS = (
    "rename",
    "edit",
    "delete entry",
    "delete goal",
    "delete stretch",
    "delete milestone",
    "restore entry",
    "restore goal",
    "restore stretch",
    "link",
    "quote",
    "unlink",
    "undo",
    "redo",
)


class Room:
    """One entry, and one of everything it can be evidence for."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.entry = journal.add(vault, EntryDraft(title="e", body=f"At nine {QUOTE}."))
        self.goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="m")])
        self.stretch = goals.add_stretch(vault, Stretch(title="s"))
        self.step = vault.read.all(Milestone)[0]
        self.known = Id(LIBRARY.framework.competencies[0].id)

    @property
    def targets(self) -> tuple[tuple[Kind, Id], ...]:
        """Kind and id of everything the entry can be evidence for."""
        return (
            (Kind.GOAL, self.goal.id),
            (Kind.STRETCH, self.stretch.id),
            (Kind.MILESTONE, self.step.id),
            (Kind.COMPETENCY, self.known),
        )

    def is_there(self, kind: Kind, target: Id) -> bool:
        """Whether it is in the vault and not in the trash."""
        return evidence.find_target(self.vault.read, LIBRARY, kind, target) is not None

    def entry_is_there(self) -> bool:
        """Whether the entry is in the vault and not in the trash."""
        found = self.vault.read.find(Entry, self.entry.id)
        return found is not None and found.deleted is None

    def act(self, name: str, number: int) -> None:
        """Do one of the acts, where it can be done."""
        vault, (kind, target) = self.vault, self.targets[number % 4]
        self.vault.clock.advance(1000)  # type: ignore[attr-defined] # the clock is fixed
        if name == "rename" and self.is_there(Kind.GOAL, self.goal.id):
            goals.revise_goal(vault, Goal(id=self.goal.id, title=f"g{number}"))
        elif name == "edit" and self.entry_is_there():
            vault.seal()
            body = f"{number} before\n\nAt nine {QUOTE}. {number} after"
            journal.write(vault, self.entry.id, EntryDraft(title="e", body=body))
        elif name == "delete entry" and self.entry_is_there():
            journal.delete(vault, self.entry.id)
        elif name == "delete goal" and self.is_there(Kind.GOAL, self.goal.id):
            goals.delete_goal(vault, self.goal.id)
        elif name == "delete stretch" and self.is_there(Kind.STRETCH, self.stretch.id):
            goals.delete_stretch(vault, self.stretch.id)
        elif name == "delete milestone" and self.is_there(Kind.MILESTONE, self.step.id):
            goals.delete_milestone(vault, self.step.id)
        elif name.startswith("restore"):
            self.restore(name.split()[1])
        elif name == "undo":
            vault.undo()
        elif name == "redo":
            vault.redo()
        else:
            self.link(name, kind, target)

    def restore(self, what: str) -> None:
        """Take something out of the trash."""
        kinds = {
            "entry": (Kind.ENTRY, self.entry.id),
            "goal": (Kind.GOAL, self.goal.id),
            "stretch": (Kind.STRETCH, self.stretch.id),
        }
        trash.restore(self.vault, *kinds[what])

    def link(self, name: str, kind: Kind, target: Id) -> None:
        """Link, quote or unlink."""
        if not (self.entry_is_there() and self.is_there(kind, target)):
            return
        if name == "link":
            journal.link(self.vault, self.entry.id, kind, target)
        elif name == "quote":
            journal.quote(self.vault, self.entry.id, QUOTE, kind, target)
        elif name == "unlink":
            journal.unlink(self.vault, self.entry.id, target)

    def check(self) -> None:
        """No link hangs in the air, and every passage is found in the text."""
        reader = self.vault.read
        standing = reader.all(Evidence)
        assert all(
            self.entry_is_there() and self.is_there(v.target_kind, v.target) for v in standing
        )
        links = evidence.links(reader, LIBRARY, self.entry.id)
        assert {link.id for link in links} == {v.id for v in standing}
        names = {target: self.title(target) for _, target in self.targets}
        assert all(link.target.title == names[link.target.id] for link in links)
        pairs = [(link.target.id, link.quote) for link in links]
        assert len(pairs) == len(set(pairs))
        body = reader.get(Entry, self.entry.id).body if links else ""
        assert all(find_passage(body, link.quote) for link in links if link.quote)

    def title(self, target: Id) -> str:
        """What something is called now."""
        reader = self.vault.read
        found = reader.find(Goal, target) or reader.find(Stretch, target)
        found_step = reader.find(Milestone, target)
        competency = LIBRARY.framework.find(target)
        names = [each.title for each in (found, found_step) if each]
        return (names or [competency.name if competency else ""])[0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=25))
def test_no_link_ever_hangs_in_the_air(acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "a.greenroom")
        room = Room(vault)
        for kind, target in room.targets:
            journal.link(vault, room.entry.id, kind, target)
            journal.quote(vault, room.entry.id, QUOTE, kind, target)
        for name, number in acts:
            room.act(name, number)
            room.check()
        vault.close()


@settings(max_examples=12, deadline=None)
@given(st.permutations(["entry", "goal", "stretch"]), st.permutations(["entry", "goal", "stretch"]))
def test_all_links_are_back_once_all_is_restored(gone: list[str], back: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "a.greenroom")
        room = Room(vault)
        for kind, target in room.targets:
            journal.quote(vault, room.entry.id, QUOTE, kind, target)
        before = vault.read.all(Evidence)
        for name in gone:
            room.act(f"delete {name}", 0)
        assert vault.read.all(Evidence) == []
        for name in back:
            room.act(f"restore {name}", 0)
        assert {v.id for v in vault.read.all(Evidence)} == {v.id for v in before}
        vault.close()
