from __future__ import annotations

from app.changes import Changes
from app.domain.questions import MIXED, OWN
from app.operations import questions
from app.vault import Vault


def test_questions_are_kept_and_nothing_is_written_where_they_are_the_same(vault: Vault) -> None:
    heard: list[Changes] = []
    questions.keep(vault, "One?\n\nTwo?")
    vault.subscribe(heard.append)
    questions.keep(vault, " One? \nTwo?\n")
    assert vault.read.preference(OWN) == "One?\nTwo?"
    assert heard == []


def test_they_are_mixed_in_only_where_that_was_said(vault: Vault) -> None:
    assert not vault.read.preference(MIXED)
    questions.mix(vault, mixed=True)
    assert vault.read.preference(MIXED)
    questions.mix(vault, mixed=False)
    assert not vault.read.preference(MIXED)
