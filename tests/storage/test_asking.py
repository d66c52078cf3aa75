from __future__ import annotations

import pytest

from app.domain.ids import Kind
from app.domain.query import parse
from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage import asking
from app.storage.asking import Asker
from app.storage.index import SLOTS
from app.vault import Vault


def test_a_query_becomes_one_question(vault: Vault) -> None:
    journal.add(vault, EntryDraft(body="release released", tags=("a",)))
    asker = Asker(vault._connection)
    asked = asker.understand(parse('releas "the train" #a on:2026-05'))
    assert asked is not None
    assert asked.words == '("release" OR "released") AND "the train"'
    assert len(asked.facets) == 1
    assert asked.phrases == 3
    assert asked.last - asked.first + 1 == 31 * 24 * 60 << SLOTS


def test_what_no_doc_can_match_is_not_asked(vault: Vault) -> None:
    asker = Asker(vault._connection)
    for text in ("", "???", "nowhere", "goal:none", "in:nothing"):
        assert asker.understand(parse(text)) is None, text


def test_a_part_of_very_many_words_is_looked_for_in_parts(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "AT_ONCE", 2)
    for word in ("leasing", "raising", "closing", "rinsing"):
        journal.add(vault, EntryDraft(body=f"{word} leasing words"))
    asker = Asker(vault._connection)
    asked = asker.understand(parse("sing words"))
    assert asked is not None
    assert [part.phrases for part in asked.parts(2)] == [3, 3]
    rows = asker.newest(asked, 9)
    assert rows == sorted(rows, reverse=True)
    assert len(rows) == 4
    assert asker.newest(asked, 2, 1) == rows[1:3]
    assert asker.count_by_kind(asked) == {Kind.ENTRY: 4}
