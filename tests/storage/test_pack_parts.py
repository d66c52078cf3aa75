"""An item with what hangs on it, and nothing of it that no field says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.changes import Op
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.feedback import Feedback
from app.domain.goals import Goal, Milestone
from app.domain.ids import NO_ID
from app.domain.sessions import Action, Session
from app.queries.competencies import catalogue
from app.queries.pack_parts import parts_of, who_of, whole
from app.vault import Vault
from tests.vaults import new_vault

LIBRARY = Library()
RUTH = Person(name="Ruth Adeyemi")
GOAL = Goal(title="Speak first")
GIVEN = Feedback(person=RUTH.id, name="SBI")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom")
    with vault.transact(Op.IMPORT) as write:
        for record in (RUTH, GOAL, Milestone(goal=GOAL.id, title="Once"), GIVEN):
            write.put(record)
    yield vault
    vault.close()


def test_an_item_has_what_hangs_on_it_and_no_field(vault: Vault) -> None:
    parts = parts_of(vault.read, [GOAL.id], None, NO_ID, ())
    found = whole(GOAL, parts, catalogue(vault.read, LIBRARY), LIBRARY)
    assert found.fields == ()
    assert [step.title for step in found.milestones] == ["Once"]


def test_what_the_mentee_owes_names_nobody(vault: Vault) -> None:
    parts = parts_of(vault.read, [], None, NO_ID, ())
    known = catalogue(vault.read, LIBRARY)
    mine, theirs = (Action(title="T", person=RUTH.id, mine=mine) for mine in (True, False))
    assert whole(mine, parts, known, LIBRARY).people == ()
    assert whole(theirs, parts, known, LIBRARY).people == ("Ruth Adeyemi",)


def test_the_mentee_is_told_whom_an_item_is_with(vault: Vault) -> None:
    parts = parts_of(vault.read, [], None, NO_ID, ())
    assert parts.leaving == set()
    told = [who_of(each, parts) for each in (Session(person=RUTH.id), Action(title="T"), GIVEN)]
    assert told == ["Ruth Adeyemi", "", "Ruth Adeyemi"]
    assert who_of(GOAL, parts) == ""
