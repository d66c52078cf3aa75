from __future__ import annotations

import pytest

from app.domain.records import TitleMissingError
from app.domain.searches import SavedSearch, Sort
from app.operations import searches
from app.vault import Vault


def _kept(vault: Vault) -> list[tuple[str, str, Sort]]:
    return [(found.name, found.query, found.sort) for found in vault.read.all(SavedSearch)]


def test_a_search_is_kept_renamed_and_let_go(vault: Vault) -> None:
    kept = searches.save(vault, " Where I went quiet ", '"went quiet"', Sort.NEWEST)
    assert _kept(vault) == [("Where I went quiet", '"went quiet"', Sort.NEWEST)]
    searches.rename(vault, kept.id, "Quiet")
    assert _kept(vault) == [("Quiet", '"went quiet"', Sort.NEWEST)]
    searches.delete(vault, kept.id)
    assert _kept(vault) == []
    vault.undo()
    assert _kept(vault) == [("Quiet", '"went quiet"', Sort.NEWEST)]


def test_the_same_name_is_the_same_search(vault: Vault) -> None:
    searches.save(vault, "Quiet", "a", Sort.BEST)
    searches.save(vault, "quiet", "b", Sort.NEWEST)
    assert _kept(vault) == [("quiet", "b", Sort.NEWEST)]


def test_a_search_needs_a_name(vault: Vault) -> None:
    with pytest.raises(TitleMissingError):
        searches.save(vault, " ", "a", Sort.BEST)
