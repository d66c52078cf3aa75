from __future__ import annotations

from app.domain.query import parse
from app.operations import journal
from app.operations.journal import EntryDraft
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
