from __future__ import annotations

from dataclasses import replace

from app.content.library import Library
from app.domain.competencies import OwnCompetency
from app.operations import competencies
from app.queries.competencies import catalogue
from app.vault import Vault

LIBRARY = Library()


def test_the_shipped_competencies_stand_in_their_order(vault: Vault) -> None:
    found = catalogue(vault.read, LIBRARY)
    assert [row.id for row in found.rows] == [c.id for c in LIBRARY.framework.competencies]
    assert all(row.shipped and not row.changed for row in found.rows)


def test_ones_own_stand_behind_their_group_or_in_a_new_one(vault: Vault) -> None:
    group = LIBRARY.framework.groups[0]
    competencies.add_competency(vault, OwnCompetency(name="Rowing", group="At sea"))
    competencies.add_competency(vault, OwnCompetency(name="Resting", group=group.name))
    rows = catalogue(vault.read, LIBRARY).rows
    assert rows[len(group.competencies)].name == "Resting"
    assert (rows[-1].name, rows[-1].group) == ("Rowing", "At sea")


def test_a_shipped_one_keeps_its_place_under_a_name_of_ones_own(vault: Vault) -> None:
    found = catalogue(vault.read, LIBRARY)
    first = found.rows[0]
    competencies.revise_competency(vault, replace(first.own, name="Staying curious"))
    again = catalogue(vault.read, LIBRARY)
    assert (again.rows[0].name, again.rows[0].changed) == ("Staying curious", True)
    assert len(again.rows) == len(found.rows)
    assert again.name(first.id) == "Staying curious"


def test_an_archived_one_is_not_offered_and_still_has_its_name(vault: Vault) -> None:
    first = catalogue(vault.read, LIBRARY).rows[0]
    competencies.archive_competency(vault, first.own)
    found = catalogue(vault.read, LIBRARY)
    assert first.id not in {row.id for row in found.offered}
    assert (found.name(first.id), found.rows[0].changed) == (first.name, False)


def test_what_is_gone_is_called_by_its_id(vault: Vault) -> None:
    found = catalogue(vault.read, LIBRARY)
    assert (found.find("juggling"), found.name("juggling")) == (None, "juggling")
