"""What is written in an entry, whoever holds it."""

from __future__ import annotations

from app.clock import Moment
from app.domain.entries import Entry
from app.domain.entry_content import Content
from app.operations.journal import EntryDraft

ENTRY = Entry(
    title="Sana", body="*Two*", energy=2, confidence=5, template="weekly", bring=True, pinned=True
).tagged(("release",))


def test_content_is_what_is_written_and_not_where_it_lies() -> None:
    written = Content(
        title="Sana", body="*Two*", tags=("release",), energy=2, confidence=5, template="weekly"
    )
    assert Content.of(ENTRY) == written
    assert Content.of(ENTRY.dated(Moment(0))) == written


def test_a_draft_holds_the_marks_as_well() -> None:
    draft = EntryDraft.of(ENTRY)
    assert (draft.tags, draft.bring, draft.pinned) == (("release",), True, True)
    assert EntryDraft.of(draft.onto(Entry())) == draft
