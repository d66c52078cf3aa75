from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.ids import Id, Kind
from app.domain.records import FixedError
from app.operations import competencies, trash
from app.vault import Vault

RATINGS = (Rating("delegating", "Delegating", 2, "Hands over tasks.", "The release"),)


def assessed(vault: Vault) -> Assessment:
    made = Assessment(day=date(2026, 3, 2), label="Start", ratings=RATINGS)
    return competencies.assess(vault, made)


def test_an_assessment_keeps_names_and_anchors_as_they_read(vault: Vault) -> None:
    made = assessed(vault)
    assert vault.read.get(Assessment, made.id).ratings == RATINGS


@pytest.mark.parametrize(
    "changed",
    [
        {"ratings": (replace(RATINGS[0], level=5),)},
        {"day": date(2026, 1, 1)},
        {"label": "Better"},
        {"person": Id("ruth")},
    ],
)
def test_an_assessment_cannot_be_put_in_other_words(
    vault: Vault, changed: dict[str, object]
) -> None:
    made = assessed(vault)
    with pytest.raises(FixedError):
        competencies.assess(vault, replace(made, **changed))  # type: ignore[arg-type]  # by name
    assert vault.read.all(Assessment) == [made]


def test_not_even_the_database_changes_an_assessment(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An operation that forgot the rule is stopped by a trigger in the vault itself."""
    made = assessed(vault)
    monkeypatch.setattr(Assessment, "fixed", False)
    with pytest.raises(Exception, match="does not change"):
        competencies.assess(vault, replace(made, label="Better"))
    assert vault.read.all(Assessment) == [made]


def test_an_assessment_is_taken_back_and_done_again_by_undo(vault: Vault) -> None:
    made = assessed(vault)
    vault.undo()
    assert vault.read.all(Assessment) == []
    vault.redo()
    assert vault.read.all(Assessment) == [made]


def test_a_whole_assessment_goes_to_the_trash_and_comes_back_as_it_was(vault: Vault) -> None:
    made = assessed(vault)
    competencies.delete_assessment(vault, made.id)
    assert vault.read.all(Assessment) == []
    trash.restore(vault, Kind.ASSESSMENT, made.id)
    (back,) = vault.read.all(Assessment)
    assert (back.ratings, back.day, back.created) == (made.ratings, made.day, made.created)


def test_a_shipped_competency_gets_words_of_ones_own_and_its_old_ones_back(vault: Vault) -> None:
    own = OwnCompetency(id=Id("delegating"), name="Handing over")
    competencies.revise_competency(vault, own)
    again = competencies.revise_competency(vault, replace(own, name="Letting go"))
    assert vault.read.all(OwnCompetency) == [again]
    competencies.delete_competency(vault, own.id)
    assert vault.read.all(OwnCompetency) == []


def test_an_archived_competency_is_brought_back(vault: Vault) -> None:
    own = competencies.add_competency(vault, OwnCompetency(name="Rowing"))
    assert competencies.archive_competency(vault, own).archived
    assert not competencies.bring_back(vault, own.id).archived


def test_several_competencies_come_in_as_one_step(vault: Vault) -> None:
    several = [OwnCompetency(name="Rowing"), OwnCompetency(name="Steering")]
    competencies.add_competencies(vault, several)
    assert [own.name for own in vault.read.all(OwnCompetency)] == ["Rowing", "Steering"]
    vault.undo()
    assert vault.read.all(OwnCompetency) == []
