from __future__ import annotations

import pytest

from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage.vocabulary import Vocabulary
from app.vault import Vault


@pytest.fixture
def vocabulary(vault: Vault) -> Vocabulary:
    journal.add(vault, EntryDraft(body="release released unleash train"))
    return Vocabulary(vault._connection)


def test_words_are_found_by_a_part(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.holding("leas")) == {"release", "released", "unleash"}
    assert vocabulary.holding("none") == []


def test_short_parts_are_beginnings(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.holding("re")) == {"release", "released"}
    assert vocabulary.beginning("train") == ["train"]


def test_words_that_were_added_are_found_too(vault: Vault, vocabulary: Vocabulary) -> None:
    assert vocabulary.beginning("trai") == ["train"]
    journal.add(vault, EntryDraft(body="trail"))
    assert set(vocabulary.beginning("trai")) == {"train", "trail"}


def test_after_an_index_was_made_anew_words_are_read_anew(
    vault: Vault, vocabulary: Vocabulary
) -> None:
    assert vocabulary.beginning("trai") == ["train"]
    vault.rebuild_index()
    vocabulary.forget()
    assert vocabulary.beginning("trai") == ["train"]


def test_what_is_forgotten_while_it_is_read_is_read_whole(
    vault: Vault, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vocabulary.beginning("trai") == ["train"]
    journal.add(vault, EntryDraft(body="trail"))
    read = vault._connection.rows

    def read_then_forget(sql: str, values: tuple[int, ...]) -> list[tuple[object, ...]]:
        monkeypatch.undo()
        found = read(sql, values)
        vocabulary.forget()
        return found

    monkeypatch.setattr(vault._connection, "rows", read_then_forget)
    assert set(vocabulary.beginning("trai")) == {"train", "trail"}
