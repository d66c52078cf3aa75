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
