from __future__ import annotations

from dataclasses import replace

import pytest

from app.changes import Op
from app.domain.entries import Entry
from app.domain.goals import Milestone
from app.domain.ids import Id, Kind
from app.errors import NotFoundError
from app.storage.rows import Reader
from app.vault import Vault


def test_a_vault_is_read_through_a_reader(vault: Vault) -> None:
    assert type(vault.read) is Reader


def _three(vault: Vault) -> list[Milestone]:
    with vault.transact(Op.ADD_MILESTONE) as write:
        return [
            write.put(Milestone(goal=Id(goal), title=goal, created=number))
            for number, goal in enumerate(("a", "b", "a"), start=1)
        ]


def test_records_are_found_by_their_columns_oldest_first(vault: Vault) -> None:
    first, second, third = _three(vault)
    assert vault.read.all(Milestone, goal="a") == [first, third]
    assert vault.read.among(Milestone, "goal", ["a", "b"]) == [first, second, third]
    assert vault.read.among(Milestone, "goal", []) == []
    assert vault.read.count(Kind.MILESTONE) == 3


def test_a_column_that_does_not_exist_is_a_bug(vault: Vault) -> None:
    with pytest.raises(KeyError):
        vault.read.all(Milestone, **{'x" OR 1=1 --': "a"})


def test_what_lies_in_the_trash_is_only_found_there(vault: Vault) -> None:
    first, *_ = _three(vault)
    with vault.transact(Op.DELETE_MILESTONE) as write:
        gone = write.delete(first)
    assert gone.deleted is not None
    with pytest.raises(NotFoundError):
        vault.read.get(Milestone, first.id)
    assert vault.read.find(Milestone, first.id) == gone
    assert vault.read.deleted(Milestone) == [gone]
    assert vault.read.count(Kind.MILESTONE) == 2


def test_an_unknown_id_is_not_found(vault: Vault) -> None:
    assert vault.read.find(Entry, Id("nowhere")) is None
    with pytest.raises(NotFoundError):
        vault.read.get(Entry, Id("nowhere"))


def test_the_same_record_is_not_written_twice(vault: Vault) -> None:
    first, *_ = _three(vault)
    with vault.transact(Op.REVISE_MILESTONE) as write:
        assert write.put(replace(first)) == first
        assert write.changes == ()
